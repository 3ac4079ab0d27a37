"""A row of fields, each behind its name."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tplab_gui.ui import style


def labelled_row(*fields: tuple[str, QWidget]) -> QHBoxLayout:
    """Return the fields in a row; each name is the buddy of its field, for keys and for a screen reader."""
    row = QHBoxLayout()
    row.setSpacing(style.SPACE_S)
    for text, widget in fields:
        label = QLabel(text)
        style.set_role(label, "muted")
        label.setBuddy(widget)
        row.addWidget(label)
        row.addWidget(widget)
    return row
