"""`tplab export`: the three forms, and requests that cannot be served."""

import json
import runpy
import sys
from pathlib import Path

import onnx
import pytest

from tests.kept_runs import make_run
from tests.training.test_event_files import points
from tplab_gui import cli
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.training.loop import fit
from tplab_gui.training.runs import list_runs


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory):
    root = str(tmp_path_factory.mktemp("runs"))
    params = TrainParams(
        root, epochs=2, batch_size=32, limit=96, threads=1, device="cpu", gamma=0.5, shuffle=False
    )
    for event in fit(Latest(params)):
        folder = getattr(event, "run_dir", "")
    return Path(folder)


def export(*words):
    return cli.run(cli.parse(["export", *map(str, words), "--json"]))


def test_that_a_network_is_written_and_its_check_is_told(run_dir, tmp_path, capsys):
    assert export(run_dir, "--format", "onnx", "--out", tmp_path / "a.onnx") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["event"], said["examples"], said["weights"]) == ("model", 32, "best")
    assert said["difference"] <= said["allowed"]
    onnx.checker.check_model(tmp_path / "a.onnx")


def test_that_the_script_repeats_the_run_digit_for_digit(run_dir, tmp_path, capsys, monkeypatch):
    assert export(run_dir, "--format", "script", "--out", tmp_path / "again.py") == 0
    assert json.loads(capsys.readouterr().out)["beyond"] == []
    monkeypatch.setattr(sys, "argv", ["again.py", str(tmp_path / "again")])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(tmp_path / "again.py"), run_name="__main__")
    assert end.value.code == 0
    (first,), (again,) = list_runs(run_dir.parent)[0], list_runs(tmp_path / "again")[0]
    losses = [[(e.train_loss, e.train_loss_eval, e.test_loss) for e in run.epochs] for run in (first, again)]
    assert len(losses[0]) == 2
    assert losses[0] == losses[1]
    assert repr(first.epochs[-1].test_loss) in (tmp_path / "again.py").read_text()


def test_that_a_folder_of_runs_becomes_one_folder_for_tensorboard(tmp_path, capsys):
    kept = [make_run(tmp_path / "runs", seed) for seed in (1, 2, 3)]
    assert export(tmp_path / "runs", "--format", "tensorboard", "--out", tmp_path / "tb") == 0
    assert json.loads(capsys.readouterr().out)["runs"] == 3
    files = sorted((tmp_path / "tb").rglob("*tfevents*"))
    assert [file.parent.name for file in files] == [folder.name for folder in kept]
    assert points(files[2], "epoch/test_loss") == [(1, 1.0), (2, 0.5), (3, 0.25)]


def test_that_a_run_named_twice_is_written_once(tmp_path, capsys):
    folder = make_run(tmp_path / "runs")
    places = (folder, tmp_path / "runs", "--format", "tensorboard", "--out", tmp_path / "tb")
    assert export(*places) == 0
    assert json.loads(capsys.readouterr().out)["runs"] == 1


@pytest.mark.parametrize("form", ["onnx", "script", "tensorboard"])
def test_that_a_folder_without_a_run_is_status_2_and_a_sentence(tmp_path, capsys, form):
    (tmp_path / "empty").mkdir()
    assert export(tmp_path / "empty", "--format", form, "--out", tmp_path / "out") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[-1].startswith("tplab: ")
    assert "config.json" in captured.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["a", "b", "--format", "onnx", "--out", "x"], "holds one run, and 2 were named"),
        (["a", "--format", "script", "--out", "."], "is a folder"),
    ],
)
def test_that_these_requests_are_refused(capsys, words, why):
    assert export(*words) == 2
    assert why in capsys.readouterr().err


def test_that_two_runs_of_one_name_do_not_replace_each_other(tmp_path, capsys):
    places = [make_run(tmp_path / name) for name in ("a", "b")]
    assert export(*places, "--format", "tensorboard", "--out", tmp_path / "tb") == 2
    assert "Two of the runs are called" in capsys.readouterr().err


def test_that_a_damaged_run_has_no_script(tmp_path, capsys):
    folder = make_run(tmp_path)
    (folder / "config.json").write_text("{")
    assert export(folder, "--format", "script", "--out", tmp_path / "a.py") == 2
    assert not (tmp_path / "a.py").exists()


def test_that_without_tensorboardx_the_line_that_installs_it_ends_stderr(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    assert export(make_run(tmp_path), "--format", "tensorboard", "--out", tmp_path / "tb") == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith("run `python3 start.py extras` in its folder.")
