"""The sound loop: whatever source is chosen, its columns, its level, its words, and which digits they were.

`Ear` hears one open source; `hear` keeps the chosen source open, loses it, finds it again. Nobody here knows whether
a person, a file or a voice of the lab is speaking.
"""

import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Tick
from tplab_gui.core.events.digits import (
    Level,
    ScoresCleared,
    SourceClosed,
    SourceLost,
    SourceOpened,
    SpectrogramColumns,
    WordHeard,
)
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.core.ringbuffer import RingBuffer
from tplab_gui.speech.endpoint import Endpointer, column_levels
from tplab_gui.speech.features import LogMelStream, mel_centres_hz
from tplab_gui.speech.resample import StreamResampler
from tplab_gui.speech.source import Source
from tplab_gui.speech.word_window import FEATURES

Array = NDArray[np.float32]
Opener = Callable[[ListenParams, Mailbox[int]], Source]
Score = Callable[[Array], Iterator[object]]  # a word at 8 kHz -> the events that say what it was

BATCH_S = 0.016  # columns are handed on about once per frame of the window
KEPT_S = 8.0  # of sound at 8 kHz; the longest word and its surroundings are 2.3 s
RETRY_S = 1.0
ALL_ZERO_S = 2.0
CLIPPING = 0.999
SILENCE_DB = -100.0


def open_source(params: ListenParams, say: Mailbox[int]) -> Source:
    """Open what `params` asks for; raises `LabError` when it cannot be had."""
    if params.source == "microphone":
        from tplab_gui.speech.microphone import MicrophoneSource, look_again

        look_again()
        return MicrophoneSource(params.device)
    from tplab_gui.speech.simulated import file_source, simulated_microphone

    if params.source == "file":
        return file_source(params.file)
    say.take_all()  # what was asked for while nobody listened is not said later
    return simulated_microphone(say, params.language)


class Ear:
    """Hears one open source, from its first sample on.

    Parameters
    ----------
    source : Source
    score : callable
        Given a word at 8 kHz, yields the events that say what it was.

    """

    def __init__(self, source: Source, score: Score) -> None:
        self._source, self._score = source, score
        self._resampler = StreamResampler(source.rate_hz, FEATURES.rate_hz)
        self._stream, self._endpointer = LogMelStream(FEATURES), Endpointer(FEATURES)
        self._heard = RingBuffer(round(KEPT_S * FEATURES.rate_hz))
        self._read = 0  # samples of the source's ring that were taken
        self._lost = 0  # times the ring was overwritten before it was read
        self._zeros = 0  # exact zeros in a row
        self._too_long = 0

    def listen(self, *, to_the_end: bool = False) -> Iterator[object]:
        """Yield what has come since the last call; nothing when that is less than a frame of the window.

        With `to_the_end` everything is taken, and a word that is still open is closed.
        """
        least = 1 if to_the_end else round(BATCH_S * self._source.rate_hz)
        while self._source.ring.written - self._read >= least:
            block = self._take()
            yield self._level(block)
            yield from self._zero_notice(block)
            samples = self._resampler.push(block)
            self._heard.write(samples)
            start = self._stream.columns
            columns = self._stream.push(samples)
            if columns.shape[1]:
                yield self._columns(start, columns)
                yield from self._words(self._endpointer.push(column_levels(columns)))
        if to_the_end:
            yield from self._words(self._endpointer.finish())

    def _take(self) -> Array:
        """Take what is there, at most a second of it: a word must be cut out before its sound is forgotten."""
        ring = self._source.ring
        if self._read < ring.oldest:  # overwritten: go on with what is there
            self._lost += 1
            # The writer goes on meanwhile; a tenth of the ring is room enough.
            self._read = ring.oldest + (ring.written - ring.oldest) // 10
        count = min(ring.written - self._read, self._source.rate_hz)
        block = ring.read(self._read, count)
        self._read += count
        return block

    def _level(self, block: Array) -> Level:
        peak = float(np.abs(block).max())
        rms = float(np.sqrt(np.mean(block * block)))
        return Level(_db(rms), _db(peak), peak >= CLIPPING, self._source.gaps + self._lost)

    def _zero_notice(self, block: Array) -> Iterator[object]:
        limit = ALL_ZERO_S * self._source.rate_hz
        was_silent = self._zeros >= limit
        self._zeros = 0 if block.any() else self._zeros + block.size
        if self._zeros >= limit and not was_silent:
            error = LabError(
                "The microphone {device} delivers no sound at all, not even noise.",
                hint="It may be muted, or this program has no permission to use it: look in the system's sound "
                "and privacy settings.",
                device=self._source.name,
            )
            yield Notice(error, "warning", "silent")
        elif was_silent and not self._zeros:
            yield Cleared("silent")

    def _columns(self, start: int, columns: Array) -> SpectrogramColumns:
        hop_s = FEATURES.hop_samples / FEATURES.rate_hz
        centre_s = FEATURES.n_fft / 2 / FEATURES.rate_hz
        return SpectrogramColumns(start * hop_s + centre_s, hop_s, columns)

    def _words(self, spans: list) -> Iterator[object]:
        for span in spans:
            end = min(span.end_sample, self._heard.written)
            if span.start_sample < self._heard.oldest:
                continue
            yield Cleared("too-long")
            yield WordHeard(span.start_sample / FEATURES.rate_hz, end / FEATURES.rate_hz)
            yield from self._score(self._heard.read(span.start_sample, end - span.start_sample))
        if self._endpointer.too_long != self._too_long:
            self._too_long = self._endpointer.too_long
            error = LabError(
                "That sound went on for too long to be one digit, so it was not scored.",
                hint="Say one digit, then pause for a moment.",
            )
            yield Notice(error, "info", "too-long")


def hear(
    params: Latest[ListenParams],
    say: Mailbox[int],
    wake: threading.Event,
    score: Score,
    open_source: Opener = open_source,
) -> Iterator[object]:
    """Hear the chosen source until closed; yields events at least every 100 ms.

    A microphone that is missing or goes away is looked for every second. `wake` is set by the source's ring and by
    `params`; whoever sets it besides gets a `Tick` at once.
    """
    params.wake_with(wake)
    seen = -1
    wanted: tuple[object, ...] = ()
    moment = params.get().moment
    source: Source | None = None
    ear: Ear | None = None
    retry_at_s = 0.0
    try:
        while True:
            if params.version != seen:
                seen, now = params.read()
                if now.moment != moment:
                    moment = now.moment
                    yield ScoresCleared("audio")
                if _wanted(now) != wanted:
                    wanted, retry_at_s = _wanted(now), 0.0
                    yield Cleared("source")
                    yield Cleared("silent")
                    if source is not None:
                        source.close()
                        yield SourceClosed(source.name)
                        source = ear = None
            if source is None and wanted and time.monotonic() >= retry_at_s:
                try:
                    source = open_source(params.get(), say)
                except LabError as error:
                    yield Notice(error, "warning", "source")
                    is_there_hope = params.get().source == "microphone"
                    retry_at_s = time.monotonic() + RETRY_S if is_there_hope else float("inf")
                else:
                    source.ring.wake_with(wake)
                    ear = Ear(source, score)
                    yield Cleared("source")
                    centres = tuple(float(hz) for hz in mel_centres_hz(FEATURES))
                    yield SourceOpened(source.name, source.rate_hz, source.is_simulated, centres)
            if source is not None and ear is not None:
                is_alive = source.is_alive()
                yield from ear.listen(to_the_end=not is_alive)
                if not is_alive:
                    source.close()
                    yield from _ended(source)
                    retry_at_s = 0.0 if source.is_endless else float("inf")
                    source = ear = None
            yield Tick()
            wake.wait(0.1)
            wake.clear()
    finally:
        if source is not None:
            source.close()


def _wanted(params: ListenParams) -> tuple[object, ...]:
    """Return what decides which source is open; empty when none may be."""
    if params.is_muted or not params.is_active:
        return ()
    return params.source, params.device, params.file, params.generation, params.language


def _ended(source: Source) -> Iterator[object]:
    if not source.is_endless:
        yield SourceClosed(source.name, is_at_end=True)
        return
    yield SourceLost(source.name)
    error = LabError(
        "The microphone {device} went away while the lab was listening.",
        hint="Plug it in again: the lab looks for it every second. Or choose another source.",
        device=source.name,
    )
    yield Notice(error, "warning", "source")


def _db(amplitude: float) -> float:
    return max(SILENCE_DB, 20.0 * float(np.log10(max(amplitude, 1e-9))))
