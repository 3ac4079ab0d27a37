"""Pictures and sounds of the same digit, joined by label: what a fusion study learns from and is tested on.

No picture and no clip stands in two parts, whatever the split: both are divided first and paired afterwards. Each
picture meets `pairings` different clips, and the clips of a digit are used equally often. The idea is that of AV-MNIST
(Vielzeuf et al., "CentralNet: a Multilayer Approach for Multimodal Fusion", 2018, arXiv:1808.07275).
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.atomic import write_text
from tplab_gui.core.errors import LabError

PARTS = ("train", "validation", "test")
COLUMNS = ("part", "digit", "picture", "clip")
_MAX_BYTES = 64 * 2**20

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """Pair i is picture `pictures[i]` and clip `clips[i]`, both of digit `labels[i]`; int64 arrays (n,)."""

    pictures: Indices
    clips: Indices
    labels: Indices

    def __len__(self) -> int:
        return len(self.labels)


def pair_by_label(
    picture_labels: Indices,
    clip_labels: Indices,
    pictures: Indices,
    clips: Indices,
    *,
    pairings: int = 1,
    seed: int = 1,
) -> Pairs:
    """Join each of `pictures` with `pairings` of `clips` that say its digit; a picture nobody says is left out.

    Parameters
    ----------
    picture_labels, clip_labels : int array (P,), (C,)
        The digit of every picture and clip of the two sets.
    pictures, clips : int64 array
        Which of them may be used: the pictures and clips of one part.
    pairings : int
        How many different clips each picture meets; fewer where a digit has fewer.
    seed : int
        The same seed gives the same pairs.

    Returns
    -------
    Pairs
        Ordered by picture.

    """
    random = np.random.default_rng(seed)
    found_pictures, found_clips = [], []
    for digit in np.unique(picture_labels[pictures]):
        shown = pictures[picture_labels[pictures] == digit]
        said = clips[clip_labels[clips] == digit]
        if not len(said):
            continue
        count = min(pairings, len(said))
        # A row of shuffled clips again and again: equally often, and `count` neighbours in it are never the same
        # clip, because the row is repeated as it is.
        row = random.permutation(said)
        starts = random.permutation(len(shown)) * count
        places = (starts[:, None] + np.arange(count)[None]) % len(row)
        found_pictures.append(np.repeat(shown, count))
        found_clips.append(row[places].ravel())
    if not found_pictures:
        nothing = np.empty(0, np.int64)
        return Pairs(nothing, nothing, nothing)
    joined, heard = np.concatenate(found_pictures), np.concatenate(found_clips)
    order = np.argsort(joined, kind="stable")
    joined, heard = joined[order], heard[order]
    return Pairs(joined, heard, picture_labels[joined].astype(np.int64))


def hold_back(
    candidates: Indices, share: float, seed: int, groups: Sequence[str] = ()
) -> tuple[Indices, Indices]:
    """Divide `candidates` into what stays and what is held back, at least one each.

    With `groups` (a name for each candidate, such as its speaker) whole groups are held back, so that no voice
    stands on both sides; with fewer than three groups single candidates are.
    """
    random = np.random.default_rng(seed)
    names = sorted(set(groups))
    if len(names) >= 3:
        out = set(random.permutation(names)[: max(1, round(share * len(names)))].tolist())
        is_out = np.array([group in out for group in groups])
    else:
        is_out = np.zeros(len(candidates), bool)
        is_out[random.permutation(len(candidates))[: max(1, round(share * len(candidates)))]] = True
    return candidates[~is_out], candidates[is_out]


def write_pairs(path: Path, parts: Mapping[str, Pairs], clip_names: Sequence[str]) -> None:
    """Write the pairs of all parts as CSV: part, digit, number of the picture in its set, name of the clip."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for part, pairs in parts.items():
        for picture, clip, label in zip(pairs.pictures, pairs.clips, pairs.labels, strict=True):
            rows.writerow((part, int(label), int(picture), clip_names[clip]))
    write_text(path, out.getvalue())


def read_pairs(
    path: Path, picture_labels: Indices, clip_names: Sequence[str], clip_labels: Indices | None = None
) -> dict[str, Pairs]:
    """Read what `write_pairs` wrote, against the same two sets; with `clip_labels` what is said is checked too.

    Raises
    ------
    LabError
        If the file is no such table, names a picture or a clip that the sets do not have, gives a picture or a
        clip another digit than the set does, or has a picture or a clip in two parts.

    """
    numbers = {name: number for number, name in enumerate(clip_names)}
    found: dict[str, list[tuple[int, int, int]]] = {part: [] for part in PARTS}
    homes: dict[tuple[str, int], str] = {}
    for line, row in enumerate(_rows(path), start=2):
        try:
            part, digit, picture, clip = row[0], int(row[1]), int(row[2]), numbers[row[3]]
            fits = part in PARTS and 0 <= picture < len(picture_labels) and picture_labels[picture] == digit
            fits = fits and (clip_labels is None or clip_labels[clip] == digit)
        except (IndexError, KeyError, ValueError):
            fits = False
        if not fits:
            raise LabError(
                "Line {line} of {path} does not fit these pictures and sounds.",
                hint="Use the sets that the pairs were made from, or make the pairs again.",
                line=line,
                path=path,
            )
        for kind, number in (("picture", picture), ("clip", clip)):
            if homes.setdefault((kind, number), part) != part:
                raise LabError(
                    "Line {line} of {path} puts an example into {part} that is already in {other}: it would be learnt "
                    "and tested.",
                    hint="Make the pairs again; the lab never mixes the parts.",
                    line=line,
                    path=path,
                    part=part,
                    other=homes[kind, number],
                )
        found[part].append((picture, clip, digit))
    return {part: _pairs(rows) for part, rows in found.items()}


def _pairs(rows: list[tuple[int, int, int]]) -> Pairs:
    columns = np.array(rows, np.int64).reshape(-1, 3)
    return Pairs(columns[:, 0], columns[:, 1], columns[:, 2])


def _rows(path: Path) -> list[list[str]]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("too large")
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        if not rows or tuple(rows[0]) != COLUMNS:
            raise ValueError("other columns")
    except (OSError, ValueError, csv.Error) as error:
        raise LabError(
            "{path} is no table of pairs: its first line must name {columns}.",
            hint="Choose a file that the fusion study saved.",
            path=path,
            columns=", ".join(COLUMNS),
        ) from error
    return rows[1:]
