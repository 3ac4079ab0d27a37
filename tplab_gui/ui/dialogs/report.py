"""The lab report: the student's own texts, where it goes, what it lacks, and the button that makes it."""

from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core import student
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.fusion_study import StudyStep
from tplab_gui.core.events.report import ReportWritten
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.paths import runs_dir, student_file, user_data_dir
from tplab_gui.core.report_request import FORMATS, ReportRequest
from tplab_gui.core.student import Student
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words

_SAVED_AFTER_MS = 800  # of quiet while typing


class ReportDialog(QDialog):
    """Writes the report while it is open; the student's texts are kept at every pause of the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lab report"))
        self.resize(640, 560)
        kept = student.read(student_file())
        self.name = QLineEdit(kept.name)
        self.comments, self.conclusions = QPlainTextEdit(kept.comments), QPlainTextEdit(kept.conclusions)
        for box, text in (
            (self.comments, self.tr("What you did, and what struck you. Markdown: **bold**, - lists.")),
            (self.conclusions, self.tr("What you conclude from the figures.")),
        ):
            box.setPlaceholderText(text)
            box.setTabChangesFocus(True)
        self.language = QComboBox()
        self.language.addItem("English", "en")
        self.language.addItem("Français", "fr")
        is_french = QLocale().language() == QLocale.Language.French
        self.language.setCurrentIndex(int(is_french))
        self.formats = {name: QCheckBox(name.upper()) for name in FORMATS}
        for each in self.formats.values():
            each.setChecked(True)
            each.toggled.connect(self._show_state)
        self.folder = QLineEdit(str(user_data_dir() / "report"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.browse.clicked.connect(self._on_browse)
        self.makes_missing = QCheckBox(
            self.tr("First train what is missing (minutes, with the built-in data)")
        )
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress of the report"))
        self.state, self.missing = QLabel(), QLabel()
        for label in (self.state, self.missing):
            label.setWordWrap(True)
        style.set_role(self.missing, "muted")
        self.open_file = QPushButton(self.tr("Open"))
        self.open_file.clicked.connect(self._on_open)
        self.make = QPushButton(self.tr("Write the report"))
        self.make.setDefault(True)
        self.make.clicked.connect(self._on_make)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.close)
        self._files: tuple[str, ...] = ()
        self._lay_out()
        self.runner = Runner(self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self._poller = Poller(self.runner.mailbox, self._on_events, self)
        self._saver = QTimer(self, interval=_SAVED_AFTER_MS, singleShot=True)
        self._saver.timeout.connect(self._save)
        self.name.textChanged.connect(self._saver.start)
        for box in (self.comments, self.conclusions):
            box.textChanged.connect(self._saver.start)
        self._show_state()

    def student(self) -> Student:
        """Return what the student has typed."""
        return Student(self.name.text(), self.comments.toPlainText(), self.conclusions.toPlainText())

    def request(self) -> ReportRequest:
        """Return the report that is asked for."""
        return ReportRequest(
            out=self.folder.text(),
            runs_dir=str(runs_dir()),
            language=self.language.currentData(),
            formats=tuple(name for name, box in self.formats.items() if box.isChecked()),
            makes_missing=self.makes_missing.isChecked(),
            student=self.student(),
        )

    def shut_down(self, timeout_ms: int = 3000) -> bool:
        """Keep the texts, stop the report; return whether that ended in time."""
        if self._saver.isActive():
            self._saver.stop()
            self._save()
        self._poller.stop()
        return self.runner.stop(timeout_ms)

    def done(self, result: int) -> None:
        """Close, by Esc or by the cross: nothing half written is left."""
        self.shut_down()
        super().done(result)

    def _lay_out(self) -> None:
        folder = QLabel(self.tr("&Folder"))
        folder.setBuddy(self.folder)  # a layout is no field, so the form would not see the letter
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        how = QHBoxLayout()
        how.addWidget(self.language)
        for box in self.formats.values():
            how.addWidget(box)
        how.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (self.tr("&Name"), self.name),
            (self.tr("Co&mments"), self.comments),
            (self.tr("C&onclusions"), self.conclusions),
            (folder, where),
            (self.tr("Written as"), how),
        ):
            form.addRow(name, field)
        self.folder.setAccessibleName(self.tr("Folder of the report"))
        self.language.setAccessibleName(self.tr("Language of the report"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_file)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_L] * 4)
        column.setSpacing(style.SPACE_S)
        column.addLayout(form)
        for widget in (self.makes_missing, self.progress, self.state, self.missing):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _show_state(self) -> None:
        is_busy = hasattr(self, "runner") and self.runner.is_running
        self.progress.setVisible(is_busy)
        self.open_file.setVisible(bool(self._files))
        self.make.setEnabled(not is_busy and any(box.isChecked() for box in self.formats.values()))
        self.close_button.setText(self.tr("Stop") if is_busy else self.tr("Close"))

    def _save(self) -> None:
        try:
            student.save(student_file(), self.student())
        except LabError as error:
            self._say(error)

    def _on_browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of the report"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _on_make(self) -> None:
        self._save()
        self._files = ()
        self.progress.setRange(0, 0)
        self.state.setText(self.tr("Getting ready…"))
        self.missing.clear()
        self._poller.start()
        self.runner.start(jobs.write_report, self.request())
        self._show_state()

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Progress(done=done, total=total, what=what):
                    self.progress.setRange(0, total)
                    self.progress.setValue(done)
                    self.state.setText(what)
                case EpochEnd():
                    said = self.tr("Training {setup}: epoch {epoch}")
                    self.state.setText(said.format(setup=event.setup, epoch=event.epoch))
                case StudyStep(what="training"):
                    said = self.tr("Training {setup}: epoch {epoch}")
                    self.state.setText(said.format(setup=event.strategy, epoch=event.epoch))
                case ReportWritten():
                    self._on_written(event)

    def _on_written(self, event: ReportWritten) -> None:
        self._files = event.files
        names = ", ".join(Path(file).name for file in event.files)
        self.state.setText(self.tr("Written: {names}").format(names=names))
        if event.missing:
            parts = " · ".join(event.missing)
            self.missing.setText(self.tr("Missing in it: {parts}").format(parts=parts))

    def _on_open(self) -> None:
        for file in self._files[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(file))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            raise error  # a bug: the crash dialog tells it
        self._say(error)

    def _say(self, error: LabError) -> None:
        self.state.setText(" ".join(part for part in in_words(error) if part))

    def _on_finished(self) -> None:
        self._poller.stop()
        self._show_state()
