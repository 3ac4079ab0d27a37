"""The six views of the study: what each is called, what it would show, and what of it can be saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tplab_gui.core.events.fusion_study import (
    ComparisonRead,
    ConflictRead,
    FactorsRead,
    FusionDrawn,
    ReliabilityRead,
    RobustnessRead,
)
from tplab_gui.ui.widgets import fusion_paper as paper
from tplab_gui.ui.widgets import fusion_tables as tables
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.fusion_comparison_view import FusionComparisonView
from tplab_gui.ui.widgets.fusion_conflict_view import FusionConflictView
from tplab_gui.ui.widgets.fusion_diagram_view import FusionDiagramView
from tplab_gui.ui.widgets.fusion_factors_view import FusionFactorsView
from tplab_gui.ui.widgets.fusion_reliability_view import FusionReliabilityView
from tplab_gui.ui.widgets.fusion_robustness_view import FusionRobustnessView
from tplab_gui.ui.widgets.fusion_stage import FusionStage
from tplab_gui.ui.widgets.print_formats import Sheet

COMPARISON, ROBUSTNESS, RELIABILITY = "comparison", "robustness", "reliability"
CONFLICT, FIGURES, HELPED = "conflict", "figures", "helped"

READS = (ComparisonRead, RobustnessRead, ReliabilityRead, ConflictRead, FusionDrawn, FactorsRead)
Export = tuple[str, Callable[[], Sheet] | None, Callable[[], str] | None]


class FusionViews(QObject):
    """Each view on a stage of its own; the comparison brings its stage with it."""

    def __init__(self) -> None:
        super().__init__()
        self.comparison = FusionComparisonView()
        self.robustness, self.reliability = FusionRobustnessView(), FusionReliabilityView()
        self.conflict, self.figures, self.helped = (
            FusionConflictView(),
            FusionDiagramView(),
            FusionFactorsView(),
        )
        names = self.names()
        self.stages: dict[str, FusionStage] = {COMPARISON: self.comparison.stage}
        for key, view in (
            (ROBUSTNESS, self.robustness),
            (RELIABILITY, self.reliability),
            (CONFLICT, self.conflict),
            (FIGURES, self.figures),
            (HELPED, self.helped),
        ):
            self.stages[key] = FusionStage(view, names[key][0])
            self.stages[key].say(self.explanation(key))

    def names(self) -> dict[str, tuple[str, str]]:
        """Return the name of each view and its tool tip, in their order."""
        return {
            COMPARISON: (self.tr("Comparison"), self.tr("Every strategy on the same pairs, with intervals")),
            ROBUSTNESS: (self.tr("Robustness"), self.tr("What is still known as image and sound are spoilt")),
            RELIABILITY: (
                self.tr("Reliability"),
                self.tr("Each pair: which of both was right, and how sure"),
            ),
            CONFLICT: (self.tr("Conflict"), self.tr("Draw 3, say 7: who wins?")),
            FIGURES: (self.tr("Figures 10, 11"), self.tr("The networks drawn, with their shapes")),
            HELPED: (self.tr("What helped"), self.tr("Settings that were changed alone, and what that did")),
        }

    def explanation(self, view: str) -> str:
        """Return what a view shows when there is something to be seen."""
        return {
            COMPARISON: "",
            ROBUSTNESS: self.tr(
                "How right every strategy still is as the image gets noise or a blank square and the sound drowns in "
                "noise: curves, a map of both, two sliders that move all bars. It asks the networks of a comparison."
            ),
            RELIABILITY: self.tr(
                "Every test pair by how sure image and sound are, and who is right: cases where one modality is more "
                "reliable than the other. Click a pair to see the digit, hear the sound and see what decided. It "
                "asks the networks of a comparison."
            ),
            CONFLICT: self.tr(
                "Draw 3, say 7: whom does each strategy follow? A hundred meetings of two digits, for every strategy. "
                "It asks the networks of a comparison."
            ),
            FIGURES: self.tr("Figures 10 and 11 of the report, drawn from the real networks."),
            HELPED: self.tr("Kept runs that differ in one setting only, compared in pairs."),
        }[view]

    def widgets(self) -> tuple[QWidget, ...]:
        """Return what is shown for each view, in their order."""
        others = [stage for key, stage in self.stages.items() if key != COMPARISON]
        return (self.comparison, *others)

    def show_read(self, view: str, event: Any) -> None:
        """Show what was read for a view."""
        show: dict[str, Callable[[Any], None]] = {
            COMPARISON: self.comparison.show_read,
            ROBUSTNESS: self.robustness.show_read,
            RELIABILITY: self.reliability.show_read,
            CONFLICT: self.conflict.show_read,
            FIGURES: self.figures.show_drawn,
            HELPED: self.helped.show_read,
        }
        show[view](event)
        if isinstance(event, FactorsRead) and not event.rows:
            words = [in_language(each) for each in event.sentences]
            self.stages[view].say("\n".join([*words, self.helped.about.text()]))
        else:
            self.stages[view].open()

    def exports(self, view: str) -> Export:
        """Return the name of the file, what makes the figure and what makes the table of a view."""
        compared, robust, seen = self.comparison.read, self.robustness, self.reliability
        found: dict[str, Export] = {}
        if compared is not None:
            found[COMPARISON] = (
                "fusion-comparison",
                lambda: paper.comparison_sheet(compared, self.comparison.table),
                lambda: tables.comparison_csv(compared),
            )
        if robust.read is not None:
            measured = robust.read
            found[ROBUSTNESS] = (
                "fusion-robustness",
                self._robustness_sheet,
                lambda: tables.robustness_csv(measured),
            )
        if seen.read is not None:
            pairs = seen.read
            found[RELIABILITY] = (
                "fusion-reliability",
                lambda: paper.reliability_sheet(seen.scatter, pairs),
                lambda: tables.reliability_csv(pairs),
            )
        if self.conflict.read is not None:
            conflict = self.conflict.read
            found[CONFLICT] = (
                "fusion-conflict",
                lambda: paper.conflict_sheet(self.conflict.matrix, self.conflict.overall),
                lambda: tables.conflict_csv(conflict),
            )
        if self.figures.drawn is not None:
            found[FIGURES] = (
                self.figures.name(),
                lambda: paper.diagram_sheet(self.figures.canvas, self.figures.name()),
                lambda: tables.diagrams_csv(self.figures.canvas.diagrams),
            )
        if self.helped.read is not None:
            helped = self.helped.read
            found[HELPED] = ("fusion-what-helped", None, lambda: tables.factors_csv(helped))
        return found.get(view, ("study", None, None))

    def _robustness_sheet(self) -> Sheet:
        seen = self.robustness.seen()
        if seen is not None and self.robustness.views.buttons[0].isChecked():
            return paper.curves_sheet(seen, self.robustness.place())
        return paper.map_sheet(self.robustness.map)
