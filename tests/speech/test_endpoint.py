"""Words made of tones in noise: what is cut out, and what is left alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.speech.tones import RATE_HZ, noise, word, words_at
from tplab_gui.speech.endpoint import Endpointer, EndpointParams, column_levels
from tplab_gui.speech.features import FeatureParams, LogMelStream, log_mel


def spans_of(sound, params=None):
    endpointer = Endpointer(params=params)
    spans = endpointer.push(column_levels(log_mel(sound, FeatureParams())))
    return spans + endpointer.finish(), endpointer


def test_that_ten_words_give_ten_spans_each_around_its_word():
    starts_s = [0.8 + 1.1 * n for n in range(10)]
    spans, _ = spans_of(words_at(starts_s, 12.5))
    assert len(spans) == 10
    for span, start_s in zip(spans, starts_s, strict=True):
        assert start_s - 0.30 < span.start_sample / RATE_HZ < start_s
        assert start_s + 0.40 < span.end_sample / RATE_HZ < start_s + 0.45 + 0.30


def test_that_a_weak_consonant_before_the_vowel_is_inside_the_span():
    """A hiss 25 dB below the vowel, as in "five", does not start the word but must be in it."""
    sound = words_at([1.0], 2.5)
    hiss = noise(0.1, amplitude=0.006, seed=1)
    sound[7200:8000] += hiss
    (span,), _ = spans_of(sound)
    assert span.start_sample <= 7200


def test_that_the_pause_inside_a_word_does_not_cut_it():
    """The lips of a stop consonant are shut for about a tenth of a second."""
    sound = words_at([1.0, 1.35], 3.0, length_s=0.22)
    spans, _ = spans_of(sound)
    assert len(spans) == 1


def test_that_a_word_is_given_at_most_300_ms_after_it_ended():
    assert EndpointParams().hangover_ms <= 300
    sound = words_at([1.0], 3.0)
    levels = column_levels(log_mel(sound, FeatureParams()))
    endpointer = Endpointer()
    given_at = next(n for n, level in enumerate(levels) if endpointer.push(level))
    given_s = (given_at * 100 + 256) / RATE_HZ
    assert given_s - 1.45 < 0.36  # hangover, one frame, and the smoothing over three hops


def test_that_silence_gives_nothing():
    spans, endpointer = spans_of(np.zeros(5 * RATE_HZ, np.float32))
    assert spans == []
    assert endpointer.too_long == endpointer.too_short == 0


@pytest.mark.parametrize("amplitude", [0.0003, 0.003, 0.03, 0.2])
def test_that_steady_noise_of_any_loudness_gives_nothing(amplitude):
    spans, _ = spans_of(noise(20.0, amplitude))
    assert spans == []


def test_that_a_constant_tone_never_becomes_words():
    sound = noise(12.0)
    sound[2 * RATE_HZ :] += word(10.0) * 0 + 0.2 * np.sin(2 * np.pi * 440 * np.arange(10 * RATE_HZ) / RATE_HZ)
    spans, endpointer = spans_of(sound.astype(np.float32))
    assert spans == []
    assert endpointer.too_long == 1


def test_that_a_word_after_a_change_of_the_noise_is_still_found():
    """A fan is switched on: 20 dB more noise for the rest of the recording."""
    sound = noise(12.0)
    sound[4 * RATE_HZ :] += noise(8.0, amplitude=0.03, seed=2)
    said = word()
    sound[9 * RATE_HZ : 9 * RATE_HZ + said.size] += said
    spans, _ = spans_of(sound)
    assert len(spans) == 1
    assert spans[0].start_sample < 9 * RATE_HZ < spans[0].end_sample


def loud_then_breath():
    """A word, and from it on for two seconds a breath 36 dB below it, which is 26 dB above the room."""
    sound = words_at([1.0], 6.0, amplitude=3e-5)
    sound[8000:27600] += noise(2.45, amplitude=1.5e-3, seed=4)
    return sound


def test_that_noise_far_below_the_word_does_not_prolong_it_and_is_no_word_itself():
    (span,), endpointer = spans_of(loud_then_breath())
    assert span.end_sample / RATE_HZ < 1.0 + 0.45 + 0.35
    assert endpointer.too_long == 0


def test_that_a_word_20_db_softer_than_the_one_before_is_found_through_what_that_one_left_behind():
    sound = loud_then_breath()
    sound[20_000:23_600] += 0.1 * word(0.45)
    spans, _ = spans_of(sound)
    assert len(spans) == 2
    assert spans[1].start_sample < 20_000 < 23_600 - 800 < spans[1].end_sample


def test_that_a_click_is_too_short_for_a_word():
    sound = noise(3.0)
    sound[12000:12040] += 0.8
    spans, endpointer = spans_of(sound)
    assert spans == []
    assert endpointer.too_short <= 1


def test_that_levels_one_by_one_give_the_spans_of_all_at_once():
    sound = words_at([0.8, 2.2], 4.0)
    levels = column_levels(log_mel(sound, FeatureParams()))
    one_by_one = Endpointer()
    spans = [span for level in levels for span in one_by_one.push(level)]
    assert spans == Endpointer().push(levels) != []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-100, 0, width=32), min_size=1, max_size=300))
def test_that_the_floor_is_the_quantile_of_the_last_three_seconds(levels):
    endpointer = Endpointer()
    endpointer.push(np.array(levels, np.float32))
    expected = np.quantile(levels[-240:], endpointer.params.floor_quantile)
    assert endpointer.floor_db == pytest.approx(expected, abs=1e-6)


def test_that_ten_minutes_of_sound_keep_the_memory_bounded():
    features = FeatureParams()
    stream, endpointer = LogMelStream(features), Endpointer(features)
    minute = words_at(np.arange(1.0, 59.0, 2.0), 60.0)
    found = 0
    for _ in range(10):
        for block in np.array_split(minute, 60):
            found += len(endpointer.push(column_levels(stream.push(block))))
    assert found == 10 * 29
    remembered = sum(len(value) for value in vars(endpointer).values() if hasattr(value, "__len__"))
    assert remembered <= 500  # three seconds of levels, in order of time and of size
    assert stream._rest.size < features.n_fft


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-100, 0), max_size=400))
def test_that_spans_are_in_order_apart_and_inside_what_was_heard(levels):
    endpointer = Endpointer(params=EndpointParams(confirm_ms=12, shortest_ms=12))
    spans = endpointer.push(np.array(levels, np.float32)) + endpointer.finish()
    edges = [edge for span in spans for edge in (span.start_sample, span.end_sample)]
    assert edges == sorted(edges)
    assert all(span.start_sample < span.end_sample for span in spans)
    assert not edges or (edges[0] >= 0 and edges[-1] <= (len(levels) - 1) * 100 + 256)
