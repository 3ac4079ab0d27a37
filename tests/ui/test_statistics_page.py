"""The page Statistics, driven as a student would: the voices that ship, and a folder with a clip that stands out."""

import csv
from typing import ClassVar

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QObject, Qt

from tplab_gui.core.settings import Settings
from tplab_gui.ui.tabs.data import DataTab
from tplab_gui.ui.widgets.tab import TabContext


@pytest.fixture
def tab(qtbot):
    made = DataTab(TabContext(Settings()))
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.start()
    made.set_active(True)
    yield made
    assert made.shut_down(5000)


@pytest.fixture
def page(tab, qtbot):
    made = tab.show_page("statistics")
    qtbot.waitUntil(lambda: made.read is not None, timeout=30_000)
    return made


def test_that_the_voices_that_ship_are_measured_when_the_page_is_shown(page, qtbot):
    assert len(page.read.paths) == 600
    assert page.stage.currentWidget() is page.plots
    assert "of these 600 clips" in page.remark.text()
    assert page.summaries.item(0, 1).text() == "600"
    assert page.summaries.rowCount() == 11
    qtbot.waitUntil(lambda: not page.bar.stop.isVisible(), timeout=30_000)


def test_that_plots_and_table_follow_measure_and_group(page):
    page.measures.setCurrentIndex(2)
    page.groupings.setCurrentIndex(1)
    speakers = sorted(set(page.read.speakers))
    assert [page.summaries.item(row, 0).text() for row in range(1, 16)] == speakers
    values = page.read.values["rms"]
    assert page.summaries.item(0, 2).text() == f"{values.mean():.1f}"
    assert page.plots.boxes.accessibleDescription().count(":") == 1 + len(speakers)


def test_that_a_click_on_what_stands_out_opens_it_on_the_first_page(tab, page, qtbot, tmp_path):
    random = np.random.default_rng(0)
    for digit in range(10):
        for index in range(3):
            length = 16_000 if (digit, index) == (7, 2) else 4000 + 20 * digit
            soundfile.write(tmp_path / f"{digit}_me_{index}.wav", 0.1 * random.standard_normal(length), 8000)
    page.bar.sets.choose(str(tmp_path))
    page.bar.set_chosen.emit(str(tmp_path))
    qtbot.waitUntil(lambda: page.read is not None and len(page.read.paths) == 30, timeout=30_000)
    assert page.outliers.item(0, 0).text() == "7_me_2.wav"
    page.outliers.itemClicked.emit(page.outliers.item(0, 0))
    explore = tab.explore
    assert tab.stack.currentWidget() is explore
    qtbot.waitUntil(lambda: "7" in explore.name.text() and "me" in explore.name.text(), timeout=30_000)
    row = explore.examples.table.currentIndex().row()
    assert explore.examples.model.example(row).path == tmp_path / "7_me_2.wav"


def test_that_the_export_writes_both_files(page, qtbot, tmp_path):
    page.export(str(tmp_path / "out.csv"))
    qtbot.waitUntil(page.export_button.isEnabled, timeout=30_000)
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 600
    assert (tmp_path / "out_summary.csv").is_file()


def test_that_a_stopped_measurement_says_so_and_can_be_begun_again(tab, qtbot):
    page = tab.show_page("statistics")
    page.bar.stop.click()
    qtbot.waitUntil(lambda: not page._runner.is_running, timeout=30_000)
    assert page.read is None
    assert "Nothing was measured" in page.empty.text()
    page.bar.set_chosen.emit(page.bar.source())
    qtbot.waitUntil(lambda: page.read is not None, timeout=30_000)


def test_that_lengths_come_into_the_list_and_sort_it(tab, qtbot):
    examples = tab.explore.examples
    examples.sets.setCurrentIndex(2)
    examples.sets.activated.emit(2)
    qtbot.waitUntil(lambda: examples.model.total() == 600, timeout=30_000)
    qtbot.waitUntil(lambda: not examples._lengths.is_running, timeout=30_000)
    examples.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    shown = [examples.model.data(examples.model.index(row, 3)) for row in range(600)]
    assert shown == sorted(shown, reverse=True)
    path = examples.model.example(0).path
    assert shown[0] == f"{soundfile.info(path).duration:.2f} s"
    examples.length_range.low.setValue(0.6)
    assert 0 < examples.model.rowCount() == sum(float(text[:-2]) >= 0.6 for text in shown)


def test_that_sounds_with_other_names_are_told_below_the_list(tab, qtbot, tmp_path):
    soundfile.write(tmp_path / "1_me_0.wav", np.zeros(80), 8000)
    soundfile.write(tmp_path / "one.wav", np.zeros(80), 8000)
    tab.explore.open_folder(str(tmp_path))
    qtbot.waitUntil(lambda: "1 sounds are not named" in tab.explore.examples.count.text(), timeout=30_000)
    assert "one.wav" in tab.explore.examples.count.text()


def test_that_building_the_tab_shows_no_window(qapp):
    """A widget shown before it has a parent is a window for an instant, and takes the keys from the real one."""

    class Watch(QObject):
        seen: ClassVar[list[str]] = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                self.seen.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    made = DataTab(TabContext(Settings()))
    qapp.removeEventFilter(watch)
    assert made.shut_down(5000)
    assert watch.seen == []
