"""The list of runs with runs found on disk: shown, named, deleted, taken back, fluid with a hundred."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.kept_runs import make_run
from tplab_gui.core import run_folder
from tplab_gui.core.settings import Settings
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.tab import TabContext

LONG_MS = 20_000


@pytest.fixture
def root(own_home):
    return own_home / "data" / "runs"


@pytest.fixture
def opened(qtbot):
    tabs = []

    def open_tab(count):
        tab = TrainingTab(TabContext(Settings()))
        qtbot.addWidget(tab)
        tab.resize(1024, 580)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.start()
        qtbot.waitUntil(
            lambda: len(tab.list.rows) == count and not tab.shelf.runner.is_running, timeout=LONG_MS
        )
        tabs.append(tab)
        return tab

    yield open_tab
    for tab in tabs:
        assert tab.shut_down(LONG_MS)


def tick(tab, index, state=Qt.CheckState.Checked):
    tab.list.tree.topLevelItem(index).setCheckState(0, state)


def choose(tab, index):
    tab.list.choose(tab.list.rows[index])


def texts(tab, index):
    item = tab.list.tree.topLevelItem(index)
    return [item.text(column) for column in range(tab.list.tree.columnCount())]


def test_that_runs_on_disk_are_listed_at_start_and_not_drawn(root, opened):
    make_run(root, 1)
    make_run(root, 2, setup="swapped", end="")
    tab = opened(2)
    assert tab.plot.runs == []
    assert tab.list.states == ["finished", "interrupted"]
    assert texts(tab, 0)[2:9] == ["3 (0.250)", "Base", "built-in digits", "1", "3 / 3", "1", "0.2250"]


def test_that_a_tick_draws_the_run_with_its_steps_and_no_tick_hides_it(root, opened, qtbot):
    make_run(root, 1)
    tab = opened(1)
    tick(tab, 0)
    (run,) = tab.plot.runs
    assert sorted(run.epochs) == [1, 2, 3]
    qtbot.waitUntil(lambda: len(run.loss) == 9, timeout=LONG_MS)
    assert run.loss_items["test"].isVisible()
    tick(tab, 0, Qt.CheckState.Unchecked)
    assert not run.loss_items["test"].isVisible()


def test_that_a_name_survives_to_the_next_start(root, opened, qtbot):
    folder = make_run(root, 1)
    tab = opened(1)
    choose(tab, 0)
    tab.run_actions.rename.trigger()
    field = tab.list.tree.findChild(QLineEdit)
    field.setText("High rate")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: run_folder.name_of(folder) == "High rate")
    assert texts(tab, 0)[0] == "High rate"
    assert texts(opened(1), 0)[0] == "High rate"


def test_that_undo_brings_a_deleted_run_back_with_its_curves(root, opened, qtbot):
    folders = [make_run(root, seed) for seed in (1, 2, 3)]
    tab = opened(3)
    tick(tab, 1)
    choose(tab, 1)
    tab.run_actions.delete.trigger()
    assert not folders[1].exists()
    assert tab.list.folders == [str(folders[0]), str(folders[2])]
    assert tab.plot.runs == []
    assert "deleted" in tab.run_actions.text.text()
    qtbot.mouseClick(tab.run_actions.undo, Qt.MouseButton.LeftButton)
    assert folders[1].exists()
    assert tab.list.folders == [str(folder) for folder in folders]
    assert len(tab.plot.runs) == 1
    assert tab.plot.runs[0].loss_items["test"].isVisible()
    assert tab.run_actions.strip.isHidden()


def test_that_two_deletions_are_undone_one_after_the_other(root, opened):
    folders = [make_run(root, seed) for seed in (1, 2)]
    tab = opened(2)
    for _ in folders:
        choose(tab, 0)
        tab.run_actions.delete.trigger()
    assert tab.list.rows == []
    tab.run_actions.take_back()
    tab.run_actions.take_back()
    assert tab.list.folders == [str(folder) for folder in folders]


def test_that_deleting_a_run_that_is_gone_already_is_a_sentence(root, opened, qtbot):
    folder = make_run(root, 1)
    tab = opened(1)
    choose(tab, 0)
    folder.rename(folder.parent.parent / "elsewhere")
    with qtbot.waitSignal(tab.notice, check_params_cb=lambda error, kind: "not there any more" in str(error)):
        tab.run_actions.delete.trigger()


def test_that_the_command_goes_to_the_clipboard(root, opened):
    make_run(root, 4)
    tab = opened(1)
    choose(tab, 0)
    tab.run_actions.copy.trigger()
    assert "--seed 4" in QGuiApplication.clipboard().text()


def test_that_the_table_below_the_curves_shows_all_columns_and_goes_back(root, opened):
    make_run(root, 1)
    tab = opened(1)
    assert tab.list.tree.isColumnHidden(5)
    tab.list.wide.setChecked(True)
    assert not tab.list.tree.isColumnHidden(5)
    assert not tab._panel.isAncestorOf(tab.list)
    tab.list.wide.setChecked(False)
    assert tab._panel.isAncestorOf(tab.list)


def test_that_a_hundred_runs_are_listed_and_ticked_at_once(root, opened):
    for seed in range(100):
        make_run(root, seed, tuple(1 / n for n in range(1, 31)), steps=50)
    start = time.perf_counter()
    tab = opened(100)
    listed_s = time.perf_counter() - start
    start = time.perf_counter()
    tick(tab, 99)
    ticked_s = time.perf_counter() - start
    print(f"100 runs of 30 epochs: listed in {listed_s:.2f} s, one ticked in {1000 * ticked_s:.0f} ms")
    assert listed_s < 5
    assert ticked_s < 0.3
