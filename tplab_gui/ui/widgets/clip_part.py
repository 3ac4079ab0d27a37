"""The part of a clip that is chosen with the mouse: a span in the waveform, a band in the spectrogram, or both."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from tplab_gui.core.events.data import PlayPart
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_plots import ClipPlots

_SHORTEST = 0.004  # of the picture: a drag below that was a click
_RESTING, _TOUCHED = 22, 34  # how much of the shade's colour is mixed in, of 255


class ClipPart(QObject):
    """Draws what is chosen into `plots`, and tells it in seconds and true Hz."""

    changed = Signal()  # once a drag is over, or the choice is let go
    dragged = Signal()  # a drag by the mouse is over, whether it chose something or was a click

    def __init__(self, plots: ClipPlots) -> None:
        super().__init__(plots)
        self._plots = plots
        self._span = pg.LinearRegionItem((0, 0), "vertical")
        self._span_below = pg.LinearRegionItem((0, 0), "vertical", movable=False)
        self._band = pg.LinearRegionItem((0, 0), "horizontal")
        self._regions = (self._span, self._span_below, self._band)
        for plot, region in zip((plots.wave, plots.mel, plots.mel), self._regions, strict=True):
            region.setZValue(10)
            region.hide()
            plot.addItem(region, ignoreBounds=True)
        self._span.sigRegionChanged.connect(lambda: self._span_below.setRegion(self._span.getRegion()))
        self._span.sigRegionChangeFinished.connect(self.changed)
        self._band.sigRegionChangeFinished.connect(self.changed)
        plots.boxes[0].dragged.connect(lambda *ends: self._on_dragged(self._span, *ends))
        plots.boxes[1].dragged.connect(lambda *ends: self._on_dragged(self._band, *ends))

    def get(self) -> PlayPart:
        """Return what is chosen, in seconds and true Hz; an end that touches the picture's is open."""
        start_s = end_s = low_hz = high_hz = 0.0
        if self._span.isVisible():
            start_s, end_s = (max(0.0, float(each)) for each in self._span.getRegion())
            end_s = min(end_s, self._plots.length_s)
        if self._band.isVisible() and self._plots.seen is not None:
            low, high = self._band.getRegion()
            low_hz, high_hz = self.band_hz()
            low_hz = low_hz if low > -0.5 else 0.0
            high_hz = high_hz if high < self._plots.seen.level_db.shape[0] - 0.5 else 0.0
        return PlayPart(start_s, end_s, low_hz, high_hz)

    def choose(self, part: PlayPart) -> None:
        """Choose a part from the program."""
        self._hide()
        if part.end_s > part.start_s:
            self._choose(self._span, part.start_s, part.end_s)
        if part.high_hz > part.low_hz:
            self.choose_band_hz(part.low_hz, part.high_hz)
        self.changed.emit()

    def clear(self) -> None:
        """Let go of what was chosen."""
        was = self._span.isVisible() or self._band.isVisible()
        self._hide()
        if was:
            self.changed.emit()

    def band_hz(self) -> tuple[float, float]:
        """Return the true Hz of the ends of the band; (0, 0) where none is chosen."""
        if not self._band.isVisible():
            return 0.0, 0.0
        low, high = (self._plots.mel_axis.hz_of_row(row) / self._times() for row in self._band.getRegion())
        return low, high

    def choose_band_hz(self, low_hz: float, high_hz: float) -> None:
        """Lay the band over these true Hz: other settings move the rows, not the sound."""
        axis, times = self._plots.mel_axis, self._times()
        self._choose(self._band, axis.row_of_hz(low_hz * times), axis.row_of_hz(high_hz * times))

    def stretch(
        self, start: tuple[float, float | None], end: tuple[float, float | None], *, is_span: bool
    ) -> None:
        """Choose what lies between two places (seconds, row): the span, or the band with both rows in it."""
        if is_span:
            self._choose(self._span, start[0], end[0])
        elif start[1] is not None and end[1] is not None:
            low, high = sorted((start[1], end[1]))
            self._choose(self._band, low - 0.5, high + 0.5)
        self.changed.emit()

    def restyle(self, now: style.Theme) -> None:
        """Take the colours of a theme; over the spectrogram, which is dark in both, white."""
        for region in self._regions:
            colour = QColor(now.accent if region is self._span else "#ffffff")
            for line in region.lines:
                line.setPen(pg.mkPen(colour, width=2))
                line.setHoverPen(pg.mkPen(colour, width=4))
            for alpha, set_brush in ((_RESTING, region.setBrush), (_TOUCHED, region.setHoverBrush)):
                colour.setAlpha(2 * alpha if region is self._span else alpha)
                set_brush(QColor(colour))

    def _times(self) -> float:
        """How many times too high the axis on show is labelled."""
        seen = self._plots.seen
        return 1.0 if seen is None or self._plots.look.is_axis_true else seen.heard.times

    def _hide(self) -> None:
        for region in self._regions:
            region.hide()

    def _on_dragged(self, region: pg.LinearRegionItem, start: float, end: float, is_over: bool) -> None:  # noqa: FBT001
        axis = 0 if region is self._span else 1
        shown = self._plots.boxes[axis].viewRange()[axis]
        if abs(end - start) >= _SHORTEST * (shown[1] - shown[0]):
            self._choose(region, start, end)
        if is_over:
            self.dragged.emit()
            self.changed.emit()

    def _choose(self, region: pg.LinearRegionItem, start: float, end: float) -> None:
        seen = self._plots.seen
        if seen is None:
            return
        ends = (0.0, self._plots.length_s) if region is self._span else (-0.5, seen.level_db.shape[0] - 0.5)
        region.setRegion(np.clip(sorted((start, end)), *ends))
        region.show()
        self._span_below.setVisible(self._span.isVisible())
