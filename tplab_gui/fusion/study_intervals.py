"""Intervals at 95 % over pairs and seeds, for an accuracy and for a difference of two on the same pairs.

One recording stands in several pairs, so pairs are not independent draws. The variance over pairs is taken over
recordings (a ratio estimator of clusters: W. G. Cochran, "Sampling Techniques", 3rd ed. 1977, section 9A), which gives
the number of independent pairs that would be as good (Kish's effective size) for Wilson's interval. Where there are
three seeds or more, their scatter is added as a variance of its own, with Student's t.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tplab_gui.training.intervals import Z, mean_over_speakers, wilson

Right = Sequence[NDArray[np.bool_]]
Clips = Sequence[NDArray[np.int64]]


def accuracy_interval(right: Right, clips: Clips) -> tuple[float, float, float]:
    """Return an accuracy with the ends of its interval.

    Parameters
    ----------
    right : for each seed, bool (n,): which pairs were named rightly
    clips : for each seed, int64 (n,): which recording stands in each pair; numbers mean the same in all seeds

    """
    mean, variance, count = _clustered([each.astype(float) for each in right], clips)
    effective = mean * (1 - mean) / variance if variance > 0 else float(count)
    effective = min(max(effective, 1.0), float(sum(len(each) for each in right)))
    low, high = _wilson(mean, effective)
    seeds = _of_seeds([float(each.mean()) for each in right])
    return (
        mean,
        max(0.0, mean - math.hypot(mean - low, seeds)),
        min(1.0, mean + math.hypot(high - mean, seeds)),
    )


def difference_interval(first: Right, second: Right, clips: Clips) -> tuple[float, float, float]:
    """Return the accuracy of `first` less that of `second` on the same pairs, with the ends of its interval.

    Where both never differ, three divided by the number of recordings bounds what a longer test could show.
    """
    apart = [one.astype(float) - other for one, other in zip(first, second, strict=True)]
    mean, variance, count = _clustered(apart, clips)
    half = Z * math.sqrt(variance) if variance > 0 else 3.0 / count
    half = math.hypot(half, _of_seeds([float(each.mean()) for each in apart]))
    return mean, max(-1.0, mean - half), min(1.0, mean + half)


def _clustered(values: Sequence[NDArray[np.float64]], clips: Clips) -> tuple[float, float, int]:
    """Return the mean over seeds, its variance over recordings, and how many recordings there are."""
    weights = np.concatenate([np.full(len(each), 1 / (len(values) * len(each))) for each in values])
    every = np.concatenate(values)
    mean = float((weights * every).sum())
    names, where = np.unique(np.concatenate(clips), return_inverse=True)
    sums = np.bincount(where, weights * (every - mean))
    count = len(names)
    return mean, float((sums**2).sum()) * count / max(count - 1, 1), count


def _wilson(mean: float, count: float) -> tuple[float, float]:
    """Return Wilson's ends for a number of pairs that need not be whole."""
    return wilson(mean * count, count)  # type: ignore[arg-type]  # its formula holds for fractions too


def _of_seeds(means: Sequence[float]) -> float:
    """Return half the width that the scatter of the seeds gives; 0 for fewer than three, which tell nothing of it."""
    half = mean_over_speakers(means)[1]
    return half if math.isfinite(half) else 0.0
