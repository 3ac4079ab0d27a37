"""How ink is painted: on the canvas, in a replay, in the steps to 28 x 28. Places are units of a square's side."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tplab_gui.core.events.moments import USUAL_PEN_PX
from tplab_gui.ui import style

PEN = 0.055  # of the side, for the usual pen; what the network sees has its own, constant pen
Point = tuple[float, float]


def square_in(size: QSize) -> QRectF:
    """Return the largest square in the middle of a widget."""
    side = float(min(size.width(), size.height()))
    return QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)


def pen_of(area: QRectF, pen_px: float = USUAL_PEN_PX) -> float:
    """Return how wide a pen that has `pen_px` in the 28 x 28 field is on the square `area`."""
    return PEN * pen_px / USUAL_PEN_PX * area.width()


def paint_piece(painter: QPainter, area: QRectF, start: Point, end: Point, width_px: float) -> None:
    """Paint a piece of line with round ends; a piece without length is a dot."""
    pen = QPen(QColor(style.theme().text), width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    a, b = (QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in (start, end))
    painter.drawLine(a, b + QPointF(0.01 * (start == end), 0))  # a line without length is not painted


def paint_line(
    painter: QPainter, area: QRectF, points: list[Point], pressures: Iterable[float], width_px: float
) -> None:
    """Paint a stroke whose pressure may change on the way."""
    widths = [width_px * pressure for pressure in pressures]
    paint_piece(painter, area, points[0], points[0], widths[0])
    for start, end, width in zip(points, points[1:], widths[1:], strict=False):
        paint_piece(painter, area, start, end, width)


def paint_remark(painter: QPainter, area: QRectF, text: str) -> None:
    """Write a line at the lower edge of the square."""
    now = style.theme()
    band = area.adjusted(6, area.height() - 34, -6, -6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.raised))
    painter.drawRoundedRect(band, style.RADIUS, style.RADIUS)
    font = painter.font()
    font.setPixelSize(style.TEXT)
    painter.setFont(font)
    painter.setPen(QColor(now.warning))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(band.width()) - 12)
    painter.drawText(band, Qt.AlignmentFlag.AlignCenter, shown)


def pairs(stroke: NDArray[np.float32]) -> list[Point]:
    """Return the points of an array (n, 2)."""
    return [(float(x), float(y)) for x, y in stroke]
