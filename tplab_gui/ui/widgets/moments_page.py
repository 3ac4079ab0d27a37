"""A page of the Digits tab: the moments of a session, to replay, label, correct, delete, save, export, open again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.moments import (
    DeleteMoments,
    DigitMoment,
    EmptyMomentsTrash,
    ExportMoments,
    LabelMoments,
    MomentsListed,
    MomentsWritten,
    OpenSession,
    SaveSession,
    TakeBackMoments,
)
from tplab_gui.ui import style
from tplab_gui.ui.widgets.moment_detail import MomentDetail
from tplab_gui.ui.widgets.moment_list import MomentList
from tplab_gui.ui.widgets.moment_store import MomentStore
from tplab_gui.ui.widgets.session_bar import SessionBar
from tplab_gui.ui.widgets.tab import Tab, TabContext


class MomentsPage(Tab):
    """The list on the left, the chosen moment on the right."""

    needs_torch = False

    def __init__(self, context: TabContext, store: MomentStore, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.store = store
        self._moments: dict[str, DigitMoment] = {}
        self.sessions, self.list, self.detail = SessionBar(), MomentList(), MomentDetail()
        self.empty = QLabel(
            self.tr(
                "No moment yet. Draw a digit, say it, or do both on the page Draw and say: every one is kept here, "
                "and on this computer only."
            )
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        style.set_role(self.empty, "muted")
        self.score = QLabel()
        self.score.setWordWrap(True)
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.setToolTip(self.tr("Delete the chosen moments (Del); this can be taken back"))
        self.delete.clicked.connect(self.delete_chosen)
        left = QVBoxLayout()
        left.setSpacing(style.SPACE_S)
        for widget in (self.list, self.empty):
            left.addWidget(widget, 1)
        left.addWidget(self.score)
        left.addWidget(self._build_strip())
        left.addWidget(self.delete)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_M)
        row.addLayout(left, 2)
        row.addWidget(self.detail, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.sessions)
        column.addLayout(row, 1)
        self._connect()
        self._add_keys()
        self.show_moments(store.current)

    def start(self) -> None:
        """Begin to keep, if the other page has not."""
        self.store.start()
        self.detail.replay.player.start()
        self.ready.emit()

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001  as Tab declares it
        """Stop the replay of a hidden page."""
        if not is_active:
            self.detail.replay.player.stop()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop the replay; the store belongs to the tab."""
        return self.detail.replay.player.shut_down(timeout_ms)

    def show_moments(self, listed: MomentsListed) -> None:
        """Show the session as it stands."""
        self._moments = {moment.id: moment for moment in listed.moments}
        self.sessions.show_open(listed)
        self.list.show_moments(listed.moments)
        has_some = bool(listed.moments)
        self.list.setVisible(has_some)
        self.empty.setVisible(not has_some)
        self.delete.setEnabled(has_some)
        self.strip.setVisible(listed.deleted > 0)
        self.deleted.setText(self.tr("Deleted: {count}").format(count=listed.deleted))
        self.score.setText(self._score())
        self.score.setVisible(bool(self.score.text()))
        self.detail.show_words(self._moments.get(self.list.current_id()))

    def choose(self, name: str) -> None:
        """Look at a moment; '' at the newest."""
        self.list.choose(name)
        self.list.setFocus()

    def label(self, digit: int | None) -> None:
        """Say what the chosen moments were."""
        ids = self.list.chosen() or tuple(filter(None, [self.list.current_id()]))
        if ids:
            self.store.ask(LabelMoments(ids, digit))

    def delete_chosen(self) -> None:
        """Delete the chosen moments."""
        if self.list.chosen():
            self.store.ask(DeleteMoments(self.list.chosen()))

    def _score(self) -> str:
        told = [moment for moment in self._moments.values() if moment.label is not None]
        if not told:
            return ""
        right = {
            name: sum(
                name in moment.verdict.answers and moment.verdict.answers[name].digit == moment.label
                for moment in told
            )
            for name in ("image", "audio")
        }
        both = sum(moment.digit == moment.label for moment in told)
        return self.tr(
            "Of {count} told: image right {image}, sound right {sound}, both right {both}."
        ).format(count=len(told), image=right["image"], sound=right["audio"], both=both)

    def _on_current(self, name: str) -> None:
        self.detail.show_moment(self._moments.get(name))

    def _on_written(self, written: MomentsWritten) -> None:
        if written.kind == "data set":
            told = LabError(
                "The data set of {count} moments is in {folder}.",
                hint="tplab digit --manifest reads its manifest.csv.",
                count=written.count,
                folder=written.folder,
            )
        else:
            told = LabError(
                "A copy of {count} moments is in {folder}.",
                hint="Open folder… opens it again, here or on another computer.",
                count=written.count,
                folder=written.folder,
            )
        self.notice.emit(told, "info")

    def _ask_for_folder(
        self, title: str, kind: type[ExportMoments] | type[SaveSession] | type[OpenSession]
    ) -> None:
        self.dialog = QFileDialog(self, title, self.context.settings.last_folder)
        self.dialog.setFileMode(QFileDialog.FileMode.Directory)
        self.dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self.dialog.fileSelected.connect(lambda path: self.store.ask(kind(Path(path))))
        self.dialog.open()

    def _build_strip(self) -> QFrame:
        self.strip, self.deleted = QFrame(), QLabel()
        style.set_role(self.strip, "card")
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Bring back what was deleted last (Ctrl+Z)"))
        self.undo.clicked.connect(lambda: self.store.ask(TakeBackMoments()))
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(*[style.SPACE_XS] * 4)
        row.addWidget(self.deleted, 1)
        row.addWidget(self.undo)
        self.for_good = QPushButton(self.tr("Delete for good"))
        self.for_good.setToolTip(self.tr("Remove what was deleted from the disk now; this cannot be undone"))
        style.set_role(self.for_good, "danger")
        self.for_good.clicked.connect(lambda: self.store.ask(EmptyMomentsTrash()))
        row.addWidget(self.for_good)
        return self.strip

    def _connect(self) -> None:
        self.store.listed.connect(self.show_moments)
        self.store.sessions_found.connect(self.sessions.show_found)
        self.store.written.connect(self._on_written)
        self.list.current_changed.connect(self._on_current)
        self.detail.labelled.connect(self.label)
        self.detail.replay.notice.connect(self.notice)
        self.detail.replay.failed.connect(self.report_failure)
        self.sessions.chosen.connect(lambda folder: self.store.ask(OpenSession(folder)))
        self.sessions.open_wanted.connect(
            lambda: self._ask_for_folder(self.tr("Open the folder of a session"), OpenSession)
        )
        self.sessions.save_wanted.connect(
            lambda: self._ask_for_folder(self.tr("Save a copy of the session in"), SaveSession)
        )
        self.sessions.export_wanted.connect(self.export)

    def export(self) -> None:
        """Ask where the data set is to be written."""
        self._ask_for_folder(self.tr("Export the data set into"), ExportMoments)

    def _add_keys(self) -> None:
        def add(keys: str | QKeySequence.StandardKey, action: object) -> None:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

        add("P", self.detail.replay.toggle)
        add("Del", self.delete_chosen)
        add("Backspace", lambda: self.label(None))
        add("Ctrl+E", self.export)
        add(QKeySequence.StandardKey.Undo, lambda: self.store.ask(TakeBackMoments()))
        for digit in range(10):
            add(str(digit), lambda d=digit: self.label(d))
