"""What every cell of a network's last map says about every class, in units that do not depend on the picture.

For a network that ends in global average pooling and one linear layer, the logits of a picture are the mean over the
cells of `W A(cell) + b`: what one cell would make the network say if the whole picture looked like it. From these
numbers of all classes follows the **log-odds** of a class in a cell, `ln(p / (1 - p))`: 0 where the class is as likely
as all others together, +10 where it is 22,000 times likelier. That scale is the same for every picture, so a zebra
stays dark when tennis balls are asked for; a map stretched between its own ends never is (remark R21).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FULL_LOG_ODDS = 10.0
"""Log-odds with the brightest colour on the absolute scale."""


@dataclass(frozen=True, slots=True, eq=False)
class ClassEvidence:
    """The last map of one picture and the linear layer behind it; everything else is computed when asked for.

    Attributes
    ----------
    activations : ndarray, float32 (K, h, w)
    weights, bias : ndarray, float32 (C, K) and (C,)
    classes : tuple of str
        C names.
    window_px : (x0, y0, x1, y1)
        The part of the picture that the map covers, in pixels of the picture.
    own_chance : int or None
        Index of a class that is decided by itself (sigmoid), as in `Classifier`.
    temperature : float
        Divides the logits.

    """

    activations: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    classes: tuple[str, ...]
    window_px: tuple[float, float, float, float]
    own_chance: int | None = None
    temperature: float = 1.0

    def logits(self) -> NDArray[np.float32]:
        """Return the logits of every class in every cell, (C, h, w); their mean over the cells are the picture's."""
        channels, rows, columns = self.activations.shape
        flat = self.weights @ self.activations.reshape(channels, -1) + self.bias[:, None]
        return np.asarray(flat.reshape(-1, rows, columns), np.float32)

    def log_odds(self, index: int) -> NDArray[np.float32]:
        """Return the log-odds of class `index` in every cell, (h, w)."""
        if index == self.own_chance:  # the others have no say: no need to ask them
            alone = np.tensordot(self.weights[index], self.activations, 1) + self.bias[index]
            return np.asarray(alone / self.temperature, np.float32)
        return log_odds(self.logits(), index, self.own_chance, self.temperature)

    def cell_at(self, x_px: float, y_px: float) -> tuple[int, int] | None:
        """Return row and column of the cell at a point of the picture; None where the network saw nothing."""
        x0, y0, x1, y1 = self.window_px
        if not (x0 <= x_px < x1 and y0 <= y_px < y1):
            return None
        _, rows, columns = self.activations.shape
        return int(rows * (y_px - y0) / (y1 - y0)), int(columns * (x_px - x0) / (x1 - x0))

    def best_at(self, x_px: float, y_px: float, count: int = 5) -> list[tuple[str, float]]:
        """Return the classes that the cell at a point supports most, with their log-odds there, best first."""
        cell = self.cell_at(x_px, y_px)
        if cell is None:
            return []
        one = (self.weights @ self.activations[:, cell[0], cell[1]] + self.bias)[:, None]
        best = np.argsort(-one[:, 0], kind="stable")[: count + 1].tolist()
        if self.own_chance is not None:
            best.append(self.own_chance)
        found = [
            (self.classes[i], float(log_odds(one, i, self.own_chance, self.temperature)[0]))
            for i in dict.fromkeys(best)
        ]
        return sorted(found, key=lambda each: -each[1])[:count]


def log_odds(
    logits: NDArray[np.floating], index: int, own_chance: int | None = None, temperature: float = 1.0
) -> NDArray[np.float32]:
    """Return `ln(p / (1 - p))` of class `index`, shape (...), of logits of shape (C, ...)."""
    scaled = np.asarray(logits, np.float64) / temperature
    if index == own_chance:
        return np.asarray(scaled[index], np.float32)
    rest = [i for i in (index, own_chance) if i is not None]
    gap = scaled[index] - _log_sum_exp(np.delete(scaled, rest, axis=0))  # against the others of the softmax
    if own_chance is not None:
        # p = (1 - own) s with s the share in the softmax: ln p = ln(1 - own) + ln s
        log_p = -np.logaddexp(0, scaled[own_chance]) - np.logaddexp(0, -gap)
        gap = log_p - np.log(-np.expm1(np.minimum(log_p, -1e-12)))
    return np.asarray(gap, np.float32)


def _log_sum_exp(values: NDArray[np.float64]) -> NDArray[np.float64]:
    top = values.max(axis=0)
    return np.asarray(top + np.log(np.exp(values - top).sum(axis=0)))
