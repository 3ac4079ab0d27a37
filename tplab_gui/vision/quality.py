"""How faithful is a heatmap to its network? The picture is changed where the map says, and the network asked again.

- Drop and increase (Chattopadhay et al. 2018, section 5.1): only the heat is left to see (input times map).
- Deletion and insertion (Petsiuk et al., "RISE", BMVC 2018, arXiv:1806.07421): the hottest parts go from the picture,
  or come into a blurred one, step by step; the area under the score.
- ROAD (Rong et al., ICML 2022, arXiv:2202.00449): the hottest, or the coldest, fifths are filled in from their
  surroundings, which leaves no edge that the network could see instead. Half the gap between both scores.

All work on the network's input, with the map stretched to [0, 1]; the same as the grad-cam library's metrics where it
has them (tested), without its random numbers, which a training that runs meanwhile would miss.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tplab_gui.vision.cam import CamResult
from tplab_gui.vision.classify import Classifier
from tplab_gui.vision.placing import stretched

STEPS = 16
PERCENTILES = (20, 40, 60, 80)
_BATCH = 8
_SIDE, _CORNER = 1 / 6, 1 / 12  # the weights of the surrounding pixels in ROAD; they add up to 1
_NEIGHBOURS = tuple(
    (down, right, _SIDE if 0 in (down, right) else _CORNER)
    for down in (-1, 0, 1)
    for right in (-1, 0, 1)
    if (down, right) != (0, 0)
)


@dataclass(frozen=True, slots=True)
class Quality:
    """See `core.events.compare.MapQuality`."""

    drop: float
    increases: bool
    deletion: float
    insertion: float
    road: float


def quality(
    classifier: Classifier,
    rgb: np.ndarray,
    result: CamResult,
    on_progress: Callable[[float], None] | None = None,
) -> Quality:
    """Measure one map of one picture.

    Parameters
    ----------
    classifier : Classifier
        The one that `result` is about.
    rgb : ndarray, uint8 (H, W, 3)
    result : CamResult
    on_progress : callable or None
        Told the share done (0 to 1); what it raises ends the work.

    """
    say = on_progress or (lambda _share: None)
    x, _ = classifier.preprocess(rgb)
    heat = torch.from_numpy(input_heat(result, x))
    ask = _Asker(classifier, result.target_index)
    whole = result.score
    (seen,) = ask(x * heat)
    say(0.1)
    gone, come = curves(ask, x, heat)
    say(0.6)
    hot = float(np.mean(ask(torch.cat([imputed(x, heat < _level(heat, p)) for p in PERCENTILES]))))
    cold = float(np.mean(ask(torch.cat([imputed(x, 1 - heat < _level(1 - heat, p)) for p in PERCENTILES]))))
    say(1.0)
    return Quality(
        drop=max(0.0, whole - float(seen)) / max(whole, 1e-12),
        increases=bool(seen > whole),
        deletion=float(np.trapezoid(gone, dx=1 / STEPS)),
        insertion=float(np.trapezoid(come, dx=1 / STEPS)),
        road=(cold - hot) / 2,
    )


class _Asker:
    """Probability of one class for many inputs."""

    def __init__(self, classifier: Classifier, index: int) -> None:
        self._classifier, self._index = classifier, index

    def __call__(self, inputs: Tensor) -> np.ndarray:
        """Return (n,) probabilities of inputs (n, 3, h, w)."""
        found = []
        with torch.inference_mode():
            for start in range(0, len(inputs), _BATCH):
                for logits in self._classifier.network(inputs[start : start + _BATCH]).numpy():
                    found.append(float(self._classifier.probabilities(logits)[self._index]))
        return np.array(found)


def input_heat(result: CamResult, x: Tensor) -> np.ndarray:
    """Return the map, stretched, at the size of the input: float32 (h, w) in [0, 1]."""
    height, width = x.shape[-2:]
    return np.asarray(cv2.resize(stretched(result.raw), (width, height), interpolation=cv2.INTER_LINEAR))


def curves(ask: Callable[[Tensor], np.ndarray], x: Tensor, heat: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Scores while the hottest parts go from the picture, and while they come into a blurred one, (STEPS + 1,) each.

    What is gone is the mean colour (0 in the normalised input), as the average picture of training had it.
    """
    order = torch.argsort(heat.flatten(), descending=True, stable=True)
    rank = torch.empty_like(order)
    rank[order] = torch.arange(len(order))
    rank = rank.reshape(heat.shape)
    counts = [round(len(order) * step / STEPS) for step in range(STEPS + 1)]
    blurred = _blurred(x)
    is_in = torch.stack([rank < count for count in counts])[
        :, None
    ]  # (STEPS + 1, 1, h, w): the hottest so far
    gone = ask(torch.where(is_in, torch.zeros_like(x), x))
    come = ask(torch.where(is_in, x, blurred))
    return gone, come


def _blurred(x: Tensor) -> Tensor:
    size = max(3, min(x.shape[-2:]) // 8 * 2 + 1)
    far = torch.arange(size) - size // 2
    weights = torch.exp(-0.5 * (far / (size / 6)) ** 2)
    weights = weights / weights.sum()
    channels, half = x.shape[1], size // 2
    rows = weights.reshape(1, 1, size, 1).repeat(channels, 1, 1, 1)
    columns = weights.reshape(1, 1, 1, size).repeat(channels, 1, 1, 1)
    wide = functional.pad(x, (half, half, half, half), mode="replicate")
    return functional.conv2d(functional.conv2d(wide, rows, groups=channels), columns, groups=channels)


def _level(heat: Tensor, percentile: float) -> float:
    return float(np.percentile(heat.numpy(), percentile))


def imputed(x: Tensor, is_kept: Tensor) -> Tensor:
    """Fill in what is not kept so that every pixel is the weighted mean of its eight neighbours (a sparse system).

    `x` (1, C, h, w), `is_kept` bool (h, w); returns (1, C, h, w). Where nothing is kept there is nothing to go by: 0.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import spsolve

    kept = is_kept.numpy()
    if kept.all():
        return x
    if not kept.any():
        return torch.zeros_like(x)
    picture = x[0].numpy().astype(np.float64)
    height, width = kept.shape
    at_row, at_column = np.nonzero(~kept)
    number = np.full(kept.shape, -1)
    number[at_row, at_column] = np.arange(len(at_row))
    own = np.zeros(len(at_row))  # the weights of the neighbours that exist
    known = np.zeros((len(at_row), len(picture)))
    rows, columns, values = [], [], []
    for down, right, weight in _NEIGHBOURS:
        row, column = at_row + down, at_column + right
        is_inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        own += weight * is_inside
        unknown = np.flatnonzero(is_inside)
        beside = number[row[unknown], column[unknown]]
        is_open = beside >= 0
        rows.append(unknown[is_open])
        columns.append(beside[is_open])
        values.append(np.full(int(is_open.sum()), -weight))
        shut = unknown[~is_open]
        known[shut] += weight * picture[:, row[shut], column[shut]].T
    count = len(at_row)
    rows.append(np.arange(count))
    columns.append(np.arange(count))
    values.append(own)
    system = coo_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), (count, count)
    )
    filled = picture.copy()
    filled[:, at_row, at_column] = spsolve(system.tocsc(), known).T
    return torch.from_numpy(filled.astype(np.float32))[None]
