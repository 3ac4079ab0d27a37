"""The jobs behind the Splits page: draw a split and describe it, write it down, read one back and check it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Waiting
from tplab_gui.core.events.sets import SplitMade, SplitWritten
from tplab_gui.data.balance import balance
from tplab_gui.data.split_files import read_split, write_split
from tplab_gui.data.splits import digit_counts, leak, speaker_counts, split
from tplab_gui.data.spoken import SpokenClip, list_set


def make_split(
    source: str, method: str, seed: int, speaker: str = "", write_to: str = ""
) -> Iterator[object]:
    """Draw a split of a set; yields `SplitMade`, and `SplitWritten` when there is a folder to write it to.

    Raises `LabError` when the set is not there, the split leaves nothing to learn or test, or it cannot be written.
    """
    yield Waiting("data")
    listed = list_set(source)
    train, test = split(listed.clips, method, seed, speaker)
    yield _described(source, method, seed, train, test)
    if write_to:
        write_split(Path(write_to), listed.folder, train, test)
        yield SplitWritten(write_to, len(train), len(test))


def open_split(source: str, where: str) -> Iterator[object]:
    """Read back the split in the folder or file `where`, of the clips of a set; yields `SplitMade`.

    Raises `LabError` when the files are no split, or name nothing of the set.
    """
    yield Waiting("data")
    listed = list_set(source)
    found = read_split(Path(where), listed)
    if not found.train and not found.test:
        raise LabError(
            "The split in {where} names no file of this set.",
            hint="Choose the set that the split was made of.",
            where=where,
        )
    yield _described(source, "file", 0, found.train, found.test, where, found.troubles)


def _described(
    source: str,
    method: str,
    seed: int,
    train: Sequence[SpokenClip],
    test: Sequence[SpokenClip],
    origin: str = "",
    troubles: tuple[LabError, ...] = (),
) -> SplitMade:
    counts = digit_counts(train, test)
    sentence, shared = leak(train, test)
    return SplitMade(
        source=source,
        method=method,
        seed=seed,
        digits=counts,
        speakers=speaker_counts(train, test),
        balance=balance(counts),
        leak=sentence,
        shared=shared,
        origin=origin,
        troubles=troubles,
    )
