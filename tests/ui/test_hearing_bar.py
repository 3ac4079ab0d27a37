"""Push to talk by mouse and keyboard, and the choice of the network that listens."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from tplab_gui.core.events.digits import ListeningRun, ListeningRuns
from tplab_gui.ui.widgets.hearing_bar import HearingBar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    whole = QWidget()
    widget, other = HearingBar(), QComboBox()
    other.addItems(["one", "two", "three"])
    column = QVBoxLayout(whole)
    column.addWidget(widget)
    column.addWidget(other)
    qtbot.addWidget(whole)
    widget.listen_for_key(whole)
    widget.whole, widget.other, widget.told = whole, other, []
    widget.held.connect(widget.told.append)
    whole.show()
    widget.show_mode("push")
    yield widget
    assert widget.network.shut_down(5000)


def test_that_the_button_holds_as_long_as_the_mouse_is_down(bar):
    QTest.mousePress(bar.talk, LEFT)
    assert bar.told == [True]
    QTest.mouseRelease(bar.talk, LEFT)
    assert bar.told == [True, False]


def test_that_t_holds_as_long_as_it_is_down_however_often_it_repeats(bar):
    QTest.keyPress(bar.whole, Qt.Key.Key_T)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 3:
        again = QKeyEvent(kind, Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, "t", True)
        QApplication.sendEvent(bar.whole, again)
    assert bar.told == [True]
    assert bar.talk.isDown()
    QTest.keyRelease(bar.whole, Qt.Key.Key_T)
    assert bar.told == [True, False]
    assert not bar.talk.isDown()


def test_that_a_list_of_choices_does_not_swallow_the_key(bar):
    bar.other.setFocus()
    QTest.keyPress(bar.other, Qt.Key.Key_T)
    QTest.keyRelease(bar.other, Qt.Key.Key_T)
    assert bar.told == [True, False]
    assert bar.other.currentText() == "one"


def test_that_the_key_is_let_go_when_the_window_is_left(bar):
    QTest.keyPress(bar.whole, Qt.Key.Key_T)
    QApplication.sendEvent(bar.whole, QEvent(QEvent.Type.WindowDeactivate))
    assert bar.told == [True, False]


def test_that_the_key_means_nothing_while_the_lab_listens_all_the_time(bar):
    bar.show_mode("continuous")
    QTest.keyPress(bar.whole, Qt.Key.Key_T)
    QTest.keyRelease(bar.whole, Qt.Key.Key_T)
    assert bar.told == []
    assert not bar.talk.isVisible()


def test_that_choosing_the_other_mode_lets_go_and_tells(bar, qtbot):
    QTest.keyPress(bar.whole, Qt.Key.Key_T)
    bar.mode.setCurrentIndex(0)
    with qtbot.waitSignal(bar.mode_chosen) as told:
        bar.mode.activated.emit(0)
    assert told.args == ["continuous"]
    assert bar.told == [True, False]


def test_that_without_a_run_the_reports_network_says_how_to_make_one(bar, qtbot):
    choice = bar.network
    chosen = []
    choice.chosen.connect(chosen.append)
    row = choice.count() - 1
    choice.setCurrentIndex(row)
    with qtbot.waitSignal(choice.notice) as told:
        choice.activated.emit(row)
    assert "no run of spoken digits" in str(told.args[0])
    assert "Training tab" in told.args[0].hint
    assert choice.currentData() == ""
    assert chosen == []


def test_that_runs_are_offered_under_their_names_and_the_choice_outlives_another_look(bar, qtbot):
    choice = bar.network
    runs = (ListeningRun("/runs/b", "my ear"), ListeningRun("/runs/a", "fsdd, 1, 2026-01-01 10:00"))
    choice._on_events([ListeningRuns(runs)])
    assert [choice.itemData(row) for row in range(choice.count())] == ["", "/runs/b", "/runs/a"]
    assert "my ear" in choice.itemText(1)
    choice.setCurrentIndex(1)
    with qtbot.waitSignal(choice.chosen) as told:
        choice.activated.emit(1)
    assert told.args == ["/runs/b"]
    choice._on_events([ListeningRuns(runs[:1])])
    assert choice.currentData() == "/runs/b"
    with qtbot.waitSignal(choice.chosen) as told:
        choice._on_events([ListeningRuns(())])  # it was deleted
    assert told.args == [""]
    assert choice.currentData() == ""


def test_that_the_run_chosen_at_the_last_start_listens_again_once_it_is_found(bar, qtbot):
    choice = bar.network
    choice.remember("/runs/b")
    runs = (ListeningRun("/runs/b", "my ear"), ListeningRun("/runs/a", "another"))
    with qtbot.waitSignal(choice.chosen) as told:
        choice._on_events([ListeningRuns(runs)])
    assert told.args == ["/runs/b"]
    assert choice.currentData() == "/runs/b"


@pytest.mark.parametrize("remembered", ["/runs/gone", "../../etc/passwd", "\x00", "a" * 100_000])
def test_that_a_remembered_run_that_is_not_among_those_found_is_never_asked_for(bar, remembered):
    told = []
    bar.network.chosen.connect(told.append)
    bar.network.remember(remembered)
    bar.network._on_events([ListeningRuns((ListeningRun("/runs/a", "another"),))])
    assert told == []
    assert bar.network.currentData() == ""


def test_that_a_choice_made_before_the_runs_are_found_wins_over_the_remembered_one(bar):
    choice, told = bar.network, []
    choice.chosen.connect(told.append)
    choice.remember("/runs/b")
    choice.activated.emit(0)
    choice._on_events([ListeningRuns((ListeningRun("/runs/b", "my ear"),))])
    assert told == [""]
    assert choice.currentData() == ""


def test_that_it_looks_into_the_folder_of_the_runs(bar, qtbot):
    bar.network.start()
    qtbot.waitUntil(lambda: not bar.network._runner.is_running, timeout=20_000)
    assert bar.network.count() == 2  # the test's own home holds no run
