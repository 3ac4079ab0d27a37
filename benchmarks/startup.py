"""How long the window takes, from the start of the process: the keys of `--smoke`, medians over several starts.

    python benchmarks/startup.py [--runs 5] [--json]

The peer of the same run is the order everybody writes first: every import, then the window.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEER = """
from tplab_gui.core.process import age_s
import pyqtgraph, torch, torchvision, torchaudio, cv2, sounddevice
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(1000 * age_s())
"""


def start_lab(folder: Path) -> dict[str, float]:
    """Open the real window with simulated sources and return its figures."""
    target = folder / "smoke.json"
    subprocess.run(
        [sys.executable, "-m", "tplab_gui", "--simulate", "--smoke", str(target)],
        check=True,
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TPLAB_HOME": str(folder / "home")},
        cwd=Path(__file__).resolve().parents[1],
    )
    return json.loads(target.read_text(encoding="utf-8"))


def start_peer() -> float:
    """Return the milliseconds to the first paint when everything is imported first."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PEER], check=True, capture_output=True, text=True, env=environment
    )
    return float(done.stdout)


def main() -> None:
    """Alternate the lab and its peer, print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    starts: list[dict[str, float]] = []
    peers: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        start_lab(Path(folder))  # fills the disk cache and the bytecode
        for _ in range(options.runs):
            starts.append(start_lab(Path(folder)))
            peers.append(start_peer())
            time.sleep(0.5)
    figures = {key: round(statistics.median(each[key] for each in starts), 1) for key in starts[0]}
    figures["imports_first_paint_ms"] = round(statistics.median(peers), 1)
    figures["paint_vs_imports_first"] = round(
        figures["imports_first_paint_ms"] / figures["first_paint_ms"], 2
    )
    figures["runs"] = options.runs
    if options.json:
        print(json.dumps(figures))
    else:
        for key, value in figures.items():
            print(f"{key:26} {value}")


if __name__ == "__main__":
    main()
