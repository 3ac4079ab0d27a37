"""Who records, in which language, how many takes, and through which microphone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from tplab_gui.core.speakers import LONGEST
from tplab_gui.ui import style
from tplab_gui.ui.widgets.sound_choice import SoundChoice

MOST_TAKES = 50  # as many as FSDD has of each


class RecordForm(QWidget):
    """One row. What is in it is not changed while a session is under way."""

    changed = Signal()

    def __init__(self, speaker: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speaker = QLineEdit(speaker)
        self.speaker.setMaxLength(LONGEST)
        self.speaker.setPlaceholderText(self.tr("Name of the speaker"))
        self.speaker.setAccessibleName(self.tr("Name of the speaker"))
        self.speaker.setToolTip(
            self.tr(
                "A first name or initials; it becomes part of the files' names, so it holds no underscore"
            )
        )
        self.speaker.setMinimumWidth(110)
        self.speaker.setMaximumWidth(200)
        self.speaker.textChanged.connect(self.changed)
        self.language = QComboBox()
        for name, key in (("English", "en"), ("Français", "fr")):  # each in its own language
            self.language.addItem(name, key)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.language.setAccessibleName(self.tr("Language of the recordings"))
        self.language.setToolTip(self.tr("The language in which the digits are said"))
        self.language.currentIndexChanged.connect(self.changed)
        self.takes = QSpinBox()
        self.takes.setRange(1, MOST_TAKES)
        self.takes.setValue(3)
        self.takes.setSuffix(self.tr(" takes of each digit"))
        self.takes.setAccessibleName(self.tr("Takes of each digit"))
        self.takes.setToolTip(
            self.tr(
                "How often each digit is asked for. Three are enough to adapt the network; more tell more."
            )
        )
        self.takes.valueChanged.connect(self.changed)
        self.source = SoundChoice()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        for widget in (self.speaker, self.language, self.takes, self.source):
            widget.setMinimumHeight(28)
            row.addWidget(widget)
        row.addStretch(1)

    def lock(self, *, is_locked: bool) -> None:
        """Hold name, language and number while a session is under way."""
        for widget in (self.speaker, self.language, self.takes):
            widget.setEnabled(not is_locked)
