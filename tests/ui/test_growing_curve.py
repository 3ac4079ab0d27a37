import time

import numpy as np

from tplab_gui.ui.widgets.growing_curve import GrowingCurve


def grown(y):
    curve = GrowingCurve()
    for start in range(0, len(y), 1000):
        part = list(y[start : start + 1000])
        curve.extend(list(range(start, start + len(part))), part)
    return curve


def test_that_what_went_in_comes_out_after_many_doublings():
    y = np.random.default_rng(1).normal(size=5_003)
    curve = grown(y)
    assert len(curve) == 5_003
    assert np.array_equal(curve.y, y)
    assert np.array_equal(curve.x, np.arange(5_003))


def test_that_a_short_curve_is_seen_point_by_point():
    x, y = grown(np.arange(100.0)).seen_between(10, 20, 500)
    assert x.tolist() == list(range(9, 22))
    assert np.array_equal(x, y)


def test_that_a_long_curve_keeps_its_extremes_in_two_points_a_column():
    y = np.random.default_rng(2).normal(size=100_000)
    y[54_321], y[77] = 99.0, -99.0
    x, seen = grown(y).seen_between(0, 100_000, 700)
    assert len(x) <= 1402
    assert (np.diff(x) >= 0).all()
    assert seen.max() == 99.0
    assert seen.min() == -99.0
    assert np.array_equal(y[x.astype(int)], seen)


def test_that_the_end_of_a_long_curve_is_seen():
    y = np.zeros(10_001)
    y[-1] = 5.0
    assert grown(y).seen_between(0, 1e9, 100)[1].max() == 5.0


def test_that_a_million_points_are_looked_at_in_less_than_a_frame():
    curve = grown(np.random.default_rng(3).normal(size=1_000_000))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        curve.seen_between(0, 1_000_000, 1000)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.033


def test_that_an_empty_curve_shows_nothing():
    x, y = GrowingCurve().seen_between(0, 1, 100)
    assert len(x) == len(y) == 0
