"""The mel filter bank, drawn: a triangle for every band, a dot for every bin of the FFT, empty bands marked."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.events.data import BandsHeard
from tplab_gui.ui import style


class FilterBankView(QWidget):
    """Triangles over the Hz that the program believes in, true Hz above them; opens on the empty bands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heard: BandsHeard | None = None
        self._view = pg.PlotWidget()
        self.plot = self._view.getPlotItem()
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(y=False)
        self.plot.hideAxis("left")
        self.plot.showAxis("top")
        for side in ("bottom", "top"):
            self.plot.getAxis(side).enableAutoSIPrefix(False)
        self.plot.setYRange(-0.12, 1.05, padding=0)
        self._full = self.plot.plot(connect="finite")
        self._empty = self.plot.plot(connect="finite")
        self._bins = self.plot.plot(pen=None, symbol="o", symbolSize=4)
        self._marks = self.plot.plot(pen=None, symbol="x", symbolSize=9)
        self.setFixedHeight(190)
        self.setAccessibleName(self.tr("Mel filter bank"))
        self.setToolTip(
            self.tr(
                "Each triangle is a mel band, each dot below a bin of the FFT. A band without a dot under it is empty "
                "(marked x). Wheel: zoom, drag: move."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._restyle()

    def show_bands(self, heard: BandsHeard) -> None:
        """Draw the bank; the view starts where the empty bands are, or with all of it."""
        is_same = self._heard is not None and np.array_equal(self._heard.corners_hz, heard.corners_hz)
        is_same &= self._heard is not None and self._heard.bin_hz == heard.bin_hz
        self._heard = heard
        if is_same:
            return
        corners, empty = heard.corners_hz, np.zeros(len(heard.corners_hz) - 2, bool)
        empty[list(heard.empty)] = True
        for curve, chosen in ((self._full, ~empty), (self._empty, empty)):
            bands = np.flatnonzero(chosen)
            gap = np.full(len(bands), np.nan)
            hz = np.stack([corners[bands], corners[bands + 1], corners[bands + 2], gap], axis=1).ravel()
            heights = np.tile([0.0, 1.0, 0.0, np.nan], len(bands))
            curve.setData(hz, heights)
        bins_hz = np.arange(0, corners[-1] + heard.bin_hz, heard.bin_hz)
        self._bins.setData(bins_hz, np.full(len(bins_hz), -0.06))
        self._marks.setData(corners[1:-1][empty], np.ones(int(empty.sum())))
        end_hz = 1.3 * corners[max(heard.empty) + 2] if heard.empty else corners[-1]
        self.plot.setLimits(xMin=-heard.bin_hz, xMax=corners[-1] + heard.bin_hz)
        self.plot.setXRange(0, min(end_hz, corners[-1]), padding=0.02)
        is_wrong = heard.times != 1
        self.plot.getAxis("bottom").setLabel(
            self.tr("Hz, as the program believes") if is_wrong else self.tr("Hz")
        )
        self.plot.getAxis("top").setLabel(self.tr("Hz, as it is"))
        self.plot.getAxis("top").setScale(1 / heard.times)
        self.plot.showAxis("top", is_wrong)
        for side in ("bottom", "top"):
            self.plot.getAxis(side).resizeEvent()  # a longer label stays where the shorter one began

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        now = style.theme()
        style.style_plot(self.plot)
        self.plot.showGrid(x=False, y=False)
        self._full.setPen(pg.mkPen(style.SERIES[0].colour(), width=1))
        self._empty.setPen(pg.mkPen(now.error, width=1.5, style=Qt.PenStyle.DashLine))
        self._bins.setSymbolBrush(now.muted)
        self._bins.setSymbolPen(None)
        self._marks.setSymbolBrush(now.error)
        self._marks.setSymbolPen(now.error)
