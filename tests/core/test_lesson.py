import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core import lesson
from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find
from tplab_gui.core.paths import RESOURCES

SMALL = """
format = 1
title = "A"
[[step]]
key = "one"
title = "First"
{more}
"""


def parsed(more: str = "", text: str = SMALL) -> lesson.Lesson:
    return lesson.parse(text.format(more=more).encode())


def test_that_the_lesson_that_ships_is_one():
    found = lesson.read(RESOURCES / "lessons" / "dropout.toml")
    assert [step.run.setup for step in found.steps if step.run] == ["base", "no-dropout"]
    assert found.tabs == ("training",)
    assert list(found.questions()) == ["base.accuracy", "base.above", "bare.which"]


def test_that_a_lesson_of_one_step_needs_nothing_else():
    found = parsed()
    assert found.tabs == lesson.TABS
    assert found.steps[0].run is None


def test_that_parameters_of_a_run_are_those_of_its_experiment():
    found = parsed('[step.run]\nexperiment = "spoken-digits"\nepochs = 3')
    run = found.steps[0].run
    assert run is not None
    assert (run.experiment, run.epochs, run.lr) == ("spoken-digits", 3, find("spoken-digits").defaults["lr"])


def test_that_a_question_without_ends_takes_any_number():
    question = next(
        iter(parsed('[[step.question]]\nkey = "q"\ntext = "?"\nkind = "number"').questions().values())
    )
    assert (question.low, question.high) == (-math.inf, math.inf)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("[step.run]\nepochs = 0", "epochs"),
        ("[step.run]\nsetup = 'none'", "none"),
        ("[step.run]\nexperiment = 'x'", "x"),
        ("[step.run]\nspeed = 3", "speed"),
        ("[step.run]\nrun_root = '/etc'", "run_root"),
        ("[step.run]\nsplit_file = '/etc'", "split_file"),
        ("colour = 1", "colour"),
        ("tab = 'games'", "games"),
        ("[[step.question]]\nkey = 'q'", "text"),
        ("[[step.question]]\nkey = 'a b'\ntext = 't'", "a b"),
        ("[[step.question]]\nkey = 'q'\ntext = 't'\nkind = 'choice'", "two choices"),
        ("[[step.question]]\nkey = 'q'\ntext = 't'\nkind = 'number'\nlow = 2\nhigh = 1", "low"),
        ("[[step.question]]\nkey = 'q'\ntext = 't'\nkind = 'number'\nlow = nan", "low"),
        ("[[step.question]]\nkey = 'q'\ntext = 't'\nkind = 'number'\nmeasure = 'test_loss'", "run"),
        ("[[step.question]]\nkey = 'q'\ntext = 't'\n[[step.question]]\nkey = 'q'\ntext = 't'", "twice"),
        ("[[step]]\nkey = 'one'\ntitle = 't'", "twice"),
    ],
)
def test_that_a_mistake_is_named(more, said):
    with pytest.raises(LabError, match=said):
        parsed(more)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"format = 2", b"format = 1\ntitle = 'x'", b"[[step]", b"x" * 100]
)
def test_that_what_is_no_lesson_is_refused_in_a_sentence(data):
    with pytest.raises(LabError):
        lesson.parse(data)


def test_that_a_file_that_is_not_there_or_huge_is_refused(tmp_path):
    with pytest.raises(LabError, match="cannot be read"):
        lesson.read(tmp_path / "none.toml")
    (tmp_path / "huge.toml").write_bytes(b"#" * (lesson.MOST_BYTES + 1))
    with pytest.raises(LabError, match="too large"):
        lesson.read(tmp_path / "huge.toml")


@given(st.binary(max_size=300))
def test_that_any_bytes_give_a_lesson_or_a_sentence(data):
    with contextlib.suppress(LabError):
        assert lesson.parse(b"format = 1\n" + data).steps
