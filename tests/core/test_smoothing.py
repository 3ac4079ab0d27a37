"""The smoothed curve against the sum written out, and what must hold whatever the weight."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.smoothing import Smoother, weight_of


def written_out(y, weight):
    """Return the formula of the docstring, one sum a point."""
    numbers, smooth = [], []
    for value in y:
        if not math.isfinite(value):
            smooth.append(value)
            continue
        numbers.append(value)
        t = len(numbers)
        total = sum(weight ** (t - i) * each for i, each in enumerate(numbers, 1))
        smooth.append((1 - weight) * total / (1 - weight**t))
    return np.array(smooth)


@given(
    st.lists(st.floats(-100, 100), min_size=1, max_size=60),
    st.sampled_from([0.0, 0.001, 0.3, 0.5, 0.9, 0.99, 0.999]),
)
def test_that_each_point_is_the_debiased_average_of_those_before_it(y, weight):
    np.testing.assert_allclose(Smoother(weight).extend(np.array(y)), written_out(y, weight), atol=1e-9)


@pytest.mark.parametrize("weight", [0.5, 0.9, 0.999])
def test_that_a_long_curve_agrees_with_the_recurrence(weight):
    """More points than a block holds; the recurrence is TensorBoard's."""
    y = np.random.default_rng(1).normal(2, 5, 30_000)
    last, expected = 0.0, []
    for t, value in enumerate(y, 1):
        last = weight * last + (1 - weight) * value
        expected.append(last / (1 - weight**t))
    np.testing.assert_allclose(Smoother(weight).extend(y), expected, rtol=1e-10, atol=1e-10)


@given(st.floats(-1e9, 1e9), st.sampled_from([0.1, 0.5, 0.97, 0.999]))
def test_that_a_constant_stays_exactly_that_constant(value, weight):
    assert (Smoother(weight).extend(np.full(5000, value)) == value).all()


def test_that_the_first_point_is_not_pulled_to_zero():
    assert Smoother(0.999).extend(np.array([2.3]))[0] == 2.3


@given(st.lists(st.integers(0, 40), max_size=12), st.sampled_from([0.2, 0.9, 0.995]))
def test_that_pieces_give_what_the_whole_gives(lengths, weight):
    y = np.random.default_rng(len(lengths)).normal(size=sum(lengths))
    y[::7] = np.nan
    pieces = Smoother(weight)
    ends = np.cumsum([0, *lengths])
    parts = [pieces.extend(y[a:b]) for a, b in itertools.pairwise(ends)]
    whole = Smoother(weight).extend(y)
    np.testing.assert_allclose(np.concatenate([np.empty(0), *parts]), whole, atol=1e-9)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_that_what_is_no_number_is_kept_and_spoils_no_other_point(bad):
    y = np.array([bad, 1.0, 2.0, bad, 3.0])
    smooth = Smoother(0.8).extend(y)
    np.testing.assert_array_equal(smooth[[0, 3]], [bad, bad])
    np.testing.assert_allclose(smooth[[1, 2, 4]], written_out([1.0, 2.0, 3.0], 0.8))


def test_that_no_weight_leaves_the_curve_alone():
    y = np.array([3.0, 1.0, np.nan, 2.0])
    np.testing.assert_array_equal(Smoother(0.0).extend(y), y)


@pytest.mark.parametrize("weight", [1.0, -0.1, math.nan])
def test_that_a_weight_that_forgets_nothing_is_refused(weight):
    with pytest.raises(ValueError, match="weight"):
        Smoother(weight)


def test_that_the_weight_of_n_batches_is_that_of_a_mean_age_of_n():
    assert weight_of(1) == 0.0
    weight = weight_of(20)
    ages = np.arange(10_000)
    assert (weight**ages).sum() == pytest.approx(20)
