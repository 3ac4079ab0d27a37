"""The page Splits, driven as a student would, on the voices that ship and on a few tones."""

import csv
from dataclasses import replace

import numpy as np
import pytest

from tplab_gui.core.events.sets import Fold, HonestyProgress
from tplab_gui.core.settings import Settings
from tplab_gui.data.sounds import write_wav
from tplab_gui.training.honesty_results import read, score
from tplab_gui.ui.widgets.split_plots import ticks
from tplab_gui.ui.widgets.splits_page import SplitsPage
from tplab_gui.ui.widgets.tab import TabContext


@pytest.fixture
def page(qtbot):
    made = SplitsPage(TabContext(Settings()))
    qtbot.addWidget(made)
    made.notices = []
    made.notice.connect(lambda error, _kind: made.notices.append(error))
    made.resize(1024, 600)
    made.show()
    made.start()
    made.set_active(True)
    qtbot.waitUntil(lambda: made.split.made is not None, timeout=60_000)
    yield made
    assert made.shut_down(5000)


@pytest.fixture
def tones(tmp_path):
    times_s = np.arange(2400) / 8000
    for digit in range(4):
        for speaker in "abc":
            for index in range(8):
                sound = 0.3 * np.sin(2 * np.pi * 400 * 1.6**digit * times_s)
                write_wav(
                    tmp_path / "tones" / f"{digit}_{speaker}_{index}.wav", sound.astype(np.float32), 8000
                )
    return str(tmp_path / "tones")


def choose(page, qtbot, method):
    page.split.methods.setCurrentIndex(page.split.methods.findData(method))
    page.split.methods.activated.emit(page.split.methods.currentIndex())
    qtbot.waitUntil(lambda: page.split.made is not None and page.split.made.method == method, timeout=60_000)


def test_that_the_reports_split_is_drawn_at_once_and_its_leak_is_named(page):
    assert "450 clips to learn from, 150 to test (25.0 %)" in page.split.sizes.text()
    assert "all 15 tested" in page.split.leak.text()
    assert page.split.leak.property("role") == "warning"
    assert "χ²" in page.split.balance.text()
    counts = page.split.made.digits
    shown = [[int(page.split.table.item(row, column).text()) for row in range(10)] for column in (1, 3)]
    assert shown == counts.tolist()
    assert page.split.table.item(10, 3).text() == "150"


def test_that_a_split_by_speaker_shares_nobody_and_says_so(page, qtbot):
    choose(page, qtbot, "speaker")
    assert page.split.leak.property("role") == "good"
    assert "new voices" in page.split.leak.text()
    page.split.groups.choose(1)
    assert page.split.table.rowCount() == 16
    assert all(
        "0" in (page.split.table.item(row, 1).text(), page.split.table.item(row, 3).text())
        for row in range(15)
    )


def test_that_leaving_one_speaker_out_asks_whom(page, qtbot):
    assert not page.split.speaker.isVisible()
    choose(page, qtbot, "one-speaker")
    assert page.split.speaker.isVisible()
    assert not page.split.seed.isVisible()
    page.split.speaker.setCurrentIndex(3)
    page.split.speaker.activated.emit(3)
    name = page.split.speaker.currentText()
    qtbot.waitUntil(lambda: page.split.made.speakers[name] == (0, 40), timeout=60_000)


def test_that_what_is_saved_is_opened_again_and_a_damaged_list_is_named(page, qtbot, tmp_path):
    choose(page, qtbot, "stratified")
    drawn = page.split.made
    page.save_to(str(tmp_path))
    qtbot.waitUntil(
        lambda: any("train.csv (450 clips)" in str(each) for each in page.notices), timeout=60_000
    )
    rows = list(csv.reader((tmp_path / "test.csv").read_text(encoding="utf-8").splitlines()))
    page.open_from(str(tmp_path / "test.csv"))
    qtbot.waitUntil(lambda: bool(page.split.made.origin), timeout=60_000)
    assert page.split.made.digits.tolist() == drawn.digits.tolist()
    assert not page.split.troubles.isVisible()
    assert not page.split.save.isEnabled()
    (tmp_path / "train.csv").write_text(
        (tmp_path / "train.csv").read_text(encoding="utf-8") + ",".join(rows[1]) + "\n", encoding="utf-8"
    )
    page.open_from(str(tmp_path))
    qtbot.waitUntil(page.split.troubles.isVisible, timeout=60_000)
    assert "1 files are in both parts" in page.split.troubles.text()
    choose(page, qtbot, "random")
    assert page.split.methods.findData("file") < 0


def test_that_a_file_that_is_no_split_is_a_sentence_and_the_page_goes_on(page, qtbot, tmp_path):
    (tmp_path / "train.csv").write_text("Dear reader", encoding="utf-8")
    page.open_from(str(tmp_path / "train.csv"))
    qtbot.waitUntil(
        lambda: any("no list of clips" in str(each) for each in page.notices if each), timeout=60_000
    )
    choose(page, qtbot, "random-80")
    assert "480 clips to learn from, 120 to test" in page.split.sizes.text()


def test_that_the_splits_are_compared_by_training_and_what_was_found_stays(page, qtbot, tones):
    page.bar.sets.choose(tones)
    page.bar.set_chosen.emit(tones)
    page.views.choose(1)
    qtbot.waitUntil(lambda: page.honesty.found is not None, timeout=60_000)
    assert "Press Compare" in page.honesty.sentences.text()
    page.honesty.epochs.setValue(1)
    page.honesty.start.click()
    assert not page.honesty.start.isEnabled()
    qtbot.waitUntil(lambda: bool(page.honesty.found and page.honesty.found.is_complete), timeout=60_000)
    qtbot.waitUntil(page.honesty.start.isEnabled, timeout=60_000)
    assert page.honesty.bars.accessibleDescription().count("%") == 5
    assert page.honesty.sentences.text().startswith("Voices that were learnt")
    page.bar.set_chosen.emit("builtin")
    page.bar.sets.choose("builtin")
    qtbot.waitUntil(lambda: "Press Compare" in page.honesty.sentences.text(), timeout=60_000)
    page.bar.sets.choose(tones)
    page.bar.set_chosen.emit(tones)
    qtbot.waitUntil(lambda: bool(page.honesty.found and page.honesty.found.scores), timeout=60_000)


def test_that_a_comparison_can_be_stopped_and_keeps_its_bars(page, qtbot, tones):
    page.bar.sets.choose(tones)
    page.bar.set_chosen.emit(tones)
    page.views.choose(1)
    page.honesty.epochs.setValue(3)
    page.honesty.start.click()
    qtbot.waitUntil(lambda: bool(page.honesty.found and page.honesty.found.scores), timeout=60_000)
    page.bar.stop.click()
    qtbot.waitUntil(lambda: page.honesty.start.isEnabled() and not page.bar.stop.isVisible(), timeout=60_000)
    assert page.honesty.found.scores


def test_that_progress_tells_the_time_that_is_left(page):
    said = HonestyProgress("one-speaker", 2, 6, 3, 10, float("nan"))
    assert page.honesty.progress_text(said) == "one speaker out (2 of 6), epoch 3 of 10"
    assert page.honesty.progress_text(replace(said, left_s=30.4)).endswith("about 30 s left")
    assert page.honesty.progress_text(replace(said, left_s=240.0)).endswith("about 4 min left")


def test_that_an_unfinished_comparison_is_called_so(page):
    half = score("one-speaker", [Fold("a", 30, 40, 80, 2.0)], is_complete=False)
    page.honesty.show_found(read("builtin", "2026-11-23T01:02:03", 10, 1, [half], is_complete=False))
    assert page.honesty.about.text() == "1 trainings of 10 epochs in 2 s, 2026-11-23; not finished"


def test_that_names_below_the_bars_leave_room_for_each_other():
    names = [f"speaker {number:02d}" for number in range(60)]
    assert ticks(names, 10_000) == list(enumerate(names))
    few = ticks(names, 600)
    assert 1 < len(few) < 10
    assert few[0] == (0, "speaker 00")
    assert ticks(names[:1], 10) == [(0, "speaker 00")]
