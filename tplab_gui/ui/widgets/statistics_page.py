"""The page Statistics: what a set of sounds is like, in plots, in a table, and in one sentence about the report."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.sets import StatisticsRead
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.outlier_table import OutlierTable, SummaryTable
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.sound_set_bar import SoundSetBar
from tplab_gui.ui.widgets.statistics_plots import StatisticsPlots
from tplab_gui.ui.widgets.tab import TabContext


class StatisticsPage(DataPage):
    """Measures a set when the page is shown, once; plots and tables follow the choice of measure and group."""

    clip_wanted = Signal(str, object)  # source of the set, path of the clip

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.read: StatisticsRead | None = None
        self._is_active = False
        self._source = ""  # what was measured or is being measured
        self._runner, self._writer = Runner(self), Runner(self)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)
        for runner in (self._runner, self._writer):
            runner.failed.connect(self.report_failure)
        self._runner.finished.connect(self._on_over)
        self._writer.finished.connect(self._on_written)
        self.bar = SoundSetBar(self.tr("The set of sounds that is measured"))
        self.bar.set_chosen.connect(self._on_set_chosen)
        self.bar.stop_wanted.connect(self._runner.request_stop)
        self.measures = QComboBox()
        self.measures.setAccessibleName(self.tr("Measure"))
        for name, (title, tip) in self._measures().items():
            self.measures.addItem(title, name)
            self.measures.setItemData(self.measures.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.groupings = QComboBox()
        self.groupings.setAccessibleName(self.tr("Groups"))
        self.groupings.addItem(self.tr("by digit"), "digit")
        self.groupings.addItem(self.tr("by speaker"), "speaker")
        for choice in (self.measures, self.groupings):
            choice.currentIndexChanged.connect(self._show)
        self.export_button = QPushButton(self.tr("Export CSV…"))
        self.export_button.setToolTip(
            self.tr("Write every clip, and the summary of each group, as two CSV files")
        )
        self.export_button.setEnabled(False)
        self.export_button.clicked.connect(self._on_export)
        for place, widget in enumerate((self.measures, self.groupings, self.export_button)):
            self.bar.row.insertWidget(1 + place, widget)
        self.plots = StatisticsPlots()
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        style.set_role(self.empty, "muted")
        self.stage = QStackedWidget()
        self.stage.addWidget(self.empty)
        self.stage.addWidget(self.plots)
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.stage)
        halves.addWidget(self._build_tables())
        halves.setStretchFactor(0, 1)
        halves.setSizes([720, 330])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.bar)
        column.addWidget(halves, 1)
        column.addWidget(self.remark)

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Measure when the page is shown and the set is another one."""
        self._is_active = is_active
        if is_active:
            self._measure(self.bar.source())

    def look_again(self) -> None:
        """Offer the sets that there are now."""
        self.bar.sets.choose(self.bar.source())

    def show_set(self, chosen: Any) -> None:
        """Follow the first page where it shows sounds."""
        if chosen is not None and chosen.kind == "sounds" and chosen.found:
            self.bar.sets.choose(chosen.source)
            if self._is_active:
                self._measure(chosen.source)

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop measuring."""
        self._is_active = False  # else the end of one measurement would begin the next
        self._poller.stop()
        return all([self._runner.stop(timeout_ms), self._writer.stop(timeout_ms)])

    def _measures(self) -> dict[str, tuple[str, str]]:
        return {
            "duration": (self.tr("Length (s)"), self.tr("How long the clip is")),
            "peak": (self.tr("Peak level (dBFS)"), self.tr("The loudest sample; 0 dBFS is full scale")),
            "rms": (
                self.tr("RMS level (dBFS)"),
                self.tr("The root mean square of all samples: how loud it sounds"),
            ),
            "clipped": (
                self.tr("Clipped (samples)"),
                self.tr("Samples at full scale, three and more in a row: there the wave was cut off"),
            ),
            "silence": (
                self.tr("Silence (share)"),
                self.tr("Share of the 10 ms frames that are 40 dB below the loudest frame of the clip"),
            ),
        }

    def _build_tables(self) -> QWidget:
        self.outliers, self.summaries = OutlierTable(), SummaryTable()
        self.outliers.wanted.connect(lambda path: self.clip_wanted.emit(self._source, path))
        self.tables = SegmentedBar()
        self.tables.add(self.tr("Stands out"), self.tr("Clips far from the others, clipped or unreadable"))
        self.tables.add(self.tr("Summary"), self.tr("Each group in numbers"))
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        style.set_role(self.facts, "muted")
        stack = QStackedWidget()
        stack.addWidget(self.outliers)
        stack.addWidget(self.summaries)
        self.tables.chosen.connect(stack.setCurrentIndex)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(style.SPACE_S, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.tables)
        column.addWidget(stack, 1)
        column.addWidget(self.facts)
        return whole

    def _on_set_chosen(self, source: str) -> None:
        self._measure(source)

    def _measure(self, source: str) -> None:
        if self._runner.is_running and source != self._source:
            self._runner.request_stop()  # `_on_over` begins anew
        elif not self._runner.is_running and (source != self._source or self.read is None):
            self._source, self.read = source, None
            self._clear(self.tr("Measuring the clips…"))
            self.notice.emit(None, "")
            self.bar.show_progress(0, 0)
            self._poller.start()
            self._runner.start(jobs.survey, source)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Progress(done=done, total=total) if (
                    self._runner.is_running
                ):  # the last may come after the end
                    text = f"{done} / {total}"
                    self.bar.show_progress(done, total, text)
                case StatisticsRead() if event.source == self._source:
                    self.read = event
                    self._show()

    def _on_over(self) -> None:
        self._poller.stop()
        self.bar.show_idle()
        if self.read is None:
            self.empty.setText(self.tr("Nothing was measured. Choose a set to measure it."))
        if self._is_active and self.bar.source() != self._source:
            self._measure(self.bar.source())

    def _show(self) -> None:
        read = self.read
        if read is None:
            return
        measure, grouping = self.measures.currentData(), self.groupings.currentData()
        self.measures.setToolTip(self._measures()[measure][1])
        group_name = self.tr("Digit") if grouping == "digit" else self.tr("Speaker")
        summaries = read.summaries[measure, grouping]
        self.plots.show_measure(self.measures.currentText(), read.values[measure], group_name, summaries)
        decimals = 2 if measure in ("duration", "silence") else 1
        self.summaries.show_summaries(read.summaries[measure, ""][0], summaries, decimals)
        self.outliers.show_outliers(read.outliers)
        self.remark.setText(in_language(read.remark))
        rates = ", ".join(
            self.tr("{count} at {rate} Hz").format(count=count, rate=rate)
            for rate, count in read.rates.items()
        )
        facts = [self.tr("{count} clips: {rates}.").format(count=len(read.paths), rates=rates)]
        if read.misnamed:
            facts.append(
                self.tr("{count} sounds are not named digit_speaker_index and are left out: {first}").format(
                    count=read.misnamed, first=", ".join(read.first_misnamed)
                )
            )
        self.facts.setText(" ".join(facts))
        self.export_button.setEnabled(not self._writer.is_running)
        self.stage.setCurrentWidget(self.plots)

    def _clear(self, text: str) -> None:
        self.empty.setText(text)
        self.stage.setCurrentWidget(self.empty)
        self.outliers.show_outliers(())
        self.summaries.setRowCount(0)
        self.remark.clear()
        self.facts.clear()
        self.export_button.setEnabled(False)

    def _on_export(self) -> None:
        start = str(Path(self.context.settings.last_folder) / "statistics.csv")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the statistics"), start, "CSV (*.csv)")
        if path:
            self.export(path)

    def _on_written(self) -> None:
        self.export_button.setEnabled(self.read is not None)

    def export(self, path: str) -> None:
        """Write the statistics on show to `path`."""
        self.context.settings.last_folder = str(Path(path).parent)
        self.export_button.setEnabled(False)
        self._writer.start(jobs.export_statistics, self.read, path)
