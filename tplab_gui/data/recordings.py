"""The user's own recordings on disk: kept, deleted, taken back. Nothing of them ever leaves the machine.

They lie in `recordings/en` and `recordings/fr`, named as those of FSDD and at its 8 kHz: it is the rate at which the
network hears, so what is kept is what was heard, a set mixed with FSDD has one rate, and no more of a voice is stored
than is needed. What is deleted goes into `recordings/.trash`, a folder for each deletion, and from there after a week.
"""

import contextlib
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick
from tplab_gui.core.events.recording import (
    ClipsDeleted,
    DeleteAll,
    DeleteClips,
    EmptyTrash,
    KeepTake,
    RecordingsListed,
    TakeBack,
    TakeKept,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.core.speakers import checked_name
from tplab_gui.data.sounds import resample, write_wav
from tplab_gui.data.spoken import LANGUAGES, SpokenClip, list_clips, parse_name, recordings_dir

RATE_HZ = 8000
TRASH = ".trash"
KEPT_S = 7 * 24 * 3600.0


def recordings(requests: Mailbox[object]) -> Iterator[object]:
    """List the recordings, then answer `KeepTake`, `DeleteClips`, `DeleteAll`, `TakeBack`, `EmptyTrash` until closed.

    Every change is followed by a new `RecordingsListed`. What cannot be done is a `Notice`, and the next is served.
    """
    wake = threading.Event()
    requests.wake_with(wake)
    try:
        empty_trash(KEPT_S)
    except LabError as error:
        yield Notice(error, "warning", "recordings")
    yield RecordingsListed(tuple(kept_clips()))
    while True:
        wake.clear()
        for request in requests.take_all():
            try:
                yield _answer(request)
            except LabError as error:
                yield Notice(error, "error", "recordings")
            yield RecordingsListed(tuple(kept_clips()))
        if not wake.wait(0.1):
            yield Tick()


def _answer(request: object) -> object:
    match request:
        case KeepTake():
            return TakeKept(request.digit, keep(request))
        case DeleteClips(paths=paths):
            return ClipsDeleted(discard(paths))
        case DeleteAll():
            return ClipsDeleted(discard(clip.path for clip in kept_clips()))
        case TakeBack():
            take_back()
            return ClipsDeleted(0)
        case EmptyTrash():
            empty_trash(-1.0)
            return ClipsDeleted(0)
    raise TypeError(f"{request!r} is not a request")


def kept_clips() -> list[SpokenClip]:
    """Return all recordings of the user; none when there is no folder yet."""
    try:
        return list_clips("recordings")
    except LabError:
        return []


def keep(take: KeepTake) -> Path:
    """Store a take under the next free index of its digit and speaker, in one step; return where.

    Raises
    ------
    LabError
        If the name cannot be one of a speaker, the disk is full, or the folder cannot be written.

    """
    folder = recordings_dir() / take.language
    speaker = checked_name(take.speaker)
    path = folder / f"{take.digit}_{speaker}_{next_index(folder, take.digit, speaker)}.wav"
    write_wav(path, resample(take.samples, take.rate_hz, RATE_HZ), RATE_HZ)
    return path


def next_index(folder: Path, digit: int, speaker: str) -> int:
    """Return the index after the last one of this digit and speaker.

    Names are compared without regard to case: some file systems see none.
    """
    names = (parse_name(each.name) for each in folder.iterdir()) if folder.is_dir() else ()
    wanted = digit, speaker.casefold()
    return 1 + max(
        (each[2] for each in names if each is not None and (each[0], each[1].casefold()) == wanted),
        default=-1,
    )


def discard(paths: Iterable[Path]) -> int:
    """Move recordings into the trash, together; return how many. Raises `LabError` when one cannot be moved."""
    root = recordings_dir()
    bin_ = root / TRASH / f"{time.time_ns()}"
    count = 0
    for path in paths:
        target = bin_ / path.relative_to(root)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
        except FileNotFoundError:
            continue  # somebody else deleted it: that is what was wanted
        except OSError as error:
            raise atomic.explain(error, path) from error
        count += 1
    for language in LANGUAGES:
        with contextlib.suppress(OSError):  # an empty folder would still be listed as a set
            (root / language).rmdir()
    return count


def take_back() -> int:
    """Bring back what the last deletion moved into the trash; return how many recordings came.

    A recording whose name was given again meanwhile gets the next free index.
    """
    root = recordings_dir()
    bins = _bins(root)
    if not bins:
        return 0
    count = 0
    for path in sorted(each for each in bins[-1].rglob("*") if each.is_file()):
        target = root / path.relative_to(bins[-1])
        parsed = parse_name(path.name)
        if target.exists() and parsed is not None:
            digit, speaker, _ = parsed
            target = target.with_name(
                f"{digit}_{speaker}_{next_index(target.parent, digit, speaker)}{target.suffix}"
            )
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
        except OSError as error:
            raise atomic.explain(error, target) from error
        count += 1
    shutil.rmtree(bins[-1], ignore_errors=True)
    return count


def empty_trash(kept_s: float) -> int:
    """Delete for good what has been in the trash for longer than `kept_s` seconds; return how many deletions went.

    Raises `LabError` when something is left that should be gone: nobody may believe a voice deleted that is not.
    """
    count = 0
    for bin_ in _bins(recordings_dir()):
        if time.time() - int(bin_.name) / 1e9 > kept_s:
            try:
                shutil.rmtree(bin_)
            except OSError as error:
                raise LabError(
                    "Deleted recordings are still in {folder}: they could not be removed for good.",
                    hint="Close programs that use them, or delete that folder yourself.",
                    folder=bin_,
                ) from error
            count += 1
    return count


def _bins(root: Path) -> list[Path]:
    """Return the folders of the deletions, the last one last."""
    trash = root / TRASH
    found = [each for each in trash.iterdir() if each.name.isdecimal()] if trash.is_dir() else []
    return sorted(found, key=lambda each: int(each.name))
