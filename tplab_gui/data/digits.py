"""Sets of handwritten digits: the one that ships, MNIST when it is there, or a folder of the user's.

Every set comes out alike: uint8 (N, 28, 28) with 255 = ink, labels 0 to 9, a training and a test part that never
share a picture, and the sha256 of the content, so that a run can say exactly what it saw.
"""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data import places
from tplab_gui.data.centring import SIZE, enlarge
from tplab_gui.data.idx import read_idx
from tplab_gui.data.picture_folder import class_folders, read_class_folders

BUILTIN_ORIGIN = (
    "1,797 digits of 8x8 pixels written by 43 people: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten "
    "Digits, UCI 1998, as in scikit-learn's load_digits; enlarged to 28x28 by the lab"
)
MNIST_ORIGIN = "70,000 digits: Y. LeCun, C. Cortes and C. Burges, The MNIST database of handwritten digits"
_BUILTIN_TOP = 16


@dataclass(frozen=True, slots=True)
class DigitSet:
    """Handwritten digits: images uint8 (N, 28, 28), 255 = ink; labels uint8 (N,), 0 to 9."""

    name: str
    train_images: NDArray[np.uint8]
    train_labels: NDArray[np.uint8]
    test_images: NDArray[np.uint8]
    test_labels: NDArray[np.uint8]
    sha256: str
    origin: str

    def __len__(self) -> int:
        """Return the number of pictures of both parts."""
        return len(self.train_labels) + len(self.test_labels)


def load_digit_set(source: str | Path) -> DigitSet:
    """Load a set of handwritten digits.

    Parameters
    ----------
    source : str or Path
        'builtin', 'mnist', or a folder: with the four IDX files of MNIST (also in `MNIST/raw`), or with one
        sub-folder of pictures for each digit (`0` to `9`, also under `train` and `test`).

    Raises
    ------
    MissingError
        If 'mnist' or the folder is not on this machine.
    LabError
        If the folder holds no digits, or its files are damaged or do not fit together.

    """
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
    return _load_folder(Path(source))


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


def _load_folder(folder: Path) -> DigitSet:
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
        train_images, train_labels, test_images, test_labels = read_class_folders(folder)
        return make_digit_set(folder.name, train_images, train_labels, test_images, test_labels, str(folder))
    raise LabError(
        "{folder} holds no handwritten digits that the lab knows.",
        hint="It needs the four IDX files of MNIST, or one sub-folder of pictures for each digit from 0 to 9.",
        folder=folder,
    )


def _load_idx(name: str, folder: Path, origin: str) -> DigitSet:
    files = places.idx_files(folder)
    if files is None:
        raise MissingError(
            "The four IDX files of MNIST are not in {folder}.", hint="Fetch it again.", folder=folder
        )
    return make_digit_set(
        name,
        read_idx(files["train_images"], axes=3),
        read_idx(files["train_labels"], axes=1),
        read_idx(files["test_images"], axes=3),
        read_idx(files["test_labels"], axes=1),
        origin,
    )


def make_digit_set(
    name: str,
    train_images: NDArray[np.uint8],
    train_labels: NDArray[np.uint8],
    test_images: NDArray[np.uint8],
    test_labels: NDArray[np.uint8],
    origin: str,
    sha256: str = "",
) -> DigitSet:
    """Check that the parts fit together and hash them (unless `sha256` is given).

    Raises
    ------
    LabError
        If a part is empty, has another number of labels than images, images of another size than 28x28, or labels
        above 9.

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
        if labels.max() > 9:
            raise LabError(
                "The set {name} has the label {label}; digits go from 0 to 9.",
                hint="Choose a set of digits.",
                name=name,
                label=int(labels.max()),
            )
    sha256 = sha256 or _sha256(train_images, train_labels, test_images, test_labels)
    return DigitSet(name, train_images, train_labels, test_images, test_labels, sha256, origin)


def _sha256(*parts: NDArray[np.uint8]) -> str:
    content = hashlib.sha256()
    for part in parts:
        content.update(np.ascontiguousarray(part).data)
    return content.hexdigest()
