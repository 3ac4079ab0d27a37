"""A hyper-parameter study in the window: begin one, join one, watch its trials, take the best values over.

The study learns in a process of its own, so the lab stays free; several computers join through the file of the study.
"""

import shlex
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core import extras
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.tuning import Importance, StudiesFound, StudyOpened, StudySummary, TrialTold
from tplab_gui.core.params import TrainParams
from tplab_gui.core.search import StudyRequest, parse
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.search_form import SearchForm
from tplab_gui.ui.widgets.side_panel import side_panel
from tplab_gui.ui.widgets.study_view import StudyView

_TELLING = (StudyOpened, StudiesFound, TrialTold, Importance, StudySummary, Notice, Waiting)
_PATIENCE_MS = 2500  # the process of a study needs a second to write that it was stopped


class TuneDialog(QDialog):
    """One study at a time: idle, opening, under way (here, or only watched), over."""

    runs_changed = Signal()
    failed = Signal(object)

    def __init__(self, params: TrainParams, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hyper-parameter study"))
        self.resize(980, 600)
        self._params = params
        self.form, self.view = SearchForm(params), StudyView()
        self.primary, self.stop = QPushButton(), QPushButton(self.tr("Stop"))
        style.set_role(self.primary, "primary")
        self.primary.setAutoDefault(False)  # Return in a field must not begin an hour of work
        self.stop.setToolTip(
            self.tr(
                "End the trial under way; the study and all its runs are kept. To close this window ends nothing."
            )
        )
        self.other, self.copy = QPushButton(), QPushButton(self.tr("Copy command"))
        self.copy.setToolTip(self.tr("The line with which another computer joins this study"))
        self.state, self.advice = QLabel(), QLabel()
        style.set_role(self.state, "heading")
        style.set_role(self.advice, "muted")
        self.primary.clicked.connect(self.begin)
        self.stop.clicked.connect(self._on_stop)
        self.other.clicked.connect(self._on_other)
        self.copy.clicked.connect(self._on_copy)
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self.receive, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self._next: tuple[Any, ...] | None = None  # text, job and its arguments
        self._is_watching = self._is_stopping = self._has_failed = False
        self._lay_out()
        self._say_idle()

    @property
    def is_learning(self) -> bool:
        """Return whether trials are carried out here."""
        return self.runner.is_running and not self._is_watching

    def begin(self) -> None:
        """Begin the study of the form, or take part in the one that is open."""
        request = self._joined()
        try:
            if request.search is not None:  # known at once, before a process is started
                parse(request.search, request.experiment, request.setup or "")
        except LabError as error:
            self._refuse(error)
            return
        self._go(self.tr("Starting a process for the study…"), jobs.tune, request)

    def open_study(self, storage: str) -> None:
        """Look into a file of studies and show the one in it, or ask which."""
        self._go(self.tr("Opening the study…"), jobs.studies, storage)

    def receive(self, events: list[object]) -> None:
        """Show what the study said since the last tick."""
        events = [event for event in events if isinstance(event, _TELLING)]
        if not events:  # most ticks: a batch was learnt, an epoch is not over
            return
        for event in events:
            match event:
                case StudyOpened():
                    self.form.show_study(event)
                    self.view.begin(event, self.form.labels)
                    self.advice.clear()
                case StudiesFound():
                    self._ask_which(event)
                case TrialTold() | Importance() | StudySummary():
                    self.view.take_in(event)
                case Notice(error=error, kind=kind) if kind != "info":  # each trial would say the same
                    self.advice.setText(" ".join(in_words(error)).strip())
        self.view.refresh()
        if self.view.opened is not None and not self._is_stopping:
            is_last = any(isinstance(event, Waiting) and event.what == "test" for event in events)
            text = self.tr("Measuring the best trial on the test set, once…")
            self.state.setText(text if is_last and not self._is_watching else self.view.progress())
        self._update()

    def shut_down(self, timeout_ms: int) -> bool:
        """End what goes on; return whether it ended in time."""
        self._next = None
        is_over = self.runner.stop(max(timeout_ms, _PATIENCE_MS))
        self._poller.stop()
        return is_over

    def _go(self, text: str, job: Any, *arguments: Any) -> None:
        """Start a job, when the one that goes on (a study that was only watched) has ended."""
        if self.runner.is_running:
            self._next = (text, job, *arguments)
            self.runner.request_stop()
            return
        self._is_watching, self._is_stopping, self._has_failed = job is not jobs.tune, False, False
        self.view.summary = None
        self.advice.clear()
        self.state.setText(text)
        self._poller.start()
        self.runner.start(job, *arguments)
        self._update()

    def _joined(self) -> StudyRequest:
        """Return the request to take part in the study that is open: all but the number of trials is its own."""
        opened = self.view.opened
        if opened is None:
            return self.form.request()
        return StudyRequest(
            study=opened.study,
            storage=opened.storage,
            experiment=opened.settings["experiment"],
            run_root=self._params.run_root,
            trials=self.form.trials.value(),
            device=self._params.device,
            threads=self._params.threads,
        )

    def _ask_which(self, event: StudiesFound) -> None:
        names, is_sure = list(event.names), True
        if not names:
            self.state.setText(self.tr("There is no study in this file yet."))
            return
        name = names[0]
        if len(names) > 1:
            name, is_sure = QInputDialog.getItem(
                self, self.tr("Open a study"), self.tr("Study"), names, 0, editable=False
            )
        if is_sure:
            self._next = (self.tr("Opening the study…"), jobs.follow_study, event.storage, name)
        else:
            self._say_idle()

    def _on_copy(self) -> None:
        request = self._joined()
        words = ["python3", "start.py", "tune", "--experiment", request.experiment]
        words += ["--study", request.study, "--storage", request.storage]
        QGuiApplication.clipboard().setText(shlex.join(words))
        self.advice.setText(self.tr("Copied. On another computer the shared file may have another path."))

    def _on_stop(self) -> None:
        self._is_stopping = True
        self.state.setText(self.tr("Stopping after this batch…"))
        self._update()
        self.runner.request_stop()

    def _on_other(self) -> None:
        """Open another study, or go back to the choices of a new one."""
        if self.view.opened is not None:
            self.runner.request_stop()  # one that was watched
            self.view.clear()
            self.form.set_open(is_open=True)
            self._say_idle()
            return
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a study"), "", self.tr("Studies (*.log)"))
        if path:
            self.open_study(path)

    def _on_failed(self, error: Exception) -> None:
        self._has_failed = True
        if isinstance(error, LabError):
            self._refuse(error)
        else:
            self.state.setText(self.tr("The study has failed."))
            self.failed.emit(error)

    def _on_finished(self) -> None:
        self._poller.stop()
        following, self._next = self._next, None
        if following is not None:
            self._go(*following)
            return
        end = self.view.summary
        if self._is_stopping:
            self.state.setText(self.tr("Stopped. The study and its runs are kept; it may go on at any time."))
        elif end is not None and not self._has_failed and not self._is_watching:
            text = self.tr("Finished: {complete} trials complete, {pruned} ended early, {failed} failed.")
            if end.running:
                text = self.tr("Nothing is left to begin; {running} trials still learn elsewhere.")
            counts = {name: getattr(end, name) for name in ("complete", "pruned", "failed", "running")}
            self.state.setText(text.format(**counts))
        if not self._is_watching:
            self.runs_changed.emit()
        self._update()

    def _say_idle(self) -> None:
        self.state.setText(self.tr("No study yet."))
        self.advice.setText(
            self.tr(
                "Choose what is searched and press Start; or open the file of a study and take part in it."
            )
        )
        try:
            extras.need("optuna")
        except LabError as error:
            self._refuse(error)
        self._update()

    def _refuse(self, error: LabError) -> None:
        what, advice = in_words(error)
        self.state.setText(f"✕ {what}")
        self.advice.setText(advice)

    def _update(self) -> None:
        """Bring the buttons to the present state."""
        is_free, is_open = not self.is_learning, self.view.opened is not None
        is_able = is_free and extras.version_of("optuna") is not None
        self.primary.setText(self.tr("Take part") if is_open else self.tr("Start"))
        self.primary.setEnabled(is_able)
        self.stop.setEnabled(not is_free and not self._is_stopping)
        self.other.setText(self.tr("New study") if is_open else self.tr("Open…"))
        self.other.setEnabled(is_able)
        self.form.setEnabled(is_free)
        self.view.setVisible(is_open)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "stop"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.primary.setIcon(style.icon("mdi6.play", style.theme().on_accent))
        self.stop.setIcon(style.icon("mdi6.stop"))

    def _lay_out(self) -> None:
        self._dress()
        note = QLabel(
            self.tr(
                "Trials are judged on a part of the train set that is held back. The test set is measured once, at the "
                "end, with the best trial: to choose by it would flatter the result."
            )
        )
        style.set_role(note, "muted")
        for label in (note, self.state, self.advice):
            label.setWordWrap(True)
        buttons = QWidget()
        grid = QGridLayout(buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.SPACE_S)
        for place, button in enumerate((self.primary, self.stop, self.other, self.copy)):
            button.setAutoDefault(False)
            grid.addWidget(button, place // 2, place % 2)
        right = QVBoxLayout()
        right.setContentsMargins(style.SPACE_S, style.SPACE_M, style.SPACE_M, style.SPACE_M)
        right.setSpacing(style.SPACE_XS)
        right.addWidget(self.state)
        right.addWidget(self.advice)
        right.addWidget(self.view, 1)
        right.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side_panel(self.form, buttons, note))
        row.addLayout(right, 1)
