"""Noise that is as strong as it says."""

import pytest
import torch

from tplab_gui.training.disturb import (
    bent_images,
    bent_spectrograms,
    noisy_images,
    noisy_sounds,
    occluded,
    shifted,
    spoilt,
)


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


def test_that_of_a_spoilt_batch_some_examples_are_whole_and_some_are_lost():
    images, sounds = torch.full((400, 1, 28, 28), 0.25), torch.full((400, 1000), 0.25)
    seen, heard = spoilt(images, sounds, seeded(1))
    whole = (seen == images).flatten(1).all(dim=1).float().mean().item()
    assert whole == pytest.approx(0.5 * 0.5 * 0.9, abs=0.07)  # neither noisy nor hidden nor lost
    quiet = ((heard == 0.25) | (heard == 0)).all(dim=1).float().mean().item()  # moved, but without noise
    assert quiet == pytest.approx(0.5 * 0.9, abs=0.08)
    assert (sounds == 0.25).all(), "the examples themselves were changed"


def test_that_halves_are_spoilt_apart_from_each_other():
    images, sounds = torch.full((600, 1, 8, 8), 0.25), torch.full((600, 100), 0.25)
    seen, heard = spoilt(images, sounds, seeded(2))
    clean_image = (seen == images).flatten(1).all(dim=1)
    clean_sound = ((heard == 0.25) | (heard == 0)).all(dim=1)
    both = (clean_image & clean_sound).float().mean().item()
    apart = clean_image.float().mean().item() * clean_sound.float().mean().item()
    assert both == pytest.approx(apart, abs=0.06)


def test_that_the_same_generator_spoils_alike():
    images, sounds = torch.rand(9, 1, 28, 28), torch.rand(9, 1000)
    for one, again in zip(spoilt(images, sounds, seeded(3)), spoilt(images, sounds, seeded(3)), strict=True):
        torch.testing.assert_close(one, again, rtol=0, atol=0)


def test_that_a_bent_picture_keeps_its_ink_near_where_it_was():
    images = torch.zeros(200, 1, 28, 28)
    images[:, :, 10:18, 10:18] = 1.0
    torch.manual_seed(0)
    bent = bent_images(images)
    assert bent.min() >= 0
    assert bent.max() <= 1
    assert bent.sum(dim=(1, 2, 3)).mean().item() == pytest.approx(64, rel=0.1)
    assert (bent[:, :, 12:16, 12:16].mean(dim=(1, 2, 3)) > 0.5).all()
    assert not torch.allclose(bent[0], bent[1])


def test_that_a_bent_spectrogram_moves_a_formant_by_a_factor_of_its_frequency():
    """A ridge at band b stands, after the bend, where a frequency up to 20 % away would."""
    sounds = torch.zeros(100, 1, 40, 41)
    sounds[:, :, 20] = 1.0
    torch.manual_seed(1)
    ridges = bent_spectrograms(sounds, 4000.0).amax(dim=3)[:, 0]
    found = ridges.argmax(dim=1)[ridges.amax(dim=1) > 0.3]  # of some the mask has taken the ridge
    assert len(found) > 60

    def hz(band):
        top = 2595 * torch.log10(torch.tensor(1 + 4000 / 700))
        return 700 * (10 ** (band / 39 * top / 2595) - 1)

    factors = hz(torch.tensor(20.0)) / hz(found.float())
    assert factors.min() > 0.85 - 0.06  # half a band is 6 %
    assert factors.max() < 1.2 + 0.06
    assert len(set(found.tolist())) > 3


def test_that_masks_of_a_bent_spectrogram_are_stretches_of_the_mean():
    torch.manual_seed(2)
    bent = bent_spectrograms(torch.ones(100, 1, 40, 41), 4000.0)[:, 0]
    silent = bent == 0
    assert torch.isclose(bent[~silent], torch.tensor(1.0)).all()
    bands, frames = silent.all(dim=2), silent.all(dim=1)
    for lines, most in ((bands, 6), (frames, 8)):
        assert lines.sum(dim=1).max() <= most
        starts = (lines[:, 1:] & ~lines[:, :-1]).sum(dim=1) + lines[:, 0]
        assert starts.max() <= 1
