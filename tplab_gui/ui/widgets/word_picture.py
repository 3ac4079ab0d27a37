"""The word as the network saw it, coloured by what spoke for the answer, over the share of every moment."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.events.digits import WordSeen
from tplab_gui.ui import style

TIME_PX = 22  # of the bars below the picture


class WordPicture(QWidget):
    """Low bands below, time to the right; the frame is the hot part."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._seen: WordSeen | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 40 + TIME_PX)

    def sizeHint(self) -> QSize:
        """Return two screen pixels for each of the network's."""
        return QSize(176, 80 + TIME_PX)

    @property
    def seen(self) -> WordSeen | None:
        """What is shown, or None."""
        return self._seen

    def show_word(self, seen: WordSeen | None) -> None:
        """Show a word, or None: nothing was heard."""
        self._seen = seen
        self._image = QImage() if seen is None else coloured(seen.picture, seen.heat)
        self.update()

    def pixels(self) -> NDArray[np.uint8]:
        """Return the picture as painted before it is enlarged, uint8 (bands, columns, 3), the highest band first."""
        image = self._image
        lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture, frame and bars."""
        now = style.theme()
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        area = whole.adjusted(0, 0, 0, -TIME_PX)
        with QPainter(self) as painter:
            painter.setPen(QColor(now.border))
            painter.setBrush(QColor(now.raised))
            painter.drawRect(area if self._seen is not None else whole)
            if self._seen is None:
                painter.setPen(QColor(now.muted))
                painter.drawText(whole, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
                return
            inside = area.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawImage(inside, self._image)
            painter.setPen(QPen(QColor("#ffffff"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(_frame(self._seen, inside))
            self._paint_time(painter, whole, now)

    def _paint_time(self, painter: QPainter, whole: QRectF, now: style.Theme) -> None:
        """Bars upwards for the digit, downwards against it, on one scale."""
        assert self._seen is not None  # noqa: S101  the caller looked
        shares = self._seen.time
        most = max(float(np.abs(shares).max()), 1e-9)
        half = (TIME_PX - 4) / 2
        middle = whole.bottom() - half
        step = whole.width() / len(shares)
        painter.setPen(QColor(now.grid))
        painter.drawLine(round(whole.left()), round(middle), round(whole.right()), round(middle))
        for place, share in enumerate(shares):
            high = half * float(share) / most
            bar = QRectF(
                whole.left() + place * step + 0.5, middle - max(high, 0), max(step - 1, 1), abs(high)
            )
            painter.fillRect(bar, QColor(now.accent if share > 0 else now.warning))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _frame(seen: WordSeen, area: QRectF) -> QRectF:
    """Return the hot part in the picture's own pixels."""
    start_s, end_s, low_hz, high_hz = seen.hot
    bands, columns = seen.picture.shape
    left, right = start_s / seen.hop_s / columns, end_s / seen.hop_s / columns
    rows = np.interp((low_hz, high_hz), seen.centres_hz, np.arange(bands))
    low, high = rows[0] / bands, (rows[1] + 1) / bands
    return QRectF(
        area.left() + left * area.width(),
        area.top() + (1 - high) * area.height(),
        (right - left) * area.width(),
        (high - low) * area.height(),
    )


def coloured(picture: NDArray[np.float32], heat: NDArray[np.float32]) -> QImage:
    """Return a spectrogram in [0, 1] under its heat in [0, 1], both (bands, columns), the lowest band first.

    The heat colours the whole field, the sound lightens it, so that both can be seen at once.
    """
    table = pg.colormap.get("inferno").getLookupTable(nPts=256, alpha=False).astype(np.float32)
    grey = picture[::-1, :, None]
    warm = heat[::-1]
    rgb = table[(255 * np.clip(warm, 0, 1)).astype(np.intp)] * (0.45 + 0.55 * grey)
    rgb += 150 * grey * (1 - warm[:, :, None])
    pixels = np.ascontiguousarray(np.clip(rgb, 0, 255).astype(np.uint8))
    height, width = picture.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
