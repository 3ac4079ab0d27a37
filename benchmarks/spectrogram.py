"""How soon a turned setting is seen in the data explorer.

    python benchmarks/spectrogram.py [--changes 60] [--json]

The real page Explore, offscreen: a one-second clip at 8 kHz, the hop turned step by step; from the changed field until
the new spectrogram is painted, through the worker. Beside it the computation alone, against torchaudio's.
"""

import argparse
import json
import os
import sys
import tempfile
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

RATE_HZ = 8000


def clip() -> np.ndarray:
    """Return one second of tones and noise, float32 (8000,)."""
    time_s = np.arange(RATE_HZ) / RATE_HZ
    tones = sum(np.sin(2 * np.pi * hz * time_s) for hz in (220, 700, 1800))
    return (0.1 * tones + np.random.default_rng(0).normal(0, 0.02, RATE_HZ)).astype(np.float32)


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count and let pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def redraw_ms(changes: int, folder: Path) -> list[tuple[float, float]]:
    """Return the milliseconds, by the clock and of processor, from each turned setting until it is painted."""
    from tplab_gui.core.settings import Settings
    from tplab_gui.data.sounds import write_wav
    from tplab_gui.ui.widgets.explore_page import ExplorePage
    from tplab_gui.ui.widgets.tab import TabContext

    write_wav(folder / "3_me_0.wav", clip(), RATE_HZ)
    page = ExplorePage(TabContext(Settings()))
    page.resize(1440, 860)
    page.show()
    page.start()
    until(lambda: page.stage.currentWidget() is page.picture)  # the first set opens by itself
    page.open_folder(str(folder))
    bench = page.bench
    until(lambda: page.stage.currentWidget() is bench)
    hop = bench.controls.form.fields["hop_samples"].field
    canvas = bench.clip.plots.viewport()
    paints, taken = Paints(canvas), []
    for number in range(changes):
        wait(20)
        before = bench.clip.plots.seen
        begin, begin_cpu = time.perf_counter(), time.process_time()
        hop.setValue(41 + number % 40)
        until(lambda before=before: bench.clip.plots.seen is not before)
        painted = paints.count
        wait(0)
        if paints.count == painted:
            canvas.repaint()
        taken.append((1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - begin_cpu)))
    page.shut_down(5000)
    page.close()
    return taken


def compute_ms(rounds: int = 200) -> tuple[float, float]:
    """Return the median milliseconds of the report's spectrogram: the lab's, torchaudio's; in turn."""
    import torch
    import torchaudio

    from tplab_gui.core.events.data import Analyse
    from tplab_gui.core.mel_choice import preset
    from tplab_gui.speech.clip_analysis import analyse

    torch.set_num_threads(1)
    samples, tensor = clip(), torch.from_numpy(clip())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # four empty bands, remark R10
        mel, to_db = torchaudio.transforms.MelSpectrogram(), torchaudio.transforms.AmplitudeToDB()
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        for call, into in (
            (lambda: analyse(Analyse(samples, RATE_HZ, preset("report", RATE_HZ))), ours),
            (lambda: to_db(mel(tensor)), theirs),
        ):
            begin = time.perf_counter()
            call()
            into.append(1000 * (time.perf_counter() - begin))
    return float(np.median(ours)), float(np.median(theirs))


def wait(time_ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()


def until(condition: object) -> None:
    """Let the window live until `condition` holds."""
    end_s = time.monotonic() + 30
    while not condition():  # type: ignore[operator]
        if time.monotonic() > end_s:
            raise SystemExit("the page did not get there in time")
        wait(1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TPLAB_HOME"] = folder
        app = QApplication([])  # kept alive by its name
        taken = redraw_ms(options.changes, Path(folder))
        del app
    ours, theirs = compute_ms()
    figures = {
        "redraw_p50_ms": round(float(np.median(taken, axis=0)[0]), 1),
        "redraw_p95_ms": round(float(np.percentile(taken, 95, axis=0)[0]), 1),
        "redraw_processor_p50_ms": round(float(np.median(taken, axis=0)[1]), 1),
        "compute_ms": round(ours, 2),
        "torchaudio_ms": round(theirs, 2),
        "times_faster_than_torchaudio": round(theirs / ours, 2),
    }
    print(
        json.dumps(figures)
        if options.json
        else "\n".join(f"{name}: {value}" for name, value in figures.items())
    )


if __name__ == "__main__":
    main()
