"""A camera over a floor: where each pixel meets the ground, what the floor is made of, and the shadows on it.

World axes: X right, Y up, Z away from the camera, in metres; the floor is Y = 0.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from tools.render_light import Lighting, fbm2, linear, noise2, unit

BALL_RADIUS_M = 0.033


@dataclass(frozen=True)
class Camera:
    """A pinhole camera `height_m` above the floor that looks down by `pitch_rad`."""

    width: int
    height: int
    focal_px: float
    height_m: float
    pitch_rad: float

    @property
    def axes(self) -> np.ndarray:
        """Rows: the camera's right, down and forward in world axes."""
        c, s = np.cos(self.pitch_rad), np.sin(self.pitch_rad)
        return np.float32([[1, 0, 0], [0, -c, -s], [0, -s, c]])

    def project(self, point: np.ndarray) -> tuple[float, float, float]:
        """Pixel x, pixel y and depth in metres of a world point (3,)."""
        right, down, depth = self.axes @ (np.asarray(point) - np.float32([0, self.height_m, 0]))
        return (
            self.width / 2 + self.focal_px * right / depth,
            self.height / 2 + self.focal_px * down / depth,
            float(depth),
        )

    def floor(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """X, Z (metres), footprint of a pixel (metres) and a mask of the pixels that see the floor, each (H, W)."""
        x = (np.arange(self.width, dtype=np.float32) + 0.5 - self.width / 2) / self.focal_px
        y = (np.arange(self.height, dtype=np.float32) + 0.5 - self.height / 2) / self.focal_px
        x, y = np.meshgrid(x, y)
        _, down, forward = self.axes
        fall = -(down[1] * y + forward[1])
        seen = fall > 1e-3
        depth = self.height_m / np.maximum(fall, 1e-3)
        return x * depth, (down[2] * y + forward[2]) * depth, depth / self.focal_px, seen

    def lighting(self, sun: np.ndarray, **colours: np.ndarray) -> Lighting:
        """The light in camera axes (x right, y down, z to the viewer) for a world direction to the sun."""
        flip = np.float32([1, 1, -1])
        return Lighting(
            light=unit(*(self.axes @ sun * flip)),
            up=unit(*(self.axes @ np.float32([0, 1, 0]) * flip)),
            **colours,
        )


def ball_shadow(
    x: np.ndarray, z: np.ndarray, centre: np.ndarray, sun: np.ndarray, radius_m: float = BALL_RADIUS_M
) -> tuple[np.ndarray, np.ndarray]:
    """How much sun and how much sky the floor keeps beside a ball, each in [0, 1].

    Sun: the ray towards the sun passes the centre at distance d, dark below one radius with a penumbra that grows
    with the height. Sky: a sphere hides cos(theta) (r / d)^2 of the sky from a plane (exact, Quilez 2006).
    """
    to = np.stack([centre[0] - x, np.full_like(x, centre[1]), centre[2] - z], axis=-1)
    along = to @ sun
    away = np.sqrt(np.maximum((to**2).sum(-1) - along**2, 0)) / radius_m
    soft = 0.12 + 0.5 * max(centre[1] / radius_m - 1, 0) * 0.12
    lit = np.clip((away - 1 + soft) / (2 * soft), 0, 1)
    lit = np.where(along > 0, lit * lit * (3 - 2 * lit), 1.0)
    d = np.sqrt((to**2).sum(-1))
    return lit, 1 - np.clip(centre[1] / d * (radius_m / d) ** 2, 0, 1)


def clay(x: np.ndarray, z: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """Albedo of a clay court with a white line, (H, W, 3)."""
    grain = fbm2(x, z, 0.006, 3, foot) + 0.8 * fbm2(x, z, 0.35, 4, foot)
    crumbs = np.clip(noise2(x, z, 0.009, foot) - 0.3, 0, 1) * 2.2
    base = linear(172, 104, 74) * (1 + 0.45 * grain - crumbs)[..., None]
    line = np.clip((0.05 - np.abs(z - 0.35 * x - 1.05)) / 0.004 + 2.5 * fbm2(x, z, 0.02, 3, foot), 0, 1)
    return base + (linear(226, 214, 202) * (1 + 0.2 * grain)[..., None] - base) * (line * 0.85)[..., None]


def wood(x: np.ndarray, z: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """Albedo of a table of planks that run from left to right, (H, W, 3)."""
    plank = np.floor(z / 0.11)
    across = z / 0.11 - plank
    shift = np.sin(plank * 12.9898) * 43.0
    rings = np.sin((z + 0.03 * fbm2(x * 0.35 + shift, z, 0.12, 3, foot)) * 330 + shift)
    fibre = fbm2(x * 0.06 + shift, z, 0.004, 3, foot)
    tone = 1 + 0.10 * rings + 0.45 * fibre + 0.25 * np.sin(shift * 3)
    gap = np.clip(1 - np.minimum(across, 1 - across) / 0.012, 0, 1) * 0.8
    return linear(150, 98, 58) * (np.clip(tone, 0.2, 2) * (1 - gap))[..., None]


def concrete(x: np.ndarray, z: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """Albedo of a concrete floor with one joint, (H, W, 3)."""
    tone = 1 + 0.5 * fbm2(x, z, 0.5, 5, foot) + 0.35 * fbm2(x, z, 0.008, 2, foot)
    pits = np.clip(noise2(x, z, 0.012, foot) - 0.36, 0, 1) * 4
    joint = np.clip(1 - np.abs(x + 0.22 * z - 0.55) / 0.007, 0, 1) * 0.7
    return linear(152, 148, 140) * (np.clip(tone - pits, 0.15, 2) * (1 - joint))[..., None]


def hard_court(x: np.ndarray, z: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """Albedo of a blue hard court with two white lines, (H, W, 3)."""
    tone = 1 + 0.22 * fbm2(x, z, 0.7, 4, foot) + 0.4 * fbm2(x, z, 0.006, 2, foot)
    base = linear(74, 104, 142) * np.clip(tone, 0.3, 2)[..., None]
    edge = np.minimum(np.abs(z - 2.1), np.abs(x - 0.25 * z - 0.75))
    line = np.clip((0.03 - edge) / 0.003, 0, 1) * np.clip(0.95 + 0.9 * fbm2(x, z, 0.02, 3, foot), 0, 1)
    return base + (linear(222, 222, 216) - base) * line[..., None]


def turf(x: np.ndarray, z: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """Albedo of the soil and the far lawn between the blades, (H, W, 3)."""
    tone = 1 + 0.9 * fbm2(x, z, 0.05, 4, foot) + 0.5 * fbm2(x, z, 0.9, 3, foot)
    return linear(76, 112, 44) * np.clip(tone, 0.2, 2.2)[..., None]


def blades(
    canvas: np.ndarray,
    camera: Camera,
    z_from: float,
    z_to: float,
    seed: int,
    lighting: Lighting,
    tall_m: float,
) -> None:
    """Plant grass on `canvas` (H, W, 3) in place, from far (`z_from`) to near (`z_to`)."""
    rng = np.random.default_rng(seed)
    z = z_from
    while z > z_to:
        half = 0.5 * camera.width / camera.focal_px * np.hypot(z, camera.height_m) * 1.1
        step = 0.0035 + 0.006 * max(z - 0.6, 0)
        for _ in range(int(half * 2 / (0.0028 + 0.003 * max(z - 0.6, 0)))):
            _blade(
                canvas,
                camera,
                rng,
                float(rng.uniform(-half, half)),
                z + float(rng.uniform(0, step)),
                tall_m,
                lighting,
            )
        z -= step


def _blade(
    canvas: np.ndarray,
    camera: Camera,
    rng: np.random.Generator,
    x: float,
    z: float,
    tall_m: float,
    lighting: Lighting,
) -> None:
    tall = tall_m * float(rng.gamma(9, 1 / 9))
    lean = rng.normal(scale=0.55, size=2) * tall
    foot_x, foot_y, depth = camera.project(np.float32([x, 0, z]))
    knee_x, knee_y, _ = camera.project(np.float32([x + 0.3 * lean[0], 0.62 * tall, z + 0.3 * lean[1]]))
    tip_x, tip_y, _ = camera.project(np.float32([x + lean[0], 0.95 * tall, z + lean[1]]))
    wide = camera.focal_px * 0.0016 * float(rng.uniform(0.6, 1.3)) / depth
    dry = max(float(rng.normal(scale=0.35)) - 0.25, 0)
    green = linear(86, 130, 40) * float(rng.uniform(0.55, 1.35)) + linear(190, 170, 90) * dry
    sheen = 0.5 + 0.5 * abs(float(lean[0])) / tall
    for (ax, ay, aw), (bx, by, bw), level in (
        ((foot_x, foot_y, wide), (knee_x, knee_y, wide), 0.38),
        ((knee_x, knee_y, wide), (tip_x, tip_y, 0.1), 0.95),
    ):
        quad = np.float64([[ax - aw, ay], [ax + aw, ay], [bx + bw, by], [bx - bw, by]])
        colour = green * (lighting.key * 0.75 * sheen + lighting.sky) * level
        cv2.fillConvexPoly(canvas, np.round(quad * 16).astype(np.int32), colour.tolist(), cv2.LINE_8, 4)
