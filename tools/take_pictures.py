"""The pictures of the README, from the real window with simulated sources: `python -m tools.take_pictures`.

Draws, speaks, trains and looks as a student would, then grabs the window into docs/pictures/. `--theme`, `--lang` and
`--size` show the same moments otherwise; `--out` puts them elsewhere, `--only` takes some of them.
"""

import argparse
import io
import itertools
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tplab_gui.app import install_language
from tplab_gui.core.sample_objects import study_samples
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.dialogs.report import ReportDialog
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext

ROOT = Path(__file__).resolve().parents[1]
MOST_BYTES = 150_000
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


def draw(window: MainWindow) -> QWidget:
    """Draw a three with the mouse and let the simulated voice say it."""
    window.show_tab("digits")
    window.tabs["digits"].show_page("draw")
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
    say(tab, 3)
    return window


def say(tab: QWidget, digit: int) -> None:
    """Let the simulated voice say a digit and wait until it is answered."""
    tab.say(digit)
    until(lambda: tab.answers.rows["audio"].digit is not None)
    wait(1500)


def keep_moments(window: MainWindow) -> QWidget:
    """Draw and say three more digits, one of them in conflict, tell what two of them were, replay one."""
    window.show_tab("digits")
    digits = window.tabs["digits"]
    digits.show_page("draw")
    for drawn, said in ((7, 7), (3, 7), (5, 5)):
        digits.draw.ink.clear()
        wait(800)
        digits.draw.ink.draw_sample(drawn)
        wait(1200)
        say(digits.draw, said)
    page = digits.show_page("moments")
    wait(1500)
    for row, told in ((1, 3), (2, 7)):
        page.list.clearSelection()
        page.list.setCurrentRow(row)
        wait(300)
        page.label(told)
    wait(500)
    page.list.clearSelection()
    page.list.setCurrentRow(1)
    wait(2000)
    return window


def study(window: MainWindow) -> QWidget:
    """Run a small comparison of all strategies on the sets that ship."""
    window.show_tab("digits")
    page = window.tabs["digits"].show_page("study")
    page.views.comparison.form.epochs.setValue(6)
    page.views.comparison.form.seeds.setValue(2)
    wait(1000)
    page.compare()
    until(lambda: page.views.comparison.read is not None, 600)
    wait(3000)
    return window


def look(window: MainWindow) -> QWidget:
    """Wait until the ball is well in the picture."""
    window.show_tab("heatmap")
    window.tabs["heatmap"].show_page("look")
    wait(2000)
    tab = window.tabs["heatmap"].look
    until(lambda: getattr(tab._shown, "score", 0) > 0.75)  # noqa: SLF001  what is painted now
    return window


def compare(window: MainWindow) -> QWidget:
    """Compare the fast methods on a sample picture, with their quality in numbers."""
    window.show_tab("heatmap")
    page = window.tabs["heatmap"].show_page("compare")
    wait(300)
    slow = {"scorecam", "ablationcam"}  # they ask the network more than a thousand times
    for method, action in page.form.actions_of.items():
        action.setChecked((action.isChecked() and method not in slow) or method == "randomcam")
    page.form.measure.setChecked(True)
    page.look_at("picture", str(study_samples()["several"]))
    wait(1000)
    until(lambda: not page.runner.is_running, 300)
    wait(500)
    return window


def vary(window: MainWindow) -> QWidget:
    """Run the brightness series of ten."""
    window.show_tab("heatmap")
    page = window.tabs["heatmap"].show_page("sensitivity")
    wait(300)
    page.sweep.form.brightness.click()
    wait(1000)
    until(lambda: not page.runner.is_running, 300)
    wait(500)
    return window


def train(window: MainWindow, epochs: int) -> QWidget:
    """Train the base setup on the set that ships."""
    window.show_tab("training")
    tab = window.tabs["training"]
    tab.form.epochs.setValue(epochs)
    tab.start_or_pause()
    until(lambda: tab.runner.is_running)
    until(lambda: not tab.runner.is_running, 600)
    wait(500)
    return window


def explore(window: MainWindow) -> QWidget:
    """Look at the spoken digits that ship."""
    window.show_tab("data")
    sets = window.tabs["data"].explore.examples.sets
    sets.setCurrentIndex(2)
    sets.activated.emit(2)
    wait(2500)
    return window


def write_report(window: MainWindow) -> QWidget:
    """Write the lab report from what was trained until now."""
    dialog = ReportDialog(window)
    dialog.folder.setText(str(Path(os.environ["TPLAB_HOME"]) / "report"))
    dialog.name.setText("Zoé")
    dialog.show()
    wait(300)
    dialog.make.click()
    wait(500)
    until(lambda: not dialog.runner.is_running, 300)
    dialog.folder.setText("report")  # a folder of this minute says nothing to a reader
    wait(500)
    return dialog


def save(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as a PNG of fewest colours lost: a clone carries these files for ever."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    whole = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    for colours in (256, 128, 64, 32):
        few = whole.quantize(colours, kmeans=2)
        few.save(path, optimize=True)
        if path.stat().st_size <= MOST_BYTES:
            break
    print(path, path.stat().st_size // 1000, "KB", colours, "colours")


def main() -> None:
    """Take one picture of every tab, of the pages that need one, and of the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--lang", choices=("en", "fr"), default="en")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--epochs", type=int, default=14)
    shots: dict[str, Callable[[MainWindow], QWidget]] = {
        "data": explore,
        "heatmap": look,
        "compare": compare,
        "sensitivity": vary,
        "digits": draw,
        "moments": keep_moments,
        "training": lambda window: train(window, options.epochs),
        "study": study,  # after training: its ten runs would fill the list there
        "report": write_report,
    }
    parser.add_argument(
        "--only", default=",".join(shots), metavar="LIST", help="which pictures (%(default)s)"
    )
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
        for key in options.only.split(","):
            save(shots[key](window), options.out / f"{key}.png")
        window.close()


if __name__ == "__main__":
    main()
