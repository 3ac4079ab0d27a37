"""From a raw map to heat in [0, 1] over the picture: on which scale, along which curve, how smooth.

- `stretched`: from the map's least value to its greatest. Every picture gets its brightest colour somewhere, even
  where the network sees nothing: the zebra of the report at 0.00 % (remark R21).
- `absolute`: brightness is evidence, the same for every picture. Maps that rank the cells by the class evidence itself
  (CAM, Grad-CAM, HiResCAM and XGrad-CAM on the last map of a network with a closed form) show the log-odds of the class
  cell by cell, dark at 0 and full at `FULL_LOG_ODDS`. Any other map keeps its shape and is as bright as its
  picture's evidence: the log-odds of the strongest cell, or of the whole picture where cells cannot be told apart.

`squared` is what the torch-cam demo of the report drew (R20): faint heat disappears. `cells` shows the map as it is.
"""

import numpy as np

from tplab_gui.core.class_evidence import FULL_LOG_ODDS
from tplab_gui.vision.cam import CamResult
from tplab_gui.vision.placing import stretched

EVIDENCE_METHODS = ("cam", "gradcam", "hirescam", "xgradcam")


def heat(result: CamResult, scale: str = "stretched", curve: str = "linear") -> np.ndarray:
    """Return the heat of every cell, float32 (h, w) in [0, 1]."""
    cells = stretched(result.raw) if scale == "stretched" else _absolute(result)
    return cells * cells if curve == "squared" else cells


def strongest(result: CamResult) -> float:
    """Return the log-odds that speak most for the target: of its strongest cell, else of the whole picture."""
    if result.evidence is not None:
        return float(result.evidence.log_odds(result.target_index).max())
    p = min(max(float(result.score), 1e-30), 1 - 1e-7)
    return float(np.log(p / (1 - p)))


def _absolute(result: CamResult) -> np.ndarray:
    if result.evidence is not None and result.method in EVIDENCE_METHODS:
        return np.clip(result.evidence.log_odds(result.target_index) / FULL_LOG_ODDS, 0, 1)
    return stretched(result.raw) * np.float32(np.clip(strongest(result) / FULL_LOG_ODDS, 0, 1))
