"""The Data tab, driven as a student would: the sets that ship, a folder of one's own, a set that is not here."""

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
