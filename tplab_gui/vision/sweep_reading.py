"""What a curve of scores shows: the zone, the threshold, cliffs, gradual or abrupt. Pure, of numbers.

A *cliff* is a change of 50 points or more within a tenth of the series: what the ten pictures of the report would show
as one step. Where exactly is found by asking the network between the steps (`Search`).
"""

import itertools
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

import numpy as np

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sweep import Cliff, Crossing
from tplab_gui.core.sweep_plan import CRITICAL, OPTIMAL

FALL = 0.5
CLIFF_WIDTH = 0.1
_NEAR = 1e-9
_FINEST = 1 / 2000  # of the series
_PLACES_AT_MOST = 8
_QUESTIONS_AT_MOST = 60  # for one cliff
_T = TypeVar("_T")
Asking = Generator[float, float, _T]


def optimal_steps(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the steps, from 1, whose score is above 99 %."""
    return tuple(step for step, score in enumerate(scores, 1) if score > OPTIMAL)


def steps_below(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the steps, from 1, whose score is below 80 %."""
    return tuple(step for step, score in enumerate(scores, 1) if score < CRITICAL)


def changes(shares: Sequence[float], scores: Sequence[float]) -> list[tuple[int, int]]:
    """Return pairs of steps, from 0, between which a cliff may lie: 50 points over two steps or a tenth of the series.

    Two steps, because one of them may lie halfway down. Overlapping pairs of one direction are one.
    """
    found: list[tuple[int, int]] = []
    for first in range(len(scores) - 1):
        for last in range(first + 1, len(scores)):
            if last > first + 2 and shares[last] - shares[first] > CLIFF_WIDTH + _NEAR:
                break
            if abs(scores[last] - scores[first]) >= FALL:
                goes_on = (
                    found
                    and found[-1][1] >= first
                    and (scores[found[-1][1]] < scores[found[-1][0]]) == (scores[last] < scores[first])
                )
                if goes_on:
                    found[-1] = (found[-1][0], max(last, found[-1][1]))
                else:
                    found.append((first, last))
                break
    return found


class Search:
    """Looks between the steps. Its methods yield the share of the series they want the score of, and are sent it."""

    def __init__(self, shares: Sequence[float], scores: Sequence[float]) -> None:
        self.known = dict(zip(shares, scores, strict=True))
        self.asked = 0

    def score(self, share: float) -> Asking[float]:
        """Return the score at a share of the series, 0 to 1."""
        if share not in self.known:
            self.asked += 1
            self.known[share] = yield share
        return self.known[share]

    def passage(self, first: float, last: float, level: float) -> Asking[tuple[float, float]]:
        """Bisect until two shares are `_FINEST` apart: between them, as between the ends, it passes `level`."""
        is_above = self.known[first] >= level
        while last - first > _FINEST:
            middle = (first + last) / 2
            score = yield from self.score(middle)
            if (score >= level) == is_above:
                first = middle
            else:
                last = middle
        return first, last

    def steepest(self, first: float, last: float, *, is_fall: bool) -> Asking[tuple[float, float]]:
        """Return the two closest shares found between which the score falls (or rises) by 50 points."""
        asked = 0
        while True:
            places = sorted(share for share in self.known if first <= share <= last)
            low, high = self._closest(places, -1 if is_fall else 1)
            begin, end = max(0, places.index(low) - 1), min(len(places) - 1, places.index(high) + 1)
            gap, at = max(
                (after - before, (before + after) / 2)
                for before, after in itertools.pairwise(places[begin : end + 1])
            )
            if gap <= max(_FINEST, (high - low) / 8) or asked >= _QUESTIONS_AT_MOST:
                return low, high
            yield from self.score(at)
            asked += 1

    def _closest(self, places: Sequence[float], sign: int) -> tuple[float, float]:
        pairs = (
            (after - before, before, after)
            for number, before in enumerate(places)
            for after in places[number + 1 :]
            if sign * (self.known[after] - self.known[before]) >= FALL
        )
        _, low, high = min(pairs)
        return low, high


def crossings(
    shares: Sequence[float], scores: Sequence[float], search: Search, value_at: Callable[[float], float]
) -> Asking[tuple[Crossing, ...]]:
    """Return where the score passes 80 %; the first eight places."""
    found: list[Crossing] = []
    for step in range(len(scores) - 1):
        is_above, will_be = scores[step] >= CRITICAL, scores[step + 1] >= CRITICAL
        if is_above != will_be and len(found) < _PLACES_AT_MOST:
            low, high = yield from search.passage(shares[step], shares[step + 1], CRITICAL)
            share = (low + high) / 2
            found.append(Crossing((step + 1, step + 2), value_at(low), value_at(high), share, is_above))
    return tuple(found)


def cliffs(
    shares: Sequence[float], scores: Sequence[float], search: Search, value_at: Callable[[float], float]
) -> Asking[tuple[Cliff, ...]]:
    """Return the changes of 50 points within a tenth of the series; the first eight that may be some."""
    found: list[Cliff] = []
    for begin, end in changes(shares, scores)[:_PLACES_AT_MOST]:
        is_fall = scores[end] < scores[begin]
        first, last = max(0, begin - 1), min(len(shares) - 1, end + 1)  # a step may lie halfway down
        low, high = yield from search.steepest(shares[first], shares[last], is_fall=is_fall)
        if high - low <= CLIFF_WIDTH:
            around = max(step for step in range(first, last) if shares[step] <= low)
            after = min(step for step in range(first + 1, last + 1) if shares[step] >= high)
            ends = (value_at(low), value_at(high), (low + high) / 2)
            found.append(Cliff((around + 1, after + 1), *ends, scores[around], scores[after], high - low))
    return tuple(found)


def verdict(
    scores: Sequence[float], crossed: Sequence[Crossing], steep: Sequence[Cliff], *, is_random: bool = False
) -> str:
    """Return 'never', 'stable', 'unordered', 'abrupt', 'gradual' or 'mixed'."""
    if max(scores) < CRITICAL:
        return "never"
    if min(scores) >= CRITICAL:
        return "stable"
    if is_random:
        return "unordered"
    at_cliff = [any(abs(each.share - cliff.share) <= CLIFF_WIDTH for cliff in steep) for each in crossed]
    if all(at_cliff):
        return "abrupt"
    return "mixed" if steep else "gradual"


def sentence(
    kind: str, scores: Sequence[float], steep: Sequence[Cliff], each: Sequence[Sequence[float]]
) -> Sentence:
    """Say what `verdict` found, with the numbers that it rests on; `each` holds the scores of each picture."""
    low, high = f"{100 * min(scores):.2f}", f"{100 * max(scores):.2f}"
    below, steps = len(steps_below(scores)), len(scores)
    if kind == "never":
        return Sentence(
            "The score never reaches 80 % in this series (at most {high} %): how it reacts is not established.",
            {"high": high},
        )
    if kind == "stable":
        return Sentence(
            "The score stays above 80 % in the whole series (at least {low} %): this network bears it.",
            {"low": low},
        )
    if kind == "unordered":
        return Sentence(
            "{below} of {steps} random draws fall below 80 % (the least gives {low} %). Draws have no order, so that "
            "gradual or abrupt cannot be told from them.",
            {"below": below, "steps": steps, "low": low},
        )
    if kind == "gradual":
        return Sentence(
            "Gradual: the score passes 80 %, but never changes by 50 points within a tenth of the series "
            "({below} of {steps} steps lie below 80 %).",
            {"below": below, "steps": steps},
        )
    width = f"{100 * min(cliff.width for cliff in steep):.1f}"
    values = {"cliffs": len(steep), "width": width}
    if len(each) > 1:
        values |= {"broken": sum(_jumps(one) for one in each), "pictures": len(each)}
        return Sentence(
            "Abrupt in the mean of the pictures (cliffs: {cliffs}; at the steepest, 50 points within {width} % of the "
            "series). Between two steps, {broken} of {pictures} pictures lose or win 50 points.",
            values,
        )
    if kind == "mixed":
        return Sentence(
            "Partly abrupt: the score breaks off (cliffs: {cliffs}; at the steepest, 50 points within {width} % of the "
            "series), and elsewhere it passes 80 % gradually.",
            values,
        )
    return Sentence(
        "Abrupt: the score passes 80 % only where it breaks off (cliffs: {cliffs}; at the steepest, 50 points within "
        "{width} % of the series).",
        values,
    )


def heat_sentence(
    scores: Sequence[float], energies: Sequence[float | None], on_object: Sequence[float | None]
) -> Sentence:
    """Say whether the heat stays on the object where the score falls below 80 %."""
    known = [
        (score, energy, peak)
        for score, energy, peak in zip(scores, energies, on_object, strict=True)
        if energy is not None and peak is not None
    ]
    high = [row for row in known if row[0] >= CRITICAL]
    low = [row for row in known if row[0] < CRITICAL]
    if not high or len(low) < 2:
        return Sentence(
            "Whether the heat leaves the object when the score falls is not established: it takes a step above 80 % "
            "and two below at which the object is in the picture."
        )
    inside_high, inside_low = (100 * float(np.mean([row[1] for row in rows])) for rows in (high, low))
    peaks_low = float(np.mean([row[2] for row in low]))
    values = {
        "high": f"{inside_high:.0f}",
        "low": f"{inside_low:.0f}",
        "peaks": f"{100 * peaks_low:.0f}",
        "steps": len(low),
    }
    if peaks_low >= 0.75:
        return Sentence(
            "The heat stays on the object although the score falls: below 80 % its maximum lies there in {peaks} % of "
            "{steps} steps; the object holds {low} % of the heat, {high} % above.",
            values,
        )
    if peaks_low <= 0.25:
        return Sentence(
            "The heat leaves the object when the score falls: below 80 % its maximum lies there in {peaks} % of "
            "{steps} steps; the object holds {low} % of the heat, {high} % above.",
            values,
        )
    return Sentence(
        "The heat stays on the object at some steps only: below 80 % its maximum lies there in {peaks} % of {steps} "
        "steps; the object holds {low} % of the heat, {high} % above.",
        values,
    )


def _jumps(scores: Sequence[float]) -> bool:
    return any(abs(after - before) >= FALL for before, after in itertools.pairwise(scores))
