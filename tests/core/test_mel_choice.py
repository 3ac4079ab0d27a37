import warnings
from dataclasses import replace

import pytest
import torchaudio

from tplab_gui.core.mel_choice import PRESETS, MelChoice, preset, refusals
from tplab_gui.speech.features import FeatureParams

RATES_HZ = (8000, 11025, 16000, 44100, 48000)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("name", PRESETS)
def test_that_every_preset_can_be_drawn_at_every_rate(name, rate_hz):
    assert refusals(preset(name, rate_hz), rate_hz, rate_hz) == {}


def test_that_the_report_is_torchaudio_with_nothing_filled_in():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of empty bands, which is remark R10
        oracle = torchaudio.transforms.MelSpectrogram()
    choice = preset("report", 8000)
    assert choice.believed_hz(8000) == oracle.sample_rate
    assert (choice.n_fft, choice.window_samples, choice.hop_samples, choice.n_mels) == (
        oracle.n_fft,
        oracle.win_length,
        oracle.hop_length,
        oracle.n_mels,
    )
    assert choice.f_min_hz == oracle.f_min
    assert choice.top_hz(8000) == oracle.mel_scale.f_max
    assert choice.is_magnitude == (oracle.power == 1)
    assert choice.scale == oracle.mel_scale.mel_scale
    assert choice == replace(preset("torchaudio", 8000), assumed_rate_hz=16000)


def test_that_the_recogniser_is_the_one_that_ships():
    choice, shipped = preset("recogniser", 8000), FeatureParams()
    for name in ("n_fft", "window_samples", "hop_samples", "n_mels", "f_min_hz", "f_max_hz", "is_centred"):
        assert getattr(choice, name) == getattr(shipped, name), name


@pytest.mark.parametrize("name", ["eye", "recogniser"])
def test_that_a_preset_in_seconds_keeps_its_seconds_at_another_rate(name):
    low, high = preset(name, 8000), preset(name, 48000)
    assert high.window_samples == 6 * low.window_samples
    assert high.hop_samples == 6 * low.hop_samples


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"window_samples": 401}, "window_samples"),
        ({"f_max_hz": 8001.0}, "f_max_hz"),
        ({"f_min_hz": 9000.0}, "f_min_hz"),
        ({"f_min_hz": 3000.0, "f_max_hz": 3000.0}, "f_min_hz"),
        ({"is_centred": False, "n_fft": 9000}, "n_fft"),
        ({"hop_samples": 1, "n_mels": 1000}, "hop_samples"),
    ],
)
def test_that_what_cannot_be_is_said_beside_its_own_control(changed, field):
    found = refusals(replace(preset("report", 8000), **changed), 8000, 8000)
    assert list(found) == [field]
    assert "{" not in str(found[field])


def test_that_a_rate_believed_to_be_lower_lowers_the_highest_frequency():
    choice = MelChoice(f_max_hz=4000.0, assumed_rate_hz=4000)
    assert "f_max_hz" in refusals(choice, 8000, 8000)
