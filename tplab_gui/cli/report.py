"""`tplab report`: the lab report made again from the student's own runs."""

import argparse
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.report import ReportWritten
from tplab_gui.core.paths import runs_dir


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("report", help="write the lab report from your own runs, as HTML and PDF")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")
    parser.add_argument("--lang", choices=("en", "fr"), default="en", help="language (%(default)s)")
    parser.add_argument("--runs", type=Path, metavar="DIR", help="folder of the runs (that of the window)")
    parser.add_argument(
        "--format", default="html,pdf", metavar="LIST", help="html, pdf or both (%(default)s)"
    )
    parser.add_argument("--sounds", default="", metavar="NAME|DIR", help="set of sounds (fsdd, else builtin)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the report; status 2 when it cannot be."""
    from tplab_gui.report.build import Wanted, write_report

    if arguments.runs is not None and not arguments.runs.is_dir():
        raise LabError(
            "There is no folder {folder}.", hint="Name the folder that holds the runs.", folder=arguments.runs
        )
    wanted = Wanted(
        arguments.out,
        arguments.runs or runs_dir(),
        arguments.lang,
        tuple(name.strip() for name in arguments.format.split(",") if name.strip()),
        arguments.sounds,
    )
    for event in write_report(wanted):
        match event:
            case Progress(done=done, total=total, what=what):
                out.progress(f"{what} ({done}/{total})")
            case ReportWritten(files=files, missing=missing):
                text = "\n".join([*files, *(f"  missing: {what}" for what in missing)])
                out.line({"event": "report", "files": list(files), "missing": list(missing)}, text)
    return 0
