"""A picture on which a box can be drawn: with the mouse, or with the keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tplab_gui.core.box_measures import Box
from tplab_gui.ui.widgets.image_view import ImageView

_SMALLEST_PX = 3  # of the screen: less is a click, which takes the box away
_STEP = 1 / 40
_MOVES = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class BoxView(ImageView):
    """Drag draws a box; the arrow keys move it (a first one begins in the middle), with Shift they change its size.

    Delete or a click takes it away.
    """

    box_changed = Signal(object)  # (left, top, right, bottom) in pixels of the picture, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._box: tuple[float, float, float, float] | None = None  # shares of width and height
        self._from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(
            self.tr(
                "Draw a box around the object: with the mouse, or with the arrow keys (Shift changes its size, Delete "
                "takes it away)."
            )
        )

    @property
    def box(self) -> Box | None:
        """Return the box in pixels of the picture, or None."""
        if self._box is None or self.pixels is None:
            return None
        height, width = self.pixels.shape[:2]
        left, top, right, bottom = self._box
        return left * width, top * height, right * width, bottom * height

    def set_box(self, box: Box | None) -> None:
        """Show a box given in pixels of the picture, or none."""
        if box is None or self.pixels is None:
            self._change(None)
            return
        height, width = self.pixels.shape[:2]
        self._change((box[0] / width, box[1] / height, box[2] / width, box[3] / height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box."""
        if event.button() == Qt.MouseButton.LeftButton and self.pixels is not None:
            self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box so far."""
        where = self.picture_rect()
        if self._from is None or where.isEmpty():
            return
        drawn = QRectF(self._from, event.position()).normalized()
        inside = drawn.intersected(where)
        if min(drawn.width(), drawn.height()) < _SMALLEST_PX or inside.isEmpty():
            self._box = None
        else:
            self._box = (
                (inside.left() - where.left()) / where.width(),
                (inside.top() - where.top()) / where.height(),
                (inside.right() - where.left()) / where.width(),
                (inside.bottom() - where.top()) / where.height(),
            )
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the box; a click without a way takes it away."""
        if self._from is None:
            return
        way = event.position() - self._from
        self._from = None
        self._change(None if abs(way.x()) + abs(way.y()) < _SMALLEST_PX else self._box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the box, change its size, take it away."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._change(None)
            return
        move = _MOVES.get(key)
        if move is None or self.pixels is None:
            super().keyPressEvent(event)
            return
        left, top, right, bottom = self._box or (0.35, 0.35, 0.65, 0.65)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            right = min(1.0, max(left + _STEP, right + move[0]))
            bottom = min(1.0, max(top + _STEP, bottom + move[1]))
        else:
            right_by = min(1 - right, max(-left, move[0]))
            down_by = min(1 - bottom, max(-top, move[1]))
            left, right, top, bottom = left + right_by, right + right_by, top + down_by, bottom + down_by
        self._change((left, top, right, bottom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and the box."""
        super().paintEvent(event)
        if self._box is None:
            return
        where, (left, top, right, bottom) = self.picture_rect(), self._box
        painter = QPainter(self)
        shown = QRectF(
            QPointF(where.x() + left * where.width(), where.y() + top * where.height()),
            QPointF(where.x() + right * where.width(), where.y() + bottom * where.height()),
        )
        for colour, width in (("#000000", 4.0), ("#ffffff", 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(shown)
        painter.end()

    def _change(self, box: tuple[float, float, float, float] | None) -> None:
        self._box = box
        self.update()
        self.box_changed.emit(self.box)
