"""A picture that keeps its shape, and the panel around it with a caption.

Painted by QImage: no copy of the pixels, and crisp on every screen because the painter works in device pixels.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.one_line import OneLine

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEP = 1 / 32  # of the width or height


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Return an RGB picture (H, W, 3) uint8 as a QImage over the same memory: keep `pixels` as long as the image."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)


def to_pixels(image: QImage) -> NDArray[np.uint8]:
    """Return a QImage as RGB (H, W, 3) uint8, transparent parts on white; a fresh array."""
    flat = QImage(image.size(), QImage.Format.Format_RGB888)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    lines = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return lines[:, : 3 * flat.width()].reshape(flat.height(), flat.width(), 3).copy()


class ImageView(QWidget):
    """Shows the newest picture it was given, as large as fits, centred.

    Once `set_pointing` was called, the mouse and the arrow keys point at a place of the picture.

    Parameters
    ----------
    is_blocky : bool
        Whether cells of the picture stay visible as blocks (nearest neighbour) instead of being smoothed.

    """

    pointed = Signal(object)  # (x, y) as shares of width and height, or None: nowhere any more

    def __init__(self, *, is_blocky: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_blocky = is_blocky
        self._point: tuple[float, float] | None = None  # where the keys point
        self._pixels: NDArray[np.uint8] | None = None
        self._image: QImage | None = None
        self._shape: tuple[int, int] | None = None
        self._text = ""
        self._mark: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 90)

    def sizeHint(self) -> QSize:
        """Return a comfortable size; the layout decides."""
        return QSize(360, 270)

    @property
    def pixels(self) -> NDArray[np.uint8] | None:
        """Return what is shown, RGB (H, W, 3) uint8, or None."""
        return self._pixels

    def show_pixels(
        self,
        pixels: NDArray[np.uint8] | None,
        shape: tuple[int, int] | None = None,
        mark: tuple[float, float] | None = None,
    ) -> None:
        """Show RGB (H, W, 3) uint8, or nothing.

        Parameters
        ----------
        pixels : ndarray or None
            Not copied: nobody may write into it afterwards.
        shape : (height, width), optional
            The proportions to show it in, where they differ from its own (a 7 x 7 map of a wide picture).
        mark : (x, y), optional
            A point to circle, as shares of width and height.

        """
        self._pixels = None if pixels is None else np.ascontiguousarray(pixels)
        self._image = None if self._pixels is None else to_qimage(self._pixels)
        self._shape, self._mark = shape, mark
        self.update()

    def show_text(self, text: str) -> None:
        """Say `text` where the picture would be, or across it when there is one; '' for nothing."""
        if text != self._text:
            self._text = text
            self.update()

    @property
    def text(self) -> str:
        """Return the text shown."""
        return self._text

    def picture_rect(self) -> QRectF:
        """Return where the picture lies in the widget, in logical pixels; empty without a picture."""
        if self._image is None:
            return QRectF()
        height, width = self._shape or (self._image.height(), self._image.width())
        scale = min(self.width() / width, self.height() / height)
        size = QSize(max(1, round(width * scale)), max(1, round(height * scale)))
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(round(left), round(top), size.width(), size.height())

    def set_pointing(self) -> None:
        """Let the mouse and the arrow keys point at places of the picture."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the mouse points."""
        where = self.picture_rect()
        if self.hasMouseTracking() and not where.isEmpty():
            at = event.position()
            is_inside = where.contains(at)
            self.pointed.emit(
                ((at.x() - where.x()) / where.width(), (at.y() - where.y()) / where.height())
                if is_inside
                else None
            )
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point nowhere any more."""
        if self.hasMouseTracking():
            self.pointed.emit(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the point of the keys."""
        if self._point is not None:
            self._point = None
            self.pointed.emit(None)
            self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point with the arrow keys."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or not self.hasMouseTracking() or self._image is None:
            super().keyPressEvent(event)
            return
        x, y = self._point or (0.5, 0.5)
        self._point = (min(0.999, max(0.0, x + step[0] * _STEP)), min(0.999, max(0.0, y + step[1] * _STEP)))
        self.pointed.emit(self._point)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, picture, mark and text."""
        painter = QPainter(self)
        now = style.theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.background))
        painter.drawRoundedRect(QRectF(self.rect()), style.RADIUS, style.RADIUS)
        if self._image is not None:
            where = self.picture_rect()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self.is_blocky)
            painter.drawImage(where, self._image)
            if self._mark is not None:
                _draw_mark(painter, where, self._mark)
            if self._point is not None:
                _draw_cross(painter, where, self._point)
        if self._text:
            self._draw_text(painter, now)
        painter.end()

    def _draw_text(self, painter: QPainter, now: style.Theme) -> None:
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        room = QRectF(self.rect()).adjusted(style.SPACE_L, style.SPACE_L, -style.SPACE_L, -style.SPACE_L)
        if self._image is not None:
            size = painter.boundingRect(room, flags, self._text)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QColor(now.surface)
            ground.setAlpha(230)
            painter.setBrush(ground)
            margin = style.SPACE_S
            painter.drawRoundedRect(
                size.adjusted(-margin, -margin, margin, margin), style.RADIUS, style.RADIUS
            )
        painter.setPen(QColor(now.text if self._image is not None else now.muted))
        painter.drawText(room, flags, self._text)


def _draw_mark(painter: QPainter, where: QRectF, mark: tuple[float, float]) -> None:
    centre = QPointF(where.x() + mark[0] * where.width(), where.y() + mark[1] * where.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in (("#000000", 4.0), ("#ffffff", 2.0)):  # legible on every ground
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(centre, 9.0, 9.0)


def _draw_cross(painter: QPainter, where: QRectF, point: tuple[float, float]) -> None:
    x, y = where.x() + point[0] * where.width(), where.y() + point[1] * where.height()
    for colour, width in (("#000000", 4.0), ("#ffffff", 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(QPointF(x - 8, y), QPointF(x + 8, y))
        painter.drawLine(QPointF(x, y - 8), QPointF(x, y + 8))


class Panel(QFrame):
    """A picture with a name above it and what is to know about it beside the name."""

    def __init__(self, name: str, *, is_blocky: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.view = ImageView(is_blocky=is_blocky)
        self.view.setAccessibleName(name)
        self.name = QLabel(name)
        self.name.setBuddy(self.view)
        self.caption = OneLine()
        style.set_role(self.caption, "muted")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(style.SPACE_S)
        head.addWidget(self.name)
        head.addWidget(self.caption, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_S, style.SPACE_S, style.SPACE_S, style.SPACE_S)
        column.setSpacing(style.SPACE_XS)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the picture."""
        self._column.addWidget(widget)

    def say(self, caption: str) -> None:
        """Show `caption` beside the name; the whole of it is in the tool tip when there is no room."""
        if caption != self.caption.toolTip():
            self.caption.set_text(caption)
