"""The grid of a plot as one item behind its curves: half the work of pyqtgraph's, which belongs to the axes.

An axis with a grid is as large as the plot and is drawn anew, letters and all, whenever the view moves; these are a few
lines, drawn at once without smoothing.
"""

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from tplab_gui.ui import style

_STRONG, _FAINT = 1.0, 0.3  # of the grid's colour: where the axis has a number, and between


class PlotGrid(pg.GraphicsObject):
    """Lines at the ticks of the left and the bottom axis of `plot`."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__()
        self._box = plot.getViewBox()
        self._axes = (plot.getAxis("bottom"), plot.getAxis("left"))
        self._known: tuple[object, ...] = ()
        self._lines: list[tuple[float, list[QLineF]]] = []
        self.setParentItem(self._box)
        self.setZValue(-100)
        self._box.sigRangeChanged.connect(lambda *_: self.update())
        self._box.sigTransformChanged.connect(lambda *_: self.update())
        self._box.sigResized.connect(lambda *_: self.prepareGeometryChange())

    def boundingRect(self) -> QRectF:
        """Return the inside of the axes."""
        return self._box.rect()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw the faint lines, then the strong ones."""
        colour = QColor(style.theme().grid)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for opacity, lines in self._placed():
            colour.setAlphaF(opacity)
            painter.setPen(pg.mkPen(colour, width=1))
            painter.drawLines(lines)

    def _placed(self) -> list[tuple[float, list[QLineF]]]:
        room = self._box.rect()
        view = tuple(tuple(ends) for ends in self._box.viewRange())
        known = (view, room.width(), room.height(), tuple(axis.logMode for axis in self._axes))
        if known != self._known:
            self._known = known
            levels: dict[float, list[QLineF]] = {_FAINT: [], _STRONG: []}
            for side, axis in enumerate(self._axes):
                low, high = view[side]
                length = room.width() if side == 0 else room.height()
                for place, (_, values) in enumerate(axis.tickValues(low, high, length)):
                    for value in values:
                        at = (value - low) / (high - low) * length
                        line = (
                            QLineF(at, 0, at, room.height())
                            if side == 0
                            else QLineF(0, length - at, room.width(), length - at)
                        )
                        levels[_FAINT if place else _STRONG].append(line)
            self._lines = list(levels.items())
        return self._lines
