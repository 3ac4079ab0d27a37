"""Vertical lines with a label on the curves: at which epoch a finding is."""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tplab_gui.ui import style

_TOP, _STEP = 0.93, 0.095  # height of the first label and distance of the next, as shares of the plot


class EpochMarks:
    """The marks on a stack of plots that share their epochs; the first plot carries the labels."""

    def __init__(self, plots: Sequence[Any]) -> None:
        self._plots = plots
        self.shown: tuple[tuple[int, str], ...] = ()
        self._lines: list[tuple[Any, pg.InfiniteLine]] = []

    def show(self, marks: Sequence[tuple[int, str]]) -> None:
        """Show these marks, (epoch, label), and no others."""
        for plot, line in self._lines:
            plot.removeItem(line)
        self._lines.clear()
        self.shown = tuple(marks)
        now = style.theme()
        ground = QColor(now.raised)
        for place, (epoch, text) in enumerate(self.shown):
            for plot in self._plots:
                is_first = plot is self._plots[0]
                line = pg.InfiniteLine(
                    pos=epoch,
                    angle=90,
                    movable=False,
                    pen=pg.mkPen(now.accent, width=2, style=Qt.PenStyle.DashDotLine),
                    label=text if is_first else None,
                    labelOpts={
                        "position": _TOP - _STEP * place,
                        "color": now.text,
                        "fill": ground,
                        "border": pg.mkPen(now.accent),
                        "anchors": [(0, 0.5), (1, 0.5)],
                    },
                )
                plot.addItem(line, ignoreBounds=True)
                self._lines.append((plot, line))

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        self.show(self.shown)
