"""Runs found on disk: what is in a run directory, and how to read one back.

`DIR/<experiment>-<setup>-<seed>-<timestamp>/` holds:

- `config.json`: everything needed to repeat the run: parameters, data and its hash, versions, device
- `metrics.csv`: one row per epoch
- `events.jsonl`: what happened, batch by batch and epoch by epoch
- `last.safetensors`: the weights after the last whole epoch; `best.safetensors`: those at the lowest test loss
- `state/`: what a resume needs (`checkpoint.py`)
"""

import csv
import io
import json
import logging
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.params import TrainParams
from tplab_gui.data.class_folders import DIGITS

FORMAT = 1
CONFIG, METRICS, EVENTS = "config.json", "metrics.csv", "events.jsonl"
LAST, BEST, STATE = "last.safetensors", "best.safetensors", "state/checkpoint.safetensors"
_log = logging.getLogger(__name__)
_TAIL_BYTES = 4096  # an end takes 200
_INTEGERS = ("epoch", "step")
COLUMNS = tuple(f.name for f in fields(EpochEnd) if f.name not in {"setup", "is_best"})


@dataclass(frozen=True)
class Run:
    """A run read back.

    `state` is 'finished', 'early' (the test loss fell no more), 'stopped', 'diverged', 'failed' or 'interrupted' (no
    end was written).
    """

    folder: Path
    config: dict[str, Any]
    epochs: tuple[EpochEnd, ...]
    state: str

    @property
    def best(self) -> EpochEnd | None:
        """Return the epoch with the lowest test loss; None before the first one ends."""
        return min(self.epochs, key=lambda e: e.test_loss, default=None)

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the names of what the network tells apart: the ten digits, unless the data said otherwise."""
        return tuple(self.config.get("data", {}).get("classes", DIGITS))

    def params(self) -> TrainParams:
        """Return the parameters with which the run was started, to continue or repeat it."""
        known = {f.name for f in fields(TrainParams)}
        kept = {key: value for key, value in self.config["params"].items() if key in known}
        return TrainParams(run_root=str(self.folder.parent), **kept)


def as_csv(epochs: list[EpochEnd]) -> str:
    """Return the table of `metrics.csv`; the numbers are written so that reading gives them back exactly."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(each, name) for name in COLUMNS] for each in epochs)
    return text.getvalue()


def from_csv(text: str, setup: str) -> list[EpochEnd]:
    """Return the epochs of a `metrics.csv`; raises `ValueError` or `KeyError` when it is not one."""
    epochs: list[EpochEnd] = []
    best = float("inf")
    reader = csv.DictReader(io.StringIO(text))
    if set(COLUMNS) - set(reader.fieldnames or ()):
        raise ValueError(f"{METRICS} has no row of names")  # else it would pass as a run without an epoch
    for row in reader:
        values: dict[str, Any] = {
            name: int(row[name]) if name in _INTEGERS else float(row[name]) for name in COLUMNS
        }
        epochs.append(EpochEnd(setup=setup, is_best=values["test_loss"] < best, **values))
        best = min(best, values["test_loss"])
    return epochs


def read_run(folder: Path, *, is_whole: bool = True) -> Run:
    """Read a run directory back, whatever instant it was left at; only its config unless `is_whole`.

    Raises
    ------
    MissingError
        If the folder holds no run.
    LabError
        If it was damaged, or written by a later version.

    """
    folder = Path(folder)
    if not (folder / CONFIG).is_file():
        if _is_run(folder):
            raise LabError(
                "The run in {folder} is damaged: its config.json is missing.",
                hint="Restore the folder from a copy, or delete it.",
                folder=folder,
            )
        raise MissingError(
            "There is no training run in {folder}.",
            hint="Choose a folder that holds config.json.",
            folder=folder,
        )
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        if config["format"] > FORMAT:
            raise LabError(
                "The run in {folder} was written by a later TP Lab (format {format}, this one knows {known}).",
                hint="Update TP Lab to read or continue it.",
                folder=folder,
                format=config["format"],
                known=FORMAT,
            )
        metrics = folder / METRICS
        has_table = is_whole and metrics.exists()
        epochs = from_csv(metrics.read_text(encoding="utf-8"), config["setup"]) if has_table else []
        run = Run(folder, config, tuple(epochs), _state(folder / EVENTS))
        run.params()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LabError(
            "The run in {folder} is damaged and cannot be read ({reason}).",
            hint="Restore the folder from a copy, or delete it.",
            folder=folder,
            reason=f"{type(error).__name__}: {error}",
        ) from error
    return run


def list_runs(root: Path) -> tuple[list[Run], list[LabError]]:
    """Return the runs under `root`, oldest first, and what is wrong with those that could not be read."""
    runs: list[Run] = []
    problems: list[LabError] = []
    for folder in sorted(path for path in Path(root).glob("*") if _is_run(path)):
        try:
            runs.append(read_run(folder))
        except LabError as error:
            _log.warning("%s", error)
            problems.append(error)
    runs.sort(key=lambda run: str(run.config.get("created", "")))
    return runs, problems


def _is_run(folder: Path) -> bool:
    """Return whether a folder holds something of a run; one that is hidden (the trash) does not count."""
    if folder.name.startswith(".") or not folder.is_dir():
        return False
    return any((folder / name).is_file() for name in (CONFIG, METRICS, EVENTS, STATE, LAST, BEST))


def read_events(path: Path) -> list[dict[str, Any]]:
    """Return the lines of an `events.jsonl`; a line that is not one is left out."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    events = []
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict) and "event" in event:
            events.append(event)
    return events


def _state(events: Path) -> str:
    """Return how a run ended; of a log of megabytes only the end is read."""
    try:
        with events.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _TAIL_BYTES))
            tail = stream.read().splitlines()
    except OSError:
        return "interrupted"
    for line in reversed(tail):
        try:
            last = json.loads(line)
        except ValueError:  # cut, or no line of ours
            continue
        if isinstance(last, dict) and "event" in last:
            return str(last.get("reason", "interrupted")) if last["event"] == "run_end" else "interrupted"
    return "interrupted"
