"""A view of the study before there is something to see: what it would show, why it does not yet, and what to press."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui.ui import style

_WORDS_PX = 620  # a line longer than that is hard to follow


class FusionStage(QStackedWidget):
    """Shows words and a button, or the view itself."""

    wanted = Signal()  # the button was pressed

    def __init__(self, view: QWidget, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        card = QFrame()
        style.set_role(card, "card")
        self.heading, self.words = QLabel(heading), QLabel()
        style.set_role(self.heading, "title")
        for label in (self.heading, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.words.setMaximumWidth(_WORDS_PX)
        self.button = QPushButton()
        style.set_role(self.button, "primary")
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[style.SPACE_XL] * 4)
        column.setSpacing(style.SPACE_M)
        column.addStretch(1)
        column.addWidget(self.heading)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.words, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.addWidget(card)
        self.addWidget(view)
        self.say("")

    @property
    def is_open(self) -> bool:
        """Return whether the view itself is on show."""
        return self.currentIndex() == 1

    def say(self, words: str, button: str = "") -> None:
        """Show words in place of the view, with a button where `button` names one."""
        self.words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setCurrentIndex(0)

    def open(self) -> None:
        """Show the view."""
        self.setCurrentIndex(1)
