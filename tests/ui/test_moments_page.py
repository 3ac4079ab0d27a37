"""The page Moments and the strip of the draw page: kept, replayed, labelled, deleted, opened again."""

import sys

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.data.test_moments import moment
from tests.speech.test_microphone import PortAudio
from tplab_gui.core.events.moments import ExportMoments, KeepMoment, OpenSession, SaveSession
from tplab_gui.core.settings import Settings
from tplab_gui.data.moment_files import read_moment, write_moment
from tplab_gui.data.moments import moments_dir
from tplab_gui.ui.tabs.digits import DigitsTab
from tplab_gui.ui.widgets.moment_store import MomentStore
from tplab_gui.ui.widgets.moments_page import MomentsPage
from tplab_gui.ui.widgets.tab import TabContext

LEFT = Qt.MouseButton.LeftButton
SECONDS = 30_000  # of patience in ms


@pytest.fixture(autouse=True)
def no_sound_card(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", PortAudio())


@pytest.fixture
def page(qtbot):
    store = MomentStore()
    made = MomentsPage(TabContext(Settings()), store)
    qtbot.addWidget(made)
    made.notices = []
    made.notice.connect(lambda error, _kind: made.notices.append(error))
    store.notice.connect(lambda error, _kind: made.notices.append(error))
    made.resize(1024, 560)
    made.show()
    made.start()
    yield made
    assert made.shut_down(5000)
    assert store.shut_down(5000)


def wait(qtbot, condition):
    qtbot.waitUntil(condition, timeout=SECONDS)


def fill(page, qtbot, *moments):
    for each in moments:
        page.store.ask(KeepMoment(each))
    wait(qtbot, lambda: page.list.count() == len(moments))


def test_that_an_empty_session_says_how_to_fill_it(page):
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert not page.sessions.export.isEnabled()


def test_that_moments_are_listed_the_newest_first_and_the_newest_is_shown(page, qtbot):
    fill(page, qtbot, moment(0, 3), moment(1, 8))
    assert page.list.item(0).text().startswith("both 8 · image 8")
    page.choose("")
    assert page.detail.replay.canvas.moment.id == moment(1).id
    page.choose(moment(0).id)
    assert page.detail.replay.canvas.moment.id == moment(0).id
    rows = [page.detail.table.item(row, 0).text() for row in range(page.detail.table.rowCount())]
    assert rows == ["image alone", "weighted product (in use)"]


def test_that_a_moment_is_labelled_by_key_corrected_and_the_score_is_kept(page, qtbot):
    fill(page, qtbot, moment(0, 3), moment(1, 8))
    page.choose("")
    QTest.keyClick(page.list, Qt.Key.Key_3)
    wait(qtbot, lambda: "✗ it was 3" in page.list.item(0).text())
    QTest.keyClick(page.list, Qt.Key.Key_8)
    wait(qtbot, lambda: "✓ it was 8" in page.list.item(0).text())
    assert page.detail.pad.buttons[8].isChecked()
    assert page.score.text() == "Of 1 told: image right 1, sound right 0, both right 1."
    assert read_moment(page.store.current.folder / f"{moment(1).id}.json").label == 8
    QTest.keyClick(page.list, Qt.Key.Key_Backspace)
    wait(qtbot, lambda: "not told" in page.list.item(0).text())
    assert not page.score.isVisible()


def test_that_several_are_deleted_together_and_ctrl_z_brings_them_back(page, qtbot):
    fill(page, qtbot, *(moment(number) for number in range(3)))
    page.list.setFocus()
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    wait(qtbot, page.empty.isVisible)
    assert page.deleted.text() == "Deleted: 3"
    assert page.detail.replay.canvas.moment is None
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, lambda: page.list.count() == 3)
    assert not page.strip.isVisible()


def test_that_a_replay_draws_point_by_point_with_the_sound_and_ends_with_all_of_it(page, qtbot):
    fill(page, qtbot, moment(0))
    canvas, player = page.detail.replay.canvas, page.detail.replay.player
    counts, places = [], []
    player.moved.connect(lambda at_s: (places.append(at_s), counts.append(sum(canvas.points_shown()))))
    page.detail.replay.toggle()
    wait(qtbot, lambda: len(counts) > 3 and not player.is_playing)
    assert places == sorted(places)
    assert counts == sorted(counts)
    assert counts[0] < 8 == counts[-1]
    film = canvas._film
    assert all(sum(film.shown(at_s)) == count for at_s, count in zip(places, counts, strict=True))
    assert canvas.at_s is None


def test_that_a_session_is_exported_copied_left_and_opened_again(page, qtbot, tmp_path):
    fill(page, qtbot, moment(0), moment(1))
    page.store.ask(ExportMoments(tmp_path))
    page.store.ask(SaveSession(tmp_path))
    wait(qtbot, lambda: len(page.notices) == 2)
    assert [path.name for path in tmp_path.glob("tplab-moments-*/manifest.csv")] == ["manifest.csv"]
    (copy,) = tmp_path.glob("tplab-session-*")
    page.store.ask(OpenSession(None))
    wait(qtbot, page.empty.isVisible)
    wait(qtbot, lambda: page.sessions.choice.count() == 2)
    page.sessions.choice.setCurrentIndex(1)
    page.sessions.choice.activated.emit(1)
    wait(qtbot, lambda: page.list.count() == 2)
    page.store.ask(OpenSession(copy))
    wait(qtbot, lambda: page.store.current.folder == copy)
    assert page.list.count() == 2


def test_that_a_stranger_s_session_is_one_sentence_and_what_can_be_read_is_shown(page, qtbot, tmp_path):
    page.store.ask(OpenSession(tmp_path))
    wait(qtbot, lambda: len(page.notices) == 1)
    assert "holds no moments" in str(page.notices[0])
    write_moment(tmp_path, moment(0))
    (tmp_path / f"{moment(1).id}.json").write_text('{"words": [{"file": "../x.wav"}]}')
    page.store.ask(OpenSession(tmp_path))
    wait(qtbot, page.sessions.problems.isVisible)
    assert page.list.count() == 1
    assert moment(1).id in page.sessions.problems.toolTip()


def test_that_every_control_has_a_name_for_the_screen_reader(page, qtbot):
    from PySide6.QtWidgets import QAbstractButton, QComboBox

    fill(page, qtbot, moment(0))
    nameless = [
        type(widget).__name__
        for kind in (QAbstractButton, QComboBox)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert [name for name in nameless if name != "QTableCornerButton"] == []


# -- with the draw page --------------------------------------------------------------------------------------------


@pytest.fixture
def tab(qtbot):
    made = DigitsTab(TabContext(Settings(), simulate=True))
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    with qtbot.waitSignal(made.ready, timeout=SECONDS):
        made.start()
        made.set_active(True)
    yield made
    assert made.shut_down(8000)


def listening(tab):
    return "listening" in tab.draw.sound.state.text()


def test_that_drawing_and_speaking_is_kept_shown_in_the_strip_and_opened_from_there(tab, qtbot):
    draw = tab.draw
    wait(qtbot, lambda: listening(tab))
    draw.ink.draw_sample(7)
    draw.say(7)
    strip = draw.desk.strip
    wait(qtbot, lambda: "agree on 7" in strip.belief.accessibleName())
    wait(qtbot, lambda: strip.buttons[0].isVisible() and len(tab.store.current.moments[0].words) == 1)
    QTest.keyClick(draw.ink.canvas, Qt.Key.Key_Escape)
    assert strip.belief.accessibleName() == ""
    draw.ink.draw_sample(3)
    wait(qtbot, lambda: len(tab.store.current.moments) == 2)
    assert [button.text() for button in strip.buttons if button.isVisible()] == ["7", "3"]
    (folder,) = moments_dir().iterdir()
    assert read_moment(next(iter(sorted(folder.glob("*.json"))))).digit == 7
    QTest.mouseClick(strip.buttons[0], LEFT)
    assert tab.moments.isVisible()
    assert tab.moments.detail.replay.canvas.moment.digit == 7


def test_that_a_drawing_undone_leaves_no_moment(tab, qtbot):
    canvas = tab.draw.ink.canvas
    QTest.mousePress(canvas, LEFT, pos=QPoint(100, 60))
    QTest.mouseMove(canvas, QPoint(100, 220))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(100, 220))
    wait(qtbot, lambda: len(tab.store.current.moments) == 1)
    tab.draw.ink.canvas.undo()
    wait(qtbot, lambda: tab.store.current.moments == ())
    assert tab.store.current.deleted == 0


def test_that_a_scribble_is_said_to_be_hardly_a_digit_and_a_digit_is_not(tab, qtbot):
    canvas = tab.draw.ink.canvas
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 60))
    for turn in np.linspace(0, 40, 200):
        QTest.mouseMove(
            canvas, QPoint(round(140 + 90 * np.sin(1.7 * turn)), round(140 + 90 * np.cos(1.1 * turn)))
        )
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(60, 60))
    wait(qtbot, lambda: "hardly a digit" in canvas._remark)
    tab.draw.ink.draw_sample(4)
    wait(qtbot, lambda: canvas._remark == "" and tab.draw.answers.rows["image"].digit == 4)


def test_that_a_round_of_the_game_is_played_with_the_keyboard_alone(tab, qtbot):
    wait(qtbot, lambda: listening(tab))
    canvas, game = tab.draw.ink.canvas, tab.draw.desk.game
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_G)
    assert game.isVisible()
    QTest.keyClick(game.go, Qt.Key.Key_Return)
    wait(qtbot, lambda: game.game is not None and game.game.is_running)
    digit = game.game.asked
    QTest.keyClick(canvas, Qt.Key(Qt.Key.Key_0 + digit))
    QTest.keyClick(canvas, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.AltModifier)
    wait(qtbot, lambda: len(game.game.rounds) == 1)
    assert game.game.rounds[0].is_right
    assert {game.game.rounds[0].image, game.game.rounds[0].audio} == {digit}
    QTest.keyClick(canvas, Qt.Key.Key_G)
    assert game.isHidden()
