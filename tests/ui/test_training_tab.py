"""The training tab with the real job on 96 of the digits that ship."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunEnd, RunStarted
from tplab_gui.training.runs import read_run

LONG_MS = 60_000


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def tab(training_tab):
    return training_tab


@pytest.fixture
def ready(tab):
    tab.start()
    return tab


def steps(tab):
    return len(tab.plot.runs[-1].loss) if tab.plot.runs else 0


def finished(tab):
    return not tab.runner.is_running


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_before_torch_is_loaded_the_tab_says_so_and_start_waits(tab):
    assert not tab.primary.isEnabled()
    assert "being loaded" in tab.plot._empty.text()
    assert tab.form.setup.isEnabled()


def test_that_a_ready_tab_says_what_to_do(ready):
    assert ready.primary.isEnabled()
    assert "Press Start" in ready.plot._empty.text()


def test_that_start_trains_and_the_curves_grow_to_the_end(ready, qtbot):
    press(qtbot, ready.primary)
    assert ready.primary.text() == "Pause"
    assert ready.form.setup.isEnabled()  # for a run to come
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    run = ready.plot.runs[0]
    assert len(run.loss) == 6
    assert sorted(run.epochs) == [1, 2]
    assert ready.list.states == ["finished"]
    assert ready.figures.values["epoch"].text() == "2 / 2"
    assert ready.primary.text() == "Start"
    rows = list(csv.DictReader((Path(ready.list.folders[0]) / "metrics.csv").read_text().splitlines()))
    assert [float(row["test_loss"]) for row in rows] == [run.epochs[n].test_loss for n in (1, 2)]


def test_that_pause_holds_the_run_and_resume_lets_it_go_on(ready, qtbot):
    ready.form.epochs.setValue(50)
    press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: steps(ready) >= 1, timeout=LONG_MS)
    press(qtbot, ready.primary)
    assert ready.primary.text() == "Resume"
    assert ready.list.states == ["paused"]
    qtbot.wait(600)  # the step under way ends
    held = steps(ready)
    qtbot.wait(400)
    assert steps(ready) == held
    press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: steps(ready) > held, timeout=LONG_MS)


def test_that_stop_keeps_the_whole_epochs_and_the_run_can_be_continued(ready, qtbot):
    ready.form.epochs.setValue(3)
    press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: bool(ready.plot.runs and ready.plot.runs[0].epochs), timeout=LONG_MS)
    press(qtbot, ready.stop)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    folder = ready.list.folders[0]
    assert ready.list.states == ["stopped"]
    assert read_run(folder).state == "stopped"
    before = read_run(folder).epochs
    assert ready.list.go_on.isEnabled()
    press(qtbot, ready.list.go_on)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    assert ready.list.folders == [folder]
    assert ready.list.states == ["finished"]
    after = read_run(folder).epochs
    assert len(after) == 3
    assert after[: len(before)] == before
    assert sorted(ready.plot.runs[0].epochs) == [1, 2, 3]


def test_that_space_and_escape_start_and_stop(ready, qtbot):
    ready.form.epochs.setValue(50)
    ready.setFocus()
    qtbot.keyClick(ready, Qt.Key.Key_Space)
    assert ready.runner.is_running
    qtbot.waitUntil(lambda: steps(ready) >= 1, timeout=LONG_MS)
    qtbot.keyClick(ready, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    assert ready.list.states == ["stopped"]


def test_that_the_learning_rate_changes_a_run_that_goes_on(ready, qtbot):
    ready.form.epochs.setValue(50)
    press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: steps(ready) >= 1, timeout=LONG_MS)
    ready.form.lr.field.setText("0.125")
    ready.form.lr.field.editingFinished.emit()
    assert ready.driver.params.get().lr == 0.125


def test_that_a_diverging_run_stops_with_a_notice(ready, qtbot):
    ready.form.lr.field.setText("1e6")
    ready.form.lr.field.editingFinished.emit()
    with qtbot.waitSignal(ready.notice, timeout=LONG_MS, check_params_cb=lambda error, kind: kind == "error"):
        press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    assert ready.list.states == ["diverged"]


def test_that_a_run_that_cannot_start_gives_a_notice_and_start_again(ready, qtbot, own_home):
    own_home.mkdir(parents=True, exist_ok=True)
    (own_home / "data").write_text("a file where the folder of the user should be")
    with qtbot.waitSignal(ready.notice, timeout=LONG_MS, check_params_cb=lambda error, kind: kind == "error"):
        press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    assert ready.primary.isEnabled()
    assert ready.primary.text() == "Start"


def test_that_a_second_run_is_laid_over_the_first_in_its_own_colour(ready, qtbot):
    ready.form.epochs.setValue(1)
    for index in (0, 2):
        ready.form.setup.setCurrentIndex(index)
        press(qtbot, ready.primary)
        qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    base, other = ready.plot.runs
    assert (base.name, other.name) == ("Base", "No dropout")
    assert base.series != other.series
    item = ready.list.tree.topLevelItem(0)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert not base.loss_items["test"].isVisible()
    assert other.loss_items["test"].isVisible()


def test_that_closing_in_the_middle_of_an_epoch_is_quick_and_keeps_the_run(ready, qtbot):
    ready.form.epochs.setValue(50)
    press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: steps(ready) >= 2, timeout=LONG_MS)
    assert ready.shut_down(5000)
    assert read_run(ready.list.folders[0]).state == "stopped"


def test_that_closing_before_anything_began_is_safe(tab):
    assert tab.shut_down()


def test_that_the_time_left_is_what_the_measured_speed_says(tab):
    tab.figures.begin(RunStarted("", "base", 1, "builtin", "cpu", 1, 10, 4, 1, 10, 640, 100))
    assert tab.figures.values["left"].text() == "–"
    tab.figures.take(BatchEnd(10, 1, 0.5, 0.5, 1.0, 64.0))
    assert tab.figures.seconds_left() == pytest.approx(30)  # three epochs of 640 pictures at 64 a second
    tab.figures.take(EpochEnd("base", 1, 10, 1, 1, 1, 0, 0, 1, 12.0, 64.0, is_best=True))
    tab.figures.refresh()
    assert tab.figures.values["left"].text() == "36 s"


def test_that_every_control_has_a_name_for_a_screen_reader_and_a_tool_tip(tab):
    from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider

    for kind in (QAbstractButton, QAbstractSpinBox, QComboBox, QSlider, QLineEdit):
        for widget in tab.findChildren(kind):
            if widget.objectName().startswith("qt_") or "Scroll" in type(widget).__name__:
                continue
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, widget
            assert widget.toolTip() or widget.parent() is None or isinstance(widget, QAbstractButton), name


def test_that_the_run_end_of_the_job_is_what_the_list_says(ready):
    ready.receive([RunStarted("/x", "base", 1, "builtin", "cpu", 1, 10, 1, 1, 1, 1, 1)])
    ready.receive([RunEnd("/x", "base", "finished", 1, 1, 0.1)])
    assert ready.list.states == ["finished"]


def test_that_a_run_that_ended_early_says_why(ready):
    ready.receive([RunStarted("/x", "base", 1, "builtin", "cpu", 1, 10, 9, 1, 1, 1, 1)])
    ready.receive([RunEnd("/x", "base", "early", 7, 5, 0.1)])
    assert ready.list.states == ["early"]
    assert "no progress for 2 epochs, best epoch 5" in ready.figures.state.toolTip()
    assert not ready.list.go_on.isEnabled()


def test_that_a_spoken_run_is_trained_named_and_continued_at_its_own_learning_rate(ready, qtbot):
    def small():
        for name, value in (("limit", 40), ("batch_size", 20), ("threads", 1)):
            ready.form.more._fields[name].setValue(value)

    ready.form.show_experiment("spoken-digits")
    assert not ready.controls.add_all.isVisible()
    small()
    press(qtbot, ready.primary)
    qtbot.waitUntil(lambda: bool(ready.plot.runs and ready.plot.runs[0].epochs), timeout=LONG_MS)
    press(qtbot, ready.stop)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    row = ready.list.rows[0]
    assert (row.setup_name, row.experiment) == ("Spoken digits", "spoken-digits")
    ready.form.show_experiment("mnist-loss")
    assert ready.controls.add_all.isVisible()
    ready._continue(row)
    qtbot.waitUntil(lambda: finished(ready), timeout=LONG_MS)
    epochs = read_run(row.folder).epochs
    assert len(epochs) == 30
    assert [each.lr for each in epochs] == pytest.approx([0.005 * 0.95**n for n in range(30)])
