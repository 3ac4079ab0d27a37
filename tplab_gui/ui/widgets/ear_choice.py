"""Which network listens: the lab's own, or the report's small one as a kept run of spoken digits left it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.digits import ListeningRuns
from tplab_gui.core.paths import runs_dir
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner


class EarChoice(QComboBox):
    """The lab's network first, then the runs, the newest first; without a run, a line that says how to make one."""

    chosen = Signal(str)  # the folder of a run, '' for the lab's network
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = self._remembered = ""
        self._runner = Runner(self)
        self._runner.failed.connect(self.failed)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)
        self.setAccessibleName(self.tr("Network that listens"))
        self.setToolTip(
            self.tr(
                "The lab's network learned from many voices, in noise, cut loosely or closely, and knows what is no "
                "digit.\nThe report's network, as one of your runs of spoken digits left it, knows the clips of its "
                "data only:\nit takes every sound for a digit. Change between them and hear the difference."
            )
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.activated.connect(self._on_activated)
        self._show(())

    def remember(self, run_dir: str) -> None:
        """Choose this run as soon as it is found among those that are there; another text chooses nothing."""
        self._remembered = run_dir

    def start(self) -> None:
        """Begin to follow the job, and look for runs."""
        self._poller.start()
        self.look_again()

    def look_again(self) -> None:
        """Look which runs there are now; does nothing while looking."""
        if not self._runner.is_running:
            self._runner.start(jobs.listening_runs, str(runs_dir()))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop looking, and wait."""
        self._poller.stop()
        return self._runner.stop(timeout_ms)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, ListeningRuns):
                self._show(tuple((each.run_dir, each.name) for each in event.runs))
                self._choose_remembered()

    def _show(self, runs: tuple[tuple[str, str], ...]) -> None:
        self.clear()
        self.addItem(self.tr("Lab's network"), "")
        for run_dir, name in runs:
            self.addItem(self.tr("Report network: {run}").format(run=name), run_dir)
        if not runs:
            self.addItem(self.tr("Report network: no run yet"), None)
        if self._chosen not in ("", *(run_dir for run_dir, _ in runs)):  # deleted, or thrown away
            self._chosen = ""
            self.chosen.emit("")
        self.setCurrentIndex(self.findData(self._chosen))

    def _choose_remembered(self) -> None:
        run_dir, self._remembered = self._remembered, ""
        if run_dir and self.findData(run_dir) >= 0:
            self.setCurrentIndex(self.findData(run_dir))
            self._chosen = run_dir
            self.chosen.emit(run_dir)

    def _on_activated(self, row: int) -> None:
        run_dir, self._remembered = self.itemData(row), ""
        if run_dir is None:
            self.setCurrentIndex(self.findData(self._chosen))
            error = LabError(
                "There is no run of spoken digits yet, so the report's network cannot listen.",
                hint="Train one: on the Training tab choose the experiment on spoken digits and press Start.",
            )
            self.notice.emit(error, "info")
            return
        self._chosen = run_dir
        self.chosen.emit(run_dir)
