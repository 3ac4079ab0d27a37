"""The IDX format of MNIST: two zero bytes, a type, the number of axes, their sizes (big-endian), then the values.

Y. LeCun, "The MNIST database of handwritten digits", section "File formats"; only the type 0x08 (unsigned bytes),
which all sets of digits use, is read. The header is checked against what follows before anything is believed.
"""

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError, MissingError

MAX_BYTES = 1 << 30
_UNSIGNED_BYTE = 0x08
_HINT = "Copy or download the file again."


def read_idx(path: Path | str, axes: int, max_bytes: int = MAX_BYTES) -> NDArray[np.uint8]:
    """Read an IDX file of unsigned bytes, gzipped or not (the content decides, not the name).

    Parameters
    ----------
    axes : int
        How many axes it must have: 1 for labels (N,), 3 for images (N, H, W).
    max_bytes : int
        The most the values may take in memory.

    Raises
    ------
    MissingError
        If there is no such file.
    LabError
        If it is no IDX file, has other axes or another type, is too large, too short or too long.

    """
    path = Path(path)
    if not path.is_file():
        raise MissingError("There is no file {path}.", hint="Check its name and its folder.", path=path)
    try:
        with path.open("rb") as stream:
            is_zipped = stream.read(2) == b"\x1f\x8b"
        with gzip.open(path, "rb") if is_zipped else path.open("rb") as stream:
            return parse_idx(stream, path.name, axes, max_bytes)
    except (OSError, EOFError, zlib.error) as error:
        raise LabError(
            "{name} is damaged: it cannot be unpacked to its end.", hint=_HINT, name=path.name
        ) from error


def parse_idx(stream: object, name: str, axes: int, max_bytes: int = MAX_BYTES) -> NDArray[np.uint8]:
    """Read IDX from a binary stream; `name` is for the sentences. See `read_idx`."""
    read = stream.read  # type: ignore[attr-defined]
    head = read(4)
    if len(head) < 4 or head[:2] != b"\0\0":
        raise LabError("{name} is not an IDX file, the format of MNIST.", hint=_HINT, name=name)
    if head[2] != _UNSIGNED_BYTE or head[3] != axes:
        raise LabError(
            "{name} is an IDX file, but not one of unsigned bytes with {axes} axes.",
            hint="Images need three axes and labels need one.",
            name=name,
            axes=axes,
        )
    sizes = read(4 * axes)
    if len(sizes) < 4 * axes:
        raise LabError("{name} ends in the middle of its header.", hint=_HINT, name=name)
    shape = struct.unpack(f">{axes}I", sizes)
    total = math.prod(shape)
    if total > max_bytes:
        raise LabError(
            "{name} claims {total} values, more than the lab loads ({limit}).",
            hint="Use a smaller set.",
            name=name,
            total=total,
            limit=max_bytes,
        )
    values = read(total + 1)
    if len(values) != total:
        raise LabError(
            "{name} holds more values than its header says ({total})."
            if len(values) > total
            else "{name} holds fewer values than its header says ({total}).",
            hint=_HINT,
            name=name,
            total=total,
        )
    return np.frombuffer(values, dtype=np.uint8).reshape(shape)
