"""The bar charts of the Splits page: shares of both parts side by side, and accuracies with their intervals."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.events.sets import SplitScore
from tplab_gui.ui import style

_LETTER_PX = 7.5


def ticks(names: Sequence[str], width_px: float) -> list[tuple[int, str]]:
    """Return a name for each place from 0 on, or for every n-th one where they would run into each other."""
    fits = max(1, int(width_px / (_LETTER_PX * (1 + max(map(len, names), default=1)))))
    return list(enumerate(names))[:: -(-len(names) // fits) or 1]


class _BarPlot(QWidget):
    """A plot of bars in %, which is neither moved nor zoomed, and follows the theme; `restyled` asks for its bars."""

    restyled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = pg.PlotWidget()
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.getAxis("left").setWidth(56)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).enableAutoSIPrefix(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()

    def restyle(self) -> None:
        style.style_plot(self.plot.getPlotItem())
        self.plot.setBackground(style.theme().surface)
        self.plot.showGrid(x=False, y=True, alpha=0.18)
        self.restyled.emit()

    def name_places(self, names: Sequence[str]) -> None:
        self.plot.getAxis("bottom").setTicks([list(enumerate(names))])
        self.plot.setXRange(-0.6, len(names) - 0.4, padding=0)


class ShareBars(_BarPlot):
    """The share of each digit, or of each speaker, in the train and in the test part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._counts: NDArray[np.int64] = np.zeros((2, 0), np.int64)
        self.plot.setLabel("left", self.tr("Share of the part (%)"))
        self.setAccessibleName(self.tr("Shares of both parts"))
        self.restyled.connect(self.draw_bars)
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name as many places as there is room for."""
        super().resizeEvent(event)
        if self._names:
            self.plot.getAxis("bottom").setTicks([ticks(self._names, event.size().width())])

    def show_counts(self, axis: str, names: Sequence[str], counts: NDArray[np.int64]) -> None:
        """Draw counts, int64 (2, n), train first, as shares of their parts."""
        self._names, self._counts = list(names), counts
        self.plot.setLabel("bottom", axis)
        self.draw_bars()

    def draw_bars(self) -> None:
        """Draw both parts: train filled, test hatched, so that they differ without colour too."""
        self.plot.clear()
        if not self._names:
            return
        shares = 100 * self._counts / np.maximum(self._counts.sum(axis=1, keepdims=True), 1)
        for part, series in enumerate(style.SERIES[:2]):
            colour = QColor(series.colour())
            brush = QBrush(colour, Qt.BrushStyle.Dense3Pattern if part else Qt.BrushStyle.SolidPattern)
            self.plot.addItem(
                pg.BarGraphItem(
                    x=np.arange(len(self._names)) + (part - 0.5) * 0.38,
                    height=shares[part],
                    width=0.36,
                    brush=brush,
                    pen=pg.mkPen(colour),
                )
            )
        self.name_places(self._names)
        self.plot.getAxis("bottom").setTicks([ticks(self._names, self.plot.width())])
        self.plot.setYRange(0, max(float(shares.max()), 1.0), padding=0.06)


class AccuracyBars(_BarPlot):
    """One bar for each split, its 95 % interval as a whisker, its single trainings as dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: tuple[SplitScore, ...] = ()
        self._names: Mapping[str, str] = {}
        self.plot.setLabel("left", self.tr("Accuracy (%)"))
        self.setAccessibleName(self.tr("Accuracy by each split"))
        self.setToolTip(
            self.tr(
                "Bar: clips of the test part that are named rightly. Whisker: 95 % interval (Wilson). Dots: each "
                "speaker held back alone. Dashed line: guessing. A pale bar is not finished."
            )
        )
        self.restyled.connect(self.draw_bars)
        self.restyle()

    def show_scores(self, names: Mapping[str, str], scores: tuple[SplitScore, ...]) -> None:
        """Draw scores; `names` has every split that is to have a place, in order."""
        self._names, self._scores = names, scores
        told = (
            f"{names[each.method]}: {100 * each.accuracy:.1f} % ({100 * each.low:.1f} – {100 * each.high:.1f})"
            for each in scores
        )
        self.setAccessibleDescription("; ".join(told))
        self.draw_bars()

    def draw_bars(self) -> None:
        """Draw what is there."""
        self.plot.clear()
        now = style.theme()
        places = list(self._names)
        self.plot.addItem(
            pg.InfiniteLine(pos=10, angle=0, pen=pg.mkPen(now.muted, style=Qt.PenStyle.DashLine, width=1))
        )
        for each in self._scores:
            place = places.index(each.method)
            self._draw_score(place, each)
        self.name_places(list(self._names.values()))
        self.plot.setYRange(0, 108, padding=0)
        self.plot.getAxis("left").setTicks([[(value, str(value)) for value in range(0, 101, 20)]])

    def _draw_score(self, place: int, score: SplitScore) -> None:
        series = style.SERIES[0 if score.method in ("random", "stratified", "recording") else 1]
        colour = QColor(series.colour())
        fill = QColor(colour)
        fill.setAlpha(190 if score.is_complete else 70)
        line = pg.mkPen(style.theme().text, width=2)
        top = 100 * score.accuracy
        self.plot.addItem(
            pg.BarGraphItem(x=[place], height=[top], width=0.56, brush=fill, pen=pg.mkPen(colour, width=1))
        )
        self.plot.addItem(
            pg.ErrorBarItem(
                x=np.array([place]),
                y=np.array([top]),
                top=np.array([100 * score.high - top]),
                bottom=np.array([top - 100 * score.low]),
                beam=0.16,
                pen=line,
            )
        )
        if len(score.folds) > 1:
            accuracies = [100 * fold.right / fold.tested for fold in score.folds]
            spread = np.linspace(-0.2, 0.2, len(accuracies))
            self.plot.plot(
                place + spread,
                accuracies,
                pen=None,
                symbol="o",
                symbolSize=7,
                symbolBrush=style.theme().surface,
                symbolPen=line,
            )
        highest = max(score.high, *(fold.right / fold.tested for fold in score.folds), 0.0)
        text = pg.TextItem(f"{top:.1f} %", color=style.theme().text, anchor=(0.5, 1))
        text.setPos(place, 100 * highest + 1)
        self.plot.addItem(text, ignoreBounds=True)
