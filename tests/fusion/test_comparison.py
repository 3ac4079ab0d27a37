"""The comparison: every network once, kept and not trained again, rows that say what their networks say."""

from dataclasses import replace

import numpy as np
import pytest

from tests.fusion.conftest import PAIRS
from tests.paired_bench import drained
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.fusion_study import ComparisonRead, StrategyTrained, StudyStep
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.studies.strategies import FUSED, NAMES, SINGLE, TRAINED
from tplab_gui.fusion import study
from tplab_gui.fusion.comparison import compare, read_comparison
from tplab_gui.fusion.study_runs import benches, network_of
from tplab_gui.training import runs


@pytest.fixture(scope="module")
def read(study_said) -> ComparisonRead:
    return study_said[-1]


def test_that_every_network_is_trained_once_and_its_run_is_kept(study_said, study_plan):
    trained = [event for event in study_said if isinstance(event, StrategyTrained)]
    assert tuple(event.strategy for event in trained) == TRAINED
    for event in trained:
        run = runs.read_run(event.run_dir)
        assert run.state == "finished"
        assert run.config["setup"] == event.strategy
        assert run.best.test_accuracy == event.test_accuracy
    assert len(runs.list_runs(study_plan.run_root)[0]) == len(TRAINED)


def test_that_progress_counts_every_run(study_said):
    steps = [event for event in study_said if isinstance(event, StudyStep) and event.what == "training"]
    assert [event.strategy for event in steps] == list(TRAINED)
    assert {(event.epoch, event.epochs, event.total) for event in steps} == {(1, 1, 5)}
    assert [event.done for event in steps] == [0, 1, 2, 3, 4]


def test_that_a_second_comparison_trains_nothing_and_says_the_same(study_plan, study_said, read):
    again = list(compare(study_plan, PAIRS))
    assert not [e for e in again if isinstance(e, StudyStep) and e.what == "training"]
    assert all(event.was_kept for event in again if isinstance(event, StrategyTrained))
    rows = [replace(row, ms=0.0) for row in again[-1].rows]
    assert rows == [replace(row, ms=0.0) for row in read.rows]


def test_that_each_row_says_what_its_strategy_answers(study_asked, read):
    _, (bench,) = drained(benches(study_asked))
    image, sound = drained(study.halves(bench.networks, bench.test))
    said = study.answers(bench.networks, image, sound, bench.calibration)
    assert [row.strategy for row in read.rows] == list(NAMES)
    for row in read.rows:
        right = said.right(row.strategy, bench.labels)
        assert row.accuracy == pytest.approx(right.mean())
        assert row.errors == (~right).sum()
        assert row.accuracies == (pytest.approx(right.mean()),)
        assert 0 <= row.low <= row.accuracy <= row.high <= 1
        assert row.ms > 0
    assert read.pairs == PAIRS
    assert read.clips == len(set(bench.clips.tolist()))
    assert read.voices == len(set(bench.voices))


def test_that_the_gain_is_that_over_the_better_single_modality(read):
    single = read.row(read.best_single)
    assert single.accuracy == max(read.row(name).accuracy for name in SINGLE)
    assert (single.gain, single.verdict) == (0.0, "single")
    for name in FUSED:
        row = read.row(name)
        assert row.gain == pytest.approx(row.accuracy - single.accuracy)
        assert row.gain_low <= row.gain <= row.gain_high
        expected = "better" if row.gain_low > 0 else "worse" if row.gain_high < 0 else "open"
        assert row.verdict == expected
    best = read.row(read.best_fusion)
    assert read.error_ratio == pytest.approx((1 - best.accuracy) / (1 - single.accuracy))


def test_that_late_fusion_weighs_as_much_as_all_who_vote(read):
    weight = {row.strategy: row.parameters for row in read.rows}
    assert weight["late-weighted"] == weight["late-vote"] == weight["image"] + weight["audio"]
    assert weight["late-vote-three"] == weight["late-vote"] + weight["joint-attention"]


def test_that_the_slider_of_late_fusion_ends_in_each_modality_alone(read):
    assert read.weight_curve[0] == (0.0, pytest.approx(read.row("audio").accuracy))
    assert read.weight_curve[-1] == (1.0, pytest.approx(read.row("image").accuracy))
    assert len({share for share, _ in read.weight_curve}) == len(read.weight_curve)


def test_that_sentences_can_be_filled_in(read):
    assert all("{" not in sentence.text() for sentence in read.sentences)
    assert any("seeds" in sentence.text() for sentence in read.sentences)  # one seed tells nothing of scatter


def test_that_nothing_is_compared_before_all_five_networks_are_there(tmp_path):
    with pytest.raises(LabError, match="five networks"):
        list(read_comparison(FusionAsked(str(tmp_path))))


def test_that_a_comparison_stopped_half_way_goes_on_where_it_stood(tmp_path):
    settings = {"epochs": 2, "limit": 40, "threads": 1}
    plan = FusionPlan(str(tmp_path), (3,), settings=settings)
    first = compare(plan, 30)
    for event in first:
        if isinstance(event, StudyStep) and event.strategy == "audio" and event.epoch == 1:
            break
    first.close()
    said = list(compare(plan, 30))
    trained = [event for event in said if isinstance(event, StrategyTrained)]
    assert [event.was_kept for event in trained] == [True, False, False, False, False]
    steps = [(e.strategy, e.epoch) for e in said if isinstance(e, StudyStep) and e.what == "training"]
    assert ("audio", 1) not in steps  # its first epoch was kept
    assert ("audio", 2) in steps
    assert isinstance(said[-1], ComparisonRead)
    assert len(runs.list_runs(tmp_path)[0]) == len(TRAINED)


def test_that_a_run_that_diverges_is_named_and_its_seed_left_out(tmp_path):
    settings = {"epochs": 1, "limit": 40, "threads": 1, "lr": 1e7, "batch_size": 2}
    said = list(compare(FusionPlan(str(tmp_path), (1,), settings=settings), 30))
    lost = {each.config["setup"] for each in runs.list_runs(tmp_path)[0] if each.state == "diverged"}
    assert lost, "a rate of 10,000,000 did not diverge"
    named = {str(event.error.values.get("name")) for event in said if isinstance(event, Notice)}
    assert lost <= named
    assert not [event for event in said if isinstance(event, ComparisonRead)]


def test_that_the_networks_read_are_those_of_the_runs(study_plan, study_said):
    from tplab_gui.training.mistakes import best_network

    for run in runs.list_runs(study_plan.run_root)[0]:
        one, other = network_of(run).state_dict(), best_network(run).state_dict()
        assert one.keys() == other.keys()
        for name, values in one.items():
            np.testing.assert_array_equal(values.numpy(), other[name].numpy())
