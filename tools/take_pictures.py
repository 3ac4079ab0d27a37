"""The pictures of the README, from the real window with simulated sources: `python -m tools.take_pictures`.

Draws, speaks, trains and looks as a student would, then grabs the window into docs/pictures/. `--theme`, `--lang` and
`--size` show the same moments otherwise; `--out` puts them elsewhere.
"""

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tplab_gui.app import install_language
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext

ROOT = Path(__file__).resolve().parents[1]
# A three, as a pen goes, in a unit square.
THREE = [
    (0.25, 0.2),
    (0.45, 0.1),
    (0.7, 0.2),
    (0.65, 0.4),
    (0.45, 0.48),
    (0.7, 0.55),
    (0.75, 0.78),
    (0.5, 0.9),
    (0.25, 0.8),
]


def wait(time_ms: int) -> None:
    """Let the window live for a while. `QTest.qWait` would hold Python's lock and starve the jobs."""
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool], timeout_s: float = 120.0) -> None:
    """Let the window live until `condition` holds."""
    end_s = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > end_s:
            raise SystemExit("the window did not get there in time")
        wait(30)


def draw(window: MainWindow) -> None:
    """Draw a three with the mouse and let the simulated voice say it."""
    window.show_tab("digits")
    tab = window.tabs["digits"].draw
    canvas = tab.ink.canvas
    wait(300)
    side = min(canvas.width(), canvas.height())
    left, top = (canvas.width() - side) // 2, (canvas.height() - side) // 2
    points = [QPoint(left + round(x * side), top + round(y * side)) for x, y in THREE]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    for start, end in itertools.pairwise(points):
        for step in range(1, 9):
            QTest.mouseMove(canvas, start + (end - start) * step / 8)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
    wait(1500)
    tab.say(3)
    until(lambda: tab.answers.rows["audio"].digit is not None)
    wait(1500)


def look(window: MainWindow) -> None:
    """Wait until the ball is well in the picture."""
    tab = window.tabs["heatmap"].look
    until(lambda: getattr(tab._shown, "score", 0) > 0.75)  # noqa: SLF001  what is painted now


def train(window: MainWindow, epochs: int) -> None:
    """Train the base setup on the set that ships."""
    window.show_tab("training")
    tab = window.tabs["training"]
    tab.form.epochs.setValue(epochs)
    tab.start_or_pause()
    until(lambda: tab.runner.is_running)
    until(lambda: not tab.runner.is_running, 600)
    wait(500)


def main() -> None:
    """Take one picture of every tab."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--lang", choices=("en", "fr"), default="en")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--tabs", default="data,heatmap,digits,training")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home
        app = QApplication([])
        install_language(app, options.lang)
        style.apply(app, options.theme)
        window = MainWindow(TabContext(Settings(theme=options.theme, language=options.lang), simulate=True))
        window.resize(*map(int, options.size.split("x")))
        window.show()
        until(lambda: len(window.tabs) == 4)
        until(lambda: not window.waiting_for())
        for key in options.tabs.split(","):
            window.show_tab(key)
            if key == "digits":
                draw(window)
            elif key == "training":
                train(window, options.epochs)
            elif key == "data":
                sets = window.tabs["data"].explore.examples.sets
                sets.setCurrentIndex(2)
                sets.activated.emit(2)
                wait(2500)
            else:
                wait(2000)
                look(window)
            window.grab().save(str(options.out / f"{key}.png"))
            print(options.out / f"{key}.png")
        window.close()


if __name__ == "__main__":
    main()
