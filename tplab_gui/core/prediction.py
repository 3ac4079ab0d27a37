"""What a student expects a curve to be, drawn before the run: its points, its file, and how near it came.

The sketch is a polygon over the epochs. It is compared with what was measured at each whole epoch that both have; a
sketch has no noise, so neither have these rules (`training.findings` reads the measured curve with its noise).
"""

import itertools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError

Floats = NDArray[np.float64]
Points = tuple[tuple[float, float], ...]  # (epoch, loss), epochs rising

FILE = "prediction.json"
CURVES = ("test", "train")
FLAT_SHARE = 0.05  # of the whole fall: what an eye takes for flat on a plot whose axis starts at 0
FLAT_EPOCHS = 3  # the last epoch alone is always as low as itself; three make a stretch
_FORMAT = 1
_MOST_POINTS = 5000
_MOST_BYTES = 400_000
_SMALLEST_STEP = 1e-6  # epochs
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Prediction:
    """A sketch of the 'test' or the 'train' loss (as seen while learning), in nats per example."""

    curve: str
    points: Points

    def at(self, epochs: Sequence[int] | Floats) -> Floats:
        """Return the loss expected at `epochs`, float64 (n,); NaN outside of what was drawn."""
        if not self.points:
            return np.full(len(epochs), np.nan)
        x, y = np.array(self.points).T
        return np.asarray(np.interp(np.asarray(epochs, float), x, y, left=np.nan, right=np.nan))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sketch beside the run, over the `epochs` that both have; `None` is what cannot be told.

    `distance` is the mean of |expected - measured| in nats, `bias` that of expected - measured. `flat_*` is the epoch
    from which the curve is flat (`flat_from`), 'drop_*' the share of the whole fall from the first epoch to the second.
    """

    epochs: int
    distance: float
    bias: float
    flat_expected: int | None
    flat_measured: int | None
    drop_expected: float | None
    drop_measured: float | None


def with_segment(points: Points, start: tuple[float, float], end: tuple[float, float]) -> Points:
    """Return the sketch after the pen went straight from `start` to `end`; it replaces what was drawn there."""
    low, high = sorted((start, end))
    kept = [each for each in points if not low[0] - _SMALLEST_STEP <= each[0] <= high[0] + _SMALLEST_STEP]
    new = [end] if high[0] - low[0] <= _SMALLEST_STEP else [low, high]
    return tuple(sorted([*kept, *new]))


def with_point(points: Points, epoch: int, loss: float) -> Points:
    """Return the sketch with `loss` at a whole epoch; it replaces what was drawn less than half an epoch away."""
    return tuple(sorted([*without_point(points, epoch), (float(epoch), loss)]))


def without_point(points: Points, epoch: int) -> Points:
    """Return the sketch without what was drawn less than half an epoch from `epoch`."""
    return tuple(each for each in points if abs(each[0] - epoch) >= _HALF)


def flat_from(epochs: Sequence[int], losses: Floats) -> int | None:
    """Return from which epoch a curve is flat: at most `FLAT_SHARE` of its whole fall is left to gain from there on.

    None when it never falls, when fewer than `FLAT_EPOCHS` epochs are flat, or when it rises again at the end.
    """
    if len(losses) < FLAT_EPOCHS:
        return None
    fall = float(losses[0] - losses.min())
    if fall <= 0 or losses[-1] - losses.min() > FLAT_SHARE * fall:
        return None
    left = losses - np.minimum.accumulate(losses[::-1])[::-1]
    at = int(np.argmax(left <= FLAT_SHARE * fall))
    return int(epochs[at]) if len(losses) - at >= FLAT_EPOCHS else None


def first_drop(epochs: Sequence[int], losses: Floats) -> float | None:
    """Return which share of the whole fall lies between epochs 1 and 2; None without both, or when nothing fell."""
    if list(epochs[:2]) != [1, 2]:
        return None
    fall = float(losses[0] - losses.min())
    return float(losses[0] - losses[1]) / fall if fall > 0 else None


def compare(prediction: Prediction, epochs: Sequence[int], losses: Sequence[float]) -> Comparison | None:
    """Return how near the sketch came to the losses measured at `epochs`; None while they share no epoch."""
    measured, expected = np.asarray(losses, float), prediction.at(epochs)
    both = np.isfinite(measured) & np.isfinite(expected)
    if not both.any():
        return None
    measured, expected = measured[both], expected[both]
    common = [int(epoch) for epoch, is_common in zip(epochs, both, strict=True) if is_common]
    return Comparison(
        epochs=len(common),
        distance=float(np.abs(expected - measured).mean()),
        bias=float((expected - measured).mean()),
        flat_expected=flat_from(common, expected),
        flat_measured=flat_from(common, measured),
        drop_expected=first_drop(common, expected),
        drop_measured=first_drop(common, measured),
    )


def keep(folder: Path, prediction: Prediction) -> None:
    """Write the sketch into a run folder, in one step. Raises `LabError` when it cannot be written."""
    value = {
        "format": _FORMAT,
        "curve": prediction.curve,
        "points": [list(each) for each in prediction.points],
    }
    atomic.write_text(folder / FILE, json.dumps(value) + "\n")


def read(folder: Path) -> Prediction | None:
    """Return the sketch kept with a run; None where there is none.

    Raises
    ------
    LabError
        If the file holds something else: it is of no use then, and the run is whole without it.

    """
    path = folder / FILE
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError("too large")
        return _checked(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise LabError(
            "The expected curve kept in {path} cannot be read and is not shown ({reason}).",
            hint="Delete the file; the run itself is whole.",
            path=path,
            reason=f"{type(error).__name__}: {error}",
        ) from error


def _checked(value: object) -> Prediction:
    if not isinstance(value, dict):
        raise TypeError("no object")
    if value["format"] != _FORMAT:
        raise ValueError(f"format {value['format']}")
    points = tuple((float(epoch), float(loss)) for epoch, loss in value["points"])
    if value["curve"] not in CURVES or not 0 < len(points) <= _MOST_POINTS:
        raise ValueError("no curve")
    if not all(math.isfinite(number) and number >= 0 for point in points for number in point):
        raise ValueError("a point is no place on the plot")
    epochs = [epoch for epoch, _ in points]
    if any(after <= before for before, after in itertools.pairwise(epochs)):
        raise ValueError("the epochs do not rise")
    return Prediction(value["curve"], points)
