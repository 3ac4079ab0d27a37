"""The training tab: choose a setup, press Start, watch the network learn.

`RunDriver` trains, `LiveRun` shows what it says; here is what the user asks of them.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tplab_gui.core.params import TrainParams
from tplab_gui.ui.dialogs.study_door import StudyDoor
from tplab_gui.ui.widgets.curve_bar import CurveBar
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.data_names import data_name
from tplab_gui.ui.widgets.findings_panel import FindingsPanel
from tplab_gui.ui.widgets.live_run import LiveRun
from tplab_gui.ui.widgets.lr_marks import LrMarks
from tplab_gui.ui.widgets.predict_first import PredictFirst
from tplab_gui.ui.widgets.run_actions import RunActions
from tplab_gui.ui.widgets.run_controls import RunControls
from tplab_gui.ui.widgets.run_driver import BATCH, EPOCH, RunDriver
from tplab_gui.ui.widgets.run_figures import RunFigures
from tplab_gui.ui.widgets.run_form import RunForm
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_queue import PlannedRun, QueueView
from tplab_gui.ui.widgets.run_row import RunRow
from tplab_gui.ui.widgets.run_shelf import RunShelf
from tplab_gui.ui.widgets.side_panel import put_back, side_panel
from tplab_gui.ui.widgets.tab import Tab, TabContext

_STEPS = {Qt.KeyboardModifier.NoModifier: BATCH, Qt.KeyboardModifier.ShiftModifier: EPOCH}


class TrainingTab(Tab):
    """The loss study, live."""

    key = "training"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.driver = RunDriver(self)
        self.runner, self.queue = self.driver.runner, self.driver.queue
        self.form = RunForm(context.settings.training_data, context.settings.training_sounds)
        self.form.lr_changed.connect(self.driver.set_lr)
        self.form.data_chosen.connect(self._on_data_chosen)
        self.form.experiment_changed.connect(self._on_experiment)
        self.study = StudyDoor(self.form, self)
        self.study.failed.connect(self.report_failure)
        self.figures = RunFigures()
        self.list = RunList()
        self.plot = CurvePlot()
        self.bar = CurveBar(self.plot)
        self.list.shown_changed.connect(self.plot.refresh)
        self.list.wide_asked.connect(self._on_wide)
        self.run_actions = RunActions(self.list, self.plot)
        self.run_actions.export.add_shortcut(self)
        self.run_actions.failed.connect(self.report_failure)
        self.run_actions.said.connect(lambda error: self.notice.emit(error, "info"))
        self.shelf = RunShelf(self.list, self.plot, self.form.setup_name, self)
        self.shelf.notice.connect(self.notice)
        self.shelf.failed.connect(self.report_failure)
        self.study.runs_changed.connect(self.shelf.look_again)
        self.findings = FindingsPanel(self.plot, self.list)
        self.findings.failed.connect(self.report_failure)
        self.list.continue_asked.connect(self._continue)
        self.live = LiveRun(self.driver, self.list, self.plot, self.figures, self.form.setup_name, self)
        self.receive = self.live.receive
        self.live.notice.connect(self.notice)
        self.lr_marks = LrMarks(self.plot, self.list)
        self.live.lr_changed.connect(self.lr_marks.refresh)
        self.shelf.steps_shown.connect(self.lr_marks.refresh)
        self.live.started.connect(self._update)
        self.predict = PredictFirst(self.plot, self.bar, self.list, self.form.epochs.value)
        self.predict.failed.connect(self.report_failure)
        self.live.started.connect(lambda: self.predict.run_started(self.live.row))
        self.driver.began.connect(self._on_began)
        self.driver.failed.connect(self.report_failure)
        self.driver.held.connect(self._update)
        self.driver.ended.connect(self._update)
        self.controls = RunControls()
        self.primary, self.stop = self.controls.primary, self.controls.stop
        self.primary.clicked.connect(self.start_or_pause)
        self.stop.clicked.connect(self._on_stop)
        for step, button in self.controls.steps.items():
            button.clicked.connect(lambda _=False, step=step: self.step(step))
        self.controls.add.clicked.connect(self.add_to_queue)
        self.controls.add_all.clicked.connect(self.run_all_four)
        self.queue_view = QueueView(self.queue)
        self.queue.changed.connect(self._update)
        self._is_ready = False
        self._lay_out()
        self._update()

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Training")

    def start(self) -> None:
        """Torch is loaded: let the user start."""
        self._is_ready = True
        self.form.set_ready()
        self.study.set_ready()
        self._update()
        self.shelf.start()
        self.ready.emit()

    def is_busy(self) -> bool:
        """Return whether a run or a study goes on."""
        study = self.study.dialog
        return self.runner.is_running or (study is not None and study.is_learning)

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop the run, keep its whole epochs; return whether it ended in time."""
        working = (self.run_actions, self.shelf, self.form, self.findings, self.study, self.driver)
        is_over = False not in [each.shut_down(timeout_ms) for each in working]
        self.live.shut_down()
        return is_over

    def start_or_pause(self) -> None:
        """Start the queue, or a run when it is empty; or pause the one that goes on; or let it go on."""
        if not self._is_ready:
            return
        if not self.runner.is_running:
            self.notice.emit(None, "")
            self.live.row = None
            self.driver.begin(self._planned(self.form.params()))
        elif self.runner.is_paused:
            self.driver.resume()
            self.live.show_paused(is_paused=False)
        else:
            self.runner.pause()
            self.live.show_paused(is_paused=True)
        self._update()

    def step(self, step: str) -> None:
        """Learn from one more batch, or to the end of the epoch, and wait; begin the run if none goes on."""
        if not self._is_ready:
            return
        if self.runner.is_running:
            self.driver.step(step)
            self.live.show_paused(is_paused=False)
        else:
            self.notice.emit(None, "")
            self.live.row = None
            self.driver.begin(self._planned(self.form.params()), step)
        self._update()

    def add_to_queue(self) -> None:
        """Let a run with the choices of the form begin when those before it have ended."""
        self.queue.add(self._planned(self.form.params()))

    def run_all_four(self) -> None:
        """Queue every setup with the choices of the form, and start if nothing runs."""
        if not self._is_ready:
            return
        names, params = self.form.experiment.setups, self.form.params()
        self.queue.add(*(self._planned(replace(params, setup=name)) for name in names))
        if not self.runner.is_running:
            self.start_or_pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts and pauses, N and Shift+N step, Esc stops, unless a field uses the key itself."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.start_or_pause()
        elif event.key() == Qt.Key.Key_Escape and self.runner.is_running:
            self._on_stop()
        elif event.key() == Qt.Key.Key_N and event.modifiers() in _STEPS:
            self.step(_STEPS[event.modifiers()])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.list.restyle()
            self._update()
        super().changeEvent(event)

    def _planned(self, params: TrainParams) -> PlannedRun:
        name = self.tr("{setup} · {data} · seed {seed} · {epochs} epochs").format(
            setup=self.form.setup_name(params.setup, params.experiment),
            data=data_name(params.data, params.experiment),
            seed=params.seed,
            epochs=params.epochs,
        )
        return PlannedRun(params, name)

    def _continue(self, row: RunRow) -> None:
        if self._is_ready and not self.runner.is_running:
            self.notice.emit(None, "")
            self.live.row = row
            self.form.show_experiment(row.experiment)  # with a learning rate of its scale
            self.driver.go_on_with(self.form.params(), row.folder)

    def _on_began(self) -> None:
        if self.driver.params is not None:
            self.form.lr.show_value(self.driver.params.get().lr)  # the slider steers the run that goes on
        self._update()

    def _on_stop(self) -> None:
        if self.runner.is_running:
            self.driver.request_stop()
            self.live.show_stopping()
            self.stop.setEnabled(False)

    def _on_data_chosen(self, kind: str, data: str) -> None:
        if kind == "sounds":
            self.context.settings.training_sounds = data
        else:
            self.context.settings.training_data = data

    def _on_experiment(self) -> None:
        self.controls.show_setups(len(self.form.experiment.setups))

    def _on_wide(self, is_wide: bool) -> None:  # noqa: FBT001  a slot
        """Move the list of runs below the curves, where all its columns have room, or back."""
        if is_wide:
            self._right.addWidget(self.list, 1)
            self._right.setStretchFactor(self.plot, 2)
        else:
            put_back(self._panel, self.list, self.form.more)

    def _update(self) -> None:
        """Bring buttons and empty text to the present state."""
        is_running = self.runner.is_running
        self.controls.refresh(
            is_ready=self._is_ready,
            is_running=is_running,
            is_paused=self.runner.is_paused,
            waiting=self.queue.waiting,
        )
        self.list.set_can_start(self._is_ready and not is_running)
        head = self.tr("No run yet.") if not self.list.rows else self.tr("No run is shown.")
        if not self._is_ready:
            head = self.tr("Torch is being loaded; you can already choose.")
        body = self.tr("Press Start or the space bar, and watch the network learn digits.")
        self.plot.set_empty_text(f"<p><b>{head}</b></p><p>{body}</p>")

    def _lay_out(self) -> None:
        self._panel = side_panel(
            self.form,
            self.controls,
            self.figures,
            self.queue_view,
            self.list,
            self.form.more,
            growing=self.list,
        )
        right = self._right = self.findings.column(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel, 3)
        row.addLayout(right, 7)
