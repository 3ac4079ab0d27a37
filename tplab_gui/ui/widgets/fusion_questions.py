"""Which job answers for each view of the study, and what it is asked."""

from dataclasses import replace
from typing import Any

from tplab_gui import jobs
from tplab_gui.core.events.fusion_study import Disturbance, FusionGroup
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.params import TrainParams
from tplab_gui.ui.widgets.fusion_views import COMPARISON, CONFLICT, FIGURES, HELPED, RELIABILITY, ROBUSTNESS

ON_RUNS = {ROBUSTNESS, RELIABILITY, CONFLICT}  # these need a seed with all five networks


def question(view: str, asked: FusionAsked, params: TrainParams, damage: Disturbance) -> tuple[Any, ...]:
    """Return the job of a view and its arguments."""
    questions: dict[str, tuple[Any, ...]] = {
        COMPARISON: (jobs.fusion_comparison, asked),
        ROBUSTNESS: (jobs.fusion_robustness, asked),
        RELIABILITY: (jobs.fusion_reliability, asked, damage),
        CONFLICT: (jobs.fusion_conflict, asked),
        FIGURES: (jobs.fusion_figures, params),
        HELPED: (jobs.fusion_factors, asked.run_root),
    }
    return questions[view]


def params_of(group: FusionGroup | None, plan: FusionPlan) -> TrainParams:
    """Return the parameters of a group of kept runs, else of the first run that a plan would make."""
    if group is None or not group.factors:
        return plan.runs()[0]
    return replace(plan.runs()[0], setup="joint-attention", **group.factors)  # type: ignore[arg-type]  # its own fields
