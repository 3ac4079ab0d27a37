"""Every test pair by how sure image and sound are, marked by who is right.

Both axes are logarithms of the odds: most pairs are answered with 99 % and more, and on a plain axis they would all lie
on one spot.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.events.fusion_study import ReliabilityRead
from tplab_gui.ui import style
from tplab_gui.ui.style import SERIES, Series
from tplab_gui.ui.widgets.fusion_looks import IMAGE, NEITHER, SOUND, letters, shade, write

_LOWEST, _HIGHEST = 0.1, 0.9999
_TICKS = (0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999)
_LEFT, _TOP, _RIGHT, _BOTTOM = 68, 12, 14, 46
_REACH_PX = 14.0
BOTH, ONLY_IMAGE, ONLY_SOUND, NONE = range(4)  # who is right
LOOK: dict[int, tuple[Series, float]] = {
    BOTH: (Series("both", NEITHER.light, NEITHER.dark, NEITHER.dash, "o"), 4.0),
    NONE: (Series("none", SERIES[3].light, SERIES[3].dark, SERIES[3].dash, "x"), 10.0),
    ONLY_IMAGE: (IMAGE, 10.0),
    ONLY_SOUND: (SOUND, 10.0),
}
_FORWARD = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}


def who_is_right(read: ReliabilityRead) -> NDArray[np.int64]:
    """Return for each pair one of BOTH, ONLY_IMAGE, ONLY_SOUND, NONE, int64 (n,)."""
    image, sound = read.image_digit == read.truth, read.sound_digit == read.truth
    return np.select([image & sound, image, sound], [BOTH, ONLY_IMAGE, ONLY_SOUND], NONE)


def on_axis(confidence: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return places on an axis, 0 to 1, of probabilities; those beyond its ends stand at its ends."""
    clipped = np.clip(np.asarray(confidence, np.float64), _LOWEST, _HIGHEST)
    ends = [np.log(p / (1 - p)) for p in (_LOWEST, _HIGHEST)]
    return (np.log(clipped / (1 - clipped)) - ends[0]) / (ends[1] - ends[0])


class ReliabilityScatter(QWidget):
    """Click a mark, or walk with the arrow keys: `pair_chosen` tells its index."""

    pair_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: ReliabilityRead | None = None
        self._right: NDArray[np.int64] = np.zeros(0, np.int64)
        self._places: NDArray[np.float64] = np.zeros((0, 2))
        self.shown: NDArray[np.int64] = np.zeros(
            0, np.int64
        )  # indices of the pairs that are not filtered out
        self.chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self.setAccessibleName(self.tr("Test pairs by the confidence of image and sound"))
        self.setToolTip(
            self.tr(
                "Each mark is a test pair. To the right the image is surer, upwards the sound; below the dotted line "
                "the image is the surer one. Click a mark, or walk with the arrow keys."
            )
        )

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(560, 420)

    def names(self) -> dict[int, str]:
        """Return what the marks mean."""
        return {
            BOTH: self.tr("both right"),
            ONLY_IMAGE: self.tr("only the image"),
            ONLY_SOUND: self.tr("only the sound"),
            NONE: self.tr("none"),
        }

    def show_read(self, read: ReliabilityRead, shown: NDArray[np.int64]) -> None:
        """Show the pairs whose indices are in `shown`, int64 (m,), rising."""
        self._read, self.shown = read, shown
        self._right = who_is_right(read)
        self._places = np.stack([on_axis(read.image_confidence), on_axis(read.sound_confidence)], 1)
        counts = np.bincount(self._right[shown], minlength=4)
        told = ", ".join(f"{name}: {counts[kind]}" for kind, name in self.names().items())
        self.setAccessibleDescription(self.tr("{n} pairs; right: {told}").format(n=len(shown), told=told))
        self.update()

    def choose(self, index: int) -> None:
        """Mark a pair, and tell."""
        self.chosen = index
        self.update()
        self.pair_chosen.emit(index)

    def place_of(self, index: int) -> QPointF:
        """Return where a pair is drawn in the widget."""
        area = self._frame(QRectF(self.rect()))
        x, y = self._places[index]
        return QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the pairs that are shown."""
        key = Qt.Key(event.key())
        step = 1 if key in _FORWARD else -1 if key in _BACK else 0
        if not step or not len(self.shown):
            super().keyPressEvent(event)
            return
        place = int(np.searchsorted(self.shown, self.chosen))
        is_on = place < len(self.shown) and self.shown[place] == self.chosen
        place = place + step if is_on else place - (step < 0)
        self.choose(int(self.shown[place % len(self.shown)]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the nearest pair; of several on one spot a further click chooses the next."""
        if not len(self.shown):
            return
        area = self._frame(QRectF(self.rect()))
        at = np.array([event.position().x(), event.position().y()])
        places = self._places[self.shown] * (area.width(), -area.height()) + (area.left(), area.bottom())
        away = np.hypot(*(places - at).T)
        near = self.shown[away <= max(float(away.min()), 3.0)] if away.min() <= _REACH_PX else self.shown[:0]
        if len(near):
            place = int(np.searchsorted(near, self.chosen, "right")) if self.chosen in near else 0
            self.choose(int(near[place % len(near)]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, marks and the chosen pair."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()), style.theme(), has_choice=True)

    def paint(self, painter: QPainter, whole: QRectF, now: style.Theme, *, has_choice: bool) -> None:
        """Paint into `whole`, on the screen or on paper."""
        area = self._frame(whole)
        painter.fillRect(area, QColor(now.surface))
        self._paint_axes(painter, whole, area, now)
        for kind, (series, size) in LOOK.items():
            symbol = pg.graphicsItems.ScatterPlotItem.Symbols[series.symbol]
            colour = shade(series, now)
            if kind == BOTH:
                colour.setAlpha(110)
            painter.setPen(QPen(QColor(now.surface), 0.8 / size) if kind != NONE else QPen(colour, 1 / size))
            painter.setBrush(colour)
            for index in self.shown[self._right[self.shown] == kind] if self._read is not None else ():
                x, y = self._places[index]
                painter.save()
                painter.translate(area.left() + x * area.width(), area.bottom() - y * area.height())
                painter.scale(size, size)
                painter.drawPath(symbol)
                painter.restore()
        if has_choice and self._read is not None and 0 <= self.chosen < len(self._places):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.text), 2))
            painter.drawEllipse(self.place_of(self.chosen), 9, 9)
        if has_choice and self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def _frame(self, whole: QRectF) -> QRectF:
        return whole.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _paint_axes(self, painter: QPainter, whole: QRectF, area: QRectF, now: style.Theme) -> None:
        letters(painter, style.TEXT_SMALL)
        for tick, place in zip(_TICKS, on_axis(np.array(_TICKS, np.float32)), strict=True):
            x, y = area.left() + place * area.width(), area.bottom() - place * area.height()
            painter.setPen(QPen(QColor(now.grid), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            text = f"{100 * tick:g} %"
            write(painter, QRectF(x - 30, area.bottom() + 3, 60, 16), text, now.muted, _CENTRE)
            room = QRectF(whole.left() + 14, y - 8, _LEFT - 20, 16)
            write(painter, room, text, now.muted, Qt.AlignmentFlag.AlignRight)
        painter.setPen(QPen(QColor(now.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
        room = QRectF(area.left(), area.bottom() + 22, area.width(), 20)
        write(painter, room, self.tr("How sure the image is of its answer"), now.muted, _CENTRE)
        painter.save()
        painter.translate(whole.left() + 9, area.center().y())
        painter.rotate(-90)
        room = QRectF(-area.height() / 2, -9, area.height(), 18)
        write(painter, room, self.tr("How sure the sound is of its answer"), now.muted, _CENTRE)
        painter.restore()


_CENTRE = Qt.AlignmentFlag.AlignHCenter
