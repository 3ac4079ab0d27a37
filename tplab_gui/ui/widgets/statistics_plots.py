"""The plots of the Statistics page: how one measure is spread over all clips, and its box for each digit or speaker."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.events.sets import Summary
from tplab_gui.ui import style
from tplab_gui.ui.widgets.split_plots import ticks

_MOST_BINS = 60
_BOX_WIDTH = 0.56


class StatisticsPlots(QWidget):
    """A histogram above, box plots below; both of the same measure, in the same unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[Summary, ...] = ()
        self.histogram, self.boxes = pg.PlotWidget(), pg.PlotWidget()
        self.histogram.setAccessibleName(self.tr("Histogram of all clips"))
        self.boxes.setAccessibleName(self.tr("Box plots by group"))
        self.boxes.setToolTip(
            self.tr(
                "The box holds the middle half of the clips, the line is the median, the mark the mean. Whiskers reach "
                "the last clips within 1.5 times the height of the box; dots are the extremes beyond."
            )
        )
        for plot in (self.histogram, self.boxes):
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.setMouseEnabled(x=False, y=False)
            plot.getAxis("left").setWidth(64)
            for side in ("left", "bottom"):
                plot.getAxis(side).enableAutoSIPrefix(False)
        self.histogram.setLabel("left", self.tr("Clips"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.histogram, 2)
        column.addWidget(self.boxes, 3)
        self._values: NDArray[np.float32] = np.zeros(0, np.float32)
        self._restyle()

    def show_measure(
        self, name: str, values: NDArray[np.float32], grouping: str, summaries: Sequence[Summary]
    ) -> None:
        """Draw values (n,), nan left out, and the summaries of their groups; names carry their units."""
        self._values, self._summaries = values[~np.isnan(values)], tuple(summaries)
        self.histogram.setLabel("bottom", name)
        self.boxes.setLabel("left", name)
        self.boxes.setLabel("bottom", grouping)
        self._draw()
        told = "; ".join(f"{each.name}: {each.median:.3g}" for each in summaries)
        self.boxes.setAccessibleDescription(self.tr("Medians: {medians}").format(medians=told))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        for plot in (self.histogram, self.boxes):
            style.style_plot(plot.getPlotItem())
            plot.setBackground(style.theme().surface)
        self.histogram.showGrid(x=False, y=True, alpha=0.18)
        self.boxes.showGrid(x=False, y=True, alpha=0.18)
        self._draw()

    def _draw(self) -> None:
        self.histogram.clear()
        self.boxes.clear()
        if not len(self._values):
            return
        fill, line = QColor(style.SERIES[0].colour()), pg.mkPen(style.theme().text, width=1.5)
        fill.setAlpha(150)
        counts, edges = np.histogram(self._values, bins=_bins(self._values))
        self.histogram.addItem(
            pg.BarGraphItem(
                x0=edges[:-1],
                x1=edges[1:],
                height=counts,
                brush=fill,
                pen=pg.mkPen(style.theme().surface, width=1),
            )
        )
        self.histogram.setXRange(edges[0], edges[-1], padding=0.02)
        self.histogram.setYRange(0, int(counts.max()), padding=0.05)
        places = np.arange(len(self._summaries))
        for side, other in (("low_fence", "quartile_1"), ("quartile_3", "high_fence")):
            self._whiskers(places, side, other, line)
        low, high = self._of("quartile_1"), self._of("quartile_3")
        self.boxes.addItem(pg.BarGraphItem(x=places, y0=low, y1=high, width=_BOX_WIDTH, brush=fill, pen=line))
        ends = np.stack([places - _BOX_WIDTH / 2, places + _BOX_WIDTH / 2], 1).ravel()
        self.boxes.plot(
            ends, np.repeat(self._of("median"), 2), connect="pairs", pen=pg.mkPen(line.color(), width=3)
        )
        self.boxes.plot(
            places,
            self._of("mean"),
            pen=None,
            symbol="d",
            symbolSize=8,
            symbolBrush=style.SERIES[1].colour(),
            symbolPen=None,
        )
        for extreme, fence in (("least", "low_fence"), ("most", "high_fence")):
            beyond = self._of(extreme) != self._of(fence)
            self.boxes.plot(
                places[beyond],
                self._of(extreme)[beyond],
                pen=None,
                symbol="o",
                symbolSize=5,
                symbolBrush=None,
                symbolPen=line,
            )
        names = [each.name for each in self._summaries]
        self.boxes.getAxis("bottom").setTicks([ticks(names, self.boxes.width())])
        self.boxes.setXRange(-0.6, len(places) - 0.4, padding=0)
        self.boxes.setYRange(float(self._of("least").min()), float(self._of("most").max()), padding=0.06)

    def _whiskers(self, places: NDArray[np.int64], low: str, high: str, line: object) -> None:
        ends = np.stack([self._of(low), self._of(high)], 1).ravel()
        self.boxes.plot(np.repeat(places, 2), ends, connect="pairs", pen=line)

    def _of(self, field: str) -> NDArray[np.float64]:
        return np.array([getattr(each, field) for each in self._summaries])


def _bins(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return edges by Freedman and Diaconis' rule (1981), at most 60 bins, at least one of some width."""
    spread = float(values.max() - values.min())
    if spread <= 0:
        return np.array([float(values.min()) - 0.5, float(values.min()) + 0.5])
    wanted = len(np.histogram_bin_edges(values, "fd")) - 1 if len(values) < 10_000_000 else _MOST_BINS
    return np.linspace(float(values.min()), float(values.max()), min(max(wanted, 5), _MOST_BINS) + 1)
