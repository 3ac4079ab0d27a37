"""The pictures of a series, ready to be changed: read, reduced to the working size, with the place of their object."""

import csv
from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.adjustments import Adjustment
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick, Waiting
from tplab_gui.core.paths import model_search_path
from tplab_gui.core.sweep_plan import PICTURES_AT_MOST, Subject
from tplab_gui.data.pictures import SUFFIXES, read_picture
from tplab_gui.vision.adjust_geometry import moved_box
from tplab_gui.vision.cam import CamResult, heatmaps, method_name
from tplab_gui.vision.classify import Classifier, load_classifier
from tplab_gui.vision.frames import WORK_LONG_SIDE_PX, reduced

SOURCE = "source"
_FOUND = 0.5  # a lower score than this on the untouched picture is no object to follow
_HOT = 0.5
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture at the working size: RGB (H, W, 3) uint8; `boxes` are its objects, x0, y0, x1, y1 in its pixels."""

    name: str
    rgb: NDArray[np.uint8]
    boxes: tuple[Box, ...]
    original: CamResult


@dataclass(frozen=True, eq=False)
class Subjects:
    """A network, a class and the pictures it is asked about."""

    classifier: Classifier
    target_index: int
    method: str
    pictures: tuple[Picture, ...]

    @property
    def target(self) -> str:
        """Return the name of the class."""
        return self.classifier.classes[self.target_index]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the pictures."""
        return tuple(picture.name for picture in self.pictures)

    def look(self, rgb: NDArray[np.uint8]) -> CamResult:
        """Return score and heat of RGB (H, W, 3) uint8."""
        return heatmaps(self.classifier, rgb, self.target_index, self.method)

    def score(self, rgb: NDArray[np.uint8]) -> float:
        """Return the score of RGB (H, W, 3) uint8 without its heat, which takes less time."""
        return float(self.classifier.scores(rgb)[self.target_index])


def gathered(subject: Subject) -> Generator[object, None, Subjects]:
    """Load the network and read the pictures; yields what is to be told, returns the `Subjects`.

    A picture among several that cannot be read is left out with a `Notice`.

    Raises
    ------
    LabError
        If the network, the method, the class or the folder cannot serve, or none of the pictures can be read.

    """
    torch.set_num_threads(1)  # as in `watch`: two beside another busy program take ten times as long
    method = method_name(subject.method)  # what is wrong with the request is said before anything is loaded
    files = [] if subject.pixels is not None else picture_files(subject.pictures)
    yield Waiting("network")
    classifier = _classifier(subject.model, tuple(model_search_path()))
    index = classifier.target_index(subject.target) if subject.target else None
    pictures: list[Picture] = []
    refused: LabError | None = None
    if subject.pixels is not None:
        pictures.append(_seen(classifier, index, method, "", np.asarray(subject.pixels, np.uint8), ()))
    for path in files:
        try:
            rgb = read_picture(path)
        except LabError as error:
            refused = error
            if len(files) > 1:
                yield Notice(error, "warning", SOURCE)
            continue
        if index is None and pictures:
            index = pictures[0].original.target_index
        pictures.append(_seen(classifier, index, method, path.name, rgb, known_boxes(path)))
        yield Tick()
    if not pictures:
        raise refused or LabError("There is no picture to change.", hint="Choose one.")
    return Subjects(classifier, pictures[0].original.target_index, method, tuple(pictures))


def picture_files(names: tuple[str, ...]) -> list[Path]:
    """Return the files, and the pictures in the folders, in a steady order.

    Raises
    ------
    LabError
        If a folder holds none, or there are more than 200.

    """
    files: list[Path] = []
    for path in map(Path, names):
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file())
        if not inside:
            raise LabError(
                "There are no pictures in the folder {folder}.",
                hint="Name a folder with JPEG or PNG files.",
                folder=path,
            )
        files += inside
    if len(files) > PICTURES_AT_MOST:
        raise LabError(
            "{count} pictures are more than a series is made of ({most} at most).",
            hint="Name fewer pictures.",
            count=len(files),
            most=PICTURES_AT_MOST,
        )
    return files


def known_boxes(path: Path) -> tuple[Box, ...]:
    """Return the objects that `boxes.csv` beside a picture names, in pixels of the file; none without one."""
    table = path.parent / "boxes.csv"
    if not table.is_file():
        return ()
    try:
        with table.open(newline="", encoding="utf-8") as stream:
            rows = [row for row in csv.DictReader(stream) if row.get("file") == path.name and row.get("x0")]
        return tuple(tuple(float(row[side]) for side in ("x0", "y0", "x1", "y1")) for row in rows)  # type: ignore[misc]
    except (OSError, ValueError, KeyError, TypeError, csv.Error):  # somebody else's table of that name
        return ()


def on_object(picture: Picture, found: CamResult, asked: Adjustment) -> tuple[float, bool] | None:
    """Return the share of the heat inside the boxes of the object, where it is now, and whether the peak is there.

    None where the picture has no box, or all have left it, or there is no heat at all.
    """
    height, width = picture.rgb.shape[:2]
    inside = np.zeros((height, width), bool)
    for box in picture.boxes:
        moved = moved_box(box, height, width, asked)
        if moved is not None:
            x0, y0, x1, y1 = (round(side) for side in moved)
            inside[y0:y1, x0:x1] = True
    total = float(found.heatmap.sum(dtype=np.float64))
    if not inside.any() or total <= 0:
        return None
    x, y = (min(int(found.peak_xy[0]), width - 1), min(int(found.peak_xy[1]), height - 1))
    return float(found.heatmap[inside].sum(dtype=np.float64)) / total, bool(inside[y, x])


@lru_cache(maxsize=1)
def _classifier(name: str, _places: tuple[Path, ...]) -> Classifier:
    """One network is kept: a second series begins at once. `_places` is where its weights were looked for."""
    return load_classifier(name)


def _seen(
    classifier: Classifier,
    index: int | None,
    method: str,
    name: str,
    rgb: NDArray[np.uint8],
    boxes: tuple[Box, ...],
) -> Picture:
    small = np.ascontiguousarray(reduced(rgb, WORK_LONG_SIDE_PX))
    scale_x, scale_y = small.shape[1] / rgb.shape[1], small.shape[0] / rgb.shape[0]
    there = tuple((x0 * scale_x, y0 * scale_y, x1 * scale_x, y1 * scale_y) for x0, y0, x1, y1 in boxes)
    original = heatmaps(classifier, small, index, method)
    if not there and original.score >= _FOUND:
        there = _hot_box(original)
    return Picture(name, small, there, original)


def _hot_box(found: CamResult) -> tuple[Box, ...]:
    """Where nobody drew a box, the object is what half of the largest heat encloses around the peak."""
    hot = (found.heatmap >= _HOT).astype(np.uint8)
    _, labels, areas, _ = cv2.connectedComponentsWithStats(hot)
    x, y = (min(int(found.peak_xy[0]), hot.shape[1] - 1), min(int(found.peak_xy[1]), hot.shape[0] - 1))
    label = int(labels[y, x])
    if label == 0:
        return ()
    left, top, width, height = (int(each) for each in areas[label][:4])
    return ((float(left), float(top), float(left + width), float(top + height)),)
