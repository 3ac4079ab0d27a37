"""A part of the screen as a source: the user marks it once, and it is looked at five times a second.

So every program that shows pictures can be a source: a video call, a browser, a slide.
"""

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QRubberBand, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.ui.widgets.image_view import to_pixels

_PERIOD_MS = 200
_SMALLEST_PX = 16


class RegionPicker(QWidget):
    """A veil over the screen on which a rectangle is drawn; Escape gives up, Enter takes the whole screen."""

    chosen = Signal(QRect)  # on the screen, in logical pixels
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowOpacity(0.45)
        self.setCursor(Qt.CursorShape.CrossCursor)
        words = QLabel(
            self.tr("Draw a rectangle around what is to be looked at. Enter: the whole screen. Esc: give up.")
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(words)
        self.setAccessibleName(words.text())
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self._from: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the rectangle."""
        self._from = event.position().toPoint()
        self._band.setGeometry(QRect(self._from, QSize()))
        self._band.show()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it so far."""
        if self._from is not None:
            self._band.setGeometry(QRect(self._from, event.position().toPoint()).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it; a mere click is no rectangle."""
        if self._from is None:
            return
        drawn = QRect(self._from, event.position().toPoint()).normalized()
        self._from = None
        if min(drawn.width(), drawn.height()) < _SMALLEST_PX:
            self._band.hide()
            return
        self._finish(drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the whole screen, or give up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(self.rect())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            self.close()

    def _finish(self, drawn: QRect) -> None:
        found = drawn.translated(self.geometry().topLeft())
        self.close()
        self.chosen.emit(found)


class ScreenSource(QObject):
    """Asks for a region and delivers its pictures until it is told to stop."""

    started = Signal()  # a region is chosen: pictures follow
    taken = Signal(object)  # RGB (H, W, 3) uint8
    failed = Signal(object)  # LabError

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.region: QRect | None = None
        self._timer = QTimer(self, interval=_PERIOD_MS)
        self._timer.timeout.connect(self.take)

    @property
    def is_running(self) -> bool:
        """Return whether pictures are being taken."""
        return self._timer.isActive()

    def ask(self) -> RegionPicker:
        """Let the user mark a region."""
        screen = self._window.screen() or QGuiApplication.primaryScreen()
        picker = RegionPicker(self._window)
        picker.setGeometry(screen.geometry())
        picker.chosen.connect(self.look_at)
        picker.show()
        picker.activateWindow()
        picker.setFocus()
        return picker

    def look_at(self, region: QRect) -> None:
        """Take pictures of this region, in logical pixels of the desktop, from now on."""
        self.region = region
        self.started.emit()
        self._timer.start()
        QTimer.singleShot(_PERIOD_MS, self.take)  # the veil has to go first

    def stop(self) -> None:
        """Take no more pictures, and forget the region."""
        self._timer.stop()
        self.region = None

    def rest(self, *, is_resting: bool) -> None:
        """Pause while nobody looks; the region is kept."""
        if is_resting or self.region is None:
            self._timer.stop()
        else:
            self._timer.start()

    def take(self) -> None:
        """Take one picture."""
        if not self.is_running or self.region is None:
            return
        screen = QGuiApplication.screenAt(self.region.center()) or QGuiApplication.primaryScreen()
        at = self.region.translated(-screen.geometry().topLeft())
        grabbed = screen.grabWindow(0, at.x(), at.y(), at.width(), at.height())
        if grabbed.isNull():
            self.stop()
            self.failed.emit(
                LabError(
                    "This desktop does not let a program look at the screen.",
                    hint="Take a screenshot with the system's own tool, copy it and paste it here.",
                )
            )
            return
        self.taken.emit(np.ascontiguousarray(to_pixels(grabbed.toImage())))
