"""Where every point of a picture goes: scale, shear, rotation, perspective and translation as one 3 x 3 matrix.

About the centre, in the order of `core.adjustments.TRANSFORMS`. What comes from outside of the picture is black, as in
torchvision's transforms.
"""

import math
from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.adjustments import TRANSFORMS, Adjustment

GEOMETRY = tuple(each.name for each in TRANSFORMS if each.group == "geometry")
Matrix = NDArray[np.float64]


def warped(rgb: NDArray[np.uint8], asked: Adjustment) -> NDArray[np.uint8]:
    """Return a picture (H, W, 3) moved, turned and bent as `asked`; same size, what is uncovered black."""
    height, width = rgb.shape[:2]
    to_there = homography(height, width, asked)
    return np.asarray(cv2.warpPerspective(rgb, to_there, (width, height), flags=cv2.INTER_LINEAR), np.uint8)


def homography(height: int, width: int, asked: Adjustment) -> Matrix:
    """Return the matrix (3, 3) that takes (x, y, 1), in pixels of the picture, to where it is seen afterwards."""
    grow = asked.get("scale")
    lean = math.tan(math.radians(asked.get("shear")))
    turn = math.radians(asked.get("rotation"))  # counter-clockwise on the screen, as Pillow's
    cosine, sine = math.cos(turn), math.sin(turn)
    steps = (
        np.diag([grow, grow, 1.0]),
        np.array([[1, -lean, 0], [0, 1, 0], [0, 0, 1.0]]),
        np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1.0]]),
    )
    centre = _shift((width - 1) / 2, (height - 1) / 2)
    about_centre = reduce(lambda done, step: step @ done, steps, np.eye(3))
    whole = centre @ about_centre @ np.linalg.inv(centre)
    for name in ("perspective", "perspective-vertical"):
        if tilt := asked.get(name):
            whole = _tilted(height, width, tilt / 100, is_vertical=name != "perspective") @ whole
    if distortion := asked.get("perspective-random"):
        whole = _random_corners(height, width, distortion / 100, asked.seed) @ whole
    x = round(asked.get("translation-x") / 100 * width)  # whole pixels: a shift alone changes no value
    y = round(asked.get("translation-y") / 100 * height)
    return _shift(x, y) @ whole


def moved_box(
    box: tuple[float, float, float, float], height: int, width: int, asked: Adjustment
) -> tuple[float, float, float, float] | None:
    """Return where a box x0, y0, x1, y1 in pixels lies afterwards, upright and cut at the picture; None outside."""
    x0, y0, x1, y1 = box
    corners = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64)
    there = np.column_stack([corners, np.ones(4)]) @ homography(height, width, asked).T
    if (there[:, 2] <= 0).any():  # behind the viewer
        return None
    there = there[:, :2] / there[:, 2:]
    left, top = np.maximum(there.min(0), 0)
    right, bottom = np.minimum(there.max(0), (width, height))
    return (float(left), float(top), float(right), float(bottom)) if right > left and bottom > top else None


def _shift(x: float, y: float) -> Matrix:
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])


def _corners(height: int, width: int) -> Matrix:
    right, bottom = max(width - 1, 1), max(height - 1, 1)  # a single pixel has a side all the same
    return np.array([[0, 0], [right, 0], [right, bottom], [0, bottom]], np.float64)


def _to(source: Matrix, target: Matrix) -> Matrix:
    return np.asarray(
        cv2.getPerspectiveTransform(source.astype(np.float32), target.astype(np.float32)), np.float64
    )


def _tilted(height: int, width: int, tilt: float, *, is_vertical: bool) -> Matrix:
    """One side recedes: its length becomes 1 - |tilt|. Above 0 the right one (or the lower one), else the other."""
    source = _corners(height, width)
    target = source.copy()
    if is_vertical:
        far = (2, 3) if tilt > 0 else (1, 0)
        axis = 0
    else:
        far = (1, 2) if tilt > 0 else (0, 3)
        axis = 1
    middle = source[list(far), axis].mean()
    target[list(far), axis] = middle + (source[list(far), axis] - middle) * (1 - abs(tilt))
    return _to(source, target)


def _random_corners(height: int, width: int, distortion: float, seed: int) -> Matrix:
    """Every corner goes inwards by a random share of `distortion` of half a side: torchvision's RandomPerspective."""
    source = _corners(height, width)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    reach = distortion / 2 * np.array([max(width - 1, 1), max(height - 1, 1)])
    drawn = np.random.default_rng(seed).uniform(0, 1, (4, 2))
    return _to(source, source + inwards * drawn * reach)
