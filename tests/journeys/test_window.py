"""Journeys through the real window with the simulated microphone and camera: what a student would do and see."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.main_window import TAB_KEYS, MainWindow
from tplab_gui.ui.widgets.tab import TabContext

READY_MS = 60_000


@pytest.fixture
def closed_window(qtbot, qapp):
    style.apply(qapp, "light")
    window = MainWindow(TabContext(Settings(), simulate=True))
    yield window
    window.close()
    for tab in window.tabs.values():
        assert tab.shut_down(20_000)
    assert window._runner.stop(20_000)
    window.deleteLater()


@pytest.fixture
def window(qtbot, closed_window):
    with qtbot.waitSignal(closed_window.all_ready, timeout=READY_MS):
        closed_window.show()
    return closed_window


def draw(canvas, points):
    """Draw one stroke with the mouse; points in a unit square."""
    side = min(canvas.width(), canvas.height())
    left, top = (canvas.width() - side) // 2, (canvas.height() - side) // 2
    pixels = [QPoint(left + round(x * side), top + round(y * side)) for x, y in points]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=pixels[0])
    for start, end in itertools.pairwise(pixels):
        for step in range(1, 9):
            QTest.mouseMove(canvas, start + (end - start) * step / 8)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=pixels[-1])


def answer(tab, source):
    """What a screen reader says of one row of bars, its digit alone."""
    return tab.answers.rows[source].words().split(":")[1].split(",")[0].strip()


def points(tab):
    """How many batches the plot shows."""
    return sum(len(run.loss) for run in tab.plot.runs)


def test_that_the_window_can_be_used_before_the_networks_are_loaded(qtbot, closed_window):
    order = []
    for name in ("first_paint", "interactive", "all_ready"):
        getattr(closed_window, name).connect(lambda name=name: order.append(name))
    closed_window.show()
    qtbot.waitUntil(lambda: len(order) == 3, timeout=READY_MS)
    assert order == ["first_paint", "interactive", "all_ready"]


def test_that_a_three_drawn_and_said_is_a_three_for_eye_ear_and_both(qtbot, window):
    window.show_tab("digits")
    tab = window.tabs["digits"].draw
    draw(
        tab.ink.canvas,
        [(0.25, 0.2), (0.5, 0.1), (0.72, 0.25), (0.45, 0.47), (0.75, 0.62), (0.6, 0.9), (0.25, 0.8)],
    )
    qtbot.waitUntil(lambda: answer(tab, "image") == "3")
    tab.say(3)
    qtbot.waitUntil(lambda: answer(tab, "audio") == "3", timeout=15_000)
    qtbot.waitUntil(lambda: answer(tab, "fused") == "3")


def test_that_the_ball_of_the_simulated_camera_is_found(qtbot, window):
    window.show_tab("heatmap")
    tab = window.tabs["heatmap"].look
    qtbot.waitUntil(
        lambda: getattr(tab._shown, "score", 0) >= (getattr(tab._shown, "threshold", None) or 0.5),
        timeout=30_000,
    )


def test_that_training_grows_a_curve_and_pauses_resumes_and_stops(qtbot, window):
    window.show_tab("training")
    tab = window.tabs["training"]
    tab.start_or_pause()
    qtbot.waitUntil(lambda: points(tab) > 3, timeout=30_000)
    tab.start_or_pause()
    qtbot.waitUntil(lambda: tab.runner.is_paused)
    tab.start_or_pause()
    before = points(tab)
    qtbot.waitUntil(lambda: points(tab) > before, timeout=30_000)
    tab.runner.request_stop()
    qtbot.waitUntil(lambda: not tab.runner.is_running, timeout=30_000)


def test_that_control_and_a_number_go_to_each_tab(qtbot, window):
    window.activateWindow()
    for number, key in enumerate(TAB_KEYS):
        QTest.keyClick(window, Qt.Key.Key_1 + number, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda key=key: TAB_KEYS[window.pages.currentIndex()] == key)


def test_that_the_theme_changes_while_everything_runs(qtbot, qapp, window):
    try:
        for choice in ("dark", "light", "dark"):
            style.apply(qapp, choice)
            for key in TAB_KEYS:
                window.show_tab(key)
                qtbot.wait(20)
                assert not window.grab().isNull()
    finally:
        style.apply(qapp, "light")


@pytest.mark.parametrize("moment", ["first_paint", "interactive", "all_ready"])
def test_that_closing_is_safe_at_any_moment(qtbot, closed_window, moment):
    with qtbot.waitSignal(getattr(closed_window, moment), timeout=READY_MS):
        closed_window.show()
    started_s = time.perf_counter()
    closed_window.close()
    assert time.perf_counter() - started_s < 2.5
    assert not closed_window.isVisible()


def test_that_closing_in_the_middle_of_an_epoch_takes_under_two_seconds(qtbot, window):
    tab = window.tabs["training"]
    tab.start_or_pause()
    qtbot.waitUntil(lambda: points(tab) > 1, timeout=30_000)
    started_s = time.perf_counter()
    window.close()
    assert time.perf_counter() - started_s < 2.5
    assert not window.is_left_running


def test_that_every_control_has_a_name_for_a_screen_reader(window):
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractItemView,
        QAbstractSlider,
        QComboBox,
        QLineEdit,
        QScrollBar,
    )

    nameless = [
        f"{key}: {type(widget).__name__} {widget.objectName()}"
        for key, tab in window.tabs.items()
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider)
        for widget in tab.findChildren(kind)
        if not isinstance(widget, QScrollBar)
        and not isinstance(
            widget.parent(), QLineEdit | QAbstractItemView
        )  # Qt's own clear and corner buttons
        and not widget.objectName().startswith("qt_")
        and not (
            widget.accessibleName() or getattr(widget, "text", str)() or getattr(widget, "toolTip", str)()
        )
    ]
    assert nameless == []


def run_tplab(tmp_path, *words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "tplab_gui", *words],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        env={**os.environ, "TPLAB_HOME": str(tmp_path / "home"), **environment},
    )


def test_that_smoke_writes_the_times_and_leaves_with_status_0(tmp_path):
    done = run_tplab(tmp_path, "--simulate", "--smoke", str(tmp_path / "smoke.json"))
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "smoke.json").read_text(encoding="utf-8"))
    assert set(figures) == {
        "first_paint_ms",
        "interactive_ms",
        "all_ready_ms",
        "max_event_loop_gap_ms",
        "rss_mb",
    }
    assert 0 < figures["first_paint_ms"] < figures["interactive_ms"] < figures["all_ready_ms"]


def test_that_damaged_settings_do_not_keep_the_window_from_opening(tmp_path):
    settings = tmp_path / "home" / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("{not json", encoding="utf-8")
    done = run_tplab(tmp_path, "--simulate", "--smoke", str(tmp_path / "smoke.json"))
    assert done.returncode == 0, done.stderr
    assert settings.with_name("settings.json.damaged").read_text(encoding="utf-8") == "{not json"


def test_that_a_home_without_write_access_does_not_keep_the_window_from_opening(tmp_path):
    (tmp_path / "home").write_text("a file where a folder should be", encoding="utf-8")
    done = run_tplab(tmp_path, "--simulate", "--smoke", str(tmp_path / "smoke.json"))
    assert done.returncode == 0, done.stderr


def test_that_the_window_opens_in_french(tmp_path):
    done = run_tplab(tmp_path, "--lang", "fr", "--simulate", "--smoke", str(tmp_path / "smoke.json"))
    assert done.returncode == 0, done.stderr
    assert "no translation" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_that_control_c_in_the_terminal_closes_the_window_with_status_130(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-m", "tplab_gui", "--simulate"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TPLAB_HOME": str(tmp_path)},
    )
    log = tmp_path / "logs" / "tplab.log"
    deadline_s = time.monotonic() + 60
    while not (log.exists() and "window open" in log.read_text(encoding="utf-8")):
        assert time.monotonic() < deadline_s
        assert child.poll() is None
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "Traceback" not in errors
    assert (tmp_path / "config" / "settings.json").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells by DISPLAY")
def test_that_without_a_display_the_window_says_so_and_smoke_runs_all_the_same(tmp_path):
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = run_tplab(tmp_path, **bare)
    assert done.returncode == 2
    assert done.stderr.startswith("tplab: There is no display")
    assert run_tplab(tmp_path, "--simulate", "--smoke", str(tmp_path / "smoke.json"), **bare).returncode == 0
