"""How fluid the list of the data explorer is with 30,000 files.

    python benchmarks/explorer.py [--files 30000] [--json]

A folder as AudioMNIST's (60 speakers, ten digits) of tiny WAV files is made, listed and shown by the real list,
offscreen: how long the listing takes in the worker, a key typed into the search or a click on a head in the window
until the table is painted again, and how late the event loop is while the lengths are read from the headers.
"""

import argparse
import functools
import json
import os
import struct
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.ui_lag import Heartbeat

TYPED = ("speaker:17", "digit:7 speaker:0", "3_01_4", "length:<0.05 digit:3,4", "index:0-4")
SPEAKERS = 60


def make_files(folder: Path, count: int) -> None:
    """Write `count` WAV files of 20 to 100 ms of silence, named as AudioMNIST names them."""
    wavs = [_wav(samples) for samples in range(160, 801, 40)]
    per_digit = -(-count // (SPEAKERS * 10))
    made = 0
    for speaker in range(1, SPEAKERS + 1):
        home = folder / f"{speaker:02d}"
        home.mkdir(parents=True)
        for digit in range(10):
            for index in range(per_digit):
                if made < count:
                    path = home / f"{digit}_{speaker:02d}_{index}.wav"
                    path.write_bytes(wavs[(7 * made + digit) % len(wavs)])
                    made += 1


def _wav(samples: int, rate_hz: int = 8000) -> bytes:
    data = bytes(2 * samples)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate_hz, 2 * rate_hz, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(data)) + data
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def measure(folder: Path) -> dict[str, float]:
    """Return the figures for the clips in `folder`."""
    from tplab_gui.core.events.data import ExamplesListed
    from tplab_gui.data.catalogue import SOUNDS, list_examples
    from tplab_gui.ui.widgets.example_list import ExampleList

    begin = time.perf_counter()
    examples = tuple(list_examples(str(folder), SOUNDS))
    listed_ms = 1000 * (time.perf_counter() - begin)
    labels = np.array([each.label for each in examples], np.uint8)
    shown = ExampleList()
    shown.resize(380, 600)
    shown.show()
    QApplication.processEvents()
    heart = Heartbeat()
    begin = time.perf_counter()
    shown.show_examples(ExamplesListed(SOUNDS, str(folder), examples, labels))
    shown.table.viewport().repaint()
    fill_ms = 1000 * (time.perf_counter() - begin)
    wait_until(lambda: shown.model.longest_s() > 0)
    heart.take()
    wait_until(lambda: not shown._lengths.is_running)  # noqa: SLF001  its end is nothing a user waits for
    lengths_s = time.perf_counter() - begin
    while_reading = heart.take()
    keys_ms = []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            keys_ms.append(timed(shown, lambda typed=text[:end]: shown.search.setText(typed)))
        keys_ms.append(timed(shown, shown.search.clear))
    sorts_ms = [
        timed(shown, functools.partial(shown.table.sortByColumn, column, order))
        for column in range(4)
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    ]
    shown.shut_down(5000)
    shown.close()
    return {
        "files": len(examples),
        "listed_in_the_worker_ms": round(listed_ms, 1),
        "filled_ms": round(fill_ms, 1),
        "lengths_read_s": round(lengths_s, 2),
        **{f"late_while_reading_{key}": value for key, value in while_reading.items()},
        "key_p50_ms": round(float(np.percentile(keys_ms, 50)), 1),
        "key_p95_ms": round(float(np.percentile(keys_ms, 95)), 1),
        "key_max_ms": round(max(keys_ms), 1),
        "sort_max_ms": round(max(sorts_ms), 1),
    }


def timed(shown: object, change: object) -> float:
    """Return how many milliseconds a change takes until the table is painted again."""
    begin = time.perf_counter()
    change()
    shown.table.viewport().repaint()
    return 1000 * (time.perf_counter() - begin)


def wait_until(condition: object) -> None:
    """Let the window live until `condition` holds."""
    while not condition():
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def main() -> None:
    """Make the files, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=30_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home
        app = QApplication([])
        make_files(Path(home) / "clips", options.files)
        figures = measure(Path(home) / "clips")
        del app
    if options.json:
        print(json.dumps(figures))
    else:
        for key, value in figures.items():
            print(f"{key:28} {value}")


if __name__ == "__main__":
    main()
