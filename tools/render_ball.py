"""Balls as numpy paints them: a sphere with felt or skin, a seam, fuzz and the light of `render_light`.

`render_ball` gives one ball as an RGBA picture; `tools/render_scenes.py` puts balls into scenes, and the training of
the heatmap network may use them as well.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np

from tools.render_light import Lighting, gloss, linear, noise3, shade, unit

FUZZ_REACH = 1.07
"""The fibres end inside this many radii; the picture of a ball is 2 * FUZZ_REACH radii wide."""


def tennis_seam(n: int = 360) -> np.ndarray:
    """The seam of a tennis ball, float32 (n, 3) on the unit sphere.

    x = a cos t + b cos 3t, y = a sin t - b sin 3t, z = 2 sqrt(ab) sin 2t with a + b = 1 lies on the sphere.
    """
    t = np.linspace(0, 2 * np.pi, n, endpoint=False, dtype=np.float32)
    a, b = 0.72, 0.28
    x, y = a * np.cos(t) + b * np.cos(3 * t), a * np.sin(t) - b * np.sin(3 * t)
    return np.stack([x, y, 2 * np.sqrt(a * b) * np.sin(2 * t)], axis=1).astype(np.float32)


def basketball_seam(n: int = 200) -> np.ndarray:
    """Two great circles and two loops around the poles, float32 (4 n, 3)."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False, dtype=np.float32)
    c, s, o = np.cos(t), np.sin(t), np.zeros_like(t)
    loops = [np.stack([sign * np.full_like(t, 0.62), 0.785 * c, 0.785 * s], 1) for sign in (-1, 1)]
    return np.concatenate([np.stack([c, s, o], 1), np.stack([o, c, s], 1), *loops]).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Skin:
    """What a ball is covered with; colours are linear RGB, lengths are in radii."""

    albedo: np.ndarray
    seam: np.ndarray | None = None
    seam_albedo: np.ndarray = field(default_factory=lambda: linear(236, 236, 226))
    seam_half_width: float = 0.06
    fuzz: float = 0.0
    bump: float = 0.0
    bump_scale: float = 18.0
    mottle: float = 0.06
    wrap: float = 0.1
    gloss: float = 0.0
    gloss_power: float = 40.0


TENNIS = Skin(linear(208, 222, 76), tennis_seam(), fuzz=1.0, bump=0.5, bump_scale=36.0, mottle=0.32, wrap=0.3)
WORN_TENNIS = Skin(
    linear(190, 196, 82), tennis_seam(), linear(196, 194, 180), fuzz=0.6, bump=0.6, mottle=0.5, wrap=0.3
)
ORANGE = Skin(linear(240, 128, 18), bump=0.34, bump_scale=30.0, mottle=0.08, gloss=0.3, gloss_power=26.0)
BASKETBALL = Skin(
    linear(186, 88, 38), basketball_seam(), linear(26, 22, 20), 0.026, bump=0.5, bump_scale=46.0, gloss=0.14
)


def turn(x_rad: float, y_rad: float, z_rad: float) -> np.ndarray:
    """Rotation matrix (3, 3): about x, then y, then z."""
    return np.asarray(
        cv2.Rodrigues(np.array([0, 0, z_rad], dtype=np.float64))[0]
        @ cv2.Rodrigues(np.array([0, y_rad, 0], dtype=np.float64))[0]
        @ cv2.Rodrigues(np.array([x_rad, 0, 0], dtype=np.float64))[0],
        dtype=np.float32,
    )


def seam_distance(points: np.ndarray, seam: np.ndarray) -> np.ndarray:
    """Chord from points (..., 3) of the unit sphere to the nearest point of the seam."""
    flat = points.reshape(-1, 3)
    nearest = np.empty(len(flat), dtype=np.float32)
    for i in range(0, len(flat), 20000):
        nearest[i : i + 20000] = (flat[i : i + 20000] @ seam.T).max(axis=1)
    return np.sqrt(np.maximum(2 - 2 * nearest, 0)).reshape(points.shape[:-1])


def paint_ball(
    radius_px: float,
    rotation: np.ndarray,
    lighting: Lighting | None = None,
    skin: Skin = TENNIS,
    offset_px: tuple[float, float] = (0.0, 0.0),
    seed: int = 0,
    contact: bool = True,
) -> np.ndarray:
    """One ball in linear light, float32 (n, n, 4) with straight alpha, its centre at n / 2 + `offset_px`.

    Parameters
    ----------
    rotation : (3, 3), from the ball's own axes to camera axes (x right, y down, z to the viewer)
    """
    lighting = lighting or Lighting()
    ss = 2 if radius_px > 12 else 4
    size = 2 * int(np.ceil(radius_px * FUZZ_REACH + 1.5))
    axis = ((np.arange(size * ss, dtype=np.float32) + 0.5) / ss - size / 2) / radius_px
    x, y = np.meshgrid(axis - offset_px[0] / radius_px, axis - offset_px[1] / radius_px)
    r = np.hypot(x, y)
    limb = np.where(r > 0.9995, 0.9995 / np.maximum(r, 1e-6), 1.0).astype(np.float32)
    normals = np.stack([x * limb, y * limb, np.sqrt(1 - np.minimum(r * limb, 1) ** 2)], axis=-1)
    own = normals @ rotation.astype(np.float32)  # rows: R^T n, the point in the ball's own axes
    # Detail finer than a pixel would only flicker.
    detail = float(np.clip(radius_px / 30, 0.25, 1))
    waves = np.stack([noise3(own, skin.bump_scale, 2, 3.1 * i + seed) for i in range(3)], axis=-1)
    bumped = normals + waves @ rotation.T.astype(np.float32) * np.float32(skin.bump * detail)
    bumped /= np.linalg.norm(bumped, axis=-1, keepdims=True)
    colour = np.broadcast_to(skin.albedo, normals.shape).copy()
    colour *= (1 + skin.mottle * detail * noise3(own, skin.bump_scale * 1.9, 2, 50.0 + seed))[..., None]
    colour *= (1 + 0.35 * skin.mottle * noise3(own, 3.0, 2, 80.0 + seed))[..., None]
    light = shade(bumped, lighting, skin.wrap, contact)
    if skin.fuzz:
        # Fibres standing off the limb scatter light forward: cloth is flatter and brighter at its edge.
        light = light * (1 + 0.28 * skin.fuzz * (1 - normals[..., 2:]) ** 3)
    if skin.seam is not None:
        edge = seam_distance(own, skin.seam) + 0.012 * skin.fuzz * noise3(own, 60.0, 1, 9.0)
        soft = 0.014 + 0.6 / radius_px
        on_seam = np.clip((skin.seam_half_width + soft - edge) / (2 * soft), 0, 1)[..., None]
        groove = np.exp(-(((edge - skin.seam_half_width * 1.25) / 0.03) ** 2))[..., None]
        smooth = shade(normals, lighting, 0.15, contact) * skin.seam_albedo
        lit = colour * light * (1 - 0.3 * groove) * (1 - on_seam) + smooth * on_seam
    else:
        lit = colour * light
    if skin.gloss:
        lit = lit + gloss(bumped, lighting, skin.gloss_power, skin.gloss)
    ragged = 0.04 * skin.fuzz * noise3(np.stack([x, y, 0 * x], -1), 34.0, 2, 5.0 + seed)
    soft = 0.6 / radius_px + 0.022 * skin.fuzz
    alpha = np.clip((1 + ragged + 0.008 * skin.fuzz + soft - r) / (2 * soft), 0, 1)
    alpha = alpha * alpha * (3 - 2 * alpha)
    layer = np.concatenate([lit * alpha[..., None], alpha[..., None]], axis=-1).astype(np.float32)
    layer = cv2.resize(layer, (size, size), interpolation=cv2.INTER_AREA)
    layer[..., :3] /= np.maximum(layer[..., 3:], 1e-4)
    return layer


def render_ball(
    radius_px: float,
    rotation: np.ndarray | None = None,
    light: tuple[float, float, float] = (-0.45, -0.75, 0.5),
    skin: Skin = TENNIS,
    exposure: float = 1.0,
    seed: int = 0,
) -> np.ndarray:
    """One ball, uint8 RGBA (n, n, 4) with straight alpha, n about 2.14 radii, ready to be laid on a photograph.

    `light` points from the ball to the lamp (x right, y down, z to the viewer); `rotation` is (3, 3).
    """
    lighting = Lighting(light=unit(*light))
    layer = paint_ball(
        radius_px, turn(0.3, 0.5, 0) if rotation is None else rotation, lighting, skin, seed=seed
    )
    rgb = np.clip(layer[..., :3] * exposure, 0, None)
    rgb = np.clip(rgb * (1 + rgb / 2.2) / (1 + rgb), 1e-6, 1) ** (1 / 2.2)
    return np.round(np.concatenate([rgb, layer[..., 3:]], -1).clip(0, 1) * 255).astype(np.uint8)
