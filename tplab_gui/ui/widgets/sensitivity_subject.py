"""Which pictures are changed, and what is asked about them: the bar on top of the page Sensitivity."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from tplab_gui.core.methods import METHODS, method
from tplab_gui.core.sample_objects import object_counts, study_samples
from tplab_gui.core.sweep_plan import Subject
from tplab_gui.ui import style
from tplab_gui.ui.widgets.class_names import shown_class
from tplab_gui.ui.widgets.one_line import OneLine
from tplab_gui.ui.widgets.sample_gallery import samples
from tplab_gui.ui.widgets.source_choice import PICTURE_SUFFIXES

FAST_METHODS = tuple(each.key for each in METHODS if each.cost == "closed")
_LOOK, _ALL, _FILE, _FOLDER, _PIXELS = "look", "all", "file", "folder", "pixels"


class SubjectBar(QWidget):
    """A list of pictures; network, method and class are those of the page Look.

    Parameters
    ----------
    asked : callable
        Returns the `WatchParams` of the page Look.
    shown : callable
        Returns the picture on the page Look, RGB (H, W, 3) uint8, or None.

    """

    chosen = Signal()

    def __init__(
        self,
        asked: Callable[[], Any],
        shown: Callable[[], Any],
        folder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked, self._shown, self.folder = asked, shown, folder
        self._pixels: object = None
        self._own: tuple[str, str] | None = None  # kind and path of what was opened
        self._row_chosen = 0
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Picture that is changed"))
        self.choice.setToolTip(
            self.tr("The picture that is changed step by step; of several, mean and spread are shown.")
        )
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        self.question = OneLine()
        style.set_role(self.question, "muted")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(style.SPACE_S)
        self.row.addWidget(self.choice)
        self.row.addWidget(self.question, 1)
        self._fill()
        self._choose(("file", str(study_samples().get("one", ""))))
        self.choice.activated.connect(self._on_activated)
        self.refresh()

    def subject(self, seed: int = 0) -> Subject:
        """Return what is asked about which pictures, at this instant."""
        asked = self._asked()
        fast = (
            asked.method if asked.method in FAST_METHODS else "gradcam++"
        )  # a series asks hundreds of times
        kind, where = self.choice.currentData()
        with_ball = tuple(str(path) for path, count in object_counts().items() if count)
        pixels = {_LOOK: self._shown(), _PIXELS: self._pixels}.get(kind)
        files = {_ALL: with_ball, _FILE: (where,), _FOLDER: (where,)}.get(kind, ())
        return Subject(files, pixels, asked.model, fast, asked.target, seed)

    def refresh(self) -> None:
        """Say what is asked now, and offer the picture of the page Look where there is one."""
        asked = self._asked()
        subject = self.subject()
        target = shown_class(asked.target) if asked.target else self.tr("best class")
        self.question.set_text(
            self.tr("{target} · {model} · {method} (chosen on Look)").format(
                target=target, model=asked.model, method=method(subject.method).title
            )
        )
        self._offer_look()

    def open_path(self, path: str) -> None:
        """Take a file, or all pictures of a folder."""
        kind = _FOLDER if Path(path).is_dir() else _FILE
        self.folder = str(Path(path).parent)
        self._own = (kind, path)
        self._fill()
        self._choose(self._own)
        self.chosen.emit()

    def take_pixels(self, pixels: object) -> None:
        """Take a pasted picture, RGB (H, W, 3) uint8."""
        self._pixels = pixels
        self._fill()
        self._choose((_PIXELS, ""))
        self.chosen.emit()

    def _fill(self) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem(self.tr("What the page Look shows"), (_LOOK, ""))
        if self._pixels is not None:
            self.choice.addItem(self.tr("Pasted picture"), (_PIXELS, ""))
        if self._own is not None:
            self.choice.addItem(Path(self._own[1]).name, self._own)
        for path, name in samples():
            self.choice.addItem(name, (_FILE, str(path)))
        self.choice.addItem(self.tr("All samples with a ball: mean and spread"), (_ALL, ""))
        self.choice.insertSeparator(self.choice.count())
        self.choice.addItem(self.tr("Open a picture…"), ("ask", "file"))
        self.choice.addItem(self.tr("Open a folder…"), ("ask", "folder"))
        self.choice.blockSignals(False)
        self._offer_look()

    def _offer_look(self) -> None:
        rows = self.choice.model()
        if isinstance(rows, QStandardItemModel):  # as a QComboBox makes it
            rows.item(0).setEnabled(self._shown() is not None)

    def _choose(self, wanted: tuple[str, str]) -> None:
        rows = [row for row in range(self.choice.count()) if self.choice.itemData(row) == wanted]
        first_sample = 1 + (self._pixels is not None) + (self._own is not None)
        self._row_chosen = rows[0] if rows else first_sample
        self.choice.setCurrentIndex(self._row_chosen)

    def _on_activated(self, row: int) -> None:
        kind, where = self.choice.itemData(row)
        if kind != "ask":
            self._row_chosen = row
            self.chosen.emit()
            return
        self.choice.setCurrentIndex(self._row_chosen)
        dialog = QFileDialog(self, self.choice.itemText(row), self.folder)
        if where == "folder":
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            endings = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
            dialog.setNameFilter(f"{self.tr('Pictures')} ({endings})")
        dialog.fileSelected.connect(self.open_path)
        dialog.open()
