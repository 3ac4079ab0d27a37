"""A curve that grows: arrays that double, and a look at them with at most two points a pixel.

A million points stay fluid because only what the view can show is handed to the plot: in each column of pixels the
lowest and the highest value, so that no outlier is lost.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class GrowingCurve:
    """Points (x, y) with x never decreasing, appended one after another."""

    def __init__(self) -> None:
        self._x, self._y = np.empty(256), np.empty(256)
        self._count = 0

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
        needed = self._count + len(x)
        if needed > len(self._x):
            size = max(needed, 2 * len(self._x))
            self._x, self._y = np.resize(self._x, size), np.resize(self._y, size)
        self._x[self._count : needed] = x
        self._y[self._count : needed] = y
        self._count = needed

    def cut_after(self, x: float) -> None:
        """Forget the points beyond `x`."""
        self._count = int(np.searchsorted(self.x, x, side="right"))

    def seen_between(self, low: float, high: float, columns: int) -> tuple[Floats, Floats]:
        """Return the points from `low` to `high` (one more on each side), or two for each of `columns` if that is less.

        Returns
        -------
        x, y : float64 (m,), m <= 2 * columns + 2; each column gives its lowest and its highest point, in order of x

        """
        first = max(0, int(np.searchsorted(self.x, low)) - 1)
        last = min(self._count, int(np.searchsorted(self.x, high, side="right")) + 1)
        x, y = self._x[first:last], self._y[first:last]
        group = -(-len(x) // max(columns, 1))
        if group <= 2:
            return x.copy(), y.copy()
        whole = len(x) // group * group
        columns_y = y[:whole].reshape(-1, group)
        offsets = np.stack([columns_y.argmin(1), columns_y.argmax(1)], 1)
        offsets.sort(1)
        kept = (offsets + np.arange(0, whole, group)[:, None]).ravel()
        if whole < len(x):  # the last column is not full
            rest = y[whole:]
            ends = sorted({int(rest.argmin()), int(rest.argmax())})
            kept = np.concatenate([kept, np.array(ends) + whole])
        return x[kept], y[kept]
