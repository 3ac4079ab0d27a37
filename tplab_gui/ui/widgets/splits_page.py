"""The page Splits: one split looked at closely, or the same network trained under each of them."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.sets import HonestyProgress, HonestyRead, SplitMade, SplitWritten
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.honesty_view import HonestyView
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.sound_set_bar import SoundSetBar
from tplab_gui.ui.widgets.split_view import SplitView
from tplab_gui.ui.widgets.tab import TabContext


class SplitsPage(DataPage):
    """Draws a split as soon as it is asked for; compares the splits when the student presses the button."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_active = False
        self._is_closed = False
        self._shown = self._reading = ""  # the set whose split is on show, and whose comparison is looked for
        self._next: tuple[Any, ...] | None = None  # what to draw once the runner is free
        self._drawer, self._reader, self._trainer = Runner(self), Runner(self), Runner(self)
        self._pollers = [
            Poller(self._drawer.mailbox, self._on_drawn, self),
            Poller(self._reader.mailbox, self._on_trained, self),
            Poller(self._trainer.mailbox, self._on_trained, self),
        ]
        self._drawer.failed.connect(self._on_draw_failed)
        self._drawer.finished.connect(self._on_draw_over)
        for runner in (self._reader, self._trainer):
            runner.failed.connect(self.report_failure)
        self._reader.finished.connect(self._on_read_over)
        self._trainer.finished.connect(self._on_train_over)
        self.bar = SoundSetBar(self.tr("The set of sounds that is split"))
        self.bar.set_chosen.connect(self._on_set_chosen)
        self.bar.stop_wanted.connect(self._trainer.request_stop)
        self.views = SegmentedBar()
        self.views.add(
            self.tr("One split"), self.tr("What it holds, whether it is balanced, whose voices it shares")
        )
        self.views.add(
            self.tr("Which split is honest?"), self.tr("The same network, trained under each split")
        )
        self.bar.row.insertWidget(1, self.views)
        self.split, self.honesty = SplitView(), HonestyView()
        self.split.changed.connect(self._draw)
        self.split.save_wanted.connect(self._on_save)
        self.split.open_wanted.connect(self._on_open)
        self.honesty.start_wanted.connect(self.compare)
        stack = QStackedWidget()
        stack.addWidget(self.split)
        stack.addWidget(self.honesty)
        self.views.chosen.connect(stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.bar)
        column.addWidget(stack, 1)

    def start(self) -> None:
        """Begin to listen to the jobs."""
        for poller in self._pollers:
            poller.start()

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Draw the split when the page is shown; a comparison goes on while it is hidden."""
        self._is_active = is_active
        if is_active and self._shown != self.bar.source():
            self._on_set_chosen(self.bar.source())

    def look_again(self) -> None:
        """Offer the sets that there are now."""
        self.bar.sets.choose(self.bar.source())

    def show_set(self, chosen: Any) -> None:
        """Follow the first page where it shows sounds, unless a comparison is under way."""
        if chosen is not None and chosen.kind == "sounds" and chosen.found and not self._trainer.is_running:
            self.bar.sets.choose(chosen.source)
            if self._is_active:
                self._on_set_chosen(chosen.source)

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop drawing and training."""
        self._next, self._is_closed = None, True
        runners = (self._drawer, self._reader, self._trainer)
        for runner in runners:
            runner.request_stop()
        return sum(runner.stop(timeout_ms) for runner in runners) == len(runners)

    def compare(self) -> None:
        """Train under each split, with the epochs and the seed chosen."""
        if not self._trainer.is_running:
            self.notice.emit(None, "")
            self.honesty.start.setEnabled(False)
            self.bar.sets.setEnabled(False)
            self.bar.show_progress(0, 0)
            self.honesty.about.setText(self.tr("Reading the clips…"))
            arguments = self.bar.source(), self.honesty.epochs.value(), self.honesty.seed.value()
            self._trainer.start(jobs.compare_splits, *arguments)

    def save_to(self, folder: str) -> None:
        """Write the split on show as train.csv and test.csv."""
        self._run(jobs.make_split, self.bar.source(), *self.split.asked(), folder)

    def open_from(self, where: str) -> None:
        """Read a split back from its folder or one of its two files."""
        self._run(jobs.open_split, self.bar.source(), where)

    def _on_set_chosen(self, source: str) -> None:
        self._shown = source
        self._draw()
        self.honesty.show_nothing()
        self._read_comparison()

    def _draw(self) -> None:
        method, seed, speaker = self.split.asked()
        if method == "file":
            self.split.methods.setCurrentIndex(0)
            method, seed, speaker = self.split.asked()
        self._run(jobs.make_split, self.bar.source(), method, seed, speaker)

    def _run(self, job: Any, *arguments: Any) -> None:
        """Start a short job, after the one that runs; of several that wait the last is done."""
        if self._drawer.is_running:
            self._next = (job, *arguments)
            return
        self._drawer.start(job, *arguments)

    def _on_drawn(self, events: list[object]) -> None:
        for event in events:
            match event:
                case SplitMade() if event.source == self.bar.source():
                    self.notice.emit(None, "")
                    self.split.show_split(event)
                case SplitWritten(folder=folder, train=train, test=test):
                    self.notice.emit(
                        LabError(
                            "train.csv ({train} clips) and test.csv ({test} clips) are in {folder}.",
                            hint="The spoken-digits experiment can learn from them.",
                            train=train,
                            test=test,
                            folder=folder,
                        ),
                        "info",
                    )

    def _on_draw_failed(self, error: Exception) -> None:
        self.split.show_nothing()
        self.report_failure(error)

    def _on_draw_over(self) -> None:
        if self._next is not None:
            job, self._next = self._next, None
            self._drawer.start(*job)

    def _on_trained(self, events: list[object]) -> None:
        for event in events:
            match event:
                case HonestyRead() if event.source == self.bar.source() and self._is_wanted(event):
                    self.honesty.show_found(event)
                case HonestyProgress() if self._trainer.is_running:  # the last may come after the end
                    total = event.epochs * event.folds
                    done = event.epochs * (event.fold - 1) + event.epoch
                    self.bar.show_progress(done, total)
                    self.honesty.show_progress(event)
                case Notice(error=error, kind=kind):
                    self.notice.emit(error, kind)
                case Waiting():
                    pass

    def _is_wanted(self, found: HonestyRead) -> bool:
        """Whether a comparison may be shown: an earlier one may not take the place of the one under way."""
        shown = self.honesty.found
        return shown is None or found.created >= shown.created

    def _read_comparison(self) -> None:
        if not self._reader.is_running:
            self._reading = self._shown
            self._reader.start(jobs.last_comparison, self._shown)

    def _on_read_over(self) -> None:
        if self._reading != self._shown and not self._is_closed:
            self._read_comparison()

    def _on_train_over(self) -> None:
        self.bar.show_idle()
        self.honesty.show_idle()
        self.honesty.start.setEnabled(True)
        self.bar.sets.setEnabled(True)
        if self._is_active and self._shown != self.bar.source() and not self._is_closed:
            self._on_set_chosen(self.bar.source())

    def _on_save(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("A folder for train.csv and test.csv"), self.context.settings.last_folder
        )
        if folder:
            self.context.settings.last_folder = str(Path(folder).parent)
            self.save_to(folder)

    def _on_open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open train.csv or test.csv"), self.context.settings.last_folder, "CSV (*.csv)"
        )
        if path:
            self.context.settings.last_folder = str(Path(path).parent)
            self.open_from(path)
