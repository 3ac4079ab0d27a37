"""The sets that the lab knows and where they are, and the examples of one set: what the Data tab and doctor list."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.data import places
from tplab_gui.data.assets import Asset, read_assets
from tplab_gui.data.class_folders import DIGITS, class_folders
from tplab_gui.data.digits import BUILTIN_ORIGIN, DigitSet, load_digit_set
from tplab_gui.data.spoken import list_clips, recordings_dir

PICTURES = "pictures"
SOUNDS = "sounds"


@dataclass(frozen=True, slots=True)
class DataSetInfo:
    """One set: `source` is what the loaders take; `where` its folder, or the one it would be fetched into.

    `name` is unique ('digits', 'mnist', 'voices', 'fsdd'), `source` only together with `kind`.
    """

    name: str
    source: str
    kind: str
    title: str
    count: int
    where: Path
    origin: str
    licence: str
    found: bool
    can_fetch: bool


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a set. `id` names it within the set; pictures have a `row` of their part, sounds a `path`.

    `class_name` is what its label stands for where that is no digit.
    """

    id: str
    label: int
    speaker: str = ""
    part: str = ""
    language: str = ""
    row: int = -1
    path: Path | None = None
    class_name: str = ""


def data_sets() -> list[DataSetInfo]:
    """Every set the lab knows, pictures first, what ships before what can be fetched."""
    assets = read_assets()
    return [
        DataSetInfo(
            "digits",
            "builtin",
            PICTURES,
            "Handwritten digits that ship",
            1797,
            places.BUILTIN_DIGITS,
            BUILTIN_ORIGIN,
            "CC BY 4.0",
            places.BUILTIN_DIGITS.is_file(),
            False,
        ),
        _fetchable(assets["mnist"]),
        DataSetInfo(
            "voices",
            "builtin",
            SOUNDS,
            "Spoken digits that ship, English and French",
            _count_clips("builtin"),
            places.BUILTIN_SPOKEN,
            "15 voices of the speech synthesiser espeak-ng, made by tools/make_spoken_set.py",
            "MIT, as the lab",
            places.BUILTIN_SPOKEN.is_dir(),
            False,
        ),
        _fetchable(assets["fsdd"]),
        *_on_this_machine(),
    ]


def list_examples(
    source: str | Path,
    kind: str,
    digit: int | None = None,
    speaker: str | None = None,
    part: str | None = None,
) -> list[Example]:
    """The examples of a set, filtered.

    Parameters
    ----------
    source : 'builtin', 'mnist', 'fsdd', 'audiomnist', 'recordings' or a folder
    kind : {'pictures', 'sounds'}
    digit, speaker, part : keep only these; None keeps all. `part` is 'train' or 'test' and only pictures have one.

    Raises
    ------
    LabError
        As `load_digit_set` and `list_clips`.

    """
    examples = _pictures(source) if kind == PICTURES else _sounds(source)
    return [
        example
        for example in examples
        if (digit is None or example.label == digit)
        and (speaker is None or example.speaker == speaker)
        and (part is None or example.part == part)
    ]


def open_picture(source: str | Path, example_id: str) -> tuple[int, NDArray[np.uint8]]:
    """Label and pixels, uint8 (28, 28) with 255 = ink (a copy), of the picture named 'train/12' or 'test/3'."""
    digits = _digits_of(source)
    part, _, row = example_id.partition("/")
    images, labels = (
        (digits.test_images, digits.test_labels)
        if part == "test"
        else (digits.train_images, digits.train_labels)
    )
    if part not in ("train", "test") or not row.isdecimal() or int(row) >= len(labels):
        raise LabError(
            "The set {name} has no picture {id}.",
            hint="Choose one of its list.",
            name=digits.name,
            id=example_id,
        )
    return int(labels[int(row)]), images[int(row)].copy()


def kind_of_folder(folder: Path) -> str:
    """What a user's folder holds: 'pictures' or 'sounds'.

    Raises
    ------
    LabError
        If it is no folder, or holds neither.

    """
    below = (folder, folder / "MNIST" / "raw", folder / "raw", folder / "mnist")
    if any(places.idx_files(candidate) for candidate in below) or class_folders(folder):
        return PICTURES
    try:
        list_clips(folder)
    except LabError as error:
        if not folder.is_dir():
            raise
        raise LabError(
            "{folder} holds no digits that the lab knows, neither pictures nor sounds.",
            hint="It needs IDX files, one sub-folder of pictures for each digit, or sounds named 8_theo_26.wav.",
            folder=folder,
        ) from error
    return SOUNDS


def _fetchable(asset: Asset) -> DataSetInfo:
    found = asset.found()
    return DataSetInfo(
        asset.name,
        asset.name,
        asset.kind,
        asset.title,
        asset.count,
        found or asset.target,
        asset.origin,
        asset.licence,
        found is not None,
        True,
    )


def _on_this_machine() -> list[DataSetInfo]:
    """The sets that are listed only where they are: they can neither ship nor be fetched."""
    audiomnist, recordings = places.find_audiomnist(), _count_clips("recordings")
    found = []
    if audiomnist is not None:
        found.append(
            DataSetInfo(
                "audiomnist",
                "audiomnist",
                SOUNDS,
                "AudioMNIST",
                _count_clips("audiomnist"),
                audiomnist,
                "S. Becker et al., AudioMNIST, arXiv:1807.03418",
                "MIT",
                True,
                False,
            )
        )
    if recordings:
        found.append(
            DataSetInfo(
                "recordings",
                "recordings",
                SOUNDS,
                "Your own recordings",
                recordings,
                recordings_dir(),
                "Recorded on this computer",
                "yours",
                True,
                False,
            )
        )
    return found


def _count_clips(source: str) -> int:
    try:
        return len(list_clips(source))
    except LabError:
        return 0


def _pictures(source: str | Path) -> list[Example]:
    digits = _digits_of(source)
    names = digits.classes if digits.classes != DIGITS else ("",) * len(DIGITS)
    return [
        Example(f"{part}/{row}", label, part=part, row=row, class_name=names[label])
        for part, labels in (("train", digits.train_labels), ("test", digits.test_labels))
        for row, label in enumerate(labels.tolist())
    ]


def _sounds(source: str | Path) -> list[Example]:
    clips = list_clips(source)
    # Sets on disk may hold the same name in two sub-folders, so there the id is the whole path.
    is_shipped = source == "builtin"
    return [
        Example(
            f"{clip.language}/{clip.path.name}" if is_shipped else str(clip.path),
            clip.digit,
            clip.speaker,
            language=clip.language,
            path=clip.path,
        )
        for clip in clips
    ]


def _digits_of(source: str | Path) -> DigitSet:
    return _digit_set(str(source), places.find_mnist() if source == "mnist" else None)


@lru_cache(maxsize=2)
def _digit_set(source: str, _where: Path | None) -> DigitSet:
    """Keep the last two sets in memory: the Data tab asks for one picture after the other."""
    return load_digit_set(source)
