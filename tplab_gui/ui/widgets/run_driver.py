"""Trains what the user and the queue ask for, one run at a time, through or step by step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui.widgets.run_queue import PlannedRun, RunQueue

BATCH, EPOCH = "batch", "epoch"  # how far a step goes


class RunDriver(QObject):
    """One `Runner`, one `Poller` and the queue: when a run ends, however it ended, the next one begins.

    A stop, or an end that was reached step by step, holds the queue until `begin` is called again; a failure does not.
    """

    began = Signal()
    received = Signal(object)  # what the job said since the last tick: list of events, oldest first
    failed = Signal(object)  # the exception; all events before it were received
    ended = Signal()  # a run is over; the next has not begun
    held = Signal()  # a step is over, its events were received, and the run waits

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.queue = RunQueue(self)
        self.runner = Runner(self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self.runner.held.connect(self._on_held)
        self._poller = Poller(self.runner.mailbox, self.received.emit, self)
        self.params: Latest[TrainParams] | None = None
        self._plan: PlannedRun | None = None
        self._is_stepping = False

    def begin(self, otherwise: PlannedRun, step: str = "") -> None:
        """Begin the first run of the queue, or `otherwise` when none waits, and let the queue go on after it.

        With `step` the run waits after its first batch or epoch.
        """
        self.queue.is_held = False
        self._start(self.queue.take() or otherwise, "", step)

    def go_on_with(self, params: TrainParams, run_dir: str) -> None:
        """Continue a run on disk."""
        self._start(PlannedRun(params, ""), run_dir)

    def step(self, step: str) -> None:
        """Let the run that goes on, or waits, go on to the end of a batch or of an epoch, and wait there."""
        self._is_stepping = True
        self.runner.step(self._end_of(step))

    def resume(self) -> None:
        """Let the run go on, and the queue after it."""
        self._is_stepping = False
        self.runner.resume()

    def request_stop(self) -> None:
        """End the run after this batch, and hold the queue."""
        self.queue.hold()
        self.runner.request_stop()

    def set_lr(self, lr: float) -> None:
        """Change the learning rate of the run that goes on."""
        if self.params is not None and self.runner.is_running:
            self.params.set(replace(self.params.get(), lr=lr))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop the run, start no other; return whether it ended in time."""
        self.queue.is_held = True
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def note_started(self) -> None:
        """Note that the run has a folder: from now on it is no plan any more."""
        self._plan = None

    def _start(self, plan: PlannedRun, run_dir: str, step: str = "") -> None:
        self._plan = plan
        self.params = Latest(plan.params)
        self._is_stepping = bool(step)
        self.runner.start(jobs.train, self.params, run_dir, until=self._end_of(step) if step else None)
        self._poller.start()
        self.began.emit()

    def _end_of(self, step: str) -> Callable[[object], bool]:
        """Return what is true of the event that ends a step; after the last epoch there is nothing to wait for."""
        last = self.params.get().epochs if self.params is not None else 0
        if step == BATCH:
            return lambda event: isinstance(event, BatchEnd)
        return lambda event: isinstance(event, EpochEnd) and event.epoch < last

    def _on_held(self) -> None:
        if self.runner.is_paused:  # else the user was quicker
            self._poller.drain()
            self.held.emit()

    def _on_failed(self, error: Exception) -> None:
        self._poller.drain()
        if self._plan is not None and self._plan.is_queued:
            self.queue.give_back(self._plan, str(error))
        self.failed.emit(error)

    def _on_finished(self) -> None:
        self._poller.stop()
        if self._is_stepping and self.queue.waiting:
            self.queue.hold()
        self.ended.emit()
        following = None if self.queue.is_held else self.queue.take()
        if following is not None:
            self._start(following, "")
