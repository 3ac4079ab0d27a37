"""Names of speakers: every script, nothing that a file's name cannot hold or that parts it."""

import unicodedata

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.speakers import LONGEST, checked_name
from tplab_gui.data.spoken import parse_name


@pytest.mark.parametrize("name", ["ada", "Zoë", "Jean-Paul", "大輔", "Анна М", "o'neil"])
def test_that_names_of_any_script_come_back_from_the_name_of_a_clip(name):
    assert parse_name(f"7_{checked_name(name)}_12.wav") == (7, unicodedata.normalize("NFC", name), 12)


def test_that_two_ways_to_write_the_same_letter_are_one_name():
    assert checked_name("Zoe\u0308") == checked_name("  Zo\u00eb ")


@pytest.mark.parametrize(
    "name", ["", "   ", "a_b", "a/b", "a\\b", "a:b", "a\x00b", "a\u202eb", "x" * (LONGEST + 1)]
)
def test_that_what_cannot_be_in_the_name_of_a_clip_is_refused_with_advice(name):
    with pytest.raises(LabError) as caught:
        checked_name(name)
    assert caught.value.advice()
