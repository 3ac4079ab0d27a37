"""A scene: a floor with a background, balls put on it, and the photograph taken of it."""

from collections.abc import Callable

import cv2
import numpy as np

from tools import render_ground as ground
from tools.render_ball import TENNIS, WORN_TENNIS, Skin, paint_ball
from tools.render_light import develop, over

Box = tuple[float, float, float, float]


class Scene:
    """A floor with a background, and the balls put on it; `finish` gives the photograph and the boxes."""

    lift_m = 0.0

    def __init__(
        self,
        camera: ground.Camera,
        floor: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray],
        sun: np.ndarray,
        backdrop: np.ndarray | None = None,
        focus_m: float = 0.8,
        **colours: np.ndarray,
    ) -> None:
        self.camera, self.sun, self.focus_m = camera, sun, focus_m
        self.lighting = camera.lighting(sun, **colours)
        self.x, self.z, foot, seen = camera.floor()
        self.depth = foot * camera.focal_px
        self.seen = seen & (self.z < 30)
        self.albedo = floor(self.x, self.z, foot)
        self.sunlight = np.ones_like(self.x)
        self.skylight = np.ones_like(self.x)
        self.backdrop = backdrop
        self.balls: list[tuple[np.ndarray, np.ndarray, Skin, float]] = []

    def put(
        self,
        x: float,
        z: float,
        rotation: np.ndarray,
        skin: Skin = TENNIS,
        radius_m: float = ground.BALL_RADIUS_M,
    ) -> None:
        """Lay a ball on the floor."""
        centre = np.float32([x, radius_m * 0.985 + self.lift_m, z])
        sun, sky = ground.ball_shadow(self.x, self.z, centre, self.sun, radius_m)
        self.sunlight *= sun
        self.skylight *= sky
        self.balls.append((centre, rotation, skin, radius_m))
        self.balls.sort(key=lambda ball: -ball[0][2])

    def floor_light(self) -> np.ndarray:
        """The lit floor before any ball is painted on it, (H, W, 3), with the lens blur of its distance."""
        key = max(float(self.sun[1]), 0.1) * self.lighting.key
        lit = self.albedo * (key * self.sunlight[..., None] + self.lighting.sky * self.skylight[..., None])
        if self.backdrop is not None:
            fade = cv2.GaussianBlur(self.seen.astype(np.float32), (0, 0), 1.5)[..., None]
            lit = lit * fade + self.backdrop * (1 - fade)
        return lens_blur(
            lit, np.where(self.seen, self.depth, 60.0), self.focus_m, self.camera.focal_px * 0.012
        )

    def paint(self, picture: np.ndarray, ball: tuple[np.ndarray, np.ndarray, Skin, float]) -> Box:
        """Paint one ball on `picture` in place; its box in pixels of `picture`."""
        centre, rotation, skin, radius_m = ball
        x, y, depth = self.camera.project(centre)
        radius = self.camera.focal_px * radius_m / depth
        corner = np.floor([x, y]).astype(int)
        fraction = (x - corner[0], y - corner[1])
        layer = paint_ball(radius, rotation, self.lighting, skin, fraction, seed=int(x) % 17)
        blur = self.camera.focal_px * 0.012 * abs(1 / depth - 1 / self.focus_m) * 0.35
        if blur > 0.4:
            premultiplied = np.concatenate([layer[..., :3] * layer[..., 3:], layer[..., 3:]], -1)
            pad = int(3 * blur)
            premultiplied = cv2.GaussianBlur(
                np.pad(premultiplied, ((pad, pad), (pad, pad), (0, 0))), (0, 0), blur
            )
            premultiplied[..., :3] /= np.maximum(premultiplied[..., 3:], 1e-4)
            layer = premultiplied
        over(picture, layer, corner[0] - layer.shape[1] // 2, corner[1] - layer.shape[0] // 2)
        return (x - radius, y - radius, x + radius, y + radius)

    def finish(self, seed: int, exposure: float = 1.0, grain: float = 0.012) -> tuple[np.ndarray, list[Box]]:
        """The photograph at half the size it was painted, and the boxes of its balls in its pixels."""
        picture = self.floor_light()
        boxes = [tuple(v / 2 for v in self.paint(picture, ball)) for ball in self.balls]
        tennis = [
            box for box, ball in zip(boxes, self.balls, strict=True) if ball[2] in (TENNIS, WORN_TENNIS)
        ]
        return develop(halve(picture), seed, exposure, grain), tennis


class Lawn(Scene):
    """A scene whose floor is planted with grass, in front of the balls and behind them."""

    lift_m = 0.014  # the blades bend under a ball but carry it
    tall_m = 0.03

    def finish(self, seed: int, exposure: float = 1.0, grain: float = 0.012) -> tuple[np.ndarray, list[Box]]:
        """The photograph and the boxes, blades and balls painted from far to near."""
        picture = np.ascontiguousarray(self.floor_light().astype(np.float32))
        shade = (0.35 + 0.65 * self.sunlight * self.skylight**2)[..., None].astype(np.float32)
        z, near = 5.0, self.camera.height_m * 0.35
        boxes: list[Box] = []
        for ball in [*self.balls, None]:
            until = near if ball is None else float(ball[0][2]) - 0.012
            before = picture.copy()
            ground.blades(picture, self.camera, z, until, seed + len(boxes), self.lighting, self.tall_m)
            planted = np.abs(picture - before).max(-1, keepdims=True) > 0
            # Blades that stand beyond a ball are in its shadow; those in front of it are not.
            picture = np.where(planted & (ball is not None), picture * shade, picture).astype(np.float32)
            if ball is not None:
                boxes.append(tuple(v / 2 for v in self.paint(picture, ball)))
                z = until
        blurred = lens_blur(
            picture, np.where(self.seen, self.depth, 60.0), self.focus_m, 7.0, sharp_from_m=1.2 * self.focus_m
        )
        return develop(halve(blurred), seed, exposure, grain), boxes


def halve(picture: np.ndarray) -> np.ndarray:
    """Half the size, each pixel the mean of four."""
    size = (picture.shape[1] // 2, picture.shape[0] // 2)
    return cv2.resize(picture.astype(np.float32), size, interpolation=cv2.INTER_AREA)


def lens_blur(
    picture: np.ndarray, depth_m: np.ndarray, focus_m: float, strength_px: float, sharp_from_m: float = 0.0
) -> np.ndarray:
    """Blur by the circle of confusion, which grows with |1/depth - 1/focus|; four blurred copies are mixed."""
    circle = strength_px * np.abs(1 / np.maximum(depth_m, 0.05) - 1 / focus_m)
    if sharp_from_m:
        # Blades stand up from the floor that `depth_m` speaks of: nothing nearer than this may be smeared.
        circle = np.where(
            depth_m > sharp_from_m, strength_px * (1 / sharp_from_m - 1 / np.maximum(depth_m, 0.05)), 0
        )
    result = picture.astype(np.float32)
    sigma = 1.0
    for _ in range(4):
        weight = np.clip(circle / sigma - 0.5, 0, 1)[..., None].astype(np.float32)
        result = result * (1 - weight) + cv2.GaussianBlur(result, (0, 0), sigma) * weight
        sigma *= 1.9
    return result
