"""Sets of handwritten digits: the one that ships, MNIST when it is there, or a folder of the user's.

Every set comes out alike: uint8 (N, 28, 28) with 255 = ink, labels that are places in the names of its classes (the ten
digits, unless a folder of the user's says otherwise), a training and a test part that never share a picture, and the
sha256 of the content, so that a run can say exactly what it saw.
"""

import hashlib
import json
import zipfile
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress
from tplab_gui.data import places
from tplab_gui.data.centring import SIZE, enlarge
from tplab_gui.data.class_folders import DIGITS, class_folders
from tplab_gui.data.idx import read_idx
from tplab_gui.data.picture_folder import Labels, read_class_folders

BUILTIN_ORIGIN = (
    "1,797 digits of 8x8 pixels written by 43 people: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten "
    "Digits, UCI 1998, as in scikit-learn's load_digits; enlarged to 28x28 by the lab"
)
MNIST_ORIGIN = "70,000 digits: Y. LeCun, C. Cortes and C. Burges, The MNIST database of handwritten digits"
_BUILTIN_TOP = 16


@dataclass(frozen=True, slots=True)
class DigitSet:
    """Labelled pictures: images uint8 (N, 28, 28), 255 = ink; labels (N,) from 0, below the number of `classes`.

    `notices` is what the user should know of the set: pictures that were left out, classes that lack some.
    """

    name: str
    train_images: NDArray[np.uint8]
    train_labels: Labels
    test_images: NDArray[np.uint8]
    test_labels: Labels
    sha256: str
    origin: str
    classes: tuple[str, ...] = DIGITS
    notices: tuple[LabError, ...] = ()

    def __len__(self) -> int:
        """Return the number of pictures of both parts."""
        return len(self.train_labels) + len(self.test_labels)


def load_digit_set(source: str | Path) -> DigitSet:
    """Load a set of handwritten digits, or of other pictures in classes.

    Parameters
    ----------
    source : str or Path
        'builtin', 'mnist', or a folder: with the four IDX files of MNIST (also in `MNIST/raw`), or with one
        sub-folder of pictures for each class (`0` to `9` or any names, also under `train` and `test`).

    Raises
    ------
    MissingError
        If 'mnist' or the folder is not on this machine.
    LabError
        If the folder holds no classes of pictures, or its files are damaged or do not fit together.

    """
    steps = reading(source)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            digits: DigitSet = end.value
            return digits


def reading(source: str | Path) -> Generator[Progress, None, DigitSet]:
    """Load as `load_digit_set` does, yielding how far it is, so that a folder of many pictures can be left."""
    if source == "builtin":
        return _load_builtin()
    if source == "mnist":
        folder = places.find_mnist()
        if folder is None:
            raise MissingError(
                "MNIST is not on this machine.",
                hint="Fetch it in the Data tab or with 'tplab assets fetch mnist', or set TPLAB_DATA.",
            )
        return _load_idx("mnist", folder, MNIST_ORIGIN)
    return (yield from _load_folder(Path(source)))


def class_count(source: str | Path) -> int:
    """Return how many classes a set has, without reading a picture; 10 when that cannot be known."""
    if source in {"builtin", "mnist"}:
        return len(DIGITS)
    try:
        found = class_folders(Path(source))
    except LabError:
        found = None
    return len(found.names) if found else len(DIGITS)


def _load_builtin() -> DigitSet:
    path = places.BUILTIN_DIGITS
    if not path.is_file():
        raise MissingError(
            "The digits that ship with the lab are missing ({path}).", hint="Restore resources/.", path=path
        )
    try:
        with np.load(path, allow_pickle=False) as stored:
            images = [stored["train_images"], stored["test_images"]]
            labels = [stored["train_labels"], stored["test_labels"]]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise LabError(
            "The digits that ship with the lab are damaged ({path}).", hint="Restore resources/.", path=path
        ) from error
    train, test = (enlarge(part, top=_BUILTIN_TOP) for part in images)
    # The hash is that of the small pictures: enlarging rounds, and a last bit may differ between processors.
    stored_hash = _sha256(images[0], labels[0], images[1], labels[1])
    return make_digit_set("builtin", train, labels[0], test, labels[1], BUILTIN_ORIGIN, stored_hash)


def _load_folder(folder: Path) -> Generator[Progress, None, DigitSet]:
    if not folder.is_dir():
        if folder.exists():
            raise LabError(
                "{folder} is a file, not a folder of digits.",
                hint="Choose the folder that holds it.",
                folder=folder,
            )
        raise MissingError(
            "There is no data set and no folder named {folder}.",
            hint="Use 'builtin', 'mnist', or a folder that exists.",
            folder=folder,
        )
    for candidate in (folder, folder / "MNIST" / "raw", folder / "raw", folder / "mnist"):
        if places.idx_files(candidate):
            return _load_idx(folder.name, candidate, str(folder))
    if class_folders(folder):
        read = yield from read_class_folders(folder)
        parts = read.train_images, read.train_labels, read.test_images, read.test_labels
        digits = make_digit_set(folder.name, *parts, str(folder), classes=read.names)
        return replace(digits, notices=read.notices)
    raise LabError(
        "{folder} holds no handwritten digits that the lab knows.",
        hint="It needs the four IDX files of MNIST, or one sub-folder of pictures for each class, such as 0 to 9.",
        folder=folder,
    )


def _load_idx(name: str, folder: Path, origin: str) -> DigitSet:
    files = places.idx_files(folder)
    if files is None:
        raise MissingError(
            "The four IDX files of MNIST are not in {folder}.", hint="Fetch it again.", folder=folder
        )
    train, test = read_idx(files["train_images"], axes=3), read_idx(files["test_images"], axes=3)
    labels = read_idx(files["train_labels"], axes=1), read_idx(files["test_labels"], axes=1)
    highest = max(int(each.max(initial=0)) for each in labels)
    names = tuple(
        str(label) for label in range(highest + 1)
    )  # letters of EMNIST have higher labels than digits
    return make_digit_set(
        name, train, labels[0], test, labels[1], origin, classes=names if highest > 9 else DIGITS
    )


def make_digit_set(
    name: str,
    train_images: NDArray[np.uint8],
    train_labels: Labels,
    test_images: NDArray[np.uint8],
    test_labels: Labels,
    origin: str,
    sha256: str = "",
    classes: tuple[str, ...] = DIGITS,
) -> DigitSet:
    """Check that the parts fit together and hash them (unless `sha256` is given).

    Raises
    ------
    LabError
        If a part is empty, has another number of labels than images, images of another size than 28x28, or labels
        beyond its classes.

    """
    for images, labels in ((train_images, train_labels), (test_images, test_labels)):
        if len(images) != len(labels):
            raise LabError(
                "The set {name} has {images} images but {labels} labels.",
                hint="Its files do not belong together; copy them again.",
                name=name,
                images=len(images),
                labels=len(labels),
            )
        if len(labels) == 0:
            raise LabError(
                "The set {name} has no pictures in its training or its test part.",
                hint="Each part needs at least one picture.",
                name=name,
            )
        if images.shape[1:] != (SIZE, SIZE):
            raise LabError(
                "The pictures of {name} are {width}x{height}; digits are 28x28 here.",
                hint="Put them into one sub-folder for each digit, and the lab fits them.",
                name=name,
                width=images.shape[2],
                height=images.shape[1],
            )
        if labels.max() >= len(classes):
            raise LabError(
                "The set {name} has the label {label}; its classes go from 0 to {last}.",
                hint="Choose a set whose labels fit.",
                name=name,
                label=int(labels.max()),
                last=len(classes) - 1,
            )
    sha256 = sha256 or _sha256(train_images, train_labels, test_images, test_labels, names=classes)
    return DigitSet(name, train_images, train_labels, test_images, test_labels, sha256, origin, classes)


def _sha256(*parts: NDArray[np.uint8] | NDArray[np.uint16], names: tuple[str, ...] = DIGITS) -> str:
    content = hashlib.sha256()
    if names != DIGITS:  # the digits have been hashed without their names from the start
        content.update(json.dumps(names).encode())
    for part in parts:
        content.update(np.ascontiguousarray(part).data)
    return content.hexdigest()
