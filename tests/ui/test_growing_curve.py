import math
import time

import numpy as np
import pytest

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


@pytest.mark.parametrize("count", [10, 64, 1000, 100_000])
def test_that_the_extremes_of_what_is_seen_are_those_of_all_points_there(count):
    """Whatever the zoom: columns shorter than a block, as long, and much longer."""
    rng = np.random.default_rng(count)
    y = rng.normal(size=count)
    curve = grown(y)
    for _ in range(30):
        low, high = sorted(rng.integers(0, count, 2))
        x, seen = curve.seen_between(low, high, int(rng.integers(1, 400)))
        assert seen.max() >= y[low : high + 1].max()
        assert seen.min() <= y[low : high + 1].min()
        assert np.array_equal(y[x.astype(int)], seen)
        assert (np.diff(x) >= 0).all()


def test_that_growth_leaves_the_columns_seen_before_where_they_were():
    y = np.random.default_rng(4).normal(size=50_000)
    curve = grown(y[:40_000])
    before = curve.seen_between(0, 50_000, 10)[0]
    curve.extend(np.arange(40_000.0, 40_100), y[40_000:40_100])
    after = curve.seen_between(0, 50_000, 10)[0]
    assert np.isin(before[:-2], after).mean() > 0.8


def test_that_what_is_no_number_is_a_gap_and_hides_no_extreme():
    y = np.zeros(10_000)
    y[4990:5400], y[7000], y[7001], y[7002] = np.nan, np.inf, -np.inf, 9.0
    _, seen = grown(y).seen_between(0, 10_000, 100)
    assert np.nanmax(seen) == 9.0
    assert np.nanmin(seen) == 0.0
    assert np.isnan(seen).any()
    assert not np.isinf(seen).any()


def test_that_points_outside_are_counted_one_by_one():
    rng = np.random.default_rng(5)
    y = rng.normal(size=20_011)
    y[rng.integers(0, len(y), 40)] = np.nan
    curve = grown(y)
    for low, high, bottom, top in (
        (0, 20_011, -2, 2),
        (100, 15_000.5, -3, 1),
        (70, 75, -0.5, 0.5),
        (5, 5, 0, 0),
    ):
        part = y[math.ceil(low) : math.floor(high) + 1]
        counted = (np.sum(part < bottom), np.sum(part > top), np.sum(~np.isfinite(part)))
        assert curve.count_outside(low, high, bottom, top) == counted


def test_that_the_range_is_known_without_looking_again_and_shrinks_when_points_are_cut():
    curve = grown(np.array([3.0, -1.0, 0.5, np.inf, np.nan, 7.0]))
    assert (curve.lowest, curve.lowest_positive, curve.highest) == (-1.0, 0.5, 7.0)
    curve.cut_after(2)
    assert (curve.lowest, curve.highest, len(curve)) == (-1.0, 3.0, 3)
    curve.extend([3], [9.0])
    assert curve.highest == 9.0
    curve.clear()
    assert (len(curve), curve.highest) == (0, -math.inf)


def test_that_points_added_after_a_cut_replace_what_was_noted_of_their_block():
    curve = grown(np.full(1000, 5.0))
    curve.cut_after(99)
    curve.extend(np.arange(100.0, 1000), np.full(900, 1.0))
    assert curve.count_outside(100, 999, 2, 9) == (900, 0, 0)


def test_that_the_nearest_point_is_found():
    curve = grown(np.arange(10.0))
    assert [curve.index_near(x) for x in (-5, 0.4, 0.6, 8.9, 99)] == [0, 0, 1, 9, 9]
    assert GrowingCurve().index_near(1) is None
