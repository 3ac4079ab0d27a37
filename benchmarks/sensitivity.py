"""The time from a slider to the new heatmap on a still picture, and that of each transform.

    python benchmarks/sensitivity.py [--moves 60] [--json]

The real page Look on an offscreen screen: a slider is set, and the time runs until the new picture and its heat are
painted. Once with the built-in network, once with regnet_y_400mf (random weights: the time does not depend on them).
On a busy machine the processor time (`cpu`) says more; the window adds up to 16 ms, until its next frame.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cv2
import numpy as np
import torch
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.heatmap import regnet
from tplab_gui.core.adjustments import NEUTRAL, TRANSFORMS
from tplab_gui.core.events.heatmap import HeatmapFrame
from tplab_gui.core.settings import Settings
from tplab_gui.ui.widgets.look_page import LookPage
from tplab_gui.ui.widgets.tab import TabContext
from tplab_gui.vision import watch
from tplab_gui.vision.adjust import apply

SIZE = (480, 640)
MOVED = ("brightness", "rotation", "perspective", "saturation", "blur", "occlusion")


def picture() -> np.ndarray:
    """Return a smooth random picture, RGB (480, 640, 3) uint8."""
    cells = np.random.default_rng(0).integers(0, 256, (12, 16, 3), np.uint8)
    return np.asarray(cv2.resize(cells, SIZE[::-1], interpolation=cv2.INTER_CUBIC), np.uint8)


def transform_times(rounds: int = 25) -> dict[str, float]:
    """Return the median time of each transform at a strong value, in ms, at 640 x 480."""
    rgb, times = picture(), {}
    for known in TRANSFORMS:
        if known.is_placing:
            continue
        asked = NEUTRAL.with_value(known.name, (known.neutral + known.ends()[0]) / 2)
        spent = []
        for i in range(rounds + 2):
            began = time.perf_counter()
            apply(rgb, asked)
            if i >= 2:
                spent.append((time.perf_counter() - began) * 1000)
        times[known.name] = statistics.median(spent)
    return times


def until(condition: Callable[[], bool], timeout_s: float = 60.0) -> None:
    """Let the window live until `condition` holds, looked at ten times a second."""
    loop, clock, end_s = QEventLoop(), QTimer(), time.monotonic() + timeout_s

    def look() -> None:
        if condition() or time.monotonic() > end_s:
            loop.quit()

    clock.timeout.connect(look)
    clock.start(100)
    loop.exec()
    clock.stop()
    if not condition():
        raise SystemExit("the window did not get there in time")


def slider_times(moves: int) -> list[tuple[float, float]]:
    """Return the time from a slider to the painted heatmap, and the processor time in it, in ms, of each move."""
    page = LookPage(TabContext(Settings(), simulate=True))
    page.resize(1280, 720)
    page.show()
    page.set_active(True)
    page.start()
    page.look_at("picture", "", "picture", picture())
    until(lambda: isinstance(page._shown, HeatmapFrame) and page._shown.image.shape[:2] == SIZE)  # noqa: SLF001
    drawn = QEventLoop()  # ends with the new picture: a clock of our own would take Python from the job

    def show(picture: object, paint: Callable[[object], None] = page.feed._show) -> None:  # noqa: SLF001
        paint(picture)
        drawn.quit()

    page.feed._show = show  # noqa: SLF001
    rng, times = np.random.default_rng(1), []
    for i in range(moves + 5):
        slider = page.adjust.sliders[MOVED[i % len(MOVED)]]
        began, worked = time.perf_counter(), time.process_time()
        slider.field.setValue(slider.known.value_at(float(rng.uniform(0.2, 0.8))))
        drawn.exec()
        page.panels.repaint()
        if i >= 5:
            times.append(((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000))
    page.shut_down(10_000)
    page.deleteLater()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--moves", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home
        app = QApplication([])
        each = transform_times()
        figures = {
            "transform_median_ms": statistics.median(each.values()),
            "transform_worst_ms": max(each.values()),
            **{f"{name}_ms": value for name, value in each.items()},
        }
        named = tuple("tennis ball" if place == 852 else f"class {place}" for place in range(1000))
        loaders = {
            "builtin": watch.load_classifier,
            "regnet": lambda *_, **__: replace(regnet(), classes=named),
        }
        for name, loader in loaders.items():
            watch.load_classifier = loader
            times = slider_times(options.moves)
            waited, worked = (np.array(each) for each in zip(*times, strict=True))
            figures[f"slider_to_heatmap_p50_ms_{name}"] = float(np.median(waited))
            figures[f"slider_to_heatmap_p95_ms_{name}"] = float(np.percentile(waited, 95))
            figures[f"slider_to_heatmap_cpu_p50_ms_{name}"] = float(np.median(worked))
            figures[f"slider_to_heatmap_cpu_p95_ms_{name}"] = float(np.percentile(worked, 95))
        del app
    figures = {name: round(value, 3) for name, value in figures.items()}
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:36s} {value}")


if __name__ == "__main__":
    main()
