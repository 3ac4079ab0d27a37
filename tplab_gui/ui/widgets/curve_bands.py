"""Mean and spread of the test loss over the seeds: a line and a band for each setup that is shown more than once."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from tplab_gui.ui import style
from tplab_gui.ui.widgets.growing_curve import Floats
from tplab_gui.ui.widgets.run_curves import RunCurves

_OPACITY = 0.22


def spread(runs: Sequence[RunCurves]) -> tuple[Floats, Floats, Floats, Floats]:
    """Return epoch, lowest, mean and highest test loss, float64 (n,), of the epochs that at least two runs have."""
    rows = []
    for epoch in sorted({number for run in runs for number in run.epochs}):
        losses = [run.epochs[epoch].test_loss for run in runs if epoch in run.epochs]
        if len(losses) > 1:
            rows.append((epoch, min(losses), sum(losses) / len(losses), max(losses)))
    table = np.array(rows, float).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


class CurveBands:
    """The bands of a plot of losses, with a legend that says what each is."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._items: list[pg.GraphicsObject] = []
        self.legend = pg.LegendItem(offset=(-8, 8))
        self.legend.setParentItem(plot.getViewBox())
        self.texts: list[str] = []
        self._drawn: tuple[object, ...] = ()

    def refresh(self, runs: Sequence[RunCurves], *, is_shown: bool) -> None:
        """Draw the bands of the runs that are shown; runs of one group differ in their seed only."""
        groups: dict[str, list[RunCurves]] = {}
        for run in runs:
            if run.is_shown and run.group and is_shown:
                groups.setdefault(run.group, []).append(run)
        bands = [members for members in groups.values() if len(members) > 1]
        colours = style.theme().is_dark
        wanted = [[(run, run.name, run.changes) for run in members] for members in bands]
        if self._drawn == (colours, wanted):
            return
        self._drawn = (colours, wanted)
        for item in self._items:
            self._plot.removeItem(item)
        self._items, self.texts = [], []
        self.legend.clear()
        for members in bands:
            self._draw(members)
        self.legend.setVisible(bool(self.texts))

    def _draw(self, members: list[RunCurves]) -> None:
        epoch, low, mean, high = spread(members)
        if not len(epoch):
            return
        colour = members[0].series.colour()
        pale = QColor(colour)
        pale.setAlphaF(_OPACITY)
        edges = [pg.PlotDataItem(epoch, values, pen=None) for values in (low, high)]
        line = pg.PlotDataItem(epoch, mean, pen=pg.mkPen(colour, width=3.5), antialias=True)
        band = pg.FillBetweenItem(*edges, brush=pg.mkBrush(pale))
        for item in (*edges, line, band):
            item.setZValue(-2)
            self._plot.addItem(item, ignoreBounds=True)
            self._items.append(item)
        text = QCoreApplication.translate(
            "CurveBands", "{name}: mean test loss of {n} runs; band: lowest to highest"
        ).format(name=members[0].name, n=len(members))
        self.texts.append(text)
        self.legend.setLabelTextColor(style.theme().text)
        self.legend.addItem(line, text)
