import math

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.report.blocks import Name
from tplab_gui.report.words import Words


def test_that_english_is_what_the_sentence_says():
    text = Sentence("Difference {value:+.4f} (noise {noise:.4f}).", {"value": 0.25, "noise": 0.1})
    assert Words("en").say(text) == text.text()


def test_that_french_is_the_windows_own_translation_with_a_decimal_comma():
    text = Sentence("Difference {value:+.4f} (noise {noise:.4f}).", {"value": 0.25, "noise": 0.1})
    said = Words("fr").say(text)
    assert "+0,2500" in said
    assert "0,1000" in said
    assert "noise" not in said


@pytest.mark.parametrize(("language", "expected"), [("en", "12,345.68"), ("fr", "12\u202f345,68")])
def test_that_numbers_have_the_marks_of_the_language(language, expected):
    assert Words(language).number(12345.678) == expected


@pytest.mark.parametrize("nothing", [None, math.nan, math.inf])
def test_that_no_number_is_a_dash(nothing):
    assert Words("fr").number(nothing) == "–"
    assert Words("en").signed(nothing) == "–"


def test_that_a_difference_has_a_true_minus_and_none_at_zero():
    words = Words("en")
    assert [words.signed(each) for each in (-1.5, 1.5, -0.001)] == ["−1.50", "+1.50", "0.00"]


def test_that_a_name_is_translated_alone_and_inside_a_sentence():
    words = Words("fr")
    name = words.say(Name("No dropout"))
    assert name != "No dropout"
    assert name in words.say(Sentence("{setup}", {"setup": Name("No dropout")}))


def test_that_an_error_is_said_with_its_advice():
    error = LabError("There is no folder {folder}.", hint="Name the folder that holds the runs.", folder="x")
    assert Words("en").say(error) == "There is no folder x. Name the folder that holds the runs."


def test_that_another_language_is_refused_with_the_ones_there_are():
    with pytest.raises(LabError, match="en, fr"):
        Words("de")
