"""Whether the window grows while it trains: memory, threads, open handles and held-up ticks over half an hour.

    python benchmarks/soak_training.py [--minutes 30] [--every 10] [--threads 1] [--json]

The real window with all tabs, offscreen; the Training tab runs the real job on the digits that ship, one run of 1,000
epochs after the other, and draws. Every `--every` seconds one sample is taken. The first fifth (at most five minutes)
is warm-up: caches fill, tabs build. The slope is the median of all slopes between two samples after it (Theil and Sen),
which a garbage collection or a single peak does not move. What a run of a student keeps on purpose (its points on the
plot) is part of it. Flat: less than `FLAT_MIB_PER_H`, and no more threads or handles at the end than after warm-up.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.ui_lag import Heartbeat

FLAT_MIB_PER_H = 20.0  # an afternoon of four hours costs less than a browser tab
WARM_UP_SHARE, WARM_UP_MOST_S = 0.2, 300.0
_SPARE = 2  # threads or handles that may come and go


def main() -> None:
    """Open the window, train for `--minutes`, print what grew."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--every", type=float, default=10, help="seconds between two samples (%(default)s)")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--samples", type=Path, metavar="FILE.csv", help="write every sample there")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home
        samples, counts = measure(60 * options.minutes, options.every, options.threads)
    if options.samples:
        lines = [",".join(samples[0]), *(",".join(str(v) for v in each.values()) for each in samples)]
        options.samples.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = {**verdict(samples), **counts}
    if options.json:
        print(json.dumps(figures))
    else:
        for key, value in figures.items():
            print(f"{key:22} {value}")


def verdict(samples: list[dict[str, float]]) -> dict[str, float | bool | str]:
    """Return slope and verdict of samples with the keys of `_sample`, oldest first.

    Raises
    ------
    ValueError
        If fewer than three samples remain after the warm-up.

    """
    end_s = samples[-1]["s"]
    warm_s = min(WARM_UP_SHARE * end_s, WARM_UP_MOST_S)
    kept = [each for each in samples if each["s"] >= warm_s]
    if len(kept) < 3:
        raise ValueError(f"{len(kept)} samples after {warm_s:.0f} s of warm-up are too few")
    slope = theil_sen([each["s"] / 3600 for each in kept], [each["rss_mib"] for each in kept])
    grown = {
        key: int(np.median([e[key] for e in kept[-5:]]) - np.median([e[key] for e in kept[:5]]))
        for key in ("threads", "handles")
    }
    is_flat = slope < FLAT_MIB_PER_H and max(grown.values()) <= _SPARE
    return {
        "minutes": round(end_s / 60, 1),
        "samples": len(samples),
        "slope_mib_per_h": round(slope, 2),
        "rss_warm_mib": round(kept[0]["rss_mib"], 1),
        "rss_end_mib": round(kept[-1]["rss_mib"], 1),
        "rss_max_mib": round(max(each["rss_mib"] for each in kept), 1),
        "threads_grown": grown["threads"],
        "handles_grown": grown["handles"],
        "gap_p99_ms": round(float(np.median([each["p99_ms"] for each in kept])), 2),
        "gap_max_ms": round(max(each["max_ms"] for each in kept), 2),
        "verdict": "flat" if is_flat else "grows",
    }


def theil_sen(x: list[float], y: list[float]) -> float:
    """Return the median slope between any two points (H. Theil 1950, P. K. Sen 1968)."""
    first, second = np.triu_indices(len(x), k=1)
    across, up = np.asarray(x), np.asarray(y)
    return float(np.median((up[second] - up[first]) / (across[second] - across[first])))


def measure(seconds: float, every_s: float, threads: int) -> tuple[list[dict[str, float]], dict[str, int]]:
    """Return the samples of one session, and how much was learnt in it."""
    from tplab_gui.core.settings import Settings
    from tplab_gui.ui import style
    from tplab_gui.ui.main_window import MainWindow
    from tplab_gui.ui.widgets.tab import TabContext

    app = QApplication([])
    style.apply(app, "light")
    window = MainWindow(TabContext(Settings(), simulate=True))
    window.show()

    def run_while(condition, limit_s: float = 300) -> None:  # noqa: ANN001  a callable
        end = time.perf_counter() + limit_s
        while condition() and time.perf_counter() < end:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    heart, process, samples = Heartbeat(), psutil.Process(), []
    run_while(lambda: "training" in window.waiting_for())
    tab = window.tabs["training"]
    tab.form.epochs.setValue(1000)
    tab.form.more._fields["threads"].setValue(threads)
    start = time.perf_counter()
    while time.perf_counter() < start + seconds:
        if not tab.runner.is_running:
            tab.start_or_pause()
        heart.take() if heart.late_ms else None
        until = time.perf_counter() + every_s
        run_while(lambda until=until: time.perf_counter() < until)
        samples.append({"s": round(time.perf_counter() - start, 1), **_sample(process), **heart.take()})
    counts = {
        "runs": len(tab.plot.runs),
        "epochs": sum(len(row.curve) for row in tab.list.rows),
        "batches": sum(len(run.loss) for run in tab.plot.runs),
    }
    window.close()
    app.processEvents()
    return samples, counts


def _sample(process: psutil.Process) -> dict[str, float]:
    """Return memory (MiB), threads (of the system, and of Python) and open handles of this process now."""
    handles = process.num_handles() if sys.platform == "win32" else process.num_fds()
    return {
        "rss_mib": round(process.memory_info().rss / 2**20, 2),
        "threads": process.num_threads(),
        "python_threads": threading.active_count(),
        "handles": handles,
    }


if __name__ == "__main__":
    main()
