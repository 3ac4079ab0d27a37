"""Brings the runs found on disk into the list, and their curves onto the plot when they are ticked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.runs import RunFound, StepsRead
from tplab_gui.core.paths import runs_dir
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow, kept


class RunShelf(QObject):
    """Reads run folders in a thread of its own: once at start, then the steps of each run that is shown."""

    notice = Signal(object, str)
    failed = Signal(object)
    steps_shown = Signal()  # the steps of a run were read and are on the plot

    def __init__(
        self, runs: RunList, plot: CurvePlot, name_of: Callable[[str, str], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._list, self._plot, self._name_of = runs, plot, name_of
        self._wanted: list[RunRow] = []
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._receive, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        runs.curves_wanted.connect(self.show_curves)
        self._is_closing = False

    def start(self) -> None:
        """Look for runs."""
        self._poller.start()
        self.runner.start(jobs.shelf, str(runs_dir()))

    def look_again(self) -> None:
        """Look for runs that another process has made meanwhile."""
        if not self.runner.is_running and not self._is_closing:
            self.start()

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop reading; return whether it ended in time."""
        self._is_closing = True
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def show_curves(self, row: RunRow) -> None:
        """Put the curves of a run on the plot: its epochs now, its steps when they are read."""
        curves = self._plot.add_kept(row.title, row.batches_per_epoch, row.epochs, row.group, row.curve)
        own = next((series for series in style.SERIES if series.name == row.look), None)
        if own is not None:
            curves.series = own
            curves.restyle()
        self._list.set_curves(row, curves)
        self._wanted.append(row)
        self._read()

    def _read(self) -> None:
        if self._wanted and not self.runner.is_running and not self._is_closing:
            self._poller.start()
            self.runner.start(jobs.steps, tuple(row.folder for row in self._wanted))

    def _receive(self, events: list[object]) -> None:
        known = set(self._list.folders)
        rows = []
        for event in events:
            match event:
                case RunFound() if event.run_dir not in known:
                    name = self._name_of(event.setup, event.experiment) if event.setup else event.name
                    rows.append(kept(event, name))
                case StepsRead():
                    self._on_steps(event)
                case Notice(error=error, kind=kind):
                    self.notice.emit(error, kind)
        if rows:
            before = next((i for i, row in enumerate(self._list.rows) if row.state == "running"), None)
            self._list.extend(rows, before)

    def _on_steps(self, event: StepsRead) -> None:
        for row in [each for each in self._wanted if each.folder == event.run_dir]:
            self._wanted.remove(row)
            if row.curves is not None and not len(row.curves.loss):
                row.lr_changes = event.lr_changes
                self._plot.add_steps(row.curves, event.position, event.loss, 100 * event.accuracy)
                self.steps_shown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._wanted.clear()  # their epochs are shown; asking again would fail again
        self.failed.emit(error)

    def _on_finished(self) -> None:
        self._poller.stop()
        self._read()
