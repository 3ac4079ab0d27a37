"""The curves of runs as event files, the form that TensorBoard reads; written by tensorboardX, an optional extra.

One file a run, in a folder with the run's name, always under the same file name: a second export replaces the first
instead of doubling every point. The steps of `batch/...` count optimiser steps, those of `epoch/...` epochs, and the
time of a point is when it was learnt. TensorBoard keeps float32; the exact numbers are in `metrics.csv`.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from tplab_gui.core import atomic, extras
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.runs import EventFilesWritten
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunEnd, RunStarted
from tplab_gui.training import runs

_FLUSH_S = 2.0  # so that TensorBoard sees a run while it learns; each flush waits for the disk
_MEASURED = tuple(f.name for f in fields(EpochEnd) if f.name not in {"setup", "epoch", "step", "is_best"})
_JUDGED_BY = ("epoch/test_loss", "epoch/test_accuracy", "epoch/train_loss_eval", "best/test_loss")


def export_event_files(run_dirs: Sequence[str | Path], folder: str | Path) -> Iterator[object]:
    """Write one event file a run under `folder`; yields `Progress`, then one `EventFilesWritten`.

    Raises
    ------
    MissingError
        If tensorboardX is not installed (the sentence has the line that installs it), or a folder holds no run.
    LabError
        If a run is damaged, or the folder cannot be written to; what was written before is kept.

    """
    extras.need("tensorboardX")
    records = 0
    for done, run_dir in enumerate(run_dirs):
        yield Progress(done, len(run_dirs), "runs")
        run = runs.read_run(Path(run_dir))
        with atomic.replacing(_place(run, folder)) as temporary, EventFile(temporary) as file:
            at_s = _began_s(run)
            for at_s in _write(run, file):  # noqa: B007  used after the loop
                yield Progress(done, len(run_dirs), "runs")
            _conclude(run.best, file, at_s)
            records += file.records
    yield EventFilesWritten(str(folder), len(run_dirs), records)


class EventFile:
    """An event file being written.

    Attributes
    ----------
    records : int
        Numbers written so far.

    """

    def __init__(self, path: Path) -> None:
        from tensorboardX.proto.event_pb2 import Event
        from tensorboardX.record_writer import RecordWriter

        self._event = Event
        self._writer = RecordWriter(str(path))
        self.records = 0
        self._put(time.time(), file_version="brain.Event:2")

    def scalar(self, tag: str, value: float, step: int, at_s: float) -> None:
        """Add one point; `at_s` in seconds since 1970."""
        from tensorboardX.summary import scalar

        self._put(at_s, step=step, summary=scalar(tag, value))
        self.records += 1

    def summary(self, summary: Any, at_s: float) -> None:
        """Add what is no point of a curve."""
        self._put(at_s, summary=summary)

    def flush(self) -> None:
        """Let a reader see what was added."""
        self._writer.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()

    def _put(self, at_s: float, **values: Any) -> None:
        self._writer.write(self._event(wall_time=at_s, **values).SerializeToString())


class LiveEventFile:
    """Follows runs while they learn: give it every event of `fit`, and close it.

    A run that goes on is begun anew with what is kept of it, so steps that are learnt again are not there twice.

    Parameters
    ----------
    folder : Path
        As for `export_event_files`.

    Raises
    ------
    MissingError
        If tensorboardX is not installed.

    """

    def __init__(self, folder: Path) -> None:
        extras.need("tensorboardX")
        self._folder = folder
        self._file: EventFile | None = None
        self._flushed_s = 0.0

    def take(self, event: object) -> None:
        """Write what the event says; raises `LabError` when it cannot be written."""
        try:
            if isinstance(event, RunStarted):
                self._begin(runs.read_run(Path(event.run_dir)))
            elif self._file is not None:
                self._go_on(self._file, event)
        except OSError as error:
            raise atomic.explain(error, self._folder) from error

    def close(self) -> None:
        """Close the file of the present run."""
        if self._file is not None:
            self._file.__exit__()
            self._file = None

    def _begin(self, run: runs.Run) -> None:
        self.close()
        place = _place(run, self._folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        self._file = EventFile(place)
        for _ in _write(run, self._file):
            pass
        self._file.flush()

    def _go_on(self, file: EventFile, event: object) -> None:
        now_s = time.time()
        if isinstance(event, BatchEnd):
            _batch(file, event.step, event.loss, event.accuracy, event.lr, now_s)
        elif isinstance(event, EpochEnd):
            _epoch(file, event, now_s)
        elif isinstance(event, RunEnd):
            best = event.best_epoch, event.best_test_loss
            _conclude(best if event.best_epoch else None, file, now_s)
        if isinstance(event, EpochEnd | RunEnd) or now_s - self._flushed_s > _FLUSH_S:
            file.flush()
            self._flushed_s = now_s


def _place(run: runs.Run, folder: str | Path) -> Path:
    """Return where the event file of a run lies: TensorBoard takes any name with 'tfevents' in it."""
    return Path(folder) / run.folder.name / f"events.out.tfevents.{_began_s(run):.0f}.tplab"


def _began_s(run: runs.Run) -> float:
    return datetime.fromisoformat(str(run.config["created"])).timestamp()


def _write(run: runs.Run, file: EventFile) -> Iterator[float]:
    """Write what is kept of a run; yields after each epoch when that ended, in seconds since 1970."""
    from tensorboardX.summary import hparams

    began_s = _began_s(run)
    experiment, start, _ = hparams(_choices(run), dict.fromkeys(_JUDGED_BY, 0.0))
    file.summary(experiment, began_s)
    file.summary(start, began_s)
    steps = {
        line["epoch"]: line
        for line in runs.read_events(run.folder / runs.EVENTS)
        if line["event"] == "batches"
    }
    step = 0
    for epoch in run.epochs:
        line = steps.get(epoch.epoch, {"loss": [], "accuracy": []})
        changes = dict(line.get("lr", ()))
        lr, count = epoch.lr, len(line["loss"])
        for number, (loss, accuracy) in enumerate(zip(line["loss"], line["accuracy"], strict=True), 1):
            step += 1
            lr = changes.get(step, lr)
            _batch(file, step, loss, accuracy, lr, began_s + epoch.seconds * number / count)
        began_s += epoch.seconds
        _epoch(file, epoch, began_s)
        yield began_s


def _batch(file: EventFile, step: int, loss: float, accuracy: float, lr: float, at_s: float) -> None:
    file.scalar("batch/loss", loss, step, at_s)
    file.scalar("batch/accuracy", accuracy, step, at_s)
    file.scalar("batch/lr", lr, step, at_s)


def _epoch(file: EventFile, event: EpochEnd, at_s: float) -> None:
    for name in _MEASURED:
        file.scalar(f"epoch/{name}", getattr(event, name), event.epoch, at_s)


def _conclude(best: EpochEnd | tuple[int, float] | None, file: EventFile, at_s: float) -> None:
    """Write the best epoch and that the run is over."""
    from tensorboardX.summary import hparams

    if best is not None:
        number, loss = best if isinstance(best, tuple) else (best.epoch, best.test_loss)
        file.scalar("best/test_loss", loss, number, at_s)
    file.summary(hparams({}, {})[2], at_s)


def _choices(run: runs.Run) -> dict[str, Any]:
    """Return the parameters of a run, as plain values under their names."""
    params = {**run.config["params"], "data": Path(str(run.config.get("data", {}).get("name", ""))).name}
    return {name: value for name, value in params.items() if isinstance(value, str | bool | int | float)}
