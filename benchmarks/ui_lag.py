"""How long the window's event loop is held up while a network learns and its curves are drawn.

    python benchmarks/ui_lag.py [--seconds 20] [--threads 0] [--json]

The real window with all tabs, offscreen; the Training tab runs the real job on the digits that ship. A timer of 4 ms
counts how late each of its ticks comes; the same is measured in the same window before the run starts (`idle_*`).
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

TICK_MS = 4


class Heartbeat:
    """Notes by how many milliseconds each tick of a precise timer is late."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, 1000 * (now - self._last) - TICK_MS))
        self._last = now

    def take(self) -> dict[str, float]:
        """Return percentiles of what was noted since the last call."""
        late, self.late_ms = np.array(self.late_ms), []
        found = {"p50_ms": np.percentile(late, 50), "p99_ms": np.percentile(late, 99), "max_ms": late.max()}
        return {key: round(float(value), 2) for key, value in found.items()}


def main() -> None:
    """Open the window, train for a while, print how late the event loop was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home
        figures = measure(options.seconds, options.threads)
    if options.json:
        print(json.dumps(figures))
    else:
        for key, value in figures.items():
            print(f"{key:14} {value}")


def measure(seconds: float, threads: int) -> dict[str, float]:
    """Return the figures of one run."""
    from tplab_gui.core.settings import Settings
    from tplab_gui.ui import style
    from tplab_gui.ui.main_window import MainWindow
    from tplab_gui.ui.widgets.tab import TabContext

    app = QApplication([])
    style.apply(app, "light")
    window = MainWindow(TabContext(Settings(), simulate=True))
    window.show()
    tab_of = window.tabs

    def run_while(condition, limit_s: float = 300) -> None:  # noqa: ANN001  a callable
        end = time.perf_counter() + limit_s
        while condition() and time.perf_counter() < end:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    heart = Heartbeat()
    run_while(lambda: "training" in window.waiting_for())
    tab = tab_of["training"]
    settled = time.perf_counter() + 3
    run_while(lambda: time.perf_counter() < settled)
    heart.take()
    until = time.perf_counter() + min(5, seconds)
    run_while(lambda: time.perf_counter() < until)
    idle = {f"idle_{key}": value for key, value in heart.take().items()}
    tab.form.epochs.setValue(1000)
    tab.form.more._fields["threads"].setValue(threads)
    tab.start_or_pause()
    run_while(lambda: not tab.plot.runs or len(tab.plot.runs[-1].loss) < 5)
    heart.take()
    first, start = len(tab.plot.runs[-1].loss), time.perf_counter()
    run_while(lambda: time.perf_counter() < start + seconds)
    batches = len(tab.plot.runs[-1].loss) - first
    figures = heart.take()
    window.close()
    app.processEvents()
    return {**figures, **idle, "batches": batches, "seconds": seconds}


if __name__ == "__main__":
    main()
