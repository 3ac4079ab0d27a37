"""The training of the hearing network: what counts how much, what varies, and that a seed decides everything."""

import json
from dataclasses import replace

import numpy as np
import pytest
import soundfile
import torch

from tools.digit_sound_augment import Scenery, bent, telephone
from tools.digit_sound_card import quote
from tools.digit_sound_data import (
    HELD_OUT_WORDS,
    NOT_A_DIGIT,
    SHARES,
    Recording,
    backwards,
    draw_weights,
    held_out,
    load,
)
from tools.digit_sound_measure import accuracies, calibrate, heard, noisy, refusals, softmax
from tools.digit_sound_scenery import CHANCES, shaped_noise
from tools.digit_sound_strange import KINDS, sounds
from tools.neural_voices import PHONEMES, SPELT, SPELT_FR
from tools.synthetic_words import DIGITS, MORE_OTHERS, OTHERS
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
    assert weights[200:].sum() == pytest.approx(
        SHARES["iitb_digits"] / (SHARES["iitb_digits"] + SHARES["fsdd"])
    )


def test_that_every_digit_of_a_source_is_drawn_as_often():
    recordings = [recording(n % 10) for n in range(100)] + [recording(3) for _ in range(50)]
    digits = np.array([each.digit for each in recordings])
    weights = draw_weights(recordings, digits)
    np.testing.assert_allclose([weights[digits == digit].sum() for digit in range(10)], 0.1)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_speakers_sources_and_words_can_be_kept_out(language):
    assert held_out(recording(speaker="ada"), frozenset({"ada"}))
    assert held_out(recording(source="iitb_digits"), frozenset({"iitb_digits"}))
    assert not held_out(recording(), frozenset({"bob"}))
    word = Recording(
        np.ones(9, np.float32),
        Span(0, 9),
        NOT_A_DIGIT,
        "ada",
        "synthetic",
        f"x_ada_{HELD_OUT_WORDS[language][0]}.wav",
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


def test_that_the_rumble_of_a_microphone_does_not_count_as_speech():
    word = recording()
    rumble = np.sin(2 * np.pi * 40 * np.arange(word.samples.size) / 8000).astype(np.float32)
    rumbling = replace(word, samples=word.samples + rumble)
    noises = [
        noisy(each.samples, each, 10.0, np.random.default_rng(0))[:4000].std() for each in (word, rumbling)
    ]
    assert noises[1] == pytest.approx(noises[0], rel=0.02)


@pytest.mark.parametrize("colour", ["white", "pink"])
def test_that_noise_is_laid_at_the_level_asked_for(colour):
    word = recording()
    loud = noisy(word.samples, word, 10.0, np.random.default_rng(0), colour)
    noise = loud.copy()
    noise[4000 : 4000 + word.samples.size] -= word.samples
    said = word.samples[word.span.start_sample : word.span.end_sample]
    assert 10 * np.log10(np.mean(said**2) / np.mean(noise**2)) == pytest.approx(10.0, abs=0.5)


def test_that_calibration_finds_the_temperature_the_logits_were_spoilt_with():
    """Labels drawn from softmax(z), logits given as 2 z: the temperature is 2."""
    rng = np.random.default_rng(0)
    true_logits = rng.normal(0, 2, (4000, 10))
    digits = [int(rng.choice(10, p=row)) for row in softmax(true_logits)]
    spoken = [Recording(np.ones(1, np.float32), Span(0, 1), digit, "ada", "fsdd", "") for digit in digits]
    logits = (2 * true_logits).astype(np.float32)
    measured = calibrate(spoken, logits, logits)
    assert measured["temperature"] == pytest.approx(2.0, rel=0.1)


def test_that_the_threshold_costs_three_clear_digits_in_a_hundred_whatever_else_is_said():
    rng = np.random.default_rng(0)
    digits = [*rng.integers(0, 10, 200), *[NOT_A_DIGIT] * 50]
    spoken = [Recording(np.ones(1, np.float32), Span(0, 1), int(d), "ada", "fsdd", "") for d in digits]
    logits = rng.normal(0, 1, (250, 10)).astype(np.float32)
    logits[np.arange(250), np.maximum(digits, 0)] += 6
    assert calibrate(spoken, logits, logits)["shares"]["clear digits kept"] == pytest.approx(0.97, abs=0.006)


def test_that_foreign_voices_set_no_threshold_and_the_threshold_has_a_ceiling():
    rng = np.random.default_rng(0)
    digits = np.arange(100) % 10
    names = ["pico", "kokoro01"] * 50
    spoken = [
        Recording(np.ones(1, np.float32), Span(0, 1), int(digit), name, "synthetic", "")
        for digit, name in zip(digits, names, strict=True)
    ]
    logits = rng.normal(0, 0.1, (100, 10)).astype(np.float32)
    logits[np.arange(0, 100, 2), digits[::2]] += 8  # the foreign ones are not understood
    free = calibrate(spoken, logits, logits, 0.97, foreign=("kokoro",))
    assert free["shares"]["clear digits kept"] >= 0.96
    assert free["shares"]["digits kept, of foreign voices"] == 0
    assert calibrate(spoken, logits, logits, 0.97)["threshold"] < free["threshold"]
    assert calibrate(spoken, logits, logits, 0.97, 0.5, ("kokoro",))["threshold"] == 0.5


def test_that_people_and_synthetic_voices_are_counted_apart():
    people = [recording(digit, seed=digit) for digit in range(4)]
    made = [recording(digit, "espeak000", "synthetic", seed=digit) for digit in range(3)]
    logits = np.eye(10, dtype=np.float32)[[0, 1, 2, 9, 0, 1, 9]]
    both = accuracies([*people, *made], logits, {"white": logits})
    assert both["unseen speakers"] == 0.75
    assert both["unseen speakers, 95 % interval from"] < 0.75 < both["unseen speakers, 95 % interval to"]
    assert both["unseen speakers, recordings"] == 4
    assert both["unseen synthetic voices"] == pytest.approx(2 / 3, abs=1e-4)
    only = accuracies(made, logits[4:], {"white": logits[4:]})
    assert "unseen speakers" not in only
    assert only["unseen synthetic voices, voices"] == 1


class Deaf(torch.nn.Module):
    """Says the same of every picture: `sure` of 4, or nothing of any digit."""

    def __init__(self, sure):
        super().__init__()
        self.logits = torch.zeros(10)
        self.logits[4] = 20.0 * sure

    def forward(self, pictures):
        return self.logits.expand(len(pictures), 10)


def test_that_refusals_are_what_no_answer_is_sure_of():
    assert set(refusals(Deaf(sure=False), 1.0, 0.5, count=3).values()) == {1.0}
    assert max(refusals(Deaf(sure=True), 1.0, 0.5, count=3).values()) <= 0.34  # silence itself may be refused


def test_that_silence_is_heard_as_nothing():
    assert heard(Deaf(sure=True), [np.zeros(8000, np.float32)]) == [None]


@pytest.mark.parametrize("kind", KINDS)
def test_that_strange_sounds_differ_and_can_be_played(kind):
    clips = sounds(5)[kind]
    assert len({clip.tobytes() for clip in clips}) == 5
    for clip in clips:
        assert clip.dtype == np.float32
        assert 0 < np.abs(clip).max() <= 1
        assert 2000 < clip.size < 8000 * 4


def test_that_noise_of_a_colour_falls_as_its_name_says():
    """Pink noise loses 3 dB an octave, white none."""
    for slope, expected_db in ((0.0, 0.0), (1.0, -3.0)):
        power = np.abs(np.fft.rfft(shaped_noise(np.random.default_rng(0), 2**17, slope))) ** 2
        low, high = (power[2**k : 2 ** (k + 1)].mean() for k in (13, 14))
        assert 10 * np.log10(high / low) == pytest.approx(expected_db, abs=0.3)
    assert sum(CHANCES) == pytest.approx(1.0)


def test_that_bending_by_nothing_changes_nothing_and_bending_moves_the_loudest_band_a_little():
    picture = np.random.default_rng(0).uniform(-1, 1, (40, 88)).astype(np.float32)
    inner = (slice(0, 38), slice(0, 86))
    unmoved = bent(picture, np.random.default_rng(1), bands=0, columns=0)
    np.testing.assert_allclose(unmoved[inner], picture[inner], atol=1e-5)
    line = np.full((40, 88), -1, np.float32)
    line[20] = 1
    places = {int(bent(line, np.random.default_rng(n)).mean(axis=1).argmax()) for n in range(30)}
    assert len(places) > 2
    assert max(abs(place - 20) for place in places) <= 5


def test_that_the_telephone_has_at_most_255_levels_and_sounds_alike():
    sound = np.random.default_rng(0).normal(0, 0.1, 5000).astype(np.float32)
    through = telephone(sound)
    assert len(np.unique(through)) <= 255
    assert np.std(through - sound) < 0.04 * np.std(sound)


def test_that_the_cut_by_ear_holds_the_word(recordings):
    scenery = Scenery(recordings, np.random.default_rng(0), bank_s=3)
    scene = np.random.default_rng(1).normal(0, 0.001, 16384).astype(np.float32)
    scene[4000:7000] += 0.3 * np.sin(2 * np.pi * 400 * np.arange(3000) / 8000) * np.hanning(3000)
    for _ in range(20):
        span = scenery._cut(scene, 4000, 7000, by_ear=True)
        assert span.start_sample < 4600
        assert span.end_sample > 6400


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_no_other_word_is_a_digit_and_every_measured_word_is_said(language):
    said = {*OTHERS[language], *MORE_OTHERS[language]}
    assert said.isdisjoint(DIGITS[language])
    assert set(HELD_OUT_WORDS[language]) <= said
    spelt = [*PHONEMES[language], *(SPELT if language == "en" else SPELT_FR).values()]
    assert {len(words.split()) for words in spelt} == {10}


def test_that_a_quoted_run_stands_on_the_card_beside_its_own_figures(tmp_path):
    own, earlier = tmp_path / "digit-sound.json", tmp_path / "development.json"
    own.write_text(json.dumps({"name": "digit-sound", "accuracy": {"unseen speakers": 0.98}}))
    run = {"held_out": ["ada"], "command": "train", "accuracy": {"unseen speakers": 0.97}}
    earlier.write_text(json.dumps({**run, "sha256": "0"}))
    quote(earlier, own)
    card = json.loads(own.read_text())
    assert card["development"] == run
    assert card["accuracy"] == {"unseen speakers": 0.98}


def test_that_a_silent_file_is_left_out(tmp_path):
    folder = tmp_path / "fsdd" / "recordings"
    folder.mkdir(parents=True)
    soundfile.write(folder / "3_ada_0.wav", recording(3).samples, 8000)
    soundfile.write(folder / "4_ada_0.wav", np.zeros(4000), 8000)
    assert [each.digit for each in load(tmp_path, None)] == [3]
