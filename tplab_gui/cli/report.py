"""`tplab report`: the lab report made again from the student's own runs."""

import argparse
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core import student
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.fusion_study import StudyStep
from tplab_gui.core.events.report import ReportWritten
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.paths import runs_dir, student_file
from tplab_gui.core.report_request import ReportRequest


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
    parser.add_argument(
        "--data", default="", metavar="NAME|DIR", help="pictures for what is made (mnist, else builtin)"
    )
    parser.add_argument("--make", action="store_true", help="first train what is missing")
    parser.add_argument(
        "--student", type=Path, metavar="FILE.json", help="name, comments, conclusions (those of the window)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the report; status 2 when it cannot be."""
    from tplab_gui.report.build import write_report

    if arguments.runs is not None and not arguments.runs.is_dir():
        raise LabError(
            "There is no folder {folder}.", hint="Name the folder that holds the runs.", folder=arguments.runs
        )
    request = ReportRequest(
        out=str(arguments.out),
        runs_dir=str(arguments.runs or runs_dir()),
        language=arguments.lang,
        formats=tuple(name.strip() for name in arguments.format.split(",") if name.strip()),
        sounds=arguments.sounds,
        data=arguments.data,
        makes_missing=arguments.make,
        student=student.read(arguments.student or student_file()),
    )
    for event in write_report(request):
        match event:
            case Progress(done=done, total=total, what=what):
                out.progress(f"{what} ({done}/{total})")
            case EpochEnd():
                out.progress(f"{event.setup}: epoch {event.epoch}, test loss {event.test_loss:.4f}")
            case StudyStep(what="training"):
                out.progress(f"{event.strategy}: epoch {event.epoch} of {event.epochs}")
            case ReportWritten(files=files, missing=missing):
                text = "\n".join([*files, *(f"  missing: {what}" for what in missing)])
                out.line({"event": "report", "files": list(files), "missing": list(missing)}, text)
    return 0
