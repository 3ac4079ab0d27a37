"""The ball video of the simulated camera: `ball.mp4`, one loop of rolling and bouncing on a hard court."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from tools import render_ground as ground
from tools import render_rooms as rooms
from tools.render_ball import TENNIS, paint_ball
from tools.render_light import develop, over, unit

WIDTH, HEIGHT, FPS = 640, 480, 25
RADIUS_M = ground.BALL_RADIUS_M
GRAVITY_M_S2 = 5.2
"""Less than on earth: bounces of half a metre are followed better at 25 pictures a second."""


@dataclass(frozen=True)
class Leg:
    """A straight path over the floor from one point to another, with bounces that start at `drop_m` (0: it rolls)."""

    start: tuple[float, float]
    end: tuple[float, float]
    seconds: float
    drop_m: float = 0.0


# The ball leaves the picture between the legs and at the end, so that the loop closes on an empty court.
LEGS = (
    Leg((-0.56, 0.84), (0.50, 0.64), 2.8, 0.2),
    Leg((0.58, 0.92), (-0.06, 0.5), 2.0),
    Leg((-0.06, 0.5), (-0.06, 0.5), 0.8),
    Leg((-0.06, 0.5), (-0.58, 0.86), 1.7),
    Leg((-0.1, 1.5), (0.16, 0.33), 2.5, 0.16),
)


def bounce_height(t_s: float, drop_m: float) -> float:
    """Height of the centre above its resting height after falling from `drop_m`; each bounce keeps 60 % of it."""
    if drop_m == 0:
        return 0.0
    fall = np.sqrt(2 * drop_m / GRAVITY_M_S2)
    if t_s < fall:
        return drop_m - 0.5 * GRAVITY_M_S2 * t_s**2
    t_s -= fall
    while drop_m > 0.004:
        drop_m *= 0.6
        flight = 2 * np.sqrt(2 * drop_m / GRAVITY_M_S2)
        if t_s < flight:
            return 0.5 * GRAVITY_M_S2 * t_s * (flight - t_s)
        t_s -= flight
    return 0.0


def path() -> tuple[np.ndarray, list[np.ndarray]]:
    """Centres (n, 3) in metres and rotations (world axes), one per picture."""
    centres, rotations = [], []
    rotation = np.eye(3)
    for leg in LEGS:
        start, end = np.array(leg.start), np.array(leg.end)
        n = int(leg.seconds * FPS)
        step = (end - start) / n
        # A ball that rolls by d turns by d / r about the axis across its way.
        turn = cv2.Rodrigues(np.array([step[1], 0.0, -step[0]]) / RADIUS_M * (0.55 if leg.drop_m else 1.0))[0]
        for i in range(n):
            x, z = start + step * i
            centres.append((x, RADIUS_M + bounce_height(i / FPS, leg.drop_m), z))
            rotations.append(rotation)
            rotation = turn @ rotation
    return np.array(centres, dtype=np.float32), rotations


def motion_blur(layer: np.ndarray, shift_px: np.ndarray) -> np.ndarray:
    """Smear a straight-alpha layer along `shift_px` (x, y), as an open shutter does."""
    length = int(np.ceil(np.abs(shift_px).max()))
    if length < 2:
        return layer
    kernel = np.zeros((2 * length + 1, 2 * length + 1), dtype=np.float32)
    a = np.round((length - shift_px / 2) * 16).astype(int).tolist()
    b = np.round((length + shift_px / 2) * 16).astype(int).tolist()
    cv2.line(kernel, a, b, 1.0, 1, cv2.LINE_4, 4)
    layer = np.pad(layer, ((length, length), (length, length), (0, 0)))
    layer[..., :3] *= layer[..., 3:]
    layer = cv2.filter2D(layer, -1, kernel / kernel.sum())
    layer[..., :3] /= np.maximum(layer[..., 3:], 1e-4)
    return layer


def write_video(path_out: Path) -> None:
    """Render and write the loop (MPEG-4 part 2, which OpenCV writes and reads on every system)."""
    view = ground.Camera(WIDTH, HEIGHT, 800.0, 0.3, 0.34)
    sun = unit(-0.5, 0.8, -0.3)
    lighting = view.lighting(sun, key=np.float32([1.0, 0.95, 0.84]), sky=np.float32([0.8, 0.92, 1.1]) * 0.42)
    wide = ground.Camera(WIDTH * 2, HEIGHT * 2, 1600.0, 0.3, 0.34)
    x, z, foot, seen = wide.floor()
    horizon = HEIGHT - wide.focal_px * float(np.tan(wide.pitch_rad))
    backdrop = rooms.fence(HEIGHT * 2, WIDTH * 2, max(horizon, 20) + 60, 5)
    half = (WIDTH, HEIGHT)
    albedo = cv2.resize(ground.hard_court(x, z, foot), half, interpolation=cv2.INTER_AREA)
    backdrop = cv2.resize(backdrop, half, interpolation=cv2.INTER_AREA)
    floor_part = cv2.resize((seen & (z < 3.6)).astype(np.float32), half, interpolation=cv2.INTER_AREA)[
        ..., None
    ]
    x, z, _, _ = view.floor()
    centres, rotations = path()
    flip = np.diag([1.0, 1.0, -1.0]) @ view.axes
    writer = cv2.VideoWriter(str(path_out), cv2.VideoWriter.fourcc(*"mp4v"), FPS, half)
    if not writer.isOpened():
        raise SystemExit("OpenCV cannot write MPEG-4 here.")
    for i, (centre, rotation) in enumerate(zip(centres, rotations, strict=True)):
        sunlight, skylight = ground.ball_shadow(x, z, centre, sun)
        lit = albedo * (lighting.key * 0.8 * sunlight[..., None] + lighting.sky * skylight[..., None])
        picture = lit * floor_part + backdrop * (1 - floor_part)
        px, py, depth = view.project(centre)
        radius = view.focal_px * RADIUS_M / depth
        corner = np.floor([px, py]).astype(int)
        if -radius < px < WIDTH + radius and -radius < py < HEIGHT + radius:
            layer = paint_ball(
                radius,
                flip @ rotation,
                lighting,
                TENNIS,
                (px - corner[0], py - corner[1]),
                contact=centre[1] < 0.06,
            )
            following = view.project(centres[min(i + 1, len(centres) - 1)])
            shift = np.array([following[0] - px, following[1] - py]) * 0.35
            layer = motion_blur(layer, shift if np.abs(shift).max() < 12 else shift * 0)
            over(picture, layer, corner[0] - layer.shape[1] // 2, corner[1] - layer.shape[0] // 2)
        writer.write(np.ascontiguousarray(develop(picture, i, 1.25, grain=0.006)[..., ::-1]))
    writer.release()
