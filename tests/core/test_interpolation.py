"""Between measured cells a mean of them, on them themselves, beyond them nothing new."""

import numpy as np
import pytest

from tplab_gui.core.interpolation import between

ROWS, COLUMNS = (0.0, 0.5, 1.0), (40.0, 10.0, -10.0)
TABLE = np.array([[1.0, 0.8, 0.4], [0.9, 0.5, 0.3], [0.7, 0.2, 0.1]])


def test_that_a_measured_cell_is_given_as_it_is():
    for row, column in np.ndindex(3, 3):
        assert between(ROWS, COLUMNS, TABLE, ROWS[row], COLUMNS[column]) == TABLE[row, column]


def test_that_between_cells_it_is_linear_in_both_directions():
    assert between(ROWS, COLUMNS, TABLE, 0.25, 40.0) == pytest.approx(0.95)
    assert between(ROWS, COLUMNS, TABLE, 0.0, 25.0) == pytest.approx(0.9)
    assert between(ROWS, COLUMNS, TABLE, 0.25, 25.0) == pytest.approx((1 + 0.8 + 0.9 + 0.5) / 4)


@pytest.mark.parametrize(
    ("row", "column", "edge"), [(-1, 99, 1.0), (5, 99, 0.7), (-1, -99, 0.4), (5, -99, 0.1)]
)
def test_that_beyond_the_table_the_edge_is_given(row, column, edge):
    assert between(ROWS, COLUMNS, TABLE, row, column) == edge


def test_that_no_value_leaves_the_range_of_the_table():
    random = np.random.default_rng(0)
    values = [between(ROWS, COLUMNS, TABLE, *place) for place in random.uniform([-1, -30], [2, 60], (500, 2))]
    assert min(values) >= TABLE.min()
    assert max(values) <= TABLE.max()


def test_that_an_axis_of_one_place_is_always_that_place():
    assert between((0.3,), (1.0, 2.0), [[0.5, 0.7]], 9.0, 1.5) == pytest.approx(0.6)
