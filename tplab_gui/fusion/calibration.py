"""What late fusion learns on validation pairs: how far to believe each network, and the weight of the image.

A temperature T (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, arXiv:1706.04599) makes a confidence
of 90 % right nine times in ten; without it the weighted product would believe the network that boasts most. A share e
is kept for the case that a network is wrong however sure it is, as it may be of noise:
p = (1 - e) softmax(z / T) + e / 10.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tplab_gui.fusion.late import LEAST, weighted

_WEIGHTS = np.linspace(0.0, 1.0, 41)
_TEMPERATURES = np.geomspace(0.25, 8.0, 41)
_DOUBTS = (0.0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)


@dataclass(frozen=True)
class Calibration:
    """`temperatures` (1 where none is given) and `doubts` (0) by network; `weight` is the share of the image."""

    temperatures: Mapping[str, float] = field(default_factory=dict)
    weight: float = 0.5
    doubts: Mapping[str, float] = field(default_factory=dict)

    def probabilities(self, name: str, logits: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return the probabilities of a network's logits (..., 10)."""
        doubt = self.doubts.get(name, 0.0)
        sure = softmax(logits / self.temperatures.get(name, 1.0))
        return ((1 - doubt) * sure + doubt / logits.shape[-1]).astype(np.float32)


def calibrate(logits: Mapping[str, NDArray[np.float64]], labels: NDArray[np.int64]) -> Calibration:
    """Fit temperatures and doubts, then the weight, by the likelihood of the labels of validation pairs.

    `logits` by network, float64 (n, 10); 'image' and 'audio' are among them. Of weights that are equally likely the
    one nearest to 1/2 is taken.
    """
    fitted = {name: _fitted(each, labels) for name, each in logits.items()}
    temperatures = {name: temperature for name, (temperature, _) in fitted.items()}
    doubts = {name: doubt for name, (_, doubt) in fitted.items()}
    found = Calibration(temperatures, doubts=doubts)
    seen, heard = (found.probabilities(name, logits[name]) for name in ("image", "audio"))
    costs = np.array([_cost(weighted(seen, heard, float(weight)), labels) for weight in _WEIGHTS])
    lowest = np.flatnonzero(costs <= costs.min() + 1e-12)
    weight = float(_WEIGHTS[lowest[np.argmin(np.abs(_WEIGHTS[lowest] - 0.5))]])
    return Calibration(temperatures, weight, doubts)


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return probabilities of logits, over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def _fitted(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> tuple[float, float]:
    """Return the temperature and the doubt under which the labels are most likely."""
    best = (np.inf, 1.0, 0.0)
    for temperature in _TEMPERATURES:
        sure = softmax(logits / temperature)
        for doubt in _DOUBTS:
            cost = _cost((1 - doubt) * sure + doubt / logits.shape[-1], labels)
            best = min(best, (cost, float(temperature), doubt))
    return best[1], best[2]


def _cost(scores: NDArray[np.floating], labels: NDArray[np.int64]) -> float:
    return float(-np.log(np.maximum(scores[np.arange(len(labels)), labels], LEAST)).mean())
