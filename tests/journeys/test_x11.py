"""One journey with real input: the X server moves the pointer and presses the keys, Qt's own path does the rest."""

import itertools
import subprocess
import threading

import pytest
from PySide6.QtCore import QPoint

from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext

pytestmark = pytest.mark.x11
SEVEN = [(0.25, 0.2), (0.75, 0.2), (0.45, 0.85)]


@pytest.fixture
def window(qtbot, qapp):
    style.apply(qapp, "light")
    window = MainWindow(TabContext(Settings(tab="digits"), simulate=True))
    with qtbot.waitSignal(window.all_ready, timeout=60_000):
        window.show()
    yield window
    window.close()
    for tab in window.tabs.values():
        assert tab.shut_down(20_000)
    window.deleteLater()


def send(qtbot, *words):
    """Run xdotool beside the event loop, which has to take what it sends."""
    codes = []
    hand = threading.Thread(
        target=lambda: codes.append(subprocess.run(["xdotool", *words], check=False).returncode)
    )
    hand.start()
    qtbot.waitUntil(lambda: bool(codes), timeout=20_000)
    hand.join()
    assert codes == [0]


def test_that_a_seven_drawn_by_a_real_pointer_is_a_seven(qtbot, window):
    tab = window.tabs["digits"].draw
    canvas = tab.ink.canvas
    side = min(canvas.width(), canvas.height())
    corners = [canvas.mapToGlobal(QPoint(round(x * side), round(y * side))) for x, y in SEVEN]
    words = ["mousemove", str(corners[0].x()), str(corners[0].y()), "mousedown", "1"]
    for start, end in itertools.pairwise(corners):
        for step in range(1, 13):
            point = start + (end - start) * step / 12
            words += ["mousemove", str(point.x()), str(point.y()), "sleep", "0.01"]
    send(qtbot, *words, "mouseup", "1")
    qtbot.waitUntil(lambda: tab.answers.rows["image"].digit == 7)


def test_that_real_keys_change_the_tab_and_clear_the_drawing(qtbot, window):
    tab = window.tabs["digits"].draw
    window.activateWindow()
    tab.setFocus()
    send(qtbot, "key", "3")
    qtbot.waitUntil(lambda: tab.answers.rows["image"].digit == 3)
    send(qtbot, "key", "Escape")
    qtbot.waitUntil(lambda: tab.answers.rows["image"].digit is None)
    send(qtbot, "key", "ctrl+4")
    qtbot.waitUntil(lambda: window.pages.currentIndex() == 3)


def test_that_a_real_pen_lifted_outside_the_window_is_up_and_its_line_ends_at_the_edge(qtbot, window):
    """The pointer leaves the canvas to the left, out of the window, and is released there."""
    canvas = window.tabs["digits"].draw.ink.canvas
    window.move(200, 50)
    qtbot.waitUntil(lambda: canvas.mapToGlobal(QPoint(0, 0)).x() > 150)
    begin = canvas.mapToGlobal(QPoint(canvas.width() // 2, canvas.height() // 2))
    words = ["mousemove", str(begin.x()), str(begin.y()), "mousedown", "1"]
    for x in range(begin.x(), 20, -12):
        words += ["mousemove", str(x), str(begin.y()), "sleep", "0.01"]
    send(qtbot, *words, "mouseup", "1", "mousemove", str(begin.x()), str(begin.y() + 40))
    qtbot.waitUntil(lambda: len(canvas.strokes()) == 1 and not canvas.ink().is_pen_down)
    (stroke,) = canvas.strokes()
    assert stroke[-1, 0] == pytest.approx(0.0, abs=0.02)
