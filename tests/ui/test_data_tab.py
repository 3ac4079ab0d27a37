"""The Data tab, driven as a student would: the sets that ship, a folder of one's own, a set that is not here."""

import itertools

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tplab_gui.core.events.data import PlayPart
from tplab_gui.core.events.recording import KeepTake
from tplab_gui.core.settings import Settings
from tplab_gui.ui.tabs.data import DataTab
from tplab_gui.ui.widgets.tab import TabContext


@pytest.fixture
def tab(qtbot):
    made = DataTab(TabContext(Settings()))
    qtbot.addWidget(made)
    made.notices = []
    made.notice.connect(lambda error, _kind: made.notices.append(error))
    made.resize(1024, 640)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.start()
    made.explore.notices = made.notices
    qtbot.waitUntil(lambda: made.explore.stage.currentWidget() is made.explore.picture)
    yield made.explore
    assert made.shut_down(5000)


def choose_set(tab, number):
    tab.examples.sets.setCurrentIndex(number)
    tab.examples.sets.activated.emit(number)


def test_that_the_first_handwritten_digit_is_shown_without_a_click(tab):
    assert tab.examples.model.total() == 1797
    assert tab.name.text().startswith("Digit ")
    assert "28 x 28 pixels" in tab.facts.text()


def test_that_arrow_keys_walk_through_the_examples(tab, qtbot):
    first = tab.facts.text()
    tab.examples.table.setFocus()
    QTest.keyClick(tab.examples.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: tab.facts.text() != first)


def test_that_a_digit_button_leaves_only_that_digit(tab, qtbot):
    QTest.mouseClick(tab.examples.digits[7], Qt.MouseButton.LeftButton)
    model = tab.examples.model
    assert 0 < model.rowCount() < model.total()
    assert {model.example(row).label for row in range(model.rowCount())} == {7}
    assert tab.examples.count.text() == f"{model.rowCount()} of {model.total()} examples"


def test_that_a_spoken_digit_shows_its_waveform_its_length_and_who_said_it(tab, qtbot):
    choose_set(tab, 2)
    qtbot.waitUntil(lambda: tab.stage.currentWidget() is tab.bench)
    example = tab.examples.model.example(0)
    samples, rate_hz = soundfile.read(example.path)
    values = [value for _, value, _ in tab.bench.table.rows]
    assert values[1:3] == [str(rate_hz), f"[1, {len(samples)}]"]
    assert example.speaker in tab.name.text()
    assert tab.bench.player.button.isVisible()


def test_that_a_speaker_and_a_name_narrow_the_list_together(tab, qtbot):
    choose_set(tab, 2)
    qtbot.waitUntil(lambda: tab.examples.speakers.count() > 10)
    tab.examples.speakers.setCurrentIndex(1)
    speaker = tab.examples.speakers.currentData()
    tab.examples.search.setText("8_")
    model = tab.examples.model
    rows = [model.example(row) for row in range(model.rowCount())]
    assert rows
    assert {(each.speaker, each.label) for each in rows} == {(speaker, 8)}


def test_that_a_set_that_is_not_here_can_be_fetched_and_says_why_it_could_not(tab, qtbot):
    choose_set(tab, 1)
    assert tab.stage.currentWidget() is tab.fetch_page
    QTest.mouseClick(tab.fetch_page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(tab.notices))
    assert "switched off" in str([each for each in tab.notices if each][-1])
    qtbot.waitUntil(lambda: tab.fetch_page.button.text() == "Download")


def test_that_a_folder_without_digits_is_a_sentence_and_the_tab_goes_on(tab, qtbot, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")
    tab.open_folder(str(tmp_path))
    qtbot.waitUntil(lambda: any(tab.notices))
    assert str(tmp_path) in str([each for each in tab.notices if each][-1])
    choose_set(tab, 0)
    qtbot.waitUntil(lambda: tab.stage.currentWidget() is tab.picture)


def test_that_ones_own_recordings_are_listed_and_shown(tab, qtbot, tmp_path):
    tone = (0.3 * np.sin(2 * np.pi * 440 * np.arange(4410) / 44100)).astype(np.float32)
    soundfile.write(tmp_path / "3_me_0.wav", np.stack([tone, tone], 1), 44100, subtype="PCM_24")
    tab.open_folder(str(tmp_path))
    qtbot.waitUntil(lambda: tab.stage.currentWidget() is tab.bench)
    assert tab.name.text() == "Digit 3, said by me"
    values = [value for _, value, _ in tab.bench.table.rows]
    assert values[1:3] == ["44100", "[1, 4410]"]
    assert {"0.10", "PCM 24", "2"} <= set(values)


def test_that_a_damaged_recording_is_a_sentence(tab, qtbot, tmp_path):
    (tmp_path / "3_me_0.wav").write_bytes(b"this is not a sound at all")
    tab.open_folder(str(tmp_path))
    qtbot.waitUntil(lambda: any(each and "3_me_0.wav" in str(each) for each in tab.notices))


@pytest.fixture
def spoken(tab, qtbot):
    """Give the tab with the first spoken digit on the bench."""
    choose_set(tab, 2)
    qtbot.waitUntil(lambda: tab.stage.currentWidget() is tab.bench)
    tab.window().activateWindow()  # keys are for the window in front
    tab.examples.table.setFocus()
    qtbot.waitUntil(tab.examples.table.hasFocus)
    return tab


def test_that_a_turned_setting_is_drawn_at_once(spoken, qtbot):
    spoken.bench.controls.form.fields["n_mels"].field.setValue(33)
    qtbot.waitUntil(lambda: spoken.bench.clip.plots.seen.level_db.shape[0] == 33)
    assert "33" in {name: value for name, value, _ in spoken.bench.table.rows}["Spectrogram, as drawn"]


def test_that_the_settings_of_the_report_warn_below_the_picture_and_one_click_explains(spoken, qtbot):
    bench = spoken.bench
    assert not bench.warning.isVisible()
    bench.controls.choose_preset("report")
    qtbot.waitUntil(bench.warning.isVisible)
    QTest.mouseClick(bench.warning, Qt.MouseButton.LeftButton)
    assert bench.side.currentWidget().isAncestorOf(bench.honesty)


def test_that_settings_stay_for_the_next_clip(spoken, qtbot):
    spoken.bench.controls.choose_preset("report")
    first = spoken.bench.sound
    spoken.examples.table.selectRow(3)
    qtbot.waitUntil(lambda: spoken.bench.sound is not first)
    qtbot.waitUntil(lambda: spoken.bench.clip.plots.seen.samples is spoken.bench.sound.samples)
    assert spoken.bench.clip.plots.seen.choice.n_mels == 128


def test_that_p_plays_with_a_moving_cursor_and_l_loops_and_p_stops(spoken, qtbot):
    """With or without a loudspeaker: the cursor moves in both cases."""
    bench, places = spoken.bench, []
    bench.player.moved.connect(places.append)
    QTest.keyClick(spoken.examples.table, Qt.Key.Key_L)
    assert bench.player.loop_button.isChecked()
    QTest.keyClick(spoken.examples.table, Qt.Key.Key_P)
    assert bench.player.button.text() == "Stop"
    length_s = bench.clip.plots.length_s
    qtbot.waitUntil(
        lambda: any(later < sooner for sooner, later in itertools.pairwise(places)), timeout=20_000
    )
    assert max(places) <= length_s
    QTest.keyClick(spoken.examples.table, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bench.player.button.text() == "Play")


def test_that_a_chosen_span_is_what_is_played(spoken, qtbot):
    bench, places = spoken.bench, []
    bench.player.moved.connect(places.append)
    bench.clip.chosen.choose(PlayPart(0.1, 0.2))
    with qtbot.waitSignal(bench.player.stopped, timeout=20_000):
        QTest.keyClick(spoken.examples.table, Qt.Key.Key_P)
    assert all(0.1 <= place <= 0.2 for place in places)
    QTest.keyClick(spoken.examples.table, Qt.Key.Key_Escape)
    assert bench.clip.chosen.get() == PlayPart()


def test_that_keys_do_nothing_where_there_is_no_sound(tab):
    QTest.keyClick(tab.examples.table, Qt.Key.Key_P)
    assert not tab.bench.player.is_playing


def test_that_what_was_recorded_is_a_set_of_the_list_when_the_explorer_is_shown_again(tab, qtbot):
    whole = tab.parent().parent()
    before = tab.examples.sets.count()
    record = whole.show_page("record")
    record._requests.put(KeepTake(np.ones(4000, np.float32), 8000, 7, "ada", "en"))
    qtbot.waitUntil(record.panel.delete_all.isVisible)
    whole.show_page("explore")
    qtbot.waitUntil(lambda: tab.examples.sets.count() == before + 1)
    assert "Your own recordings" in tab.examples.sets.itemText(before)
