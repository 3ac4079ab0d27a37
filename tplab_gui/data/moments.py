"""The session list: moments kept on the disk as they happen, labelled, deleted, taken back, copied, exported.

A session is a folder `moments/<when>` under the user's data, made when the first moment is kept. Every change is one
file replaced or moved in one step, so a program that is killed loses no more than what was not told yet (a second).
What is deleted lies in the session's `.trash`, a folder for each deletion, for a week or until it is deleted for good.
Nothing of it ever leaves the machine.
"""

import contextlib
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick
from tplab_gui.core.events.moments import (
    DeleteMoments,
    DigitMoment,
    EmptyMomentsTrash,
    ExportMoments,
    KeepMoment,
    LabelMoments,
    MomentsListed,
    MomentsWritten,
    OpenSession,
    SaveSession,
    SessionsFound,
    TakeBackMoments,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.core.paths import user_data_dir
from tplab_gui.data.moment_export import export
from tplab_gui.data.moment_files import ids_in, read_moment, write_moment
from tplab_gui.data.moment_trash import KEPT_S, TRASH, bins, empty_trash

MAX_MOMENTS = 1000
MOST_PROBLEMS = 20


def moments_dir() -> Path:
    """Return the folder that holds the user's sessions (not created)."""
    return user_data_dir() / "moments"


def moments(requests: Mailbox[object]) -> Iterator[object]:
    """Keep a session until closed: answers the requests of `core.events.moments`, each followed by a new list.

    What cannot be done is a `Notice`, and the next is served.
    """
    wake = threading.Event()
    requests.wake_with(wake)
    session = Session()
    try:
        for folder in _session_folders():
            empty_trash(folder, KEPT_S)
    except LabError as error:
        yield Notice(error, "warning", "moments")
    yield SessionsFound(tuple(sessions()))
    yield session.listed()
    waiting: deque[object] = deque()
    try:
        while True:
            wake.clear()
            waiting.extend(requests.take_all())
            while waiting:
                try:
                    yield from session.answer(waiting.popleft())
                except LabError as error:
                    yield Notice(error, "error", "moments")
                yield session.listed()
            if not wake.wait(0.1):
                yield Tick()
    finally:  # the window closes: what was drawn last is kept all the same
        for request in (*waiting, *requests.take_all()):
            if isinstance(request, KeepMoment):
                with contextlib.suppress(LabError):
                    session.keep(request.moment)


def sessions() -> list[tuple[Path, int]]:
    """Return the user's sessions with how many moments each holds, the newest first; empty ones are left out."""
    counted = [(folder, len(ids_in(folder))) for folder in _session_folders()]
    return sorted((each for each in counted if each[1]), key=lambda each: each[0].name, reverse=True)


class Session:
    """The moments of one session, in memory and on the disk. `folder` is None until there is one to keep."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.moments: dict[str, DigitMoment] = {}
        self._gone: set[str] = (
            set()
        )  # deleted by the user: what the listening job still tells of them is no news
        self._problems: tuple[LabError, ...] = ()

    def listed(self) -> MomentsListed:
        """Return the session as it stands."""
        bins = self._bins()
        deleted = len(ids_in(bins[-1])) if bins else 0
        found = tuple(self.moments[name] for name in sorted(self.moments))
        return MomentsListed(self.folder, found, deleted, self._problems)

    def answer(self, request: object) -> Iterator[object]:
        """Do what is asked; raises `LabError` when it cannot be done."""
        match request:
            case KeepMoment():
                self.keep(request.moment)
            case LabelMoments():
                self.label(request.ids, request.label)
            case DeleteMoments():
                self.delete(request.ids, for_good=request.for_good)
            case TakeBackMoments():
                self.take_back()
            case EmptyMomentsTrash():
                self.empty_trash()
            case OpenSession():
                self.open(request.folder)
                yield SessionsFound(tuple(sessions()))
            case ExportMoments(folder=folder):
                yield self._written("data set", folder, lambda target: export(self.listed().moments, target))
            case SaveSession(folder=folder):
                yield self._written("session", folder, self._copy)
            case _:
                raise TypeError(f"{request!r} is not a request")

    def keep(self, moment: DigitMoment) -> None:
        """Write a moment, new or changed; the label that the user gave stays."""
        if moment.id in self._gone:
            return
        if moment.id not in self.moments and len(self.moments) >= MAX_MOMENTS:
            raise LabError(
                "This session holds {count} moments and takes no more, so the last one was not kept.",
                hint="Begin a new session on the page Moments.",
                count=MAX_MOMENTS,
            )
        if self.folder is None:
            self.folder = _new_folder(moments_dir(), datetime.now().astimezone().strftime("%Y%m%d-%H%M%S"))
        before = self.moments.get(moment.id)
        if before is not None and before.label is not None:
            moment = replace(moment, label=before.label)
        write_moment(self.folder, moment)
        self.moments[moment.id] = moment

    def label(self, ids: tuple[str, ...], label: int | None) -> None:
        """Say what moments truly were."""
        for name in ids:
            if name in self.moments and self.folder is not None:
                moment = replace(self.moments[name], label=label)
                write_moment(self.folder, moment)
                self.moments[name] = moment

    def delete(self, ids: tuple[str, ...], *, for_good: bool = False) -> None:
        """Move moments into the trash, together; `for_good` removes them."""
        if self.folder is None:
            return
        bin_ = self.folder / TRASH / f"{time.time_ns()}"
        for name in ids:
            if self.moments.pop(name, None) is None:
                continue
            if not for_good:
                self._gone.add(name)
                _make(bin_)
            # The text first: without it the sounds are nobody's, with it they would be missed.
            for path in [self.folder / f"{name}.json", *sorted(self.folder.glob(f"{name}-*.wav"))]:
                try:
                    if for_good:
                        path.unlink(missing_ok=True)
                    else:
                        path.rename(bin_ / path.name)
                except FileNotFoundError:
                    continue
                except OSError as error:
                    raise atomic.explain(error, path) from error

    def take_back(self) -> None:
        """Bring back what was deleted last; nothing happens where nothing was."""
        bins = self._bins()
        if not bins or self.folder is None:
            return
        names = ids_in(bins[-1])
        for path in sorted(bins[-1].iterdir(), key=lambda each: each.suffix == ".json"):  # the sounds first
            try:
                path.rename(self.folder / path.name)
            except OSError as error:
                raise atomic.explain(error, self.folder / path.name) from error
        shutil.rmtree(bins[-1], ignore_errors=True)
        for name in names:
            self._gone.discard(name)
            self.moments[name] = read_moment(self.folder / f"{name}.json")

    def empty_trash(self) -> None:
        """Delete for good what lies in the trash; a session of which nothing is left goes too."""
        if self.folder is None:
            return
        empty_trash(self.folder, -1.0)
        if not self.moments:
            with contextlib.suppress(OSError):  # something of the user's own is in it
                self.folder.rmdir()
                self.folder = None

    def open(self, folder: Path | None) -> None:
        """Go on with the session in `folder`, or with a new one (None).

        Files that are no moments are left alone; those that cannot be read are told in `listed`.

        Raises
        ------
        LabError
            If it is no folder, or holds no moment that can be read.

        """
        found: dict[str, DigitMoment] = {}
        problems: list[LabError] = []
        if folder is not None:
            names = ids_in(folder)
            for name in names[:MAX_MOMENTS]:
                try:
                    found[name] = read_moment(folder / f"{name}.json")
                except LabError as error:
                    problems.append(error)
            if not found:
                raise (
                    problems[0]
                    if problems
                    else LabError(
                        "{folder} holds no moments that TP Lab has kept.",
                        hint="Choose the folder of a session: it holds a .json file for every moment.",
                        folder=folder.name,
                    )
                )
        # The moment under way belongs to the session in which it began, whatever is told of it from now on.
        self._gone = set(self.moments) - set(found)
        self.folder, self.moments = folder, found
        self._problems = tuple(problems[:MOST_PROBLEMS])

    def _written(self, kind: str, folder: Path, write: Callable[[Path], None]) -> MomentsWritten:
        if not self.moments:
            raise LabError("There is no moment yet to write.", hint="Draw a digit or say one first.")
        name = "tplab-moments" if kind == "data set" else "tplab-session"
        target = _new_folder(folder, f"{name}-{self.folder.name if self.folder else ''}")
        write(target)
        return MomentsWritten(kind, target, len(self.moments))

    def _copy(self, target: Path) -> None:
        for moment in self.moments.values():
            write_moment(target, moment)

    def _bins(self) -> list[Path]:
        """Return the folders of the deletions, the last one last."""
        return [] if self.folder is None else [each for each in bins(self.folder) if ids_in(each)]


def _session_folders() -> list[Path]:
    root = moments_dir()
    return [each for each in root.iterdir() if each.is_dir()] if root.is_dir() else []


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise atomic.explain(error, folder) from error


def _new_folder(parent: Path, name: str) -> Path:
    """Make a folder that was not there; a name that is taken gets a number."""
    _make(parent)
    for number in range(1, 10_000):
        folder = parent / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            raise atomic.explain(error, folder) from error
        return folder
    raise LabError("No new folder could be made in {folder}.", hint="Choose another one.", folder=parent)
