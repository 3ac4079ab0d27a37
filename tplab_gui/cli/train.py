"""`tplab train`: the runs of the Training tab without a window, into the same run directories."""

import argparse
import contextlib
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunEnd, RunStarted
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import SETUPS, TrainParams

EXPERIMENTS = ("mnist-loss",)
_WAITING = {"data": "reading the pictures", "network": "building the network, choosing the threads"}


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("train", help="train a network and keep the run on disk")
    parser.add_argument("--experiment", choices=EXPERIMENTS, required=True, help="what is studied")
    parser.add_argument("--setup", choices=(*SETUPS, "all"), default="base", help="the setup (%(default)s)")
    parser.add_argument(
        "--data", default="builtin", metavar="NAME|DIR", help="builtin, mnist or a folder (%(default)s)"
    )
    parser.add_argument("--epochs", type=int, metavar="N", help=f"passes ({_default('epochs')})")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of all random draws (%(default)s)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument(
        "--threads", type=int, default=0, metavar="N", help="0: the faster number is measured"
    )
    parser.add_argument(
        "--limit", type=int, default=0, metavar="N", help="use at most N pictures of each part"
    )
    parser.add_argument("--lr", type=float, metavar="X", help=f"learning rate ({_default('lr')})")
    parser.add_argument(
        "--batch-size", type=int, metavar="N", help=f"pictures a step ({_default('batch_size')})"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where run directories go")
    parser.add_argument(
        "--resume", action="store_true", help="go on with the newest run of DIR (or the run that DIR is)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Train every setup asked for, one after another; status 1 when one of them ended part way."""
    names = SETUPS if arguments.setup == "all" else (arguments.setup,)
    plans = [_plan(arguments, name) for name in names]  # a bad option ends here, before any work
    failed = [_run_one(params, resume_dir, out) for params, resume_dir in plans]
    return 1 if any(failed) else 0


def _plan(arguments: argparse.Namespace, setup: str) -> tuple[TrainParams, Path | None]:
    params = TrainParams(
        run_root=str(arguments.out),
        setup=setup,
        data=arguments.data,
        seed=arguments.seed,
        device=arguments.device,
        threads=arguments.threads,
        limit=arguments.limit,
    )
    given = {name: getattr(arguments, name) for name in ("epochs", "lr", "batch_size")}
    params = replace(params, **{name: value for name, value in given.items() if value is not None})
    if not arguments.resume:
        return params, None
    from tplab_gui.training.loop import continuing

    folder = _to_resume(arguments.out, setup, arguments.seed)
    return (params, None) if folder is None else (continuing(folder, arguments.epochs), folder)


def _to_resume(out: Path, setup: str, seed: int) -> Path | None:
    """Return `out` if it is a run, else its newest run of this setup and seed; None when there is none yet."""
    from tplab_gui.training.runs import CONFIG, list_runs

    if (out / CONFIG).exists():
        return out
    found, problems = list_runs(out)
    fitting = [each for each in found if (each.config["setup"], each.config["seed"]) == (setup, seed)]
    if not fitting and problems:
        raise problems[-1]
    return fitting[-1].folder if fitting else None


def _run_one(params: TrainParams, resume_dir: Path | None, out: Output) -> bool:
    """Train one run, printing its events; return whether it ended part way."""
    from tplab_gui.training.loop import fit

    has_started = has_failed = False
    events = fit(Latest(params), resume_dir)
    try:
        with contextlib.closing(events):
            for event in events:
                has_started |= isinstance(event, RunStarted)
                has_failed |= isinstance(event, Notice) and event.kind == "error"
                _print(event, params, out)
    except MissingError:
        raise
    except LabError as error:
        if not has_started:
            raise
        out.failure(error)
        has_failed = True
    return has_failed


def _print(event: object, params: TrainParams, out: Output) -> None:
    match event:
        case Waiting(what=what):
            out.progress(f"{params.setup}: {_WAITING.get(what, what)}")
        case Notice(error=error, kind="error"):
            out.failure(error)
        case Notice(error=error):
            out.progress(str(error))
        case RunStarted():
            line = {"event": "run_started", **asdict(event)}
            text = (
                f"{event.setup}: {event.train_size} pictures to learn from, {event.test_size} to test, "
                f"{event.device}, {event.threads} threads, seed {event.seed}"
            )
            out.line(line, text)
        case BatchEnd():
            out.progress(
                f"{params.setup} epoch {event.epoch}/{params.epochs} step {event.step} loss {event.loss:.3f}"
            )
        case EpochEnd():
            text = (
                f"  epoch {event.epoch:3}/{params.epochs}   train {event.train_loss:.4f} "
                f"(measured again {event.train_loss_eval:.4f})   test {event.test_loss:.4f}   "
                f"accuracy {100 * event.test_accuracy:.2f} %   {event.samples_per_s:.0f} samples/s"
            )
            out.line({"event": "epoch_end", **asdict(event)}, text)
        case RunEnd():
            values = asdict(event)
            line = {"event": "run_end", "run": values.pop("run_dir"), **values}
            best = (
                f"best epoch {event.best_epoch} (test loss {event.best_test_loss:.4f})"
                if event.best_epoch
                else ""
            )
            out.line(line, f"  {event.reason} after {event.epochs} epochs   {best}   {event.run_dir}")


def _default(name: str) -> object:
    return getattr(TrainParams, name)
