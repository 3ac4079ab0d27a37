"""Where the word of a recording is, and what the network sees of it."""

import numpy as np
import pytest

from tests.speech.tones import RATE_HZ, word, words_at
from tplab_gui.core.errors import LabError
from tplab_gui.speech.endpoint import Span
from tplab_gui.speech.features import log_mel
from tplab_gui.speech.word_window import (
    COLUMNS,
    FEATURES,
    RANGE_DB,
    find_word,
    put_in_window,
    relative_picture,
    window_samples,
    word_picture,
)


@pytest.mark.parametrize("start_s", [0.0, 0.3, 2.0, 7.0])
def test_that_the_word_of_a_loosely_cut_recording_is_found(start_s):
    span = find_word(words_at([start_s], start_s + 1.5))
    assert start_s - 0.25 < span.start_sample / RATE_HZ < start_s + 0.03
    assert start_s + 0.42 < span.end_sample / RATE_HZ < start_s + 0.45 + 0.25


def test_that_a_closely_cut_clip_is_taken_whole():
    clip = word()
    assert find_word(clip) == Span(0, clip.size)


def test_that_a_word_softer_than_a_click_elsewhere_is_preferred_to_the_click():
    sound = words_at([1.0], 3.0)
    sound[20000:20030] = 0.9
    span = find_word(sound)
    assert span.start_sample < 8000 + 800
    assert span.end_sample < 14000


def test_that_a_very_short_sound_has_a_span():
    assert find_word(word(0.01)) == Span(0, 80)


@pytest.mark.parametrize("samples", [np.zeros(8000, np.float32), np.zeros(0, np.float32)])
def test_that_a_recording_without_sound_is_told_in_a_sentence(samples):
    with pytest.raises(LabError, match="No sound above the noise was found"):
        find_word(samples)


def test_that_a_span_lies_in_the_middle_of_its_window_and_nothing_else_does():
    sound = np.arange(1, 101, dtype=np.float32)
    window = put_in_window(sound, Span(10, 30), 40)
    np.testing.assert_array_equal(window[10:30], sound[10:30])
    assert not window[:10].any()
    assert not window[30:].any()


def test_that_of_a_span_longer_than_the_window_the_middle_is_kept():
    sound = np.arange(100, dtype=np.float32)
    np.testing.assert_array_equal(put_in_window(sound, Span(0, 100), 40), sound[30:70])


def test_that_the_window_gives_exactly_its_columns():
    assert log_mel(np.zeros(window_samples(), np.float32), FEATURES).shape == (FEATURES.n_mels, COLUMNS)


@pytest.mark.parametrize("gain", [0.02, 0.3, 3.0])
def test_that_the_picture_does_not_depend_on_loudness(gain):
    sound = words_at([0.3], 1.2, amplitude=0.01)
    span = find_word(sound)
    np.testing.assert_allclose(word_picture(gain * sound, span), word_picture(sound, span), atol=1e-3)


def test_that_the_loudest_columns_lie_at_one_and_what_is_60_db_softer_at_minus_one():
    columns = np.full((4, 9), -200.0, np.float32)
    columns[1, 3:6] = -20.0
    columns[2, 3:6] = -20.0 - RANGE_DB / 2
    picture = relative_picture(columns)
    assert picture[1, 4] == pytest.approx(1.0, abs=0.01)
    assert picture[2, 4] == pytest.approx(0.0, abs=0.01)
    assert picture[0].max() == -1.0


@pytest.mark.parametrize("hop_samples", [80, 100, 128])
def test_that_every_tempo_gives_the_same_shape(hop_samples):
    sound = words_at([0.3], 1.2)
    assert word_picture(sound, find_word(sound), hop_samples=hop_samples).shape == (40, 88)


def test_that_an_ear_moved_by_a_factor_hears_a_tone_where_the_usual_one_hears_it_moved_back():
    usual = word_picture(word(0.5, frequency_hz=500.0), Span(0, 4000))
    moved = word_picture(word(0.5, frequency_hz=530.0), Span(0, 4000), mel_warp=1.06)
    assert usual.mean(axis=1).argmax() == moved.mean(axis=1).argmax()
