"""Where a word begins and ends: energy with hysteresis above a noise floor that is learned all the time.

The floor is a low quantile of the last seconds, whatever was in them (Martin, "Noise Power Spectral Density
Estimation Based on Optimal Smoothing and Minimum Statistics", IEEE Trans. Speech Audio Process. 9, 504, 2001): no
decision "speech or not" feeds back into it, so it cannot lock up, and a steady tone soon counts as floor. Separate
from recognition, which only ever sees a finished span.
"""

from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.speech.features import FeatureParams

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of sound, in samples since the first one: start_sample <= i < end_sample."""

    start_sample: int
    end_sample: int


@dataclass(frozen=True, slots=True)
class EndpointParams:
    """When a sound is a word. Levels in dB, times in milliseconds."""

    start_above_db: float = 7.0
    stay_above_db: float = 5.0
    quietest_db: float = -62.0  # nothing below this level starts a word, however silent the room
    confirm_ms: float = 50.0
    hangover_ms: float = 280.0
    shortest_ms: float = 90.0
    longest_ms: float = 1800.0
    # What is this far below a word's loudest moment belongs to the room, though it is above the floor: noise that
    # swells, or the end of a recording.
    below_peak_db: float = 30.0
    # "five" and "six" begin with a hiss that is weaker than the vowel that starts the word, "eight" ends with one
    # after a silence; both margins cost no time, and the recogniser trims them again (docs/adr/0008).
    before_ms: float = 200.0
    after_ms: float = 160.0
    memory_ms: float = 3000.0
    floor_quantile: float = 0.25


def column_levels(columns: Array) -> Array:
    """Level of every log-mel column: the power of all bands together.

    Parameters
    ----------
    columns : ndarray, shape (n_mels, n), float32, dB

    Returns
    -------
    ndarray, shape (n,), float32, dB. Bands start at 100 Hz in the shipped settings, so mains hum counts for little.
    """
    power = np.sum(10.0 ** (np.asarray(columns, dtype=np.float64) / 10), axis=0)
    return (10.0 * np.log10(np.maximum(power, 1e-12))).astype(np.float32)


class Endpointer:
    """Cuts a live stream of levels into words.

    Feed it with the level of every hop, in order and without gaps; it remembers `memory_ms` of levels and no sound.
    `too_short` and `too_long` count the sounds that were no word: clicks, and talk or tones.
    """

    def __init__(self, features: FeatureParams | None = None, params: EndpointParams | None = None) -> None:
        features = features or FeatureParams()
        self.params = params or EndpointParams()
        self.hop_samples = features.hop_samples
        self._frame_samples = features.n_fft
        self._hop_ms = 1000.0 * features.hop_samples / features.rate_hz
        self._recent: deque[float] = deque(maxlen=self._hops(self.params.memory_ms))
        self._sorted: list[float] = []  # the same, so that a quantile is looked up and not computed every hop
        self._last: deque[float] = deque(maxlen=3)
        self._hop = 0  # of the next level
        self._loud_run = 0
        self._began: int | None = None
        self._loudest_end = 0  # hop after the last one above the staying threshold
        self._peak_db = -np.inf  # the loudest level of the word that is open
        self._rest_db = (
            -np.inf
        )  # what a word has left behind that had not fallen to the floor: no word by itself
        self._earliest_sample = 0  # a span never reaches back into the one before
        self._must_calm = False  # after an overlong sound: wait until it ends
        self.too_short = 0
        self.too_long = 0

    def _hops(self, duration_ms: float) -> int:
        return max(1, round(duration_ms / self._hop_ms))

    @property
    def is_in_word(self) -> bool:
        """Whether a word has begun and not yet ended."""
        return self._began is not None

    @property
    def floor_db(self) -> float:
        """The noise floor as learned so far, dB; -120 before the first level."""
        if not self._recent:
            return -120.0
        place = self.params.floor_quantile * (len(self._sorted) - 1)
        low = self._sorted[int(place)]
        return low + (place - int(place)) * (self._sorted[min(int(place) + 1, len(self._sorted) - 1)] - low)

    @property
    def start_db(self) -> float:
        """The level above which a word begins, dB."""
        return max(self.floor_db + self.params.start_above_db, self.params.quietest_db)

    @property
    def open_sample(self) -> int | None:
        """Where the word begins that has not yet ended, with its margin; None when there is none."""
        return None if self._began is None else self._start_sample(self._began)

    def push(self, levels_db: Array) -> list[Span]:
        """Take the next levels, shape (n,), dB, and get the words that ended in them."""
        spans = (self._step(float(level)) for level in np.atleast_1d(levels_db))
        return [span for span in spans if span is not None]

    def finish(self) -> list[Span]:
        """End of the stream: close the word that is still open, if any."""
        span = self._close() if self._began is not None else None
        return [span] if span is not None else []

    def _step(self, raw_db: float) -> Span | None:
        if len(self._recent) == self._recent.maxlen:
            del self._sorted[bisect_left(self._sorted, self._recent[0])]
        self._recent.append(raw_db)
        insort(self._sorted, raw_db)
        self._last.append(raw_db)
        level = sum(self._last) / len(self._last)
        hop, self._hop = self._hop, self._hop + 1
        floor = self.floor_db
        start_db = max(floor + self.params.start_above_db, self.params.quietest_db)
        stay_db = max(floor + self.params.stay_above_db, self.params.quietest_db)
        if self._must_calm:
            self._must_calm = level > stay_db
            return None
        if self._began is None:
            self._rest_db = self._rest_db if level > stay_db else -np.inf
            self._loud_run = self._loud_run + 1 if level > max(start_db, self._rest_db) else 0
            if self._loud_run >= self._hops(self.params.confirm_ms):
                self._began = hop - self._loud_run + 1
                self._loudest_end, self._peak_db = hop + 1, level
            return None
        self._peak_db = max(self._peak_db, level)
        self._rest_db = self._peak_db - self.params.below_peak_db
        if level > max(stay_db, self._rest_db):
            self._loudest_end = hop + 1
        if self._loudest_end - self._began > self._hops(self.params.longest_ms):
            self.too_long += 1
            self._began, self._loud_run, self._must_calm = None, 0, True
            return None
        return self._close() if hop + 1 - self._loudest_end >= self._hops(self.params.hangover_ms) else None

    def _close(self) -> Span | None:
        began, ended = self._began or 0, self._loudest_end
        self._began, self._loud_run = None, 0
        if ended - began < self._hops(self.params.shortest_ms):
            self.too_short += 1
            self._rest_db = -np.inf
            return None
        after = self._hops(self.params.after_ms)
        start = self._start_sample(began)
        heard = (self._hop - 1) * self.hop_samples + self._frame_samples
        end = min((ended - 1 + after) * self.hop_samples + self._frame_samples, heard)
        self._earliest_sample = end
        return Span(start, end)

    def _start_sample(self, began: int) -> int:
        before = self._hops(self.params.before_ms)
        return max(self._earliest_sample, (began - before) * self.hop_samples, 0)
