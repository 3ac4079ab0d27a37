"""Light, noise and film for the rendered pictures: everything is linear RGB float32 until `develop`.

Directions are in camera axes: x right, y down, z towards the viewer.
"""

from dataclasses import dataclass, field, replace

import cv2
import numpy as np

VOLUME = np.random.default_rng(20).random((32, 32, 32), dtype=np.float32) - 0.5
TILE = np.random.default_rng(21).random((256, 256), dtype=np.float32) - 0.5


def linear(*srgb: int) -> np.ndarray:
    """Linear light of sRGB bytes (as a colour picker shows them) in [0, 1], float32 (3,)."""
    x = np.asarray(srgb, dtype=np.float32) / 255
    return np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4).astype(np.float32)


def unit(*v: float) -> np.ndarray:
    """The direction of a vector, float32 (3,)."""
    a = np.asarray(v, dtype=np.float32)
    return a / np.linalg.norm(a)


@dataclass(frozen=True)
class Lighting:
    """One lamp or sun, a sky above and a floor that throws light back, as linear RGB."""

    light: np.ndarray = field(default_factory=lambda: unit(-0.45, -0.75, 0.5))
    key: np.ndarray = field(default_factory=lambda: np.float32([1.0, 0.96, 0.88]) * 0.95)
    sky: np.ndarray = field(default_factory=lambda: np.float32([0.85, 0.95, 1.1]) * 0.42)
    floor: np.ndarray = field(default_factory=lambda: np.float32([0.9, 0.95, 0.8]) * 0.16)
    up: np.ndarray = field(default_factory=lambda: unit(0.0, -1.0, 0.25))

    def dimmed(self, factor: float) -> "Lighting":
        """The same light, weaker."""
        return replace(self, key=self.key * factor, sky=self.sky * factor, floor=self.floor * factor)


def shade(normals: np.ndarray, lighting: Lighting, wrap: float, contact: bool = True) -> np.ndarray:
    """Light that reaches a matt surface, float32 (..., 3).

    `wrap` lets the lamp reach around the edge as cloth and skin do (0 is Lambert's law). With `contact` the lower
    part of the body stands on the floor, in its own shadow.
    """
    lamp = np.maximum((normals @ lighting.light + wrap) / (1 + wrap), 0.0)[..., None]
    upward = (normals @ lighting.up)[..., None]
    above = 0.5 + 0.5 * upward
    under = (1 - above) * (0.35 + 0.65 * np.clip(1.25 + upward, 0, 1) if contact else 1.0)
    hidden = np.clip(1.3 + upward, 0.25, 1.0) if contact else 1.0
    return (
        lamp * lighting.key * np.minimum(1, hidden + 0.3)
        + above * lighting.sky * hidden
        + under * lighting.floor
    )


def gloss(normals: np.ndarray, lighting: Lighting, power: float, strength: float) -> np.ndarray:
    """Blinn-Phong highlight with a Schlick edge, float32 (..., 3)."""
    half = unit(*(lighting.light + np.float32([0, 0, 1])))
    edge = 1 + 3 * (1 - np.clip(normals[..., 2], 0, 1)) ** 5
    spot = np.maximum(normals @ half, 0) ** power * edge * strength
    return spot[..., None] * lighting.key


def noise3(points: np.ndarray, scale: float, octaves: int = 1, offset: float = 0.0) -> np.ndarray:
    """Value noise in [-0.5, 0.5] of points (..., 3), `scale` cells to a unit; each octave halves."""
    total = np.zeros(points.shape[:-1], dtype=np.float32)
    for octave in range(octaves):
        p = points * np.float32(scale * 2**octave) + np.float32(offset + 7.3 * octave)
        base = np.floor(p).astype(np.int32)
        f = (p - base).astype(np.float32)
        f = f * f * (3 - 2 * f)
        for corner in range(8):
            bits = np.array([corner & 1, corner >> 1 & 1, corner >> 2 & 1])
            weight = np.prod(np.where(bits == 1, f, 1 - f), axis=-1)
            i, j, k = np.moveaxis((base + bits) & 31, -1, 0)
            total += VOLUME[i, j, k] * weight / 2**octave
    return total


def noise2(u: np.ndarray, v: np.ndarray, cell: float, footprint: np.ndarray | float = 0.0) -> np.ndarray:
    """Smooth noise in about [-0.5, 0.5] over coordinates of one unit, `cell` units apart.

    Where one pixel covers more than a cell (`footprint`, same unit) the noise fades, so that nothing flickers.
    """
    grid_u = np.mod(u / cell, 256).astype(np.float32)
    grid_v = np.mod(v / cell, 256).astype(np.float32)
    values = cv2.remap(TILE, grid_u, grid_v, cv2.INTER_CUBIC, borderMode=cv2.BORDER_WRAP)
    return values * np.clip(1.6 - np.asarray(footprint) / cell, 0, 1).astype(np.float32)


def fbm2(
    u: np.ndarray, v: np.ndarray, cell: float, octaves: int, footprint: np.ndarray | float = 0.0
) -> np.ndarray:
    """Octaves of `noise2`, each half the size and 0.6 the strength."""
    return sum(
        noise2(u + 37 * o, v + 11 * o, cell / 2**o, footprint) * np.float32(0.6**o) for o in range(octaves)
    )


def over(picture: np.ndarray, layer: np.ndarray, x: int, y: int) -> None:
    """Lay straight-alpha `layer` (h, w, 4) on `picture` (H, W, 3) in place, its corner at (x, y), clipped."""
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + layer.shape[1], width), min(y + layer.shape[0], height)
    if x0 >= x1 or y0 >= y1:
        return
    part = layer[y0 - y : y1 - y, x0 - x : x1 - x]
    alpha = part[..., 3:]
    picture[y0:y1, x0:x1] = picture[y0:y1, x0:x1] * (1 - alpha) + part[..., :3] * alpha


def develop(
    picture: np.ndarray, seed: int, exposure: float = 1.0, grain: float = 0.012, vignette: float = 0.22
) -> np.ndarray:
    """Linear light to an sRGB photograph, uint8 (H, W, 3): lens, film shoulder and sensor noise."""
    height, width = picture.shape[:2]
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    light = picture * (exposure * (1 - vignette * (x * x + y * y) / 2))[..., None]
    glow = cv2.GaussianBlur(np.maximum(light - 0.75, 0), (0, 0), width / 60)
    light = np.maximum(light + 0.35 * glow, 0)
    # Photon noise grows as the root of the light; a small constant part is the amplifier's.
    light = light + rng.normal(size=light.shape).astype(np.float32) * grain * (0.15 + np.sqrt(light))
    light = cv2.GaussianBlur(light, (0, 0), 0.55)
    light = np.clip(light, 0, None)
    light = light * (1 + light / 2.2) / (1 + light)
    srgb = np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 1e-6) ** (1 / 2.4) - 0.055)
    return np.round(np.clip(srgb, 0, 1) * 255).astype(np.uint8)
