"""`tplab train`: the runs of the Training tab without a window, into the same run directories."""

import argparse
import contextlib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tplab_gui.cli.curve_findings import findings_of
from tplab_gui.cli.live_curves import following
from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunEnd, RunStarted
from tplab_gui.core.experiments import EXPERIMENTS, Parameter, find
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams, choices_of

if TYPE_CHECKING:
    from tplab_gui.training.parallel import Team

_ALWAYS = (
    "epochs",
    "lr",
    "batch_size",
    "limit",
    "threads",
    "shuffle",
)  # every experiment has these, or none here
_WAITING = {"data": "reading the data", "network": "building the network, choosing the threads"}


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("train", help="train a network and keep the run on disk")
    parser.add_argument("--experiment", choices=EXPERIMENTS, required=True, help="what is studied")
    parser.add_argument(
        "--setup", choices=(*_setups(), "all"), help="the setup (the first of the experiment)"
    )
    parser.add_argument(
        "--data", default="builtin", metavar="NAME|DIR", help="builtin, mnist, fsdd or a folder (%(default)s)"
    )
    parser.add_argument("--epochs", type=int, metavar="N", help=f"passes ({_defaults('epochs')})")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of all random draws (%(default)s)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument(
        "--threads", type=int, default=0, metavar="N", help="0: the faster number is measured"
    )
    parser.add_argument(
        "--limit", type=int, default=0, metavar="N", help="use at most N examples of each part"
    )
    parser.add_argument("--lr", type=float, metavar="X", help=f"learning rate ({_defaults('lr')})")
    parser.add_argument(
        "--batch-size", type=int, metavar="N", help=f"examples a step ({_defaults('batch_size')})"
    )
    for parameter in _special().values():
        _add(parser, parameter)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where run directories go")
    parser.add_argument(
        "--resume", action="store_true", help="go on with the newest run of DIR (or the run that DIR is)"
    )
    parser.add_argument(
        "--no-shuffle", dest="shuffle", action="store_false", help="meet the examples in the order of the set"
    )
    parser.add_argument(
        "--tensorboard", type=Path, metavar="DIR", help="also write the curves there, live (an extra)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Train every setup asked for, one after another; status 1 when one of them ended part way."""
    from tplab_gui.training.parallel import team

    setups = find(arguments.experiment).setups
    names = setups if arguments.setup == "all" else (arguments.setup or setups[0],)
    with team(arguments.device) as together:  # alone, unless torchrun started several processes
        # A bad option ends here, before any work.
        plans = together.first(lambda: [_plan(arguments, name) for name in names])
        shown = out if together.rank == 0 else Output(is_json=out.is_json, is_silent=True)
        curves = arguments.tensorboard if together.rank == 0 else None
        failed = [_run_one(params, resume_dir, shown, together, curves) for params, resume_dir in plans]
    if shown is not out:
        shown.finish()
    return 1 if any(failed) else 0


def _plan(arguments: argparse.Namespace, setup: str) -> tuple[TrainParams, Path | None]:
    experiment = find(arguments.experiment)
    experiment.refuse_other_setup(setup)
    given = {name: getattr(arguments, name) for name in ("epochs", "lr", "batch_size", *_special())}
    given = {name: value for name, value in given.items() if value is not None}
    for name in given.keys() & _special().keys() - {each.name for each in experiment.parameters}:
        raise LabError(
            "The experiment {experiment} has no {option}.",
            hint="Leave that option out.",
            experiment=experiment.name,
            option=_option(name),
        )
    params = experiment.params(
        str(arguments.out),
        setup=setup,
        data=arguments.data,
        seed=arguments.seed,
        device=arguments.device,
        threads=arguments.threads,
        limit=arguments.limit,
        shuffle=arguments.shuffle,
        **given,
    )
    if not arguments.resume:
        return params, None
    from tplab_gui.training.loop import continuing

    folder = _to_resume(arguments.out, params)
    return (params, None) if folder is None else (continuing(folder, arguments.epochs), folder)


def _to_resume(out: Path, params: TrainParams) -> Path | None:
    """Return `out` if it is a run, else its newest run of this experiment, setup and seed; None without one."""
    from tplab_gui.training.runs import CONFIG, list_runs

    if (out / CONFIG).exists():
        return out
    found, problems = list_runs(out)
    wanted = (params.experiment, params.setup, params.seed)
    fitting = [r for r in found if (r.config["experiment"], r.config["setup"], r.config["seed"]) == wanted]
    if not fitting and problems:
        raise problems[-1]
    return fitting[-1].folder if fitting else None


def _run_one(
    params: TrainParams, resume_dir: Path | None, out: Output, team: "Team", curves: Path | None = None
) -> bool:
    """Train one run, printing its events and writing its curves; return whether it ended part way."""
    from tplab_gui.training.loop import fit

    has_started = has_failed = False
    events = following(fit(Latest(params), resume_dir, team), curves)
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
        case Notice(error=error, kind="warning"):
            out.warn(error)
        case Notice(error=error):
            out.progress(str(error))
        case RunStarted():
            line = {"event": "run_started", **asdict(event)}
            text = (
                f"{event.setup}: {event.train_size} examples to learn from, {event.test_size} to test, "
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
            line["findings"], sentences = findings_of(event.run_dir)
            how = (
                f"ended early, no lower test loss for {event.epochs - event.best_epoch} epochs,"
                if event.reason == "early"
                else event.reason
            )
            text = f"  {how} after {event.epochs} epochs   {best}   {event.run_dir}"
            out.line(line, "\n".join([text, *(f"  - {each}" for each in sentences)]))


def _setups() -> tuple[str, ...]:
    """Return the setups of all experiments, each once."""
    return tuple(dict.fromkeys(setup for each in EXPERIMENTS.values() for setup in each.setups))


def _special() -> dict[str, Parameter]:
    """Return the parameters that only some experiments have, by name."""
    every = [each for experiment in EXPERIMENTS.values() for each in experiment.parameters]
    return {each.name: each for each in every if each.name not in _ALWAYS}


def _add(parser: argparse.ArgumentParser, parameter: Parameter) -> None:
    """Declare the option of one parameter, as `core.params` and `core.experiments` describe it."""
    name, choices = parameter.name, choices_of(TrainParams, parameter.name)
    text = f"{parameter.label.lower()} ({_defaults(name)})"
    if choices:
        parser.add_argument(_option(name), choices=choices, help=text)
    else:
        kind = type(getattr(TrainParams, name))
        parser.add_argument(_option(name), type=kind, metavar="N" if kind is int else "X", help=text)


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _defaults(name: str) -> str:
    """Return with what a parameter starts: one value, or one for each experiment that has it."""
    common = ("epochs", "lr")
    users = [e for e in EXPERIMENTS.values() if name in {*common, *(each.name for each in e.parameters)}]
    values = {e.name: e.default(name) for e in users}
    if len(set(values.values())) == 1:
        return str(next(iter(values.values())))
    return ", ".join(f"{experiment}: {value}" for experiment, value in values.items())
