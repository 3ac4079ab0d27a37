"""Accuracy of every strategy as the image fades and as the sound drowns: slices of the map at the sliders."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import RobustnessMap
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_looks import LOOKS, title
from tplab_gui.ui.widgets.fusion_map import slice_of


class RobustnessCurves(QWidget):
    """Left over the damage of the image, right over the noise on the sound; the chosen strategy is drawn thick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map: RobustnessMap | None = None
        self._chosen = ""
        self._place = (0.0, 0.0)
        self.plots = pg.PlotWidget(), pg.PlotWidget()
        self._marks = [pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=90)]
        for plot, mark in zip(self.plots, self._marks, strict=True):
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.setMouseEnabled(x=False, y=False)
            plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            for side in ("left", "bottom"):
                plot.getAxis(side).enableAutoSIPrefix(False)
            plot.getAxis("left").setWidth(52)
            plot.setYRange(0, 102, padding=0)
            plot.getAxis("left").setTicks([[(each, str(each)) for each in range(0, 101, 20)]])
            plot.setLabel("left", self.tr("Accuracy (%)"))
            plot.addItem(mark)
        self.plots[1].getPlotItem().invertX(True)
        self.plots[1].setLabel("bottom", self.tr("Signal-to-noise ratio of the sound (dB)"))
        self.plots[0].setAccessibleName(self.tr("Accuracy over the damage of the image"))
        self.plots[1].setAccessibleName(self.tr("Accuracy over the noise on the sound"))
        self._curves = [
            {name: plot.plot([], [], connect="finite", antialias=True) for name in NAMES}
            for plot in self.plots
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        for plot in self.plots:
            plot.setMinimumWidth(200)
            row.addWidget(plot, 1)
        self._restyle()

    def show_map(self, seen: RobustnessMap, chosen: str, place: tuple[float, float]) -> None:
        """Draw the slices through `place` (severity, SNR in dB); `chosen` is drawn last and thick."""
        if seen is not self._map:
            names = {
                "noise": self.tr("Noise on the image (%)"),
                "hidden": self.tr("Hidden part of the image (%)"),
            }
            self.plots[0].setLabel("bottom", names[seen.damage])
            self.plots[0].setXRange(0, 100 * seen.severities[-1], padding=0.06)
            self.plots[1].setXRange(seen.snrs_db[-1], seen.snrs_db[0], padding=0.06)
        self._map, self._chosen, self._place = seen, chosen, place
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_curves"):
            self._restyle()

    def _restyle(self) -> None:
        for plot, mark in zip(self.plots, self._marks, strict=True):
            style.style_plot(plot.getPlotItem())
            plot.setBackground(style.theme().surface)
            mark.setPen(pg.mkPen(style.theme().text, width=1, style=Qt.PenStyle.DashLine))
        self._draw()

    def _draw(self) -> None:
        if self._map is None:
            return
        severity, snr_db = self._place
        axes = 100 * np.array(self._map.severities), np.array(self._map.snrs_db)
        for mark, at in zip(self._marks, (100 * severity, snr_db), strict=True):
            mark.setPos(at)
        for name, series in LOOKS.items():
            slices = (
                slice_of(self._map, name, severity=None, snr_db=snr_db),
                slice_of(self._map, name, severity=severity, snr_db=None),
            )
            is_chosen = name == self._chosen
            colour = QColor(series.colour())
            colour.setAlpha(255 if is_chosen else 190)
            for curves, x, y in zip(self._curves, axes, slices, strict=True):
                curves[name].setData(
                    x,
                    100 * y,
                    pen=pg.mkPen(colour, width=3 if is_chosen else 1.5, style=series.dash),
                    symbol=series.symbol,
                    symbolSize=9 if is_chosen else 6,
                    symbolBrush=colour,
                    symbolPen=None,
                )
                curves[name].setZValue(10 if is_chosen else 0)
        told = f"{title(self._chosen)}: {100 * self._map.at(self._chosen, severity, snr_db):.0f} %"
        for plot in self.plots:
            plot.setAccessibleDescription(told)
