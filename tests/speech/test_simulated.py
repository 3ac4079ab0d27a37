"""The simulated microphone and the file that plays: the shipped voices through the callback of a microphone."""

import threading

import numpy as np
import pytest
import soundfile

from tests.speech.sources import ClipSource, said, tone, until
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.digits import SourceClosed, SourceOpened, SpectrogramColumns, WordHeard
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech.listen import Ear, hear, open_source
from tplab_gui.speech.recognise import SoundReader
from tplab_gui.speech.simulated import NOISE_DB, RATE_HZ, file_source, simulated_microphone

HURRY = 100.0


def collected(source, seconds):
    """The first seconds of a source that runs faster than time."""
    wake = threading.Event()
    source.ring.wake_with(wake)
    parts, position = [], 0
    while position < seconds * source.rate_hz:
        assert wake.wait(5)
        wake.clear()
        written = source.ring.written
        parts.append(source.ring.read(position, written - position))
        position = written
    source.close()
    return np.concatenate(parts)[: round(seconds * source.rate_hz)]


def test_that_the_room_is_quiet_until_something_is_said():
    room = collected(simulated_microphone(Mailbox(), pace=HURRY), 1.0)
    assert 20 * np.log10(room.std()) == pytest.approx(NOISE_DB, abs=0.5)


@pytest.fixture(scope="module")
def reader():
    return SoundReader()


def test_that_each_digit_asked_for_is_said_once_in_order_and_understood(reader):
    """Through the ring, the resampler, the columns and the end-pointer, as from a real microphone."""
    say = Mailbox()
    source = simulated_microphone(say, pace=HURRY)
    digits = [7, 0, 3, 9, 1]
    for digit in digits:
        say.put(digit)
    heard = ClipSource(collected(source, 9.0), RATE_HZ)
    words = []
    list(Ear(heard, lambda word: iter([words.append(word)])).listen(to_the_end=True))
    assert [int(reader.scores(word).argmax()) for word in words] == digits


def test_that_the_same_digit_twice_is_said_by_two_voices():
    say = Mailbox()
    source = simulated_microphone(say, pace=HURRY)
    say.put(5)
    say.put(5)
    words = []
    heard = ClipSource(collected(source, 4.0), RATE_HZ)
    list(Ear(heard, lambda word: iter([words.append(word)])).listen(to_the_end=True))
    assert len(words) == 2
    assert len(words[0]) != len(words[1])


def test_that_a_number_that_is_no_digit_is_not_said():
    say = Mailbox()
    source = simulated_microphone(say, pace=HURRY)
    say.put(42)
    assert np.abs(collected(source, 1.0)).max() < 0.01


def test_that_a_file_plays_once_through_the_loop_and_its_word_is_understood(tmp_path, reader):
    path = tmp_path / "three.wav"
    soundfile.write(path, said([3], 44_100), 44_100, subtype="PCM_24")
    words = []
    params = Latest(ListenParams(source="file", file=str(path)))
    events = hear(
        params,
        Mailbox(),
        threading.Event(),
        lambda word: iter([words.append(word)]),
        lambda params, say: file_source(params.file, pace=HURRY),
    )
    taken = until(events, SourceClosed, most=5000)
    events.close()
    assert taken[-1].is_at_end
    assert [int(reader.scores(word).argmax()) for word in words] == [3]
    assert sum(isinstance(event, WordHeard) for event in taken) == 1


def test_that_of_a_ten_minute_file_thirty_seconds_are_heard(tmp_path):
    path = tmp_path / "long.flac"
    soundfile.write(path, np.tile(tone(300, 10.0, 8000), 60), 8000)
    source = file_source(path, pace=100 * HURRY)
    source._thread.join(20)
    assert source.ring.written / 8000 == pytest.approx(30 + 0.9, abs=0.02)


@pytest.mark.parametrize("content", [b"", b"RIFF\x24\x00\x00\x00WAVE", b"not a sound at all"])
def test_that_what_is_no_sound_is_a_sentence(tmp_path, content):
    path = tmp_path / "broken.wav"
    path.write_bytes(content)
    with pytest.raises(LabError, match=r"broken\.wav"):
        open_source(ListenParams(source="file", file=str(path)), Mailbox())


def test_that_the_simulated_microphone_is_opened_by_the_usual_way_and_forgets_old_wishes():
    say = Mailbox()
    say.put(7)
    params = Latest(ListenParams(source="simulated"))
    events = hear(params, say, threading.Event(), lambda word: iter(()))
    opened = until(events, SourceOpened)[-1]
    assert (opened.is_simulated, opened.rate_hz, len(say)) == (True, 48_000, 0)
    assert until(events, SpectrogramColumns)[-1].level_db.shape[0] == len(opened.mel_centres_hz)
    events.close()
