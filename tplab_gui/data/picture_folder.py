"""Reading a user's folder of pictures into uint8 (N, 28, 28), as MNIST's files already are.

Kept apart from `digits.py` because pictures made by people need what MNIST's files do not: a polarity found out, a fit
into 28x28, a split, and patience with damaged ones. `class_folders.py` finds what is read here.
"""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.data.centring import SIZE, fit
from tplab_gui.data.class_folders import ClassFolders, class_folders
from tplab_gui.data.pictures import read_picture

MAX_CLASSES = 1000
MAX_PICTURES = 100_000
_MAX_PIXELS = 4_000_000
_PROGRESS_EVERY = 25  # pictures; so that a stop is felt
_TEST_EVERY = 5
_MORE = "Give each class at least two pictures that open; fifty are better."
Labels = NDArray[np.uint8] | NDArray[np.uint16]
_Part = tuple[NDArray[np.uint8], Labels]


@dataclass(frozen=True, slots=True)
class FolderPictures:
    """What was read: uint8 (N, 28, 28), 255 = ink; labels (N,), places in `names`; and what could not be used."""

    train_images: NDArray[np.uint8]
    train_labels: Labels
    test_images: NDArray[np.uint8]
    test_labels: Labels
    names: tuple[str, ...]
    notices: tuple[LabError, ...]


def read_class_folders(folder: Path) -> Generator[Progress, None, FolderPictures]:
    """Read the pictures; yields how far it is, returns the `FolderPictures`.

    Without `train` and `test`, every fifth picture of each class (in the order of the names) is a test picture; of a
    class of two to four the last one is. A picture that cannot be read is left out, and a notice says so.

    Raises
    ------
    LabError
        If there are more than `MAX_PICTURES` or `MAX_CLASSES`, or too few are left to learn from and to test.

    """
    found = class_folders(folder)
    if found is None:
        raise LabError("{folder} holds no folders of pictures.", hint="Choose another.", folder=folder)
    total = sum(len(paths) for classes in found.parts.values() for paths in classes)
    _refuse_too_many(folder, total, len(found.names))
    listed = found.parts
    if "" in listed:
        held_back = [_held_back(paths) for paths in listed[""]]
        kept = [
            [p for p in paths if p not in held] for paths, held in zip(listed[""], held_back, strict=True)
        ]
        listed = {"train": kept, "test": [sorted(held) for held in held_back]}
    refused: list[LabError] = []
    train, train_labels = yield from _read_part(listed["train"], refused, 0, total)
    test, test_labels = yield from _read_part(listed["test"], refused, sum(map(len, listed["train"])), total)
    if total and not (len(train) and len(test)):
        raise _too_few(folder, total, refused)
    notices = [_left_out(folder, total, refused)] if refused else []
    notices += _lacking(found, train_labels, test_labels)
    return FolderPictures(train, train_labels, test, test_labels, found.names, tuple(notices))


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


def _refuse_too_many(folder: Path, pictures: int, classes: int) -> None:
    if pictures > MAX_PICTURES:
        raise LabError(
            "{folder} holds {total} pictures, more than the lab loads ({limit}).",
            hint="Use a smaller set, or IDX files.",
            folder=folder,
            total=pictures,
            limit=MAX_PICTURES,
        )
    if classes > MAX_CLASSES:
        raise LabError(
            "{folder} holds {total} classes, more than the lab tells apart ({limit}).",
            hint="Use fewer sub-folders.",
            folder=folder,
            total=classes,
            limit=MAX_CLASSES,
        )


def _held_back(paths: list[Path]) -> set[Path]:
    if 2 <= len(paths) < _TEST_EVERY:
        return {paths[-1]}
    return set(paths[_TEST_EVERY - 1 :: _TEST_EVERY])


def _read_part(
    classes: list[list[Path]], refused: list[LabError], done: int, total: int
) -> Generator[Progress, None, _Part]:
    images: list[NDArray[np.uint8]] = []
    labels: list[int] = []
    for label, paths in enumerate(classes):
        for path in paths:
            try:
                images.append(digit_from_rgb(read_picture(path, _MAX_PIXELS)))
                labels.append(label)
            except LabError as error:
                refused.append(error)
            done += 1
            if done % _PROGRESS_EVERY == 0:
                yield Progress(done, total, "data")
    stacked = np.stack(images) if images else np.zeros((0, SIZE, SIZE), dtype=np.uint8)
    return stacked, np.array(labels, np.uint8) if len(classes) <= 256 else np.array(labels, np.uint16)


def _too_few(folder: Path, total: int, refused: list[LabError]) -> LabError:
    if not refused:
        return LabError(
            "{folder} holds {total} pictures: too few to learn from and to test.",
            hint=_MORE,
            folder=folder,
            total=total,
        )
    return LabError(
        "{bad} of {total} pictures in {folder} cannot be used, the first is {name}: too few are left to learn from "
        "and to test.",
        hint=_MORE,
        bad=len(refused),
        total=total,
        folder=folder,
        name=refused[0].values.get("name", ""),
    )


def _left_out(folder: Path, total: int, refused: list[LabError]) -> LabError:
    return LabError(
        "{bad} of {total} pictures in {folder} cannot be used and were left out; the first is {name}.",
        hint="Replace or delete them if they matter.",
        bad=len(refused),
        total=total,
        folder=folder.name,
        name=refused[0].values.get("name", ""),
    )


def _lacking(found: ClassFolders, train: Labels, test: Labels) -> list[LabError]:
    """Return a notice when a class that has files was left without pictures to learn from, or without any to test."""
    sizes = [sum(map(len, classes)) for classes in zip(*found.parts.values(), strict=True)]
    both = set(np.unique(train).tolist()) & set(np.unique(test).tolist())
    lacking = [name for label, name in enumerate(found.names) if sizes[label] and label not in both]
    if not lacking:
        return []
    return [
        LabError(
            "{count} of {classes} classes have no picture to learn from or none to test; the first is {name}.",
            hint="Give each class at least two pictures.",
            count=len(lacking),
            classes=sum(map(bool, sizes)),
            name=lacking[0],
        )
    ]
