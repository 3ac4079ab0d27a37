"""How long the clips of a set are, from their headers alone: a job, so that a list of 30,000 files fills in as it goes.

libsndfile reads a header in some 20 microseconds; what it cannot read is nan here and a sentence when it is opened.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile

from tplab_gui.core.events.common import Waiting
from tplab_gui.core.events.sets import LengthsRead, NamesChecked
from tplab_gui.data.spoken import list_set

PIECE_S = 0.1  # between two events, so that a stop is felt and the window is not flooded


def length_s(path: Path | str) -> float:
    """Return the length of a sound file in seconds as its header tells it; nan when there is none to read."""
    try:
        about = soundfile.info(str(path))
    except (soundfile.SoundFileError, OSError, RuntimeError, ValueError):
        return float("nan")
    return float(about.frames / about.samplerate) if about.samplerate else float("nan")


def read_lengths(source: str, paths: Sequence[Path]) -> Iterator[object]:
    """Yield `NamesChecked` for the set, then the lengths of `paths` in pieces of a tenth of a second.

    Raises `LabError` when the set is not there any more.
    """
    yield Waiting("data")
    listed = list_set(source)
    yield NamesChecked(source, listed.misnamed, listed.first_misnamed)
    first, piece, begin = 0, [], time.monotonic()
    for path in paths:
        piece.append(length_s(path))
        if time.monotonic() - begin > PIECE_S:
            yield LengthsRead(source, first, np.array(piece, np.float32))
            first, piece, begin = first + len(piece), [], time.monotonic()
    yield LengthsRead(source, first, np.array(piece, np.float32))
