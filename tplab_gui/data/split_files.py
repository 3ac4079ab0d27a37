"""A split on disk: `train.csv` and `test.csv` with the columns file, digit, speaker, index, written and read back.

Files are named relative to the folder of the set, with '/', so that the two lists mean the same on every computer. What
is read back is matched against the set: nothing outside of it is ever opened.
"""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.spoken import ClipList, SpokenClip

TRAIN_CSV, TEST_CSV = "train.csv", "test.csv"
COLUMNS = ("file", "digit", "speaker", "index")
MAX_BYTES = 50_000_000
_HINT = "A split is two files, train.csv and test.csv, with the columns file, digit, speaker, index."


@dataclass(frozen=True, slots=True)
class SplitRead:
    """The clips that the two files name, and what is wrong with them, as sentences."""

    train: list[SpokenClip]
    test: list[SpokenClip]
    troubles: tuple[LabError, ...]


def write_split(
    folder: Path, root: Path, train: Sequence[SpokenClip], test: Sequence[SpokenClip]
) -> tuple[Path, Path]:
    """Write both lists into `folder`, files relative to `root`; raises `LabError` when that cannot be done."""
    paths = folder / TRAIN_CSV, folder / TEST_CSV
    for path, clips in zip(paths, (train, test), strict=True):
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for clip in clips:
            writer.writerow([_within(clip.path, root), clip.digit, clip.speaker, clip.index])
        atomic.write_text(path, text.getvalue())
    return paths


def read_split(where: Path, listed: ClipList) -> SplitRead:
    """Read the split in `where` (the folder, or one of its two files) and check it against the set.

    Raises
    ------
    MissingError
        If one of the files is not there.
    LabError
        If a file is no such list.

    """
    folder = where if where.is_dir() else where.parent
    known = {_within(clip.path, listed.folder): clip for clip in listed.clips}
    names = Counter(clip.path.name for clip in listed.clips)
    by_name = {clip.path.name: clip for clip in listed.clips if names[clip.path.name] == 1}
    troubles: list[LabError] = []
    parts: list[list[SpokenClip]] = []
    for name in (TRAIN_CSV, TEST_CSV):
        found: dict[Path, SpokenClip] = {}
        missing, twice, other = [], [], []
        for row in _rows(folder / name):
            file = row["file"].strip().replace("\\", "/")
            clip = known.get(file) or by_name.get(file.rpartition("/")[2])
            if clip is None:
                missing.append(file)
                continue
            if clip.path in found:
                twice.append(file)
            if (row["digit"].strip(), row["speaker"].strip()) != (str(clip.digit), clip.speaker):
                other.append(file)
            found[clip.path] = clip
        parts.append(list(found.values()))
        troubles += _of_part(name, missing, twice, other)
    train, test = parts
    troubles += _of_both(train, test, listed)
    return SplitRead(train, test, tuple(troubles))


def _of_part(name: str, missing: list[str], twice: list[str], other: list[str]) -> list[LabError]:
    troubles = []
    if missing:
        troubles.append(
            LabError(
                "{name} names {count} files that are not in the set; the first is {first}.",
                hint="They are left out. Choose the set that the split was made of.",
                name=name,
                count=len(missing),
                first=missing[0],
            )
        )
    if twice:
        troubles.append(
            LabError(
                "{name} names {count} files twice; the first is {first}.",
                hint="Each counts once.",
                name=name,
                count=len(twice),
                first=twice[0],
            )
        )
    if other:
        troubles.append(
            LabError(
                "{name} gives {count} files another digit or speaker than their names; the first is {first}.",
                hint="The names count.",
                name=name,
                count=len(other),
                first=other[0],
            )
        )
    return troubles


def _of_both(train: list[SpokenClip], test: list[SpokenClip], listed: ClipList) -> list[LabError]:
    troubles = []
    both = sorted({clip.path for clip in train} & {clip.path for clip in test})
    if both:
        troubles.append(
            LabError(
                "{count} files are in both parts, so the test asks what was learnt by heart; the first is {first}.",
                hint="Take them out of one of the two lists.",
                count=len(both),
                first=_within(both[0], listed.folder),
            )
        )
    unused = len(listed.clips) - len({clip.path for clip in (*train, *test)})
    if unused:
        troubles.append(
            LabError("{count} clips of the set are in neither part.", hint="They are not used.", count=unused)
        )
    return troubles


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LabError("{path} is too large to be a list of clips.", hint=_HINT, path=path)
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text), restval=""))
    except FileNotFoundError as error:
        raise MissingError("There is no file {path}.", hint=_HINT, path=path) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabError("{path} cannot be read as a list of clips.", hint=_HINT, path=path) from error
    if not rows or not set(COLUMNS) <= set(rows[0]):
        raise LabError("{path} is no list of clips: it lacks rows or columns.", hint=_HINT, path=path)
    return rows


def _within(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
