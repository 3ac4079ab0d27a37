"""`tplab tune`: real processes that join one study through one file."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tplab_gui import cli
from tplab_gui.training.runs import list_runs

pytest.importorskip("optuna", reason="an extra: python3 start.py extras")


def options(folder: Path, trials: int, *more: str, limit: int = 40) -> list[str]:
    words = f"tune --experiment mnist-loss --study lesson --storage {folder / 'study.log'} --out {folder / 'runs'}"
    fixed = f"--trials {trials} --epochs 1 --limit {limit} --search lr=0.01:1 --device cpu --threads 1 --json"
    return [*words.split(), *fixed.split(), *more]


def process(folder: Path, trials: int, *more: str, limit: int = 40) -> subprocess.Popen:
    command = [sys.executable, "-m", "tplab_gui", *options(folder, trials, *more, limit=limit)]
    env = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)


def told(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_that_two_processes_share_one_study_and_agree_about_the_best(tmp_path):
    pair = [process(tmp_path, 7) for _ in range(2)]
    ends = []
    for each in pair:
        output, said = each.communicate(timeout=110)
        assert (each.returncode, said) == (0, "")
        ends.append(told(output)[-1])
    assert [end["event"] for end in ends] == ["study_end"] * 2
    final = max(ends, key=lambda end: end["complete"] + end["pruned"])
    assert final["complete"] + final["pruned"] == 7
    assert (final["failed"], final["running"]) == (0, 0)
    # Who ended last saw everything; anybody who asks later is told the same.
    assert cli.run(cli.parse(options(tmp_path, 7))) == 0
    found, problems = list_runs(tmp_path / "runs")
    assert not problems
    drawn = [run.config["params"]["lr"] for run in found]
    assert len(set(drawn)) == len(drawn) == 7
    best = min((run for run in found if run.best), key=lambda run: run.best.test_loss)
    assert final["best"]["value"] == best.best.test_loss
    assert final["best"]["run_dir"] == str(best.folder)


def test_that_a_killed_process_costs_its_own_trial_only(tmp_path, capsys):
    killed = process(tmp_path, 3, limit=300)
    assert killed.stdout is not None
    for line in killed.stdout:
        event = json.loads(line)
        if event["event"] == "trial" and event["run_dir"]:
            break
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=30)
    assert cli.run(cli.parse(options(tmp_path, 2, limit=300))) == 0
    events = told(capsys.readouterr().out)
    states = {each["number"]: each["state"] for each in events if each["event"] == "trial"}
    assert states[1] == "failed"
    end = events[-1]
    assert (end["complete"] + end["pruned"], end["failed"], end["running"]) == (2, 1, 0)


def test_that_an_interrupt_keeps_everything_and_ends_with_130(tmp_path):
    interrupted = process(tmp_path, 3, limit=0)
    assert interrupted.stdout is not None
    for line in interrupted.stdout:
        event = json.loads(line)
        if event["event"] == "trial" and event["run_dir"]:
            break
    interrupted.send_signal(signal.SIGINT)
    _, said = interrupted.communicate(timeout=30)
    assert interrupted.returncode == 130
    assert said == "tplab: Interrupted. What was finished is kept.\n"
    (run,), _ = list_runs(tmp_path / "runs")
    assert run.state == "stopped"


def test_that_a_study_for_people_names_trials_best_and_test_figures(tmp_path, capsys):
    words = [word for word in options(tmp_path, 1) if word != "--json"]
    assert cli.run(cli.parse(words)) == 0
    printed = capsys.readouterr().out
    assert "lesson: 1 trials, searching lr=0.01:1" in printed
    assert "best trial   1  complete" in printed
    assert "on the test set: loss" in printed


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--search", "colour"], "colour cannot be searched"),
        (["--setup", "no-dropout", "--search", "dropout_hidden"], "dropout_hidden cannot be searched"),
        (["--validation", "0.9"], "validation is 0.9; it must lie between"),
    ],
)
def test_that_an_impossible_request_ends_with_2_and_a_sentence(tmp_path, capsys, more, sentence):
    assert cli.run(cli.parse(options(tmp_path, 1, *more))) == 2
    assert sentence in capsys.readouterr().err.splitlines()[-1]
