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
HELD_BALLS = ("golf ball", "volleyball", "cricket ball", "bowling ball", "table tennis ball")
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
    """Tiny ImageNet: 64 x 64 pictures with a class each."""

    images: np.ndarray  # uint8 (N, 64, 64, 3)
    labels: np.ndarray  # int64 (N,), index into class_names()


def tiny_names(data: Path) -> dict[str, str]:
    """Return wnid -> English name (first free synonym) of the 200 classes, in the order of words.csv."""
    names: dict[str, str] = {}
    with (data / "tiny_imagenet/words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            synonyms = [part.strip() for part in row["name"].split(",")]
            taken = {*names.values(), *OTHER_BALLS}
            names[row["wnid"]] = next(
                (s for s in synonyms if s not in taken), f"{synonyms[0]} ({row['wnid']})"
            )
    return names


def class_names(data: Path) -> list[str]:
    """Return the names of all logits: tennis ball, the other balls, the Tiny ImageNet classes not among them."""
    tiny = [name for name in _shared_names(data).values() if name not in OTHER_BALLS]
    return ["tennis ball", *OTHER_BALLS, *tiny]


def _shared_names(data: Path) -> dict[str, str]:
    # volleyball and basketball are in both sets: one class each
    names = tiny_names(data)
    with (data / "tiny_imagenet/words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["name"] in OTHER_BALLS:
                names[row["wnid"]] = row["name"]
    return names


def _decode(source: Path | io.BytesIO, short_side_px: int) -> tuple[np.ndarray, float]:
    with Image.open(source) as picture:
        picture.draft("RGB", (short_side_px, short_side_px))
        rgb = picture.convert("RGB")
    scale = min(1.0, short_side_px / min(rgb.size))
    if scale < 1:
        rgb = rgb.resize((round(rgb.width * scale), round(rgb.height * scale)), Image.Resampling.BOX)
    return np.asarray(rgb), scale


def load_tiny(data: Path, part: str) -> Tiny:
    """Read `train` (24,000) or `val` (5,000) of Tiny ImageNet."""
    shared, index = _shared_names(data), {name: i for i, name in enumerate(class_names(data))}
    images, labels = [], []
    with zipfile.ZipFile(data / f"tiny_imagenet/{part}.zip") as archive:
        for entry in sorted(archive.namelist()):
            if entry.endswith(".JPEG"):
                images.append(_decode(io.BytesIO(archive.read(entry)), 64)[0])
                labels.append(index[shared[entry.split("/")[-2]]])
    return Tiny(np.stack(images), np.array(labels))


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
    """Read one photograph per ImageNet class; labelled where the class is among ours."""
    shared = _shared_names(data)
    return [
        Photo(path.name, _decode(path, SHORT_SIDE_PX)[0], label=shared.get(path.name.split("_")[0]))
        for path in sorted((data / "imagenet_samples").rglob("*.jpg"))
    ]


@dataclass(frozen=True)
class Split:
    """What a phase of the training sees, and what it is judged on."""

    tennis: list[Photo]
    negatives: list[Photo]
    held_tennis: list[Photo]
    held_negatives: list[Photo]


def split(tennis: list[Photo], balls: list[Photo], imagenet: list[Photo], phase: str) -> Split:
    """Divide by source: phase `held-out` keeps whole sources back, phase `final` only a small remainder.

    held-out: trains on `husky_` alone; judged on `balls_` and `heysalad_` (other photographers, other places)
    against five kinds of ball never seen and every third ImageNet photograph. final: trains on everything but
    `heysalad_`, every eighth ImageNet photograph and every eighth of the other balls.
    """
    if phase == "held-out":
        kept_sources, every = ("balls_", "heysalad_"), 3
        kept_ball = [p.label in HELD_BALLS for p in balls]
    else:
        kept_sources, every = ("heysalad_",), 8
        kept_ball = [i % 8 == 0 for i in range(len(balls))]
    kept_image = [i % every == 0 for i in range(len(imagenet))]
    everything = list(zip([*balls, *imagenet], [*kept_ball, *kept_image], strict=True))
    return Split(
        [p for p in tennis if not p.file.startswith(kept_sources)],
        [p for p, held in everything if not held],
        [p for p in tennis if p.file.startswith(kept_sources)],
        [p for p, held in everything if held],
    )
