"""Kept runs found again: which belong together, which seeds are complete, data that must not have changed."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.paired_bench import drained
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.studies.strategies import TRAINED
from tplab_gui.data.pairs import Pairs
from tplab_gui.fusion.study_runs import benches, key_of, list_groups, some


@pytest.fixture
def copied(study_plan, study_said, tmp_path) -> Path:
    """Return a copy of the kept runs that a test may damage."""
    root = tmp_path / "runs"
    shutil.copytree(study_plan.run_root, root)
    return root


def run_of(root: Path, setup: str) -> Path:
    return next(root.glob(f"fusion-{setup}-1-*"))


def test_that_network_seed_and_voices_make_no_other_group_but_settings_do():
    one = FusionPlan("", (1, 2)).runs()
    assert len({key_of(params) for params in one}) == 1
    assert {params.split_seed for params in one} == {1, 2}
    assert key_of(replace(one[0], augment="none")) != key_of(one[0])
    assert key_of(replace(one[0], threads=7, device="cpu")) == key_of(one[0])


def test_that_a_plan_holds_the_same_voices_back_when_asked_to():
    plan = FusionPlan("", (4, 5), new_voices=False)
    assert {params.split_seed for params in plan.runs()} == {1}
    assert [params.setup for params in plan.runs()] == [*TRAINED, *TRAINED]


def test_that_a_complete_seed_is_found_with_what_it_learnt_with(study_plan, study_said):
    (group,) = list_groups(study_plan.run_root).groups
    assert (group.seeds, group.unfinished) == ((1,), ())
    assert (group.data, group.sounds) == ("builtin", "builtin")
    assert group.factors["epochs"] == 1
    assert group.key == key_of(study_plan.runs()[0])


def test_that_a_seed_without_one_of_its_networks_is_unfinished(copied):
    shutil.rmtree(run_of(copied, "early"))
    (group,) = list_groups(str(copied)).groups
    assert (group.seeds, group.unfinished) == ((), (1,))
    with pytest.raises(MissingError, match="five networks"):
        drained(benches(FusionAsked(str(copied))))


def test_that_a_run_that_did_not_finish_does_not_count(copied):
    log = run_of(copied, "audio") / "events.jsonl"
    lines = log.read_text(encoding="utf-8").splitlines()
    log.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    (group,) = list_groups(str(copied)).groups
    assert group.unfinished == (1,)


def test_that_changed_data_is_refused(copied):
    for setup in TRAINED:
        config = run_of(copied, setup) / "config.json"
        told = json.loads(config.read_text(encoding="utf-8"))
        told["data"]["sha256"] = "0" * 64
        config.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(LabError, match="has changed"):
        drained(benches(FusionAsked(str(copied))))


def test_that_damaged_weights_are_named(copied):
    path = run_of(copied, "image") / "best.safetensors"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(LabError, match="damaged"):
        drained(benches(FusionAsked(str(copied))))


def test_that_the_voices_tested_were_never_learnt(study_asked):
    _, (bench,) = drained(benches(study_asked))
    learnt = {bench.divided.clips[clip].speaker for clip in bench.divided.parts["train"].clips}
    assert not learnt & set(bench.voices)
    assert len(bench.labels) == study_asked.pairs


def test_that_another_request_makes_other_benches_and_the_same_one_keeps_them(study_asked):
    _, kept = drained(benches(study_asked))
    assert drained(benches(study_asked))[1] is kept
    assert len(drained(benches(replace(study_asked, pairs=20)))[1][0].labels) == 20


def test_that_the_pairs_asked_are_always_the_same_and_all_for_0():
    pairs = Pairs(np.arange(50), np.arange(50) % 7, np.arange(50) % 10)
    assert some(pairs, 20).pictures.tolist() == some(pairs, 20).pictures.tolist()
    assert len(some(pairs, 20)) == 20
    assert some(pairs, 0).pictures.tolist() == list(range(50))
