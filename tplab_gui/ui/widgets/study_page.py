"""The page Study of the Digits tab: the multimodal study of the report, from one button to figures 10 and 11.

Every view reads the same kept runs, whoever trained them: this page or the queue of the Training tab.
"""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.fusion_study import (
    ComparisonRead,
    FusionGroup,
    FusionGroups,
    PairEvidence,
    PairsWritten,
    ReliabilityRead,
    StrategyTrained,
    StudyStep,
)
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.paths import runs_dir
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_driver import FusionDriver
from tplab_gui.ui.widgets.fusion_export import FusionExport
from tplab_gui.ui.widgets.fusion_groups import GroupChoice
from tplab_gui.ui.widgets.fusion_progress import FusionProgress
from tplab_gui.ui.widgets.fusion_questions import ON_RUNS, params_of, question
from tplab_gui.ui.widgets.fusion_views import COMPARISON, READS, RELIABILITY, FusionViews
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.tab import Tab, TabContext


class StudyPage(Tab):
    """Six views of one study; a bar chooses the view, a list the runs."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_started = self._is_active = self._has_compared = False
        self._wanted = ""  # the group of the comparison that was made last
        self._read: dict[str, object] = {}  # by view: what was read of the runs that are chosen
        self.driver = FusionDriver(str(runs_dir()), self)
        self.views = FusionViews()
        self.bar, self.runs = SegmentedBar(), GroupChoice()
        for name, tip in self.views.names().values():
            self.bar.add(name, tip)
        self.bar.setAccessibleName(self.tr("Views of the study"))
        self.bar.chosen.connect(self._on_view)
        self.runs.activated.connect(self._on_group)
        self.export = FusionExport(self, context.settings)
        self.training = FusionProgress(self.tr("Progress of the comparison"))
        self.reading = FusionProgress(self.tr("Progress of the measurement"))
        self._lay_out()
        self._connect()
        self._refresh()

    def start(self) -> None:
        """Torch is loaded: look for kept runs."""
        self._is_started = True
        self.driver.start()
        self.views.reliability.pair.player.start()
        if self._is_active:
            self.driver.look()

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001  as Tab declares it
        """Look for runs that were made meanwhile; a comparison goes on while the page is hidden."""
        came = is_active and not self._is_active
        self._is_active = is_active
        if is_active:
            self.export.draw_icon()
        if came and self._is_started:
            self.driver.look()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop every job."""
        parts = (self.driver, self.export, self.views.reliability.pair)
        return False not in [part.shut_down(timeout_ms) for part in parts]

    def view(self) -> str:
        """Return which view is shown."""
        return list(self.views.stages)[self.stack.currentIndex()]

    def show_view(self, name: str) -> None:
        """Bring a view to the front."""
        self.bar.choose(list(self.views.stages).index(name))

    def compare(self) -> None:
        """Run the whole comparison, or go on with it."""
        if not self._is_started or self.driver.is_training:
            return
        try:
            plan = self._plan()
            plan.runs()  # refuses settings that do not go together, before anything begins
        except LabError as error:
            self.notice.emit(error, "error")
            return
        self.notice.emit(None, "")
        self.show_view(COMPARISON)
        self.views.comparison.form.set_running(is_running=True)
        self.views.comparison.show_working()
        self.training.begin(self.tr("Reading pictures and sounds…"))
        self._has_compared = True
        self.driver.compare(plan)

    # -- what the jobs say -------------------------------------------------------------------------------------

    def _on_groups(self, found: FusionGroups) -> None:
        before, known = self.runs.group(), self.runs.keys()
        self.runs.show_groups(found.groups, self._wanted or (before.key if before else ""))
        now, self._wanted = self.runs.group(), ""
        if now is not None and now != before:
            self._read = {view: event for view, event in self._read.items() if _is_of(event, now)}
            is_own = self._has_compared and now.key not in known  # the form holds all that was asked of it
            if (before is None or now.key != before.key) and not is_own:
                self.views.comparison.form.show_group(now)
        self._refresh()

    def _on_trained(self, event: object) -> None:
        match event:
            case StudyStep():
                self.training.show_step(event)
            case StrategyTrained():
                self.views.comparison.show_trained(event)
            case ComparisonRead():
                self._read = {COMPARISON: event}
                self.views.comparison.show_read(event)
                self._wanted = event.key
                self.driver.look()  # further seeds are complete now
                self._offer_export()

    def _on_training_over(self) -> None:
        self.training.end()
        self.views.comparison.form.set_running(is_running=False)
        self.driver.look()

    def _on_read(self, view: str, event: object) -> None:
        match event:
            case StudyStep():
                self.reading.show_step(event)
            case PairEvidence():
                self.views.reliability.show_pair(event)
            case _ if isinstance(event, READS):
                self._read[view] = event
                self.views.show_read(view, event)
                self._offer_export()

    def _on_reading_failed(self, view: str, error: Exception) -> None:
        if not isinstance(error, LabError):
            self.report_failure(error)
            return
        self.views.stages[view].say("\n".join(filter(None, in_words(error))), self.tr("Try again"))

    def _on_reading_over(self, view: str, is_stopped: bool) -> None:  # noqa: FBT001  Qt's signature
        self.reading.end()
        if is_stopped and view not in self._read:
            self.views.stages[view].say(self.tr("Stopped: nothing was measured."), self.tr("Measure"))

    def _on_written(self, event: PairsWritten) -> None:
        error = LabError(
            "The pairs are in {path}: {train} to learn from, {validation} to choose by, {test} to test.",
            path=event.path,
            train=event.counts.get("train", 0),
            validation=event.counts.get("validation", 0),
            test=event.counts.get("test", 0),
        )
        self.notice.emit(error, "info")

    # -- what is shown and asked -------------------------------------------------------------------------------

    def _on_group(self) -> None:
        group = self.runs.group()
        self._read.clear()
        if group is not None and not self.driver.is_training:
            self.views.comparison.form.show_group(group)
        self._refresh()

    def _on_view(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._refresh()

    def _refresh(self) -> None:
        """Show the view that is chosen, or why there is nothing yet; ask for it where that helps."""
        view, group = self.view(), self.runs.group()
        self._offer_export()
        self.views.comparison.show_group(group)
        if view in self._read:
            if self.driver.reading not in {"", view}:
                self.driver.stop_reading()
            self.views.show_read(view, self._read[view])
            return
        has_networks = group is not None and bool(group.seeds)
        if view == COMPARISON and self.driver.is_training:
            return
        if view in ON_RUNS and not has_networks:
            self.views.stages[view].say(self.views.explanation(view), self.tr("Go to the comparison"))
        elif view == COMPARISON and not has_networks:
            self.views.comparison.show_nothing()
        elif self._is_started and self.driver.reading != view:
            self._ask(view)

    def _on_button(self, view: str) -> None:
        """The button of an empty view: measure, or go where the runs are made."""
        group = self.runs.group()
        if view in ON_RUNS and (group is None or not group.seeds):
            self.show_view(COMPARISON)
        elif self._is_started:
            self._ask(view)

    def _ask(self, view: str, *, stays: bool = False) -> None:
        """Ask for a view; with `stays` what it shows is left until the answer comes."""
        self._read.pop(view, None)
        if not stays:
            self.views.stages[view].say(self.views.explanation(view))
        asked = FusionAsked(self.driver.run_root, self.runs.key)
        params = params_of(self.runs.group(), self._plan())
        self.driver.ask(view, *question(view, asked, params, self.views.reliability.damage()))

    def _plan(self) -> FusionPlan:
        return self.views.comparison.form.plan(self.driver.run_root)

    def _on_pair(self, index: int) -> None:
        read = self._read.get(RELIABILITY)
        if isinstance(read, ReliabilityRead):
            asked = FusionAsked(self.driver.run_root, read.key)
            self.driver.ask(RELIABILITY, jobs.fusion_pair, asked, index, read.disturbance, read.seed)

    def _on_reading_begun(self, view: str) -> None:
        if view not in self._read:
            self.reading.begin(self.tr("Reading the kept networks…"))

    def _offer_export(self) -> None:
        view = self.view()
        self.export.offer(*self.views.exports(view) if view in self._read else ("study", None, None))

    def _write_pairs(self, path: str) -> None:
        self.driver.write_pairs(self._plan().runs()[0], path)

    def _connect(self) -> None:
        driver = self.driver
        for signal, act in (
            (driver.groups_found, self._on_groups),
            (driver.times_found, self.views.comparison.form.learn_times),
            (driver.trained, self._on_trained),
            (driver.training_over, self._on_training_over),
            (driver.read, self._on_read),
            (driver.reading_begun, self._on_reading_begun),
            (driver.reading_failed, self._on_reading_failed),
            (driver.reading_over, self._on_reading_over),
            (driver.written, self._on_written),
            (driver.notice, self.notice),
            (driver.failed, self.report_failure),
            (self.training.stop_wanted, driver.trainer.request_stop),
            (self.reading.stop_wanted, driver.stop_reading),
            (self.export.said, lambda error: self.notice.emit(error, "info")),
            (self.export.failed, self.report_failure),
            (self.export.pairs_wanted, self._write_pairs),
            (self.views.comparison.start_wanted, self.compare),
            (self.views.reliability.damage_chosen, lambda _damage: self._ask(RELIABILITY, stays=True)),
            (self.views.reliability.pair_wanted, self._on_pair),
            (self.views.reliability.pair.notice, self.notice),
            (self.views.reliability.pair.failed, self.report_failure),
        ):
            signal.connect(act)
        for view, stage in self.views.stages.items():
            if view != COMPARISON:
                stage.wanted.connect(partial(self._on_button, view))

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for widget in self.views.widgets():
            self.stack.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(style.SPACE_S)
        head.addWidget(self.bar)
        head.addWidget(self.runs, 1)
        head.addWidget(self.export.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.reading)
        column.addWidget(self.training)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_active:
            self.export.draw_icon()


def _is_of(event: object, group: FusionGroup) -> bool:
    """Whether what was read is of this group, and of all its seeds."""
    return (getattr(event, "key", ""), getattr(event, "seeds", group.seeds)) == (group.key, group.seeds)
