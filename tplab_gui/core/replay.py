"""A moment as a film: its sound as one clip, and when on that clip each point of the drawing appears.

What the loudspeaker has reached is the only clock of a replay, so the pen cannot leave the voice.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.moments import DigitMoment

RATE_HZ = 8000  # at which words are kept
LONG_PAUSE_S, SHORT_PAUSE_S = 3.0, 1.0
LEAD_S, TAIL_S = 0.2, 0.4
LONGEST_S = 120.0


@dataclass(frozen=True, slots=True)
class Film:
    """What is played: samples (n,) float32 at `rate_hz`, and the seconds at which each point of each stroke comes."""

    samples: NDArray[np.float32]
    rate_hz: int
    times_s: tuple[NDArray[np.float64], ...]

    def shown(self, at_s: float) -> list[int]:
        """Return how many points of each stroke are there at a time."""
        return [int(np.searchsorted(times, at_s, side="right")) for times in self.times_s]


def film(moment: DigitMoment) -> Film:
    """Put a moment on one clip; a pause of pen and voice over 3 s lasts 1 s."""
    spans = [(float(times.min()), float(times.max())) for times in moment.ink.times_s if len(times)]
    spans += [(word.start_s, word.end_s) for word in moment.words]
    before, after = _shortened(spans)
    times_s = tuple(np.interp(times, before, after) for times in moment.ink.times_s)
    placed = [(float(np.interp(word.start_s, before, after)), word.samples) for word in moment.words]
    ends = [float(times.max()) for times in times_s if len(times)]
    ends += [start_s + len(samples) / RATE_HZ for start_s, samples in placed]
    length_s = min(max(ends, default=0.0) + TAIL_S, LONGEST_S)
    clip = np.zeros(round(length_s * RATE_HZ), np.float32)
    for start_s, samples in placed:
        first = round(start_s * RATE_HZ)
        part = clip[first : first + len(samples)]
        part += samples[: len(part)]
    return Film(clip, RATE_HZ, times_s)


def _shortened(spans: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """Return places of the moment's time and where they come in the film, for straight lines between them."""
    if not spans:
        return [0.0], [LEAD_S]
    first = min(start for start, _ in spans)
    before, after = [first], [LEAD_S]
    reached = first
    for start, end in sorted(spans):
        if start > reached:
            pause = start - reached
            before.append(start)
            after.append(after[-1] + (SHORT_PAUSE_S if pause > LONG_PAUSE_S else pause))
            reached = start
        if end > reached:
            before.append(end)
            after.append(after[-1] + end - reached)
            reached = end
    return before, after
