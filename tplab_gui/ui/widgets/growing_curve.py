"""A curve that grows: arrays that double, and a look at them with at most two points a pixel.

A million points stay fluid because only what the view can show is handed to the plot: in each column of pixels the
lowest and the highest value, so that no outlier is lost. The extremes of every `BLOCK` points are noted once, when the
block is full; a far view is put together from them, and so costs the same work for a thousand points as for 64.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

BLOCK = 64
_FEWEST = 256


class GrowingCurve:
    """Points (x, y) with x never decreasing, appended one after another; y may be NaN or infinite.

    Attributes
    ----------
    lowest, lowest_positive, highest : float
        Over all finite y; infinity, infinity and -infinity while there is none.

    """

    def __init__(self) -> None:
        self._x, self._y = np.empty(_FEWEST), np.empty(_FEWEST)
        self._extremes = np.empty((_FEWEST // BLOCK, 2), np.int64)  # where each full block is lowest, highest
        self._odd = np.empty(_FEWEST // BLOCK, np.int64)  # how many values of each full block are not finite
        self._count = 0
        self._forget_range()

    def __len__(self) -> int:
        return self._count

    @property
    def x(self) -> Floats:
        """Return all x so far, float64 (n,); a view, not to be written."""
        return self._x[: self._count]

    @property
    def y(self) -> Floats:
        """Return all y so far, float64 (n,); a view, not to be written."""
        return self._y[: self._count]

    def extend(self, x: Sequence[float] | Floats, y: Sequence[float] | Floats) -> None:
        """Append points; the arrays double when they are full, so a point costs the same however many there are."""
        first, needed = self._count, self._count + len(x)
        if needed > len(self._x):
            size = -(-max(needed, 2 * len(self._x)) // BLOCK) * BLOCK
            self._x, self._y = np.resize(self._x, size), np.resize(self._y, size)
            self._extremes = np.resize(self._extremes, (size // BLOCK, 2))
            self._odd = np.resize(self._odd, size // BLOCK)
        self._x[first:needed] = x
        self._y[first:needed] = y
        self._count = needed
        self._note_blocks(first // BLOCK, needed // BLOCK)
        self._note_range(self._y[first:needed])

    def cut_after(self, x: float) -> None:
        """Forget the points beyond `x`."""
        self._count = int(np.searchsorted(self.x, x, side="right"))
        self._forget_range()
        self._note_range(self.y)

    def clear(self) -> None:
        """Forget all points."""
        self.cut_after(-math.inf)

    def index_near(self, x: float) -> int | None:
        """Return which point lies nearest to `x`; None when there is none."""
        if not self._count:
            return None
        at = int(np.searchsorted(self.x, x))
        if at == self._count or (at and x - self._x[at - 1] < self._x[at] - x):
            at -= 1
        return at

    def seen_between(self, low: float, high: float, columns: int) -> tuple[Floats, Floats]:
        """Return the points from `low` to `high` (one more on each side), or two for each of `columns` if that is less.

        What is not finite comes back as NaN, a gap. Columns begin at multiples of their length, so that a curve that
        grows keeps the points that were seen before.

        Returns
        -------
        x, y : float64 (m,), m <= 2 * columns + 6; each column gives its lowest and its highest point, in order of x

        """
        first, last = self._between(low, high)
        group = -(-(last - first) // max(columns, 1))
        if group <= 2:
            x, y = self._x[first:last].copy(), self._y[first:last].copy()
        else:
            if group > BLOCK:
                group = -(-group // BLOCK) * BLOCK
            kept = self._thinned(first, last, group)
            x, y = self._x[kept], self._y[kept]
        y[~np.isfinite(y)] = np.nan
        return x, y

    def count_outside(self, low: float, high: float, bottom: float, top: float) -> tuple[int, int, int]:
        """Return how many points with `low` <= x <= `high` have y < `bottom`, y > `top`, or y that is not finite."""
        first = int(np.searchsorted(self.x, low))
        last = int(np.searchsorted(self.x, high, side="right"))
        start, end = -(-first // BLOCK), last // BLOCK
        if end <= start:
            return _outside(self._y[first:last], bottom, top)
        lowest, highest = (self._y[self._extremes[start:end, side]] for side in (0, 1))
        inside = (lowest >= bottom) & (highest <= top) & (self._odd[start:end] == 0)
        blocks = self._y[start * BLOCK : end * BLOCK].reshape(-1, BLOCK)[~inside]
        parts = (blocks.ravel(), self._y[first : start * BLOCK], self._y[end * BLOCK : last])
        below, above, odd = np.sum([_outside(part, bottom, top) for part in parts], axis=0)
        return int(below), int(above), int(odd)

    def _between(self, low: float, high: float) -> tuple[int, int]:
        first = max(0, int(np.searchsorted(self.x, low)) - 1)
        return first, min(self._count, int(np.searchsorted(self.x, high, side="right")) + 1)

    def _thinned(self, first: int, last: int, group: int) -> Indices:
        """Return where each column of `group` points is lowest and highest; the two at the ends may be shorter."""
        start, end = -(-first // group) * group, last // group * group
        if start >= end:
            return _extremes_of(self._y, first, last)
        if group % BLOCK:
            middle = _extremes(self._y[start:end].reshape(-1, group)) + np.arange(start, end, group)[:, None]
        else:  # of the blocks' own extremes, the lowest and the highest
            blocks = self._extremes[start // BLOCK : end // BLOCK]
            sides = []
            for side, best in ((0, np.argmin), (1, np.argmax)):
                at = blocks[:, side].reshape(-1, group // BLOCK)
                values = _ignoring(self._y[at], math.inf if side == 0 else -math.inf)
                sides.append(at[np.arange(len(at)), best(values, axis=1)])
            middle = np.stack(sides, 1)
        middle.sort(1)
        before, after = _extremes_of(self._y, first, start), _extremes_of(self._y, end, last)
        return np.concatenate([before, middle.ravel(), after])

    def _note_blocks(self, first: int, last: int) -> None:
        if last > first:
            values = self._y[first * BLOCK : last * BLOCK].reshape(-1, BLOCK)
            starts = np.arange(first, last)[:, None] * BLOCK
            self._extremes[first:last] = _extremes(values) + starts
            self._odd[first:last] = np.count_nonzero(~np.isfinite(values), axis=1)

    def _forget_range(self) -> None:
        self.lowest = self.lowest_positive = math.inf
        self.highest = -math.inf

    def _note_range(self, y: Floats) -> None:
        y = y[np.isfinite(y)]
        if len(y):
            self.lowest, self.highest = min(self.lowest, float(y.min())), max(self.highest, float(y.max()))
        y = y[y > 0]
        if len(y):
            self.lowest_positive = min(self.lowest_positive, float(y.min()))


def _ignoring(y: Floats, instead: float) -> Floats:
    """Return `y` with `instead` for what is not finite."""
    is_finite = np.isfinite(y)
    return y if is_finite.all() else np.where(is_finite, y, instead)


def _extremes(rows: Floats) -> Indices:
    """Return where each row (n, m) is lowest and highest, int64 (n, 2); a row of no numbers gives its first place."""
    return np.stack(
        [_ignoring(rows, math.inf).argmin(1), _ignoring(rows, -math.inf).argmax(1)], 1, dtype=np.int64
    )


def _extremes_of(y: Floats, first: int, last: int) -> Indices:
    """Return where `y[first:last]` is lowest and highest, in order; none when it is empty."""
    if last <= first:
        return np.empty(0, np.int64)
    return np.unique(_extremes(y[None, first:last])[0] + first)


def _outside(y: Floats, bottom: float, top: float) -> tuple[int, int, int]:
    is_finite = np.isfinite(y)
    below = int(np.count_nonzero(is_finite & (y < bottom)))
    above = int(np.count_nonzero(is_finite & (y > top)))
    return below, above, len(y) - int(np.count_nonzero(is_finite))
