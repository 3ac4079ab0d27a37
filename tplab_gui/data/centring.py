"""MNIST's own rule for pictures of digits: fit into 20x20, then put the centre of mass into the middle of 28x28.

Y. LeCun et al., "Gradient-based learning applied to document recognition", Proc. IEEE 86 (1998), section III.
Separate because the small digits that ship and a user's folder of pictures both become 28x28 here. (Pen strokes
follow the same rule from their points, not from pixels, in `tplab_gui/ink`.)
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIZE = 28
BOX = 20


def enlarge(images: NDArray[np.uint8], top: int) -> NDArray[np.uint8]:
    """Small whole digits to 28x28 by the rule.

    Parameters
    ----------
    images : uint8 (N, h, w)
        Ink from 0 to `top`; each picture is already cropped to its digit.

    Returns
    -------
    uint8 (N, 28, 28), 255 = ink

    """
    rows, columns = (_bicubic(n, BOX) for n in images.shape[1:])
    large = rows @ (images.astype(np.float64) / top) @ columns.T  # (20, h) (N, h, w) (w, 20) -> (N, 20, 20)
    large = np.round(np.clip(large, 0, 1) * 255).astype(np.uint8)
    return np.stack([centre(image) for image in large])


def fit(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Any picture of one digit, uint8 (h, w) with 255 = ink, to 28x28 by the rule; all zeros stay all zeros."""
    inked = ink > max(int(ink.max()) // 5, 8)
    if not inked.any():
        return np.zeros((SIZE, SIZE), dtype=np.uint8)
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    crop = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = BOX / max(crop.shape)
    width, height = (max(round(n * scale), 1) for n in crop.shape[::-1])
    small = Image.fromarray(crop).resize(
        (width, height), Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC
    )
    return centre(np.asarray(small, dtype=np.uint8))


def centre(digit: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Place a digit (h, w), h and w at most 20, on 28x28 so that its centre of mass falls on the middle."""
    height, width = digit.shape
    mass = float(digit.sum(dtype=np.int64)) or 1.0
    middle = (SIZE - 1) / 2
    y = round(middle - float(digit.sum(axis=1, dtype=np.int64) @ np.arange(height)) / mass)
    x = round(middle - float(digit.sum(axis=0, dtype=np.int64) @ np.arange(width)) / mass)
    # A digit with all its weight on one side would stick out.
    y, x = min(max(y, 0), SIZE - height), min(max(x, 0), SIZE - width)
    canvas = np.zeros((SIZE, SIZE), dtype=np.uint8)
    canvas[y : y + height, x : x + width] = digit
    return canvas


def _bicubic(n_in: int, n_out: int) -> NDArray[np.float64]:
    """The matrix (n_out, n_in) of cubic interpolation (Keys 1981, a = -0.5), edges repeated."""
    at = (np.arange(n_out) + 0.5) * n_in / n_out - 0.5
    base = np.floor(at).astype(int)
    matrix = np.zeros((n_out, n_in))
    for tap in range(-1, 3):
        d = np.abs(at - base - tap)
        near = 1.5 * d**3 - 2.5 * d**2 + 1
        far = -0.5 * d**3 + 2.5 * d**2 - 4 * d + 2
        np.add.at(matrix, (np.arange(n_out), np.clip(base + tap, 0, n_in - 1)), np.where(d < 1, near, far))
    return matrix
