"""`tplab train` on 64 of the digits that ship."""

import json
from pathlib import Path

import pytest

from tplab_gui import cli
from tplab_gui.cli.output import Output
from tplab_gui.training.runs import list_runs, read_run

EPOCH_KEYS = [
    "setup",
    "epoch",
    "train_loss",
    "train_loss_eval",
    "test_loss",
    "train_accuracy",
    "test_accuracy",
    "seconds",
    "samples_per_s",
]


def tplab(out: Path, *more: str) -> int:
    options = f"train --experiment mnist-loss --limit 64 --batch-size 32 --threads 1 --device cpu --out {out} --json"
    return cli.run(cli.parse([*options.split(), *more]))


def lines(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_that_a_run_prints_a_line_an_epoch_and_a_last_one_with_its_folder(tmp_path, capsys):
    assert tplab(tmp_path, "--epochs", "2") == 0
    printed = lines(capsys)
    assert [line["event"] for line in printed] == ["run_started", "epoch_end", "epoch_end", "run_end"]
    assert all(key in printed[1] for key in EPOCH_KEYS)
    assert [line["epoch"] for line in printed[1:3]] == [1, 2]
    folder = Path(printed[-1]["run"])
    assert folder.parent == tmp_path
    assert [e.test_loss for e in read_run(folder).epochs] == [line["test_loss"] for line in printed[1:3]]


def test_that_all_four_setups_are_trained_one_after_another(tmp_path, capsys):
    assert tplab(tmp_path, "--epochs", "1", "--setup", "all") == 0
    ends = [line for line in lines(capsys) if line["event"] == "run_end"]
    assert [line["setup"] for line in ends] == ["base", "swapped", "no-dropout", "swapped-no-dropout"]


def test_that_an_interrupted_run_is_kept_and_resumes_to_the_same_numbers(tmp_path, capsys, monkeypatch):
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    assert tplab(whole, "--epochs", "3") == 0
    print_line = Output.line

    def interrupted(self, values, text):
        print_line(self, values, text)
        if values.get("epoch") == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(Output, "line", interrupted)
    assert tplab(cut, "--epochs", "3") == 130
    monkeypatch.undo()
    assert read_run(list_runs(cut)[0][0].folder).state == "stopped"
    assert tplab(cut, "--epochs", "3", "--resume") == 0
    losses = [[e.test_loss for e in list_runs(root)[0][0].epochs] for root in (whole, cut)]
    assert len(losses[0]) == 3
    assert losses[0] == losses[1]
    assert len(list_runs(cut)[0]) == 1


def test_that_resume_begins_a_run_where_there_is_none(tmp_path, capsys):
    assert tplab(tmp_path, "--epochs", "1", "--resume") == 0
    assert len(list_runs(tmp_path)[0]) == 1


def test_that_resuming_a_finished_run_says_so_and_trains_nothing(tmp_path, capsys):
    tplab(tmp_path, "--epochs", "1")
    folder = list_runs(tmp_path)[0][0].folder
    capsys.readouterr()
    assert tplab(folder, "--resume") == 0
    printed = lines(capsys)
    assert [line["event"] for line in printed] == ["run_started", "run_end"]
    assert printed[-1]["run"] == str(folder)


@pytest.mark.parametrize(
    "bad", [["--epochs", "0"], ["--data", "no-such-set"], ["--device", "cuda"], ["--lr", "nan"]]
)
def test_that_a_request_that_cannot_be_served_ends_with_2_and_one_sentence(
    tmp_path, capsys, bad, monkeypatch
):
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert tplab(tmp_path / "out", *bad) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[-1].startswith("tplab: ")
    assert not (tmp_path / "out").exists()


def test_that_an_experiment_that_does_not_exist_is_not_offered(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.parse(f"train --experiment tasting --out {tmp_path}".split())
    assert stop.value.code == 2


def test_that_a_diverging_run_ends_with_1_and_its_reason(tmp_path, capsys):
    assert tplab(tmp_path, "--epochs", "3", "--lr", "1e6") == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out.splitlines()[-1])["reason"] == "diverged"
    assert "smaller learning rate" in captured.err.splitlines()[-1]


def spoken(out: Path, *more: str) -> int:
    options = (
        f"train --experiment spoken-digits --limit 20 --threads 1 --device cpu --epochs 1 --out {out} --json"
    )
    return cli.run(cli.parse([*options.split(), *more]))


def test_that_spoken_digits_are_trained_with_their_own_defaults(tmp_path, capsys):
    assert spoken(tmp_path, "--preset", "report") == 0
    folder = Path(lines(capsys)[-1]["run"])
    params = read_run(folder).params()
    assert folder.name.startswith("spoken-digits-base-1-")
    assert (params.preset, params.lr, params.batch_size) == ("report", 0.005, 10)
    assert read_run(folder).config["parameters"] == 75_220


def test_that_all_setups_of_an_experiment_with_one_are_one_run(tmp_path, capsys):
    assert spoken(tmp_path, "--setup", "all") == 0
    assert len(list_runs(tmp_path)[0]) == 1


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (["--setup", "swapped"], "has no setup called swapped"),
        (["--clip-samples", "2779"], "a kernel of 5 does not fit into 3"),
        (["--dropout-hidden", "0.1"], "has no --dropout-hidden"),
        (["--split", "recording"], "0 clips are left to learn from"),
        (["--data", "fsdd"], "not on this machine"),
    ],
)
def test_that_a_spoken_run_that_cannot_be_is_refused_with_a_sentence(tmp_path, capsys, bad, why):
    assert spoken(tmp_path / "out", *bad) == 2
    assert why in capsys.readouterr().err.splitlines()[-1]
    assert not (tmp_path / "out").exists()


def test_that_resuming_takes_the_run_of_the_experiment_asked_for(tmp_path, capsys):
    assert tplab(tmp_path, "--epochs", "1") == 0
    assert spoken(tmp_path, "--resume") == 0
    assert len(list_runs(tmp_path)[0]) == 2


def test_that_all_strategies_of_the_fusion_study_are_trained_and_each_run_says_its_own(tmp_path, capsys):
    arguments = "train --experiment fusion --setup all --epochs 1 --limit 30 --threads 1 --device cpu --json"
    assert cli.run(cli.parse([*arguments.split(), "--out", str(tmp_path)])) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    ends = [line["setup"] for line in lines if line["event"] == "epoch_end"]
    assert sorted(ends) == ["audio", "early", "image", "joint-attention", "joint-concat"]
    configs = [json.loads((Path(line["run"]) / "config.json").read_text()) for line in lines if "run" in line]
    assert len({config["data"]["sha256"] for config in configs}) == 1  # the very same pairs
