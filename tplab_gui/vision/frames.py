"""One picture of a moving source, and how it becomes what the rest of the lab works with: RGB of a bounded size.

OpenCV's order of colours (BGR) ends here and is never mentioned again.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

WORK_LONG_SIDE_PX = 1280


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture as it came.

    `pixels` is BGR (H, W, 3) uint8 as OpenCV delivers it; only `rgb` reads it. `captured_s` is on the clock of
    `time.perf_counter`. `number` goes up by at least 1 per frame, over reconnections too.
    """

    number: int
    pixels: NDArray[np.uint8]
    captured_s: float

    def rgb(self, long_side_px: int = WORK_LONG_SIDE_PX) -> NDArray[np.uint8]:
        """Return the picture as RGB (H, W, 3) uint8, reduced so that neither side exceeds `long_side_px`."""
        return to_rgb(reduced(self.pixels, long_side_px))


def reduced(pixels: NDArray[np.uint8], long_side_px: int) -> NDArray[np.uint8]:
    """Return a picture (H, W, ...) shrunk so that neither side exceeds `long_side_px`; a smaller one as it is."""
    height, width = pixels.shape[:2]
    scale = long_side_px / max(height, width)
    if scale >= 1:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def to_rgb(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what OpenCV delivered (grey, BGR or BGRA) as RGB (H, W, 3) uint8, a fresh array."""
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB), np.uint8)
    code = cv2.COLOR_BGRA2RGB if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB
    return np.asarray(cv2.cvtColor(pixels, code), np.uint8)
