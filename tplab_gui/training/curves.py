"""A learning curve as numbers, and how much of it is noise.

What a loss does from one epoch to the next is part effect, part chance. Chance is estimated from the best evidence
there is, and `findings`, `factorial` and `claims` call an effect established only when it is larger:

- several seeds of one setup (`SEEDS_NEEDED` or more): the standard error over the seeds, with Student's factor
- one run, train loss as seen: the standard error of the epoch's batch losses, std / sqrt(batches)
- one run, loss of a fixed set: how rough the curve is. The third difference L[e+3] - 3 L[e+2] + 3 L[e+1] - L[e] of a
  smooth curve is near 0, that of independent noise has sqrt(20) times its spread; the median over the epochs bears
  outliers. Between two runs, the larger of that and the standard error over batches counts.

One run says nothing of other seeds: a difference between two single runs is established for these runs.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.training import runs

Floats = NDArray[np.float64]

SEEDS_NEEDED = 3  # the spread of two says nearly nothing: Student's factor is 12.7 then, 4.3 with three
ROUGH_EPOCHS = 6  # three third differences: fewer have no median worth the name
LARGE_SAMPLE = 2.0  # Student's two-sided 95 % factor for many degrees of freedom, rounded up from 1.96
_STUDENT = (
    12.71,
    4.30,
    3.18,
    2.78,
    2.57,
    2.45,
    2.36,
    2.31,
    2.26,
    2.23,
)  # for 1, 2, ... 10 degrees of freedom
_FREE = frozenset(
    {"setup", "seed", "epochs", "patience", "threads", "device", "test_batch_size"}
)  # may differ in a comparison


def student(freedom: int) -> float:
    """Return the factor by which a standard error is multiplied for 95 % confidence."""
    return _STUDENT[max(freedom, 1) - 1] if freedom <= len(_STUDENT) else LARGE_SAMPLE


@dataclass(frozen=True)
class LearningCurve:
    """One run: its epochs, and for each the losses of its batches, float64 (batches,), empty when not known.

    Two curves with the same `conditions` differ in nothing but setup, seed and length.
    """

    setup: str
    seed: int
    epochs: tuple[EpochEnd, ...]
    batch_losses: tuple[Floats, ...] = ()
    state: str = "finished"
    conditions: str = ""
    experiment: str = "mnist-loss"
    classes: int = 10

    @property
    def is_comparable(self) -> bool:
        """Return whether there is an epoch, and every loss is a number."""
        losses = [e.train_loss + e.train_loss_eval + e.test_loss for e in self.epochs]
        return bool(losses) and all(map(math.isfinite, losses))


def from_run(run: runs.Run) -> LearningCurve:
    """Return the curve of a run directory."""
    # The report's division makes an epoch's loss another quantity than the mean of its batches.
    is_mean = run.config["params"].get("division", "sample") == "sample"
    losses = {
        line["epoch"]: np.asarray(line["loss"], float)
        for line in runs.read_events(run.folder / runs.EVENTS)
        if line["event"] == "batches" and is_mean
    }
    fixed = {key: value for key, value in run.config["params"].items() if key not in _FREE}
    if not fixed.get("validation"):
        fixed.pop("validation", None)  # none is held back; runs of 0.1 do not say so
    fixed["sha256"] = run.config.get("data", {}).get("sha256", "")
    return LearningCurve(
        setup=run.config["setup"],
        seed=run.config["seed"],
        epochs=run.epochs,
        batch_losses=tuple(losses.get(end.epoch, np.empty(0)) for end in run.epochs),
        state=run.state,
        conditions=json.dumps(fixed, sort_keys=True, default=str),
        experiment=run.config["experiment"],
        classes=len(run.classes),
    )


class Measure:
    """One loss of one setup over the epochs that all its runs have: the mean over the seeds, and its noise.

    Parameters
    ----------
    curves : sequence of LearningCurve
        Runs of the same setup that differ in the seed only; at least one, with at least one epoch each.
    name : str
        A loss of `EpochEnd`: 'train_loss', 'train_loss_eval' or 'test_loss'.

    Attributes
    ----------
    values : float64 (epochs,)

    """

    def __init__(self, curves: Sequence[LearningCurve], name: str) -> None:
        length = min(len(curve.epochs) for curve in curves)
        self._all = np.array([[getattr(e, name) for e in curve.epochs[:length]] for curve in curves])
        self.values: Floats = self._all.mean(0)
        self._batch_errors = np.zeros(length)
        for curve in curves:
            found = [_standard_error(losses) for losses in curve.batch_losses[:length]]
            self._batch_errors[: len(found)] += np.square(found)
        self._batch_errors = np.sqrt(self._batch_errors) / len(curves)
        self._is_batch_mean = name == "train_loss" and bool(self._batch_errors.all())
        self._roughness = roughness(self._all) / math.sqrt(len(curves))
        self._has_seeds = len(curves) >= SEEDS_NEEDED

    @property
    def factor(self) -> float:
        """Return by how much a standard error is multiplied before an effect counts as larger."""
        if self._has_seeds:
            return student(len(self._all) - 1)
        if self._is_batch_mean or len(self.values) < ROUGH_EPOCHS:
            return LARGE_SAMPLE
        return student(len(self.values) - 3)

    def margin_between(self, first: int, second: int) -> float:
        """Return how far apart noise alone may put two epochs of this curve (indices, from 0)."""
        if self._has_seeds:
            steps = self._all[:, second] - self._all[:, first]
            return self.factor * _standard_error(steps)
        if not self._is_batch_mean and len(self.values) >= ROUGH_EPOCHS:
            return self.factor * math.sqrt(2) * self._roughness
        return self.factor * math.hypot(self._single_error(first), self._single_error(second))

    def margin_from_lowest(self, index: int) -> float:
        """Return `margin_between` `index` and the lowest epoch, which was chosen for being the lowest.

        The lowest of n noisy values lies about sqrt(2 ln n) spreads below their mean by chance alone, so the margin is
        multiplied by 1 + sqrt(ln n) / factor.
        """
        luck = math.sqrt(math.log(len(self.values))) / self.factor
        return self.margin_between(index, int(self.values.argmin())) * (1 + luck)

    def margin_at(self, index: int) -> float:
        """Return how far noise alone may put one epoch of this curve from where another run would have it."""
        if self._has_seeds:
            return self.factor * _standard_error(self._all[:, index])
        return self.factor * self._single_error(index)

    def _single_error(self, index: int) -> float:
        batch = float(self._batch_errors[index])
        is_short = len(self.values) < ROUGH_EPOCHS  # its differences are the fall itself
        return batch if self._is_batch_mean or (is_short and batch) else max(batch, self._roughness)


def roughness(values: Floats) -> float:
    """Return the standard deviation of the noise of one epoch, from the third differences; 0 with under 4 epochs.

    `values` is float64 (epochs,) or (runs, epochs). 1.4826 makes the median of absolute values a standard deviation.
    """
    if values.shape[-1] < 4:
        return 0.0
    return float(1.4826 * np.median(np.abs(np.diff(values, 3, axis=-1))) / math.sqrt(20))


def _standard_error(values: Floats) -> float:
    return float(values.std(ddof=1) / math.sqrt(len(values))) if len(values) > 1 else 0.0
