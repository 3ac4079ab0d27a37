"""The runs kept in a folder, told one by one: what the list of the window shows at start."""

import math
from collections.abc import Iterator, Sequence
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

    A run that cannot be read is left out; what is wrong with it is in the notice and the log.
    """
    run_folder.empty_trash(Path(root))
    kept, problems = runs.list_runs(Path(root))
    for run in kept:
        yield found(run)
    if len(problems) == 1:
        yield Notice(problems[0], "warning", "shelf")
    elif problems:
        error = LabError(
            "{n} runs in {folder} are damaged and were left out.",
            hint="The log says which and why.",
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
