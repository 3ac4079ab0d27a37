"""The 28 x 28 picture the network sees, large enough to count its pixels, with or without where it looked."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.ui import style

Image = NDArray[np.float32]

# Inferno at nine places (Smith and van der Walt, 2015); between them straight lines.
_INFERNO = np.array(
    [
        (0, 0, 4),
        (31, 12, 72),
        (85, 15, 109),
        (136, 34, 106),
        (186, 54, 85),
        (227, 89, 51),
        (249, 140, 10),
        (249, 201, 50),
        (252, 255, 164),
    ],
    np.float32,
)


class InkPreview(QWidget):
    """Shows a picture in [0, 1], ink white on black as in MNIST; with heat, in the colours of inferno."""

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._picture = QImage()
        self._shown: tuple[Image | None, Image | None] = (None, None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return three screen pixels for each of the network's."""
        return QSize(86, 86)

    def show_image(self, image: Image | None, heat: Image | None = None) -> None:
        """Show `image` (28, 28) float32 in [0, 1], coloured by `heat` of the same shape; None is an empty field."""
        self._shown = (image, heat)
        self._picture = QImage() if image is None else _picture(image, heat)
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self._picture.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pixels without smoothing: they are the point."""
        now = style.theme()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setPen(QColor(now.border))
            painter.setBrush(QColor("#000000") if not self.is_empty else QColor(now.raised))
            painter.drawRect(area)
            if not self.is_empty:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
                painter.drawImage(area.adjusted(0.5, 0.5, -0.5, -0.5), self._picture)
            else:
                painter.setPen(QColor(now.muted))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._empty)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _picture(image: Image, heat: Image | None) -> QImage:
    grey = np.clip(image, 0.0, 1.0)[:, :, None]
    if heat is None:
        rgb = np.repeat(255 * grey, 3, axis=2)
    else:
        # The heat colours the whole field, the ink lightens it, so that both can be seen at once.
        places = np.linspace(0.0, 1.0, len(_INFERNO))
        colours = np.stack([np.interp(heat, places, _INFERNO[:, c]) for c in range(3)], axis=2)
        rgb = colours * (0.55 + 0.45 * grey) + 110 * grey * (1 - heat[:, :, None])
    pixels = np.ascontiguousarray(np.clip(rgb, 0, 255).astype(np.uint8))
    height, width = image.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
