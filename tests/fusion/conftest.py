"""Kept runs of a whole little study, trained once: one seed, few pairs, one epoch."""

import pytest

from tplab_gui.core.events.fusion_study import ComparisonRead, StrategyTrained, StudyStep
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.fusion.comparison import compare

PAIRS = 90


@pytest.fixture(scope="session")
def study_plan(tmp_path_factory):
    root = tmp_path_factory.mktemp("study")
    return FusionPlan(str(root), (1,), settings={"epochs": 1, "limit": 120, "threads": 1})


@pytest.fixture(scope="session")
def study_said(study_plan):
    """Return what the whole comparison said; its runs lie under `study_plan.run_root`."""
    kinds = (StudyStep, StrategyTrained, ComparisonRead)
    return [event for event in compare(study_plan, PAIRS) if isinstance(event, kinds)]


@pytest.fixture(scope="session")
def study_asked(study_plan, study_said):
    return FusionAsked(study_plan.run_root, "", PAIRS)
