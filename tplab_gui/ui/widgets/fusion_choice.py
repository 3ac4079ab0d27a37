"""How both answers are combined: late, or by the network of a kept run of the fusion study."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tplab_gui import jobs
from tplab_gui.core.events.digits import FusingRun, FusingRuns
from tplab_gui.core.paths import runs_dir
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui.widgets.moment_words import strategy_name

LATE = ("late-weighted", "late-vote")
_STRATEGY = Qt.ItemDataRole.UserRole + 1


class FusionChoice(QComboBox):
    """The late strategies first, then the networks, the newest first; an item's data is its strategy or its run."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = Runner(self)
        self._runner.failed.connect(self.failed)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)
        self.setAccessibleName(self.tr("How both are combined"))
        self.setToolTip(
            self.tr(
                "Weighted product: the scores are multiplied, each to the power of its weight; with equal weights "
                "that is Bayes' rule.\nVote: each says its best guess; at a tie the surer one counts.\n"
                "Early and joint: a network of your own runs of the fusion study reads drawing and word together."
            )
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        for name in LATE:
            self._add(strategy_name(name), name, name)
        self.currentIndexChanged.connect(self._on_index)

    @property
    def strategy(self) -> str:
        """Return the strategy that is chosen, as in INTERFACES."""
        return str(self.currentData(_STRATEGY))

    @property
    def run_dir(self) -> str:
        """Return the folder of the run whose network fuses; '' for late fusion."""
        return "" if self.strategy in LATE else str(self.currentData())

    def start(self) -> None:
        """Begin to follow the job, and look for runs."""
        self._poller.start()
        self.look_again()

    def look_again(self) -> None:
        """Look which runs there are now; does nothing while looking."""
        if not self._runner.is_running:
            self._runner.start(jobs.fusing_runs, str(runs_dir()))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop looking, and wait."""
        self._poller.stop()
        return self._runner.stop(timeout_ms)

    def show_runs(self, runs: tuple[FusingRun, ...]) -> None:
        """Offer these networks; when the chosen one is gone the product is chosen."""
        before = self.currentData()
        with QSignalBlocker(self):
            while self.count() > len(LATE):
                self.removeItem(self.count() - 1)
            for run in runs:
                self._add(f"{strategy_name(run.strategy)} ({run.name})", run.run_dir, run.strategy)
            place = self.findData(before)
            self.setCurrentIndex(max(0, place))
        if place < 0:
            self.changed.emit()

    def _add(self, text: str, data: str, strategy: str) -> None:
        self.addItem(text, data)
        self.setItemData(self.count() - 1, strategy, _STRATEGY)

    def _on_index(self) -> None:
        self.changed.emit()

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, FusingRuns):
                self.show_runs(event.runs)
