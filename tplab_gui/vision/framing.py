"""How a picture of any shape becomes the input of a network, and where a cell of the map lies in the picture.

Three ways, all affine and axis-aligned, so that going back is exact:

- `fit`: the short side becomes `short_px`, the aspect is kept (to a multiple of the network's stride); nothing
  is cut away, so a ball at the edge stays in. For networks that take any size, such as the built-in one.
- `crop`: the short side becomes `short_px` and a centred square of `size_px` is taken: what ImageNet weights
  were tested with.
- `squash`: the whole picture becomes a square of `size_px`, whatever its aspect (remark R20 of the report's tool).
"""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

LONGEST_ASPECT = 2.5

Way = Literal["fit", "crop", "squash"]


@dataclass(frozen=True)
class Framing:
    """The part of a picture that a network sees, and at which size.

    Attributes
    ----------
    x0_px, y0_px, x1_px, y1_px : float
        The seen window, in pixels of the picture (edges, not centres: the whole picture is 0, 0, width, height).
    width_px, height_px : int
        Size of the network's input.

    """

    x0_px: float
    y0_px: float
    x1_px: float
    y1_px: float
    width_px: int
    height_px: int

    def to_picture(self, x_share: float, y_share: float) -> tuple[float, float]:
        """Position in pixels of the picture of a point given as shares (0 to 1) of the input's width and height."""
        return (
            self.x0_px + x_share * (self.x1_px - self.x0_px),
            self.y0_px + y_share * (self.y1_px - self.y0_px),
        )


def framing(
    height: int, width: int, way: Way, size_px: int, short_px: int | None = None, multiple_px: int = 16
) -> Framing:
    """Choose the framing of a picture of `height` x `width` pixels.

    With `fit`, the sides become multiples of `multiple_px` (the aspect changes by 6 % at most) and the long
    side at most 2.5 times the short one: a longer picture is squashed to that.
    """
    if way == "fit":
        aspect = min(max(width, height) / min(width, height), LONGEST_ASPECT)
        long_px = max(size_px, round(size_px * aspect / multiple_px) * multiple_px)
        wide, high = (long_px, size_px) if width >= height else (size_px, long_px)
        return Framing(0, 0, width, height, wide, high)
    if way == "squash":
        return Framing(0, 0, width, height, size_px, size_px)
    scale = (short_px or size_px) / min(width, height)
    side = size_px / scale  # the square, in pixels of the picture
    x0, y0 = (width - side) / 2, (height - side) / 2
    return Framing(x0, y0, x0 + side, y0 + side, size_px, size_px)


def resample(rgb: np.ndarray, frame: Framing) -> np.ndarray:
    """Return what the network sees, uint8 (height_px, width_px, 3), of a picture uint8 (H, W, 3).

    Large pictures are averaged (every pixel counts), small ones interpolated.
    """
    height, width = rgb.shape[:2]
    size = (frame.width_px, frame.height_px)
    whole = (frame.x0_px, frame.y0_px, frame.x1_px, frame.y1_px) == (0, 0, width, height)
    if not whole:
        x0, y0 = max(0, round(frame.x0_px)), max(0, round(frame.y0_px))
        x1, y1 = min(width, round(frame.x1_px)), min(height, round(frame.y1_px))
        rgb = rgb[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    shrinks = rgb.shape[0] > size[1] and rgb.shape[1] > size[0]
    return cv2.resize(rgb, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
