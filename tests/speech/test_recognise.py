"""The shipped network on sound: recordings that ship, every rate and loudness, and what is no word."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import MODELS, SAMPLES
from tplab_gui.nets import weights
from tplab_gui.nets.digit_sound import DigitSoundNet
from tplab_gui.speech.recognise import EARS, NETWORKS, SoundReader, ears_pictures

CLIPS = sorted((SAMPLES / "spoken" / "en").rglob("*.flac"))
FRENCH = sorted((SAMPLES / "spoken" / "fr").rglob("*.flac"))


@pytest.fixture(scope="module")
def reader():
    return SoundReader()


@pytest.fixture(scope="module")
def french():
    return SoundReader(NETWORKS["fr"])


def read(path: Path):
    return soundfile.read(path, dtype="float32")


def digit_of(path: Path):
    return int(path.name.split("_")[0])


@pytest.fixture(scope="module")
def clip():
    """One clip of the built-in set, a seven, and its rate."""
    return read(next(path for path in CLIPS if digit_of(path) == 7))


def test_that_the_built_in_clips_are_heard(reader):
    chosen = CLIPS[::3]
    assert len(chosen) > 50
    scores = reader.batch_scores(read(path) for path in chosen)
    right = scores.argmax(axis=1) == [digit_of(path) for path in chosen]
    assert right.mean() >= 0.97


def test_that_the_built_in_french_clips_are_heard_by_the_french_network_alone(reader, french):
    chosen = FRENCH[::3]
    digits = np.array([digit_of(path) for path in chosen])
    right, foreign = (
        each.batch_scores(map(read, chosen)).argmax(axis=1) == digits for each in (french, reader)
    )
    assert right.mean() >= 0.97
    assert foreign.mean() < 0.7


def test_that_the_french_card_says_that_nobody_was_recorded(french):
    assert french.card["language"] == "fr"
    assert "synthetic" in french.card["title"]
    assert "unseen speakers" not in french.card["accuracy"]


def test_that_most_built_in_clips_are_heard_through_noise_at_10_db(reader):
    rng = np.random.default_rng(0)
    chosen = CLIPS[1::4]
    noisy = []
    for samples, rate_hz in map(read, chosen):
        noise = rng.normal(size=samples.size + 8000).astype(np.float32)
        noise *= samples.std() * 10 ** (-10 / 20)
        noise[4000 : 4000 + samples.size] += samples
        noisy.append((noise, rate_hz))
    right = reader.batch_scores(noisy).argmax(axis=1) == [digit_of(path) for path in chosen]
    assert right.mean() >= 0.85


def test_that_scores_are_probabilities(reader, clip):
    scores = reader.scores(*clip)
    assert scores.shape == (10,)
    assert scores.dtype == np.float32
    assert scores.min() >= 0
    assert scores.sum() == pytest.approx(1.0, abs=1e-5)


def test_that_many_recordings_at_once_are_scored_as_one_by_one(reader):
    recordings = [read(path) for path in CLIPS[:70]]  # more than one batch
    together = reader.batch_scores(recordings)
    for row in (0, 63, 64, 69):
        np.testing.assert_allclose(together[row], reader.scores(*recordings[row]), atol=1e-4)


def test_that_no_recording_gives_no_row(reader):
    assert reader.batch_scores([]).shape == (0, 10)


@pytest.mark.parametrize("rate_hz", [11025, 16000, 44100, 48000])
def test_that_the_rate_of_the_recording_does_not_change_the_answer(reader, clip, rate_hz):
    samples, own_hz = clip
    there = soxr.resample(samples, own_hz, rate_hz)
    np.testing.assert_allclose(reader.scores(there, rate_hz), reader.scores(samples, own_hz), atol=0.1)


@pytest.mark.parametrize("gain", [0.02, 0.5, 1.0])
def test_that_loudness_does_not_change_the_answer(reader, clip, gain):
    samples, rate_hz = clip
    np.testing.assert_allclose(
        reader.scores(gain * samples, rate_hz), reader.scores(samples, rate_hz), atol=0.02
    )


def test_that_a_word_lost_in_ten_seconds_of_faint_noise_is_found(reader, clip):
    samples, rate_hz = clip
    long = np.random.default_rng(0).normal(0, 0.0005, 10 * rate_hz).astype(np.float32)
    long[50_000 : 50_000 + samples.size] += samples
    assert reader.scores(long, rate_hz).argmax() == 7


def test_that_the_pictures_of_ten_minutes_are_as_large_as_those_of_a_second(clip):
    samples, rate_hz = clip
    long = np.tile(samples, 600 * rate_hz // samples.size)
    assert ears_pictures(long, rate_hz).shape == ears_pictures(samples, rate_hz).shape == (len(EARS), 40, 88)


@pytest.mark.parametrize(
    "samples", [np.zeros(8000, np.float32), np.zeros(0, np.float32), np.ones(1), np.full(8000, np.nan)]
)
def test_that_silence_is_told_and_not_guessed(reader, samples):
    with pytest.raises(LabError, match="No sound above the noise was found"):
        reader.scores(samples)


def test_that_silence_among_others_leaves_its_row_empty_and_the_rest_alone(reader, clip):
    silence = (np.zeros(4000, np.float32), 8000)
    scores = reader.batch_scores([clip, silence, clip])
    assert np.isnan(scores[1]).all()
    np.testing.assert_array_equal(scores[0], scores[2])
    assert np.isnan(reader.batch_scores([silence])).all()


@pytest.mark.parametrize("n_samples", [50, 400])
def test_that_a_sound_of_a_few_milliseconds_gets_an_answer_that_is_not_sure(reader, n_samples):
    scores = reader.scores(np.full(n_samples, 0.5, np.float32))
    assert scores.sum() == pytest.approx(1.0, abs=1e-5)
    assert not reader.sure(scores)


def sounds_that_are_no_digit():
    rng = np.random.default_rng(3)
    time_s = np.arange(6000) / 8000
    decay = np.exp(-time_s / 0.08)
    for _ in range(12):
        yield rng.normal(0, 0.1, 6000)
        yield 0.3 * np.sin(2 * np.pi * rng.uniform(150, 2000) * time_s)
        yield rng.normal(0, 0.3, 6000) * decay
        chord = sum(np.sin(2 * np.pi * rng.uniform(150, 900) * k * time_s) / k for k in (1, 2, 3))
        yield 0.2 * chord * np.exp(-time_s)


@pytest.mark.parametrize("language", NETWORKS)
def test_that_nine_in_ten_noises_tones_and_coughs_are_not_taken_for_a_digit(language, reader, french):
    sounds = [(sound.astype(np.float32), 8000) for sound in sounds_that_are_no_digit()]
    ear = {"en": reader, "fr": french}[language]
    assert np.mean([not ear.sure(row) for row in ear.batch_scores(sounds)]) >= 0.9


def test_that_the_lab_commits_to_nine_in_ten_clear_clips(reader):
    chosen = CLIPS[2::4]
    assert np.mean([reader.sure(row) for row in reader.batch_scores(map(read, chosen))]) >= 0.9


def test_that_a_missing_network_is_told(tmp_path):
    with pytest.raises(MissingError, match="digit-sound"):
        SoundReader(folder=tmp_path)


def test_that_probabilities_are_the_tempered_mean_over_the_ears(tmp_path, clip):
    torch.manual_seed(0)
    network = DigitSoundNet().eval()
    fields = {"architecture": {"class": "DigitSoundNet"}, "temperature": 2.0, "threshold": 0.5}
    weights.save("digit-sound", network, fields, tmp_path)
    with torch.no_grad():
        logits = network(torch.from_numpy(ears_pictures(*clip))[:, None]).mean(dim=0)
    expected = torch.softmax(logits / 2.0, dim=0).numpy()
    np.testing.assert_allclose(SoundReader(folder=tmp_path).scores(*clip), expected, atol=1e-5)


def test_that_the_card_says_the_truth_about_speakers_kept_out_of_training(reader, shared_data):
    """The accuracy on the card, measured again on the recordings of the speakers it names."""
    kept_out = set(json.loads((MODELS / "digit-sound.json").read_text(encoding="utf-8"))["held_out"])
    paths = [*shared_data.glob("fsdd/recordings/*.wav"), *shared_data.glob("spoken_digits_extra/*/*.wav")]
    paths = [path for path in paths if kept_out & {path.stem.split("_")[1], path.parent.name}]
    assert len(paths) > 100
    right = reader.batch_scores(map(read, paths)).argmax(axis=1) == [digit_of(path) for path in paths]
    assert right.mean() == pytest.approx(reader.card["accuracy"]["unseen speakers"], abs=0.01)
    assert right.mean() >= 0.95
