"""The training loop: a generator that learns and says what it sees.

It carries out any recipe of `experiments.py`. For the loss study that is Adadelta (Zeiler, arXiv:1212.5701, 2012)
with the negative log-likelihood, as in the PyTorch MNIST example; for spoken digits SGD with momentum and the
cross-entropy of logits, as in the report. The learning rate of epoch n is `lr * gamma ** (n - 1)`. `lr` is read before
every step, so it may change while the run goes on. The caller decides when to go on: between two events nothing
happens.
"""

import logging
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from tplab_gui.core import run_lock
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.training import batches, checkpoint, measure, runs
from tplab_gui.training.parallel import ALONE, Team
from tplab_gui.training.preparation import Task, prepare
from tplab_gui.training.run_writer import RunWriter, ending

_log = logging.getLogger(__name__)


def fit(
    params: Latest[TrainParams], resume_dir: str | Path | None = None, team: Team = ALONE
) -> Generator[object, None, None]:
    """Train one run and keep it on disk; closing the generator stops it and leaves a complete run directory.

    Parameters
    ----------
    params : Latest of TrainParams
        What to train. Only `lr` is looked at again while the run goes on.
    resume_dir : path, optional
        A run directory to continue after its last whole epoch. All of its own parameters are used, except `epochs`
        and `lr`, which come from `params`.
    team : Team
        The processes that share every batch; one of them writes the run.

    Yields
    ------
    Waiting, Notice, RunStarted, LrChanged, BatchEnd, EpochEnd, RunEnd, and Tick, which says nothing

    Raises
    ------
    LabError
        If the data, the device or the folder cannot serve; whatever was finished before is kept.

    """
    asked = params.get()
    stored = None
    if resume_dir is not None:
        folder = Path(resume_dir)
        run, stored = team.first(lambda: _left_at(folder))
        asked = replace(run.params(), epochs=asked.epochs, threads=run.config["threads"])
    yield Waiting("data")
    task = yield from prepare(asked, team)
    if stored is None:
        writer = team.writer.create(Path(asked.run_root), task.config())
        step, writer.lr = 0, asked.lr
    else:
        task.refuse_other_data(run.config)
        tensors, info = stored
        if tensors:
            checkpoint.restore(tensors, task.network, task.optimiser)
        writer = team.writer.reopen(folder, asked.setup, info)
        step, writer.lr = info["step"], info["lr"]
    with ending(writer, asked.epochs):
        started = task.started(writer.folder, first_epoch=len(writer.epochs) + 1)
        writer.start(started, task.network, task.optimiser, asked.lr)
        _log.info("training %s on %s with %d threads", writer.folder.name, task.device, task.threads)
        yield started
        try:
            while len(writer.epochs) < asked.epochs and not writer.has_stalled(asked.patience):
                step = yield from _epoch(task, params, writer, len(writer.epochs) + 1, step)
            reason = "finished" if len(writer.epochs) >= asked.epochs else "early"
        except measure.DivergedError as error:
            reason = "diverged"
            yield Notice(_explained(error, params.get().lr, writer), "error", "diverged")
        end = writer.end(reason)
    _log.info("training %s: %s after %d epochs", writer.folder.name, end.reason, end.epochs)
    yield end


def continuing(folder: Path, epochs: int | None = None) -> TrainParams:
    """Return the parameters with which `fit` goes on where the run in `folder` stood, to its end or to `epochs`.

    Raises `LabError` when the run cannot be read or continued.
    """
    run, (_, info) = _left_at(folder)
    params = run.params()
    return replace(params, lr=info["lr"], epochs=epochs or params.epochs)


def _left_at(folder: Path) -> tuple[runs.Run, tuple[dict[str, torch.Tensor], dict[str, Any]]]:
    """Return a run without its curve, and its checkpoint: the curve is in there, so a damaged table does no harm.

    A run that was cut off before its first checkpoint begins again, without tensors. Raises `LabError` when the run
    cannot be continued, or another program trains it.
    """
    run = runs.read_run(folder, is_whole=False)
    run_lock.refuse_if_held(folder)
    if not any((folder / name).exists() for name in (runs.STATE, runs.METRICS, runs.BEST)):
        return run, ({}, {"epoch": 0, "step": 0, "lr": run.params().lr, "epochs": []})
    return run, checkpoint.load(folder / runs.STATE)


def _epoch(
    task: Task, params: Latest[TrainParams], writer: RunWriter, epoch: int, step: int
) -> Generator[object, None, int]:
    """Learn from every example once, measure, save; return the number of the last step."""
    asked, network, optimiser = task.params, task.network, task.optimiser
    torch.manual_seed(batches.seed_of(asked.seed, epoch, task.team.stream("dropout")))
    data = task.data
    order = batches.order(len(data.train), asked.seed, epoch, shuffle=asked.shuffle).to(task.device)
    network.train()
    seen: list[BatchEnd] = []
    total, right, lr = 0.0, 0, params.get().lr
    clock, done = measure.Stopwatch(), 0
    for which in order.split(asked.batch_size):
        lr = params.get().lr
        if lr != writer.lr:
            yield writer.change_lr(step + 1, epoch, lr)
        optimiser.param_groups[0]["lr"] = lr * asked.gamma ** (epoch - 1)
        before = clock.seconds
        loss, count = task.team.step(task.learner, optimiser, data.train, which, task.loss)
        clock.hold()
        step += 1
        weight = 1 if asked.division == "report" else len(which)  # see `measure.losses`
        total, right, done = total + loss * weight, right + count, done + len(which)
        rate = len(which) / max(clock.seconds - before, 1e-9)
        seen.append(BatchEnd(step, epoch, loss, count / len(which), optimiser.param_groups[0]["lr"], rate))
        yield seen[-1]
        clock.go()
    train_seconds = clock.seconds
    measured = task.measured_in, clock, task.loss, asked.division
    train_eval, _ = yield from task.team.losses(network, data.train_again, *measured)
    test, accuracy = yield from task.team.losses(network, data.test, *measured)
    clock.hold()
    best = writer.best
    event = EpochEnd(
        setup=asked.setup,
        epoch=epoch,
        step=step,
        train_loss=total / done,
        train_loss_eval=train_eval,
        test_loss=test,
        train_accuracy=right / done,
        test_accuracy=accuracy,
        lr=optimiser.param_groups[0]["lr"],
        seconds=clock.seconds,
        samples_per_s=done / max(train_seconds, 1e-9),
        is_best=best is None or test < best.test_loss,
    )
    writer.add_epoch(event, seen, network, optimiser, lr)
    yield event
    return step


def _explained(error: measure.DivergedError, lr: float, writer: RunWriter) -> LabError:
    if not writer.epochs:
        return LabError(
            "The loss became {loss} in the first epoch: with a learning rate of {lr} the steps are too long and the "
            "network learns nothing. The weights it began with are kept.",
            hint="Start again with a smaller learning rate.",
            loss=f"{error.loss:.3g}",
            lr=f"{lr:g}",
        )
    return LabError(
        "The loss became {loss}: with a learning rate of {lr} the steps are too long and the network no longer "
        "learns. The weights of epoch {epoch} are kept.",
        hint="Start again with a smaller learning rate.",
        loss=f"{error.loss:.3g}",
        lr=f"{lr:g}",
        epoch=len(writer.epochs),
    )
