"""Render the pictures and the video that ship: `python -m tools.render_scenes` (needs numpy and OpenCV).

Nothing is photographed: floors, backgrounds and balls are computed (`render_ground`, `render_rooms`, `render_ball`),
lit, blurred as a lens does away from its focus, given sensor noise and saved. `boxes.csv` holds one line per tennis
ball (file,x0,y0,x1,y1 in pixels); a picture without one has a line with empty fields.
"""

import argparse
import csv
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from tools import render_ground as ground
from tools import render_rooms as rooms
from tools.render_ball import BASKETBALL, ORANGE, TENNIS, WORN_TENNIS, Skin, paint_ball, turn
from tools.render_fruit import lemon, zebra
from tools.render_light import Lighting, develop, fbm2, over, unit
from tools.render_video import write_video

WIDTH, HEIGHT = 640, 480
Box = tuple[float, float, float, float]
DAY = {"key": np.float32([1.0, 0.95, 0.84]) * 1.0, "sky": np.float32([0.8, 0.92, 1.1]) * 0.42}
LAMP = {"key": np.float32([1.0, 0.86, 0.66]) * 0.62, "sky": np.float32([1.0, 0.94, 0.86]) * 0.3}
WINDOW = {"key": np.float32([0.95, 0.98, 1.05]) * 0.75, "sky": np.float32([1.0, 0.98, 0.94]) * 0.26}


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


def camera(focal: float, height_m: float, pitch: float) -> ground.Camera:
    """A camera at twice the final size."""
    return ground.Camera(WIDTH * 2, HEIGHT * 2, focal * 2, height_m, pitch)


def horizon(view: ground.Camera) -> float:
    """The pixel row of the horizon."""
    return view.height / 2 - view.focal_px * float(np.tan(view.pitch_rad))


SUN = unit(-0.55, 0.75, -0.25)
SIDE = unit(0.7, 0.55, 0.1)


def tennis_on_clay() -> tuple[np.ndarray, list[Box]]:
    """One ball, close, on a clay court."""
    scene = Scene(camera(1150, 0.22, 0.44), ground.clay, SUN, focus_m=0.47, **DAY)
    scene.put(0.012, 0.43, turn(0.5, 0.35, 0.3))
    return scene.finish(1)


def tennis_several() -> tuple[np.ndarray, list[Box]]:
    """Four balls, one of them worn, on a hard court."""
    view = camera(850, 0.32, 0.36)
    scene = Scene(view, ground.hard_court, SUN, rooms.fence(960, 1280, horizon(view), 3), 0.75, **DAY)
    for x, z, angles, skin in (
        (-0.12, 0.62, (0.2, 0.9, 0.1), TENNIS),
        (0.02, 0.72, (1.3, 0.2, 0.9), WORN_TENNIS),
        (0.15, 0.66, (2.2, 1.4, 0.4), TENNIS),
        (0.10, 1.05, (0.9, 2.4, 0.0), TENNIS),
    ):
        scene.put(x, z, turn(*angles), skin)
    return scene.finish(2)


def tennis_far_on_grass() -> tuple[np.ndarray, list[Box]]:
    """One small ball on a lawn."""
    view = camera(700, 0.5, 0.36)
    scene = Lawn(view, ground.turf, SUN, rooms.trees(960, 1280, horizon(view), 2), 1.3, **DAY)
    scene.put(0.1, 1.1, turn(0.4, 0.6, 1.0))
    return scene.finish(3)


def tennis_in_grass() -> tuple[np.ndarray, list[Box]]:
    """One ball that lies deep in the grass."""
    scene = Lawn(camera(900, 0.34, 0.58), ground.turf, SIDE, focus_m=0.6, **DAY)
    scene.put(-0.03, 0.52, turn(1.2, 0.4, 2.0))
    return scene.finish(4)


def tennis_dim() -> tuple[np.ndarray, list[Box]]:
    """One ball on concrete in the evening: dark, warm and noisy."""
    scene = Scene(camera(900, 0.25, 0.4), ground.concrete, SIDE, focus_m=0.6, **LAMP)
    scene.put(-0.05, 0.55, turn(0.1, 0.2, 0.7))
    return scene.finish(5, exposure=0.42, grain=0.02)


def tennis_before_shelves() -> tuple[np.ndarray, list[Box]]:
    """One ball on a table, shelves with books behind it."""
    view = camera(980, 0.16, 0.19)
    scene = Scene(
        view, ground.wood, unit(-0.6, 0.7, -0.35), rooms.shelves(960, 1280, 8, 11.0), 0.56, **WINDOW
    )
    scene.seen &= scene.z < 0.95
    scene.put(0.02, 0.5, turn(0.9, 1.1, 0.2))
    return scene.finish(6, exposure=1.15)


def orange_on_table() -> tuple[np.ndarray, list[Box]]:
    """An orange, no tennis ball."""
    view = camera(900, 0.2, 0.26)
    scene = Scene(view, ground.wood, unit(0.5, 0.75, -0.4), rooms.shelves(960, 1280, 4, 14.0), 0.6, **WINDOW)
    scene.seen &= scene.z < 1.0
    scene.put(-0.02, 0.58, turn(0.2, 0.4, 0.1), ORANGE, 0.039)
    return scene.finish(7, exposure=1.1)


def basketball_on_concrete() -> tuple[np.ndarray, list[Box]]:
    """A basketball, no tennis ball."""
    view = camera(950, 0.75, 0.36)
    scene = Scene(view, ground.concrete, SUN, rooms.trees(960, 1280, horizon(view), 6), 1.9, **DAY)
    scene.put(0.1, 1.7, turn(0.5, 0.3, 0.4), BASKETBALL, 0.12)
    return scene.finish(8)


def lemon_on_table() -> tuple[np.ndarray, list[Box]]:
    """A lemon, no tennis ball: yellow and round is not enough."""
    view = camera(1150, 0.2, 0.34)
    sun = unit(-0.5, 0.8, -0.3)
    scene = Scene(view, ground.wood, sun, focus_m=0.55, **WINDOW)
    sunlight, skylight = ground.ball_shadow(scene.x * 0.72, scene.z, np.float32([0, 0.027, 0.52]), sun, 0.027)
    scene.sunlight *= sunlight
    scene.skylight *= skylight
    picture = scene.floor_light()
    x, y, depth = view.project(np.float32([0, 0.027, 0.52]))
    layer = lemon(view.focal_px * 0.027 / depth, scene.lighting, tilt_rad=0.16)
    over(picture, layer, int(x) - layer.shape[1] // 2, int(y) - layer.shape[0] // 2)
    return develop(halve(picture), 9, 1.1), []


def zebra_in_savanna() -> tuple[np.ndarray, list[Box]]:
    """The flank of a striped animal in front of dry grass, no tennis ball."""
    return develop(halve(zebra(HEIGHT * 2, WIDTH * 2)), 10), []


def empty_room() -> tuple[np.ndarray, list[Box]]:
    """A room with nobody and nothing in it."""
    view = camera(520, 1.4, 0.16)
    scene = Scene(
        view,
        ground.wood,
        SIDE,
        rooms.room(960, 1280, view.project(np.float32([0, 0, 4.2]))[1]),
        3.0,
        **WINDOW,
    )
    scene.albedo = ground.wood(scene.x * 0.6, scene.z * 0.6, view.floor()[2] * 0.6)
    scene.seen &= scene.z < 4.2
    window = np.exp(-(((scene.x + 0.8) / 0.9) ** 2) - ((scene.z - 3.2) / 0.9) ** 2)
    scene.sunlight = 0.25 + 1.6 * window + 0.1 * fbm2(scene.x, scene.z, 0.8, 2)
    return scene.finish(11, exposure=1.2)


def grass_alone() -> tuple[np.ndarray, list[Box]]:
    """A lawn with nothing on it."""
    view = camera(640, 0.45, 0.42)
    return Lawn(view, ground.turf, SUN, rooms.trees(960, 1280, horizon(view), 9), 1.1, **DAY).finish(12)


PICTURES = (
    tennis_on_clay,
    tennis_several,
    tennis_far_on_grass,
    tennis_in_grass,
    tennis_dim,
    tennis_before_shelves,
    orange_on_table,
    basketball_on_concrete,
    lemon_on_table,
    zebra_in_savanna,
    empty_room,
    grass_alone,
)


def main() -> None:
    """Write `pictures/*.jpg`, `pictures/boxes.csv` and `ball.mp4` under `--out`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("resources/samples"))
    parser.add_argument("--only", nargs="*", default=[], help="names of pictures, or 'video'; all when empty")
    options = parser.parse_args()
    folder = options.out / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[list[object]] = []
    for make in PICTURES:
        name = make.__name__
        if options.only and name not in options.only:
            continue
        picture, boxes = make()
        cv2.imwrite(str(folder / f"{name}.jpg"), picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92])
        rows += [[f"{name}.jpg", *(round(v, 1) for v in box)] for box in boxes] or [
            [f"{name}.jpg", "", "", "", ""]
        ]
        print(name, len(boxes))
    if not options.only:
        with (folder / "boxes.csv").open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream, lineterminator="\n").writerows([["file", "x0", "y0", "x1", "y1"], *rows])
    if not options.only or "video" in options.only:
        write_video(options.out / "ball.mp4")


if __name__ == "__main__":
    main()
