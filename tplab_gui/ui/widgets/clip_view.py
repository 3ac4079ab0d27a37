"""One sound, seen twice, with a cursor that reads both pictures; `chosen` is the part of it that a drag chose."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.data import Analysed, PlayPart
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_part import ClipPart
from tplab_gui.ui.widgets.clip_plots import ClipLook, ClipPlots

_ZOOM = 0.7


class ClipView(QWidget):
    """Figure 7 to look into: read-out, zoom, a span of time (drag in the waveform), a band (drag below it)."""

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
        self.chosen = ClipPart(self.plots)
        self._at: tuple[float, float | None] | None = None  # seconds and row of the hair cross
        self._anchor: tuple[float, float | None] | None = None  # where Shift and an arrow began to choose
        self.chosen.changed.connect(self._read)
        self.chosen.dragged.connect(self.setFocus)
        self.plots.scene().sigMouseMoved.connect(self._on_mouse)
        self.plots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Waveform and mel spectrogram"))
        self.setToolTip(
            self.tr(
                "Wheel: zoom in time (with Ctrl in frequency). Drag in the waveform: choose a span; in the "
                "spectrogram: a band. Shift and drag: move. Arrow keys: the cursor, "
                "with Shift they choose. + and -: zoom, F: all of it."
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
        band_hz = self.chosen.band_hz()
        self.plots.draw(seen, rate_hz, look)
        if is_other:
            self.chosen.clear()
            self.hide_cursor()
            self._at = self._anchor = None
        elif band_hz[1]:
            self.chosen.choose_band_hz(*band_hz)
        self._read()
        peak = float(np.abs(seen.samples).max(initial=0.0))
        self.setAccessibleDescription(
            self.tr("A sound of {length:.2f} seconds, loudest sample {peak:.0%} of full scale.").format(
                length=self.plots.length_s, peak=peak
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
        """Arrow keys walk by a column or a band, with Shift they choose what they pass; + and - zoom."""
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
            row = seen.level_db.shape[0] // 2 if row is None else round(row)
            is_choosing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._anchor = (self._anchor or (time_s, row)) if is_choosing else None
            self.point_at(time_s + columns * seen.hop_s, row + rows)
            if self._anchor is not None:
                self.chosen.stretch(self._anchor, self._at or self._anchor, is_span=columns != 0)
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
            self.readout.setText(self._chosen_text())
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

    def _chosen_text(self) -> str:
        part, texts = self.chosen.get(), []
        if part == PlayPart():
            return self.tr("Point to read, drag to choose what is played.")
        if part.end_s:
            texts.append(self.tr("{start:.3f} to {end:.3f} s").format(start=part.start_s, end=part.end_s))
        if part.high_hz:
            texts.append(self.tr("{low:.0f} to {high:.0f} Hz").format(low=part.low_hz, high=part.high_hz))
        elif part.low_hz:
            texts.append(self.tr("above {low:.0f} Hz").format(low=part.low_hz))
        return self.tr("Chosen: {part} (Esc lets go)").format(part=", ".join(texts))

    def _restyle(self) -> None:
        now = style.theme()
        self.plots.restyle(now)
        self.chosen.restyle(now)
        self._hairs[0].setPen(pg.mkPen(now.muted, width=1, style=Qt.PenStyle.DashLine))
        for hair in self._hairs[1:]:
            hair.setPen(pg.mkPen("#ffffff", width=1, style=Qt.PenStyle.DashLine))
        self._cursors[0].setPen(pg.mkPen(now.accent, width=2))
        self._cursors[1].setPen(
            pg.mkPen(style.DARK.accent, width=2)
        )  # the spectrogram is dark in both themes
