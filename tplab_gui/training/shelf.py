"""The runs kept in a folder, told one by one: what the list of the window shows at start."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.runs import RunFound, StepsRead
from tplab_gui.core.events.training import LrChanged
from tplab_gui.training import runs


def shelf(root: str | Path) -> Iterator[object]:
    """Empty the old trash, then yield a `RunFound` a run, oldest first, and a `Notice` if any is bad.

    The runs that cannot be read come last, each with its problem.
    """
    run_folder.empty_trash(Path(root))
    kept, problems = runs.list_runs(Path(root))
    for run in kept:
        try:
            told = found(run)
        except (ValueError, KeyError, TypeError, AttributeError) as reason:  # an edited config.json
            problems.append(_odd(run.folder, reason))
        else:
            yield told
    for problem in problems:
        yield unreadable(problem)
    if len(problems) == 1:
        yield Notice(problems[0], "warning", "shelf")
    elif problems:
        error = LabError(
            "{n} runs in {folder} cannot be read.",
            hint="The list of runs marks them; choose one to see why.",
            n=len(problems),
            folder=root,
        )
        yield Notice(error, "warning", "shelf")


def found(run: runs.Run) -> RunFound:
    """Return what the window wants to know about a run."""
    params, data = run.config["params"], run.config.get("data", {})
    return RunFound(
        run_dir=str(run.folder),
        name=run_folder.name_of(run.folder),
        experiment=str(run.config.get("experiment", "")),
        setup=str(run.config["setup"]),
        data=str(data.get("name", params.get("data", ""))),
        seed=int(run.config["seed"]),
        epochs=int(params.get("epochs", len(run.epochs))),
        lr=float(params.get("lr", math.nan)),
        batches_per_epoch=_batches_per_epoch(run, data, params),
        state=run.state,
        curve=run.epochs,
        look=run_folder.look_of(run.folder),
    )


def unreadable(problem: LabError) -> RunFound:
    """Return what is known of the run that `problem` speaks of: its parameters if they can be read, else its folder."""
    folder = Path(str(problem.values["folder"]))
    state = "newer" if "format" in problem.values else "damaged"
    try:
        return replace(found(runs.read_run(folder, is_whole=False)), state=state, problem=problem)
    except (LabError, ValueError, KeyError, TypeError, AttributeError):
        name = run_folder.name_of(folder) or folder.name
        return RunFound(str(folder), name, "", "", "–", 0, 0, math.nan, 1, state, (), problem=problem)


def _odd(folder: Path, error: Exception) -> LabError:
    return LabError(
        "The run in {folder} is damaged and cannot be read ({reason}).",
        hint="Restore the folder from a copy, or delete it.",
        folder=folder,
        reason=f"{type(error).__name__}: {error}",
    )


def steps(run_dirs: Sequence[str | Path]) -> Iterator[StepsRead]:
    """Yield what each step of these runs said, as far as it was written; a run that cannot be read has none."""
    for run_dir in run_dirs:
        folder = Path(run_dir)
        events = runs.read_events(folder / runs.EVENTS)
        lines = [line for line in events if line["event"] == "batches"]
        position, loss, accuracy = [np.empty(0)], [np.empty(0)], [np.empty(0)]
        for line in lines:
            count = len(line["loss"])
            position.append(line["epoch"] - 1 + np.arange(1, count + 1) / max(count, 1))
            loss.append(np.asarray(line["loss"], float))
            accuracy.append(np.asarray(line["accuracy"], float))
        changes = tuple(
            LrChanged(line["step"], line["epoch"], line["before"], line["after"])
            for line in events
            if line["event"] == "lr_changed"
        )
        yield StepsRead(
            str(run_dir), np.concatenate(position), np.concatenate(loss), np.concatenate(accuracy), changes
        )


def _batches_per_epoch(run: runs.Run, data: dict[str, Any], params: dict[str, Any]) -> int:
    if run.epochs:
        return max(1, run.epochs[-1].step // run.epochs[-1].epoch)
    return max(1, -(-int(data.get("train_size", 1)) // max(1, int(params.get("batch_size", 1)))))
