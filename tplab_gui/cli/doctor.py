"""`tplab doctor`: what this machine has and what to do about the rest."""

import argparse
from typing import Any

from tplab_gui.cli.output import Output

_MARKS = {"ok": "[ok]      ", "degraded": "[degraded]", "missing": "[missing] "}


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("doctor", help="say what this machine has, and what to do about the rest")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print one row per fact; status 0 unless the lab cannot run at all."""
    del arguments
    from tplab_gui.report.machine import MISSING, rows

    cannot_run = None
    for row in rows():
        values = {"name": row.name, "state": row.state, "detail": row.detail, "hint": row.hint}
        text = f"{_MARKS[row.state]} {row.name:24} {row.detail}"
        out.line(values, text + (f"\n{'':12}{row.hint}" if row.hint else ""))
        if row.is_vital and row.state == MISSING:
            cannot_run = row
    if cannot_run is None:
        return 0
    out.say(f"TP Lab cannot run: {cannot_run.name} is missing ({cannot_run.detail})", cannot_run.hint)
    return 2
