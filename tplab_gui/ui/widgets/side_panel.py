"""The column of controls beside the thing looked at: it scrolls when the window is low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tplab_gui.ui import style

_WIDTHS = 320, 380  # pixels: in a window of 1024, and at most


def side_panel(*widgets: QWidget, growing: QWidget | None = None) -> QScrollArea:
    """Return a scroll area with the widgets one below the other; `growing` takes the room that is left."""
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(style.SPACE_M, style.SPACE_M, style.SPACE_S, style.SPACE_M)
    column.setSpacing(style.SPACE_S)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is growing else 0)
    column.addStretch()
    scroll = QScrollArea()
    scroll.setWidget(panel)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setMinimumWidth(_WIDTHS[0])
    scroll.setMaximumWidth(_WIDTHS[1])
    return scroll


def put_back(panel: QScrollArea, widget: QWidget, below: QWidget) -> None:
    """Put a widget that was lent to another place back into the panel, above `below`, as the growing one."""
    column = panel.widget().layout()
    if isinstance(column, QVBoxLayout):
        column.insertWidget(column.indexOf(below), widget, 1)
