"""Reading a table between its measured cells, and never beyond them."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any


def between(rows: Sequence[float], columns: Sequence[float], values: Any, row: float, column: float) -> float:
    """Return the bilinear mean of the four cells around (row, column); outside, the nearest edge.

    `rows` and `columns` are the axes of `values` (rows, columns), each rising or each falling strictly.
    """
    (top, down), (left, right) = _around(rows, row), _around(columns, column)
    total = 0.0
    for i, vertical in ((top, 1 - down), (top + 1, down)):
        for j, horizontal in ((left, 1 - right), (left + 1, right)):
            if vertical * horizontal > 0:
                total += vertical * horizontal * float(values[i][j])
    return total


def _around(axis: Sequence[float], place: float) -> tuple[int, float]:
    """Return the index of the cell before a place and how far it is on the way to the next, in [0, 1]."""
    sign = 1.0 if len(axis) < 2 or axis[-1] > axis[0] else -1.0
    rising, place = [sign * each for each in axis], sign * place
    before = min(max(bisect_right(rising, place) - 1, 0), max(len(rising) - 2, 0))
    if len(rising) < 2:
        return 0, 0.0
    share = (place - rising[before]) / (rising[before + 1] - rising[before])
    return before, min(max(share, 0.0), 1.0)
