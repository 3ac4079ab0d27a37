"""What becomes of a clip before the report's network, against torchaudio's own defaults."""

import warnings

import numpy as np
import pytest
import torch
import torchaudio

from tplab_gui.core.experiments import find
from tplab_gui.training import spectrograms

ONE_SECOND = find("spoken-digits").params("runs", scaling="none")
REPORT = find("spoken-digits").params("runs", preset="report", scaling="none")
LEVELLED = find("spoken-digits").params("runs", scaling="levelled")


def tone(seconds):
    return 0.5 * np.sin(2 * np.pi * 500 * np.arange(round(seconds * 8000)) / 8000, dtype=np.float32)


def test_that_the_report_preset_is_what_torchaudios_defaults_say_of_48000_samples():
    samples = tone(2.28)
    padded = torch.zeros(48_000)
    padded[: len(samples)] = torch.from_numpy(samples)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = torchaudio.transforms.AmplitudeToDB()(torchaudio.transforms.MelSpectrogram()(padded))
    found = spectrograms.spectrogram(samples, REPORT)
    assert found.shape == (128, 241)
    assert torch.equal(found, expected)


def test_that_one_second_at_its_true_rate_is_41_columns_without_an_empty_band():
    noise = np.random.default_rng(1).normal(0, 0.1, 8000).astype(np.float32)
    heard = spectrograms.spectrogram(noise, ONE_SECOND)
    as_report = spectrograms.spectrogram(noise, REPORT)
    assert heard.shape == (128, 41)
    assert [int((s == spectrograms.silence_db()).all(1).sum()) for s in (heard, as_report)] == [0, 4]


def test_that_the_longest_clip_of_fsdd_fits_the_reports_length_and_is_cut_to_one_second():
    samples = np.arange(18_262, dtype=np.float32)
    long, short = spectrograms.fit_length(samples, 48_000), spectrograms.fit_length(samples, 8000)
    assert np.array_equal(long[:18_262], samples)
    assert not long[18_262:].any()
    assert np.array_equal(short, samples[:8000])


def test_that_a_levelled_clip_is_the_same_however_loud_it_was_and_its_silence_is_silence():
    noise = np.random.default_rng(1).normal(0, 1e-4, 4000).astype(np.float32)
    loud, soft = (spectrograms.spectrogram(k * (tone(0.5) + noise), LEVELLED) for k in (1, 0.1))
    torch.testing.assert_close(loud, soft, atol=1e-2, rtol=0)
    assert loud.min() == spectrograms.silence_db()
    assert loud.std().item() == pytest.approx(spectrograms.CONTRAST_DB, rel=1e-4)
    assert torch.equal(loud[:, 30:], torch.full((128, 11), spectrograms.silence_db()))


def test_that_a_levelled_clip_without_a_sound_is_silence():
    found = spectrograms.spectrogram(np.zeros(8000, np.float32), LEVELLED)
    assert torch.equal(found, torch.full((128, 41), spectrograms.silence_db()))


def test_that_leaving_out_the_silence_in_memory_changes_nothing_the_network_sees():
    report = REPORT
    pictures = [spectrograms.spectrogram(tone(s), report) for s in (0.3, 2.28)]
    kept = [spectrograms.without_silence(picture) for picture in pictures]
    assert [k.shape[1] for k in kept] == [13, 93]
    batch, labels = spectrograms.Spectrograms(kept, [3, 8], 241, torch.device("cpu")).take(slice(0, 2))
    assert torch.equal(batch, torch.stack(pictures).unsqueeze(1))
    assert labels.tolist() == [3, 8]


def test_that_taking_a_batch_does_not_change_what_is_kept():
    examples = spectrograms.Spectrograms([torch.ones(128, 5)], [1], 5, torch.device("cpu"), mean=3.0, std=2.0)
    for _ in range(2):
        assert torch.equal(examples.take(slice(0, 1))[0], torch.full((1, 1, 128, 5), -1.0))


def test_that_silence_alone_keeps_one_column():
    quiet = spectrograms.without_silence(spectrograms.spectrogram(np.zeros(10, np.float32), ONE_SECOND))
    assert quiet.shape == (128, 1)


def test_that_a_picture_of_a_spectrogram_has_low_bands_below_and_80_db_from_black_to_white():
    spectrogram_db = torch.full((4, 6), -95.0)
    spectrogram_db[0, 2], spectrogram_db[3, 5] = -10.0, -50.0
    picture = spectrograms.as_picture(spectrogram_db)
    assert picture.shape == (4, 6)
    assert picture[3, 2] == 255
    assert picture[0, 5] == round(255 * 40 / 80)
    assert sorted(picture.ravel())[:-2] == [0] * 22
