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
from PIL import Image

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
    resized_px : (int, int) or None
        Width and height of the whole picture before a crop; None without one.
    corner_px : (int, int)
        Left and top of the crop in the resized picture.

    """

    x0_px: float
    y0_px: float
    x1_px: float
    y1_px: float
    width_px: int
    height_px: int
    resized_px: tuple[int, int] | None = None
    corner_px: tuple[int, int] = (0, 0)

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
    # as torchvision's Resize and CenterCrop round it: a test holds us to that
    short_px = short_px or size_px
    long_px = int(short_px * max(width, height) / min(width, height))
    wide, high = (long_px, short_px) if width >= height else (short_px, long_px)
    left, top = round((wide - size_px) / 2), round((high - size_px) / 2)
    x_scale, y_scale = width / wide, height / high
    return Framing(
        left * x_scale,
        top * y_scale,
        (left + size_px) * x_scale,
        (top + size_px) * y_scale,
        size_px,
        size_px,
        resized_px=(wide, high),
        corner_px=(left, top),
    )


def resample(rgb: np.ndarray, frame: Framing, *, cubic: bool = False) -> np.ndarray:
    """Return what the network sees, uint8 (height_px, width_px, 3), of a picture uint8 (H, W, 3).

    Large pictures are averaged (every pixel counts), small ones interpolated. A cropped picture goes through Pillow, as
    the weights were tested with; `cubic` chooses its filter.
    """
    size = (frame.width_px, frame.height_px)
    if frame.resized_px is None:
        shrinks = rgb.shape[0] > size[1] and rgb.shape[1] > size[0]
        return cv2.resize(rgb, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    kind = Image.Resampling.BICUBIC if cubic else Image.Resampling.BILINEAR
    left, top = frame.corner_px
    box = (left, top, left + size[0], top + size[1])
    return np.asarray(Image.fromarray(rgb).resize(frame.resized_px, kind).crop(box))
