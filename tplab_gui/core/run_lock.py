"""One program at a time writes a run: a lock on a file in its folder, given back by the system when that program dies.

So no stale lock is ever left by a crash or a power cut, and the file itself may stay. Where the file system knows no
locks, the run goes on without one: refusing to work would be worse.
"""

import contextlib
import errno
import logging
import sys
from pathlib import Path
from typing import IO

from tplab_gui.core.atomic import explain
from tplab_gui.core.errors import LabError

LOCK = ".lock"
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_log = logging.getLogger(__name__)

if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class RunLock:
    """The right to write the run in `folder`, held until `release` or the end of the process.

    Raises
    ------
    LabError
        If another program (or this one, a second time) holds it, or the folder cannot be written.

    """

    def __init__(self, folder: Path) -> None:
        self._stream: IO[bytes] | None = None
        try:
            stream = (folder / LOCK).open("ab")
        except OSError as error:
            raise explain(error, folder / LOCK) from error
        try:
            _lock(stream)
        except OSError as error:
            stream.close()
            if error.errno in _HELD:
                raise _refusal(folder) from error
            _log.warning("no lock on %s: %s", folder, error)
            return
        self._stream = stream

    def release(self) -> None:
        """Give the right back; a second time does nothing."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def __del__(self) -> None:
        self.release()


def refuse_if_held(folder: Path) -> None:
    """Raise `LabError` when another program writes the run in `folder` now; nothing is created."""
    if not (folder / LOCK).exists():
        return
    with contextlib.suppress(OSError), (folder / LOCK).open("ab") as stream:
        try:
            _lock(stream)
        except OSError as error:
            if error.errno in _HELD:
                raise _refusal(folder) from error


def _refusal(folder: Path) -> LabError:
    return LabError(
        "Another TP Lab, a window or a command, is training the run in {folder} now.",
        hint="Wait until it ends, or stop it there.",
        folder=folder,
    )
