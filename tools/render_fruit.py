"""Things that are no balls: a lemon, and the flank of a zebra."""

import cv2
import numpy as np

from tools.render_light import Lighting, fbm2, gloss, linear, noise3, shade, unit


def lemon(radius_px: float, lighting: Lighting, tilt_rad: float) -> np.ndarray:
    """A lemon lying on its side, linear RGBA (n, n, 4); `radius_px` is half its thickness.

    A surface of revolution: at x along its axis the radius is r(x), so the normal is (-r r', y, z).
    """
    size = 2 * int(radius_px * 1.75)
    axis = (np.arange(size, dtype=np.float32) + 0.5 - size / 2) / radius_px
    u, v = np.meshgrid(axis, axis)
    x, y = u * np.cos(tilt_rad) + v * np.sin(tilt_rad), v * np.cos(tilt_rad) - u * np.sin(tilt_rad)
    along = np.linspace(-1.7, 1.7, 800, dtype=np.float32)
    body = np.sqrt(np.clip(1 - (along / 1.34) ** 2, 0, 1)) ** 0.86
    nipple = 0.24 * np.sqrt(np.clip(1 - ((np.abs(along) - 1.2) / 0.3) ** 2, 0, 1))
    profile = cv2.GaussianBlur(np.maximum(body, nipple)[None], (0, 0), 14)[0]
    profile[np.abs(along) > 1.52] = 0
    slope = np.gradient(profile, along)
    radius = np.interp(x, along, profile).astype(np.float32)
    z = np.sqrt(np.maximum(radius**2 - y**2, 0))
    lengthwise = -np.interp(x, along, profile * slope).astype(np.float32)
    normals = np.stack(
        [
            lengthwise * np.cos(tilt_rad) - y * np.sin(tilt_rad),
            lengthwise * np.sin(tilt_rad) + y * np.cos(tilt_rad),
            z,
        ],
        -1,
    )
    normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-5)
    points = np.stack([x, y, z], -1)
    pores = np.stack([noise3(points, 17.0, 1, 3.0 * i) for i in range(3)], -1)
    bumped = normals + pores * np.float32(0.28)
    bumped /= np.maximum(np.linalg.norm(bumped, axis=-1, keepdims=True), 1e-5)
    colour = linear(236, 196, 32) * (1 + 0.25 * noise3(points, 3.0, 2))[..., None]
    greenish = np.clip(np.abs(x) - 1.05, 0, 0.4)[..., None] * 1.4
    colour = colour * (1 - greenish) + linear(150, 150, 30) * greenish
    lit = colour * shade(bumped, lighting, 0.18) + gloss(bumped, lighting, 30.0, 0.4)
    alpha = np.clip((radius - np.abs(y)) * radius_px / 1.5 + 0.5, 0, 1) * (radius > 0.02)
    return np.concatenate([lit, alpha[..., None]], -1).astype(np.float32)


def zebra(height: int, width: int) -> np.ndarray:
    """A striped flank, neck and legs in front of dry grass, linear RGB (H, W, 3)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = x / height, y / height
    straw = linear(176, 150, 92) * np.clip(1 + 1.6 * fbm2(x * 4, y * 0.5, 60, 5), 0.2, 2.4)[..., None]
    sky = linear(196, 210, 226) * np.ones_like(x)[..., None]
    bush = linear(86, 96, 58) * np.clip(1 + 2 * fbm2(x, y, 70, 4), 0.2, 2)[..., None]
    hills = np.where((v > 0.2 + 0.1 * fbm2(u, 0 * v, 0.3, 3))[..., None], bush, sky)
    back = cv2.GaussianBlur(np.where((v > 0.36)[..., None], straw, hills).astype(np.float32), (0, 0), 9)
    lighting = Lighting(light=unit(-0.4, -0.8, 0.45))
    mask, depth = np.zeros_like(x), np.zeros_like(x)
    # Belly, rump, chest, neck and two visible pairs of legs, as ellipses (centre x, y, half axes, tilt).
    for cx, cy, a, b, tilt in (
        (0.66, 0.46, 0.36, 0.20, 0.04),
        (0.95, 0.44, 0.17, 0.20, 0.0),
        (0.40, 0.45, 0.16, 0.20, 0.0),
        (0.27, 0.28, 0.11, 0.28, -0.55),
        (0.13, 0.13, 0.17, 0.075, 0.75),
        (0.38, 0.80, 0.042, 0.32, 0.03),
        (0.49, 0.82, 0.038, 0.30, -0.08),
        (0.93, 0.80, 0.050, 0.32, -0.1),
        (1.04, 0.80, 0.045, 0.30, 0.12),
    ):
        du, dv = u - cx, v - cy
        p, q = du * np.cos(tilt) + dv * np.sin(tilt), dv * np.cos(tilt) - du * np.sin(tilt)
        inside = 1 - (p / a) ** 2 - (q / b) ** 2
        bulge = np.sqrt(np.clip(inside, 0, 1)) * min(a, b)
        depth = np.maximum(depth, bulge)
        mask = np.maximum(mask, np.clip(inside * min(a, b) * height / 3, 0, 1))
    depth = cv2.GaussianBlur(depth, (0, 0), height / 70)
    slope_y, slope_x = np.gradient(depth * height * 0.9)
    normals = np.stack([-slope_x, -slope_y, np.ones_like(x)], -1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    bend = 0.10 * fbm2(u, v, 0.35, 3) + 0.9 * np.clip(u - 0.78, 0, 1) * (v - 0.62) * 3.2
    waist = np.clip((v - 0.62) / 0.06, 0, 1)
    upright = np.sin((u + bend + 0.25 * (v - 0.45) ** 2) * 62)
    level = np.sin((v + bend * 0.5) * 88)
    stripes = np.clip((upright * (1 - waist) + level * waist) * 2.6 + 0.25 + fbm2(u, v, 0.02, 3), 0, 1)[
        ..., None
    ]
    fur = (1 + 0.25 * fbm2(x, y * 0.4, 4, 3))[..., None]
    coat = (linear(30, 26, 24) * (1 - stripes) + linear(226, 216, 200) * stripes) * fur
    animal = coat * shade(normals, lighting, 0.2, contact=False)
    picture = back * (1 - mask[..., None]) * 1.0 + animal * mask[..., None]
    fore = np.clip((v - 0.9) * 9 + 2.0 * fbm2(x * 5, y * 0.4, 40, 4), 0, 1)[..., None]
    return (picture * (1 - fore) + straw * 0.9 * fore).astype(np.float32)
