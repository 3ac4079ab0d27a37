"""An export that takes a while: how far it is, what came of it, and a way to stop it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Waiting
from tplab_gui.core.events.runs import EventFilesWritten, ModelExported
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words


class ExportDialog(QDialog):
    """Runs one export in a thread of its own while it is open; closing it stops the export."""

    def __init__(
        self, title: str, parent: QWidget | None, job: Callable[..., Iterator[object]], *arguments: Any
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self.heading = QLabel(title)
        style.set_role(self.heading, "heading")
        self.state = QLabel(self.tr("Getting ready…"))
        self.details = QLabel()
        self.command = QLabel()
        for label in (self.heading, self.state, self.details, self.command):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        style.set_role(self.details, "muted")
        style.set_role(self.command, "card")
        self.command.setMargin(style.SPACE_XS)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the export"))
        self.copy = QPushButton(self.tr("Copy the command"))
        self.copy.setToolTip(self.tr("Copy the command, to be pasted into a terminal"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command.text()))
        self.folder = QPushButton(self.tr("Open folder"))
        self.folder.setToolTip(self.tr("Open the folder that holds what was written"))
        self.folder.clicked.connect(self._open)
        self.end = QPushButton(self.tr("Stop"))
        self.end.setToolTip(self.tr("Stop the export; nothing half written is left"))
        self.end.clicked.connect(self.close)
        self._place = Path()
        self._lay_out()
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._receive, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._poller.stop)
        self._poller.start()
        self.runner.start(job, *arguments)

    def done(self, result: int) -> None:
        """Close, by Esc or by the cross: the export stops."""
        self.shut_down()
        super().done(result)

    def shut_down(self, timeout_ms: int = 3000) -> bool:
        """Stop the export; return whether it ended in time."""
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def _receive(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Waiting(what="data"):
                    self.state.setText(self.tr("Reading the test examples for the check…"))
                case Waiting(what="export"):
                    self.state.setText(self.tr("Translating the network…"))
                case Progress(done=done, total=total, what=what):
                    self._show_progress(done, total, what)
                case ModelExported():
                    self._show_model(event)
                case EventFilesWritten():
                    self._show_event_files(event)

    def _show_progress(self, done: int, total: int, what: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if what == "check":
            text = self.tr("Comparing its scores with the lab's own: example {done} of {total}…")
        else:
            text = self.tr("Writing: run {done} of {total}…")
            done += 1
        self.state.setText(text.format(done=done, total=total))

    def _show_model(self, event: ModelExported) -> None:
        path = Path(event.path)
        self._finish(
            path.parent,
            self.tr("Saved as {name} ({size:.1f} MB).").format(name=path.name, size=event.size_bytes / 1e6),
            self.tr(
                "Checked on {n} test examples: its scores differ from the lab's by at most {difference} "
                "({allowed} is allowed). What goes in, what comes out and the recipe of the run stand in the file."
            ).format(n=event.examples, difference=f"{event.difference:.1g}", allowed=f"{event.allowed:.1g}"),
        )

    def _show_event_files(self, event: EventFilesWritten) -> None:
        self.command.setText(f'tensorboard --logdir "{event.folder}"')
        self.command.show()
        self.copy.show()
        self._finish(
            Path(event.folder),
            self.tr("{runs} runs written, {records:,} numbers.").format(
                runs=event.runs, records=event.records
            ),
            self.tr("TensorBoard, a program of its own, shows them:"),
        )

    def _finish(self, folder: Path, text: str, details: str) -> None:
        self._place = folder
        self.state.setText(text)
        self.details.setText(details)
        self.details.show()
        self.folder.show()
        self._offer_close()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, LabError):
            self.state.setText(" ".join(in_words(error)).strip())
            style.set_role(self.state, "error")
        self._offer_close()
        if not isinstance(error, LabError):
            raise error  # a bug: the crash hook shows it

    def _offer_close(self) -> None:
        self.progress.hide()
        self.end.setText(self.tr("Close"))
        self.end.setToolTip("")
        self.end.setDefault(True)
        self.end.setFocus()
        self.layout().activate()
        self.resize(
            self.width(), self.layout().totalHeightForWidth(self.width())
        )  # of the texts as they are wrapped

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place)))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(style.SPACE_S)
        buttons.addStretch(1)
        for button in (self.copy, self.folder, self.end):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_L, style.SPACE_L, style.SPACE_L, style.SPACE_L)
        column.setSpacing(style.SPACE_M)
        for part in (self.heading, self.state, self.progress, self.details, self.command):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        for later in (self.details, self.command, self.copy, self.folder):
            later.hide()
