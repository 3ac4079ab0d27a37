"""The order of the prompts."""

from itertools import pairwise
from random import Random

import pytest

from tplab_gui.core.prompts import prompt_order


@pytest.mark.parametrize("takes", [1, 2, 25])
@pytest.mark.parametrize("seed", range(8))
def test_that_every_digit_comes_equally_often_and_never_twice_in_a_row(takes, seed):
    order = prompt_order(takes, Random(seed))
    assert [order.count(digit) for digit in range(10)] == [takes] * 10
    assert all(first != second for first, second in pairwise(order))


def test_that_after_each_round_the_counts_are_level():
    order = prompt_order(4, Random(3))
    assert all(sorted(order[start : start + 10]) == list(range(10)) for start in range(0, 40, 10))
    assert order[:10] != order[10:20]
