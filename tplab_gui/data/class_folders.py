"""Finding the classes of a user's folder of pictures: one sub-folder each, with or without `train` and `test` above.

Such folders hold hidden files, files that are no pictures, folders in folders and names in every script. Sub-folders
named by digits only are the ten digits; any others are classes of their own, in the order of their names.
"""

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core.errors import LabError
from tplab_gui.data.pictures import SUFFIXES

DIGITS = tuple("0123456789")
_MAX_DEPTH = 4  # of folders within the folder of a class


@dataclass(frozen=True, slots=True)
class ClassFolders:
    """The classes of a folder: their `names`, and by part ('train' and 'test', or '' alone) the pictures of each."""

    names: tuple[str, ...]
    parts: dict[str, list[list[Path]]]


def class_folders(folder: Path) -> ClassFolders | None:
    """Return the classes found, None without any; a folder that holds nothing but the real one is looked through."""
    halves = {part: _classes(folder / part) for part in ("train", "test")}
    if all(halves.values()):
        return _named(halves)
    classes = _classes(folder)
    if len(classes) == 1:
        (only,) = (path for path in _folders(folder) if _shown(path.name) in classes)
        if not any(path.parent == only for path in classes[_shown(only.name)]):
            return class_folders(only)  # an unpacked archive often has its own name twice
    return _named({"": classes}) if classes else None


def _named(parts: dict[str, dict[str, list[Path]]]) -> ClassFolders:
    """Give the classes their order: the ten digits, or the names as people sort them (9 before 10)."""
    names = {name for classes in parts.values() for name in classes}
    ordered = DIGITS if names <= set(DIGITS) else tuple(sorted(names, key=_natural))
    return ClassFolders(
        ordered, {part: [classes.get(name, []) for name in ordered] for part, classes in parts.items()}
    )


def _classes(folder: Path) -> dict[str, list[Path]]:
    """Return the pictures of each sub-folder that has some, or that is named by a digit."""
    classes: dict[str, list[Path]] = {}
    for path in _folders(folder):
        pictures = _pictures(path)
        if pictures or path.name in DIGITS:
            classes.setdefault(_shown(path.name), []).extend(pictures)
    return classes


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    try:
        return sorted(path for path in folder.iterdir() if not _is_hidden(path.name) and path.is_dir())
    except OSError as error:
        raise LabError(
            "{folder} cannot be read ({reason}).",
            hint="Check that the folder is yours to read.",
            folder=folder,
            reason=error.strerror or str(error),
        ) from error


def _pictures(folder: Path) -> list[Path]:
    """Return the picture files of a class, also those in folders within; what is hidden is not meant for us."""
    found: list[Path] = []
    for place, folders, files in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = [name for name in folders if not _is_hidden(name) and depth < _MAX_DEPTH]
        found += [Path(place, n) for n in files if n.lower().endswith(SUFFIXES) and not _is_hidden(n)]
    return sorted(found)


def _is_hidden(name: str) -> bool:
    return (
        name.startswith(".") or name == "__MACOSX"
    )  # .DS_Store, ._1.png; Thumbs.db is no picture by its name


def _shown(name: str) -> str:
    """Return a name as it is shown and sorted: macOS takes accents apart, others do not."""
    return "".join(c if c.isprintable() else "?" for c in unicodedata.normalize("NFC", name))


def _natural(name: str) -> tuple[list[tuple[int, int, str]], str]:
    pieces = [piece for piece in re.split(r"([0-9]+)", name.casefold()) if piece]
    return [(0, int(p), "") if p[0] in DIGITS else (1, 0, p) for p in pieces], name
