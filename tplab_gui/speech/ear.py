"""One open source, heard: its columns, its level, its words, and which digits they were."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice
from tplab_gui.core.events.digits import Level, SpectrogramColumns, WordHeard, WordOpen
from tplab_gui.core.ringbuffer import RingBuffer
from tplab_gui.speech.endpoint import Endpointer, Span, column_levels
from tplab_gui.speech.features import LogMelStream
from tplab_gui.speech.push_to_talk import PushToTalk, is_slip
from tplab_gui.speech.resample import StreamResampler
from tplab_gui.speech.source import Source
from tplab_gui.speech.word_window import FEATURES

Array = NDArray[np.float32]
Score = Callable[[Array], Iterator[object]]  # a word at 8 kHz -> the events that say what it was

BATCH_S = 0.016  # columns are handed on about once per frame of the window
KEPT_S = 8.0  # of sound at 8 kHz; the longest word of the end-pointer and its surroundings are 2.5 s
ALL_ZERO_S = 2.0
CLIPPING = 0.999
SILENCE_DB = -100.0


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
        self._mode, self._key = "continuous", PushToTalk(FEATURES.rate_hz)
        self._loudest_db = SILENCE_DB  # while the key is down
        self._word_db = SILENCE_DB  # what a word must exceed, as the room was when the key was pressed
        self._open: int | None = None  # where the word begins that the window shows as open

    def attend(self, mode: str, *, is_held: bool) -> None:
        """Cut words as `mode` of ListenParams says; `is_held` is the state of the key now."""
        if mode != self._mode:
            self._mode = mode
            self._key.forget()
        waiting = (self._source.ring.written - self._read) / self._source.rate_hz
        now = self._heard.written + round(waiting * FEATURES.rate_hz)
        if mode == "push" and is_held and self._key.start_sample is None:
            self._loudest_db, self._word_db = SILENCE_DB, self._endpointer.start_db
        self._key.hold(is_held=is_held and mode == "push", now_sample=now)

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
                yield from self._follow(column_levels(columns))
        if to_the_end:
            spans = self._endpointer.finish()
            if self._mode == "continuous":
                yield from self._words(spans)
            yield from self._held(is_over=True)

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

    def _follow(self, levels_db: Array) -> Iterator[object]:
        """Find the words; in either mode the end-pointer goes on learning what the room sounds like."""
        spans = self._endpointer.push(levels_db)
        if self._mode == "push":
            self._loudest_db = max(self._loudest_db, float(levels_db.max()))
            yield from self._held()
            begun = self._key.start_sample
        else:
            yield from self._words(spans)
            begun = self._endpointer.open_sample
        if begun != self._open:
            self._open = begun
            yield WordOpen(None if begun is None else begun / FEATURES.rate_hz)

    def _held(self, *, is_over: bool = False) -> Iterator[object]:
        span = self._key.push(self._heard.written, is_over=is_over)
        if span is None:
            return
        if is_slip(span, FEATURES.rate_hz):
            error = LabError(
                "The key was let go at once, so nothing was listened to.",
                hint="Hold the key (or the button) for as long as you speak.",
            )
        elif self._loudest_db < self._word_db:
            error = LabError(
                "No word was heard while the key was held.",
                hint="Speak while you hold it, closer to the microphone.",
            )
        else:
            yield Cleared("no-word")
            yield from self._word(span)
            return
        yield Notice(error, "info", "no-word")

    def _words(self, spans: list[Span]) -> Iterator[object]:
        for span in spans:
            if span.start_sample < self._heard.oldest:
                continue
            yield Cleared("too-long")
            yield from self._word(span)
        if self._endpointer.too_long != self._too_long:
            self._too_long = self._endpointer.too_long
            error = LabError(
                "That sound went on for too long to be one digit, so it was not scored.",
                hint="Say one digit, then pause for a moment.",
            )
            yield Notice(error, "info", "too-long")

    def _word(self, span: Span) -> Iterator[object]:
        start, end = span.start_sample, min(span.end_sample, self._heard.written)
        yield WordHeard(start / FEATURES.rate_hz, end / FEATURES.rate_hz)
        yield from self._score(self._heard.read(start, end - start))


def _db(amplitude: float) -> float:
    return max(SILENCE_DB, 20.0 * float(np.log10(max(amplitude, 1e-9))))
