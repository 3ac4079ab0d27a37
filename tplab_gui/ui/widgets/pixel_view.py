"""A small picture shown large, each pixel a square: what a network gets, not what looks smooth."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.ui import style


class PixelView(QWidget):
    """Shows a grey picture, uint8 (H, W), white ink on black as the networks see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pixels(self, pixels: NDArray[np.uint8]) -> None:
        """Show `pixels`, uint8 (H, W); a copy is kept."""
        held = np.ascontiguousarray(pixels)
        height, width = held.shape
        self._image = QImage(held.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
        self.update()

    def sizeHint(self) -> QSize:
        """Return ten screen pixels for each of a digit."""
        return QSize(280, 280)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares, as large as whole multiples allow."""
        del event
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(where, self._image)
        painter.setPen(style.theme().border)
        painter.drawRect(where.adjusted(0, 0, -1, -1))
        painter.end()
