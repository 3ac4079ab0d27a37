"""A transparent sheet over the plot of the loss, on which the expected curve is drawn with the mouse or the arrows.

Left and right go from epoch to epoch, up and down move the point there, Delete takes it out, Ctrl+Z takes back, Enter
ends the drawing, Escape forgets it.
"""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from tplab_gui.core.prediction import Points, with_point, with_segment, without_point
from tplab_gui.ui.widgets.curve_frame import EMPTY_LOSS
from tplab_gui.ui.widgets.curve_plot import CurvePlot

_STEPS = 40  # key presses from the foot of the plot to its top
_KEYS: dict[int, int] = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 5,
    Qt.Key.Key_PageDown: -5,
}
_MOST_UNDO = 200


class SketchLayer(QWidget):
    """Hidden until `begin`. `points` is the sketch so far."""

    changed = Signal()
    moved = Signal(float, float)  # the keyboard's place: epoch and loss
    ended = Signal(bool)  # True: keep what was drawn; False: forget it

    def __init__(self, plot: CurvePlot) -> None:
        super().__init__(plot.view)
        self._plot = plot
        self.points: Points = ()
        self._before: list[Points] = []
        self._last: tuple[float, float] | None = None
        self.epoch = 1
        self._cursor = pg.PlotDataItem(symbol="+", symbolSize=16, pen=None)
        self._cursor.setZValue(60)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Draw the curve that you expect"))
        self.setToolTip(
            self.tr(
                "Draw with the mouse, or with the keys: left and right choose the epoch, up and down the loss; "
                "Delete removes a point, Ctrl+Z takes back, Enter ends"
            )
        )
        plot.view.installEventFilter(self)
        plot.loss_plot.getViewBox().sigResized.connect(self._cover)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Return whether there is something to take back."""
        return bool(self._before)

    def begin(self, points: Points) -> None:
        """Let the user draw on top of `points`."""
        self.points, self._before, self._last = points, [], None
        self._cover()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._cursor.getViewBox() is None:
            self._plot.loss_plot.addItem(self._cursor, ignoreBounds=True)
        self._show_cursor()

    def end(self) -> None:
        """Let the user draw no more."""
        self.hide()
        self._plot.loss_plot.removeItem(self._cursor)

    def undo(self) -> None:
        """Take back the last stroke."""
        if self._before:
            self.points = self._before.pop()
            self._tell()

    def clear(self) -> None:
        """Take the whole sketch away; it can be taken back."""
        if self.points:
            self._note()
            self.points = ()
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._note()
            self._last = None
            self._draw_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw as far as the mouse is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._draw_to(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the stroke."""
        self._last = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw with the keys; what is none of them (the space bar starts the run) goes to the tab."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(1 if key == Qt.Key.Key_Right else -1)
        elif key in _KEYS:
            self._note()
            self.points = with_point(self.points, self.epoch, self._raised(_KEYS[key]))
            self._tell()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._note()
            self.points = without_point(self.points, self.epoch)
            self._tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif key == Qt.Key.Key_Escape:
            self.ended.emit(False)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the plot."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def loss_here(self) -> float:
        """Return the loss of the sketch at the keyboard's epoch, or the nearest one drawn before."""
        if not self.points:
            return EMPTY_LOSS * 0.9
        x, y = np.array(self.points).T
        return float(np.interp(self.epoch, x, y))

    def _draw_to(self, position: QPointF) -> None:
        box = self._plot.loss_plot.getViewBox()
        at = self._plot.view.mapToScene(self.mapToParent(position.toPoint()))
        place = box.mapSceneToView(at)
        end = (max(place.x(), 0.0), max(self._plot.axis.loss_at(place.y()), 0.0))
        self.points = with_segment(self.points, self._last or end, end)
        self._last = end
        self._tell()

    def _raised(self, steps: int) -> float:
        """Return the loss so many steps of the axis above the one here."""
        axis, (bottom, top) = self._plot.axis, self._plot.loss_plot.viewRange()[1]
        loss = max(self.loss_here(), axis.loss_at(bottom) if axis.is_log else 0.0)
        place = axis.place_of(loss) + steps * (top - bottom) / _STEPS
        return max(axis.loss_at(place), 0.0)

    def _go(self, epochs: int) -> None:
        last = int(self._plot.loss_plot.viewRange()[0][1])
        self.epoch = min(max(self.epoch + epochs, 0), max(last, 1))
        self._show_cursor()

    def _note(self) -> None:
        self._before = [*self._before[-_MOST_UNDO:], self.points]

    def _tell(self) -> None:
        self._show_cursor()
        self.changed.emit()

    def _show_cursor(self) -> None:
        loss = self.loss_here()
        self._cursor.setData([self.epoch], [max(loss, 1e-7)])
        self.moved.emit(float(self.epoch), loss)

    def _cover(self) -> None:
        box = self._plot.loss_plot.getViewBox()
        corners = box.sceneBoundingRect()
        view = self._plot.view
        top_left, bottom_right = (
            view.mapFromScene(corners.topLeft()),
            view.mapFromScene(corners.bottomRight()),
        )
        self.setGeometry(QRect(top_left, bottom_right))
