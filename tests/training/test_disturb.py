"""Noise that is as strong as it says."""

import pytest
import torch

from tplab_gui.training.disturb import noisy_images, noisy_sounds, occluded, shifted


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize("sigma", [0.0, 0.05, 0.2])
def test_that_noise_on_a_grey_picture_has_the_deviation_asked_for(sigma):
    noisy = noisy_images(torch.full((4, 1, 64, 64), 0.5), sigma, seeded())
    assert (noisy - 0.5).std().item() == pytest.approx(sigma, abs=0.01)


def test_that_each_picture_may_have_its_own_noise_and_none_leaves_the_range():
    noisy = noisy_images(torch.zeros(2, 1, 28, 28), torch.tensor([0.0, 5.0]), seeded())
    assert (noisy[0] == 0).all()
    assert noisy[1].max() == 1.0
    assert noisy.min() == 0.0


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 1.0])
def test_that_the_share_asked_for_is_hidden_wherever_the_square_lies(share):
    hidden = (occluded(torch.ones(300, 1, 28, 28), share, seeded()) == 0).float().mean(dim=(1, 2, 3))
    assert (hidden - share).abs().max().item() < 0.04  # a square of whole points
    assert hidden.mean().item() == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("snr_db", [-10.0, 0.0, 20.0])
def test_that_the_power_of_the_noise_follows_from_the_ratio(snr_db):
    sound = torch.sin(torch.arange(80_000) / 7)[None]
    noise = noisy_sounds(sound, snr_db, seeded()) - sound
    measured = 10 * torch.log10(sound.square().mean() / noise.square().mean())
    assert measured.item() == pytest.approx(snr_db, abs=0.2)


def test_that_silence_after_a_word_does_not_make_its_noise_weaker():
    word = torch.sin(torch.arange(4000) / 7)
    alone, padded = word[None], torch.cat([word, torch.zeros(4000)])[None]
    one = (noisy_sounds(alone, 10.0, seeded()) - alone).std()
    other = (noisy_sounds(padded, 10.0, seeded()) - padded).std()
    assert one.item() == pytest.approx(other.item(), rel=0.1)


def test_that_noise_on_silence_is_a_number():
    assert noisy_sounds(torch.zeros(1, 8000), 10.0, seeded()).isfinite().all()


def test_that_a_shifted_sound_is_the_same_sound_elsewhere():
    sound = torch.zeros(200, 1000)
    sound[:, 500] = 1.0
    moved = shifted(sound, 300, seeded())
    assert (moved.sum(dim=1) == 1).all()
    places = moved.argmax(dim=1)
    assert places.min() >= 200
    assert places.max() <= 800
    assert len(set(places.tolist())) > 50


def test_that_what_is_shifted_out_does_not_come_in_again():
    sound = torch.ones(50, 100)
    moved = shifted(sound, 100, seeded())
    assert moved.sum(dim=1).min() < 50
