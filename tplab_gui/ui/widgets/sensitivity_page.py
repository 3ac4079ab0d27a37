"""The page Sensitivity of the Heatmap tab: which changes of a picture a network bears, in numbers.

Four views over one choice of picture and one job at a time: series, ranking, map of two, study of three.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Progress
from tplab_gui.core.events.sweep import VideoSaved
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.drop_page import DropPage
from tplab_gui.ui.widgets.heatmap_bars import recolour
from tplab_gui.ui.widgets.print_formats import Sheet
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.sensitivity_export import (
    SensitivityExport,
    map_rows,
    ranking_rows,
    series_rows,
    study_rows,
)
from tplab_gui.ui.widgets.sensitivity_map import MapView
from tplab_gui.ui.widgets.sensitivity_ranking import RankingView
from tplab_gui.ui.widgets.sensitivity_sheets import map_sheet, ranking_sheet, series_sheet, study_sheet
from tplab_gui.ui.widgets.sensitivity_study import ThreePicturesView
from tplab_gui.ui.widgets.sensitivity_subject import SubjectBar
from tplab_gui.ui.widgets.sweep_view import SweepView
from tplab_gui.ui.widgets.tab import TabContext

VIDEO_STEPS = 120  # six seconds


class SensitivityPage(DropPage):
    """Runs one job at a time and hands its events to the view that asked for it.

    Parameters
    ----------
    asked, shown : callable
        The `WatchParams` and the picture of the page Look, at this instant.

    """

    def __init__(
        self,
        context: TabContext,
        asked: Callable[[], Any],
        shown: Callable[[], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.bar = SubjectBar(asked, shown, context.settings.last_folder)
        self.sweep, self.ranking, self.map, self.study = (
            SweepView(),
            RankingView(),
            MapView(),
            ThreePicturesView(),
        )
        self.views = (self.sweep, self.ranking, self.map, self.study)
        self._working: SweepView | RankingView | MapView | ThreePicturesView | None = None
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._on_events, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self.export = SensitivityExport(self, self)
        self.export.folder = context.settings.last_folder
        self._lay_out()
        self._connect()

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001  the window's word
        """Follow what is asked on the page Look."""
        if is_active:
            self.bar.refresh()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop what is running."""
        in_time = [self.runner.stop(timeout_ms), self.export.shut_down(timeout_ms)]
        self._poller.stop()
        return all(in_time)

    def look_at(self, source: str, where: str, name: str = "", pixels: object = None) -> None:
        """Take a dropped or pasted picture."""
        del name
        if pixels is not None:
            self.bar.take_pixels(pixels)
        elif source == "picture":
            self.bar.open_path(where)
        else:
            self.refuse(
                LabError(
                    "A video or an address cannot be changed step by step.",
                    hint="Open it on the page Look, freeze it, and choose “What the page Look shows” here.",
                )
            )

    def refuse(self, error: LabError) -> None:
        """Say that what was dropped or pasted is nothing to change."""
        self.notice.emit(error, "warning")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme: icons are painted in the text colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "export"):
            recolour(self)

    def stop(self) -> None:
        """Stop what is running; what was done stays."""
        self.runner.request_stop()

    def table(self) -> tuple[str, list[tuple[object, ...]]] | None:
        """Return stem and rows of what is shown, for export."""
        view = self.stage.currentWidget()
        if view is self.sweep and self.sweep.kept and self.sweep.kept.steps and self.sweep.series:
            rows = series_rows(self.sweep.kept, self.sweep.series.steps)
            return f"series-{self.sweep.kept.started.transform}", rows
        if view is self.ranking and self.ranking.summary:
            return "ranking", ranking_rows(self.ranking.summary)
        if view is self.map and self.map.started:
            return "map", map_rows(self.map.started, self.map.scores)
        if view is self.study and self.study.seen:
            return "three-pictures", study_rows(self.study.seen)
        return None

    def sheet(self) -> Sheet | None:
        """Return the figure of what is shown, for export."""
        view = self.stage.currentWidget()
        if view is self.sweep and self.sweep.kept and self.sweep.kept.steps and self.sweep.series:
            return series_sheet(self.sweep.kept, self.sweep.series.steps)
        if view is self.ranking and self.ranking.summary:
            return ranking_sheet(self.ranking.summary)
        if view is self.map and self.map.started and self.map.is_whole:
            return map_sheet(self.map.started, self.map.scores.copy())
        if view is self.study and self.study.seen:
            return study_sheet(self.study.seen, is_absolute=self.study.absolute.isChecked())
        return None

    def save_video(self, path: str) -> None:
        """Write the series that is shown as a video of six seconds."""
        if self.sweep.series is not None and self.sweep.subject is not None and not self.runner.is_running:
            self.context.settings.last_folder = self.export.folder = str(Path(path).parent)
            longer = replace(self.sweep.series, steps=VIDEO_STEPS)
            self._run(None, jobs.sweep_video, self.sweep.subject, longer, path)

    def run_series(self, series: Series, seed: int) -> None:
        """Run a series over the picture that is chosen."""
        subject = self.bar.subject(seed)
        self.sweep.begin(subject, series)
        self._run(self.sweep, jobs.sweep, subject, series)

    def _lay_out(self) -> None:
        self.names = SegmentedBar()
        for text, tip in (
            (self.tr("Series"), self.tr("One transform in growing strength: tables 5 and 6.")),
            (self.tr("Ranking"), self.tr("All transforms at the same distance from the picture.")),
            (self.tr("Map of two"), self.tr("Two transforms at once.")),
            (self.tr("Three pictures"), self.tr("One object, several, none: table 4.")),
        ):
            self.names.add(text, tip)
        self.names.setAccessibleName(self.tr("Views of the sensitivity"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(80)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setToolTip(self.tr("Stop; what was done stays (Esc)."))
        self.names.row.setStretch(self.names.row.count() - 1, 0)  # the bar of pictures takes the room
        self.names.row.insertSpacing(self.names.row.count() - 1, style.SPACE_M)
        self.names.row.insertWidget(self.names.row.count() - 1, self.bar, 1)
        for widget in (self.progress, self.stop_button):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.hide()
            self.names.row.addWidget(widget)
        self.names.row.addWidget(self.export.button)
        self.stage = QStackedWidget()
        for view in self.views:
            self.stage.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.names)
        column.addWidget(self.stage, 1)

    def _connect(self) -> None:
        self.names.chosen.connect(self._on_view)
        self.stop_button.clicked.connect(self.stop)
        self.sweep.form.wanted.connect(self.run_series)
        self.sweep.form.refused.connect(self.refuse)
        self.map.refused.connect(self.refuse)
        self.ranking.wanted.connect(self._rank)
        self.map.wanted.connect(self._map)
        self.study.wanted.connect(self._study)
        self.export.video_wanted.connect(self.save_video)
        self.export.said.connect(lambda error: self.notice.emit(error, "info"))
        self.export.failed.connect(lambda error: self.notice.emit(error, "error"))
        for keys, act in (
            ("Space", self._start_or_stop),
            ("Esc", self.stop),
            ("Ctrl+E", self.export.button.click),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_view(self, number: int) -> None:
        self.stage.setCurrentIndex(number)
        self.bar.setVisible(self.views[number] is not self.study)

    def _start_or_stop(self) -> None:
        if self.runner.is_running:
            self.stop()
        else:
            view = self.views[self.stage.currentIndex()]
            (view.form.start_button if isinstance(view, SweepView) else view.start_button).click()

    def _rank(self, measure: str, distance: float) -> None:
        self.ranking.begin()
        self._run(self.ranking, jobs.rank_transforms, self.bar.subject(), measure, distance)

    def _map(self, across: Series, down: Series) -> None:
        self.map.begin()
        self._run(self.map, jobs.map_transforms, self.bar.subject(), across, down)

    def _study(self, paths: tuple[str, ...]) -> None:
        self.study.begin()
        asked: Subject = replace(self.bar.subject(), pictures=paths, pixels=None)
        self._run(self.study, jobs.three_pictures, asked)

    def _run(self, view: Any, job: Callable[..., Iterator[object]], *arguments: Any) -> None:
        self.notice.emit(None, "")
        self._working = view
        self._set_running(is_running=True)
        self.progress.setRange(0, 0)
        self._poller.start()
        self.runner.start(job, *arguments)

    def _set_running(self, *, is_running: bool) -> None:
        self.progress.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        for view in self.views:
            (view.form if isinstance(view, SweepView) else view).set_running(is_running)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Progress(done=done, total=total):
                    self.progress.setRange(0, total)
                    self.progress.setValue(done)
                case Notice(error=error, kind=kind):
                    self.notice.emit(error, kind)
                case VideoSaved(path=path):
                    self.notice.emit(LabError("Saved as {path}.", path=path), "info")
                case _ if self._working is not None:
                    self._working.receive(event)
        if self._working is self.sweep:
            self.sweep.plot.refresh()

    def _on_finished(self) -> None:
        self._poller.stop()
        if self._working is not None:
            self._working.end()
        self._working = None
        self._set_running(is_running=False)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            raise error  # a bug: the crash dialog tells it
        self.notice.emit(error, "error")
