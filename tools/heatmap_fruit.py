"""Rendered things that are no tennis ball though they are round and yellow: lemons, limes, smooth and other balls.

They come from the renderer of the sample pictures, with other light, colours and turns, so that shape, felt and seam
have to tell a ball from a fruit. Sprites as in `heatmap_balls`: uint8 (S, S, 4).
"""

import cv2
import numpy as np

from tools.heatmap_balls import SPRITE_PX
from tools.render_ball import BASKETBALL, ORANGE, TENNIS, WORN_TENNIS, render_ball, turn
from tools.render_fruit import lemon
from tools.render_light import Lighting, unit

_RADIUS_PX = 30.0


def false_balls(count: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Render `count` impostors: half of them lemons and limes, the rest oranges and basketballs."""
    return [_fruit(rng) if i % 2 else _ball(rng, (ORANGE, BASKETBALL)[i // 2 % 2]) for i in range(count)]


def true_balls(count: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Render `count` tennis balls, new and worn, with the felt and seam of the sample pictures' renderer."""
    return [_ball(rng, (TENNIS, WORN_TENNIS)[i % 2]) for i in range(count)]


def _ball(rng: np.random.Generator, skin: object) -> np.ndarray:
    rotation = turn(*rng.uniform(0, 2 * np.pi, 3))
    sprite = render_ball(
        _RADIUS_PX, rotation, _light(rng), skin, float(rng.uniform(0.5, 1.2)), int(rng.integers(1 << 30))
    )
    return cv2.resize(sprite, (SPRITE_PX, SPRITE_PX), interpolation=cv2.INTER_AREA)


def _fruit(rng: np.random.Generator) -> np.ndarray:
    layer = lemon(_RADIUS_PX, Lighting(light=unit(*_light(rng))), float(rng.uniform(0, np.pi)))
    light = np.clip(layer[..., :3] * rng.uniform(0.5, 1.2), 0, None)
    srgb = np.clip(light * (1 + light / 2.2) / (1 + light), 1e-6, 1) ** (1 / 2.2)
    rgb = np.round(255 * srgb).astype(np.uint8)
    if rng.random() < 0.5:  # a lime, an unripe or a pale one
        hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV).astype(np.float32)
        hsv[..., 0] += rng.uniform(-4, 18)
        hsv[..., 1] *= rng.uniform(0.55, 1.0)
        rgb = cv2.cvtColor(np.clip(hsv, 0, (179, 255, 255)).astype(np.uint8), cv2.COLOR_HSV2RGB)
    alpha = np.round(255 * layer[..., 3:].clip(0, 1)).astype(np.uint8)
    return cv2.resize(np.concatenate([rgb, alpha], -1), (SPRITE_PX, SPRITE_PX), interpolation=cv2.INTER_AREA)


def _light(rng: np.random.Generator) -> tuple[float, float, float]:
    return float(rng.uniform(-0.9, 0.9)), float(rng.uniform(-1.0, 0.1)), float(rng.uniform(0.3, 0.9))
