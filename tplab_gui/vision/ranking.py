"""Which transform harms most? All of them at the same distance from the original picture.

A factor of brightness and an angle cannot be compared; what they do to the picture can. Each direction of each
transform is driven, by bisection of its parameter, to a common distance: the root mean square of all differences of
values (RMS, a share of full scale), or 1 - SSIM (Wang et al., "Image quality assessment: from error visibility to
structural similarity", IEEE TIP 2004). What the score loses there is its rank.

Light against geometry is a statement about pictures: for each, the mean loss over the directions of one group minus
that over the other; it is established when the 95 % interval of the mean (bootstrap over pictures) excludes 0.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.adjustments import NEUTRAL, TRANSFORMS, Adjustment, Transform
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sweep import RankedTransform, RankingSummary
from tplab_gui.core.sweep_plan import DISTANCES, RANKING_DISTANCE, Subject
from tplab_gui.vision import overlay
from tplab_gui.vision.adjust import apply
from tplab_gui.vision.sweep import small
from tplab_gui.vision.sweep_subjects import Subjects, gathered

RECOGNISED = 0.5  # a picture with a lower score has nothing to lose
FEWEST_PICTURES = 5
_SCAN, _BISECTIONS, _DRAWS = 12, 9, 10_000
_SSIM_SIDE_PX = 256
_SURE = 0.95
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Direction:
    """One way from neutral to an end of a transform's range."""

    known: Transform
    end: float

    @property
    def is_upwards(self) -> bool:
        """Return whether the value grows."""
        return self.end > self.known.neutral

    def value_at(self, severity: float) -> float:
        """Return the value at `severity`, 0 (neutral) to 1 (the end of the range)."""
        neutral = self.known.place(self.known.neutral)
        return self.known.value_at(neutral + severity * (self.known.place(self.end) - neutral))


DIRECTIONS = tuple(Direction(each, end) for each in TRANSFORMS if not each.is_placing for end in each.ends())


def rms(original: Pixels, changed: Pixels) -> float:
    """Return the root mean square difference of (H, W, 3) uint8 pictures as a share of full scale, 0 to 1."""
    return float(cv2.norm(original, changed, cv2.NORM_L2) / np.sqrt(original.size) / 255)


def dissimilarity(original: Pixels, changed: Pixels) -> float:
    """Return 1 - SSIM of the grey pictures, at most 256 pixels on the short side as its authors advise; 0 if equal."""
    a, b = (_grey(each) for each in (original, changed))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

    def mean(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.GaussianBlur(values, (11, 11), 1.5), np.float32)

    mean_a, mean_b = mean(a), mean(b)
    var_a, var_b = mean(a * a) - mean_a**2, mean(b * b) - mean_b**2
    both = mean(a * b) - mean_a * mean_b
    ssim = (
        (2 * mean_a * mean_b + c1) * (2 * both + c2) / ((mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2))
    )
    return float(1 - ssim.mean())


MEASURES: dict[str, Callable[[Pixels, Pixels], float]] = {"rms": rms, "ssim": dissimilarity}


def at_distance(
    rgb: Pixels, direction: Direction, distance: float, measure: str, seed: int
) -> tuple[float, float, Pixels]:
    """Return the severity at which a picture first is `distance` from itself, the distance reached, and the picture.

    The strongest setting (severity 1) where even that does not reach it.
    """

    def changed(severity: float) -> Pixels:
        return apply(rgb, _adjusted(direction, severity, seed))

    def reached(severity: float) -> float:
        return MEASURES[measure](rgb, changed(severity))

    high = next((s / _SCAN for s in range(1, _SCAN + 1) if reached(s / _SCAN) >= distance), None)
    if high is None:
        return 1.0, reached(1.0), changed(1.0)
    low = high - 1 / _SCAN
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) >= distance else (middle, high)
    return high, reached(high), changed(high)


def ranking(subject: Subject, measure: str = "rms", distance: float = RANKING_DISTANCE) -> Iterator[object]:
    """Rank all transforms at a common distance.

    Yields
    ------
    One `RankedTransform` for each direction, then a `RankingSummary`; `Progress`, `Tick` and `Notice` in between.

    Raises
    ------
    LabError
        If the request cannot be served, or no picture is recognised untouched.

    """
    if measure not in DISTANCES or not 0 < distance < 1:
        raise LabError(
            "Pictures cannot be {distance} apart by {measure}.",
            hint="Choose rms or ssim, and a distance between 0 and 1.",
            distance=distance,
            measure=measure,
        )
    subjects = yield from gathered(subject)
    known = [picture for picture in subjects.pictures if picture.original.score >= RECOGNISED]
    left_out = tuple(picture.name for picture in subjects.pictures if picture.original.score < RECOGNISED)
    if not known:
        raise LabError(
            "The network does not recognise {target} in these pictures: there is no score to lose.",
            hint="Choose pictures with a score above 50 %.",
            target=subjects.target,
        )
    chosen = Subjects(subjects.classifier, subjects.target_index, subjects.method, tuple(known))
    ranked = []
    for number, direction in enumerate(DIRECTIONS, 1):
        for event in _ranked(chosen, direction, measure, distance, subject.seed):
            yield event
            if isinstance(event, RankedTransform):
                ranked.append(event)
        yield Progress(number, len(DIRECTIONS), "ranking")
    ranked.sort(key=lambda each: -each.drop)
    yield summed_up(ranked, chosen.names, left_out, measure, distance, subject.seed)


def summed_up(
    ranked: Sequence[RankedTransform],
    names: tuple[str, ...],
    left_out: tuple[str, ...],
    measure: str,
    distance: float,
    seed: int = 0,
) -> RankingSummary:
    """Compare light with geometry, picture by picture, over the directions that reach the common distance."""
    drops = {
        group: [each.drops for each in ranked if each.group == group and each.is_reached]
        for group in ("light", "geometry")
    }
    if not all(drops.values()):
        said = Sentence(
            "At this distance light and geometry cannot be compared: one of them does not reach it. Choose a "
            "smaller one."
        )
        return RankingSummary(tuple(ranked), names, left_out, measure, distance, said, False, 0.0, (0.0, 0.0))
    light, geometry = (np.mean(drops[group], axis=0) for group in ("light", "geometry"))
    differences = light - geometry
    difference, interval = float(differences.mean()), bootstrap(differences, seed)
    established = len(differences) >= FEWEST_PICTURES and not interval[0] <= 0 <= interval[1]
    values = {
        "light": f"{100 * float(light.mean()):.1f}",
        "geometry": f"{100 * float(geometry.mean()):.1f}",
        "low": f"{100 * interval[0]:.1f}",
        "high": f"{100 * interval[1]:.1f}",
        "pictures": len(differences),
        "fewest": FEWEST_PICTURES,
    }
    if established and difference > 0:
        said = Sentence(
            "More sensitive to light than to geometry: {light} points are lost on average against {geometry} "
            "(difference {low} to {high} points, 95 % interval over {pictures} pictures).",
            values,
        )
    elif established:
        said = Sentence(
            "More sensitive to geometry than to light: {geometry} points are lost on average against {light} "
            "(light minus geometry {low} to {high} points, 95 % interval over {pictures} pictures).",
            values,
        )
    elif len(differences) < FEWEST_PICTURES:
        said = Sentence(
            "Light costs {light} points on average, geometry {geometry}. Whether that is more than chance is not "
            "established: it takes {fewest} recognised pictures, here {pictures}.",
            values,
        )
    else:
        said = Sentence(
            "Light costs {light} points on average, geometry {geometry}. That one of them costs more is not "
            "established: light minus geometry is {low} to {high} points (95 % interval, {pictures} pictures).",
            values,
        )
    return RankingSummary(
        tuple(ranked), names, left_out, measure, distance, said, established, difference, interval
    )


def bootstrap(values: NDArray[np.float64], seed: int) -> tuple[float, float]:
    """Return the 95 % percentile interval of the mean of `values` (n,), by 10,000 seeded draws."""
    rng = np.random.default_rng(seed)
    means = rng.choice(values, (_DRAWS, len(values))).mean(axis=1)
    low, high = np.quantile(means, [(1 - _SURE) / 2, (1 + _SURE) / 2])
    return float(low), float(high)


def _ranked(
    subjects: Subjects, direction: Direction, measure: str, distance: float, seed: int
) -> Iterator[object]:
    severities, distances, drops, seen = [], [], [], None
    for picture in subjects.pictures:
        severity, reached, changed = at_distance(picture.rgb, direction, distance, measure, seed)
        yield Tick()
        found = subjects.look(changed) if seen is None else None
        score = found.score if found is not None else subjects.score(changed)
        if found is not None:
            tiny = small(changed)
            heat = cv2.resize(found.heatmap, (tiny.shape[1], tiny.shape[0]), interpolation=cv2.INTER_AREA)
            seen = overlay.blend(tiny, heat)
        severities.append(severity)
        distances.append(reached)
        drops.append(picture.original.score - score)
        yield Tick()
    if seen is None:
        return
    yield RankedTransform(
        direction.known.name,
        direction.known.group,
        direction.is_upwards,
        float(np.mean([direction.value_at(each) for each in severities])),
        float(np.mean(distances)),
        float(np.mean(drops)),
        float(np.std(drops)),
        tuple(drops),
        min(distances) >= distance,
        seen,
    )


def _adjusted(direction: Direction, severity: float, seed: int) -> Adjustment:
    return Adjustment(NEUTRAL.with_value(direction.known.name, direction.value_at(severity)).values, seed)


def _grey(rgb: Pixels) -> NDArray[np.float32]:
    scale = _SSIM_SIDE_PX / min(rgb.shape[:2])
    if scale < 1:
        size = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
        rgb = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.float32)
