"""Runs on disk, read as the window reads them."""

import gc
import shutil
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.synthetic import curve, falling, u_shaped
from tplab_gui.core.errors import LabError
from tplab_gui.core.params import SETUPS
from tplab_gui.training import reading, runs
from tplab_gui.training.reading import read_curves


@pytest.fixture
def one_run(tiny, train):
    return Path(train(tiny)[-1].run_dir)


def copied(run, curve):
    """Make a run directory with the losses of `curve` and the conditions of `run`."""
    folder = run.parent / f"{curve.setup}-{curve.seed}"
    shutil.copytree(run, folder)
    config = (run / runs.CONFIG).read_text().replace('"setup": "base"', f'"setup": "{curve.setup}"')
    (folder / runs.CONFIG).write_text(config.replace('"seed": 1', f'"seed": {curve.seed}'))
    ends = [replace(end, setup=curve.setup) for end in curve.epochs]
    (folder / runs.METRICS).write_text(runs.as_csv(ends))
    return str(folder)


def four(run):
    return [
        copied(run, curve(falling(12, floor), setup=s, seed=5))
        for s, floor in zip(SETUPS, (1, 2, 3, 4), strict=True)
    ]


def test_that_a_real_run_is_read_with_its_findings(one_run):
    said = read_curves(str(one_run), [])
    assert [finding.kind for finding in said.findings] == [
        "overfitting",
        "plateau",
        "first-drop",
        "gap",
        "divergence",
    ]
    assert said.seeds == 1
    assert said.table.missing == SETUPS[1:]
    assert said.headline in said.findings


def test_that_the_four_setups_of_one_study_fill_the_table(one_run):
    folders = four(one_run)
    said = read_curves(folders[0], folders)
    assert said.table.missing == ()
    assert [said.table.rows[-1].losses[s] for s in SETUPS] == pytest.approx([1, 2, 3, 4], abs=0.01)
    assert {len(claim.runs) for claim in said.claims} == {1, 2, 4}


def test_that_runs_with_other_parameters_are_not_compared(one_run, tiny, train):
    other = train(replace(tiny, setup="swapped", batch_size=16))[-1].run_dir
    assert "swapped" in read_curves(str(one_run), [other]).table.missing
    same = train(replace(tiny, setup="swapped"))[-1].run_dir
    assert "swapped" not in read_curves(str(one_run), [other, same]).table.missing


def test_that_of_two_runs_with_the_same_setup_and_seed_the_last_counts(one_run):
    folders = four(one_run)
    again = Path(folders[1]).rename(one_run.parent / "earlier")
    later = copied(one_run, curve(falling(12, 9), setup="swapped", seed=5))
    said = read_curves(folders[0], [folders[0], str(again), later, *folders[2:]])
    assert said.table.rows[-1].losses["swapped"] == pytest.approx(9, abs=0.01)


def test_that_three_seeds_are_read_together(one_run):
    folders = [copied(one_run, curve(u_shaped(9, 4), seed=seed)) for seed in (11, 12, 13)]
    said = read_curves(folders[0], folders)
    assert said.seeds == 3
    assert said.headline.kind == "overfitting"


def test_that_a_run_that_goes_on_is_read_again_when_it_grew(one_run):
    before = read_curves(str(one_run), [])
    ends = runs.read_run(one_run).epochs
    (one_run / runs.METRICS).write_text(runs.as_csv([replace(end, test_loss=9.0) for end in ends]))
    after = read_curves(str(one_run), [])
    assert after.findings != before.findings


def test_that_a_run_that_goes_on_is_kept_once_however_often_it_was_read(one_run):
    curves = []
    for loss in (3.0, 2.0, 1.0):
        ends = runs.read_run(one_run).epochs
        (one_run / runs.METRICS).write_text(runs.as_csv([replace(end, test_loss=loss) for end in ends]))
        read_curves(str(one_run), [])
        curves.append(weakref.ref(reading._read[str(one_run)][1]))
    gc.collect()
    assert [each() is None for each in curves] == [True, True, False]


def test_that_a_companion_that_was_deleted_is_left_out_and_the_run_itself_must_be_there(one_run):
    assert read_curves(str(one_run), [str(one_run.parent / "gone")]).findings
    with pytest.raises(LabError, match="no training run"):
        read_curves(str(one_run.parent / "gone"), [])
