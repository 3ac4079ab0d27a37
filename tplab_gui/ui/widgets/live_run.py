"""The run that goes on: what its job says reaches the list, the curves and the figures here and nowhere else."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import BatchEnd, EpochEnd, LrChanged, RunEnd, RunStarted
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_driver import RunDriver
from tplab_gui.ui.widgets.run_figures import RunFigures
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow, started

_TEXT_MS = 250


class LiveRun(QObject):
    """Follows `RunDriver`; `row` is the run that is under way, None before its folder is known."""

    notice = Signal(object, str)
    started = Signal()
    lr_changed = Signal()  # and the row knows it

    def __init__(
        self,
        driver: RunDriver,
        runs: RunList,
        plot: CurvePlot,
        figures: RunFigures,
        name_of: Callable[[str, str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._driver, self._list, self._plot = driver, runs, plot
        self._figures, self._name_of = figures, name_of
        self.row: RunRow | None = None
        self._is_ended = self._is_under_way = False
        self._clock = QTimer(self)
        self._clock.setInterval(_TEXT_MS)
        self._clock.timeout.connect(figures.refresh)
        driver.began.connect(self._on_began)
        driver.received.connect(self.receive)
        driver.failed.connect(lambda _error: self._end("failed"))
        driver.held.connect(lambda: self.show_paused(is_paused=True))
        driver.ended.connect(self._on_ended)
        figures.set_state(self.tr("The numbers of the run appear here."))

    def receive(self, events: list[object]) -> None:
        """Show what the job said since the last tick."""
        for event in events:
            self._figures.take(event)
            match event:
                case Waiting(what=what):
                    self._say_waiting(what)
                case RunStarted():
                    self._on_started(event)
                case LrChanged() if self.row is not None:
                    self.row.lr_changes = (*self.row.lr_changes, event)
                    self.lr_changed.emit()
                case EpochEnd() if self.row is not None:
                    self._list.add_epoch(self.row, event)
                case Notice(error=error, kind=kind):
                    self.notice.emit(error, kind)
                case RunEnd():
                    self._end(event.reason, event.epochs - event.best_epoch, event.best_epoch)
        self._plot.extend([event for event in events if isinstance(event, BatchEnd | EpochEnd)])

    def show_paused(self, *, is_paused: bool) -> None:
        """Say that the run is held, or that it goes on."""
        if is_paused:
            self._show_state("paused", self.tr("Paused. Nothing is lost; press Resume to go on."))
        else:
            self._show_state("running", self.tr("Learning"))

    def show_stopping(self) -> None:
        """Say that the run ends as soon as it can."""
        self._figures.set_state(self.tr("Stopping after this batch…"))

    def shut_down(self) -> None:
        """Refresh no more."""
        self._clock.stop()

    def _on_began(self) -> None:
        self._is_ended = self._is_under_way = False
        self._clock.start()
        self._figures.set_state(self.tr("Getting ready…"))

    def _on_started(self, event: RunStarted) -> None:
        self._is_under_way = True
        self._figures.begin(event)
        if self.row is None:
            lr = self._driver.params.get().lr if self._driver.params else math.nan
            self.row = started(event, self._name_of(event.setup, event.experiment), lr)
            self._list.add(self.row)
            self._list.choose(self.row)
            curves = self._plot.add_run(self.row.title, event.batches_per_epoch, event.epochs, self.row.group)
            self._list.set_curves(self.row, curves)
        else:
            self.row.epochs = event.epochs
            self.row.lr_changes = tuple(c for c in self.row.lr_changes if c.epoch < event.first_epoch)
            self.lr_changed.emit()
            self._list.show_run(self.row)
            if self.row.curves is not None:
                self._plot.continue_run(self.row.curves, event.first_epoch - 1)
        self._driver.note_started()
        self.show_paused(is_paused=self._driver.runner.is_paused)
        self.started.emit()

    def _end(self, reason: str, epochs_since: int = 0, best_epoch: int = 0) -> None:
        if self.row is not None and self._is_under_way and not self._is_ended:
            self._is_ended = True
            texts = {
                "finished": self.tr("Finished. The run is kept on disk."),
                "early": self.tr("Ended early: no progress for {n} epochs, best epoch {best}.").format(
                    n=epochs_since, best=best_epoch
                ),
                "stopped": self.tr("Stopped. Its whole epochs are kept on disk."),
                "diverged": self.tr("Stopped: the loss left all bounds."),
                "failed": self.tr("Failed. What was finished is kept on disk."),
            }
            self._show_state(reason, texts[reason])

    def _on_ended(self) -> None:
        self._clock.stop()
        self._end("stopped")  # unless the job itself said how it ended
        if not self._is_under_way:  # refused: a run that was to go on is what it was
            self._figures.set_state(self.tr("Nothing was started."))
        self._figures.refresh()
        self.row = None

    def _show_state(self, state: str, text: str) -> None:
        self._figures.set_state(text)
        if self.row is not None:
            self._list.set_state(self.row, state)

    def _say_waiting(self, what: str) -> None:
        texts = {
            "data": self.tr("Reading the examples…"),
            "network": self.tr("Building the network and measuring the computer's speed…"),
        }
        self._figures.set_state(texts.get(what, self.tr("Getting ready…")))
