"""`tplab train --tensorboard`: the curves are there while the run goes on, and never in its way."""

import sys

import pytest

from tests.training.test_event_files import points, the_file
from tplab_gui import cli
from tplab_gui.cli.output import Output
from tplab_gui.training.runs import list_runs


def tplab(out, *more):
    options = "train --experiment mnist-loss --limit 96 --batch-size 32 --threads 1 --device cpu --json"
    return cli.run(cli.parse([*options.split(), "--out", str(out), *map(str, more)]))


def test_that_curves_are_written_beside_a_run_that_stays_the_same(tmp_path, capsys):
    assert tplab(tmp_path / "plain", "--epochs", "1") == 0
    assert tplab(tmp_path / "followed", "--epochs", "1", "--tensorboard", tmp_path / "tb") == 0
    plain, followed = (list_runs(tmp_path / name)[0][0] for name in ("plain", "followed"))
    assert plain.epochs[0].test_loss == followed.epochs[0].test_loss
    file = the_file(tmp_path / "tb")
    assert file.parent.name == followed.folder.name
    assert points(file, "epoch/test_loss") == [(1, pytest.approx(followed.epochs[0].test_loss, rel=1e-6))]
    assert [step for step, _ in points(file, "batch/loss")] == [1, 2, 3]


def test_that_a_run_cut_short_and_continued_has_every_step_once(tmp_path, capsys, monkeypatch):
    print_line = Output.line

    def interrupted(self, values, text):
        print_line(self, values, text)
        if values.get("epoch") == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(Output, "line", interrupted)
    assert tplab(tmp_path, "--epochs", "2", "--tensorboard", tmp_path / "tb") == 130
    assert [step for step, _ in points(the_file(tmp_path / "tb"), "batch/loss")] == [1, 2, 3]
    monkeypatch.undo()
    assert tplab(tmp_path, "--epochs", "2", "--tensorboard", tmp_path / "tb", "--resume") == 0
    assert [step for step, _ in points(the_file(tmp_path / "tb"), "batch/loss")] == [1, 2, 3, 4, 5, 6]


def test_that_curves_that_cannot_be_written_do_not_stop_the_run(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert tplab(tmp_path / "runs", "--epochs", "1", "--tensorboard", tmp_path / "file") == 1
    assert "could not be written" in capsys.readouterr().err.splitlines()[-1]
    assert len(list_runs(tmp_path / "runs")[0][0].epochs) == 1


def test_that_a_missing_package_is_said_before_anything_begins(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    assert tplab(tmp_path / "runs", "--epochs", "1", "--tensorboard", tmp_path / "tb") == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith("run `python3 start.py extras` in its folder.")
    assert not (tmp_path / "runs").exists()
