"""What the benchmarks of the window share: a home of their own, a busy neighbour, and how figures are printed."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication


def measured(measure: Callable[[], dict[str, Any]], *, is_busy: bool) -> dict[str, Any]:
    """Return what `measure` gives in an application with a home of its own, beside a process that computes or not."""
    home = tempfile.TemporaryDirectory()  # runs and recordings are kept there
    os.environ["TPLAB_HOME"] = home.name
    _app = QApplication.instance() or QApplication([])
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"]) if is_busy else None
    try:
        return {**measure(), "busy": is_busy, "load_average": round(os.getloadavg()[0], 2)}
    finally:
        if busy is not None:
            busy.terminate()
            busy.wait()
        home.cleanup()


def tell(figures: dict[str, Any], *, as_json: bool) -> None:
    """Print the figures, a line each, or as one JSON object."""
    if as_json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:28} {value}")
