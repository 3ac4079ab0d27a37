"""The canvas a digit is drawn on: vector strokes in units of its side, whatever its size and the screen's scale.

Painting goes into a pixmap bit by bit, so ten thousand points cost no more than ten.
"""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImageReader,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.events.moments import USUAL_PEN_PX, Ink
from tplab_gui.ui import style
from tplab_gui.ui.widgets.ink_paint import paint_line, paint_piece, paint_remark, pen_of, square_in
from tplab_gui.ui.widgets.ink_sheet import InkSheet, Point, Strokes

ERASER = 0.03  # of the side: how near a stroke must come to be erased
EMIT_MS = 15  # at most one announcement per frame


class InkCanvas(QWidget):
    """Mouse, touch (through the mouse events Qt makes of it) and stylus draw; a dropped picture is announced."""

    strokes_changed = Signal(object)  # Ink
    picture_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = InkSheet()
        self._pen_px, self._is_eraser, self._remark = USUAL_PEN_PX, False, ""
        self._cache = QPixmap()
        self._picture = QPixmap()
        self._emit_soon = QTimer(self, singleShot=True, interval=EMIT_MS)
        self._emit_soon.timeout.connect(self._announce)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Draw a digit here, or choose a sample digit below."))

    def sizeHint(self) -> QSize:
        """Return a comfortable size; any other works too."""
        return QSize(300, 300)

    def strokes(self) -> Strokes:
        """Return what is drawn, in units of the side."""
        return self._sheet.strokes()

    def ink(self) -> Ink:
        """Return what is drawn, with times and pressures."""
        return self._sheet.ink(self._pen_px)

    @property
    def has_ink(self) -> bool:
        """Whether there is a stroke."""
        return bool(self._sheet.lines)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._sheet.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._sheet.can_redo

    def set_pen(self, pen_px: float) -> None:
        """Draw with a pen of this width in the 28 x 28 field; what is drawn already is widened or thinned too."""
        self._pen_px = pen_px
        self._repaint_all()
        if self._sheet.lines:
            self._announce()

    def set_eraser(self, *, is_eraser: bool) -> None:
        """Erase whole strokes with the mouse, or draw."""
        self._is_eraser = is_eraser
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_eraser else Qt.CursorShape.CrossCursor)

    def set_remark(self, text: str) -> None:
        """Say something about the drawing at its lower edge; '' says nothing."""
        if text != self._remark:
            self._remark = text
            self.update()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn and no picture shown."""
        return not self._sheet.lines and self._picture.isNull()

    def set_strokes(self, strokes: Strokes) -> None:
        """Draw given strokes, in units of the side, instead of what is there; one undo takes them away."""
        self._picture = QPixmap()
        self._sheet.replace(strokes)
        self._repaint_all()
        self._announce()

    def show_picture(self, path: str) -> bool:
        """Show a picture instead of strokes; return whether it could be read."""
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(512, 512, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        self._sheet.clear()
        self._picture = QPixmap.fromImage(image)
        self._repaint_all()
        return not image.isNull()

    def undo(self) -> None:
        """Take the last pen-down away, or bring back what the eraser took."""
        if self._sheet.undo():
            self._repaint_all()
            self._announce()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._sheet.redo():
            self._repaint_all()
            self._announce()

    def clear(self) -> None:
        """Take everything away."""
        self._sheet.clear()
        self._picture = QPixmap()
        self._repaint_all()
        self._announce()

    # -- the pen -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pen_down(event.position(), 1.0, is_eraser=self._is_eraser)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, also outside the window."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pen_move(event.position(), 1.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it, wherever the pen is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pen_up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a stylus, erase with its other end; pressure makes the line thicker on the screen."""
        width = 0.4 + 1.2 * event.pressure() if event.pressure() > 0 else 1.0
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            is_other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._pen_down(event.position(), width, is_eraser=self._is_eraser or is_other_end)
        elif kind == QEvent.Type.TabletMove and self._sheet.is_pen_down:
            self._pen_move(event.position(), width)
        elif kind == QEvent.Type.TabletRelease:
            self._pen_up()
        event.accept()

    def _pen_down(self, position: QPointF, width: float, *, is_eraser: bool) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self._picture.isNull():
            self._picture = QPixmap()
            self._repaint_all()
        point = self._unit(position)
        if is_eraser:
            self._show_erased(has_hit=self._sheet.eraser_down(point, ERASER))
        elif self._sheet.pen_down(point, width):
            self._paint_on_cache(point, point, width)

    def _pen_move(self, position: QPointF, width: float) -> None:
        if self._sheet.is_erasing:
            self._show_erased(has_hit=self._sheet.eraser_move(self._unit(position), ERASER))
            return
        piece = self._sheet.pen_move(self._unit(position), width)
        if piece is not None:
            self._paint_on_cache(*piece, width)
            if not self._emit_soon.isActive():
                self._emit_soon.start()

    def _pen_up(self) -> None:
        if self._sheet.pen_up():
            self._announce()

    def _show_erased(self, *, has_hit: bool) -> None:
        if has_hit:
            self._repaint_all()
            self._announce()

    def _announce(self) -> None:
        self._emit_soon.stop()
        self.strokes_changed.emit(self.ink())

    # -- the paint ---------------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        return square_in(self.size())

    def _unit(self, position: QPointF) -> Point:
        area = self._area()
        return (position.x() - area.x()) / area.width(), (position.y() - area.y()) / area.height()

    def _paint_on_cache(self, start: Point, end: Point, width: float) -> None:
        if self._cache.isNull():
            self._repaint_all()
            return
        with QPainter(self._cache) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self._area()
            paint_piece(painter, area, start, end, width * pen_of(area, self._pen_px))
        self.update()

    def _repaint_all(self) -> None:
        ratio = self.devicePixelRatioF()
        self._cache = QPixmap(self.size() * ratio)
        self._cache.setDevicePixelRatio(ratio)
        self._cache.fill(Qt.GlobalColor.transparent)
        area = self._area()
        with QPainter(self._cache) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            if not self._picture.isNull():
                inset = area.adjusted(8, 8, -8, -8)
                size = self._picture.size().scaled(inset.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
                place = QRectF(0, 0, size.width(), size.height())
                place.moveCenter(inset.center())
                painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
            for line in self._sheet.lines:
                paint_line(painter, area, line.points, line.widths, pen_of(area, self._pen_px))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, the ink, and what to do while there is none."""
        now = style.theme()
        area = self._area()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QPen(QColor(now.accent if self.hasFocus() else now.border), 2 if self.hasFocus() else 1)
            painter.setPen(edge)
            painter.setBrush(QColor(now.surface))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), style.RADIUS, style.RADIUS)
            if self.is_empty and not self._sheet.is_pen_down:
                painter.setPen(QColor(now.muted))
                font = painter.font()
                font.setPixelSize(style.TEXT_LARGE)
                painter.setFont(font)
                text = self.tr("Draw a digit here")
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            painter.drawPixmap(0, 0, self._cache)
            if self._remark:
                paint_remark(painter, area, self._remark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the same strokes at the new size."""
        super().resizeEvent(event)
        self._repaint_all()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._repaint_all()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture; what else is dragged here is the tab's business."""
        event.setAccepted(bool(_picture_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the first picture."""
        path = _picture_in(event.mimeData())
        event.setAccepted(bool(path))
        if path:
            self.picture_dropped.emit(path)


def _picture_in(data: QMimeData) -> str:
    """Return the path of the first picture file, by its name, or ''."""
    suffixes = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    paths = (url.toLocalFile() for url in data.urls())
    return next((path for path in paths if path.rpartition(".")[2].lower() in suffixes), "")
