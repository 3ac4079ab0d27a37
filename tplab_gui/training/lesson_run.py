"""The runs of a lesson, made with its fixed parameters, and what each of them measured."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tplab_gui.core.events.training import RunEnd
from tplab_gui.core.lesson import Step
from tplab_gui.core.lesson_answers import Evidence
from tplab_gui.core.mailbox import Latest
from tplab_gui.training import runs
from tplab_gui.training.loop import fit


def carry_out(step: Step, run_root: Path) -> Iterator[object]:
    """Make the run of a step under `run_root`; yields its events, then the `Evidence`.

    A run with exactly these parameters that is there and finished is not made again.
    """
    if step.run is None:
        return
    wanted = replace(step.run, run_root=str(run_root))
    for run in reversed(runs.list_runs(run_root)[0]):
        if run.state in {"finished", "early"} and run.params() == wanted:
            yield evidence_of(run.folder)
            return
    for event in fit(Latest(wanted)):
        yield event
        if isinstance(event, RunEnd) and event.reason in {"finished", "early"}:
            yield evidence_of(Path(event.run_dir))


def evidence_of(folder: Path) -> Evidence:
    """Return what a run measured: the last epoch's losses and accuracies (in percent), and its best epoch."""
    run = runs.read_run(folder)
    last, best = run.epochs[-1], run.best or run.epochs[-1]
    measured = {
        "test_loss": last.test_loss,
        "test_accuracy": 100 * last.test_accuracy,
        "train_loss": last.train_loss,
        "train_accuracy": 100 * last.train_accuracy,
        "best_epoch": float(best.epoch),
    }
    digest = hashlib.sha256((folder / runs.METRICS).read_bytes()).hexdigest()
    return Evidence(folder.name, digest, measured)
