"""Figure 7 of the report: the waveform above its mel spectrogram, one time axis for both. For screen and for paper."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from tplab_gui.core.events.data import Analysed
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_box import ClipBox
from tplab_gui.ui.widgets.mel_axis import MelAxis

# pyqtgraph's names; grey is the first of Kovesi's perceptual maps.
COLOUR_MAPS = {
    "inferno": "inferno",
    "magma": "magma",
    "viridis": "viridis",
    "cividis": "cividis",
    "grey": "CET-L1",
}
_CROPPED = 1024, 1600  # rows and columns of a picture that was cropped
_AXIS_PIXELS, _BOTTOM_PIXELS = 62, 40


@dataclass(frozen=True, slots=True)
class ClipLook:
    """How levels become light: `range_db` below the loudest, by a colour map; the Hz axis as it is or as believed."""

    colour_map: str = "inferno"
    range_db: float = 70.0
    is_axis_true: bool = True


class ClipPlots(pg.GraphicsLayoutWidget):
    """Two plots and a colour bar; `draw` fills them. Times in seconds, rows as `MelAxis` counts them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Analysed | None = None
        self.look = ClipLook()
        self.rate_hz = 8000
        self._map = ""
        self.mel_axis = MelAxis()
        self.boxes = ClipBox(0), ClipBox(1)
        self.wave = self.addPlot(row=0, col=0, viewBox=self.boxes[0])
        self.mel = self.addPlot(row=1, col=0, viewBox=self.boxes[1], axisItems={"left": self.mel_axis})
        self.ci.layout.setRowStretchFactor(0, 2)
        self.ci.layout.setRowStretchFactor(1, 3)
        self.ci.setContentsMargins(4, 4, 4, 4)
        self.mel.setXLink(self.wave)
        self._curve = self.wave.plot()
        self._curve.setDownsampling(auto=True, method="peak")
        self._curve.setClipToView(True)
        self.image = pg.ImageItem(axisOrder="row-major")
        self.mel.addItem(self.image)
        # In a column of its own: beside the spectrogram alone it would shift the two time axes against each other.
        self.bar = pg.ColorBarItem(colorMap=pg.colormap.get("inferno"), interactive=False, width=12)
        self.bar.setImageItem(self.image)
        self.addItem(self.bar, row=1, col=1)
        self.mel.getAxis("bottom").setHeight(_BOTTOM_PIXELS)
        self.bar.layout.setContentsMargins(0, 0, 0, _BOTTOM_PIXELS)  # it ends where the picture ends
        self.wave.showAxis("top")
        for plot in (self.wave, self.mel):
            plot.getAxis("left").setWidth(_AXIS_PIXELS)
            plot.hideButtons()
            for side in ("left", "bottom", "top"):
                plot.getAxis(side).enableAutoSIPrefix(False)
            for side in ("bottom", "top"):
                plot.getAxis(side).setStyle(hideOverlappingLabels=False)  # else the 0 at the edge goes
        self.wave.setMouseEnabled(y=False)
        self.wave.setLabel("left", self.tr("Amplitude"))
        self.wave.setLabel("top", self.tr("Sample"))
        self.mel.setLabel("left", self.tr("Frequency (Hz)"))
        self.mel.setLabel("bottom", self.tr("Time (s)"))
        self.bar.setLabel("right", self.tr("Level (dB)"))
        self.restyle(style.theme())

    def draw(self, seen: Analysed, rate_hz: int, look: ClipLook) -> None:
        """Draw a clip; another clip starts with all of it in view, other settings of the same one keep the zoom."""
        before, self.seen, self.look, self.rate_hz = self.seen, seen, look, rate_hz
        if before is None or before.samples is not seen.samples:
            self._draw_wave(seen.samples, rate_hz)
        bands, columns = seen.level_db.shape
        top_db = float(seen.level_db.max()) if seen.level_db.size else 0.0
        levels = (top_db - look.range_db, top_db)
        if look.colour_map != self._map:
            self._map = look.colour_map
            self.bar.setColorMap(pg.colormap.get(COLOUR_MAPS[look.colour_map]))
        self.image.setImage(seen.level_db, autoLevels=False, levels=levels)
        self.bar.setLevels(levels)
        self.image.setRect(QRectF(self.first_column_s() - seen.hop_s / 2, -0.5, columns * seen.hop_s, bands))
        self.mel_axis.set_corners(seen.heard.corners_hz / (seen.heard.times if look.is_axis_true else 1.0))
        if before is None or before.level_db.shape[0] != bands:
            self.mel.setLimits(yMin=-0.5, yMax=bands - 0.5)
            self.mel.setYRange(-0.5, bands - 0.5, padding=0)

    def whole(self) -> None:
        """Show the whole clip and all bands."""
        if self.seen is not None:
            self.wave.setXRange(0, self.length_s, padding=0)
            self.mel.setYRange(-0.5, self.seen.level_db.shape[0] - 0.5, padding=0)

    def crop(self) -> None:
        """Leave out what lies outside the view, for drawings that do not know how to clip (SVG)."""
        seen = self.seen
        if seen is None:
            return
        (low_s, high_s), (low, high) = self.mel.getViewBox().viewRange()
        times_s = np.arange(len(seen.samples)) / self.rate_hz
        inside = (times_s >= low_s) & (times_s <= high_s)
        self._curve.setData(times_s[inside], seen.samples[inside])
        bands, columns = seen.level_db.shape
        left_s = self.first_column_s() - seen.hop_s / 2
        start_s, end_s = max(low_s, left_s), min(high_s, left_s + columns * seen.hop_s)
        if end_s <= start_s:
            self.image.clear()
            return
        across = start_s + (np.arange(_CROPPED[1]) + 0.5) * (end_s - start_s) / _CROPPED[1]
        upwards = low + (np.arange(_CROPPED[0]) + 0.5) * (high - low) / _CROPPED[0]
        column = np.clip(((across - left_s) / seen.hop_s).astype(int), 0, columns - 1)
        row = np.clip(np.round(upwards).astype(int), 0, bands - 1)
        self.image.setImage(seen.level_db[row[:, None], column], autoLevels=False, levels=self.image.levels)
        self.image.setRect(QRectF(start_s, low, end_s - start_s, high - low))

    @property
    def length_s(self) -> float:
        """The length of the clip on show."""
        return len(self.seen.samples) / self.rate_hz if self.seen is not None else 0.0

    def first_column_s(self) -> float:
        """Return the middle of the first column: its frame is centred on 0, or begins there."""
        seen = self.seen
        return 0.0 if seen is None or seen.choice.is_centred else seen.frame_s / 2

    def restyle(self, now: style.Theme) -> None:
        """Take the colours of a theme."""
        self.setBackground(now.surface)
        for plot in (self.wave, self.mel):
            for side in ("left", "bottom", "top", "right"):
                plot.getAxis(side).setPen(now.border)
                plot.getAxis(side).setTextPen(now.muted)
            plot.getViewBox().setBackgroundColor(now.surface)
        self.wave.showGrid(x=True, y=True, alpha=0.18)
        self.wave.getAxis("top").setGrid(False)  # its lines would stand between those of the seconds
        self.bar.axis.setPen(now.border)
        self.bar.axis.setTextPen(now.muted)
        series = style.SERIES[0]
        self._curve.setPen(QPen(pg.mkColor(series.dark if now.is_dark else series.light), 0))

    def _draw_wave(self, samples: np.ndarray, rate_hz: int) -> None:
        self._curve.setData(np.arange(len(samples)) / rate_hz, samples)
        self.wave.getAxis("top").setScale(rate_hz)
        length_s = len(samples) / rate_hz
        for plot in (self.wave, self.mel):
            plot.setLimits(xMin=-0.02 * length_s, xMax=1.02 * length_s, minXRange=4 / rate_hz)
        self.wave.setXRange(0, length_s, padding=0)
        peak = max(0.01, float(np.abs(samples).max(initial=0.0)))
        self.wave.setYRange(-peak, peak)
