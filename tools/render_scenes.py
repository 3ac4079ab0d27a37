"""Render the pictures and the video that ship: `python -m tools.render_scenes` (needs numpy and OpenCV).

Nothing is photographed: floors, backgrounds and balls are computed (`render_ground`, `render_rooms`, `render_ball`),
lit, blurred as a lens does away from its focus, given sensor noise and saved. `boxes.csv` holds one line per tennis
ball (file,x0,y0,x1,y1 in pixels); a picture without one has a line with empty fields.
"""

import argparse
import csv
from pathlib import Path

import cv2
import numpy as np

from tools import render_ground as ground
from tools import render_rooms as rooms
from tools.render_ball import BASKETBALL, ORANGE, TENNIS, WORN_TENNIS, turn
from tools.render_fruit import lemon, zebra
from tools.render_light import develop, fbm2, over, unit
from tools.render_scene import Box, Lawn, Scene, halve
from tools.render_video import write_video

WIDTH, HEIGHT = 640, 480
DAY = {"key": np.float32([1.0, 0.95, 0.84]) * 1.0, "sky": np.float32([0.8, 0.92, 1.1]) * 0.42}
LAMP = {"key": np.float32([1.0, 0.86, 0.66]) * 0.62, "sky": np.float32([1.0, 0.94, 0.86]) * 0.3}
WINDOW = {"key": np.float32([0.95, 0.98, 1.05]) * 0.75, "sky": np.float32([1.0, 0.98, 0.94]) * 0.26}


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
    scene = Lawn(view, ground.turf, SUN, rooms.trees(960, 1280, horizon(view), 2), 1.0, **DAY)
    scene.put(0.1, 0.82, turn(0.4, 0.6, 1.0))
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
