"""Which sound the lab listens to: the real microphones by name, the simulated one, a file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from tplab_gui.core.events.common import DevicesFound

Choice = tuple[str, str]  # the source as in ListenParams, and its device or file

_ASK = ("ask", "")


class SoundChoice(QComboBox):
    """A list whose last entry asks for a file; cancelling goes back to what was chosen."""

    chosen = Signal(str, str)  # source, and device or file, as in ListenParams

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice = ("simulated", "")
        self._microphones: tuple[tuple[str, str], ...] = ()
        self._file = ""
        self.setAccessibleName(self.tr("What the lab listens to"))
        self.setToolTip(
            self.tr(
                "A microphone, the simulated microphone (voices of the lab), or a sound file (drop one here)."
            )
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(17)
        self.activated.connect(self._on_activated)
        self._fill()

    def set_microphones(self, found: DevicesFound) -> None:
        """Offer these microphones."""
        self._microphones = tuple(zip(found.keys, found.names, strict=True))
        self._fill()

    def show_choice(self, source: str, where: str) -> None:
        """Show what is listened to, without asking for anything."""
        self.choice = (source, where)
        if source == "file":
            self._file = where
        self._fill()

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("Microphone of the system"), ("microphone", ""))
        names = dict(self._microphones)
        source, where = self.choice
        if source == "microphone" and where and where not in names:
            names[where] = self.tr("{name} (not connected)").format(name=where)
        for key, name in names.items():
            self.addItem(name, ("microphone", key))
        self.addItem(self.tr("Simulated microphone"), ("simulated", ""))
        if self._file:
            self.addItem(Path(self._file).name, ("file", self._file))
        self.insertSeparator(self.count())
        self.addItem(self.tr("Sound file…"), _ASK)
        for row in range(self.count()):
            if self.itemData(row) is not None and tuple(self.itemData(row)) == self.choice:
                self.setCurrentIndex(row)
        self.blockSignals(False)

    def _on_activated(self, row: int) -> None:
        what = self.itemData(row)
        if what is None:
            return
        if tuple(what) == _ASK:
            self.ask_for_file()
            return
        self.choice = (what[0], what[1])
        self.chosen.emit(*self.choice)

    def ask_for_file(self) -> None:
        """Ask for a sound file; nothing happens when the question is cancelled."""
        dialog = QFileDialog(self, self.tr("Open a sound file"))
        dialog.setNameFilter(self.tr("Sounds") + " (*.wav *.flac *.ogg *.mp3 *.aiff *.aif *.opus)")
        dialog.fileSelected.connect(self.open_file)
        dialog.open()
        self._fill()

    def open_file(self, path: str) -> None:
        """Listen to a file."""
        self.show_choice("file", path)
        self.chosen.emit("file", path)
