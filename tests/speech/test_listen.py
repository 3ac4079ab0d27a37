"""The sound loop: columns, levels and words of whatever source there is, and a source that comes and goes."""

import itertools
import threading
from dataclasses import replace

import numpy as np
import pytest

from tests.speech.sources import ClipSource, hush, said, tone, until
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Cleared, Notice, Tick
from tplab_gui.core.events.digits import (
    Level,
    ScoresCleared,
    SourceClosed,
    SourceLost,
    SourceOpened,
    SpectrogramColumns,
    WordHeard,
    WordOpen,
)
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech import listen
from tplab_gui.speech.features import LogMelStream
from tplab_gui.speech.listen import Ear, hear
from tplab_gui.speech.source import ClockedSource
from tplab_gui.speech.word_window import FEATURES


def kept(words):
    def score(word):
        words.append(word)
        return iter(())

    return score


def heard(source, words=None):
    return list(Ear(source, kept([] if words is None else words)).listen(to_the_end=True))


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def columns_of(events):
    return np.concatenate([each.level_db for each in of(SpectrogramColumns, events)], axis=1)


def keys(events):
    return [event.key for event in of(Notice, events)]


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 44_100, 48_000, 96_000])
def test_that_a_440_hz_tone_is_seen_in_its_band_whatever_the_rate_of_the_device(rate_hz):
    events = heard(ClipSource(tone(440, 1.0, rate_hz), rate_hz))
    band = columns_of(events)[:, 20:].mean(axis=1).argmax()
    expected = LogMelStream(FEATURES).push(tone(440, 1.0, 8000)).mean(axis=1).argmax()
    assert band == expected


def test_that_a_column_stands_at_the_time_of_its_sound():
    click = np.zeros(48_000, np.float32)
    click[24_000] = 1.0
    events = heard(ClipSource(click))
    first = of(SpectrogramColumns, events)[0]
    loudest = columns_of(events).sum(axis=0).argmax()
    assert first.start_s + loudest * first.hop_s == pytest.approx(0.5, abs=first.hop_s)


def test_that_two_words_are_two_spans_that_hold_them():
    words = []
    source = ClipSource(said([7, 3], 48_000))
    events = heard(source, words)
    spans = of(WordHeard, events)
    assert len(spans) == len(words) == 2
    assert spans[0].start_s < 0.75 < spans[0].end_s < spans[1].start_s
    for span, word in zip(spans, words, strict=True):
        assert len(word) == pytest.approx(8000 * (span.end_s - span.start_s), abs=2)


def test_that_a_word_that_is_still_open_when_the_sound_ends_is_heard():
    words = []
    heard(ClipSource(said([7], 8000)[:-3600], 8000), words)
    assert len(words) == 1


def test_that_the_level_of_a_full_scale_sine_is_minus_3_db_with_a_peak_of_0_db():
    level = of(Level, heard(ClipSource(tone(1000, 0.5, amplitude=0.9999))))[0]
    assert level.rms_db == pytest.approx(-3.01, abs=0.05)
    assert level.peak_db == pytest.approx(0.0, abs=0.05)
    assert level.is_clipping


def test_that_speech_at_half_scale_is_not_called_clipping():
    assert not of(Level, heard(ClipSource(tone(1000, 0.5, amplitude=0.5))))[0].is_clipping


def test_that_two_seconds_of_exact_zeros_give_a_hint_about_permission_and_noise_takes_it_back():
    source = ClipSource(np.zeros(2 * 48_000 + 480, np.float32))
    ear = Ear(source, kept([]))
    notices = of(Notice, ear.listen())
    assert [each.key for each in notices] == ["silent"]
    assert "permission" in str(notices[0].error)
    source.intake.take(hush(0.1))
    assert Cleared("silent") in list(ear.listen())


def test_that_a_quiet_room_is_not_called_muted():
    assert keys(heard(ClipSource(hush(3.0, level_db=-90)))) == []


def test_that_sound_that_was_overwritten_before_it_was_read_is_counted_and_the_rest_goes_on():
    source = ClipSource(hush(3.0), capacity_s=1.0)
    events = heard(source)
    assert of(Level, events)[0].gaps == 1
    assert 60 < columns_of(events).shape[1] < 80  # what a second holds, less a tenth


def test_that_gaps_the_system_reports_are_counted():
    source = ClipSource(hush(0.5))
    source.intake.take(hush(0.1), True)
    assert of(Level, heard(source))[0].gaps == 1


def test_that_a_minute_of_talk_is_no_digit_is_told_so_and_keeps_no_more_than_the_ring():
    """Fed as it would come, a second at a time; memory is the ring's."""
    words = []
    source = ClipSource(hush(1.0, 8000), 8000)
    ear = Ear(source, kept(words))
    events = list(ear.listen())
    for second in range(60):
        source.intake.take(tone(300 + second % 7, 1.0, 8000) * np.float32(0.6))
        events += ear.listen()
    assert words == []
    assert 1 <= keys(events).count("too-long") <= 3
    assert Cleared("too-long") not in events
    assert source.ring._samples.size == 80_000


# -- a source that comes and goes --------------------------------------------------------------------------------


class Sources:
    """Opens what it was given, one after the other; a LabError is raised instead."""

    def __init__(self, *sources):
        self.left, self.asked = list(sources), []

    def __call__(self, params, say):
        self.asked.append(params)
        source = self.left.pop(0)
        if isinstance(source, LabError):
            raise source
        return source


def hearing(sources, **params):
    cell = Latest(ListenParams(**params))
    return cell, hear(cell, Mailbox(), threading.Event(), kept([]), sources)


def endless(samples=None):
    source = ClipSource(hush(0.3) if samples is None else samples, name="usb")
    source.is_endless, source.is_simulated = True, False
    source.is_there = True
    source.is_alive = lambda: source.is_there
    return source


def test_that_a_missing_microphone_is_a_sentence_and_is_looked_for_again(monkeypatch):
    monkeypatch.setattr(listen, "RETRY_S", 0.0)
    usb = endless()
    sources = Sources(MissingError("No microphone answered."), MissingError("No microphone answered."), usb)
    _, events = hearing(sources, source="microphone")
    taken = until(events, SourceOpened)
    assert keys(taken) == ["source", "source"]
    assert Cleared("source") in taken
    events.close()
    assert usb.is_closed


def test_that_a_microphone_pulled_out_is_told_and_opened_again_when_it_is_back():
    first, second = endless(), endless()
    _, events = hearing(Sources(first, second), source="microphone")
    until(events, SourceOpened)
    first.is_there = False
    taken = until(events, SourceOpened)
    assert SourceLost("usb") in taken
    assert "went away" in str(of(Notice, taken)[0].error)
    assert first.is_closed
    events.close()
    assert second.is_closed


def test_that_muting_closes_the_device_and_unmuting_opens_it_again():
    first, second = endless(), endless()
    cell, events = hearing(Sources(first, second), source="microphone")
    until(events, SourceOpened)
    cell.set(replace(cell.get(), is_muted=True))
    until(events, SourceClosed)
    assert first.is_closed
    cell.set(replace(cell.get(), is_muted=False))
    until(events, SourceOpened)
    events.close()


def test_that_a_hidden_tab_has_no_microphone_open():
    sources = Sources(endless())
    cell, events = hearing(sources, source="microphone", is_active=False)
    assert {type(event) for event in itertools.islice(events, 4)} <= {Tick, Cleared}
    assert sources.asked == []
    cell.set(replace(cell.get(), is_active=True))
    until(events, SourceOpened)
    events.close()


def test_that_choosing_another_device_closes_the_first():
    first, second = endless(), endless()
    sources = Sources(first, second)
    cell, events = hearing(sources, source="microphone", device="a")
    until(events, SourceOpened)
    cell.set(replace(cell.get(), device="b"))
    until(events, SourceOpened)
    assert first.is_closed
    assert [params.device for params in sources.asked] == ["a", "b"]
    events.close()


def test_that_another_weight_of_the_fusion_leaves_the_microphone_open():
    first = endless()
    cell, events = hearing(Sources(first), source="microphone")
    until(events, SourceOpened)
    cell.set(replace(cell.get(), image_weight=0.9))
    assert not of(SourceClosed, itertools.islice(events, 4))
    events.close()


def test_that_a_file_that_is_over_is_no_loss_and_is_not_opened_again():
    sources = Sources(ClipSource(said([7], 48_000)))
    _, events = hearing(sources, source="file", file="seven.wav")
    taken = until(events, SourceClosed)
    assert taken[-1].is_at_end
    assert len(of(WordHeard, taken)) == 1
    assert not of(Notice, itertools.islice(events, 4))
    assert len(sources.asked) == 1
    events.close()


def test_that_an_unreadable_file_is_told_once_and_not_tried_every_second(monkeypatch):
    monkeypatch.setattr(listen, "RETRY_S", 0.0)
    sources = Sources(LabError("x.wav is not a sound file that can be read."))
    _, events = hearing(sources, source="file", file="x.wav")
    until(events, Notice)
    assert not of(Notice, itertools.islice(events, 4))
    events.close()


def test_that_a_new_moment_forgets_what_was_said():
    cell, events = hearing(Sources(endless()), source="microphone")
    until(events, SourceOpened)
    cell.set(replace(cell.get(), moment=1))
    assert ScoresCleared("audio") in until(events, ScoresCleared)
    events.close()


def test_that_whoever_sets_the_event_is_answered_without_sound():
    """The pen wakes the loop; it may not wait for the microphone."""
    wake = threading.Event()
    events = hear(Latest(ListenParams(is_active=False)), Mailbox(), wake, kept([]), Sources())
    until(events, Tick)
    wake.set()
    assert isinstance(next(events), Tick)
    assert not wake.is_set()
    events.close()


def test_that_a_clocked_source_delivers_its_sound_unchanged_and_ends():
    sound = np.arange(4800, dtype=np.float32) / 4800
    blocks = (sound[start : start + 480] for start in range(0, 4800, 480))
    source = ClockedSource("clip", 48_000, blocks, is_endless=False, pace=1000).start()
    source._thread.join(5)
    assert not source.is_alive()
    np.testing.assert_array_equal(source.ring.read(0, 4800), sound)
    source.close()


def test_that_closing_a_source_that_never_ends_stops_its_thread():
    source = ClockedSource("room", 48_000, (np.zeros(480, np.float32) for _ in itertools.count())).start()
    source.close()
    assert not source.is_alive()


# -- push to talk ------------------------------------------------------------------------------------------------


def held(samples, from_s, to_s, words, rate_hz=8000):
    """What an ear says when the key is down from `from_s` to `to_s` while the sound goes by in 10 ms blocks."""
    source = ClipSource(samples[:0], rate_hz)
    ear, events = Ear(source, kept(words)), []
    for start in range(0, len(samples), rate_hz // 100):
        ear.attend("push", is_held=from_s <= start / rate_hz < to_s)
        source.intake.take(samples[start : start + rate_hz // 100])
        events += ear.listen()
    return events


def test_that_a_held_key_is_the_word_from_just_before_the_press_to_just_after_the_release():
    words = []
    events = held(said([7], 8000), 0.5, 1.3, words)
    (span,) = of(WordHeard, events)
    assert 0.3 < span.start_s < 0.4
    assert 1.38 < span.end_s < 1.5
    assert len(words[0]) == pytest.approx(8000 * (span.end_s - span.start_s), abs=2)


def test_that_the_open_word_is_told_at_the_press_and_closed_at_the_release():
    events = held(said([7], 8000), 0.5, 1.3, [])
    begun, over = of(WordOpen, events)
    assert begun.start_s == pytest.approx(0.35, abs=0.03)
    assert over == WordOpen(None)
    assert events.index(begun) < events.index(of(WordHeard, events)[0]) < events.index(over)


def test_that_words_said_while_no_key_is_held_are_not_heard_in_this_mode():
    words = []
    assert not of(WordHeard, held(said([7, 3], 8000), 99, 99, words))
    assert words == []


def test_that_two_words_under_one_key_are_one_word():
    events = held(said([7, 3], 8000), 0.5, 2.2, [])
    assert len(of(WordHeard, events)) == 1


def test_that_a_slip_of_the_finger_and_a_silent_hold_are_told_and_not_scored():
    words = []
    assert keys(held(hush(2.0, 8000), 0.5, 0.55, words)) == ["no-word"]
    silent = held(hush(2.0, 8000), 0.5, 1.5, words)
    assert keys(silent) == ["no-word"]
    assert "No word was heard" in str(of(Notice, silent)[0].error)
    assert words == []


def test_that_a_key_held_for_ever_says_one_word_of_six_seconds():
    words = []
    events = held(np.concatenate([hush(1.0, 8000), tone(300, 20.0, 8000)]), 0.5, 99, words)
    (span,) = of(WordHeard, events)
    assert span.end_s - span.start_s == pytest.approx(6.0, abs=0.2)


def test_that_a_word_under_the_key_is_heard_when_the_source_ends_before_the_release():
    words = []
    source = ClipSource(said([7], 8000)[:-3600], 8000)
    ear = Ear(source, kept(words))
    ear.attend("push", is_held=True)
    list(ear.listen(to_the_end=True))
    assert words == []  # pressed after all of it had come
    source = ClipSource(np.zeros(0, np.float32), 8000)
    ear = Ear(source, kept(words))
    list(ear.listen())
    ear.attend("push", is_held=True)
    for block in np.array_split(said([7], 8000)[:-3600], 100):
        source.intake.take(block)
    list(ear.listen(to_the_end=True))
    assert len(words) == 1


def test_that_a_word_open_in_one_mode_is_forgotten_in_the_other():
    source = ClipSource(np.zeros(0, np.float32), 8000)
    words = []
    ear = Ear(source, kept(words))
    ear.attend("push", is_held=True)
    source.intake.take(said([7], 8000))
    events = list(ear.listen())
    ear.attend("continuous", is_held=True)
    source.intake.take(hush(1.0, 8000))
    events += list(ear.listen())
    assert words == []
    assert of(WordOpen, events)[-1] == WordOpen(None)


def test_that_in_continuous_mode_the_window_learns_of_a_word_before_it_is_over():
    source = ClipSource(np.zeros(0, np.float32), 8000)
    ear, events = Ear(source, kept([])), []
    for block in np.array_split(said([7], 8000), 100):
        source.intake.take(block)
        events += ear.listen()
    begun, over = of(WordOpen, events)
    (word,) = of(WordHeard, events)
    assert begun.start_s == pytest.approx(word.start_s)
    assert over.start_s is None
    assert events.index(begun) < events.index(word)


def until_tick(events):
    """The loop looks at the params after a tick."""
    until(events, Tick)
    return events


def test_that_the_key_reaches_the_ear_through_the_params():
    source = endless(np.zeros(0, np.float32))
    cell, events = hearing(Sources(source), source="microphone", mode="push")
    until(events, SourceOpened)
    cell.set(replace(cell.get(), is_held=True))
    until(until_tick(events), Tick)
    source.intake.take(said([7], 48_000))
    until(events, WordOpen)
    cell.set(replace(cell.get(), is_held=False))
    until(until_tick(events), Tick)
    source.intake.take(hush(0.5))
    until(events, WordHeard)
    events.close()
