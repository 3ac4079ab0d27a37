"""What the user does to a run on disk: name it, throw it away, take it back, repeat it. Only the standard library.

A name is kept in `note.json` in the run folder. A deleted run is moved into `.trash` beside the runs, where it stays
for a week; `empty_trash`, called when the lab starts, then deletes it for good.
"""

import json
import os
import shlex
import shutil
import time
from pathlib import Path

from tplab_gui.core import atomic, run_lock
from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find

NOTE, TRASH = "note.json", ".trash"
KEPT_S = 7 * 24 * 3600.0
LONGEST_NAME = 80
_OPTIONS = ("setup", "data", "epochs", "seed", "lr", "batch_size", "limit", "device")


def name_of(folder: Path) -> str:
    """Return the name the user gave to a run; '' when there is none, or when it cannot be read."""
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    name = note.get("name") if isinstance(note, dict) else None
    return name[:LONGEST_NAME] if isinstance(name, str) else ""


def rename(folder: Path, name: str) -> str:
    """Keep a name for a run, atomically ('' takes it away); return it as kept. Raises `LabError` on a full disk."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not folder.is_dir():  # else the atomic write would make an empty folder of that name
        raise gone(folder)
    atomic.write_text(folder / NOTE, json.dumps({"name": name}) + "\n")
    return name


def discard(folder: Path) -> Path:
    """Move a run into the trash beside it; return where it is then.

    Raises `LabError` when it cannot be moved, or when another program is training it.
    """
    if not folder.is_dir():
        raise gone(folder)
    run_lock.refuse_if_held(folder)
    trash = folder.parent / TRASH
    target = trash / folder.name
    number = 2
    while target.exists():
        target, number = trash / f"{folder.name}~{number}", number + 1
    try:
        trash.mkdir(exist_ok=True)
        folder.rename(target)
        os.utime(target)  # the week counts from now
    except OSError as error:
        raise atomic.explain(error, folder) from error
    return target


def restore(trashed: Path, folder: Path) -> None:
    """Move a run out of the trash to where it was. Raises `LabError` when that cannot be done."""
    if folder.exists():
        raise LabError(
            "The run cannot be brought back: there is another one at {folder}.",
            hint="It is still in {trash}.",
            folder=folder,
            trash=trashed,
        )
    if not trashed.is_dir():
        raise gone(trashed)
    try:
        trashed.rename(folder)
    except OSError as error:
        raise atomic.explain(error, folder) from error


def empty_trash(root: Path, kept_s: float = KEPT_S) -> int:
    """Delete for good what has been in the trash for longer than `kept_s` seconds; return how many runs went."""
    count = 0
    oldest = time.time() - kept_s
    trash = root / TRASH
    for folder in sorted(trash.iterdir()) if trash.is_dir() else ():
        if folder.is_dir() and not folder.is_symlink() and folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
            count += not folder.exists()
    return count


def command(folder: Path) -> tuple[str, tuple[str, ...]]:
    """Return the `tplab train` line that repeats the run in `folder`, and the choices that it cannot make.

    Raises `LabError` when the run cannot be read.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        params, threads = dict(config["params"]), config["threads"]
        words = ["tplab", "train", "--experiment", config["experiment"]]
        for name in _OPTIONS:
            words += [_option(name), str(params[name])]
        experiment = find(config["experiment"])
        own = [each.name for each in experiment.parameters if each.name not in (*_OPTIONS, "threads")]
        for name in own:
            if name != "shuffle" and params.get(name, experiment.default(name)) != experiment.default(name):
                words += [_option(name), str(params[name])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LabError(
            "The command of the run in {folder} cannot be told: its config.json cannot be read.",
            hint="Restore the folder from a copy.",
            folder=folder,
        ) from error
    words += ["--threads", str(threads), "--out", str(folder.parent)]
    beyond = ("shuffle False",) if params.get("shuffle") is False else ()
    return " ".join(shlex.quote(word) for word in words), beyond


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def gone(folder: Path) -> LabError:
    """Return the sentence for a run whose folder is missing."""
    return LabError(
        "The folder of the run is not there any more: {folder}.",
        hint="It was moved or deleted by another program.",
        folder=folder,
    )
