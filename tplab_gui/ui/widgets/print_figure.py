"""A figure for paper: white ground, axes with units, a legend that names every curve; drawn by any painter.

It looks the same whoever exports it: it is as wide as the text of an A4 page, and as high as panels and legend need.
"""

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from tplab_gui.ui.widgets.print_axes import Axes
from tplab_gui.ui.widgets.print_parts import (
    LINE,
    TICK_ROOM,
    TITLE_SIZE,
    WHITE,
    Figure,
    Stroke,
    draw_symbol,
    font,
    pen_of,
    write,
)

WIDTH_MM = 170.0
UNITS_PER_MM = 96 / 25.4
_LEFT, _RIGHT, _TOP, _GAP = 62.0, 14.0, 8.0, 14.0
_LABEL_ROOM, _SAMPLE = 20.0, 34.0


def size_of(figure: Figure) -> QSizeF:
    """Return width and height in units."""
    width = WIDTH_MM * UNITS_PER_MM
    rows = len(_legend_rows(figure, width)) + bool(figure.note)
    height = _TOP + (LINE + 4 if figure.title else 0) + TICK_ROOM + _LABEL_ROOM + rows * LINE + 6
    height += sum(panel.height for panel in figure.panels) + _GAP * (len(figure.panels) - 1)
    return QSizeF(width, math.ceil(height))


def draw(painter: QPainter, figure: Figure) -> None:
    """Draw the figure from the origin of `painter`, whose unit is 1/96 inch."""
    size = size_of(figure)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(WHITE))
    top = _TOP
    if figure.title:
        write(
            painter,
            QRectF(_LEFT, top, size.width() - _LEFT, LINE),
            figure.title,
            font(TITLE_SIZE, bold=True),
        )
        top += LINE + 4
    for place, panel in enumerate(figure.panels):
        area = QRectF(_LEFT, top, size.width() - _LEFT - _RIGHT, panel.height)
        Axes(painter, area, figure, panel).draw(is_last=place == len(figure.panels) - 1, is_first=place == 0)
        top = area.bottom() + _GAP
    top += TICK_ROOM - _GAP
    label = QRectF(_LEFT, top, size.width() - _LEFT - _RIGHT, _LABEL_ROOM)
    write(painter, label, figure.x_label, font(), Qt.AlignmentFlag.AlignCenter)
    top += _LABEL_ROOM
    for row in _legend_rows(figure, size.width()):
        for left, stroke in row:
            _draw_sample(painter, stroke, QPointF(left, top + LINE / 2))
            room = QRectF(left + _SAMPLE + 5, top, size.width(), LINE)
            write(painter, room, stroke.name, font())
        top += LINE
    if figure.note:
        write(painter, QRectF(_LEFT, top, size.width() - _LEFT, LINE), figure.note, font())


def _legend_rows(figure: Figure, width: float) -> list[list[tuple[float, Stroke]]]:
    """Return each entry of the legend with its left edge, in rows; a name stands once."""
    metrics = QFontMetricsF(font())
    strokes = {
        stroke.name: stroke for panel in reversed(figure.panels) for stroke in panel.strokes if stroke.name
    }
    order = [stroke.name for panel in figure.panels for stroke in panel.strokes]
    rows: list[list[tuple[float, Stroke]]] = []
    left = width
    for name in sorted(strokes, key=order.index):
        wide = _SAMPLE + 5 + metrics.horizontalAdvance(name) + 18
        if left + wide > width:
            rows.append([])
            left = _LEFT
        rows[-1].append((left, strokes[name]))
        left += wide
    return rows


def _draw_sample(painter: QPainter, stroke: Stroke, left: QPointF) -> None:
    painter.setPen(pen_of(stroke))
    painter.drawLine(left, left + QPointF(_SAMPLE, 0))
    if stroke.symbol:
        draw_symbol(painter, stroke, left + QPointF(_SAMPLE / 2, 0))
