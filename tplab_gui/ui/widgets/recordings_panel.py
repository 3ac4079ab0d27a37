"""What was recorded: counted, listed, listened to, deleted and taken back."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.ui import style
from tplab_gui.ui.widgets.digit_progress import DigitProgress


class RecordingsPanel(QWidget):
    """The list of one speaker in one language; deleting everything is about every speaker and language."""

    play_wanted = Signal(str)
    delete_wanted = Signal(object)  # tuple of paths
    delete_all_wanted = Signal()
    undo_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clips: tuple[Any, ...] = ()
        self._speaker, self._language, self._takes = "", "en", 1
        self.progress = DigitProgress()
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Recordings"))
        self.list.setToolTip(self.tr("Enter plays a recording, Del deletes those that are chosen"))
        self.list.itemActivated.connect(lambda item: self.play_wanted.emit(_path(item)))
        self.list.itemSelectionChanged.connect(self._update)
        self.none = QLabel(
            self.tr("No recording yet. Press Space: the lab asks for one digit after the other.")
        )
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        style.set_role(self.none, "muted")
        self.count = QLabel()
        style.set_role(self.count, "muted")
        self.count.setWordWrap(True)
        self.play = QPushButton(self.tr("Play"))
        self.play.setToolTip(self.tr("Play the chosen recording (Enter)"))
        self.play.clicked.connect(self._on_play)
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.setToolTip(self.tr("Move the chosen recordings into the trash (Del)"))
        self.delete.clicked.connect(self._on_delete)
        self.delete_all = QPushButton(self.tr("Delete all…"))
        self.delete_all.setAccessibleName(self.tr("Delete all my recordings"))
        self.delete_all.setToolTip(
            self.tr("Delete all my recordings, of every speaker and in every language")
        )
        style.set_role(self.delete_all, "danger")
        self.delete_all.clicked.connect(self.ask_to_delete_all)
        privacy = QLabel(
            self.tr(
                "Your recordings stay on this computer. Nothing is sent anywhere, and nobody else hears them."
            )
        )
        privacy.setWordWrap(True)
        style.set_role(privacy, "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(style.SPACE_S)
        for button in (self.play, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.progress)
        column.addWidget(self.count)
        column.addWidget(self._build_strip())
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1)
        column.addLayout(buttons)
        column.addWidget(privacy)
        QShortcut(
            QKeySequence.StandardKey.Delete,
            self.list,
            self._on_delete,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        self._update()

    def show_clips(self, clips: tuple[Any, ...]) -> None:
        """Take all recordings of the user."""
        self._clips = clips
        self._fill()

    def show_who(self, speaker: str, language: str, takes: int) -> None:
        """Show those of one speaker in one language, of each digit of which `takes` are wanted."""
        self._speaker, self._language, self._takes = speaker, language, takes
        self._fill()

    def show_deleted(self, count: int) -> None:
        """Offer to take a deletion of `count` recordings back; 0 offers nothing."""
        self.deleted.setText(self.tr("Recordings deleted: {count}").format(count=count))
        self.strip.setVisible(count > 0)

    def ask_to_delete_all(self) -> None:
        """Ask once, then delete every recording."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Delete all my recordings"))
        box.setText(
            self.tr(
                "Delete all your recordings, of every speaker and in every language? There are {count}."
            ).format(count=len(self._clips))
        )
        box.setInformativeText(
            self.tr(
                "They were never sent anywhere: they are on this computer only. They stay in the trash for a week, "
                "from which Undo brings them back; “Delete for good” removes them at once. A network adapted to your "
                "voice is a file of its own: “Back to the shipped network” deletes it."
            )
        )
        yes = box.addButton(self.tr("Delete all"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(self.delete_all_wanted)
        box.open()
        self.question = box

    def _build_strip(self) -> QFrame:
        self.strip = QFrame()
        style.set_role(self.strip, "card")
        self.deleted = QLabel()
        self.deleted.setWordWrap(True)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Bring back what was deleted last (Ctrl+Z)"))
        self.undo.clicked.connect(self.undo_wanted)
        self.empty = QPushButton(self.tr("Delete for good"))
        self.empty.setToolTip(self.tr("Empty the trash of the recordings now; this cannot be undone"))
        style.set_role(self.empty, "danger")
        self.empty.clicked.connect(self.empty_wanted)
        column = QVBoxLayout(self.strip)
        column.setContentsMargins(*[style.SPACE_S] * 4)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.deleted)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addWidget(self.empty)
        row.addStretch(1)
        column.addLayout(row)
        self.strip.hide()
        return self.strip

    def _fill(self) -> None:
        shown = [
            clip
            for clip in self._clips
            if clip.language == self._language and clip.speaker.casefold() == self._speaker.casefold()
        ]
        self.list.clear()
        for clip in shown:
            item = QListWidgetItem(clip.path.name)
            item.setData(Qt.ItemDataRole.UserRole, str(clip.path))
            self.list.addItem(item)
        counts = [sum(clip.digit == digit for clip in shown) for digit in range(10)]
        self.progress.show_counts(counts, self._takes)
        others = len(self._clips) - len(shown)
        text = self.tr("Of this speaker: {count}").format(count=len(shown))
        if others:
            text += " · " + self.tr("of others or in the other language: {count}").format(count=others)
        self.count.setText(text)
        self._update()

    def _update(self) -> None:
        chosen = len(self.list.selectedItems())
        self.play.setEnabled(chosen == 1)
        self.delete.setEnabled(chosen > 0)
        self.delete_all.setVisible(bool(self._clips))
        self.none.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)

    def _on_play(self) -> None:
        for item in self.list.selectedItems()[:1]:
            self.play_wanted.emit(_path(item))

    def _on_delete(self) -> None:
        paths = tuple(Path(_path(item)) for item in self.list.selectedItems())
        if paths:
            self.delete_wanted.emit(paths)


def _path(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
