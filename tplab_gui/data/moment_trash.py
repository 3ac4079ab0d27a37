"""What was deleted of a session: a folder for each deletion in its `.trash`, for a week, or until it goes for good."""

import contextlib
import shutil
import time
from pathlib import Path

from tplab_gui.core.errors import LabError

TRASH = ".trash"
KEPT_S = 7 * 24 * 3600.0


def empty_trash(folder: Path, kept_s: float) -> None:
    """Delete for good what has been in a session's trash for longer than `kept_s` seconds.

    Raises `LabError` when something is left that should be gone: nobody may believe a voice deleted that is not.
    """
    for bin_ in bins(folder):
        if time.time() - int(bin_.name) / 1e9 > kept_s:
            try:
                shutil.rmtree(bin_)
            except OSError as error:
                raise LabError(
                    "Deleted moments are still in {folder}: they could not be removed for good.",
                    hint="Close programs that use them, or delete that folder yourself.",
                    folder=bin_,
                ) from error
    with contextlib.suppress(OSError):  # not empty yet, or not there
        (folder / TRASH).rmdir()


def bins(folder: Path) -> list[Path]:
    """Return the folders of a session's deletions, the last one last; a link is not followed."""
    trash = folder / TRASH
    if not trash.is_dir() or trash.is_symlink():
        return []
    found = [each for each in trash.iterdir() if each.name.isdecimal() and not each.is_symlink()]
    return sorted(found, key=lambda each: int(each.name))
