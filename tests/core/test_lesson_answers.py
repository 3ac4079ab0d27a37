import json

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.lesson import Question
from tplab_gui.core.lesson_answers import Answers, Evidence, number, read, save, verdict

RAN = Evidence("run-1", "ab", {"test_accuracy": 97.5})
RANGE = Question("q", "?", "number", low=2, high=4)
MEASURED = Question("q", "?", "number", measure="test_accuracy", tolerance=0.5)
CHOICE = Question("q", "?", "choice", choices=("a", "b"), right="b")


@pytest.mark.parametrize(
    ("question", "answer", "evidence", "expected"),
    [
        (RANGE, "3", None, "right"),
        (RANGE, "2", None, "right"),
        (RANGE, "4,01", None, "outside"),
        (RANGE, "three", None, "outside"),
        (RANGE, "  ", None, "missing"),
        (MEASURED, "97,2 %", RAN, "right"),
        (MEASURED, "96.9", RAN, "outside"),
        (MEASURED, "97.5", None, "missing"),
        (CHOICE, "b", None, "right"),
        (CHOICE, "a", None, "outside"),
        (Question("q", "?", "choice", choices=("a", "b")), "a", None, "open"),
        (Question("q", "?", "text"), "because", None, "open"),
        (Question("q", "?", "number"), "7", None, "open"),
    ],
)
def test_that_an_answer_is_judged_by_its_question_and_the_students_own_run(
    question, answer, evidence, expected
):
    assert verdict(question, answer, evidence) == expected


@pytest.mark.parametrize(
    ("text", "value"), [("1,5", 1.5), ("1\u202f000", 1000), ("nan", None), ("1e999", None), ("", None)]
)
def test_that_numbers_are_read_as_people_type_them(text, value):
    assert number(text) == value


def test_that_answers_come_back_with_their_evidence(tmp_path):
    kept = Answers("sha", "Title", "Zoé", {"a.q": "3"}, {"a": RAN})
    save(tmp_path / "a.json", kept)
    assert read(tmp_path / "a.json") == kept


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "{}",
        '{"format": 9}',
        json.dumps({"format": 1, "lesson": 1, "title": "", "student": "", "answers": {}}),
    ],
)
def test_that_a_file_of_something_else_is_refused_in_a_sentence(tmp_path, stored):
    (tmp_path / "a.json").write_text(stored)
    with pytest.raises(LabError, match="holds no answers"):
        read(tmp_path / "a.json")
