"""One sound, seen twice, with a cursor that reads both pictures, and a part of it chosen by a drag."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.data import Analysed, PlayPart
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_plots import ClipLook, ClipPlots

_ZOOM = 0.7
_SHORTEST = 0.004  # of the picture: a drag below that was a click


class ClipView(QWidget):
    """Figure 7 to look into: read-out, zoom, a span of time (drag in the waveform), a band (drag below it)."""

    part_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots = ClipPlots()
        self.readout = QLabel()
        self.readout.setTextFormat(Qt.TextFormat.PlainText)
        self.readout.setMinimumWidth(1)  # a long line must not widen the window
        style.set_role(self.readout, "muted")
        wave, mel = self.plots.wave, self.plots.mel
        self._hairs = [pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=0)]
        self._cursors = [pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=90)]
        for plot, line in zip((wave, mel, mel, wave, mel), (*self._hairs, *self._cursors), strict=True):
            line.setZValue(20)
            line.hide()
            plot.addItem(line, ignoreBounds=True)
        self._span = pg.LinearRegionItem((0, 0), "vertical")
        self._span_below = pg.LinearRegionItem((0, 0), "vertical", movable=False)
        self._band = pg.LinearRegionItem((0, 0), "horizontal")
        for plot, region in ((wave, self._span), (mel, self._span_below), (mel, self._band)):
            region.setZValue(10)
            region.hide()
            plot.addItem(region, ignoreBounds=True)
        self._at: tuple[float, float | None] | None = None  # seconds and row of the hair cross
        self._span.sigRegionChanged.connect(self._on_span_moved)
        self._span.sigRegionChangeFinished.connect(self.part_changed)
        self._band.sigRegionChangeFinished.connect(self.part_changed)
        self.plots.boxes[0].dragged.connect(lambda *ends: self._on_dragged(self._span, *ends))
        self.plots.boxes[1].dragged.connect(lambda *ends: self._on_dragged(self._band, *ends))
        self.plots.scene().sigMouseMoved.connect(self._on_mouse)
        self.plots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Waveform and mel spectrogram"))
        self.setToolTip(
            self.tr(
                "Wheel: zoom in time (with Ctrl in frequency). Drag in the waveform: choose a span; in the "
                "spectrogram: a band. Shift and drag: move. Arrow keys: the cursor, + and -: zoom, F: all of it."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.plots, 1)
        column.addWidget(self.readout)
        self._restyle()

    def show_clip(self, seen: Analysed, rate_hz: int, look: ClipLook) -> None:
        """Draw a clip, or the same one otherwise; what was chosen of another clip is let go."""
        before = self.plots.seen
        is_other = before is None or before.samples is not seen.samples
        band_hz = None if is_other or not self._band.isVisible() else self._band_hz()
        self.plots.draw(seen, rate_hz, look)
        if is_other:
            self.clear_part()
            self.hide_cursor()
            self._at = None
        elif band_hz is not None:  # the rows have moved under the band: it stays with its Hz
            times = 1.0 if look.is_axis_true else seen.heard.times
            self._band.setRegion([self.plots.mel_axis.row_of_hz(hz * times) for hz in band_hz])
        self._read()
        peak = float(np.abs(seen.samples).max(initial=0.0))
        self.setAccessibleDescription(
            self.tr("A sound of {length:.2f} seconds, loudest sample {peak:.0%} of full scale.").format(
                length=self.plots.length_s, peak=peak
            )
        )

    def part(self) -> PlayPart:
        """Return what is chosen, in seconds and true Hz; an end that touches the picture's is open."""
        start_s = end_s = low_hz = high_hz = 0.0
        if self._span.isVisible():
            start_s, end_s = (max(0.0, float(each)) for each in self._span.getRegion())
            end_s = min(end_s, self.plots.length_s)
        if self._band.isVisible() and self.plots.seen is not None:
            low, high = self._band.getRegion()
            low_hz, high_hz = self._band_hz()
            low_hz = low_hz if low > -0.5 else 0.0
            high_hz = high_hz if high < self.plots.seen.level_db.shape[0] - 0.5 else 0.0
        return PlayPart(start_s, end_s, low_hz, high_hz)

    def choose(self, part: PlayPart) -> None:
        """Choose a part from the program."""
        self.clear_part()
        if part.end_s > part.start_s:
            self._choose(self._span, part.start_s, part.end_s)
        if part.high_hz > part.low_hz and self.plots.seen is not None:
            look, times = self.plots.look, self.plots.seen.heard.times
            axis, factor = self.plots.mel_axis, 1.0 if look.is_axis_true else times
            self._choose(
                self._band, axis.row_of_hz(part.low_hz * factor), axis.row_of_hz(part.high_hz * factor)
            )
        self.part_changed.emit()

    def clear_part(self) -> None:
        """Let go of what was chosen."""
        was = self._span.isVisible() or self._band.isVisible()
        for region in (self._span, self._span_below, self._band):
            region.hide()
        if was:
            self.part_changed.emit()

    def move_cursor(self, position_s: float) -> None:
        """Show what is at the loudspeaker now."""
        for cursor in self._cursors:
            cursor.setValue(position_s)
            cursor.show()

    def hide_cursor(self) -> None:
        """Nothing is playing."""
        for cursor in self._cursors:
            cursor.hide()

    def point_at(self, time_s: float, row: float | None) -> None:
        """Put the hair cross at a time, and at a height of the spectrogram if there is one; read what is there."""
        if self.plots.seen is None:
            return
        time_s = min(max(time_s, 0.0), self.plots.length_s)
        if row is not None:
            row = min(max(row, 0.0), self.plots.seen.level_db.shape[0] - 1.0)
        self._at = (time_s, row)
        self._read()

    def zoom(self, factor: float) -> None:
        """Zoom in time about the hair cross, or about the middle."""
        low, high = self.plots.wave.getViewBox().viewRange()[0]
        middle = self._at[0] if self._at is not None and low <= self._at[0] <= high else (low + high) / 2
        self.plots.wave.setXRange(
            middle - (middle - low) * factor, middle + (high - middle) * factor, padding=0
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk by a column or a band, + and - zoom."""
        seen = self.plots.seen
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        if seen is not None and event.key() in steps:
            columns, rows = steps[Qt.Key(event.key())]
            time_s, row = self._at or (self.plots.length_s / 2, None)
            row = (seen.level_db.shape[0] // 2 if row is None else round(row)) + rows
            self.point_at(time_s + columns * seen.hop_s, row)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hair cross away with the mouse."""
        self._at = None
        self._read()
        super().leaveEvent(event)

    def _band_hz(self) -> tuple[float, float]:
        assert self.plots.seen is not None  # noqa: S101  nobody can drag in an empty picture
        times = 1.0 if self.plots.look.is_axis_true else self.plots.seen.heard.times
        low, high = (self.plots.mel_axis.hz_of_row(row) / times for row in self._band.getRegion())
        return low, high

    def _on_dragged(self, region: pg.LinearRegionItem, start: float, end: float, is_over: bool) -> None:  # noqa: FBT001
        box = self.plots.boxes[0 if region is self._span else 1]
        shown = box.viewRange()[0 if region is self._span else 1]
        if abs(end - start) >= _SHORTEST * (shown[1] - shown[0]):
            self._choose(region, start, end)
        if is_over:
            self.setFocus()
            self.part_changed.emit()

    def _choose(self, region: pg.LinearRegionItem, start: float, end: float) -> None:
        seen = self.plots.seen
        if seen is None:
            return
        ends = (0.0, self.plots.length_s) if region is self._span else (-0.5, seen.level_db.shape[0] - 0.5)
        region.setRegion(np.clip(sorted((start, end)), *ends))
        region.show()
        self._span_below.setVisible(self._span.isVisible())

    def _on_span_moved(self) -> None:
        self._span_below.setRegion(self._span.getRegion())

    def _on_mouse(self, at: QPointF) -> None:
        for plot in (self.plots.wave, self.plots.mel):
            if plot.getViewBox().sceneBoundingRect().contains(at):
                place = plot.getViewBox().mapSceneToView(at)
                self.point_at(place.x(), place.y() if plot is self.plots.mel else None)
                return

    def _read(self) -> None:
        for line in self._hairs:
            line.setVisible(self._at is not None)
        seen, plots = self.plots.seen, self.plots
        if self._at is None or seen is None or len(seen.samples) == 0:
            self.readout.setText(self.tr("Point to read, drag to choose what is played."))
            return
        time_s, row = self._at
        self._hairs[0].setValue(time_s)
        self._hairs[1].setValue(time_s)
        self._hairs[2].setVisible(row is not None)
        sample = min(len(seen.samples) - 1, int(time_s * plots.rate_hz))
        text = self.tr("{time:.4f} s · sample {sample} · {amplitude:+.3f}").format(
            time=time_s, sample=sample, amplitude=float(seen.samples[sample])
        )
        if row is not None:
            self._hairs[2].setValue(row)
            band = round(row)
            text += self.tr("  |  {hz:.0f} Hz").format(hz=plots.mel_axis.hz_of_row(row))
            column = round((time_s - plots.first_column_s()) / seen.hop_s)
            if 0 <= column < seen.level_db.shape[1]:
                text += self.tr(" · {level:.1f} dB").format(level=float(seen.level_db[band, column]))
            text += self.tr(" · band {band}").format(band=band)
        self.readout.setText(text)
        self.readout.setToolTip(text)

    def _restyle(self) -> None:
        now = style.theme()
        self.plots.restyle(now)
        self._hairs[0].setPen(pg.mkPen(now.muted, width=1, style=Qt.PenStyle.DashLine))
        for hair in self._hairs[1:]:
            hair.setPen(pg.mkPen("#ffffff", width=1, style=Qt.PenStyle.DashLine))
        self._cursors[0].setPen(pg.mkPen(now.accent, width=2))
        self._cursors[1].setPen(
            pg.mkPen(style.DARK.accent, width=2)
        )  # the spectrogram is dark in both themes
        for region in (self._span, self._span_below, self._band):
            colour = QColor(now.accent if region is self._span else "#ffffff")
            for alpha, set_brush in ((22, region.setBrush), (34, region.setHoverBrush)):
                colour.setAlpha(2 * alpha if region is self._span else alpha)
                set_brush(QColor(colour))
            colour.setAlpha(255)
            for line in region.lines:
                line.setPen(pg.mkPen(colour, width=2))
                line.setHoverPen(pg.mkPen(colour, width=4))
