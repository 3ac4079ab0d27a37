"""One panel of a printed figure: grid, ticks, marks and curves inside a rectangle."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tplab_gui.ui.widgets.growing_curve import Floats
from tplab_gui.ui.widgets.loss_ticks import log_ticks
from tplab_gui.ui.widgets.print_parts import (
    CENTRE,
    FRAME,
    GRID,
    LINE,
    RIGHT_MIDDLE,
    TICK_ROOM,
    Figure,
    Panel,
    Stroke,
    draw_symbol,
    font,
    pen_of,
    write,
)

_MOST_SYMBOLS = 16
_CHUNK = 50  # points: a long smooth line at once takes seconds, because its stroke is one polygon
_STILL = 1e-9  # units: a change too small to divide by


class Axes:
    """One panel on a painter."""

    def __init__(self, painter: QPainter, area: QRectF, figure: Figure, panel: Panel) -> None:
        self._painter, self._area, self._figure, self._panel = painter, area, figure, panel
        low, high = panel.y_range
        self._range = (math.log10(low), math.log10(high)) if panel.is_log else (low, high)

    def draw(self, *, is_first: bool, is_last: bool) -> None:
        """Draw everything; the first panel names the marks, the last one writes the epochs."""
        painter, area = self._painter, self._area
        for value, text in self._x_ticks():
            x = float(self._x(np.array([value]))[0])
            self._line(QPointF(x, area.top()), QPointF(x, area.bottom()), GRID)
            if is_last:
                write(painter, QRectF(x - 40, area.bottom() + 2, 80, TICK_ROOM), text, font(), CENTRE)
        for place, text in self._y_ticks():
            y = float(self._place(place))
            self._line(QPointF(area.left(), y), QPointF(area.right(), y), GRID)
            write(painter, QRectF(area.left() - 54, y - 10, 48, 20), text, font(), RIGHT_MIDDLE)
        for epoch, text in self._figure.marks:
            self._mark(epoch, text if is_first else "")
        for stroke in self._panel.strokes:
            self._stroke(stroke)
        self._line(area.topLeft(), area.bottomLeft(), FRAME)
        self._line(area.bottomLeft(), area.bottomRight(), FRAME)
        painter.save()
        painter.translate(2, area.center().y())
        painter.rotate(-90)
        room = QRectF(-area.height() / 2 - 30, 0, area.height() + 60, 16)
        write(painter, room, self._panel.y_label, font(), Qt.AlignmentFlag.AlignCenter)
        painter.restore()

    def _x(self, x: Floats) -> Floats:
        low, high = self._figure.x_range
        return self._area.left() + (x - low) / (high - low) * self._area.width()

    def _place(self, y: Floats | float) -> Floats:
        low, high = self._range
        return self._area.bottom() - (np.asarray(y) - low) / (high - low) * self._area.height()

    def _y(self, y: Floats) -> Floats:
        if not self._panel.is_log:
            return self._place(y)
        with np.errstate(divide="ignore", invalid="ignore"):
            return self._place(np.where(y > 0, np.log10(y), self._range[0] - 10))  # a loss of 0: far below

    def _x_ticks(self) -> list[tuple[float, str]]:
        return [(value, f"{value:g}") for value in nice(*self._figure.x_range, 10)]

    def _y_ticks(self) -> list[tuple[float, str]]:
        if self._panel.is_log:
            return [(place, f"{10**place:.4g}") for place in log_ticks(*self._range)[0]]
        return [(value, f"{value:.6g}") for value in nice(*self._range, 6)]

    def _stroke(self, stroke: Stroke) -> None:
        x, y = self._x(np.asarray(stroke.x, float)), self._y(np.asarray(stroke.y, float))
        self._painter.setPen(pen_of(stroke))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in clipped(x, y, self._area):
            step = len(part) if stroke.dash else _CHUNK
            for first in range(0, len(part) - 1, step):
                self._painter.drawPolyline(
                    QPolygonF([QPointF(*point) for point in part[first : first + step + 1]])
                )
        if stroke.symbol:
            area = self._area.adjusted(-0.5, -0.5, 0.5, 0.5)
            places = [QPointF(*p) for p in zip(x, y, strict=True) if area.contains(QPointF(*p))]
            for place in places[:: -(-len(places) // _MOST_SYMBOLS) or 1]:
                draw_symbol(self._painter, stroke, place)

    def _mark(self, epoch: float, text: str) -> None:
        x = float(self._x(np.array([epoch]))[0])
        if self._area.left() <= x <= self._area.right():
            self._line(
                QPointF(x, self._area.top()), QPointF(x, self._area.bottom()), FRAME, Qt.PenStyle.DashDotLine
            )
            write(self._painter, QRectF(x + 4, self._area.top(), 300, LINE), text, font())

    def _line(
        self, start: QPointF, end: QPointF, colour: str, dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        self._painter.setPen(QPen(QColor(colour), 0.8, dash))
        self._painter.drawLine(start, end)


def nice(low: float, high: float, most: int) -> list[float]:
    """Return at most `most` + 1 round numbers from `low` to `high`."""
    rough = (high - low) / most
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(number * unit for number in (1, 2, 5, 10) if number * unit >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def clipped(x: Floats, y: Floats, area: QRectF) -> list[list[tuple[float, float]]]:
    """Return the parts of a polygon that lie inside `area` (Liang & Barsky, 1984); a NaN ends a part.

    Done here because a painter that writes SVG does not clip.
    """
    parts: list[list[tuple[float, float]]] = []
    bounds = (area.left(), area.right(), area.top(), area.bottom())
    for x0, y0, x1, y1 in zip(x[:-1], y[:-1], x[1:], y[1:], strict=True):
        if not (math.isfinite(y0) and math.isfinite(y1)):
            continue
        enter, leave = 0.0, 1.0
        for change, room in (
            (x0 - x1, x0 - bounds[0]),
            (x1 - x0, bounds[1] - x0),
            (y0 - y1, y0 - bounds[2]),
            (y1 - y0, bounds[3] - y0),
        ):
            if abs(change) < _STILL:
                leave = leave if room >= 0 else -1.0
            elif change < 0:
                enter = max(enter, room / change)
            else:
                leave = min(leave, room / change)
        if enter > leave:
            continue
        start = (x0 + enter * (x1 - x0), y0 + enter * (y1 - y0))
        end = (x0 + leave * (x1 - x0), y0 + leave * (y1 - y0))
        if parts and enter == 0.0 and parts[-1][-1] == (x0, y0):
            parts[-1].append(end)
        else:
            parts.append([start, end])
    return parts
