import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, ttest_1samp

from tplab_gui.training.intervals import difference, mean_over_speakers, wilson


@given(data=st.data(), count=st.integers(1, 5000))
def test_that_wilsons_interval_is_that_of_scipy(data, count):
    right = data.draw(st.integers(0, count))
    theirs = binomtest(right, count).proportion_ci(0.95, method="wilson")
    assert wilson(right, count) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_that_newcombes_interval_is_that_of_his_worked_example():
    """Newcombe 1998, table II, column (a): 56/70 against 48/80, method 10."""
    assert difference((56, 70), (48, 80)) == pytest.approx((0.0524, 0.3339), abs=1e-4)


@given(a=st.integers(0, 50), b=st.integers(0, 80))
def test_that_the_difference_turns_its_sign_with_the_order(a, b):
    low, high = difference((a, 50), (b, 80))
    assert difference((b, 80), (a, 50)) == pytest.approx((-high, -low), abs=1e-12)
    assert low <= a / 50 - b / 80 <= high


def test_that_the_interval_holds_the_true_accuracy_in_95_of_100_draws():
    drawn = np.random.default_rng(1).binomial(750, 0.97, size=4000)
    inside = [low <= 0.97 <= high for low, high in (wilson(int(right), 750) for right in drawn)]
    assert np.mean(inside) == pytest.approx(0.95, abs=0.015)


def test_that_the_margin_over_speakers_is_students_t():
    each = [0.94, 0.57, 0.75, 0.81, 0.66, 0.78]
    mean, margin = mean_over_speakers(each)
    theirs = ttest_1samp(each, 0).confidence_interval(0.95)
    assert mean == pytest.approx(statistics.mean(each))
    assert (mean - margin, mean + margin) == pytest.approx((theirs.low, theirs.high))


def test_that_one_or_two_speakers_say_nothing_about_speakers():
    assert mean_over_speakers([0.9]) == (0.9, math.inf)
    assert mean_over_speakers([0.9, 0.7])[1] == math.inf
