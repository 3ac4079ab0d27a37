"""Draw training scenes: real photographs, composites and hard negatives, each with what is true about it.

The kinds and their shares are in `KINDS`. Positives and negatives go through the same windows, the same pasting and
the same camera (`heatmap_augment.photometric`), so that only the ball itself tells them apart.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from tools import heatmap_balls as balls
from tools import heatmap_fruit as fruit_bowl
from tools.heatmap_augment import cut, photometric, random_window
from tools.heatmap_data import Photo, Sources

KINDS = {
    "boxed": 0.20, "unboxed": 0.08, "composite": 0.14, "rendered": 0.05,
    "photo": 0.19, "other balls": 0.13, "tiny": 0.03, "without": 0.07, "impostor": 0.11,
}  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """One training picture."""

    rgb: np.ndarray  # uint8 (S, S, 3)
    tennis: bool
    mask: np.ndarray | None  # float32 (S, S) in [0, 1]: where tennis balls are; None when unknown


class SceneMaker:
    """Draws scenes of `size_px` square from a fold of the sources."""

    def __init__(self, sources: Sources, size_px: int, seed: int, n_renders: int = 150) -> None:
        self.size_px, self.tiny = size_px, sources.tiny
        self.boxed = [p for p in sources.tennis if len(p.boxes)]
        self.unboxed = [p for p in sources.tennis if not len(p.boxes)]
        # every ball of these sources is boxed, so what lies outside the boxes is certainly none
        self.complete = [p for p in self.boxed if not p.file.startswith("balls_")]
        self.other_balls, self.photos = sources.balls, sources.photos
        self.impostors = [p.rgb for p in self.other_balls for _ in range(2)] + [p.rgb for p in self.photos]
        self.impostors += list(self.tiny.images[np.isin(self.tiny.names, balls.IMPOSTOR_CLASSES)])
        self.sprites = balls.photographed(sources.tennis)
        self.renders = balls.rendered(n_renders, np.random.default_rng([seed, 99]))
        self.renders += fruit_bowl.true_balls(n_renders, np.random.default_rng([seed, 98]))
        self.false_renders = fruit_bowl.false_balls(n_renders * 4 // 3, np.random.default_rng([seed, 97]))

    def draw(self, rng: np.random.Generator) -> Scene:
        """Draw one scene."""
        kind = str(rng.choice(list(KINDS), p=list(KINDS.values())))
        scene = getattr(self, "_" + kind.replace(" ", "_"))(rng)
        return Scene(photometric(scene.rgb, rng), scene.tennis, scene.mask)

    def _boxed(self, rng: np.random.Generator) -> Scene:
        photo = self.boxed[rng.integers(len(self.boxed))]
        box = photo.boxes[rng.integers(len(photo.boxes))]
        window = _window_around(photo.rgb.shape[:2], box, rng)
        mirrored = bool(rng.random() < 0.5)
        rgb = cut(photo.rgb, window, self.size_px, mirrored)
        return Scene(rgb, True, self._ellipses(photo.boxes, window, mirrored))

    def _unboxed(self, rng: np.random.Generator) -> Scene:
        if not self.unboxed:
            return self._boxed(rng)
        photo = self.unboxed[rng.integers(len(self.unboxed))]
        window = (
            random_window(*photo.rgb.shape[:2], rng, (0.85, 1.0))
            if rng.random() < 0.5
            else (0, 0, *photo.rgb.shape[1::-1])
        )
        return Scene(cut(photo.rgb, window, self.size_px, bool(rng.random() < 0.5)), True, None)

    def _composite(self, rng: np.random.Generator) -> Scene:
        return self._pasted(rng, self.sprites)

    def _rendered(self, rng: np.random.Generator) -> Scene:
        return self._pasted(rng, self.renders)

    def _impostor(self, rng: np.random.Generator) -> Scene:
        return self._pasted(rng, [])

    def _pasted(self, rng: np.random.Generator, sprites: list[np.ndarray]) -> Scene:
        scene = self._background(rng)
        mask = np.zeros(scene.shape[:2], np.float32)
        n_impostors = int(rng.integers(1, 4)) if not sprites else int(rng.integers(0, 3))
        for _ in range(n_impostors):
            is_rendered = rng.random() < 0.25
            sprite = (
                self.false_renders[rng.integers(len(self.false_renders))]
                if is_rendered
                else balls.impostor(self.impostors, rng)
            )
            balls.paste(scene, sprite, self._place(rng), self._diameter(rng), rng)
        if sprites:
            for _ in range(1 + int(rng.random() < 0.2)):
                left = balls.paste(
                    scene, sprites[rng.integers(len(sprites))], self._place(rng), self._diameter(rng), rng
                )
                mask = np.maximum(mask, left)
        return Scene(scene, bool(sprites), mask)

    def _place(self, rng: np.random.Generator) -> tuple[float, float]:
        return tuple(rng.uniform(0.06, 0.94, 2) * self.size_px)  # type: ignore[return-value]

    def _diameter(self, rng: np.random.Generator) -> float:
        return float(self.size_px * np.exp(rng.uniform(np.log(0.075), np.log(0.8))))

    def _background(self, rng: np.random.Generator) -> np.ndarray:
        what = rng.random()
        if what < 0.45:
            photo = self.photos[rng.integers(len(self.photos))]
            return cut(
                photo.rgb,
                random_window(*photo.rgb.shape[:2], rng, (0.2, 1)),
                self.size_px,
                bool(rng.random() < 0.5),
            )
        if what < 0.65:
            return cut(
                self.tiny.images[rng.integers(len(self.tiny.images))],
                (0, 0, 64, 64),
                self.size_px,
                bool(rng.random() < 0.5),
            )
        if what < 0.85:
            return self._without(rng).rgb
        colour = (
            rng.uniform(215, 255, 3) if rng.random() < 0.6 else rng.uniform(0, 255, 3)
        )  # a product photograph
        slope = np.linspace(rng.uniform(0.7, 1), rng.uniform(0.7, 1), self.size_px)[:, None, None]
        return np.broadcast_to(colour * slope, (self.size_px, self.size_px, 3)).astype(np.uint8)

    def _photo(self, rng: np.random.Generator) -> Scene:
        photo = self.photos[rng.integers(len(self.photos))]
        return self._negative(photo, rng, (0.25, 1.0))

    def _other_balls(self, rng: np.random.Generator) -> Scene:
        photo = self.other_balls[rng.integers(len(self.other_balls))]
        return self._negative(photo, rng, (0.4, 1.0))

    def _negative(self, photo: Photo, rng: np.random.Generator, area: tuple[float, float]) -> Scene:
        whole = rng.random() < 0.4
        window = (0, 0, *photo.rgb.shape[1::-1]) if whole else random_window(*photo.rgb.shape[:2], rng, area)
        rgb = cut(photo.rgb, window, self.size_px, bool(rng.random() < 0.5))
        return Scene(rgb, False, np.zeros(rgb.shape[:2], np.float32))

    def _tiny(self, rng: np.random.Generator) -> Scene:
        i = rng.integers(len(self.tiny.images))
        rgb = cut(
            self.tiny.images[i],
            random_window(64, 64, rng, (0.5, 1.0)),
            self.size_px,
            bool(rng.random() < 0.5),
        )
        return Scene(rgb, False, np.zeros(rgb.shape[:2], np.float32))

    def _without(self, rng: np.random.Generator) -> Scene:
        # the places of the positives without their ball: otherwise the carpet would become the cue
        photo = self.complete[rng.integers(len(self.complete))]
        nothing = np.zeros((self.size_px, self.size_px), np.float32)
        for _ in range(12):
            window = random_window(*photo.rgb.shape[:2], rng, (0.12, 0.7))
            x0, y0, x1, y1 = window
            b, margin = photo.boxes, 0.15 * (photo.boxes[:, 2:3] - photo.boxes[:, 0:1]).max()
            apart = (
                (b[:, 0] - margin > x1)
                | (b[:, 2] + margin < x0)
                | (b[:, 1] - margin > y1)
                | (b[:, 3] + margin < y0)
            )
            if apart.all():
                return Scene(cut(photo.rgb, window, self.size_px, bool(rng.random() < 0.5)), False, nothing)
        side = float(min(photo.rgb.shape[:2]))  # no such window: hide every ball behind something else
        rgb = cv2.resize(photo.rgb, (self.size_px, self.size_px), interpolation=cv2.INTER_AREA)
        scale = self.size_px / np.array(photo.rgb.shape[1::-1])
        for x0, y0, x1, y1 in photo.boxes:
            centre = np.array([x0 + x1, y0 + y1]) / 2 * scale
            wide = max((x1 - x0) * scale[0], (y1 - y0) * scale[1]) * 1.2
            patch = self.photos[rng.integers(len(self.photos))].rgb
            sprite = cut(
                patch, random_window(*patch.shape[:2], rng, (0.1, 0.6)), balls.SPRITE_PX, mirrored=False
            )
            sprite = np.dstack([sprite, balls.ellipse_alpha(balls.SPRITE_PX)])
            _cover(rgb, sprite, centre, min(wide, side * 4))
        return Scene(rgb, False, nothing)

    def _ellipses(self, boxes: np.ndarray, window: tuple[float, ...], mirrored: bool) -> np.ndarray:
        mask = np.zeros((self.size_px, self.size_px), np.float32)
        x0, y0, x1, y1 = window
        scale = self.size_px / np.array([x1 - x0, y1 - y0, x1 - x0, y1 - y0])
        for box in (boxes - np.array([x0, y0, x0, y0])) * scale:
            centre = ((box[:2] + box[2:]) / 2 * 16).astype(int)
            axes = ((box[2:] - box[:2]) / 2 * 16).astype(int)
            cv2.ellipse(mask, centre.tolist(), axes.tolist(), 0, 0, 360, 1.0, -1, cv2.LINE_8, 4)
        return np.ascontiguousarray(mask[:, ::-1]) if mirrored else mask


def _cover(scene: np.ndarray, sprite: np.ndarray, centre: np.ndarray, diameter: float) -> None:
    size = max(2, round(diameter))
    patch = cv2.resize(sprite, (size, size), interpolation=cv2.INTER_AREA)
    x, y = (centre - size / 2).round().astype(int)
    left, top = max(0, x), max(0, y)
    right, bottom = min(scene.shape[1], x + size), min(scene.shape[0], y + size)
    if right > left and bottom > top:
        part = patch[top - y : bottom - y, left - x : right - x]
        alpha = part[..., 3:].astype(np.float32) / 255
        area = scene[top:bottom, left:right]
        scene[top:bottom, left:right] = (area * (1 - alpha) + part[..., :3] * alpha).astype(np.uint8)


def _window_around(shape: tuple[int, int], box: np.ndarray, rng: np.random.Generator) -> tuple[float, ...]:
    """Draw a window that holds the ball: half of the time nearly the whole photograph, else the ball at any size."""
    height, width = shape
    ball = float(max(box[2] - box[0], box[3] - box[1]))
    if rng.random() < 0.4:
        side = np.array([width, height]) * rng.uniform(0.75, 1.0, 2)
    else:
        wanted = ball / np.exp(rng.uniform(np.log(0.1), np.log(0.85)))
        side = wanted * np.exp(rng.uniform(-0.14, 0.14, 2))
    side = np.minimum(np.maximum(side, ball * 1.02), [width, height])
    centre = (box[:2] + box[2:]) / 2
    visible = np.minimum(ball * 0.35, side / 2)  # at least this far from the window's edge
    low = np.clip(centre + visible - side, 0, np.array([width, height]) - side)
    high = np.clip(centre - visible, 0, np.array([width, height]) - side)
    corner = low + (high - low) * rng.random(2)
    return float(corner[0]), float(corner[1]), float(corner[0] + side[0]), float(corner[1] + side[1])
