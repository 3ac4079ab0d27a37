"""The pictures that the heatmap network learns from, and which of them are kept back.

Everything is decoded once into memory (about 700 MB as uint8). A split never divides one source's pictures at
random: pictures of one repository or of one object look alike, and a random split would only measure memory.
"""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

OTHER_BALLS = (
    "golf ball", "table tennis ball", "cricket ball", "football", "baseball", "basketball", "volleyball",
    "bowling ball", "hockey ball", "shuttlecock", "american football",
)  # fmt: skip
FOLDS = ("telephone", "web")
WEB_BALLS = ("golf ball", "volleyball", "cricket ball", "bowling ball", "table tennis ball")
SHORT_SIDE_PX = 256


@dataclass(frozen=True)
class Photo:
    """A picture with what is known about it."""

    file: str
    rgb: np.ndarray  # uint8 (H, W, 3)
    boxes: np.ndarray = field(
        default_factory=lambda: np.zeros((0, 4), np.float32)
    )  # x0, y0, x1, y1 in pixels
    label: str | None = None  # name of its class, when it has one


@dataclass(frozen=True)
class Tiny:
    """Tiny ImageNet: 64 x 64 pictures, none of a tennis ball."""

    images: np.ndarray  # uint8 (N, 64, 64, 3)
    names: np.ndarray  # str (N,), first English name of its class


def _decode(source: Path | io.BytesIO, short_side_px: int) -> tuple[np.ndarray, float]:
    with Image.open(source) as picture:
        picture.draft("RGB", (short_side_px, short_side_px))
        rgb = picture.convert("RGB")
    scale = min(1.0, short_side_px / min(rgb.size))
    if scale < 1:
        rgb = rgb.resize((round(rgb.width * scale), round(rgb.height * scale)), Image.Resampling.BOX)
    return np.asarray(rgb), scale


def load_tiny(data: Path, part: str = "train") -> Tiny:
    """Read `train` (24,000) or `val` (5,000) of Tiny ImageNet."""
    with (data / "tiny_imagenet/words.csv").open(encoding="utf-8", newline="") as lines:
        words = {row["wnid"]: row["name"].split(",")[0] for row in csv.DictReader(lines)}
    images, names = [], []
    with zipfile.ZipFile(data / f"tiny_imagenet/{part}.zip") as archive:
        for entry in sorted(archive.namelist()):
            if entry.endswith(".JPEG"):
                images.append(_decode(io.BytesIO(archive.read(entry)), 64)[0])
                names.append(words[entry.split("/")[-2]])
    return Tiny(np.stack(images), np.array(names))


def load_tennis(data: Path) -> list[Photo]:
    """Read the photographs with a tennis ball; boxes where there are any."""
    boxes: dict[str, list[list[float]]] = {}
    with (data / "tennis_ball/boxes.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            known = boxes.setdefault(row["file"], [])
            if row["x0"]:
                known.append([float(row[k]) for k in ("x0", "y0", "x1", "y1")])
    photos = []
    for file in sorted(boxes):
        with Image.open(data / "tennis_ball/images" / file) as picture:
            width = picture.width
        rgb, _ = _decode(data / "tennis_ball/images" / file, 320)
        scale = rgb.shape[1] / width
        photos.append(
            Photo(file, rgb, np.array(boxes[file], np.float32).reshape(-1, 4) * scale, "tennis ball")
        )
    return photos


def load_other_balls(data: Path) -> list[Photo]:
    """Read the photographs of other balls, labelled by their class."""
    photos = []
    for path in sorted((data / "other_balls").rglob("*.jpg")):
        label = path.stem.rsplit("_", 1)[0].replace("_", " ")
        photos.append(Photo(path.name, _decode(path, SHORT_SIDE_PX)[0], label=label))
    return photos


def load_imagenet(data: Path) -> list[Photo]:
    """Read one photograph per ImageNet class; its label is the class as the file names it."""
    return [
        Photo(
            path.name,
            _decode(path, SHORT_SIDE_PX)[0],
            label=path.stem.split("_", 1)[1].replace("_", " "),
        )
        for path in sorted((data / "imagenet_samples").rglob("*.jpg"))
    ]


@dataclass(frozen=True)
class Sources:
    """Photographs that may be seen together; a picture belongs to one fold only."""

    tennis: list[Photo]
    balls: list[Photo]
    photos: list[Photo]
    tiny: Tiny


def load(data: Path) -> Sources:
    """Read everything."""
    return Sources(load_tennis(data), load_other_balls(data), load_imagenet(data), load_tiny(data))


def fold(everything: Sources, which: str) -> Sources:
    """Return the half called `telephone` or `web`; what one half trains, the other judges.

    telephone: the tennis balls of `husky_` (mostly telephone photographs of one building), six kinds of other
    balls. web: `balls_` and `heysalad_` (other people's, from the web), the other five kinds. Every second ImageNet
    photograph goes to each.
    """
    is_web = which == "web"
    tiny = everything.tiny
    return Sources(
        [p for p in everything.tennis if p.file.startswith("husky_") != is_web],
        [p for p in everything.balls if (p.label in WEB_BALLS) == is_web],
        everything.photos[is_web::2],
        Tiny(tiny.images[is_web::2], tiny.names[is_web::2]),
    )
