"""Names, ranges and neutral values of the transforms: what window, command and measurements rely on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.adjustments import GROUPS, NAMES, NEUTRAL, TRANSFORMS, Adjustment, transform
from tplab_gui.core.errors import LabError

each_transform = pytest.mark.parametrize("known", TRANSFORMS, ids=NAMES)


@each_transform
def test_that_the_neutral_value_and_the_series_lie_in_the_range(known):
    assert known.low < known.high
    assert known.low <= known.neutral <= known.high
    assert all(known.low <= end <= known.high for end in known.series)
    assert known.series[0] != known.series[1]
    assert known.group in GROUPS
    assert known.ends()


@each_transform
def test_that_severity_is_0_at_neutral_and_grows_on_either_side(known):
    assert known.severity(known.neutral) == 0
    for end in known.ends():
        neutral, there = known.place(known.neutral), known.place(end)
        values = [known.value_at(neutral + share * (there - neutral)) for share in (0, 0.2, 0.5, 0.9, 1)]
        severities = [known.severity(value) for value in values]
        assert severities == sorted(severities)
        assert len(set(severities)) == 5
    assert max(known.severity(end) for end in known.ends()) == pytest.approx(1)


@given(st.sampled_from(TRANSFORMS), st.floats(0, 1))
def test_that_place_and_value_are_inverses(known, place):
    assert known.place(known.value_at(place)) == pytest.approx(place, abs=1e-9)


def test_that_names_are_found_whatever_their_spelling():
    assert transform("Perspective Vertical") is transform("perspective_vertical")
    assert transform("BRIGHTNESS").name == "brightness"


def test_that_an_unknown_transform_is_a_sentence_that_names_the_others():
    with pytest.raises(LabError, match="no transform called sepia") as caught:
        transform("sepia")
    assert "brightness" in caught.value.advice()


@pytest.mark.parametrize("value", [-1, 0, 11, math.nan, math.inf])
def test_that_a_value_outside_of_the_range_is_a_sentence(value):
    with pytest.raises(LabError, match=r"brightness is .*; it must lie between 0.02 and 10"):
        NEUTRAL.with_value("brightness", value)


def test_that_a_neutral_value_leaves_no_trace_and_order_of_setting_makes_no_difference():
    one = Adjustment.of(hue=20, blur=1).with_value("rotation", 5)
    other = Adjustment.of(rotation=5, blur=1).with_value("hue", 20)
    assert one == other
    assert hash(one) == hash(other)
    assert one.get("hue") == 20
    assert one.get("contrast") == 1
    assert one.with_value("hue", 0).with_value("blur", 0).with_value("rotation", 0) == NEUTRAL


def test_that_the_place_of_a_patch_without_size_does_nothing():
    assert Adjustment.of(occlusion_x=10, occlusion_y=90).is_neutral
    assert not Adjustment.of(occlusion_x=10, occlusion=5).is_neutral
