"""A row of buttons of which exactly one is down: pages that belong together, without a second row of tabs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from tplab_gui.ui import style


class SegmentedBar(QWidget):
    """Emits `chosen` with the number of the button; arrow keys walk through them."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self.row = QHBoxLayout(self)  # the owner may add more at its end
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(style.SPACE_XS)
        self.row.addStretch(1)

    def add(self, text: str, tool_tip: str = "") -> QToolButton:
        """Add a button; the first one is down."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tool_tip)
        button.setCheckable(True)
        button.setChecked(not self.buttons)
        self._group.addButton(button, len(self.buttons))
        self.row.insertWidget(len(self.buttons), button)
        self.buttons.append(button)
        return button

    def choose(self, number: int) -> None:
        """Press a button from the program."""
        self.buttons[number].click()
