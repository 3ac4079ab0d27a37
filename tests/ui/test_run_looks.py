"""The colour and marker of a run, chosen by the user."""

import pytest
from PySide6.QtCore import Qt

from tests.kept_runs import make_run
from tplab_gui.core import run_folder
from tplab_gui.core.paths import runs_dir
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.tab import TabContext


@pytest.fixture
def opened(qtbot):
    tabs = []

    def open_tab():
        tab = TrainingTab(TabContext(Settings()))
        qtbot.addWidget(tab)
        tabs.append(tab)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.start()
        qtbot.waitUntil(lambda: len(tab.list.rows) == 1 and not tab.shelf.runner.is_running, timeout=20_000)
        return tab

    make_run(runs_dir(), 1)
    yield open_tab
    for tab in tabs:
        assert tab.shut_down(20_000)


def ticked(tab):
    tab.list.tree.setCurrentItem(tab.list.tree.topLevelItem(0))
    tab.list.show_run(tab.list.rows[0])
    return tab.list.rows[0]


def test_that_a_chosen_look_is_drawn_and_found_again_at_the_next_start(opened):
    tab = opened()
    row = ticked(tab)
    other = next(series for series in style.SERIES if series != row.curves.series)
    tab.run_actions.looks.choose(other)
    pen = row.curves.loss_items["test"].opts["pen"]
    assert pen.color() == other.colour()
    assert row.curves.loss_items["test"].opts["symbol"] == other.symbol
    again = ticked(opened())
    assert again.curves.series == other


def test_that_a_name_and_a_look_do_not_wipe_each_other(tmp_path):
    run_folder.set_look(tmp_path, "green")
    run_folder.rename(tmp_path, "My run")
    run_folder.set_look(tmp_path, "amber")
    assert (run_folder.name_of(tmp_path), run_folder.look_of(tmp_path)) == ("My run", "amber")


def test_that_a_look_of_a_later_version_is_passed_over(opened):
    tab = opened()
    tab.list.rows[0].look = "ultraviolet"
    assert ticked(tab).curves.series in style.SERIES


def test_that_the_menu_opens_by_key_and_ticks_the_look_in_use(opened, qtbot):
    tab = opened()
    looks = tab.run_actions.looks
    assert not looks.menu.isEnabled()  # nothing is drawn yet
    row = ticked(tab)
    tab.list.tree.setFocus()
    qtbot.keyClick(tab.list.tree, Qt.Key.Key_L)
    qtbot.waitUntil(looks.menu.isVisible)
    in_use = [looks._series[action] for action in looks.menu.actions() if action.isChecked()]
    assert in_use == [row.curves.series]
    assert all(not action.icon().isNull() for action in looks.menu.actions())
    looks.menu.close()


def test_that_a_run_whose_folder_is_gone_says_so(opened, qtbot):
    tab = opened()
    row = ticked(tab)
    run_folder.discard(runs_dir() / row.folder)
    with qtbot.waitSignal(tab.notice, check_params_cb=lambda error, kind: kind == "error"):
        tab.run_actions.looks.choose(style.SERIES[3])
