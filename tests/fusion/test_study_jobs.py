"""The jobs of the Study page, as the window calls them."""

from tplab_gui import jobs
from tplab_gui.core.events.fusion_study import (
    ComparisonRead,
    FactorsRead,
    FusionDrawn,
    FusionGroups,
    PairEvidence,
    PairsWritten,
    ReliabilityRead,
    StrategyTrained,
)


def last(job):
    return list(job)[-1]


def test_that_a_comparison_in_a_process_of_its_own_finds_what_is_kept(study_plan, study_said, study_asked):
    said = list(jobs.fusion_compare(study_plan, study_asked.pairs))
    assert [event.was_kept for event in said if isinstance(event, StrategyTrained)] == [True] * 5
    assert isinstance(said[-1], ComparisonRead)
    assert said[-1].key == study_said[-1].key
    accuracies = [row.accuracy for row in said[-1].rows]
    assert accuracies == [row.accuracy for row in study_said[-1].rows]


def test_that_every_reading_job_ends_with_its_value(study_plan, study_asked, tmp_path):
    root, params = study_plan.run_root, study_plan.runs()[0]
    found = last(jobs.fusion_groups(root))
    assert isinstance(found, FusionGroups)
    assert isinstance(last(jobs.fusion_comparison(study_asked)), ComparisonRead)
    assert isinstance(last(jobs.fusion_reliability(study_asked)), ReliabilityRead)
    assert isinstance(last(jobs.fusion_pair(study_asked, 2)), PairEvidence)
    assert isinstance(last(jobs.fusion_figures(params)), FusionDrawn)
    assert isinstance(last(jobs.fusion_factors(root)), FactorsRead)
    written = last(jobs.write_fusion_pairs(params, str(tmp_path)))
    assert isinstance(written, PairsWritten)
    assert last(jobs.read_fusion_pairs(params, written.path)).counts == written.counts


def test_that_a_job_can_be_left_at_any_instant(study_asked):
    for make in (jobs.fusion_comparison, jobs.fusion_robustness, jobs.fusion_conflict):
        job = make(study_asked)
        next(job)
        job.close()
