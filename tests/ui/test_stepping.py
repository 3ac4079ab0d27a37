"""Learning step by step in the training tab: the real job on 96 of the digits that ship, three batches an epoch."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tplab_gui.core.settings import Settings
from tplab_gui.training.runs import EVENTS, read_run
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.run_driver import BATCH, EPOCH
from tplab_gui.ui.widgets.tab import TabContext

LONG_MS = 60_000


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def tab(training_tab):
    training_tab.start()
    training_tab.setFocus()
    return training_tab


def counted(tab):
    """Return how many batches and epochs the curves show."""
    run = tab.plot.runs[-1]
    return len(run.loss), len(run.epochs)


def step(tab, qtbot, key=Qt.Key.Key_N, modifier=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitSignal(tab.driver.held, timeout=LONG_MS):
        qtbot.keyClick(tab, key, modifier)
    return counted(tab)


def numbers(folder):
    """Return all that two equal runs have in common."""
    lines = [json.loads(line) for line in (Path(folder) / EVENTS).read_text().splitlines()]
    batches = [(line["loss"], line["accuracy"], line["lr"]) for line in lines if line["event"] == "batches"]
    epochs = [(e.train_loss, e.train_loss_eval, e.test_loss) for e in read_run(Path(folder)).epochs]
    return batches, epochs


def test_that_n_begins_a_run_and_each_n_learns_from_exactly_one_batch(tab, qtbot):
    assert step(tab, qtbot) == (1, 0)
    assert tab.primary.text() == "Resume"
    assert tab.list.states == ["paused"]
    assert step(tab, qtbot) == (2, 0)
    assert step(tab, qtbot) == (3, 0)
    assert step(tab, qtbot) == (4, 1)  # the epoch ends on the way


def test_that_the_first_batch_alone_is_a_dot_and_from_the_second_on_a_line(tab, qtbot):
    step(tab, qtbot)
    qtbot.waitUntil(lambda: tab.plot.runs[0].loss_items["batch"].opts["symbol"] == "o")
    step(tab, qtbot)
    qtbot.waitUntil(lambda: tab.plot.runs[0].loss_items["batch"].opts["symbol"] is None)


def test_that_shift_n_learns_to_the_end_of_the_epoch_and_not_a_batch_more(tab, qtbot):
    tab.form.epochs.setValue(3)
    shift = Qt.KeyboardModifier.ShiftModifier
    assert step(tab, qtbot, modifier=shift) == (3, 1)
    assert step(tab, qtbot) == (4, 1)
    assert step(tab, qtbot, modifier=shift) == (6, 2)


def test_that_the_last_epoch_is_not_waited_after(tab, qtbot):
    tab.form.epochs.setValue(1)
    with qtbot.waitSignal(tab.driver.ended, timeout=LONG_MS):
        qtbot.mouseClick(tab.controls.steps[EPOCH], Qt.MouseButton.LeftButton)
    assert tab.list.states == ["finished"]


def test_that_a_run_made_step_by_step_has_the_numbers_of_one_that_was_not(tab, qtbot):
    with qtbot.waitSignal(tab.driver.ended, timeout=LONG_MS):
        tab.start_or_pause()
    step(tab, qtbot)
    step(tab, qtbot, modifier=Qt.KeyboardModifier.ShiftModifier)
    step(tab, qtbot)
    with qtbot.waitSignal(tab.driver.ended, timeout=LONG_MS):
        qtbot.keyClick(tab, Qt.Key.Key_Space)
    whole, stepped = (numbers(folder) for folder in tab.list.folders)
    assert stepped == whole


def test_that_closing_while_a_step_is_over_keeps_the_whole_epochs(tab, qtbot):
    step(tab, qtbot, modifier=Qt.KeyboardModifier.ShiftModifier)
    step(tab, qtbot)
    assert tab.shut_down(5000)
    run = read_run(Path(tab.list.folders[0]))
    assert (run.state, len(run.epochs)) == ("stopped", 1)


def test_that_a_run_that_goes_on_waits_after_its_next_batch(tab, qtbot):
    tab.form.epochs.setValue(50)
    tab.start_or_pause()
    qtbot.waitUntil(lambda: bool(tab.plot.runs and len(tab.plot.runs[0].loss)), timeout=LONG_MS)
    before, _ = step(tab, qtbot)
    assert step(tab, qtbot)[0] == before + 1


def test_that_the_queue_waits_when_a_run_was_ended_step_by_step(tab, qtbot):
    tab.form.epochs.setValue(1)
    tab.add_to_queue()
    tab.add_to_queue()
    with qtbot.waitSignal(tab.driver.ended, timeout=LONG_MS):
        tab.step(EPOCH)
    assert tab.queue.is_held
    assert not tab.runner.is_running
    assert len(tab.queue.plans) == 1


def test_that_a_learning_rate_changed_between_two_steps_is_marked_now_and_when_the_run_is_opened_again(
    tab, qtbot
):
    step(tab, qtbot)
    step(tab, qtbot)
    assert tab.lr_marks.labels == []
    tab.form.lr.field.setText("0.3")
    tab.form.lr.field.editingFinished.emit()
    step(tab, qtbot)
    assert tab.lr_marks.labels == ["lr 1 → 0.3"]
    with qtbot.waitSignal(tab.driver.ended, timeout=LONG_MS):
        tab.start_or_pause()
    later = TrainingTab(TabContext(Settings()))
    qtbot.addWidget(later)
    later.start()
    qtbot.waitUntil(lambda: bool(later.list.rows) and not later.shelf.runner.is_running, timeout=LONG_MS)
    with qtbot.waitSignal(later.shelf.steps_shown, timeout=LONG_MS):
        later.list.show_run(later.list.rows[0])
    assert later.lr_marks.labels == ["lr 1 → 0.3"]
    assert later.shut_down(LONG_MS)


def test_that_before_torch_is_loaded_there_is_no_step(qtbot):
    tab = TrainingTab(TabContext(Settings()))
    qtbot.addWidget(tab)
    tab.step(BATCH)
    assert not tab.runner.is_running
    assert not any(button.isEnabled() for button in tab.controls.steps.values())
