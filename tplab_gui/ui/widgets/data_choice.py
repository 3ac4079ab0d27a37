"""Which data a run learns from: the sets of one kind that are on this machine, or a folder of the user's."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from tplab_gui.data.places import find_audiomnist, find_fsdd, find_mnist
from tplab_gui.data.spoken import recordings_dir

_BROWSE = "browse"


class DataChoice(QComboBox):
    """A list of the sets of pictures or of sounds; each kind remembers what was chosen last."""

    data_chosen = Signal(str, str)  # kind, name or folder

    def __init__(self, chosen: dict[str, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = dict(chosen or {})
        self._kind = ""
        self._last = 0
        self.setAccessibleName(self.tr("Data"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def show_kind(self, kind: str) -> None:
        """Offer the sets of `kind`, 'pictures' or 'sounds'."""
        self._kind = kind
        self.clear()
        chosen = self._chosen.get(kind, "")
        if kind == "sounds":
            self.setToolTip(self.tr("The spoken digits to learn from"))
            self.addItem(self.tr("Spoken digits (built in)"), "builtin")
            if find_fsdd() is not None:
                self.addItem(self.tr("FSDD (3,000 spoken digits)"), "fsdd")
            if find_audiomnist() is not None:
                self.addItem(self.tr("AudioMNIST (30,000 spoken digits)"), "audiomnist")
            if recordings_dir().is_dir() and any(
                not each.name.startswith(".") for each in recordings_dir().iterdir()
            ):
                self.addItem(self.tr("Your own recordings"), "recordings")
            best = "fsdd"
        else:
            self.setToolTip(self.tr("The handwritten digits to learn from"))
            self.addItem(self.tr("Small digits (built in)"), "builtin")
            if find_mnist() is not None:
                self.addItem(self.tr("MNIST (70,000 digits)"), "mnist")
            best = "mnist"
        if chosen and self.findData(chosen) < 0 and Path(chosen).is_dir():
            self.addItem(Path(chosen).name, chosen)
        self.addItem(self.tr("A folder…"), _BROWSE)
        self._last = max(self.findData(chosen or best), 0)
        self.setCurrentIndex(self._last)

    def choose(self, source: str) -> None:
        """Select a set or a folder without telling; what is not offered yet is added."""
        self._chosen[self._kind] = source
        self.show_kind(self._kind)

    def _on_activated(self, index: int) -> None:
        if self.itemData(index) == _BROWSE:
            title = (
                self.tr("Folder of spoken digits")
                if self._kind == "sounds"
                else self.tr("Folder of pictures, one sub-folder for each class")
            )
            folder = QFileDialog.getExistingDirectory(self, title)
            if folder:
                self.insertItem(index, Path(folder).name, folder)
                self.setCurrentIndex(index)
            else:
                self.setCurrentIndex(self._last)
        self._last = self.currentIndex()
        self._chosen[self._kind] = self.currentData()
        self.data_chosen.emit(self._kind, self.currentData())
