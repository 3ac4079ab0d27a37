"""What a curve of scores shows: the zone, the threshold, cliffs, gradual or abrupt. Pure, of numbers.

A *cliff* is a change of 50 points or more within a tenth of the series: what the ten pictures of the report would show
as one step. Where exactly is found by bisection (`located`), which asks the network between the steps.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sweep import Cliff, Crossing
from tplab_gui.core.sweep_plan import CRITICAL, OPTIMAL

FALL = 0.5
CLIFF_WIDTH = 0.1
_NEAR = 1e-9
_FINEST = 1 / 2000  # of the series
_PLACES_AT_MOST = 8


@dataclass(frozen=True)
class Window:
    """Two steps (counted from 0) between which the score changes by 50 points or more."""

    first: int
    last: int


def optimal_steps(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the steps, from 1, whose score is above 99 %."""
    return tuple(step for step, score in enumerate(scores, 1) if score > OPTIMAL)


def steps_below(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the steps, from 1, whose score is below 80 %."""
    return tuple(step for step, score in enumerate(scores, 1) if score < CRITICAL)


def windows(shares: Sequence[float], scores: Sequence[float]) -> list[Window]:
    """Return where the score changes by 50 points between neighbours, or within a tenth of the series."""
    found: list[Window] = []
    first = 0
    while first < len(scores) - 1:
        last = _end_of_change(shares, scores, first)
        if last is None:
            first += 1
            continue
        is_fall = scores[last] < scores[first]
        while first < last - 1 and abs(scores[last] - scores[first + 1]) >= FALL:
            first += 1  # the steps before the change do not belong to it
        while last + 1 < len(scores) and shares[last + 1] - shares[first] <= CLIFF_WIDTH + _NEAR:
            goes_on = scores[last + 1] < scores[last] if is_fall else scores[last + 1] > scores[last]
            if not goes_on:
                break
            last += 1
        found.append(Window(first, last))
        first = last
    return found


def _end_of_change(shares: Sequence[float], scores: Sequence[float], first: int) -> int | None:
    for last in range(first + 1, len(scores)):
        if last > first + 1 and shares[last] - shares[first] > CLIFF_WIDTH + _NEAR:
            return None
        if abs(scores[last] - scores[first]) >= FALL:
            return last
    return None


class Bisection:
    """Asks for the score between two steps and keeps what it was told."""

    def __init__(self, score_at: Callable[[float], float]) -> None:
        self._score_at = score_at
        self.known: dict[float, float] = {}
        self.evaluations = 0

    def score(self, share: float) -> float:
        """Return the score at a share of the series, 0 to 1."""
        if share not in self.known:
            self.known[share] = self._score_at(share)
            self.evaluations += 1
        return self.known[share]

    def located(self, first: float, last: float, level: float) -> tuple[float, float]:
        """Return two shares, `_FINEST` apart or closer, between which the score passes `level`.

        The scores at `first` and `last` must lie on different sides of it (or on it).
        """
        is_above = self.score(first) >= level
        for share in sorted(self.known):  # what is known already narrows the search for nothing
            if first < share < last:
                if (self.known[share] >= level) == is_above:
                    first = share
                else:
                    last = share
                    break
        while last - first > _FINEST:
            middle = (first + last) / 2
            if (self.score(middle) >= level) == is_above:
                first = middle
            else:
                last = middle
        return first, last


def crossings(
    shares: Sequence[float], scores: Sequence[float], search: Bisection, value_at: Callable[[float], float]
) -> tuple[Crossing, ...]:
    """Return where the score passes 80 %; the first eight places."""
    found: list[Crossing] = []
    for step in range(len(scores) - 1):
        is_above, will_be = scores[step] >= CRITICAL, scores[step + 1] >= CRITICAL
        if is_above != will_be and len(found) < _PLACES_AT_MOST:
            low, high = search.located(shares[step], shares[step + 1], CRITICAL)
            found.append(Crossing((step + 1, step + 2), value_at(low), value_at(high), is_above))
    return tuple(found)


def cliffs(
    shares: Sequence[float], scores: Sequence[float], search: Bisection, value_at: Callable[[float], float]
) -> tuple[Cliff, ...]:
    """Return the changes of 50 points within a tenth of the series; the first eight that are looked into."""
    found: list[Cliff] = []
    for window in windows(shares, scores)[:_PLACES_AT_MOST]:
        first, last = shares[window.first], shares[window.last]
        before, after = scores[window.first], scores[window.last]
        middle, half = (before + after) / 2, FALL / 2 * (1 if before > after else -1)
        low, high = search.located(first, last, middle)
        begin, _ = search.located(first, last, min(max(middle + half, 0.0), 1.0))
        _, end = search.located(first, last, min(max(middle - half, 0.0), 1.0))
        width = max(end - begin, high - low)
        if width <= CLIFF_WIDTH:
            steps = (window.first + 1, window.last + 1)
            found.append(Cliff(steps, value_at(low), value_at(high), before, after, width))
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
    inside = [any(c.steps[0] <= x.steps[0] and x.steps[1] <= c.steps[1] for c in steep) for x in crossed]
    if all(inside):
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
    steepest = max(abs(cliff.before - cliff.after) for cliff in steep)
    values = {"cliffs": len(steep), "width": width, "change": f"{100 * steepest:.0f}"}
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
        "Abrupt: the score passes 80 % only at cliffs ({cliffs}); at the steepest, 50 points within {width} % of the "
        "series, {change} points between the steps around it.",
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
