"""What a pen did on a sheet one unit wide: strokes, pen-downs, and what leaves the sheet. No Qt.

Where the pen leaves the sheet its stroke ends at the edge; where it comes back another begins. One pen-down is what
undo takes away, however many strokes it made.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Strokes = tuple[NDArray[np.float32], ...]
Point = tuple[float, float]

NEAREST = 0.002  # of the side: points closer than this add nothing
MAX_POINTS = 50_000  # the renderer refuses 100,000


@dataclass
class Line:
    """One stroke: its points in units of the side, x right, y down, and how hard the pen pressed (1: usual)."""

    points: list[Point] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)


class InkSheet:
    """The strokes on a sheet, changed by the pen."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pens: list[int] = []  # strokes that each pen-down made
        self._last: Point | None = None  # None while the pen is up
        self._is_outside = False
        self._n_points = 0

    @property
    def is_pen_down(self) -> bool:
        """Whether the pen touches the sheet, or did before it left it."""
        return self._last is not None

    def strokes(self) -> Strokes:
        """Return the strokes, one array (n, 2) float32 each."""
        return tuple(np.array(line.points, np.float32) for line in self.lines)

    def replace(self, strokes: Strokes) -> None:
        """Put given strokes there instead; one undo takes them away."""
        self.clear()
        for stroke in strokes:
            points = [(float(x), float(y)) for x, y in stroke]
            self.lines.append(Line(points, [1.0] * len(points)))
            self._n_points += len(points)
        self._pens = [len(self.lines)] if self.lines else []

    def clear(self) -> None:
        """Take everything away."""
        self.lines, self._pens, self._n_points, self._last = [], [], 0, None

    def undo(self) -> bool:
        """Take the last pen-down away; return whether there was one."""
        if not self._pens:
            return False
        for _ in range(self._pens.pop()):
            self._n_points -= len(self.lines.pop().points)
        self._last = None
        return True

    def pen_down(self, point: Point, width: float = 1.0) -> bool:
        """Begin; return whether a stroke began (it does not outside the sheet)."""
        self._pens.append(0)
        self._last, self._is_outside = point, not _is_inside(point)
        if not self._is_outside:
            self._begin(point, width)
        return not self._is_outside

    def pen_move(self, point: Point, width: float = 1.0) -> tuple[Point, Point] | None:
        """Go on; return the piece of line that was added, if any."""
        last = self._last
        if last is None or not self._pens or self._n_points >= MAX_POINTS:
            return None
        if max(abs(point[0] - last[0]), abs(point[1] - last[1])) < NEAREST:
            return None
        was_outside, self._is_outside, self._last = self._is_outside, not _is_inside(point), point
        if was_outside and self._is_outside:
            return None
        if was_outside:
            self._begin(_crossing(point, last), width)
        start = self.lines[-1].points[-1]
        end = _crossing(last, point) if self._is_outside else point
        self.lines[-1].points.append(end)
        self.lines[-1].widths.append(width)
        self._n_points += 1
        return start, end

    def pen_up(self) -> bool:
        """End; return whether the pen was down."""
        was_down = self._last is not None
        self._last = None
        if self._pens and not self._pens[-1]:
            self._pens.pop()  # all of it was outside
        return was_down

    def _begin(self, point: Point, width: float) -> None:
        self.lines.append(Line([point], [width]))
        self._pens[-1] += 1
        self._n_points += 1


def _is_inside(point: Point) -> bool:
    return 0 <= point[0] <= 1 and 0 <= point[1] <= 1


def _crossing(inside: Point, outside: Point) -> Point:
    """Where the way from inside to outside crosses the edge of the sheet."""
    share = 1.0
    for a, b in zip(inside, outside, strict=True):
        if b < 0:
            share = min(share, a / (a - b))
        elif b > 1:
            share = min(share, (1 - a) / (b - a))
    return (
        inside[0] + share * (outside[0] - inside[0]),
        inside[1] + share * (outside[1] - inside[1]),
    )
