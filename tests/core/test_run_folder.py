"""Names, trash and commands of run folders."""

import json
import os
import shlex
import time

import pytest

from tplab_gui import cli
from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.core.params import TrainParams


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "runs" / "mnist-loss-base-1"
    folder.mkdir(parents=True)
    (folder / "metrics.csv").write_text("numbers")
    return folder


def test_that_a_name_is_kept_and_can_be_taken_away(folder):
    assert run_folder.name_of(folder) == ""
    assert run_folder.rename(folder, "  the  good\none ") == "the good one"
    assert run_folder.name_of(folder) == "the good one"
    run_folder.rename(folder, "")
    assert run_folder.name_of(folder) == ""


@pytest.mark.parametrize("note", ["", "[]", '{"name": 3}', '{"name"', "null"])
def test_that_a_damaged_note_is_no_name_and_no_error(folder, note):
    (folder / "note.json").write_text(note)
    assert run_folder.name_of(folder) == ""


def test_that_a_name_does_not_make_a_folder_that_was_deleted_come_back(tmp_path):
    with pytest.raises(LabError, match="not there any more"):
        run_folder.rename(tmp_path / "gone", "x")
    assert not (tmp_path / "gone").exists()


def test_that_a_deleted_run_comes_back_whole(folder):
    trashed = run_folder.discard(folder)
    assert not folder.exists()
    run_folder.restore(trashed, folder)
    assert (folder / "metrics.csv").read_text() == "numbers"
    assert list((folder.parent / ".trash").iterdir()) == []


def test_that_two_deleted_runs_of_one_name_both_stay(folder):
    first = run_folder.discard(folder)
    folder.mkdir()
    second = run_folder.discard(folder)
    assert first != second
    assert (first / "metrics.csv").exists()


def test_that_a_run_never_replaces_another_one_when_it_comes_back(folder):
    trashed = run_folder.discard(folder)
    folder.mkdir()
    with pytest.raises(LabError, match="there is another one"):
        run_folder.restore(trashed, folder)
    assert trashed.exists()


def test_that_only_what_was_in_the_trash_for_a_week_goes(folder):
    young = run_folder.discard(folder)
    folder.mkdir()
    old = run_folder.discard(folder)
    eight_days_ago = time.time() - 8 * 24 * 3600
    os.utime(old, (eight_days_ago, eight_days_ago))
    assert run_folder.empty_trash(folder.parent) == 1
    assert young.exists()
    assert not old.exists()


def test_that_an_old_run_is_not_old_in_the_trash(folder):
    os.utime(folder, (0, 0))
    trashed = run_folder.discard(folder)
    assert run_folder.empty_trash(folder.parent) == 0
    assert trashed.exists()


def test_that_no_trash_is_no_work(tmp_path):
    assert run_folder.empty_trash(tmp_path / "nowhere") == 0


def write_config(folder, **params):
    kept = {**vars(TrainParams("")), **params}
    kept.pop("run_root")
    config = {"experiment": "mnist-loss", "params": kept, "threads": 2}
    (folder / "config.json").write_text(json.dumps(config))


def test_that_the_command_is_understood_and_says_what_the_run_was(tmp_path):
    folder = tmp_path / "my runs" / "r"
    folder.mkdir(parents=True)
    write_config(folder, setup="swapped", data="builtin", epochs=3, seed=9, lr=0.05, batch_size=17, limit=60)
    line, beyond = run_folder.command(folder)
    words = shlex.split(line)
    assert words[:2] == ["tplab", "train"]
    assert beyond == ()
    said = cli.parse(words[1:])
    assert (said.setup, said.data, said.epochs, said.seed) == ("swapped", "builtin", 3, 9)
    assert (said.lr, said.batch_size, said.limit, said.threads) == (0.05, 17, 60, 2)
    assert said.out == folder.parent


def test_that_what_differs_from_the_defaults_is_in_the_command(folder):
    write_config(folder, gamma=0.9, shuffle=False)
    line, beyond = run_folder.command(folder)
    said = cli.parse(shlex.split(line)[1:])
    assert (said.gamma, said.shuffle, beyond) == (0.9, False, ())


def rows_of(folder, rates):
    lines = [f"{epoch},{rate}" for epoch, rate in enumerate(rates, 1)]
    (folder / "metrics.csv").write_text("\n".join(["epoch,lr", *lines]) + "\n")


def test_that_a_learning_rate_changed_on_the_way_is_told_since_no_command_can_say_it(folder):
    write_config(folder, lr=1.0, gamma=0.7, epochs=3)
    rows_of(folder, (1.0, 0.7, 0.7 * 0.7))
    assert run_folder.command(folder)[1] == ()
    rows_of(folder, (1.0, 0.35, 0.35 * 0.7))
    assert run_folder.command(folder)[1] == ("lr 0.35 (epoch 2)",)


def test_that_a_run_that_went_on_beyond_its_plan_is_repeated_to_its_end(folder):
    write_config(folder, lr=1.0, gamma=1.0, epochs=2)
    rows_of(folder, (1.0, 1.0, 1.0, 1.0))
    assert cli.parse(shlex.split(run_folder.command(folder)[0])[1:]).epochs == 4


def test_that_a_run_without_a_config_has_no_command(folder):
    with pytest.raises(LabError, match=r"config\.json"):
        run_folder.command(folder)
