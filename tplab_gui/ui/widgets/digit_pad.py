"""Ten small buttons, 0 to 9: what the keyboard and the finger use where others draw or speak."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from tplab_gui.ui import style


class DigitPad(QWidget):
    """A row of digits.

    Parameters
    ----------
    caption : str
        What stands before them.
    action : str
        What a button does, with `{digit}`, for its tool tip and the screen reader.

    """

    chosen = Signal(int)

    def __init__(self, caption: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        label = QLabel(caption)
        style.set_role(label, "muted")
        row.addWidget(label)
        row.addSpacing(style.SPACE_XS)
        self.buttons: list[QToolButton] = []
        for digit in range(10):
            button = QToolButton()
            button.setText(str(digit))
            button.setToolTip(action.format(digit=digit))
            button.setAccessibleName(action.format(digit=digit))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMaximumWidth(44)
            button.setStyleSheet("padding: 4px 0;")
            button.clicked.connect(lambda _=False, d=digit: self.chosen.emit(d))
            row.addWidget(button, 1)
            self.buttons.append(button)
