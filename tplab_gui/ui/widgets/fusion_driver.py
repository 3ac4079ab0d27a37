"""The jobs of the Study page: one trains, one reads kept runs, one looks which there are, one writes.

Of readings only the newest counts: a later one ends the one under way and begins when that has ended.
"""

from typing import Any

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.fusion_study import FusionGroups, PairsWritten, StudyStep
from tplab_gui.core.events.runs import RunFound
from tplab_gui.core.fusion_plan import FusionPlan
from tplab_gui.core.params import TrainParams
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Job, Runner


class FusionDriver(QObject):
    """Starts, stops and drains; what is read is told with the name of the view that asked."""

    groups_found = Signal(object)  # FusionGroups
    times_found = Signal(object)  # list of RunFound
    trained = Signal(object)  # every event of a comparison
    training_over = Signal()
    read = Signal(str, object)  # view, event
    reading_begun = Signal(str)
    reading_over = Signal(str, bool)  # view, whether the user stopped it
    reading_failed = Signal(str, object)  # view, exception
    written = Signal(object)  # PairsWritten
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, run_root: str, parent: QObject) -> None:
        super().__init__(parent)
        self.run_root = run_root
        self._view = ""  # that asked for what is being read
        self._next: tuple[str, Job, tuple[Any, ...]] | None = None
        self._is_stopped = self._is_closing = self._looks_again = False
        self._found: list[RunFound] = []
        self.trainer, self.reader, self.lister, self.writer = (Runner(self) for _ in range(4))
        self._pollers = [
            Poller(self.trainer.mailbox, self._on_trained, self),
            Poller(self.reader.mailbox, self._on_read, self),
            Poller(self.lister.mailbox, self._on_listed, self),
            Poller(self.writer.mailbox, self._on_written, self),
        ]
        for runner in (self.trainer, self.lister, self.writer):
            runner.failed.connect(self.failed)
        self.trainer.finished.connect(self._on_training_over)
        self.reader.failed.connect(lambda error: self.reading_failed.emit(self._view, error))
        self.reader.finished.connect(self._on_reading_over)
        self.lister.finished.connect(self._on_listing_over)

    @property
    def is_training(self) -> bool:
        """Return whether a comparison is under way."""
        return self.trainer.is_running

    @property
    def reading(self) -> str:
        """Return the view whose reading is under way or waits, '' without one."""
        if self._next is not None:
            return self._next[0]
        return self._view if self.reader.is_running else ""

    def start(self) -> None:
        """Begin to listen to the jobs."""
        for poller in self._pollers:
            poller.start()

    def look(self) -> None:
        """Look which kept runs there are; once more if that is under way."""
        if self.lister.is_running:
            self._looks_again = True
        elif not self._is_closing:
            self._found = []
            self.lister.start(_listed, self.run_root)

    def compare(self, plan: FusionPlan) -> None:
        """Train what is missing and compare."""
        if not self.trainer.is_running:
            self.trainer.start(jobs.fusion_compare, plan)

    def ask(self, view: str, job: Job, *arguments: Any) -> None:
        """Read something for a view, in place of what is being read."""
        if self._is_closing:
            return
        if self.reader.is_running:
            self._next = (view, job, arguments)
            self.reader.request_stop()
            return
        self._view, self._is_stopped = view, False
        self.reader.start(job, *arguments)
        self.reading_begun.emit(view)

    def stop_reading(self) -> None:
        """End what is being read."""
        self._next, self._is_stopped = None, True
        self.reader.request_stop()

    def write_pairs(self, params: TrainParams, path: str) -> None:
        """Write the pairs of a study as CSV."""
        if not self.writer.is_running:
            self.writer.start(jobs.write_fusion_pairs, params, path)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop everything; a comparison goes on at the next start where it stood."""
        self._next, self._is_closing = None, True
        runners = (self.trainer, self.reader, self.lister, self.writer)
        for runner in runners:
            runner.request_stop()
        is_over = [runner.stop(timeout_ms) for runner in runners]
        for poller in self._pollers:
            poller.stop()
        return all(is_over)

    def _on_trained(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, Notice):
                self.notice.emit(event.error, event.kind)
            else:
                self.trained.emit(event)

    def _on_training_over(self) -> None:
        self._pollers[0].drain()
        if not self._is_closing:
            self.training_over.emit()

    def _on_read(self, events: list[object]) -> None:
        if self._next is not None:
            return  # another question was asked meanwhile
        steps = [event for event in events if isinstance(event, StudyStep)]
        for event in [*steps[-1:], *(each for each in events if not isinstance(each, StudyStep))]:
            if isinstance(event, Notice):
                self.notice.emit(event.error, event.kind)
            else:
                self.read.emit(self._view, event)

    def _on_reading_over(self) -> None:
        self._pollers[1].drain()
        if self._next is not None:
            (view, job, arguments), self._next = self._next, None
            self.ask(view, job, *arguments)
        elif not self._is_closing:
            self.reading_over.emit(self._view, self._is_stopped)

    def _on_listed(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, RunFound):
                self._found.append(event)
            elif isinstance(event, FusionGroups):
                self.groups_found.emit(event)

    def _on_listing_over(self) -> None:
        self._pollers[2].drain()
        if self._is_closing:
            return
        self.times_found.emit(self._found)
        if self._looks_again:
            self._looks_again = False
            self.look()

    def _on_written(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, PairsWritten):
                self.written.emit(event)


def _listed(run_root: str) -> Any:
    """Yield the groups of kept runs, then every run, for the time an epoch took."""
    yield from jobs.fusion_groups(run_root)
    yield from jobs.shelf(run_root)
