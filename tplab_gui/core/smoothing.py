"""A smoothed curve: the exponential moving average of its points, debiased so that its start is not pulled to 0.

With weight w in [0, 1) and points y[1], y[2], ...:

    s[t] = (1 - w) * sum(w^(t - i) * y[i] for i = 1..t) / (1 - w^t)

The division is the bias correction of Kingma & Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015,
arXiv:1412.6980, section 3; TensorBoard's slider draws the same curve. A point that is no number (NaN or infinity)
stays what it is in the smoothed curve, and the points after it are averaged as if it had not been there.
"""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LARGEST_SCALE = 1e100  # of the powers inside one block: far from the largest float64, 1e308
_LONGEST_BLOCK = 4096


def weight_of(batches: int) -> float:
    """Return the weight whose average reaches back over about `batches` points: 1 - 1 / batches."""
    return 1.0 - 1.0 / max(batches, 1)


class Smoother:
    """The average of a curve that grows; each point is looked at once."""

    def __init__(self, weight: float) -> None:
        """Begin with no point. Raises ValueError unless 0 <= weight < 1."""
        if not 0.0 <= weight < 1.0:
            raise ValueError(f"the weight is {weight}, not in [0, 1)")
        self.weight = weight
        self._offset = (
            math.nan
        )  # the first number: what is averaged is the distance from it, so a constant stays exact
        self._sum = 0.0  # (1 - w) * sum(w^(t - i) * (y[i] - offset))
        self._share = 1.0  # w^t

    def extend(self, y: Floats) -> Floats:
        """Return the smoothed values of the next points, float64 (n,), for `y` float64 (n,)."""
        y = np.asarray(y, np.float64)
        if self.weight == 0.0 or not len(y):
            return y.copy()
        is_number = np.isfinite(y)
        if is_number.all():
            return self._averaged(y)
        smooth = y.copy()
        smooth[is_number] = self._averaged(y[is_number])
        return smooth

    def _averaged(self, y: Floats) -> Floats:
        if len(y) and math.isnan(self._offset):
            self._offset = float(y[0])
        length = min(_LONGEST_BLOCK, max(1, int(math.log(_LARGEST_SCALE) / -math.log(self.weight))))
        parts = [self._block(y[start : start + length]) for start in range(0, len(y), length)]
        return np.concatenate(parts) if parts else np.empty(0)

    def _block(self, y: Floats) -> Floats:
        """Average one block: sum(w^(t - i) * d[i]) is w^t * cumsum(d[i] / w^i), so no loop over the points."""
        powers = self.weight ** np.arange(1, len(y) + 1)
        sums = powers * (self._sum + np.cumsum((1.0 - self.weight) * (y - self._offset) / powers))
        shares = self._share * powers
        self._sum, self._share = float(sums[-1]), float(shares[-1])
        return self._offset + sums / (1.0 - shares)
