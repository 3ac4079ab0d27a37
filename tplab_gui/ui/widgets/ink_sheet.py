"""What a pen did on a sheet one unit wide: strokes with their times, erased ones, undo and redo. No Qt.

Where the pen leaves the sheet its stroke ends at the edge; where it comes back another begins. One pen-down is what
undo takes away, however many strokes it made; one sweep of the eraser is what undo brings back.
"""

import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.moments import Ink, Times

Strokes = tuple[NDArray[np.float32], ...]
Point = tuple[float, float]

NEAREST = 0.002  # of the side: points closer than this add nothing
MAX_POINTS = 50_000  # the renderer refuses 100,000
SAMPLE_SPEED = 1.5  # sides a second: how fast a drawing without times is said to have been drawn


@dataclass(eq=False)
class Line:
    """One stroke: its points (x, y, x, y, ...) in units of the side, y down; pressures (1: usual); seconds."""

    flat: "array[float]" = field(default_factory=lambda: array("f"))
    widths: "array[float]" = field(default_factory=lambda: array("f"))
    times: "array[float]" = field(default_factory=lambda: array("d"))

    @property
    def points(self) -> list[Point]:
        """The points, one by one."""
        return list(zip(self.flat[::2], self.flat[1::2], strict=True))

    @property
    def last(self) -> Point:
        """The newest point."""
        return self.flat[-2], self.flat[-1]

    def add(self, point: Point, width: float, time_s: float) -> None:
        """Go on to a point."""
        self.flat.extend(point)
        self.widths.append(width)
        self.times.append(time_s)

    def xy(self) -> NDArray[np.float32]:
        """Return the points, float32 (n, 2), a copy."""
        return np.array(self.flat, np.float32).reshape(-1, 2)

    def passes(self, point: Point, radius: float) -> bool:
        """Tell whether the stroke comes nearer to a point than `radius`."""
        points = self.xy().astype(np.float64) - point
        starts, along = points[:-1], np.diff(points, axis=0)
        if not len(along):
            starts, along = points, np.zeros_like(points)
        length = np.maximum((along * along).sum(axis=1), 1e-12)
        share = np.clip(-(starts * along).sum(axis=1) / length, 0, 1)
        nearest = starts + share[:, None] * along
        return bool((np.hypot(*nearest.T) <= radius).any())


@dataclass(eq=False)
class _Deed:
    """What one pen-down or one sweep of the eraser did: lines that came, and lines that went with their places."""

    came: list[Line] = field(default_factory=list)
    went: list[tuple[int, Line]] = field(default_factory=list)


class InkSheet:
    """The strokes on a sheet, changed by pen and eraser.

    Parameters
    ----------
    clock : callable
        Seconds; what the sound is measured by too.

    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.lines: list[Line] = []
        self._clock = clock
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []
        self._last: Point | None = None  # None while the pen is up
        self._is_outside = self._is_erasing = False
        self._n_points = 0

    @property
    def is_pen_down(self) -> bool:
        """Whether the pen touches the sheet, or did before it left it."""
        return self._last is not None

    @property
    def is_erasing(self) -> bool:
        """Whether the eraser is what touches it."""
        return self._is_erasing

    @property
    def can_undo(self) -> bool:
        """Whether something was done that can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back that can be done again."""
        return bool(self._undone)

    def strokes(self) -> Strokes:
        """Return the strokes, one array (n, 2) float32 each."""
        return tuple(line.xy() for line in self.lines)

    def ink(self, pen_px: float) -> Ink:
        """Return everything there is to know of them."""
        times: tuple[Times, ...] = tuple(np.array(line.times, np.float64) for line in self.lines)
        pressures = tuple(np.array(line.widths, np.float32) for line in self.lines)
        is_drawing = self.is_pen_down and not self._is_erasing
        return Ink(self.strokes(), times, pressures, pen_px, is_drawing)

    def replace(self, strokes: Sequence[NDArray[np.float32]]) -> None:
        """Put given strokes there instead, as if drawn until now; one undo takes them away."""
        deed = self._begin_deed()
        deed.went = [(0, line) for line in self.lines]
        lengths = [np.hypot(*np.diff(stroke, axis=0, prepend=stroke[:1]).T).cumsum() for stroke in strokes]
        before_s = np.cumsum([0.0, *(float(each[-1]) / SAMPLE_SPEED for each in lengths)])
        zero_s = self._clock() - before_s[-1]
        self.lines = []
        for stroke, way, begin_s in zip(strokes, lengths, before_s, strict=False):
            line = Line()
            for (x, y), at in zip(stroke, way, strict=True):
                line.add((float(x), float(y)), 1.0, zero_s + begin_s + float(at) / SAMPLE_SPEED)
            self.lines.append(line)
        deed.came = list(self.lines)
        self._last = None
        self._count()

    def clear(self) -> None:
        """Take everything away, what could be undone too: another drawing begins."""
        self.lines, self._done, self._undone, self._last = [], [], [], None
        self._is_erasing = False
        self._n_points = 0

    def undo(self) -> bool:
        """Take the last deed back; return whether there was one."""
        if not self._done:
            return False
        deed = self._done.pop()
        self.lines = [line for line in self.lines if line not in deed.came]
        for place, line in reversed(deed.went):  # each place is the one at which it was taken out
            self.lines.insert(place, line)
        self._undone.append(deed)
        self._last = None
        self._count()
        return True

    def redo(self) -> bool:
        """Do again what was taken back last; return whether there was something."""
        if not self._undone:
            return False
        deed = self._undone.pop()
        gone = [line for _, line in deed.went]
        self.lines = [line for line in self.lines if line not in gone] + deed.came
        self._done.append(deed)
        self._last = None
        self._count()
        return True

    # -- the pen -----------------------------------------------------------------------------------------------

    def pen_down(self, point: Point, width: float = 1.0) -> bool:
        """Begin; return whether a stroke began (it does not outside the sheet)."""
        self._begin_deed()
        self._last, self._is_outside, self._is_erasing = point, not _is_inside(point), False
        if not self._is_outside:
            self._begin(point, width)
        return not self._is_outside

    def pen_move(self, point: Point, width: float = 1.0) -> tuple[Point, Point] | None:
        """Go on; return the piece of line that was added, if any."""
        last = self._last
        if last is None or self._is_erasing or self._n_points >= MAX_POINTS:
            return None
        if max(abs(point[0] - last[0]), abs(point[1] - last[1])) < NEAREST:
            return None
        was_outside, self._is_outside, self._last = self._is_outside, not _is_inside(point), point
        if was_outside and self._is_outside:
            return None
        if was_outside:
            self._begin(_crossing(point, last), width)
        start = self.lines[-1].last
        end = _crossing(last, point) if self._is_outside else point
        self.lines[-1].add(end, width, self._clock())
        self._n_points += 1
        return start, end

    def pen_up(self) -> bool:
        """End; return whether pen or eraser was down."""
        was_down = self._last is not None
        self._last, self._is_erasing = None, False
        if self._done and not self._done[-1].came and not self._done[-1].went:
            self._done.pop()  # all of it was outside, or nothing was hit
        return was_down

    # -- the eraser --------------------------------------------------------------------------------------------

    def eraser_down(self, point: Point, radius: float) -> bool:
        """Begin to erase whole strokes; return whether one was hit."""
        self._begin_deed()
        self._is_erasing = True
        return self._erase(point, radius)

    def eraser_move(self, point: Point, radius: float) -> bool:
        """Go on; return whether a stroke was hit."""
        if self._last is None or not self._is_erasing:
            return False
        # A fast hand leaves gaps between two events: what lies between is touched too.
        steps = max(1, round(max(abs(point[0] - self._last[0]), abs(point[1] - self._last[1])) / radius))
        begin = self._last
        hits = [
            self._erase(
                (
                    begin[0] + (point[0] - begin[0]) * step / steps,
                    begin[1] + (point[1] - begin[1]) * step / steps,
                ),
                radius,
            )
            for step in range(1, min(steps, 500) + 1)
        ]
        return any(hits)

    def _erase(self, point: Point, radius: float) -> bool:
        self._last = point
        hit = [line for line in self.lines if line.passes(point, radius)]
        for line in hit:
            self._done[-1].went.append((self.lines.index(line), line))
            self.lines.remove(line)
        self._count()
        return bool(hit)

    # -- the rest ----------------------------------------------------------------------------------------------

    def _begin_deed(self) -> _Deed:
        self._undone.clear()
        self._done.append(_Deed())
        return self._done[-1]

    def _begin(self, point: Point, width: float) -> None:
        line = Line()
        line.add(point, width, self._clock())
        self.lines.append(line)
        self._done[-1].came.append(line)
        self._n_points += 1

    def _count(self) -> None:
        self._n_points = sum(len(line.widths) for line in self.lines)


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
