"""The job behind the page Record: the chosen source is heard, and the word that answers a prompt becomes a take.

Listening is `listen.hear`, so a microphone that goes away is looked for as in the Digits tab, and a take is cut by the
same end-pointer. Nothing is stored here: the user hears a take before it is kept (`data.recordings`).
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick
from tplab_gui.core.events.digits import Level, SourceClosed, SourceOpened, WordHeard
from tplab_gui.core.events.recording import Prompt, TakeHeard, TakeMissed, WaveHeard
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech.endpoint import EndpointParams
from tplab_gui.speech.listen import Opener, hear, open_source
from tplab_gui.speech.source import Source
from tplab_gui.speech.word_window import FEATURES

Array = NDArray[np.float32]

PATIENCE_S = 4.0  # of the source's own time, for a word to begin and end after its prompt
EARLY_S = 0.4  # who speaks just before the prompt is there has answered it
BINS_PER_S = 100
CLIPPED_SAMPLES = 3  # one sample at full scale may be a coincidence
CLIPPING = 0.999
QUIET_PEAK = 10 ** (-32 / 20)
SHORTEST_S = 0.12  # of the audible part: "two" and "eight" said fast last 0.18 s


@dataclass(frozen=True, slots=True)
class _Word:
    samples: Array  # at 8 kHz


def record(
    params: Latest[ListenParams],
    prompts: Latest[Prompt],
    say: Mailbox[int],
    open_source: Opener = open_source,
) -> Iterator[object]:
    """Hear the chosen source until closed; answer each prompt by one `TakeHeard` or `TakeMissed`.

    Yields besides the events of `listen.hear`, and `WaveHeard` for what is heard meanwhile. A prompt outlives a source
    that goes away: its patience begins again with the next one.
    """
    taker = _Taker(open_source)
    wake = threading.Event()
    prompts.wake_with(wake)
    seen = -1
    for event in hear(params, say, wake, taker.hold, taker.open):
        if prompts.version != seen:
            seen, prompt = prompts.read()
            taker.ask(prompt)
        yield from taker.answers(event)


class _Taker:
    """What is waited for, and the open source it is waited for from."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._source: Source | None = None
        self._waiting = Prompt()
        self._asked_s = 0.0  # in the source's own time
        self._drawn = 0  # samples of the source's ring that are in the envelope
        self._span = WordHeard(0.0, 0.0)

    def open(self, params: ListenParams, say: Mailbox[int]) -> Source:
        """Open the source, and keep hold of its ring: only there are the samples as the device gave them."""
        self._source = self._opener(params, say)
        return self._source

    def hold(self, samples: Array) -> Iterator[object]:
        """Take a word, shape (n,), at 8 kHz."""
        yield _Word(samples)

    def ask(self, prompt: Prompt) -> None:
        """Wait for the next word, instead of any other."""
        self._waiting = prompt
        self._asked_s = self._now_s()

    def answers(self, event: object) -> Iterator[object]:
        """Pass on what was heard, with the takes it holds."""
        match event:
            case SourceOpened():
                self._drawn, self._asked_s = 0, 0.0
            case WordHeard():
                self._span = event
            case _Word(samples=samples):
                yield from self._take(samples)
                return
            case Notice(key="too-long"):
                yield from self._miss(event.error)
                return
            case Level():
                yield from self._wave()
            case SourceClosed(is_at_end=True):
                yield from self._miss(_nothing())
            case Tick() if self._now_s() - self._asked_s > PATIENCE_S:
                yield from self._miss(_nothing())
        yield event

    def _now_s(self) -> float:
        return self._source.ring.written / self._source.rate_hz if self._source is not None else 0.0

    def _take(self, samples: Array) -> Iterator[object]:
        if not self._waiting.number or self._span.start_s < self._asked_s - EARLY_S:
            return
        number, self._waiting = self._waiting.number, Prompt()
        yield TakeHeard(number, samples, FEATURES.rate_hz, problem(samples, self._as_given()))

    def _as_given(self) -> Array:
        """Return the word at the device's own rate, as far as it is still there."""
        source = self._source
        if source is None:
            return np.empty(0, np.float32)
        start = max(round(self._span.start_s * source.rate_hz), source.ring.oldest)
        end = min(round(self._span.end_s * source.rate_hz), source.ring.written)
        return source.ring.read(start, max(0, end - start))

    def _miss(self, error: LabError) -> Iterator[object]:
        if self._waiting.number:
            number, self._waiting = self._waiting.number, Prompt()
            yield TakeMissed(number, error)

    def _wave(self) -> Iterator[object]:
        source = self._source
        if source is None:
            return
        size = max(1, source.rate_hz // BINS_PER_S)
        if self._drawn < source.ring.oldest:  # the computer slept
            self._drawn = source.ring.written - source.ring.written % size
        bins = (source.ring.written - self._drawn) // size
        if bins:
            parts = source.ring.read(self._drawn, bins * size).reshape(bins, size)
            self._drawn += bins * size
            yield WaveHeard(parts.min(axis=1), parts.max(axis=1), size / source.rate_hz)


def problem(samples: Array, as_given: Array) -> LabError | None:
    """Say what speaks against a take, or None.

    Parameters
    ----------
    samples : ndarray, shape (n,), float32, the word as it was cut, at 8 kHz, full scale = 1
    as_given : ndarray, shape (m,), float32, the same stretch as the device gave it: resampling hides clipping

    """
    if np.count_nonzero(np.abs(as_given) >= CLIPPING) >= CLIPPED_SAMPLES:
        return LabError(
            "This take was too loud: its peaks are cut off (clipping).",
            hint="Move away from the microphone, or lower its level in the system's sound settings.",
        )
    if samples.size == 0 or float(np.abs(samples).max()) < QUIET_PEAK:
        return LabError(
            "This take is very quiet.",
            hint="Come closer to the microphone, or raise its level in the system's sound settings.",
        )
    cut = EndpointParams()
    if samples.size / FEATURES.rate_hz - (cut.before_ms + cut.after_ms) / 1000 < SHORTEST_S:
        return LabError(
            "This take is too short for a digit.",
            hint="It may be a click, or its end is missing: say it again.",
        )
    return None


def _nothing() -> LabError:
    return LabError(
        "Nothing was heard.", hint="Speak when the digit is shown, and watch whether the level moves."
    )
