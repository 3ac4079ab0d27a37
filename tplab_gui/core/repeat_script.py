"""A run as a Python file that repeats it: to hand in beside the curves, or to start on a machine without a window."""

import csv
import json
import shlex
from pathlib import Path

from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError

_TEXT = '''"""Repeat a training run of TP Lab.

    python {name}.py [FOLDER]        (FOLDER is where the new run is kept; without it, "runs")

The run {name} was made with {versions},
on {device} with {threads} threads, from the data {data} (sha256 {sha256}).
It ended with epoch {epoch}: test loss {loss}. On such a machine, with these versions and this data,
every number comes out the same, digit for digit.{beyond}
"""

import sys

from tplab_gui.__main__ import main

if __name__ == "__main__":
    sys.exit(
        main(
            [
{words}
                "--out",
                sys.argv[1] if len(sys.argv) > 1 else "runs",
            ]
        )
    )
'''


def script(folder: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a Python file that repeats the run in `folder`, and the choices that it cannot make.

    Raises `LabError` when the run cannot be read.
    """
    line, beyond = run_folder.command(folder)
    words = shlex.split(line)[1:]
    words = words[: words.index("--out")]
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        data, versions = config.get("data", {}), config.get("versions", {})
        metrics = folder / "metrics.csv"
        rows = (
            list(csv.DictReader(metrics.read_text(encoding="utf-8").splitlines())) if metrics.exists() else []
        )
        last = rows[-1] if rows else {"epoch": "0", "test_loss": "not measured"}
        text = _TEXT.format(
            name=folder.resolve().name,
            versions=", ".join(f"{name} {version}" for name, version in versions.items())
            or "unknown versions",
            device=config.get("device", "an unknown device"),
            threads=config["threads"],
            data=json.dumps(str(data.get("name", "?")))[1:-1],
            sha256=data.get("sha256", "?"),
            epoch=last["epoch"],
            loss=last["test_loss"],
            beyond=f"\nWhat this file cannot say: {', '.join(beyond)}." if beyond else "",
            words="\n".join(f"                {json.dumps(word)}," for word in words),
        )
    except (OSError, ValueError, KeyError) as error:
        raise LabError(
            "The run in {folder} is damaged and was left out ({reason}).",
            hint="Restore the folder from a copy, or delete it.",
            folder=folder,
            reason=f"{type(error).__name__}: {error}",
        ) from error
    return text, beyond
