"""`tplab tune`: a hyper-parameter study, which several processes and machines may join through its storage."""

import argparse
import contextlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.events.tuning import Importance, StudyOpened, StudySummary, TrialTold
from tplab_gui.core.experiments import EXPERIMENTS
from tplab_gui.core.paths import runs_dir
from tplab_gui.core.search import METRICS, TRIALS, VALIDATION, StudyRequest

_WAITING = {
    "study": "opening the study",
    "data": "reading the data",
    "network": "building the network, choosing the threads",
    "test": "measuring the best trial on the test set, once",
}


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser(
        "tune",
        help="search good hyper-parameters, alone or together with other machines",
        description="Begins a study, or joins it when its storage holds one of that name: then what is not given here "
        "is the study's own. Trials are judged on a part of the train set that is held back; the test set is measured "
        "once, with the best trial.",
    )
    parser.add_argument("--experiment", choices=EXPERIMENTS, required=True, help="what is studied")
    parser.add_argument("--study", required=True, metavar="NAME", help="the name of the study")
    parser.add_argument(
        "--storage",
        required=True,
        metavar="FILE|URL",
        help="a file (on a shared folder to join), or a database",
    )
    parser.add_argument(
        "--trials", type=_positive, metavar="N", help=f"of the whole study, whoever runs them ({TRIALS})"
    )
    parser.add_argument("--setup", choices=_setups(), help="the setup (the first of the experiment)")
    parser.add_argument("--data", metavar="NAME|DIR", help="builtin, mnist, fsdd or a folder (builtin)")
    parser.add_argument("--epochs", type=int, metavar="N", help="of each trial (the experiment's own)")
    parser.add_argument("--limit", type=int, metavar="N", help="use at most N examples of each part")
    parser.add_argument("--seed", type=int, metavar="N", help="of each run and of the proposals (1)")
    parser.add_argument(
        "--search",
        action="append",
        metavar="NAME[=LOW:HIGH],...",
        help="what is searched, such as lr=1e-4:1e-1,momentum (the usual ones, in their usual ranges)",
    )
    parser.add_argument(
        "--metric", choices=METRICS, help="what is best: the lowest loss or the highest accuracy (loss)"
    )
    parser.add_argument(
        "--validation",
        type=float,
        metavar="X",
        help=f"share of the train set that judges ({VALIDATION}; 0: the test set)",
    )
    parser.add_argument(
        "--no-pruning",
        action="store_const",
        const=False,
        dest="is_pruned",
        help="let every trial learn to its end",
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument(
        "--threads", type=int, default=0, metavar="N", help="0: the faster number is measured"
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="where the run directories go (where the window keeps its runs)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Carry out trials; status 1 when a trial failed half way and ended the work."""
    from tplab_gui.training.tuning import tune

    request = StudyRequest(
        study=arguments.study,
        storage=arguments.storage,
        experiment=arguments.experiment,
        run_root=str(arguments.out or runs_dir()),
        search=tuple(arguments.search) if arguments.search else None,
        **{
            name: getattr(arguments, name)
            for name in (
                *("setup", "data", "trials", "epochs", "limit", "seed", "metric", "validation", "is_pruned"),
                *("device", "threads"),
            )
        },
    )
    has_begun = False
    try:
        with contextlib.closing(tune(request)) as events:
            for event in events:
                has_begun |= isinstance(event, TrialTold) and bool(event.run_dir)
                _print(event, out)
    except LabError as error:
        if not has_begun:
            raise
        out.failure(error)
        return 1
    return 0


def _print(event: object, out: Output) -> None:
    match event:
        case Waiting(what=what):
            out.progress(_WAITING.get(what, what))
        case Notice(error=error):
            out.progress(str(error))
        case EpochEnd():
            out.progress(f"epoch {event.epoch}, loss {event.test_loss:.4f}")
        case StudyOpened():
            search = ", ".join(str(each) for each in event.search)
            values = {"study": event.study, "trials": event.trials, **event.settings}
            out.line(
                {"event": "study_opened", **values},
                f"{event.study}: {event.trials} trials, searching {search}",
            )
        case TrialTold():
            if out.is_json or event.state != "running":
                out.line({"event": "trial", **asdict(event)}, _line(event))
        case Importance(shares=shares):
            text = ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
            out.line({"event": "importance", "shares": shares}, f"  what decided: {text}")
        case StudySummary():
            out.line({"event": "study_end", **asdict(event)}, _end(event))


def _line(trial: TrialTold) -> str:
    drawn = "  ".join(f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in trial.params.items())
    value = "      -" if trial.value is None else f"{trial.value:7.4f}"
    return f"  trial {trial.number:3}  {trial.state:11} {value}  {drawn}  {trial.reason}".rstrip()


def _end(end: StudySummary) -> str:
    lines = [f"{end.study}: {end.complete} complete, {end.pruned} ended early, {end.failed} failed"]
    if end.running:
        lines.append(f"  {end.running} still learn elsewhere; whoever ends last measures the test set")
    if end.best is not None:
        lines.append(f"  best {_line(end.best).strip()}\n  its run: {end.best.run_dir}")
    if end.test_loss is not None and end.test_accuracy is not None:
        looks = "" if end.looks == 1 else f", a test set that this study has now looked at {end.looks} times"
        lines.append(f"  on the test set: loss {end.test_loss:.4f}, accuracy {end.test_accuracy:.2%}{looks}")
    return "\n".join(lines)


def _setups() -> tuple[str, ...]:
    """Return the setups of all experiments, each once."""
    return tuple(dict.fromkeys(setup for each in EXPERIMENTS.values() for setup in each.setups))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("there must be at least one trial")
    return number
