"""Files that are either the old one or the new one, never half of each.

Write to a temporary file beside the target, fsync, then `os.replace`; on any error (a full disk above all) the
temporary file goes and the old one stays.
"""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tplab_gui.core.errors import LabError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path; when the block ends well, it becomes `path` in one step.

    Raises
    ------
    LabError
        If the disk is full or the folder cannot be written. The old file is untouched then.

    """
    path = Path(path)
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        _settle(temporary)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise explain(error, path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the contents of `path` by `data` in one step; raises `LabError` as `replacing` does."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Replace the contents of `path` by `text` (UTF-8) in one step; raises `LabError` as `replacing` does."""
    write_bytes(path, text.encode("utf-8"))


def explain(error: OSError, path: Path) -> LabError:
    """Turn an error of the file system into a sentence about `path`."""
    if error.errno in _NO_ROOM:
        return LabError(
            "The disk is full: {path} could not be saved. What was saved before is still there.",
            hint="Free some space, or choose another folder.",
            path=path,
        )
    if error.errno in _NOT_ALLOWED:
        return LabError(
            "The folder {folder} cannot be written to, so {name} was not saved.",
            hint="Choose a folder of your own.",
            folder=path.parent,
            name=path.name,
        )
    return LabError(
        "{path} could not be written ({reason}).",
        hint="Check the folder, or choose another one.",
        path=path,
        reason=error.strerror or str(error),
    )


def _settle(path: Path) -> None:
    """Ask the system to put the file on the disk before it takes its name; umask decides its mode."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
