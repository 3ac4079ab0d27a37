"""Things to paste into a scene: tennis balls (cut from photographs, or rendered) and things that only look like one.

A sprite is uint8 (S, S, 4): RGB and an alpha that is an ellipse with a soft rim. Impostors get the same rims, the
same sizes and often the same colour, so that neither a pasted edge nor a yellow disc is the answer.
"""

import cv2
import numpy as np

from tools.heatmap_augment import colour
from tools.heatmap_data import Photo

SPRITE_PX = 96
IMPOSTOR_CLASSES = (
    "lemon",
    "orange",
    "banana",
    "bell pepper",
    "pomegranate",
    "guacamole",
    "sulphur butterfly",
    "plate",
)


def ellipse_alpha(size_px: int, inset: float = 0.96, aspect: float = 1.0) -> np.ndarray:
    """Return uint8 (S, S): 255 inside an ellipse that fills `inset` of the square, a rim about 3 % wide."""
    axis = np.linspace(-1, 1, size_px, dtype=np.float32)
    radius = np.hypot(axis[None, :] / inset, axis[:, None] / (inset * aspect))
    return np.clip((1 - radius) * 30 * 255 + 127, 0, 255).astype(np.uint8)


def _sprite(rgb: np.ndarray, inset: float = 0.96, aspect: float = 1.0) -> np.ndarray:
    square = cv2.resize(rgb, (SPRITE_PX, SPRITE_PX), interpolation=cv2.INTER_AREA)
    return np.dstack([square, ellipse_alpha(SPRITE_PX, inset, aspect)])


def photographed(photos: list[Photo]) -> list[np.ndarray]:
    """Cut every boxed ball that is round and at least 24 px wide."""
    sprites = []
    for photo in photos:
        for x0, y0, x1, y1 in photo.boxes.round().astype(int):
            part = photo.rgb[max(0, y0) : y1, max(0, x0) : x1]
            if min(part.shape[:2]) >= 24 and 0.8 < part.shape[1] / part.shape[0] < 1.25:
                sprites.append(_sprite(part))
    return sprites


def rendered(count: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Render tennis balls: a lit sphere, felt noise and the seam.

    The seam is the curve x = a cos t + b cos 3t, y = a sin t - b sin 3t, z = 2 sqrt(a b) sin 2t with a + b = 1,
    which lies on the unit sphere for every t.
    """
    axis = np.linspace(-1, 1, SPRITE_PX, dtype=np.float32)
    x, y = np.meshgrid(axis, axis)
    z = np.sqrt(np.clip(1 - x**2 - y**2, 0, None))
    normal = np.stack([x, y, z], axis=-1)
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    sprites = []
    for _ in range(count):
        a = rng.uniform(0.68, 0.78)
        b = 1 - a
        seam = np.stack(
            [
                a * np.cos(t) + b * np.cos(3 * t),
                a * np.sin(t) - b * np.sin(3 * t),
                2 * np.sqrt(a * b) * np.sin(2 * t),
            ]
        )
        turn, _ = np.linalg.qr(rng.standard_normal((3, 3)))
        nearest = (normal.reshape(-1, 3) @ (turn @ seam).astype(np.float32)).max(axis=1).reshape(x.shape)
        half_width = rng.uniform(0.03, 0.08)
        on_seam = np.clip((half_width - np.arccos(np.clip(nearest, -1, 1))) / 0.02 + 0.5, 0, 1)[..., None]
        felt = _hsv(rng.uniform(25, 40), rng.uniform(0.45, 0.95), rng.uniform(0.6, 1.0))
        line = _hsv(rng.uniform(20, 45), rng.uniform(0.0, 0.25), rng.uniform(0.7, 1.0))
        fuzz = sum(
            cv2.GaussianBlur(rng.standard_normal(x.shape).astype(np.float32), (0, 0), s) * s
            for s in (0.7, 2.0)
        )
        albedo = felt * (1 - on_seam) + line * on_seam
        light = rng.standard_normal(3)
        light[2] = abs(light[2]) + 0.4
        diffuse = np.clip(normal @ (light / np.linalg.norm(light)).astype(np.float32), 0, None)
        ambient = rng.uniform(0.25, 0.7)
        shade = ambient + (1 - ambient) * diffuse + np.asarray(fuzz) * rng.uniform(0.01, 0.06)
        rgb = np.clip(albedo * shade[..., None] * 255, 0, 255).astype(np.uint8)
        sprites.append(np.dstack([rgb, ellipse_alpha(SPRITE_PX, 0.97)]))
    return sprites


def _hsv(hue: float, saturation: float, value: float) -> np.ndarray:
    pixel = np.array([[[hue, saturation * 255, value * 255]]]).astype(np.uint8)
    return cv2.cvtColor(pixel, cv2.COLOR_HSV2RGB)[0, 0].astype(np.float32) / 255


def impostor(pictures: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """Make a sprite that is no tennis ball: a round piece of a picture, often tinted, or a plain shape."""
    aspect = np.exp(rng.uniform(-0.7, 0.0)) if rng.random() < 0.4 else 1.0
    if rng.random() < 0.72:
        rgb = pictures[rng.integers(len(pictures))]
        height, width = rgb.shape[:2]
        side = min(height, width) * rng.uniform(0.4, 1.0)
        x = (width - side) * rng.beta(2, 2)
        y = (height - side) * rng.beta(2, 2)
        sprite = _sprite(rgb[int(y) : int(y + side), int(x) : int(x + side)], aspect=aspect)
        if rng.random() < 0.4:
            sprite[..., :3] = _tint(sprite[..., :3], rng)
        return sprite
    return _plain(rng, aspect)


def _tint(rgb: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    # keeps light and structure of the picture, gives it the felt's colour
    hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV)
    hsv[..., 0] = (rng.uniform(22, 45) + (hsv[..., 0].astype(np.float32) - 90) * 0.04).astype(np.uint8)
    hsv[..., 1] = np.clip(hsv[..., 1] * 0.3 + rng.uniform(90, 180), 0, 255).astype(np.uint8)
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)


def _plain(rng: np.random.Generator, aspect: float) -> np.ndarray:
    # flat, striped or glossy: what a lid, a lamp, a sticker, a lime or a marker pen shows
    axis = np.linspace(-1, 1, SPRITE_PX, dtype=np.float32)
    x, y = np.meshgrid(axis, axis)
    near, far = (_hsv(rng.uniform(15, 60), rng.uniform(0.4, 1), rng.uniform(0.4, 1)) for _ in range(2))
    kind = rng.integers(4)
    direction = rng.uniform(0, 2 * np.pi)
    along = np.cos(direction) * x + np.sin(direction) * y
    if kind == 0:
        mix = np.zeros_like(x)
    elif kind == 1:
        mix = (along + 1) / 2
    elif kind == 2:
        mix = (np.sin(along * rng.uniform(4, 20)) > 0).astype(np.float32)
    else:
        mix = np.clip(np.hypot(x, y), 0, 1) ** 2 * 0.5
    rgb = near * (1 - mix[..., None]) + far * mix[..., None]
    if kind == 3:
        spot = np.exp(
            -((x - rng.uniform(-0.4, 0.4)) ** 2 + (y - rng.uniform(-0.5, 0)) ** 2) / rng.uniform(0.01, 0.06)
        )
        rgb = rgb + spot[..., None] * rng.uniform(0.4, 0.9)
    alpha = ellipse_alpha(SPRITE_PX, 0.96, aspect)
    if rng.random() < 0.45:  # a polygon instead
        corners = rng.integers(3, 6)
        angles = np.sort(rng.uniform(0, 2 * np.pi, corners)) + rng.uniform(0, 6)
        points = np.stack([np.cos(angles), np.sin(angles)], 1) * rng.uniform(0.6, 1, (corners, 1))
        alpha = np.zeros((SPRITE_PX, SPRITE_PX), np.uint8)
        cv2.fillPoly(alpha, [((points + 1) / 2 * (SPRITE_PX - 1)).astype(np.int32)], 255)
    return np.dstack([np.clip(rgb * 255, 0, 255).astype(np.uint8), alpha])


def paste(
    scene: np.ndarray,
    sprite: np.ndarray,
    centre: tuple[float, float],
    diameter: float,
    rng: np.random.Generator,
) -> np.ndarray:
    """Paste a sprite, turned, relit, blurred, sometimes partly hidden; return its alpha, float32 (H, W) in [0, 1].

    `scene` is changed in place. `centre` and `diameter` in pixels of the scene.
    """
    reach = diameter * 0.75 + 3  # everything happens within this distance: work on that part only
    left, top = (max(0, int(c - reach)) for c in centre)
    part = scene[top : int(centre[1] + reach) + 1, left : int(centre[0] + reach) + 1]
    mask = np.zeros(scene.shape[:2], np.float32)
    middle = (centre[0] - left, centre[1] - top)
    mask[top : top + part.shape[0], left : left + part.shape[1]] = _paste(part, sprite, middle, diameter, rng)
    return mask


def _paste(
    scene: np.ndarray,
    sprite: np.ndarray,
    centre: tuple[float, float],
    diameter: float,
    rng: np.random.Generator,
) -> np.ndarray:
    height, width = scene.shape[:2]
    scale = diameter / SPRITE_PX
    source = sprite
    if scale < 0.6:  # avoid aliasing of small balls
        small = max(6, round(diameter * 1.3))
        source = cv2.resize(sprite, (small, small), interpolation=cv2.INTER_AREA)
        scale = diameter / small
    middle = (source.shape[0] - 1) / 2
    turn = cv2.getRotationMatrix2D((middle, middle), rng.uniform(0, 360), scale)
    turn[:, 2] += np.array(centre) - middle
    placed = cv2.warpAffine(source, turn, (width, height), flags=cv2.INTER_LINEAR)
    if rng.random() < 0.3:
        sigma = rng.uniform(0.3, 0.3 + diameter / 25)
        placed = cv2.GaussianBlur(placed, (0, 0), sigma)
    alpha = placed[..., 3:].astype(np.float32) / 255
    if rng.random() < 0.25:  # something stands in front: a straight edge, at most the nearer half
        direction = rng.uniform(0, 2 * np.pi)
        rows, columns = np.mgrid[:height, :width]
        along = (columns - centre[0]) * np.cos(direction) + (rows - centre[1]) * np.sin(direction)
        alpha = alpha * (along < rng.uniform(0.05, 0.45) * diameter)[..., None]
    if rng.random() < 0.3:  # contact shadow
        shadow = cv2.GaussianBlur(
            np.roll(alpha[..., 0], (int(diameter * 0.12), int(rng.normal(0, diameter * 0.1))), (0, 1)),
            (0, 0),
            1 + diameter * 0.08,
        )
        scene[:] = (scene * (1 - rng.uniform(0.2, 0.7) * shadow[..., None])).astype(np.uint8)
    light = np.exp(rng.normal(0, 0.15, 1) + rng.normal(0, 0.04, 3))
    rgb = np.clip(placed[..., :3] * light, 0, 255)
    if rng.random() < 0.5:
        rgb = colour(rgb.astype(np.uint8), rng.normal(0, 2.5), np.exp(rng.normal(0, 0.2)))
    # an INTER_LINEAR border mixes black in where alpha is 0: harmless, alpha weighs it away
    scene[:] = (scene * (1 - alpha) + rgb * alpha).astype(np.uint8)
    return alpha[..., 0]
