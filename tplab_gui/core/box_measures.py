"""Is the heat where the thing is? Two numbers from a box that somebody drew around it.

Energy: Wang et al. 2020, arXiv:1910.01279, section 4.3. Pointing game: Zhang et al., ECCV 2016, arXiv:1608.00507.
"""

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels of the picture


def energy_in(heatmap: NDArray[np.float32], box: Box) -> float:
    """Return the share of all heat, (H, W) >= 0, that lies in the box; 0 when there is no heat."""
    height, width = heatmap.shape
    left, right = sorted((min(max(round(box[0]), 0), width), min(max(round(box[2]), 0), width)))
    top, bottom = sorted((min(max(round(box[1]), 0), height), min(max(round(box[3]), 0), height)))
    whole = float(heatmap.sum(dtype=np.float64))
    return float(heatmap[top:bottom, left:right].sum(dtype=np.float64)) / whole if whole > 0 else 0.0


def points_at(peak_xy: tuple[float, float], box: Box) -> bool:
    """Return whether the hottest point lies in the box."""
    left, right = sorted((box[0], box[2]))
    top, bottom = sorted((box[1], box[3]))
    return left <= peak_xy[0] <= right and top <= peak_xy[1] <= bottom
