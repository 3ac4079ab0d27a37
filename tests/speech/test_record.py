"""Takes: the word that answers a prompt, cut by the end-pointer, with what speaks against it."""

import numpy as np
import pytest

from tests.speech.sources import ClipSource, hush, said, spoken, tone
from tplab_gui.core.events.digits import SourceOpened
from tplab_gui.core.events.recording import Prompt, TakeHeard, TakeMissed, WaveHeard
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech.endpoint import EndpointParams
from tplab_gui.speech.recognise import SoundReader
from tplab_gui.speech.record import SHORTEST_S, problem, record

PROMPT = Prompt(1, 3)
MARGINS_S = (EndpointParams().before_ms + EndpointParams().after_ms) / 1000


def heard(samples, rate_hz=48_000, prompt=PROMPT):
    """All events of a source that has delivered everything, up to the end of it."""
    source = ClipSource(samples, rate_hz)
    opened = iter([source])
    job = record(Latest(ListenParams(source="file")), Latest(prompt), Mailbox(), lambda *_: next(opened))
    events = []
    while not (events and source.is_closed):
        events.append(next(job))
    events += [next(job) for _ in range(3)]
    job.close()
    return events


def takes(events):
    return [event for event in events if isinstance(event, (TakeHeard, TakeMissed))]


@pytest.mark.parametrize("rate_hz", [8000, 44_100, 48_000])
def test_that_the_word_comes_at_8_khz_trimmed_and_is_still_that_word(rate_hz):
    (take,) = takes(heard(said([3], rate_hz), rate_hz))
    word_s = len(spoken(3, 8000)) / 8000
    assert take.problem is None
    assert (take.number, take.rate_hz) == (1, 8000)
    assert take.samples.size / 8000 < word_s + MARGINS_S + 0.1
    assert np.argmax(SoundReader().scores(take.samples)) == 3


def test_that_one_prompt_gets_one_take_however_much_is_said():
    assert len(takes(heard(said([3, 5, 7], 16_000), 16_000))) == 1


def test_that_without_a_prompt_nothing_is_taken():
    events = heard(said([3], 16_000), 16_000, Prompt())
    assert takes(events) == []
    assert any(isinstance(event, SourceOpened) for event in events)


def test_that_silence_is_missed_with_advice():
    (missed,) = takes(heard(hush(5.0, 16_000), 16_000))
    assert isinstance(missed, TakeMissed)
    assert missed.problem.advice()


def test_that_a_sound_that_never_ends_is_missed():
    room = hush(0.6, 16_000)
    hum = np.concatenate([room, tone(300, 2.5, 16_000) * np.linspace(0.2, 1, 40_000, dtype=np.float32), room])
    (missed,) = takes(heard(hum, 16_000))
    assert isinstance(missed, TakeMissed)


def test_that_a_word_that_is_cut_off_at_full_scale_is_told_though_resampling_hides_it():
    loud = np.clip(said([3], 48_000) * 40, -1, 1)
    (take,) = takes(heard(loud))
    assert "clipping" in str(take.problem)


def test_that_a_word_from_the_next_room_is_told():
    quiet = hush(0.6, 16_000, -90.0)
    far = np.concatenate([quiet, 0.02 * spoken(3, 16_000), hush(0.6, 16_000, -90.0)])
    (take,) = takes(heard(far, 16_000))
    assert "quiet" in str(take.problem)


def test_that_a_click_is_too_short():
    short = round((MARGINS_S + SHORTEST_S) * 8000)
    click = tone(500, 1.0, 8000)
    assert "short" in str(problem(click[: short - 400], click))
    assert problem(click[: short + 400], click) is None


def test_that_the_envelope_holds_the_peaks_of_what_was_heard():
    samples = said([3], 16_000)
    waves = [event for event in heard(samples, 16_000) if isinstance(event, WaveHeard)]
    high = np.concatenate([wave.high for wave in waves])
    assert waves[0].bin_s == pytest.approx(0.01)
    assert high.max() == pytest.approx(samples.max())
    assert high.size == len(samples) // 160
