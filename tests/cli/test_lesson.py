"""A lesson from the teacher's file to the class's table, with real runs of a moment."""

import csv
import json

import pytest

from tplab_gui import cli

LESSON = """
format = 1
title = "Small"
[[step]]
key = "base"
title = "A run"
[step.run]
data = "builtin"
epochs = 1
limit = 64
seed = 3
[[step.question]]
key = "accuracy"
text = "How many are right?"
kind = "number"
measure = "test_accuracy"
tolerance = 0.01
[[step.question]]
key = "why"
text = "Why?"
"""


@pytest.fixture
def taught(tmp_path):
    path = tmp_path / "lesson.toml"
    path.write_text(LESSON)
    return path


def run(*words: object) -> int:
    return cli.run(cli.parse(["lesson", *map(str, words)]))


def lines(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_that_a_lesson_is_run_answered_and_merged(taught, tmp_path, capsys):
    handed_in = []
    for student, answer in (("Ada", "0"), ("Zoé", None)):
        out = tmp_path / student
        assert run("run", taught, "--student", student, "--out", out, "--json") == 0
        capsys.readouterr()
        kept = json.loads((out / "answers.json").read_text(encoding="utf-8"))
        measured = kept["evidence"]["base"]["measured"]["test_accuracy"]
        given = str(measured + 5) if answer else str(measured)
        give = ("--give", f"base.accuracy={given}", "--give", "base.why==1+1")
        assert run("run", taught, "--out", out, *give, "--json") == 0
        told = {each["question"]: each["verdict"] for each in lines(capsys) if each["event"] == "answer"}
        assert told == {"base.accuracy": "outside" if answer else "right", "base.why": "open"}
        assert len(list(out.glob("mnist-loss-*"))) == 1  # the run that was there is not made again
        handed_in.append(out / "answers.json")
    assert run("merge", taught, *handed_in, "--out", tmp_path / "class") == 0
    with (tmp_path / "class" / "class.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["student"], row["verdict"]) for row in rows if row["question"] == "base.accuracy"] == [
        ("Ada", "outside"),
        ("Zoé", "right"),
    ]
    assert {row["answer"] for row in rows if row["question"] == "base.why"} == {"'=1+1"}
    assert "Zoé" in (tmp_path / "class" / "class.html").read_text(encoding="utf-8")


def test_that_a_lesson_is_described(taught, capsys):
    assert run("check", taught, "--json") == 0
    (told,) = lines(capsys)
    assert told["steps"] == [{"key": "base", "run": True, "questions": 2}]


def test_that_answers_to_another_version_are_not_mixed(taught, tmp_path, capsys):
    (tmp_path / "answers.json").write_text(
        json.dumps(
            {"format": 1, "lesson": "0", "title": "Old", "student": "Ada", "answers": {}, "evidence": {}}
        )
    )
    assert run("merge", taught, tmp_path / "answers.json", "--out", tmp_path / "class") == 2
    assert "another version" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run",), "--out"),
        (("run", "--out", "x"), "--student"),
        (("run", "--out", "x", "--student", "A", "--give", "no.such=1"), "base.accuracy"),
        (("merge", "--out", "x"), "no answers"),
    ],
)
def test_that_what_is_missing_is_said(taught, tmp_path, monkeypatch, capsys, words, said):
    monkeypatch.chdir(tmp_path)
    assert run(words[0], taught, *words[1:]) == 2
    assert said in capsys.readouterr().err
