"""What stands behind the floor: trees out of focus, a fence, a wall with shelves, a room."""

import cv2
import numpy as np

from tools.render_light import fbm2, linear, noise2


def trees(height: int, width: int, horizon_px: float, seed: int, brightness: float = 1.0) -> np.ndarray:
    """A hedge and trees far out of focus under a pale sky, linear RGB (H, W, 3)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sky = linear(188, 208, 232) * (1.25 - 0.25 * y / max(horizon_px, 1))[..., None]
    crown = horizon_px * (0.36 + 0.5 * fbm2(x + 91 * seed, 0 * y + 5, width / 6, 3))
    leaves = linear(66, 92, 44) * np.clip(1 + 2.4 * fbm2(x + 17 * seed, y, width / 14, 4), 0.15, 3)[..., None]
    leaf_light = (
        np.clip(noise2(x + 400 * seed, y, width / 60) - 0.28, 0, 1)[..., None] * linear(220, 230, 170) * 2.5
    )
    picture = np.where((y > crown)[..., None], leaves + leaf_light, sky)
    trunk = np.clip(noise2(x + 40 * seed, 0 * y, width / 22) - 0.33, 0, 1)[..., None] * 9
    picture = np.where((y > horizon_px * 0.62)[..., None], picture * (1 - np.clip(trunk, 0, 0.6)), picture)
    return cv2.GaussianBlur(picture.astype(np.float32), (0, 0), width / 75) * brightness


def shelves(height: int, width: int, seed: int, blur_px: float, board_px: float | None = None) -> np.ndarray:
    """Shelves with books and boxes on a wall, linear RGB (H, W, 3); `board_px` is the height of one shelf."""
    rng = np.random.default_rng(seed)
    board = board_px or height / 2.6
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    picture = (linear(176, 166, 150) * (0.55 + 0.12 * fbm2(x, y, width / 3, 2))[..., None]).astype(np.float32)
    hues = [
        (120, 38, 34),
        (36, 62, 98),
        (196, 186, 160),
        (44, 84, 62),
        (72, 66, 62),
        (168, 120, 58),
        (224, 220, 210),
    ]
    hues += [(96, 58, 84), (34, 36, 42), (150, 150, 156)]
    top = -board * 0.45
    while top < height:
        left = float(rng.uniform(-20, 0))
        while left < width:
            thick = float(rng.uniform(0.08, 0.24)) * board * (2.2 if rng.random() < 0.08 else 1)
            if rng.random() < 0.16:
                left += thick
                continue
            tall = board * float(rng.uniform(0.55, 0.82))
            colour = linear(*hues[int(rng.integers(len(hues)))]) * float(rng.uniform(0.6, 1.2))
            x0, x1, y1 = int(left), int(left + thick - 1.5), int(top + board * 0.93)
            y0 = int(y1 - tall)
            cv2.rectangle(picture, (x0, y0), (x1, y1), colour.tolist(), -1)
            cv2.rectangle(
                picture, (x0, y0), (x0 + max(int(thick * 0.12), 1), y1), (colour * 0.5).tolist(), -1
            )
            band = int(y0 + tall * rng.uniform(0.15, 0.4))
            lighter = np.minimum(colour * 2.2 + 0.04, 0.8).tolist()
            cv2.rectangle(picture, (x0 + 2, band), (x1 - 1, band + int(tall * 0.12)), lighter, -1)
            left += thick
        edge = int(top + board * 0.93)
        cv2.rectangle(
            picture, (0, edge), (width, int(edge + board * 0.075)), linear(158, 116, 74).tolist(), -1
        )
        under = slice(max(int(edge + board * 0.075), 0), max(int(edge + board * 0.2), 0))
        picture[under] *= 0.45
        top += board
    return cv2.GaussianBlur(picture, (0, 0), blur_px) if blur_px else picture


def room(height: int, width: int, floor_px: float) -> np.ndarray:
    """The far side of a room: wall, window, skirting board, a cupboard, linear RGB (H, W, 3)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wall = (
        linear(206, 196, 178) * (0.42 + 0.4 * np.exp(-(((x - 0.3 * width) / (0.45 * width)) ** 2)))[..., None]
    )
    picture = (wall * (1 + 0.05 * fbm2(x, y, 40, 3))[..., None]).astype(np.float32)

    def box(x0: float, y0: float, x1: float, y1: float, colour: np.ndarray) -> None:
        corners = [(int(x0 * width), int(y0 * floor_px)), (int(x1 * width), int(y1 * floor_px))]
        cv2.rectangle(picture, *corners, colour.tolist(), -1)

    box(0.14, 0.05, 0.42, 0.6, linear(235, 232, 224) * 0.8)
    box(0.155, 0.07, 0.275, 0.57, linear(216, 230, 246) * 1.5)
    box(0.285, 0.07, 0.405, 0.57, linear(206, 224, 240) * 1.4)
    box(0.62, 0.3, 0.9, 1.0, linear(112, 78, 52) * 0.7)
    for shelf in range(2):
        box(0.635, 0.33 + 0.33 * shelf, 0.755, 0.62 + 0.33 * shelf, linear(130, 92, 60) * 0.75)
        box(0.765, 0.33 + 0.33 * shelf, 0.885, 0.62 + 0.33 * shelf, linear(126, 90, 60) * 0.72)
    box(0.0, 0.95, 0.62, 1.0, linear(236, 232, 224) * 0.6)
    return cv2.GaussianBlur(picture, (0, 0), width / 200)


def fence(height: int, width: int, horizon_px: float, seed: int) -> np.ndarray:
    """The green screen and posts around a court, out of focus, with trees above it, linear RGB (H, W, 3)."""
    picture = trees(height, width, horizon_px * 0.7, seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cloth = linear(34, 72, 54) * (1 + 0.5 * fbm2(x, y * 0.2, width / 12, 3))[..., None]
    picture = np.where((y > horizon_px * 0.42)[..., None], cloth, picture).astype(np.float32)
    for post in np.arange(-0.05, 1.1, 0.23) * width:
        cv2.rectangle(
            picture,
            (int(post), int(horizon_px * 0.2)),
            (int(post + width / 90), height),
            (0.09, 0.1, 0.1),
            -1,
        )
    return cv2.GaussianBlur(picture, (0, 0), width / 110)
