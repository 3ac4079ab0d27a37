"""The log-mel spectrogram against torchaudio, against numpy.fft, and against itself in pieces."""

import numpy as np
import pytest
import torch
import torchaudio
from hypothesis import given, settings
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.speech.features import (
    FeatureParams,
    LogMelStream,
    frame_count,
    hz_of_mel,
    log_mel,
    mel_centres_hz,
    mel_filters,
    mel_of_hz,
    power_frames,
    window,
)


def tone(frequency_hz, seconds=0.5, rate_hz=8000, amplitude=1.0):
    time_s = np.arange(int(seconds * rate_hz)) / rate_hz
    return (amplitude * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.float32)


def noise(n, seed=0):
    return np.random.default_rng(seed).normal(0, 0.1, n).astype(np.float32)


@pytest.mark.parametrize(
    "params",
    [
        FeatureParams(),
        FeatureParams(
            n_fft=400,
            window_samples=400,
            hop_samples=200,
            n_mels=128,
            f_min_hz=0,
            f_max_hz=0,
        ),
        FeatureParams(
            rate_hz=16000,
            n_fft=512,
            window_samples=400,
            hop_samples=160,
            n_mels=23,
            is_centred=True,
        ),
    ],
)
def test_that_columns_equal_those_of_torchaudio(params):
    samples = noise(params.rate_hz // 2)
    reference = torchaudio.transforms.MelSpectrogram(
        sample_rate=params.rate_hz,
        n_fft=params.n_fft,
        win_length=params.window_samples,
        hop_length=params.hop_samples,
        f_min=params.f_min_hz,
        f_max=params.top_hz,
        n_mels=params.n_mels,
        center=params.is_centred,
    )
    full_scale = (torch.hann_window(params.window_samples).sum() / 2) ** 2
    power = reference(torch.from_numpy(samples)) / full_scale
    expected = torchaudio.transforms.AmplitudeToDB("power")(power).clamp_min(params.floor_db).numpy()
    heard = mel_filters(params).any(axis=1)
    assert heard.sum() >= params.n_mels - 4
    np.testing.assert_allclose(log_mel(samples, params)[heard], expected[heard], atol=0.01)


def test_that_the_default_of_torchaudio_gives_the_shape_of_table_1():
    """R10: 2779 samples, n_fft 400, hop 200, 128 bands, centred: 128 x 14."""
    params = FeatureParams(
        n_fft=400,
        window_samples=400,
        hop_samples=200,
        n_mels=128,
        f_min_hz=0,
        f_max_hz=0,
        is_centred=True,
    )
    assert log_mel(noise(2779), params).shape == (128, 14)


def test_that_the_power_of_a_frame_is_that_of_numpys_fft():
    params = FeatureParams(n_fft=64, window_samples=64)
    samples = noise(64)
    hann = np.hanning(65)[:-1]
    expected = np.abs(np.fft.fft(samples * hann)[:33]) ** 2 / (hann.sum() / 2) ** 2
    np.testing.assert_allclose(power_frames(samples, params), expected, rtol=1e-4, atol=1e-9)


@pytest.mark.parametrize("frequency_hz", [220.0, 440.0, 1000.0, 3000.0])
def test_that_a_tone_peaks_in_the_band_that_holds_it(frequency_hz):
    params = FeatureParams()
    centres = mel_centres_hz(params)
    peaks = log_mel(tone(frequency_hz), params).mean(axis=1).argmax()
    spacing = np.gradient(centres)[peaks]
    assert abs(centres[peaks] - frequency_hz) <= spacing


def test_that_a_440_hz_tone_peaks_in_the_bin_that_holds_440_hz():
    params = FeatureParams()
    frames = tone(440.0)[: params.n_fft]
    assert power_frames(frames, params).argmax() == round(440 * params.n_fft / params.rate_hz)


def test_that_a_full_scale_sine_is_near_0_db_and_half_the_amplitude_is_6_db_lower():
    params = FeatureParams()
    loud, soft = (
        log_mel(tone(1000.0), params).max(),
        log_mel(tone(1000.0, amplitude=0.5), params).max(),
    )
    assert abs(loud) < 3.0
    assert loud - soft == pytest.approx(20 * np.log10(2), abs=0.01)


def test_that_silence_lies_on_the_floor():
    params = FeatureParams(floor_db=-90)
    assert np.all(log_mel(np.zeros(4000, np.float32), params) == -90)


def test_that_no_band_of_the_shipped_settings_is_empty_but_torchaudios_default_at_8_khz_has_four():
    assert mel_filters(FeatureParams()).any(axis=1).all()
    wrong = FeatureParams(rate_hz=16000, n_fft=400, window_samples=400, n_mels=128, f_min_hz=0, f_max_hz=0)
    assert (~mel_filters(wrong).any(axis=1)).sum() == 4


@given(st.floats(0, 20000))
def test_that_mel_and_hz_are_inverse(frequency_hz):
    assert float(hz_of_mel(mel_of_hz(frequency_hz))) == pytest.approx(frequency_hz, abs=1e-6)


def test_that_the_warp_moves_a_band_by_its_factor():
    plain, warped = FeatureParams(), FeatureParams(mel_warp=1.1)
    np.testing.assert_allclose(mel_centres_hz(warped), 1.1 * mel_centres_hz(plain))


@settings(max_examples=40, deadline=None)
@given(
    sizes=st.lists(st.integers(0, 700), min_size=1, max_size=12),
    hop=st.integers(1, 300),
    n_fft=st.sampled_from([64, 200, 256]),
)
def test_that_a_stream_in_blocks_of_any_size_gives_the_columns_of_the_whole(sizes, hop, n_fft):
    params = FeatureParams(n_fft=n_fft, window_samples=60, hop_samples=hop, n_mels=8)
    samples = noise(sum(sizes))
    stream = LogMelStream(params)
    pieces = [stream.push(block) for block in np.split(samples, np.cumsum(sizes)[:-1])]
    whole = log_mel(samples, params)
    np.testing.assert_allclose(np.concatenate(pieces, axis=1), whole, atol=1e-3)
    assert stream.columns == whole.shape[1] == frame_count(samples.size, params)


def test_that_a_long_recording_gives_the_same_columns_as_its_beginning():
    params = FeatureParams(n_fft=64, window_samples=64, hop_samples=8, n_mels=8)
    samples = noise(20_000)
    long, short = log_mel(samples, params), log_mel(samples[:4000], params)
    np.testing.assert_allclose(long[:, : short.shape[1]], short, atol=1e-4)


def test_that_a_clip_shorter_than_a_frame_has_no_column_unless_centred():
    assert log_mel(noise(100), FeatureParams()).shape == (40, 0)
    assert log_mel(noise(200), FeatureParams(is_centred=True)).shape[1] == frame_count(
        200, FeatureParams(is_centred=True)
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"window_samples": 300},
        {"hop_samples": 0},
        {"n_mels": 0},
        {"f_max_hz": 5000.0},
        {"f_min_hz": 3900.0},
    ],
)
def test_that_settings_that_cannot_be_are_refused_in_a_sentence(wrong):
    with pytest.raises(LabError):
        FeatureParams(**wrong)


def test_that_a_centred_stream_is_refused():
    with pytest.raises(LabError, match="yet to come"):
        LogMelStream(FeatureParams(is_centred=True))


def test_that_a_shared_window_cannot_be_written_by_mistake():
    with pytest.raises(ValueError, match="read-only"):
        window(FeatureParams())[0] = 1.0
