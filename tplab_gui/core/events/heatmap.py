"""What the heatmap job says: one picture with everything known about it, newest first."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.class_evidence import ClassEvidence


@dataclass(frozen=True, slots=True)
class FrameSource:
    """Where the pictures come from: 'camera', 'video', 'picture' or 'simulated'."""

    kind: str
    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NetworksFound:
    """Networks beside the built-in one: names of torchvision's whose weights are here; folder and name of kept runs."""

    names: tuple[str, ...]
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MapLayer:
    """A layer whose map can be shown: its name, and the columns, rows and channels of the map."""

    name: str
    width: int
    height: int
    channels: int


@dataclass(frozen=True, slots=True)
class ModelReady:
    """A network is loaded. `classes` are the English names, `threshold` its decision threshold for the target.

    `layers` are the maps that can be shown, the earliest first.
    """

    name: str
    classes: tuple[str, ...]
    threshold: float | None
    layers: tuple[MapLayer, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """A picture without heat, while no network is ready: `image` (H, W, 3) uint8 RGB."""

    number: int
    image: NDArray[np.uint8]
    captured_s: float


@dataclass(frozen=True, slots=True)
class TargetHeat:
    """The heat of one more class on the same picture; fields as in `HeatmapFrame`."""

    target: str
    score: float
    threshold: float | None
    overlay: NDArray[np.uint8]
    peak_xy: tuple[float, float]


@dataclass(frozen=True, slots=True)
class HeatmapFrame:
    """One picture and where the network looked.

    `image` (H, W, 3) uint8 RGB; `heatmap` (H, W) float32 in [0, 1]; `raw` (h, w) float32, the network's own map
    before any normalisation, and `raw_picture` (h, w, 3) uint8 the same in colours; `overlay` (H, W, 3) uint8;
    `top` holds (class, score), best first; `peak_xy` is where the heat is strongest, in pixels of `image`.
    `compute_ms` is the network and the map, `latency_ms` runs from capture to this event. `log_odds` is the strongest
    evidence for the target (0 while the scale is stretched); `table` (256, 3) uint8 the colours, coldest first;
    `is_absolute` on which scale they are. `input_size` is width and height of what the network saw. `evidence` says
    what each cell supports, where the network allows; `others` are more classes.
    """

    number: int
    image: NDArray[np.uint8]
    raw: NDArray[np.float32]
    raw_picture: NDArray[np.uint8]
    heatmap: NDArray[np.float32]
    overlay: NDArray[np.uint8]
    target: str
    score: float
    threshold: float | None
    top: tuple[tuple[str, float], ...]
    peak_xy: tuple[float, float]
    compute_ms: float
    latency_ms: float
    captured_s: float
    log_odds: float = 0.0
    is_absolute: bool = False
    table: NDArray[np.uint8] | None = None
    evidence: ClassEvidence | None = None
    others: tuple[TargetHeat, ...] = ()
    input_size: tuple[int, int] = (0, 0)
