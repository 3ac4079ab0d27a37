"""The field of one of the two plots of a clip: the wheel zooms in time, a drag selects, Shift and a drag moves."""

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal

_LEFT = Qt.MouseButton.LeftButton


class ClipBox(pg.ViewBox):
    """Emits `dragged` with both ends of a drag along `axis` (0: time, 1: height), and whether it is over."""

    dragged = Signal(float, float, bool)

    def __init__(self, axis: int) -> None:
        super().__init__(enableMenu=False)
        self._axis = axis

    def wheelEvent(self, event: object, axis: int | None = None) -> None:
        """Zoom in time; with Ctrl in height, where there is one to zoom."""
        if axis is None:
            is_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier  # type: ignore[attr-defined]
            axis = 1 if is_ctrl and self._axis == 1 else 0
        super().wheelEvent(event, axis)

    def mouseDragEvent(self, event: object, axis: int | None = None) -> None:
        """Select with the left button; the rest is pyqtgraph's own."""
        event_any: pg.GraphicsScene.mouseEvents.MouseDragEvent = event
        is_shift = event_any.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event_any.button() != _LEFT or is_shift or axis is not None:
            super().mouseDragEvent(event, axis)
            return
        event_any.accept()
        ends = [self.mapToView(event_any.buttonDownPos()), self.mapToView(event_any.pos())]
        start, end = ((each.x(), each.y())[self._axis] for each in ends)
        self.dragged.emit(start, end, event_any.isFinish())
