"""One series as the student sees it: form, pictures, curve, table, and what the data support in two sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui.core.events.sweep import SweepKept, SweepStarted, SweepStep, SweepSummary
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.sweep_form import SweepForm
from tplab_gui.ui.widgets.sweep_plot import SweepPlot
from tplab_gui.ui.widgets.sweep_strip import SweepStrip
from tplab_gui.ui.widgets.sweep_table import SweepTable
from tplab_gui.ui.widgets.top_scores import percent


class SweepView(QWidget):
    """Shows what the job of a series yields; keeps the last one for export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.strip, self.plot, self.table = SweepForm(), SweepStrip(), SweepPlot(), SweepTable()
        self.kept: SweepKept | None = None
        self.series: Series | None = None
        self.subject: Subject | None = None
        self.heat = QCheckBox(self.tr("Heat"))
        self.heat.setChecked(True)
        self.heat.setToolTip(self.tr("Show where the network looked, over every picture."))
        self.heat.toggled.connect(self.strip.show_heat)
        self.sentence = QLabel()
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QLabel()
        style.set_role(self.details, "muted")
        for label in (self.sentence, self.details):
            label.setWordWrap(True)
        self.empty = QLabel(
            self.tr(
                "No series yet. “Brightness” and “Perspective” repeat tables 5 and 6 of the report with the picture "
                "above; or choose any transform and press Start."
            )
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        style.set_role(self.empty, "muted")
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.plot)
        halves.addWidget(self.table)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setSizes([560, 420])
        self.table.setMinimumWidth(330)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.strip)
        column.addWidget(halves, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.details)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.empty)
        self.stage.addWidget(filled)
        head = QHBoxLayout()
        head.addWidget(self.form, 1)
        head.addWidget(self.heat, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.SPACE_S)
        whole.addLayout(head)
        whole.addWidget(self.stage, 1)

    def begin(self, subject: Subject, series: Series) -> None:
        """Empty everything for a new series."""
        self.subject, self.series, self.kept = subject, series, None
        name = series.known.name
        self.strip.begin(name)
        self.plot.begin(name, series.steps)
        self.table.begin(name, series.steps)
        self.sentence.setText(self.tr("The network is being loaded…"))
        self.details.clear()
        self.stage.setCurrentIndex(1)

    def receive(self, event: object) -> None:
        """Show one event of the job."""
        match event:
            case SweepStarted():
                self.kept = SweepKept(event)
                self.sentence.setText(self.tr("The series is running…"))
                said = self.tr("Untouched: {target} {score} (pictures: {count}).")
                self.details.setText(
                    said.format(target=event.target, score=percent(event.original), count=len(event.pictures))
                )
            case SweepStep() if self.kept is not None:
                self.kept.steps.append(event)
                for part in (self.strip, self.plot, self.table):
                    part.add(event)
            case SweepSummary() if self.kept is not None:
                self.kept = SweepKept(self.kept.started, self.kept.steps, event)
                self.plot.finish(event)
                self._say(event)

    def end(self) -> None:
        """Say what there is when a series was stopped or failed before its summary."""
        if self.kept is None:
            self.stage.setCurrentIndex(0)
        elif self.kept.summary is None:
            said = self.tr("Stopped after {done} of {count} steps: zone and cliffs are not looked for.")
            count = self.series.steps if self.series else 0
            self.sentence.setText(said.format(done=len(self.kept.steps), count=count))

    def _say(self, summary: SweepSummary) -> None:
        self.sentence.setText(in_language(summary.sentence))
        parts = [in_language(summary.heat)]
        for each in summary.crossings:
            text = (
                self.tr("80 % is passed downwards between {low} and {high}.")
                if each.is_fall
                else self.tr("80 % is passed upwards between {low} and {high}.")
            )
            parts.append(text.format(low=f"{each.low:.4g}", high=f"{each.high:.4g}"))
        for cliff in summary.cliffs:
            text = self.tr("Cliff between {low} and {high}: from {before} to {after}.")
            parts.append(
                text.format(
                    low=f"{cliff.low:.4g}",
                    high=f"{cliff.high:.4g}",
                    before=percent(cliff.before),
                    after=percent(cliff.after),
                )
            )
        self.details.setText(" ".join(parts))
