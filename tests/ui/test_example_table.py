from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from tplab_gui.data.catalogue import Example
from tplab_gui.ui.widgets.example_table import DIGIT, GROUP, LENGTH, NAME, ExampleModel

NAMES = ["7_theo_0", "3_theo_1", "7_Lucas_12", "0_lucas_2", "9_anna_3"]


@pytest.fixture
def model(qapp):
    made = ExampleModel()
    examples = tuple(
        Example(
            f"/sets/fsdd/{name}.wav", int(name[0]), name.split("_")[1], path=Path(f"/sets/fsdd/{name}.wav")
        )
        for name in NAMES
    )
    made.set_examples(examples, np.array([each.label for each in examples], np.uint8))
    made.set_lengths(0, np.array([0.5, 0.2, np.nan, 1.2, 0.3], np.float32))
    return made


def names(model):
    return [model.data(model.index(row, NAME)).removesuffix(".wav") for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("digit:7", ["7_theo_0", "7_Lucas_12"]),
        ("speaker:lu", ["7_Lucas_12", "0_lucas_2"]),
        ("digit:7 speaker:theo", ["7_theo_0"]),
        ("length:<0.3", ["3_theo_1", "9_anna_3"]),
        ("length:0.4-2", ["7_theo_0", "0_lucas_2"]),
        ("index:2-3", ["0_lucas_2", "9_anna_3"]),
        ("LUCAS", ["7_Lucas_12", "0_lucas_2"]),
        ("lucas 12", ["7_Lucas_12"]),
        ("sets", []),  # the folder that all share is no part of a name
    ],
)
def test_that_a_search_keeps_what_it_asks_for(model, text, expected):
    model.set_filter(frozenset(), "", text)
    assert names(model) == expected


def test_that_the_buttons_and_the_search_narrow_together(model):
    model.set_filter(frozenset({7, 3}), "theo", "digit:7", (0.1, 0.9))
    assert names(model) == ["7_theo_0"]
    model.set_filter(frozenset({3}), "", "digit:7")
    assert names(model) == []


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (DIGIT, ["0_lucas_2", "3_theo_1", "7_theo_0", "7_Lucas_12", "9_anna_3"]),
        (GROUP, ["7_Lucas_12", "9_anna_3", "0_lucas_2", "7_theo_0", "3_theo_1"]),
        (NAME, ["0_lucas_2", "3_theo_1", "7_Lucas_12", "7_theo_0", "9_anna_3"]),
        (LENGTH, ["3_theo_1", "9_anna_3", "7_theo_0", "0_lucas_2", "7_Lucas_12"]),
    ],
)
def test_that_every_column_sorts_both_ways_and_unknown_lengths_come_last(model, column, expected):
    model.sort(column)
    assert names(model) == expected
    model.sort(column, Qt.SortOrder.DescendingOrder)
    key = {DIGIT: lambda n: n[0], GROUP: lambda n: n.split("_")[1]}.get(column, lambda n: n)
    assert [key(n) for n in names(model)][:4] == [key(n) for n in expected[::-1]][:4] or column == LENGTH
    if column == LENGTH:
        assert names(model) == ["0_lucas_2", "7_theo_0", "9_anna_3", "3_theo_1", "7_Lucas_12"]
    model.sort(-1)
    assert names(model) == NAMES


def test_that_what_was_chosen_is_followed_when_the_order_changes(model):
    chosen = QPersistentModelIndex(model.index(0, NAME))
    model.sort(LENGTH)
    assert model.data(chosen) == "7_theo_0.wav"
    assert chosen.row() == 2


def test_that_lengths_that_come_later_are_sorted_and_filtered_when_they_settle(model):
    model.set_filter(frozenset(), "", "length:>1")
    model.sort(LENGTH, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["0_lucas_2"]
    model.set_lengths(2, np.array([3.0], np.float32))
    model.settle_lengths()
    assert names(model) == ["7_Lucas_12", "0_lucas_2"]
    assert model.longest_s() == 3.0
