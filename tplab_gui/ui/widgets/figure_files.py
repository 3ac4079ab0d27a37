"""The job that writes what is exported, file by file, so that the window lives on while figures are drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core import atomic

Piece = tuple[Path, Callable[[], bytes]]  # a file and what makes its contents, called in the job's thread


@dataclass(frozen=True, slots=True)
class FileSaved:
    """One file is on the disk."""

    path: Path
    done: int
    total: int


def write_files(pieces: Sequence[Piece]) -> Iterator[FileSaved]:
    """Write every file, each at once or not at all; yields after each. Raises `LabError` where one cannot be."""
    for done, (path, make) in enumerate(pieces, 1):
        atomic.write_bytes(path, make())
        yield FileSaved(path, done, len(pieces))
