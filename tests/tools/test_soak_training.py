"""The verdict of the soak benchmark, on sessions made up for it."""

import numpy as np
import pytest

from benchmarks.soak_training import FLAT_MIB_PER_H, theil_sen, verdict


def session(slope_mib_per_h=0.0, peaks=(), threads=8, handles=13, minutes=30):
    """Samples every ten seconds, with noise of two MiB and peaks of 40 MiB."""
    draw = np.random.default_rng(0)
    return [
        {
            "s": s,
            "rss_mib": 1000 + slope_mib_per_h * s / 3600 + draw.normal(0, 2) + 40 * (s in peaks),
            "threads": threads,
            "python_threads": 1,
            "handles": handles,
            "p50_ms": 0.2,
            "p99_ms": 9.0,
            "max_ms": 30.0,
        }
        for s in range(10, 60 * minutes + 1, 10)
    ]


def test_that_the_slope_is_that_of_the_line_and_bears_outliers():
    x = np.arange(50.0)
    y = 3 * x + 1
    y[[4, 20, 33]] += 1000
    assert theil_sen(list(x), list(y)) == pytest.approx(3)


def test_that_noise_and_peaks_are_flat():
    assert verdict(session(peaks=range(0, 1800, 70)))["verdict"] == "flat"


@pytest.mark.parametrize("slope", [2 * FLAT_MIB_PER_H, -2 * FLAT_MIB_PER_H])
def test_that_a_steady_growth_is_found_with_its_slope(slope):
    found = verdict(session(slope))
    assert found["slope_mib_per_h"] == pytest.approx(slope, abs=4)
    assert found["verdict"] == ("grows" if slope > 0 else "flat")


def test_that_what_grows_during_the_warm_up_only_is_flat():
    samples = session()
    for each in samples:
        each["rss_mib"] += min(each["s"], 290)
    assert verdict(samples)["verdict"] == "flat"


@pytest.mark.parametrize("what", ["threads", "handles"])
def test_that_threads_and_handles_that_pile_up_are_found(what):
    samples = session()
    for number, each in enumerate(samples):
        each[what] += number // 20
    assert verdict(samples)["verdict"] == "grows"


def test_that_too_short_a_session_has_no_verdict():
    with pytest.raises(ValueError, match="too few"):
        verdict(session()[:2])
