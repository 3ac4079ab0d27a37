"""The head of a page about one set of sounds: which set, how far the work on it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_choice import DataChoice


class SoundSetBar(QWidget):
    """Choice of a set, then what the page adds to `row`, then the progress of its job."""

    set_chosen = Signal(str)  # the source of a set of sounds
    stop_wanted = Signal()

    def __init__(self, tool_tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sets = DataChoice()
        self.sets.show_kind("sounds")
        self.sets.setToolTip(tool_tip)
        self.sets.setAccessibleName(self.tr("Set of sounds"))
        self.sets.setMinimumContentsLength(20)
        self.sets.data_chosen.connect(self._on_chosen)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress_text = QLabel()
        style.set_role(self.progress_text, "muted")
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Stop; what is finished is kept"))
        self.stop.clicked.connect(self.stop_wanted)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(style.SPACE_S)
        self.row.addWidget(self.sets)
        self.row.addStretch(1)
        for widget in (self.progress_text, self.progress, self.stop):
            self.row.addWidget(widget)
        self.show_idle()

    def source(self) -> str:
        """Return the set that is chosen: a name, or a folder."""
        return str(self.sets.currentData())

    def show_progress(self, done: int, total: int, text: str = "") -> None:
        """Show how far the work is; a total of 0 is not known yet."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_text.setText(text)
        for widget in (self.progress_text, self.progress, self.stop):
            widget.show()

    def show_idle(self) -> None:
        """Nothing is being done."""
        for widget in (self.progress_text, self.progress, self.stop):
            widget.hide()

    def _on_chosen(self, _kind: str, source: str) -> None:
        self.set_chosen.emit(source)
