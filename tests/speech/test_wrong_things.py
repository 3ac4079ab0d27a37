"""Devices as they are: any rate, any number of channels, held by others, and ten minutes of talk."""

import sys
import threading
import tracemalloc

import numpy as np
import pytest

from tests.speech.sources import ClipSource, hush, said, spoken, until
from tests.speech.test_microphone import PortAudio
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.digits import Level, SourceOpened, WordHeard
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech import listen
from tplab_gui.speech.ear import Ear
from tplab_gui.speech.microphone import MicrophoneSource
from tplab_gui.speech.recognise import SoundReader


@pytest.fixture(scope="module")
def reader():
    return SoundReader()


def heard(source, reader):
    """The digits that an ear hears in a source that has delivered everything."""
    digits = []

    def score(word):
        digits.append(int(reader.scores(word).argmax()))
        return iter(())

    list(Ear(source, score).listen(to_the_end=True))
    return digits


@pytest.mark.parametrize("channels", [1, 2, 8])
@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 44_100, 48_000, 96_000])
def test_that_words_are_understood_at_any_rate_through_any_number_of_channels(rate_hz, channels, reader):
    """Every channel hears the word and has a noise of its own, as microphones in a row do."""
    sound = said([7, 3], rate_hz)
    noise = np.random.default_rng(0).standard_normal((len(sound), channels), dtype=np.float32)
    assert heard(ClipSource(sound[:, None] + np.float32(3e-4) * noise, rate_hz), reader) == [7, 3]


def test_that_a_word_in_one_of_eight_channels_is_understood(reader):
    sound = np.zeros((len(said([7], 48_000)), 8), np.float32)
    sound[:, 5] = said([7], 48_000)
    assert heard(ClipSource(sound, 48_000), reader) == [7]


def test_that_a_microphone_of_eight_channels_is_opened_with_all_of_them_and_mixed(monkeypatch):
    library = PortAudio(("array", 8, 48_000), channels=(8,))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    with MicrophoneSource() as source:
        assert library.open_streams[0].channels == 8
        library.deliver(np.tile(np.arange(8, dtype=np.float32) / 8, (480, 1)))
        np.testing.assert_allclose(source.ring.read(0, 480), 3.5 / 8)


def test_that_a_microphone_held_by_another_program_is_told_and_opened_when_it_is_free(monkeypatch):
    library = PortAudio(("USB", 1, 48_000), rates_hz=())
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    monkeypatch.setattr(listen, "RETRY_S", 0.0)
    params = Latest(ListenParams(source="microphone"))
    events = listen.hear(params, Mailbox(), threading.Event(), lambda _word: iter(()))
    notice = until(events, Notice)[-1]
    assert "another program holds it" in str(notice.error)
    assert "Close other programs" in notice.error.hint
    library.rates_hz = (48_000,)
    assert until(events, SourceOpened)[-1].name == "USB"
    events.close()
    assert library.open_streams == []


def test_that_ten_minutes_of_talk_are_heard_word_by_word_in_flat_memory():
    """A word every two seconds for ten minutes, fed a tenth of a second at a time and much faster than real time."""
    rate_hz, minutes = 8000, 10
    minute = np.tile(np.concatenate([spoken(7, rate_hz)[:rate_hz], hush(2.0, rate_hz)])[: 2 * rate_hz], 30)
    minute = minute + hush(60.0, rate_hz, level_db=-65)
    source = ClipSource(hush(1.0, rate_hz), rate_hz)
    ear = Ear(source, lambda _word: iter(()))
    list(ear.listen())
    words, lost, held = 0, 0, []
    tracemalloc.start()
    for _ in range(minutes):
        for block in np.split(minute, 600):
            source.intake.take(block)
            for event in ear.listen():
                words += isinstance(event, WordHeard)
                lost = event.gaps if isinstance(event, Level) else lost
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert words == minutes * 30
    assert lost == 0
    assert held[-1] - held[1] < 100_000  # bytes
