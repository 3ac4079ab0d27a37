"""What light, lens and camera do to a picture: the augmentations of the heatmap network's training.

All functions take and return uint8 (H, W, 3) RGB and draw from a `numpy.random.Generator`. The hue moves little on
purpose: the yellow-green of the felt is knowledge, while exposure, white balance and blur are accidents.
"""

import cv2
import numpy as np


def photometric(rgb: np.ndarray, rng: np.random.Generator, strength: float = 1.0) -> np.ndarray:
    """Exposure, contrast, gamma, white balance, saturation, a little hue, then lens and sensor."""
    levels = np.linspace(0, 1, 256, dtype=np.float32)
    gain = np.exp(rng.normal(0, 0.20 * strength))
    contrast = np.exp(rng.normal(0, 0.18 * strength))
    gamma = np.exp(rng.normal(0, 0.22 * strength))
    white = np.exp(rng.normal(0, 0.06 * strength, 3))
    curves = np.clip(levels**gamma * gain, 0, None)[:, None] * white
    curves = np.clip((curves - 0.5) * contrast + 0.5, 0, 1)
    rgb = cv2.LUT(rgb, np.round(curves * 255).astype(np.uint8)[None])
    if rng.random() < 0.6:
        rgb = colour(rgb, rng.normal(0, 3 * strength), np.exp(rng.normal(0, 0.25 * strength)))
    if rng.random() < 0.03:
        rgb = np.repeat(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    return sensor(rgb, rng)


def colour(rgb: np.ndarray, hue_shift: float, saturation: float) -> np.ndarray:
    """Turn the hue by `hue_shift` (in OpenCV's units of 2 degrees) and multiply the saturation."""
    hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV)
    codes = np.arange(256, dtype=np.float32)
    table = np.stack([(codes + hue_shift) % 180, np.clip(codes * saturation, 0, 255), codes], axis=1)
    return cv2.cvtColor(cv2.LUT(hsv, table.astype(np.uint8)[None]), cv2.COLOR_HSV2RGB)


def sensor(rgb: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Defocus or motion blur, lost resolution, noise, JPEG; each in a part of the pictures."""
    height, width = rgb.shape[:2]
    what = rng.random()
    if what < 0.12:
        rgb = cv2.GaussianBlur(rgb, (0, 0), rng.uniform(0.4, 1.8))
    elif what < 0.18:
        rgb = cv2.filter2D(rgb, -1, motion_kernel(rng))
    elif what < 0.30:
        factor = rng.uniform(1.2, 2.5)
        small = cv2.resize(rgb, (round(width / factor), round(height / factor)), interpolation=cv2.INTER_AREA)
        rgb = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.25:
        noise = rng.standard_normal((height, width, 1 if rng.random() < 0.5 else 3), dtype=np.float32)
        rgb = np.clip(rgb + noise * rng.uniform(2, 14), 0, 255).astype(np.uint8)
    if rng.random() < 0.2:
        _, code = cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 90))])
        rgb = cv2.imdecode(code, cv2.IMREAD_COLOR)
    return rgb


def motion_kernel(rng: np.random.Generator) -> np.ndarray:
    """Return a line of 3 to 7 pixels in a random direction, normalised: a camera or a ball that moved."""
    length = int(rng.integers(3, 8))
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), rng.uniform(0, 180), 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return kernel / kernel.sum()


def random_window(
    height: int, width: int, rng: np.random.Generator, area: tuple[float, float]
) -> tuple[float, ...]:
    """Draw a window x0, y0, x1, y1 (px) of a share `area` of the picture, aspect within 3:4 and 4:3."""
    for _ in range(8):
        target = height * width * rng.uniform(*area)
        aspect = np.exp(rng.uniform(np.log(3 / 4), np.log(4 / 3)))
        w, h = np.sqrt(target * aspect), np.sqrt(target / aspect)
        if w <= width and h <= height:
            x, y = rng.uniform(0, width - w), rng.uniform(0, height - h)
            return x, y, x + w, y + h
    return 0.0, 0.0, float(width), float(height)


def cut(rgb: np.ndarray, window: tuple[float, ...], size_px: int, mirrored: bool) -> np.ndarray:
    """Return the window resized to `size_px` square, left and right exchanged if `mirrored`."""
    x0, y0, x1, y1 = (round(v) for v in window)
    part = rgb[max(0, y0) : max(y1, y0 + 2), max(0, x0) : max(x1, x0 + 2)]
    shrinks = part.shape[0] > size_px
    out = cv2.resize(part, (size_px, size_px), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return np.ascontiguousarray(out[:, ::-1]) if mirrored else out
