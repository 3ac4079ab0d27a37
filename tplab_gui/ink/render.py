"""Strokes to the 28 x 28 image a digit network reads, by MNIST's own rule.

The rule (LeCun, Cortes, Burges, "The MNIST database of handwritten digits", 1998): the ink is scaled into a box of
20 x 20 pixels with its aspect kept, then moved so that its centre of mass lies at the centre of the 28 x 28 field.
Vectors allow what a bitmap does not: the pen keeps one width in that frame, however large the user drew.

Ink of a pixel whose centre is at distance d from the nearest segment: clip(pen / 2 + 1/2 - d, 0, 1).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tplab_gui.core.errors import LabError
from tplab_gui.ink.frame import BOX_PX, CENTRE_PX, SIZE_PX, Image, centre_of_mass, inside
from tplab_gui.ink.strokes import Strokes

PEN_PX: Final = 2.2
EDGE_PX: Final = 0.5  # half of the grey edge that anti-aliasing leaves
KEEP_PX: Final = 0.25  # points nearer than this along the path are thinned out
CHUNK: Final = 48  # segments measured at a time: their common box is a small part of the field


@dataclass(frozen=True, slots=True)
class RenderSteps:
    """How one drawing became an image, step by step, for showing.

    Attributes
    ----------
    box : (x0, y0, x1, y1)
        Box around the pen's path, in the unit of the strokes.
    scale : float
        Frame pixels per unit of the strokes.
    boxed : ndarray, shape (28, 28), float32, in [0, 1]
        The ink fitted into 20 x 20, the box in the middle of the field.
    mass_xy : (x, y)
        Centre of mass of `boxed`, in pixels.
    path : strokes in frame pixels as they lie in `image`
    image : ndarray, shape (28, 28), float32, in [0, 1]
        The centre of mass moved to (14, 14); what the network reads.

    """

    box: tuple[float, float, float, float]
    scale: float
    boxed: Image
    mass_xy: tuple[float, float]
    path: Strokes
    image: Image


def render(strokes: Strokes, pen_px: float = PEN_PX) -> Image:
    """Render strokes as MNIST shows its digits.

    Parameters
    ----------
    strokes : tuple of ndarray, shape (n, 2), any unit, y downwards
    pen_px : float
        Width of the pen in the 28 x 28 frame, > 0.

    Returns
    -------
    ndarray, shape (28, 28), float32, in [0, 1], ink = 1

    Raises
    ------
    LabError
        If nothing is drawn.

    """
    return steps(strokes, pen_px).image


def steps(strokes: Strokes, pen_px: float = PEN_PX) -> RenderSteps:
    """Render strokes and keep what happened on the way; parameters and errors as for `render`."""
    strokes = tuple(stroke for stroke in strokes if len(stroke))
    if not strokes:
        raise LabError("Nothing is drawn: there is no point in any stroke.", hint="Draw a digit first.")
    points = np.concatenate(strokes).astype(np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    longest = float((high - low).max())
    # The pen's own width belongs to the ink; a dot has no size to scale and becomes a disc of one pen width.
    scale = (BOX_PX - pen_px) / longest if longest > 0 else 1.0
    middle = (low + high) / 2
    centred = [_thinned((stroke - middle) * scale) for stroke in strokes]

    boxed = _ink([line + CENTRE_PX for line in centred], pen_px)
    mass = centre_of_mass(boxed)
    place = inside(2 * CENTRE_PX - np.array(mass), (high - low) * scale + pen_px)
    path = tuple((line + place).astype(np.float32) for line in centred)
    return RenderSteps(
        box=(float(low[0]), float(low[1]), float(high[0]), float(high[1])),
        scale=scale,
        boxed=boxed,
        mass_xy=mass,
        path=path,
        image=_ink(path, pen_px),
    )


def _thinned(line: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Keep one point per quarter pixel of path, and both ends: at most 1/8 pixel from the true path."""
    if len(line) < 3:
        return line
    travelled = np.cumsum(np.hypot(*np.diff(line, axis=0).T))
    bins = np.floor(travelled / KEEP_PX)
    keep = np.ones(len(line), dtype=bool)
    keep[1:-1] = bins[:-1] != np.concatenate(([0.0], bins[:-2]))
    return line[keep]


def _ink(path: list[npt.NDArray[np.float64]] | Strokes, pen_px: float) -> Image:
    """Exact distance from every pixel centre to the nearest segment, as ink; a chunk of segments at a time."""
    starts = np.concatenate([line[:-1] if len(line) > 1 else line for line in path]).astype(np.float32)
    ends = np.concatenate([line[1:] if len(line) > 1 else line for line in path]).astype(np.float32)
    reach = pen_px / 2 + EDGE_PX
    squared = np.full((SIZE_PX, SIZE_PX), reach * reach, dtype=np.float32)
    for first in range(0, len(starts), CHUNK):
        a, b = starts[first : first + CHUNK], ends[first : first + CHUNK]
        low = np.floor(np.minimum(a, b).min(axis=0) - reach).astype(int).clip(0, SIZE_PX)
        high = (np.ceil(np.maximum(a, b).max(axis=0) + reach).astype(int) + 1).clip(0, SIZE_PX)
        if (low >= high).any():
            continue
        window = squared[low[1] : high[1], low[0] : high[0]]
        np.minimum(window, _squared_distances(low, high, a, b), out=window)
    return np.clip(reach - np.sqrt(squared), 0.0, 1.0)


def _squared_distances(low: npt.NDArray[np.int_], high: npt.NDArray[np.int_], a: Image, b: Image) -> Image:
    """Squared distance from each pixel of a window to the nearest of the segments a-b, shape (rows, columns)."""
    x = np.arange(low[0], high[0], dtype=np.float32)[None, :, None] - a[:, 0]  # (1, columns, segments)
    y = np.arange(low[1], high[1], dtype=np.float32)[:, None, None] - a[:, 1]  # (rows, 1, segments)
    along = b - a
    length = np.maximum((along * along).sum(axis=1), np.float32(1e-12))
    t = np.clip((x * along[:, 0] + y * along[:, 1]) / length, 0.0, 1.0)
    nearest: Image = ((x - t * along[:, 0]) ** 2 + (y - t * along[:, 1]) ** 2).min(axis=2)
    return nearest
