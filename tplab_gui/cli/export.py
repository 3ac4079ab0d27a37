"""`tplab export`: kept runs in forms that other programs read."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core import atomic, repeat_script
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Waiting
from tplab_gui.core.events.runs import EventFilesWritten, ModelExported

_FORMATS = ("onnx", "script", "tensorboard")
_WAITING = {"data": "reading the examples for the check", "export": "translating the network"}
_DOING = {"check": "comparing with the lab's own scores", "runs": "writing runs"}


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("export", help="write a kept run in a form that other programs read")
    parser.add_argument(
        "runs", nargs="+", type=Path, metavar="RUN", help="a run directory, or a folder of them (tensorboard)"
    )
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        required=True,
        help="onnx: the network; script: a Python file that repeats the run; tensorboard: the curves",
    )
    parser.add_argument(
        "--weights", choices=("best", "last"), default="best", help="of which epoch (onnx; %(default)s)"
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE|DIR",
        help="the file to write; a folder for tensorboard",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Export; status 2 when a run or the place cannot serve."""
    if arguments.format == "tensorboard":
        from tplab_gui.training.event_files import export_event_files

        return _tell(export_event_files(_all_runs(arguments.runs), arguments.out), out)
    if len(arguments.runs) > 1:
        raise LabError(
            "The format {format} holds one run, and {n} were named.",
            hint="Name one run directory.",
            format=arguments.format,
            n=len(arguments.runs),
        )
    if arguments.out.is_dir():
        raise LabError(
            "{out} is a folder, and this format needs the name of a file.", hint="Add one.", out=arguments.out
        )
    if arguments.format == "onnx":
        from tplab_gui.training.model_export import export_onnx

        return _tell(export_onnx(arguments.runs[0], arguments.out, arguments.weights), out)
    text, beyond = repeat_script.script(arguments.runs[0])
    atomic.write_text(arguments.out, text)
    out.line(
        {"event": "script", "path": str(arguments.out), "beyond": list(beyond)},
        f"{arguments.out}: run it with Python to repeat the run"
        + (f"; it cannot say: {', '.join(beyond)}" if beyond else ""),
    )
    return 0


def _all_runs(places: list[Path]) -> list[Path]:
    """Return the run directories named, and those in a folder named instead."""
    found: list[Path] = []
    for place in places:
        inside = sorted(path.parent for path in place.glob("*/config.json"))
        if (place / "config.json").is_file() or not inside:
            inside = [place]  # which says so itself when it is no run
        found += [each for each in inside if each not in found]
    names = [each.resolve().name for each in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise LabError(
            "Two of the runs are called {name}, so one would replace the other.",
            hint="Export them into two folders.",
            name=twice,
        )
    return found


def _tell(events: Iterator[object], out: Output) -> int:
    """Print what an export says; status 1 when it failed after it had begun to work."""
    for event in events:
        match event:
            case Waiting(what=what):
                out.progress(_WAITING.get(what, what))
            case Progress(done=done, total=total, what=what):
                out.progress(f"{_DOING.get(what, what)}: {done}/{total}")
            case ModelExported():
                text = (
                    f"{event.path}: {event.weights} weights, {event.size_bytes:,} bytes, sha256 {event.sha256}\n"
                    f"  on {event.examples} test examples its scores differ from the lab's by at most "
                    f"{event.difference:.2g} (allowed: {event.allowed:.2g})"
                )
                out.line({"event": "model", **asdict(event)}, text)
            case EventFilesWritten():
                text = (
                    f"{event.folder}: {event.runs} runs, {event.records:,} numbers\n"
                    f"  TensorBoard, a program of its own, shows them: tensorboard --logdir {event.folder}"
                )
                out.line({"event": "tensorboard", **asdict(event)}, text)
    return 0
