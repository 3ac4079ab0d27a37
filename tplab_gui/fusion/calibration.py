"""What late fusion learns on validation pairs: a temperature for each network, and the weight of the image.

Temperatures (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, arXiv:1706.04599) make a confidence of
90 % right nine times in ten; without them the weighted product would believe the network that boasts most.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tplab_gui.fusion.late import LEAST, weighted

_WEIGHTS = np.linspace(0.0, 1.0, 41)
_TEMPERATURES = np.geomspace(0.25, 8.0, 41)


@dataclass(frozen=True)
class Calibration:
    """`temperatures` by network (1 where none is given) divide its logits; `weight` is the share of the image."""

    temperatures: Mapping[str, float] = field(default_factory=dict)
    weight: float = 0.5

    def probabilities(self, name: str, logits: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return the probabilities of a network's logits (..., 10)."""
        return softmax(logits / self.temperatures.get(name, 1.0)).astype(np.float32)


def calibrate(logits: Mapping[str, NDArray[np.float64]], labels: NDArray[np.int64]) -> Calibration:
    """Fit the temperatures, then the weight, by the likelihood of the labels of validation pairs.

    `logits` by network, float64 (n, 10); 'image' and 'audio' are among them. Of weights that are equally likely the
    one nearest to 1/2 is taken.
    """
    temperatures = {name: _temperature(each, labels) for name, each in logits.items()}
    found = Calibration(temperatures)
    seen, heard = (found.probabilities(name, logits[name]) for name in ("image", "audio"))
    costs = np.array([_cost(weighted(seen, heard, float(weight)), labels) for weight in _WEIGHTS])
    lowest = np.flatnonzero(costs <= costs.min() + 1e-12)
    weight = float(_WEIGHTS[lowest[np.argmin(np.abs(_WEIGHTS[lowest] - 0.5))]])
    return Calibration(temperatures, weight)


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return probabilities of logits, over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def _temperature(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    costs = [_cost(softmax(logits / temperature), labels) for temperature in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(costs))])


def _cost(scores: NDArray[np.floating], labels: NDArray[np.int64]) -> float:
    return float(-np.log(np.maximum(scores[np.arange(len(labels)), labels], LEAST)).mean())
