import math
import statistics

import numpy as np
import pytest

from tplab_gui.data.sound_statistics import FLOOR_DB, by_group, length_remark, measure, summarise

RATE_HZ = 8000


def tone(amplitude, seconds=0.5, hz=500):
    return (amplitude * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE_HZ)) / RATE_HZ)).astype(
        np.float32
    )


def test_that_a_tone_of_half_scale_has_its_peak_at_minus_6_and_its_rms_3_db_below():
    found = measure(tone(0.5), RATE_HZ)
    assert found.peak == pytest.approx(20 * math.log10(0.5), abs=1e-3)
    assert found.rms == pytest.approx(20 * math.log10(0.5) - 10 * math.log10(2), abs=1e-3)
    assert (found.duration, found.clipped, found.silence) == (0.5, 0, 0)


def test_that_a_tone_driven_into_the_limit_is_clipped_as_long_as_it_stays_there():
    driven = np.clip(tone(2.0, hz=100), -1, 1)
    assert measure(driven, RATE_HZ).clipped == np.count_nonzero(np.abs(driven) >= 1)


def test_that_a_single_sample_at_full_scale_is_no_clipping():
    samples = np.zeros(100, np.float32)
    samples[[10, 20, 21]] = 1
    assert measure(samples, RATE_HZ).clipped == 0
    samples[22] = -1
    assert measure(samples, RATE_HZ).clipped == 3


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_that_the_silence_share_is_that_of_the_quiet_quarters_whatever_the_level(quarters):
    for gain in (1.0, 0.01):
        word = np.concatenate([tone(gain, 0.1 * (4 - quarters)), tone(gain * 1e-3, 0.1 * quarters)])
        assert measure(word, RATE_HZ).silence == pytest.approx(quarters / 4)


def test_that_digital_silence_is_silent_and_its_level_finite():
    found = measure(np.zeros(800, np.float32), RATE_HZ)
    assert (found.peak, found.rms, found.silence) == (FLOOR_DB, FLOOR_DB, 1)


def test_that_a_summary_is_that_of_the_standard_library_and_leaves_nan_out():
    values = np.array([3, 1, 4, 1, 5, 9, 2, 6, 100, np.nan], np.float32)
    found = summarise("7", values)
    known = [float(value) for value in values[:-1]]
    quartiles = statistics.quantiles(known, n=4, method="inclusive")
    assert [found.quartile_1, found.median, found.quartile_3] == pytest.approx(quartiles)
    assert (found.mean, found.deviation) == pytest.approx((statistics.mean(known), statistics.stdev(known)))
    assert (found.count, found.least, found.most) == (9, 1, 100)
    assert (found.low_fence, found.high_fence) == (1, 9)  # 100 lies beyond 1.5 distances of the quartiles


def test_that_groups_without_a_number_are_left_out():
    found = by_group(np.array([1, 2, np.nan], np.float32), ["b", "a", "c"])
    assert [(each.name, each.mean) for each in found] == [("a", 2), ("b", 1)]


def test_that_the_remark_counts_the_lengths_that_the_report_states():
    samples = np.array([2499, 2500, 2800, 2801, 1148, 18262])
    remark = length_remark((samples / 8000).astype(np.float32))
    assert remark.values["inside"] == 2
    assert remark.values["beyond"] == 1
    assert (remark.values["least"], remark.values["most"]) == (1148, 18262)
    assert remark.values["mean"] == pytest.approx(samples.mean())
    assert "2 of these 6 clips (33.3 %)" in remark.text()
