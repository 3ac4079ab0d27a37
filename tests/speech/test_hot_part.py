"""What of a word was hot, and where that is in seconds and Hz."""

import time

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.speech.sources import hush, said
from tplab_gui.core.errors import LabError
from tplab_gui.speech.hot_part import LEAST_S, hot_part, word_seen
from tplab_gui.speech.recognise import SoundReader

HOP_S = 0.0125
CENTRES_HZ = np.geomspace(130, 3700, 40)


@pytest.fixture(scope="module")
def network():
    torch.set_num_threads(1)
    return SoundReader().network


def test_that_the_part_holds_the_hot_place_in_seconds_and_hz():
    heat = np.zeros((40, 88), np.float32)
    heat[10:25, 30:50] = 1.0
    start_s, end_s, low_hz, high_hz = hot_part(heat, HOP_S, CENTRES_HZ)
    assert (start_s, end_s) == pytest.approx((30 * HOP_S, 50 * HOP_S))
    assert (low_hz, high_hz) == pytest.approx((CENTRES_HZ[10], CENTRES_HZ[24]))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 39), st.integers(0, 87))
def test_that_a_single_point_anywhere_is_widened_to_what_can_be_heard(row, column):
    heat = np.zeros((40, 88), np.float32)
    heat[row, column] = 1.0
    start_s, end_s, low_hz, high_hz = hot_part(heat, HOP_S, CENTRES_HZ)
    assert start_s <= column * HOP_S + 1e-9 < end_s
    assert low_hz <= CENTRES_HZ[row] <= high_hz
    assert end_s - start_s >= LEAST_S - 1e-9
    assert 0 <= start_s < end_s <= 88 * HOP_S


def test_that_without_heat_the_part_is_everything():
    assert hot_part(np.zeros((40, 88), np.float32), HOP_S, CENTRES_HZ) == (0, 0, 0, 0)


def test_that_a_word_is_trimmed_to_itself_and_its_hot_part_lies_in_it(network):
    seen = word_seen(network, said([7], 8000), 7)
    assert 0.4 < seen.start_s < 0.75
    assert seen.start_s + 0.3 < seen.end_s
    assert seen.picture.shape == seen.heat.shape == (40, 88)
    assert 0 <= seen.picture.min() < seen.picture.max() <= 1
    assert seen.heat.max() == pytest.approx(1.0)
    length_s = len(seen.samples) / seen.rate_hz
    word_from_s = (length_s - (seen.end_s - seen.start_s)) / 2
    start_s, end_s, low_hz, high_hz = seen.hot
    assert word_from_s - 0.1 <= start_s < end_s <= length_s - word_from_s + 0.1
    assert 100 <= low_hz < high_hz <= 3800


def test_that_why_it_is_a_seven_is_not_why_it_would_be_a_two(network):
    word = said([7], 8000)
    seven, two = word_seen(network, word, 7), word_seen(network, word, 2)
    assert seven.score > two.score + 3
    assert np.corrcoef(seven.heat.ravel(), two.heat.ravel())[0, 1] < 0.9


def test_that_it_is_cheap_beside_the_answer(network):
    """The promise is 5 ms on one core; the least of many, because the machine may be busy."""
    word = said([7], 8000)
    taken = []
    for _ in range(30):
        began_s = time.perf_counter()
        word_seen(network, word, 7)
        taken.append(time.perf_counter() - began_s)
    assert min(taken) < 0.010


def test_that_silence_has_no_hot_part(network):
    with pytest.raises(LabError, match="No sound above the noise"):
        word_seen(network, hush(1.0, 8000, level_db=-110), 7)
