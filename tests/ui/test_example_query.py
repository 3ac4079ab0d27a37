import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.ui.widgets.example_query import EVERYTHING, Query, parse


@given(text=st.text(st.characters(exclude_characters=":")))
def test_that_text_without_a_colon_is_words_only(text):
    assert parse(text) == Query(words=tuple(text.casefold().split()))


@given(text=st.text())
def test_that_nothing_typed_is_an_error(text):
    assert isinstance(parse(text), Query)


def test_that_english_and_french_keys_ask_for_the_same():
    english = parse("digit:7,8 speaker:Theo length:<0.3 index:0-4 wav")
    assert english == parse("chiffre:7,8 locuteur:theo durée:<0,3 numéro:0-4 WAV")
    assert english == Query(frozenset({7, 8}), ("theo",), ("wav",), (-math.inf, 0.3), (0, 4))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("length:>0.5", (0.5, math.inf)),
        ("length:0.3-0.5", (0.3, 0.5)),
        ("length:0.3-", (0.3, math.inf)),
        ("length:0.5s", (0.495, 0.505)),
        ("length:", EVERYTHING),
        ("length:<", EVERYTHING),
        ("length:-", EVERYTHING),
        ("length:nan", EVERYTHING),
        ("length:inf", EVERYTHING),
    ],
)
def test_that_ranges_are_read_and_half_typed_ones_ask_for_nothing(typed, expected):
    assert parse(typed).length_s == pytest.approx(expected)


def test_that_an_unknown_key_is_a_word():
    assert parse("c:users").words == ("c:users",)
