"""Which session is open, and what can be done with it as a whole."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from tplab_gui.core.events.moments import MomentsListed, SessionsFound
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words


class SessionBar(QWidget):
    """One row. `chosen` gives the folder of a session, None for a new one."""

    chosen = Signal(object)
    open_wanted = Signal()
    save_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[tuple[Path, int], ...] = ()
        self._open: Path | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Session"))
        self.choice.setToolTip(
            self.tr("The session that is shown and goes on; an earlier one can be opened again")
        )
        self.choice.setMinimumWidth(230)
        self.choice.activated.connect(lambda row: self.chosen.emit(self.choice.itemData(row)))
        self.problems = QLabel()
        style.set_role(self.problems, "warning")
        self.open = QPushButton(self.tr("Open folder…"))
        self.open.setToolTip(self.tr("Go on with a session from another folder"))
        self.open.clicked.connect(self.open_wanted)
        self.save = QPushButton(self.tr("Save a copy…"))
        self.save.setToolTip(self.tr("Write the whole session into another folder, to take it along"))
        self.save.clicked.connect(self.save_wanted)
        self.export = QPushButton(self.tr("Export…"))
        self.export.setToolTip(
            self.tr(
                "Write a data set: pictures (PNG), strokes (JSON), sounds (WAV) and their table (CSV) (Ctrl+E)"
            )
        )
        self.export.clicked.connect(self.export_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.choice)
        row.addWidget(self.problems)
        row.addStretch(1)
        for button in (self.open, self.save, self.export):
            row.addWidget(button)
        self._fill(0)

    def show_found(self, found: SessionsFound) -> None:
        """Offer these sessions."""
        self._found = found.sessions
        self._fill(None)

    def show_open(self, listed: MomentsListed) -> None:
        """Show which session is open, and what of it could not be read."""
        self._open = listed.folder
        self._fill(len(listed.moments))
        self.save.setEnabled(bool(listed.moments))
        self.export.setEnabled(bool(listed.moments))
        self.problems.setVisible(bool(listed.problems))
        self.problems.setText("▲ " + self.tr("not readable: {count}").format(count=len(listed.problems)))
        self.problems.setToolTip("\n".join(" ".join(in_words(each)) for each in listed.problems))

    def _fill(self, count: int | None) -> None:
        with QSignalBlocker(self.choice):
            if count is not None:
                self._count = count
            self.choice.clear()
            now = self.tr("This session: {count}").format(count=self._count)
            if self._open is not None:
                now = f"{self._name(self._open)} · {self._count}"
            self.choice.addItem(now, self._open)
            if self._open is not None:
                self.choice.addItem(self.tr("New session"), None)
            for folder, number in self._found:
                if folder != self._open:
                    self.choice.addItem(f"{self._name(folder)} · {number}", folder)
            self.choice.setCurrentIndex(0)

    @staticmethod
    def _name(folder: Path) -> str:
        """Return a date and a time where the folder's name is made of them."""
        name = folder.name
        if len(name) == 15 and name.replace("-", "").isdecimal():
            return f"{name[:4]}-{name[4:6]}-{name[6:8]} {name[9:11]}:{name[11:13]}"
        return name
