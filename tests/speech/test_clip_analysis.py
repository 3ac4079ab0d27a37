"""What a learner sees of a clip, against torchaudio: its spectrogram, its filter bank, its own warning."""

import warnings
from dataclasses import replace

import numpy as np
import pytest
import torch
import torchaudio

from tplab_gui.core.events.data import Analyse
from tplab_gui.core.mel_choice import MelChoice, preset
from tplab_gui.data.sounds import read_sound
from tplab_gui.speech.clip_analysis import analyse, bands_heard, feature_params
from tplab_gui.speech.features import mel_filters

CHOICES = [
    preset("report", 8000),
    preset("torchaudio", 8000),
    preset("recogniser", 8000),
    preset("eye", 8000),
    MelChoice(n_fft=256, window_samples=200, n_mels=200, f_min_hz=0),
    MelChoice(n_fft=64, window_samples=64, n_mels=90, f_min_hz=300, f_max_hz=3000, scale="slaney"),
    MelChoice(n_fft=333, window_samples=300, n_mels=128, assumed_rate_hz=44100, scale="slaney", f_min_hz=0),
]


def oracle_bank(choice, rate_hz=8000):
    """Give torchaudio's filter bank (bins, bands), and whether it warns."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        bank = torchaudio.functional.melscale_fbanks(
            choice.n_fft // 2 + 1,
            choice.f_min_hz,
            choice.top_hz(rate_hz),
            choice.n_mels,
            choice.believed_hz(rate_hz),
            mel_scale=choice.scale,
        )
    return bank, any("all zero" in str(each.message) for each in caught)


@pytest.mark.parametrize("choice", CHOICES)
def test_that_the_triangles_are_torchaudios(choice):
    bank, _ = oracle_bank(choice)
    np.testing.assert_allclose(mel_filters(feature_params(choice, 8000)), bank.numpy().T, atol=2e-4)


@pytest.mark.parametrize("choice", CHOICES)
def test_that_the_empty_bands_are_those_torchaudio_warns_of(choice):
    bank, warns = oracle_bank(choice)
    heard = bands_heard(choice, 8000)
    assert heard.empty == tuple(np.flatnonzero(bank.max(0).values.numpy() == 0))
    assert bool(heard.empty) == warns


def test_that_the_reports_settings_have_four_empty_bands_and_the_right_rate_none():
    """R10, where the four and the none were counted from the formula."""
    assert len(bands_heard(preset("report", 8000), 8000).empty) == 4
    assert bands_heard(preset("torchaudio", 8000), 8000).empty == ()


@pytest.mark.parametrize("choice", CHOICES)
def test_that_the_cures_cure_and_one_step_less_does_not(choice):
    heard = bands_heard(choice, 8000)
    finer = replace(
        choice, n_fft=heard.n_fft_enough, window_samples=min(choice.window_samples, heard.n_fft_enough)
    )
    assert bands_heard(finer, 8000).empty == ()
    coarser = replace(
        finer, n_fft=finer.n_fft // 2, window_samples=min(finer.window_samples, finer.n_fft // 2)
    )
    assert bands_heard(coarser, 8000).empty
    assert bands_heard(replace(choice, n_mels=heard.n_mels_enough), 8000).empty == ()
    if heard.n_mels_enough < choice.n_mels:
        assert bands_heard(replace(choice, n_mels=heard.n_mels_enough + 1), 8000).empty


def test_that_a_wrong_rate_moves_a_tone_by_its_factor():
    """A 1000 Hz tone at 8 kHz, analysed as 16 kHz: its band is the one labelled 2000 Hz."""
    tone = np.sin(2 * np.pi * 1000 * np.arange(8000) / 8000).astype(np.float32)
    seen = analyse(Analyse(tone, 8000, preset("report", 8000)))
    assert seen.heard.times == 2
    loudest = int(seen.level_db.mean(axis=1).argmax())
    low_hz, high_hz = seen.heard.corners_hz[loudest], seen.heard.corners_hz[loudest + 2]
    assert low_hz < 2000 < high_hz
    assert low_hz / seen.heard.times < 1000 < high_hz / seen.heard.times


@pytest.mark.parametrize("shape", ["hann", "hamming", "blackman", "rectangular"])
@pytest.mark.parametrize("is_magnitude", [False, True])
def test_that_the_picture_is_torchaudios_to_a_hundredth_of_a_decibel(shape, is_magnitude):
    samples = np.random.default_rng(3).normal(0, 0.1, 4000).astype(np.float32)
    choice = replace(
        preset("torchaudio", 8000), window_shape=shape, is_magnitude=is_magnitude, scale="slaney"
    )
    windows = {
        "hann": torch.hann_window,
        "hamming": torch.hamming_window,
        "blackman": torch.blackman_window,
        "rectangular": torch.ones,
    }
    oracle = torchaudio.transforms.MelSpectrogram(
        sample_rate=8000, window_fn=windows[shape], power=1 if is_magnitude else 2, mel_scale="slaney"
    )
    to_db = torchaudio.transforms.AmplitudeToDB("magnitude" if is_magnitude else "power")
    expected = to_db(oracle(torch.from_numpy(samples))).numpy()
    seen = analyse(Analyse(samples, 8000, choice))
    np.testing.assert_allclose(seen.level_db, expected, atol=0.01)


def test_that_8_theo_26_gives_table_1_and_the_picture_of_the_reports_program(shared_data):
    sound = read_sound(shared_data / "fsdd" / "recordings" / "8_theo_26.wav")
    assert (sound.rate_hz, sound.samples.shape, sound.channels) == (8000, (2779,), 1)
    assert round(sound.duration_s, 2) == 0.35
    seen = analyse(Analyse(sound.samples, sound.rate_hz, preset("report", 8000)))
    assert seen.report_shape == (1, *seen.level_db.shape) == (1, 128, 14)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the four empty bands
        oracle = torchaudio.transforms.MelSpectrogram()
    expected = torchaudio.transforms.AmplitudeToDB()(oracle(torch.from_numpy(sound.samples))).numpy()
    np.testing.assert_allclose(seen.level_db, expected, atol=0.01)


def test_that_decibels_of_full_scale_and_of_torchaudio_differ_by_the_window_alone():
    samples = np.random.default_rng(4).normal(0, 0.1, 4000).astype(np.float32)
    raw = preset("torchaudio", 8000)
    full_scale = analyse(Analyse(samples, 8000, replace(raw, is_full_scale=True)))
    shift_db = 20 * np.log10(torch.hann_window(400).sum().item() / 2)
    difference = analyse(Analyse(samples, 8000, raw)).level_db - full_scale.level_db
    np.testing.assert_allclose(difference, shift_db, atol=1e-3)
