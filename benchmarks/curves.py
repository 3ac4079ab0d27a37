"""Whether a hundred runs in the table and a million batches on the plot stay fluid.

    python benchmarks/curves.py [--runs 100] [--epochs 30] [--points 1000000] [--rounds 3] [--json]

The real training tab, offscreen. `open_*`: from looking for kept runs on the disk to all of them in the list, and the
longest the event loop was held up meanwhile; `tick_*`: ticking one more run until it is painted; `choose_*`: choosing
another run. `zoom_*`, `pan_*`: a change of the view until it is painted, with `--points` batches, beside the same with
a thousand (`*_few_*`); `grow_*`: how late a timer of 4 ms comes while such a curve grows by 40 batches 30 times a
second, again beside a curve of a thousand; `smooth_ms`: moving the slider of the smoothing.

`open_*` and `grow_*` are by the clock. The others are the processor time of the window's thread: what a click costs on
a machine that does nothing else, also when it is measured on one that does.
"""

import argparse
import json
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.ui_lag import Heartbeat

_GROWTH, _GROWTH_MS, _GROWTH_S = 40, 33, 4.0
_VIEWS = 40


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home
        app = QApplication([])
        from tplab_gui.ui import style

        style.apply(app, "light")
        figures = {
            **measure_runs(options.runs, options.epochs),
            **measure_points(options.points, options.rounds),
        }
    if options.json:
        print(json.dumps(figures))
    else:
        for key, value in figures.items():
            print(f"{key:22} {value}")


def measure_runs(count: int, epochs: int) -> dict[str, float]:
    """Return the figures of the table: opening, ticking, choosing."""
    from tests.kept_runs import make_run
    from tplab_gui.core.paths import runs_dir
    from tplab_gui.core.settings import Settings
    from tplab_gui.ui.tabs.training import TrainingTab
    from tplab_gui.ui.widgets.tab import TabContext

    for seed in range(1, count + 1):
        losses = tuple(0.1 + math.exp(-epoch / 3) + 0.001 * seed for epoch in range(epochs))
        make_run(Path(runs_dir()), seed, losses, steps=100)
    tab = TrainingTab(TabContext(Settings(), simulate=True))
    tab.resize(1280, 760)
    tab.show()
    live(200)
    heart = Heartbeat()
    began = time.perf_counter()
    tab.start()
    until(lambda: len(tab.list.rows) == count)
    painted()
    opened = 1000 * (time.perf_counter() - began)
    gap = heart.take()["max_ms"]
    chosen, ticked = [], []
    for row in tab.list.rows[:: max(1, count // 20)]:
        chosen.append(timed(partial(tab.list.choose, row)))
    for row in tab.list.rows[:30]:
        ticked.append(timed(partial(tab.list.show_run, row)))
    until(lambda: all(len(row.curves.loss) for row in tab.list.rows[:30]))
    hidden = timed(tab.bar.kinds["batch"].click)
    live(300)
    tab.shut_down()
    tab.close()
    return {
        "open_ms": round(opened, 1),
        "open_gap_max_ms": gap,
        "choose_p95_ms": p95(chosen),
        "tick_p95_ms": p95(ticked),
        "hide_kind_of_30_ms": round(hidden, 1),
    }


def measure_points(count: int, rounds: int) -> dict[str, float]:
    """Return the figures of long curves: each beside those of a short one, in turns."""
    from tplab_gui.ui.widgets.curve_plot import CurvePlot

    plots = {}
    for name, points in (("few", 1000), ("many", count)):
        plot = plots[name] = CurvePlot()
        plot.resize(900, 600)
        run = plot.add_run("Base", 1000, points // 1000)
        x = np.arange(1, points + 1) / 1000
        loss = np.exp(-x / x[-1] * 4) * (1 + 0.3 * np.random.default_rng(1).standard_normal(points))
        plot.add_steps(run, x, np.abs(loss), 100 - 50 * np.abs(loss))
    times: dict[str, list[float]] = {f"{act}_{name}": [] for act in ("zoom", "pan", "grow") for name in plots}
    smooth = []
    for _ in range(rounds):
        for name, plot in plots.items():
            plot.show()
            live(300)
            for act, change in (("zoom", zoomed), ("pan", panned)):
                plot._on_zoomed()  # noqa: SLF001  as the wheel does
                times[f"{act}_{name}"] += [timed(partial(change, plot, i)) for i in range(_VIEWS)]
                plot.fit()
            times[f"grow_{name}"] += grown(plot)
            if name == "many":
                smooth.append(timed(partial(plot.set_smoothing, 50)))
                plot.set_smoothing(1)
            plot.hide()
    figures: dict[str, float] = {}
    for act in ("zoom", "pan"):
        figures[f"{act}_p95_ms"] = p95(times[f"{act}_many"])
        figures[f"{act}_few_p95_ms"] = p95(times[f"{act}_few"])
    for name, key in (("many", "grow"), ("few", "grow_few")):
        late = np.array(times[f"grow_{name}"])
        figures[f"{key}_gap_p99_ms"] = round(float(np.percentile(late, 99)), 2)
        figures[f"{key}_gap_max_ms"] = round(float(late.max()), 2)
    figures["smooth_ms"] = round(float(np.median(smooth)), 1)
    for plot in plots.values():
        plot.close()
    return figures


def grown(plot: QWidget) -> list[float]:
    """Let the curve grow on a frame clock; return by how many milliseconds each tick of a fast timer was late."""
    from tplab_gui.core.events.training import BatchEnd

    step = [len(plot.runs[0].loss)]

    def grow() -> None:
        first = step[0] + 1
        step[0] += _GROWTH
        plot.extend(
            [BatchEnd(n, n // 1000, 0.2 + 0.1 * (n % 7), 0.9, 1.0, 100.0) for n in range(first, step[0] + 1)]
        )

    clock = QTimer()
    clock.timeout.connect(grow)
    clock.start(_GROWTH_MS)
    heart = Heartbeat()
    live(200)
    heart.late_ms.clear()
    live(int(1000 * _GROWTH_S))
    clock.stop()
    return heart.late_ms


def zoomed(plot: QWidget, number: int) -> None:
    """Zoom in a little more, or out again."""
    low, high = plot.loss_plot.viewRange()[0]
    factor = 0.8 if number % 20 < 10 else 1.25
    middle, half = (low + high) / 2, factor * (high - low) / 2
    plot.loss_plot.setXRange(middle - half, middle + half, padding=0)


def panned(plot: QWidget, number: int) -> None:
    """Shift the view by a twentieth of its width, to the right and back."""
    low, high = plot.loss_plot.viewRange()[0]
    shift = (high - low) / 20 * (1 if number % 20 < 10 else -1)
    plot.loss_plot.setXRange(low + shift, high + shift, padding=0)


def timed(act: Callable[[], object]) -> float:
    """Return how many ms of the processor it takes the window's thread to do something and to show it."""
    began = time.thread_time()
    act()
    painted()
    return 1000 * (time.thread_time() - began)


def painted() -> None:
    """Handle what waits, timers of 0 ms and the paint events of the windows on show included."""
    for _ in range(3):  # a timer may ask for a paint, and that for another layout
        QApplication.processEvents()


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return round(float(np.percentile(times, 95)), 1)


def live(time_ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool], limit_s: float = 120) -> None:
    """Let the window live until something is so."""
    end = time.perf_counter() + limit_s
    while not condition():
        if time.perf_counter() > end:
            raise SystemExit("the window did not get there in time")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


if __name__ == "__main__":
    main()
