from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import EXPERIMENTS, find
from tplab_gui.core.params import TrainParams, range_of
from tplab_gui.core.search import parse, searchable, usual

EVERY = [(each, setup) for each in EXPERIMENTS.values() for setup in each.setups]


@pytest.mark.parametrize(("experiment", "setup"), EVERY, ids=lambda each: getattr(each, "name", each))
def test_that_every_usual_range_is_allowed_and_is_read_back_from_its_text(experiment, setup):
    possible = searchable(experiment, setup)
    assert {each.name for each in usual(experiment, setup)} <= {each.name for each in possible}
    for each in possible:
        assert parse((str(each),), experiment.name, setup) == (each,)
        if not each.choices:
            bottom, top = range_of(TrainParams, each.name)
            assert bottom <= each.low < each.high <= top


def test_that_dropout_is_not_searched_where_there_is_none():
    names = {each.name for each in searchable(find("mnist-loss"), "no-dropout")}
    assert {"lr", "batch_size"} <= names
    assert not any("dropout" in name for name in names)


def test_that_what_changes_the_question_is_never_searched():
    names = {each.name for experiment, setup in EVERY for each in searchable(experiment, setup)}
    assert not names & {
        "limit",
        "validation",
        "split",
        "split_seed",
        "seed",
        "epochs",
        "data",
        "clip_samples",
        "division",
    }


@given(st.floats(1e-6, 1e2), st.floats(1.1, 1e3))
def test_that_a_narrower_range_is_taken_as_it_is_written(low, factor):
    (found,) = parse((f"lr={low!r}:{low * factor!r}",), "mnist-loss")
    assert (found.low, found.high, found.is_log) == (low, low * factor, True)


def test_that_choices_may_be_fewer():
    rate, preset = parse(("lr,preset=report",), "spoken-digits")
    assert preset.choices == ("report",)
    assert rate == searchable(find("spoken-digits"))[0]
    assert replace(preset, choices=("one-second", "report")) in searchable(find("spoken-digits"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("momentum", "momentum cannot be searched in mnist-loss"),
        ("limit=1:5", "limit cannot be searched"),
        ("lr=3", "3 is no range of lr"),
        ("lr=1:1", "1:1 is no range"),
        ("lr=a:b", "a:b is no range"),
        ("lr=0:1", "0:1 is no range"),
        ("batch_size=0.2:0.4", "is no range of batch_size"),
        ("dropout_hidden=0:1.5", "is no range"),
        (" , ", "Nothing is searched"),
    ],
)
def test_that_what_cannot_be_searched_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(LabError, match=sentence):
        parse((text,), "mnist-loss")
