"""The pairs of a fusion study as a table: written for others to check or repeat, and read back."""

from dataclasses import replace
from pathlib import Path

from tplab_gui.core.events.fusion_study import PairsWritten
from tplab_gui.core.params import TrainParams
from tplab_gui.data.pairs import write_pairs
from tplab_gui.training.paired import divide, names_of, pairs_path


def write(params: TrainParams, where: str) -> PairsWritten:
    """Draw the pairs of a study and write them to a path, or as `pairs.csv` into a folder.

    Raises `LabError` when a set is missing or the file cannot be written.
    """
    study = divide(params)
    path = pairs_path(where)
    write_pairs(path, study.parts, names_of(study.clips))
    return PairsWritten(str(path), {part: len(pairs) for part, pairs in study.parts.items()})


def read(params: TrainParams, where: str) -> PairsWritten:
    """Read a table of pairs back against the sets of `params`; raises `LabError` when it does not fit them."""
    path: Path = pairs_path(where)
    study = divide(replace(params, pairs_file=str(path)))
    counts = {part: len(pairs) for part, pairs in study.parts.items()}
    return PairsWritten(str(path), counts, was_read=True)
