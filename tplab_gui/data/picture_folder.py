"""A user's folder of digits: one sub-folder of pictures for each class, with or without `train` and `test` above.

Kept apart from `digits.py` because pictures made by people need what MNIST's files do not: a polarity found out,
a fit into 28x28, and a split.
"""

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.data.centring import SIZE, fit
from tplab_gui.data.pictures import SUFFIXES, read_picture

MAX_PICTURES = 100_000
_MAX_PIXELS = 4_000_000
_TEST_EVERY = 5
_Part = tuple[NDArray[np.uint8], NDArray[np.uint8]]


def class_folders(folder: Path) -> dict[str, list[tuple[int, Path]]]:
    """The classes found, by part: {'train': [(0, path), ...], 'test': [...]} or {'': [...]}; empty if none."""
    parts = {name: _classes(folder / name) for name in ("train", "test")}
    if all(parts.values()):
        return parts
    whole = _classes(folder)
    return {"": whole} if whole else {}


def read_class_folders(folder: Path) -> tuple[NDArray[np.uint8], ...]:
    """Read the pictures: train images (N, 28, 28), train labels (N,), test images, test labels, all uint8.

    Without `train` and `test`, every fifth picture of each class (in the order of the names) is a test picture.

    Raises
    ------
    LabError
        If a picture cannot be read, or there are more than `MAX_PICTURES`.

    """
    parts = class_folders(folder)
    listed = {part: [(label, _pictures(path)) for label, path in classes] for part, classes in parts.items()}
    total = sum(len(paths) for classes in listed.values() for _, paths in classes)
    if total > MAX_PICTURES:
        raise LabError(
            "{folder} holds {total} pictures, more than the lab loads ({limit}).",
            hint="Use a smaller set, or IDX files.",
            folder=folder,
            total=total,
            limit=MAX_PICTURES,
        )
    if "" in listed:
        test = [(label, paths[_TEST_EVERY - 1 :: _TEST_EVERY]) for label, paths in listed[""]]
        train = [
            (label, [p for i, p in enumerate(paths) if i % _TEST_EVERY != _TEST_EVERY - 1])
            for label, paths in listed[""]
        ]
        listed = {"train": train, "test": test}
    return (*_read_part(listed["train"]), *_read_part(listed["test"]))


def digit_from_rgb(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A picture (H, W, 3) of one digit to uint8 (28, 28), 255 = ink.

    The border tells the paper: when it is bright, the picture is inverted. One that is 28x28 already is kept.
    """
    luma = np.array([0.299, 0.587, 0.114])  # ITU-R BT.601
    grey = np.round(rgb @ luma).astype(np.uint8)
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    if np.median(border) > 127:
        grey = 255 - grey
    return grey if grey.shape == (SIZE, SIZE) else fit(grey)


def _classes(folder: Path) -> list[tuple[int, Path]]:
    return [(digit, folder / str(digit)) for digit in range(10) if (folder / str(digit)).is_dir()]


def _pictures(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return sorted(Path(entry.path) for entry in entries if entry.name.lower().endswith(SUFFIXES))


def _read_part(classes: list[tuple[int, list[Path]]]) -> _Part:
    images = [digit_from_rgb(read_picture(path, _MAX_PIXELS)) for _, paths in classes for path in paths]
    labels = [label for label, paths in classes for _ in paths]
    stacked = np.stack(images) if images else np.zeros((0, SIZE, SIZE), dtype=np.uint8)
    return stacked, np.array(labels, dtype=np.uint8)
