import time

import numpy as np
import pytest

from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.data import Played, PlayPart
from tplab_gui.core.mailbox import Latest
from tplab_gui.speech import player
from tplab_gui.speech.microphone import look_again
from tplab_gui.speech.player import play


def tone(seconds, rate_hz=8000):
    return (0.2 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate_hz)) / rate_hz)).astype(np.float32)


class NoOutput:
    """PortAudio on a machine without a loudspeaker."""

    class PortAudioError(Exception):
        pass

    def query_devices(self, kind):
        raise self.PortAudioError("Error querying device -1")


def test_that_a_machine_without_a_loudspeaker_gets_a_sentence_and_the_cursor_runs_in_silence(monkeypatch):
    monkeypatch.setattr(player, "portaudio", NoOutput)
    begin_s = time.perf_counter()
    notice, *places = list(play(tone(0.2), 8000))
    assert "No loudspeaker" in str(notice.error)
    assert time.perf_counter() - begin_s >= 0.2
    times_s = [each.position_s for each in places]
    assert times_s == sorted(times_s)
    assert len(times_s) > 5
    assert places[-1] == Played(0.2, is_over=True)


def test_that_a_span_runs_from_its_start_to_its_end(monkeypatch):
    monkeypatch.setattr(player, "portaudio", NoOutput)
    _, *places = list(play(tone(1.0), 8000, PlayPart(start_s=0.5, end_s=0.6)))
    assert all(0.5 <= each.position_s <= 0.6 for each in places)
    assert places[-1] == Played(0.6, is_over=True)


def test_that_a_loop_begins_again_until_it_is_switched_off(monkeypatch):
    monkeypatch.setattr(player, "portaudio", NoOutput)
    loops = Latest(True)
    sound = play(tone(0.05), 8000, None, loops)
    next(sound)
    rounds, last_s = 0, 0.0
    for each in sound:
        rounds += each.position_s < last_s
        last_s = each.position_s
        if rounds == 3:
            loops.set(False)
    assert rounds == 3
    assert each.is_over


class Dac:
    """The times of a block, as PortAudio gives them."""

    def __init__(self, plays_at_s):
        self.outputBufferDacTime = plays_at_s


class Clock:
    """A stream of which only the clock is looked at."""

    latency = 0.02

    def __init__(self, time_s):
        self.time = time_s


class StoppedError(Exception):
    pass


def tape(sound, loops=None):
    library = type("Library", (), {"CallbackStop": StoppedError})
    return player._Tape(sound, 8000, loops or Latest(False), library)


def test_that_the_cursor_goes_on_between_two_blocks():
    running = tape(tone(1.0))
    out = np.zeros((800, 1), np.float32)
    running.on_block(out, 800, Dac(10.0), None)
    assert running.reached_s(Clock(9.99)) == 0
    assert running.reached_s(Clock(10.05)) == pytest.approx(0.05)
    assert running.reached_s(Clock(11.0)) == pytest.approx(0.1)  # no further than what was handed over


def test_that_the_tape_hands_over_every_sample_once_then_ends():
    sound, heard = tone(0.2), []
    running = tape(sound)
    out = np.ones((300, 1), np.float32)
    while not running.is_done:
        running.on_block(out, 300, Dac(0.0), None)
        heard.append(out[:, 0].copy())
    with pytest.raises(StoppedError):
        running.on_block(out, 300, Dac(0.0), None)
    heard = np.concatenate(heard)
    np.testing.assert_array_equal(heard[: len(sound)], sound)
    assert not heard[len(sound) :].any()


def test_that_a_loop_joins_end_and_beginning_without_a_gap():
    sound = tone(0.2)
    running = tape(sound, Latest(True))
    out = np.zeros((4000, 1), np.float32)
    running.on_block(out, 4000, Dac(0.0), None)
    np.testing.assert_array_equal(out[:, 0], np.tile(sound, 3)[:4000])


def test_that_a_sound_plays_to_its_end_at_the_device_s_own_rate(virtual_microphone):
    virtual_microphone.plug()
    look_again()
    positions = list(play(tone(0.5), 8000))
    assert positions[-1].is_over
    assert positions[-1].position_s == pytest.approx(0.5, abs=0.01)
    times_s = [each.position_s for each in positions]
    assert times_s == sorted(times_s)
    assert len(times_s) > 5


def test_that_stopping_half_way_lets_go_of_the_device(virtual_microphone):
    virtual_microphone.plug()
    look_again()
    sound = play(tone(10.0), 8000)
    next(sound)
    sound.close()
    assert list(play(tone(0.1), 8000))[-1].is_over


def test_that_a_loudspeaker_that_goes_away_is_said_and_the_cursor_goes_on(virtual_microphone, monkeypatch):
    monkeypatch.setattr(player, "_PATIENCE_S", 0.3)
    virtual_microphone.plug()
    look_again()
    events = []
    for each in play(tone(1.5), 8000):
        events.append(each)
        if len(events) == 10:
            virtual_microphone.unplug()
    (notice,) = (each for each in events if isinstance(each, Notice))
    assert "The loudspeaker is gone" in str(notice.error)
    times_s = [each.position_s for each in events if isinstance(each, Played)]
    assert times_s == sorted(times_s)
    assert events[-1] == Played(1.5, is_over=True)
