"""The transforms of `core.adjustments`, computed: pure functions of a picture (H, W, 3) uint8 RGB of the same size.

`apply` does several at once in a fixed order, that of light on its way into a file: the scene moves (one warp for all
of geometry, so that nothing is interpolated twice), the lens blurs, brightness, contrast and gamma, saturation and hue,
the noise of the sensor, a patch in the way, the compression of the file. A neutral value is not computed at all.
"""

import math
from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.adjustments import Adjustment
from tplab_gui.vision.adjust_geometry import GEOMETRY, warped

Pixels = NDArray[np.uint8]
PATCH_GREY = 128
_LUMA = np.array([0.299, 0.587, 0.114])  # ITU-R BT.601, as Pillow's "L"
_WIDE_PX = 6.0  # a wider blur is computed on a smaller picture


def apply(rgb: Pixels, adjustment: Adjustment) -> Pixels:
    """Return the picture with everything in `adjustment` done to it.

    Parameters
    ----------
    rgb : ndarray, uint8 (H, W, 3)
        Not changed.
    adjustment : Adjustment

    Returns
    -------
    ndarray, uint8 (H, W, 3)
        `rgb` itself when nothing is to be done.

    """
    if adjustment.is_neutral:
        return rgb
    values, done = dict(adjustment.values), rgb
    if any(name in values for name in GEOMETRY):
        done = warped(done, adjustment)
    for name, step in _STEPS.items():
        if name in values:
            done = step(done, values[name], adjustment)
    return done


def blur(rgb: Pixels, percent: float, _asked: Adjustment) -> Pixels:
    """Gaussian blur whose deviation is `percent` of the short side.

    A wide one is computed on a smaller picture: the same to two grey levels, ten times as fast.
    """
    height, width = rgb.shape[:2]
    sigma_px = percent / 100 * min(height, width)
    if sigma_px < 0.1:  # nothing of the neighbours is seen (a picture of a few pixels)
        return rgb
    shrink = max(1, int(sigma_px / (_WIDE_PX / 2))) if sigma_px > _WIDE_PX else 1
    if shrink == 1:
        return np.asarray(cv2.GaussianBlur(rgb, (0, 0), sigma_px), np.uint8)
    small = cv2.resize(rgb, (-(-width // shrink), -(-height // shrink)), interpolation=cv2.INTER_AREA)
    # averaging over s pixels and interpolating back blur by themselves: variances s^2 / 12 and s^2 / 6
    own = math.sqrt(max(sigma_px**2 - shrink**2 / 4, 0.01)) / shrink
    small = cv2.GaussianBlur(small, (0, 0), own)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def brightness(rgb: Pixels, factor: float, _asked: Adjustment) -> Pixels:
    """Every channel times `factor`; what exceeds 255 is white, as in an over-exposed photograph."""
    return _looked_up(rgb, np.arange(256) * factor)


def contrast(rgb: Pixels, factor: float, _asked: Adjustment) -> Pixels:
    """Distance of every channel from the mean grey of the picture, times `factor`."""
    mean = float(_LUMA @ cv2.mean(rgb)[:3])
    return _looked_up(rgb, mean + (np.arange(256) - mean) * factor)


def gamma(rgb: Pixels, exponent: float, _asked: Adjustment) -> Pixels:
    """255 (v / 255) ** `exponent`: above 1 the middle tones get darker, black and white stay."""
    return _looked_up(rgb, 255 * (np.arange(256) / 255) ** exponent)


def saturation(rgb: Pixels, factor: float, _asked: Adjustment) -> Pixels:
    """Distance of every pixel from its own grey, times `factor`: 0 is a grey picture."""
    matrix = factor * np.eye(3) + (1 - factor) * np.outer(np.ones(3), _LUMA)
    return np.asarray(cv2.transform(rgb, matrix.astype(np.float32)), np.uint8)


def hue(rgb: Pixels, degrees: float, _asked: Adjustment) -> Pixels:
    """Turn the colour circle of HSV by `degrees`; greys stay as they are."""
    hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV_FULL)  # the circle in 256 steps
    step = round(degrees / 360 * 256) % 256
    hsv[..., 0] += np.uint8(step)  # wraps around, as hue does
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB_FULL), np.uint8)


def noise(rgb: Pixels, deviation: float, asked: Adjustment) -> Pixels:
    """Add normal noise of `deviation` grey levels to every channel: the same pattern for the same seed and size."""
    pattern = _pattern(rgb.shape[0], rgb.shape[1], asked.seed)
    return np.asarray(cv2.add(rgb, pattern * np.float32(deviation), dtype=cv2.CV_8U), np.uint8)


def occlusion(rgb: Pixels, _percent: float, asked: Adjustment) -> Pixels:
    """Lay a grey square over the picture, its side in per cent of the short side (Zeiler and Fergus, ECCV 2014)."""
    x0, y0, x1, y1 = patch_px(rgb.shape[0], rgb.shape[1], asked)
    done = rgb.copy()
    done[y0:y1, x0:x1] = PATCH_GREY
    return done


def jpeg(rgb: Pixels, quality: float, _asked: Adjustment) -> Pixels:
    """Compress at JPEG quality 1 to 99 and read it back; 100 leaves the picture as it is."""
    _, code = cv2.imencode(".jpg", rgb[..., ::-1], (cv2.IMWRITE_JPEG_QUALITY, round(quality)))
    return np.asarray(cv2.cvtColor(cv2.imdecode(code, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB), np.uint8)


def patch_px(height: int, width: int, asked: Adjustment) -> tuple[int, int, int, int]:
    """Return the edges x0, y0, x1, y1 of the patch in pixels, inside a picture of `height` x `width`."""
    side = asked.get("occlusion") / 100 * min(height, width)
    x, y = asked.get("occlusion-x") / 100 * width, asked.get("occlusion-y") / 100 * height
    x0, x1 = (min(max(round(x + sign * side / 2), 0), width) for sign in (-1, 1))
    y0, y1 = (min(max(round(y + sign * side / 2), 0), height) for sign in (-1, 1))
    return x0, y0, x1, y1


_STEPS: dict[str, Callable[[Pixels, float, Adjustment], Pixels]] = {
    "blur": blur,
    "brightness": brightness,
    "contrast": contrast,
    "gamma": gamma,
    "saturation": saturation,
    "hue": hue,
    "noise": noise,
    "occlusion": occlusion,
    "jpeg": jpeg,
}


def _looked_up(rgb: Pixels, values: NDArray[np.floating]) -> Pixels:
    return np.asarray(cv2.LUT(rgb, np.round(values).clip(0, 255).astype(np.uint8)), np.uint8)


@lru_cache(maxsize=2)
def _pattern(height: int, width: int, seed: int) -> NDArray[np.float32]:
    """Unit noise, float32 (height, width, 3): kept, because drawing it takes longer than all the rest."""
    return np.random.default_rng(seed).standard_normal((height, width, 3), np.float32)
