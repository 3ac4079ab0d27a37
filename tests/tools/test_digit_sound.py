"""The training of the hearing network: what counts how much, what varies, and that a seed decides everything."""

import numpy as np
import pytest
import soundfile
import torch

from tools.digit_sound_augment import Scenery
from tools.digit_sound_data import (
    HELD_OUT_WORDS,
    NOT_A_DIGIT,
    Recording,
    backwards,
    draw_weights,
    held_out,
    load,
)
from tools.digit_sound_measure import calibrate, noisy, softmax
from tools.train_digit_sound import train
from tplab_gui.speech.endpoint import Span


def recording(digit=1, speaker="ada", source="fsdd", seed=0, n=4000):
    rng = np.random.default_rng(seed)
    time_s = np.arange(n) / 8000
    samples = np.sin(2 * np.pi * (200 + 150 * digit) * time_s) * np.hanning(n) + rng.normal(0, 0.01, n)
    name = f"{digit if digit >= 0 else 'x'}_{speaker}_{seed}.wav"
    return Recording(samples.astype(np.float32), Span(400, n - 200), digit, speaker, source, name)


def test_that_a_source_counts_by_its_share_and_not_by_its_number_of_files():
    recordings = [recording(n % 10, source="fsdd") for n in range(200)]
    recordings += [recording(n % 10, source="iitb_digits") for n in range(10)]
    weights = draw_weights(recordings, np.array([each.digit for each in recordings]))
    assert weights.sum() == pytest.approx(1.0)
    assert weights[200:].sum() == pytest.approx(0.16 / (0.16 + 0.32))


def test_that_every_digit_of_a_source_is_drawn_as_often():
    recordings = [recording(n % 10) for n in range(100)] + [recording(3) for _ in range(50)]
    digits = np.array([each.digit for each in recordings])
    weights = draw_weights(recordings, digits)
    np.testing.assert_allclose([weights[digits == digit].sum() for digit in range(10)], 0.1)


def test_that_speakers_sources_and_words_can_be_kept_out():
    assert held_out(recording(speaker="ada"), frozenset({"ada"}))
    assert held_out(recording(source="iitb_digits"), frozenset({"iitb_digits"}))
    assert not held_out(recording(), frozenset({"bob"}))
    word = Recording(
        np.ones(9, np.float32),
        Span(0, 9),
        NOT_A_DIGIT,
        "ada",
        "synthetic",
        f"x_ada_{min(HELD_OUT_WORDS)}.wav",
    )
    assert held_out(word, frozenset())


def test_that_backwards_twice_is_forwards_and_no_digit():
    forwards = recording()
    once = backwards(forwards)
    assert once.digit == NOT_A_DIGIT
    span = slice(once.span.start_sample, once.span.end_sample)
    np.testing.assert_array_equal(once.samples[span], forwards.samples[400:3800][::-1])
    np.testing.assert_array_equal(backwards(once).samples, forwards.samples)


@pytest.fixture(scope="module")
def recordings():
    return [recording(digit, seed=digit) for digit in range(10)] + [
        recording(NOT_A_DIGIT, source="synthetic")
    ]


def test_that_augmented_pictures_differ_and_stay_in_their_range(recordings):
    scenery = Scenery(recordings, np.random.default_rng(0), bank_s=3)
    pictures = [scenery.picture(recordings[3]) for _ in range(6)] + [scenery.not_a_word() for _ in range(6)]
    for picture in pictures:
        assert picture.shape == (40, 88)
        assert np.isfinite(picture).all()
        assert picture.min() >= -1
        assert picture.max() <= 1
    assert len({picture.tobytes() for picture in pictures}) == len(pictures)


def test_that_the_same_seed_trains_the_same_network_and_another_seed_another(recordings):
    torch.set_num_threads(1)
    first, again, other = (train(recordings, steps=2, seed=seed, bank_s=3).fc.weight for seed in (5, 5, 6))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_that_noise_is_laid_at_the_level_asked_for():
    word = recording()
    loud = noisy(word.samples, word, 10.0, np.random.default_rng(0))
    noise = loud.copy()
    noise[4000 : 4000 + word.samples.size] -= word.samples
    said = word.samples[word.span.start_sample : word.span.end_sample]
    assert 10 * np.log10(np.mean(said**2) / np.mean(noise**2)) == pytest.approx(10.0, abs=0.2)


def test_that_calibration_finds_the_temperature_the_logits_were_spoilt_with():
    """Labels drawn from softmax(z), logits given as 2 z: the temperature is 2."""
    rng = np.random.default_rng(0)
    true_logits = rng.normal(0, 2, (4000, 10))
    digits = [int(rng.choice(10, p=row)) for row in softmax(true_logits)]
    spoken = [Recording(np.ones(1, np.float32), Span(0, 1), digit, "ada", "fsdd", "") for digit in digits]
    logits = (2 * true_logits).astype(np.float32)
    measured = calibrate(spoken, logits, logits)
    assert measured["temperature"] == pytest.approx(2.0, rel=0.1)


def test_that_a_silent_file_is_left_out(tmp_path):

    folder = tmp_path / "fsdd" / "recordings"
    folder.mkdir(parents=True)
    soundfile.write(folder / "3_ada_0.wav", recording(3).samples, 8000)
    soundfile.write(folder / "4_ada_0.wav", np.zeros(4000), 8000)
    assert [each.digit for each in load(tmp_path, None)] == [3]
