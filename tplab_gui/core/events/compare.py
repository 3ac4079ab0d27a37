"""What the comparison of heatmap methods says, and what is asked of it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.params import WatchParams


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """One picture, one class, some methods and one or two networks.

    `pixels` (H, W, 3) uint8 RGB wins over `path`. `look` says how everything else is meant and drawn (target, layer,
    squash, adjust, opacity, colours, scale, curve, smoothing). `measures` asks for the quality in numbers as well.
    """

    path: str
    pixels: Any
    models: tuple[str, ...]
    methods: tuple[str, ...]
    look: WatchParams
    measures: bool = False


@dataclass(frozen=True, slots=True)
class ComparedPicture:
    """What is compared on: (H, W, 3) uint8 RGB. `classes` are those of the first network."""

    image: NDArray[np.uint8]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodHeat:
    """One map. `heatmap` (H, W) float32 in [0, 1] is stretched; `overlay` (H, W, 3) uint8 is drawn as asked."""

    model: str
    method: str
    target: str
    score: float
    overlay: NDArray[np.uint8]
    heatmap: NDArray[np.float32]
    peak_xy: tuple[float, float]
    ms: float


@dataclass(frozen=True, slots=True)
class MethodRefused:
    """A method that cannot be had for this network, and why."""

    model: str
    method: str
    error: LabError


@dataclass(frozen=True, slots=True)
class MapQuality:
    """How faithful a map is to its network; every number in [0, 1] except `road`, in [-0.5, 0.5].

    `drop` is the share of the score that is lost when only the heat is left to see, `increases` whether it grew
    instead. `deletion` (small is good) and `insertion` (great is good) are areas under the score while the hottest
    parts go or come. `road` (great is good) is half the gap between losing the coldest and the hottest parts.
    """

    model: str
    method: str
    drop: float
    increases: bool
    deletion: float
    insertion: float
    road: float
