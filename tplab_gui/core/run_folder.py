"""What the user does to a run on disk: name it, throw it away, take it back, repeat it. Only the standard library.

A name, and a look for its curves, are kept by `run_note`. A deleted run is moved into `.trash` beside the runs, where
it stays for a week; `empty_trash`, called when the lab starts, then deletes it for good.
"""

import csv
import json
import math
import os
import shlex
import shutil
import time
from pathlib import Path
from typing import Any

from tplab_gui.core import atomic, run_lock, run_note
from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find

TRASH = ".trash"
KEPT_S = 7 * 24 * 3600.0
LONGEST_NAME = 80
_OPTIONS = ("setup", "data", "epochs", "seed", "lr", "batch_size", "limit", "device")


def name_of(folder: Path) -> str:
    """Return the name the user gave to a run; '' when there is none, or when it cannot be read."""
    return run_note.noted(folder, "name")[:LONGEST_NAME]


def rename(folder: Path, name: str) -> str:
    """Keep a name for a run, atomically ('' takes it away); return it as kept. Raises `LabError` on a full disk."""
    name = " ".join(name.split())[:LONGEST_NAME]
    _note(folder, name=name)
    return name


def look_of(folder: Path) -> str:
    """Return the name of the look the user gave to the curves of a run; '' when there is none."""
    return run_note.noted(folder, "look")


def set_look(folder: Path, look: str) -> None:
    """Keep the name of a look for the curves of a run; raises as `rename`."""
    _note(folder, look=look)


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

    A learning rate that was changed while the run went on is such a choice. Raises `LabError` when the run cannot be
    read.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        params, threads = dict(config["params"]), config["threads"]
        words = ["tplab", "train", "--experiment", config["experiment"]]
        params["epochs"] = max(int(params["epochs"]), len(_epochs(folder)))  # it may have gone on
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
    words += ["--no-shuffle"] if params.get("shuffle") is False else []
    words += ["--threads", str(threads), "--out", str(folder.parent)]
    return " ".join(shlex.quote(word) for word in words), _changed_rates(folder, params)


def _epochs(folder: Path) -> list[dict[str, str]]:
    """Return the rows of `metrics.csv`; none before the first epoch ends."""
    metrics = folder / "metrics.csv"
    return list(csv.DictReader(metrics.read_text(encoding="utf-8").splitlines())) if metrics.exists() else []


def _changed_rates(folder: Path, params: dict[str, Any]) -> tuple[str, ...]:
    """Return the epochs that ended with another learning rate than planned: it was changed while the run went on."""
    try:
        lr, gamma = float(params["lr"]), float(params.get("gamma", 1.0))
        rates = {int(row["epoch"]): float(row["lr"]) for row in _epochs(folder)}
    except (KeyError, ValueError):
        return ()
    changed = [n for n, rate in rates.items() if not math.isclose(rate, lr * gamma ** (n - 1), rel_tol=1e-9)]
    return (f"lr {rates[changed[0]]:g} (epoch {changed[0]})",) if changed else ()


def _note(folder: Path, **values: str) -> None:
    if not folder.is_dir():  # else the atomic write would make an empty folder of that name
        raise gone(folder)
    run_note.keep(folder, **values)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def gone(folder: Path) -> LabError:
    """Return the sentence for a run whose folder is missing."""
    return LabError(
        "The folder of the run is not there any more: {folder}.",
        hint="It was moved or deleted by another program.",
        folder=folder,
    )
