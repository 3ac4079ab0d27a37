"""One sound, seen twice: the waveform above its mel spectrogram, one time axis for both."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.events.data import Analysed, SoundOpened
from tplab_gui.ui import style

_RANGE_DB = 70.0
_TICKS_HZ = (100, 250, 500, 1000, 2000, 4000, 8000, 16000)


class ClipView(QWidget):
    """The waveform (amplitude, full scale = 1) and the mel spectrogram (dB re full scale) of one clip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = pg.GraphicsLayoutWidget()
        self._wave = self._layout.addPlot(row=0, col=0)
        self._mel = self._layout.addPlot(row=1, col=0)
        self._layout.ci.layout.setRowStretchFactor(0, 2)
        self._layout.ci.layout.setRowStretchFactor(1, 3)
        self._mel.setXLink(self._wave)
        self._curve = self._wave.plot()
        self._curve.setDownsampling(auto=True, method="peak")
        self._curve.setClipToView(True)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._mel.addItem(self._image)
        # In a column of its own: beside the spectrogram alone it would shift the two time axes against each other.
        self._bar = pg.ColorBarItem(colorMap=pg.colormap.get("inferno"), interactive=False, width=12)
        self._bar.setImageItem(self._image)
        self._layout.addItem(self._bar, row=1, col=1)
        self._cursors = [pg.InfiniteLine(angle=90, movable=False) for _ in range(2)]
        for plot, cursor in zip((self._wave, self._mel), self._cursors, strict=True):
            plot.addItem(cursor, ignoreBounds=True)
            plot.getAxis("left").setWidth(64)
            for side in ("left", "bottom"):
                plot.getAxis(side).enableAutoSIPrefix(False)
            plot.setMenuEnabled(False)
            plot.hideButtons()
        self._wave.setMouseEnabled(y=False)
        self._mel.setMouseEnabled(y=False)
        self._name_axes()
        self._restyle()
        self.hide_cursor()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._layout)

    def show_sound(self, sound: SoundOpened, seen: Analysed) -> None:
        """Draw a clip; zoom starts over."""
        times_s = np.arange(len(sound.samples)) / sound.rate_hz
        self._curve.setData(times_s, sound.samples)
        bands, columns = seen.level_db.shape
        top_db = float(seen.level_db.max()) if seen.level_db.size else 0.0
        self._image.setImage(seen.level_db, autoLevels=False, levels=(top_db - _RANGE_DB, top_db))
        self._bar.setLevels((top_db - _RANGE_DB, top_db))
        # Columns are centred on their time, so the first one begins half a hop before zero.
        self._image.setRect(QRectF(-seen.hop_s / 2, -0.5, columns * seen.hop_s, bands))
        rows = np.interp(_TICKS_HZ, seen.heard.corners_hz[1:-1], np.arange(bands), left=-1, right=-1)
        ticks = [
            (row, f"{hz:,}".replace(",", " ")) for row, hz in zip(rows, _TICKS_HZ, strict=True) if row >= 0
        ]
        self._mel.getAxis("left").setTicks([ticks])
        self._mel.setYRange(-0.5, bands - 0.5, padding=0)
        length_s = len(sound.samples) / sound.rate_hz
        self._wave.setXRange(0, length_s, padding=0.01)
        peak = max(0.01, float(np.abs(sound.samples).max(initial=0.0)))
        self._wave.setYRange(-peak, peak)
        self.hide_cursor()
        self.setAccessibleDescription(
            self.tr("A sound of {length:.2f} seconds, loudest sample {peak:.0%} of full scale.").format(
                length=length_s, peak=peak
            )
        )

    def move_cursor(self, position_s: float) -> None:
        """Show what is at the loudspeaker now."""
        for cursor in self._cursors:
            cursor.setValue(position_s)
            cursor.show()

    def hide_cursor(self) -> None:
        """Nothing is playing."""
        for cursor in self._cursors:
            cursor.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _name_axes(self) -> None:
        self._wave.setLabel("left", self.tr("Amplitude"))
        self._wave.getAxis("bottom").setStyle(showValues=False)
        self._mel.setLabel("left", self.tr("Frequency (Hz)"))
        self._mel.setLabel("bottom", self.tr("Time (s)"))
        self._bar.setLabel("right", self.tr("Level (dB)"))

    def _restyle(self) -> None:
        now = style.theme()
        self._layout.setBackground(now.surface)
        for plot in (self._wave, self._mel):
            style.style_plot(plot)
        self._mel.showGrid(x=False, y=False)
        self._bar.axis.setPen(now.border)
        self._bar.axis.setTextPen(now.muted)
        self._curve.setPen(QPen(style.SERIES[0].colour(), 0))
        for cursor in self._cursors:
            cursor.setPen(pg.mkPen(now.accent, width=2))
