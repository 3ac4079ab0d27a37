"""The queue of runs: its order, what happens when a run ends, stops or cannot begin."""

import shutil

import pytest
from PySide6.QtCore import Qt

from tplab_gui.core.params import SETUPS, TrainParams
from tplab_gui.training.runs import list_runs
from tplab_gui.ui.widgets.run_queue import PlannedRun, QueueView, RunQueue

LONG_MS = 60_000


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def tab(training_tab):
    training_tab.form.epochs.setValue(1)
    training_tab.start()
    return training_tab


def plan(name):
    return PlannedRun(TrainParams(run_root=""), name)


def names(queue):
    return [each.name for each in queue.plans]


@pytest.fixture
def view(qtbot):
    view = QueueView(RunQueue())
    qtbot.addWidget(view)
    view._queue.add(plan("a"), plan("b"), plan("c"))
    view.show()
    return view


def test_that_alt_and_an_arrow_reorder_and_the_run_stays_chosen(view, qtbot):
    view.list.setCurrentRow(2)
    qtbot.keyClick(view.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(view._queue) == ["a", "c", "b"]
    assert view.list.currentRow() == 1
    qtbot.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(view._queue) == ["a", "b", "c"]


def test_that_buttons_reorder_and_cancel(view, qtbot):
    view.list.setCurrentRow(0)
    assert not view.up.isEnabled()
    qtbot.mouseClick(view.down, Qt.MouseButton.LeftButton)
    assert names(view._queue) == ["b", "a", "c"]
    qtbot.mouseClick(view.drop, Qt.MouseButton.LeftButton)
    assert names(view._queue) == ["b", "c"]
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    assert names(view._queue) == ["b"]


def test_that_an_empty_queue_takes_no_room(view):
    for _ in range(3):
        view._queue.cancel(0)
    assert view.isHidden()


def test_that_a_run_that_could_not_begin_is_passed_over_and_says_why(view):
    first = view._queue.take()
    view._queue.give_back(first, "no data")
    assert view._queue.waiting == 2
    assert view._queue.take().name == "b"
    assert "failed" in view.list.item(0).text()
    assert view.list.item(0).toolTip() == "no data"


def test_that_run_all_four_trains_the_four_setups_in_order_and_ends_by_itself(tab, qtbot, own_home):
    qtbot.mouseClick(tab.controls.add_all, Qt.MouseButton.LeftButton)
    assert tab.queue.waiting == 3
    qtbot.waitUntil(lambda: tab.queue.waiting == 0 and not tab.runner.is_running, timeout=LONG_MS)
    found, problems = list_runs(own_home / "data" / "runs")
    assert problems == []
    assert tuple(run.config["setup"] for run in found) == SETUPS
    assert {run.config["seed"] for run in found} == {1}
    assert {run.state for run in found} == {"finished"}


def test_that_stop_ends_the_run_and_the_queue_waits_for_start(tab, qtbot):
    tab.form.epochs.setValue(50)
    tab.run_all_four()
    qtbot.waitUntil(lambda: bool(tab.list.states), timeout=LONG_MS)
    qtbot.mouseClick(tab.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.runner.is_running, timeout=LONG_MS)
    qtbot.wait(100)
    assert not tab.runner.is_running
    assert tab.queue.waiting == 3
    assert "waits for Start" in tab.queue_view.head.accessibleName()
    assert "first run of the queue" in tab.primary.toolTip()
    tab.start_or_pause()
    qtbot.waitUntil(lambda: len(tab.list.states) == 2, timeout=LONG_MS)
    assert tab.queue.waiting == 2


def test_that_a_run_can_be_queued_while_another_learns_and_has_its_own_choices(tab, qtbot):
    tab.form.epochs.setValue(3)
    tab.start_or_pause()
    tab.form.seed.setValue(7)
    tab.form.lr.field.setText("0.5")
    tab.form.epochs.setValue(1)
    qtbot.mouseClick(tab.controls.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.runner.is_running, timeout=LONG_MS)
    assert [run.planned_epochs for run in tab.plot.runs] == [3, 1]
    assert "-7-" in tab.list.folders[1]


def test_that_a_failure_is_told_and_the_queue_goes_on(tab, qtbot, tmp_path):
    lost = tmp_path / "lost"
    lost.mkdir()
    bad, good = tab.form.params(), tab.form.params()
    object.__setattr__(bad, "data", str(lost))
    shutil.rmtree(lost)
    tab.queue.add(tab._planned(bad), tab._planned(good))
    with qtbot.waitSignal(tab.notice, timeout=LONG_MS, check_params_cb=lambda error, kind: kind == "error"):
        tab.start_or_pause()
    qtbot.waitUntil(lambda: not tab.runner.is_running, timeout=LONG_MS)
    assert tab.list.states == ["finished"]
    assert [bool(each.trouble) for each in tab.queue.plans] == [True]
    assert "lost" in tab.queue.plans[0].trouble


def test_that_closing_with_a_full_queue_starts_nothing_more(tab, qtbot):
    tab.form.epochs.setValue(50)
    tab.run_all_four()
    qtbot.waitUntil(lambda: bool(tab.list.states), timeout=LONG_MS)
    assert tab.shut_down(LONG_MS)
    assert not tab.runner.is_running
    assert len(tab.list.states) == 1
