"""Intervals over pairs and seeds: as wide as draws really scatter, wider when recordings are used again."""

import numpy as np
import pytest

from tplab_gui.fusion.study_intervals import accuracy_interval, difference_interval
from tplab_gui.training.intervals import wilson


def test_that_independent_pairs_give_wilsons_interval():
    right = np.arange(400) < 340
    mean, low, high = accuracy_interval([right], [np.arange(400)])
    assert mean == pytest.approx(0.85)
    assert (low, high) == pytest.approx(wilson(340, 400), abs=1e-3)


def test_that_recordings_used_again_count_once():
    """Ten pairs with each of 40 recordings, all right or all wrong together, are 40 draws and not 400."""
    random = np.random.default_rng(0)
    by_clip = random.random(40) < 0.8
    clips = np.repeat(np.arange(40), 10)
    mean, low, high = accuracy_interval([by_clip[clips]], [clips])
    expected = wilson(int(by_clip.sum()), 40)
    assert mean == pytest.approx(by_clip.mean())
    assert (low, high) == pytest.approx(expected, abs=0.02)


def test_that_an_interval_of_no_errors_is_not_a_point():
    mean, low, high = accuracy_interval([np.ones(60, bool)], [np.arange(60) % 20])
    assert (mean, high) == (1.0, 1.0)
    assert low == pytest.approx(wilson(20, 20)[0], abs=1e-6)


def test_that_the_interval_holds_the_truth_nineteen_times_in_twenty():
    """Of 300 experiments with 30 recordings in 8 pairs each."""
    random = np.random.default_rng(1)
    hits = 0
    for _ in range(300):
        chance = random.beta(8, 2, 30)  # 0.8 on average
        clips = np.repeat(np.arange(30), 8)
        right = random.random(240) < chance[clips]
        _, low, high = accuracy_interval([right], [clips])
        hits += low <= 0.8 <= high
    assert 0.91 <= hits / 300 <= 0.99


def test_that_scattered_seeds_widen_the_interval():
    random = np.random.default_rng(2)
    clips = [np.arange(500)] * 3
    alike = [random.random(500) < 0.9 for _ in range(3)]
    apart = [random.random(500) < chance for chance in (0.8, 0.9, 1.0)]
    narrow, wide = (accuracy_interval(right, clips) for right in (alike, apart))
    assert wide[2] - wide[1] > 2 * (narrow[2] - narrow[1])


def test_that_two_who_never_differ_are_not_told_apart_beyond_chance():
    right = np.random.default_rng(3).random(200) < 0.9
    mean, low, high = difference_interval([right], [right], [np.arange(200)])
    assert mean == 0
    assert low == -high == pytest.approx(-3 / 200)


def test_that_a_paired_difference_is_found_where_two_separate_intervals_overlap():
    random = np.random.default_rng(4)
    first = random.random(1000) < 0.9
    second = first.copy()
    second[np.flatnonzero(first)[:15]] = False  # it fails in 15 more
    clips = [np.arange(1000)]
    mean, low, _ = difference_interval([first], [second], clips)
    assert mean == pytest.approx(0.015)
    assert low > 0
    assert accuracy_interval([first], clips)[1] < accuracy_interval([second], clips)[2]


def test_that_the_difference_is_turned_by_turning_both():
    random = np.random.default_rng(5)
    one, other = ([random.random(90) < 0.7 for _ in range(3)] for _ in range(2))
    clips = [np.arange(90) % 30] * 3
    mean, low, high = difference_interval(one, other, clips)
    assert difference_interval(other, one, clips) == pytest.approx((-mean, -high, -low))
