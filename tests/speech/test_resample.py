"""The live resampler against sines, against soxr, and against itself in other blocks."""

import numpy as np
import pytest
import soxr

from tests.speech.sources import tone
from tplab_gui.speech.resample import StreamResampler

RATES_HZ = (8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("frequency_hz", [150, 1000, 3600])
def test_that_a_tone_keeps_its_frequency_its_phase_and_its_height(rate_hz, frequency_hz):
    heard = StreamResampler(rate_hz, 8000).push(tone(frequency_hz, 0.5, rate_hz))
    expected = tone(frequency_hz, 0.5, 8000)[: heard.size]
    assert heard.size > 3900
    assert np.abs(heard - expected)[100:].max() < 0.002


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
def test_that_what_8_khz_cannot_hold_is_gone_instead_of_folded_down(rate_hz):
    heard = StreamResampler(rate_hz, 8000).push(tone(5000, 0.5, rate_hz, amplitude=1.0))
    assert 20 * np.log10(np.abs(heard[100:]).max()) < -55


def test_that_noise_below_3_6_khz_is_what_soxr_makes_of_it():
    noise = np.random.default_rng(1).standard_normal(44_100).astype(np.float32)
    band = soxr.resample(soxr.resample(noise, 44_100, 7000), 7000, 44_100)  # nothing above 3.5 kHz
    heard = StreamResampler(44_100, 8000).push(band)
    expected = soxr.resample(band, 44_100, 8000)[: heard.size]
    assert np.abs(heard - expected)[200:-200].max() < 0.01 * np.abs(expected).max()


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("block", [1, 7, 441, 5000])
def test_that_the_size_of_the_blocks_changes_nothing(rate_hz, block):
    sound = np.random.default_rng(2).standard_normal(6000).astype(np.float32)
    whole = StreamResampler(rate_hz, 8000).push(sound)
    pieces = StreamResampler(rate_hz, 8000)
    heard = np.concatenate([pieces.push(sound[i : i + block]) for i in range(0, sound.size, block)])
    np.testing.assert_allclose(heard, whole, atol=1e-5)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_that_at_most_5_ms_are_held_back(rate_hz):
    """The stream of soxr holds back 40 to 154 ms, which a speaker would wait for the answer."""
    assert StreamResampler(rate_hz, 8000).delay_s < 0.005
    total = StreamResampler(rate_hz, 8000).push(np.zeros(rate_hz, np.float32)).size
    assert 1 - total / 8000 < 0.0055


def test_that_an_hour_of_stream_position_loses_no_precision():
    """Positions are whole numbers: nothing drifts, however long the microphone is open."""
    resampler = StreamResampler(44_100, 8000)
    resampler._next = 8000 * 3600
    resampler._rest_start = 44_100 * 3600 - resampler._half
    heard = resampler.push(tone(1000, 0.2, 44_100))
    assert np.abs(heard - tone(1000, 0.2, 8000)[: heard.size])[100:].max() < 0.002
