"""What a printed figure is made of: curves, panels, the figure; and the pens, symbols and letters they are drawn with.

One unit is 1/96 inch. Nothing here knows the window, its theme or its size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from tplab_gui.ui.widgets.growing_curve import Floats

WHITE, TEXT, FRAME, GRID = "#ffffff", "#1b1f24", "#555e6b", "#dfe3e8"
TEXT_SIZE, TITLE_SIZE = 11, 13
LINE, TICK_ROOM = 18.0, 18.0
_SYMBOL = 7.0
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Stroke:
    """One curve: x in epochs, y as on its axis, float64 (n,); NaN is a gap. '' as `name` keeps it out of the legend."""

    name: str
    x: Floats
    y: Floats
    colour: str
    width: float = 1.6
    dash: tuple[float, ...] = ()
    symbol: str = ""
    is_hollow: bool = False


@dataclass(frozen=True)
class Panel:
    """One pair of axes; `y_range` in losses or per cent, also on a logarithmic axis."""

    y_label: str
    strokes: tuple[Stroke, ...]
    y_range: tuple[float, float]
    is_log: bool = False
    height: float = 260.0


@dataclass(frozen=True)
class Figure:
    """Panels one above the other over the same epochs; `marks` are (epoch, label); `note` stands below."""

    title: str
    x_label: str
    x_range: tuple[float, float]
    panels: tuple[Panel, ...]
    marks: tuple[tuple[float, str], ...] = ()
    note: str = ""


def frame_of(values: Sequence[Floats]) -> tuple[float, float]:
    """Return 0 and a little more than the largest finite value; (0, 1) without one."""
    every = np.concatenate([np.empty(0), *values])
    every = every[np.isfinite(every)]
    top = float(every.max()) if len(every) else 0.0
    return 0.0, 1.05 * top if top > 0 else 1.0


def draw_symbol(painter: QPainter, stroke: Stroke, at: QPointF) -> None:
    """Draw the marker of a curve at a place."""
    painter.save()
    painter.translate(at)
    painter.scale(_SYMBOL, _SYMBOL)
    painter.setPen(QPen(QColor(stroke.colour), 1.2 / _SYMBOL))
    painter.setBrush(QBrush(QColor(WHITE if stroke.is_hollow else stroke.colour)))
    painter.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[stroke.symbol])
    painter.restore()


def pen_of(stroke: Stroke) -> QPen:
    """Return the pen of a curve."""
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setDashPattern(list(stroke.dash))
    return pen


def font(size: int = TEXT_SIZE, *, bold: bool = False) -> QFont:
    """Return the letters of a figure, so many units high."""
    letters = QFont("DejaVu Sans")
    letters.setStyleHint(QFont.StyleHint.SansSerif)
    letters.setPixelSize(size)
    letters.setBold(bold)
    return letters


def write(
    painter: QPainter, room: QRectF, text: str, font: QFont, side: Qt.AlignmentFlag = LEFT_MIDDLE
) -> None:
    """Write one line of text into `room`, or beyond it where it is too long."""
    painter.setPen(QColor(TEXT))
    painter.setFont(font)
    painter.drawText(room, side | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, text)
