"""The page Sensitivity as a student meets it: real jobs on a small random network."""

import csv

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImageReader

from tests.heatmap_network import save_random_builtin
from tests.light_meter import light_meter
from tplab_gui.core.params import WatchParams
from tplab_gui.core.report_series import BRIGHTNESS, PERSPECTIVE
from tplab_gui.core.settings import Settings
from tplab_gui.ui.widgets.dropped import source_in
from tplab_gui.ui.widgets.sensitivity_page import VIDEO_STEPS, SensitivityPage
from tplab_gui.ui.widgets.sweep_plot import runs_of
from tplab_gui.ui.widgets.tab import TabContext
from tplab_gui.vision import sweep_subjects

SOON_MS = 30_000


@pytest.fixture
def page(qtbot, tmp_path, monkeypatch):
    """The page, shown, with a picture of its own; what the page Look asks and shows is in `page.look`."""
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))
    pixels = np.random.default_rng(2).integers(0, 256, (48, 64, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    look = {"asked": WatchParams(), "shown": None}
    shown = SensitivityPage(TabContext(Settings()), lambda: look["asked"], lambda: look["shown"])
    shown.look, shown.told = look, []
    shown.notice.connect(lambda error, kind: shown.told.append((error, kind)))
    qtbot.addWidget(shown)
    shown.resize(1000, 540)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.set_active(True)
    shown.bar.open_path(str(tmp_path / "noise.png"))
    yield shown
    assert shown.shut_down(10_000)


def wait_for_the_end(qtbot, page):
    qtbot.waitUntil(lambda: not page.runner.is_running, timeout=SOON_MS)


def cell(table, row, column):
    return table.item(row, column).text()


@pytest.mark.parametrize(("button", "report"), [("brightness", BRIGHTNESS), ("perspective", PERSPECTIVE)])
def test_that_one_button_gives_the_ten_pictures_beside_the_reports_numbers(qtbot, page, button, report):
    qtbot.mouseClick(getattr(page.sweep.form, button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: page.sweep.kept is not None and page.sweep.kept.summary is not None, timeout=SOON_MS
    )
    wait_for_the_end(qtbot, page)
    assert page.sweep.strip.count() == page.sweep.table.rowCount() == 10
    for row, (step, score) in enumerate(zip(page.sweep.kept.steps, report, strict=True)):
        assert cell(page.sweep.table, row, 2) == f"{100 * step.score:.2f}"
        assert cell(page.sweep.table, row, 3) == f"{100 * score:.2f}"
        assert cell(page.sweep.table, row, 4) == f"{100 * (step.score - score):+.2f}"
        assert f"{100 * step.score:.2f} %" in page.sweep.strip.item(row).text()
    assert page.sweep.sentence.text() == page.sweep.kept.summary.sentence.text()
    assert page.sweep.details.text()
    assert "Scores in %" in page.sweep.plot.plot.accessibleDescription()
    assert not page.stop_button.isVisible()


def test_that_random_perspective_is_one_choice_away(qtbot, page):
    page.sweep.form.order.setCurrentIndex(1)
    page.sweep.form.seed.setValue(5)
    page.sweep.form.perspective.click()
    wait_for_the_end(qtbot, page)
    assert page.sweep.kept.started.transform == "perspective-random"
    assert page.sweep.subject.seed == 5


def test_that_any_transform_steps_and_ends_are_obeyed(qtbot, page):
    form = page.sweep.form
    form.transform.choose("hue")
    form.start_box.setValue(-90)
    form.end_box.setValue(90)
    form.steps.setValue(3)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    wait_for_the_end(qtbot, page)
    assert [step.parameter for step in page.sweep.kept.steps] == [-90, 0, 90]
    assert page.sweep.table.horizontalHeaderItem(3).text() == "Best class"


def test_that_equal_ends_are_told_and_nothing_starts(page):
    page.sweep.form.end_box.setValue(page.sweep.form.start_box.value())
    page.sweep.form.start_button.click()
    assert "all its pictures would be the same" in str(page.told[-1][0])
    assert not page.runner.is_running


def test_that_stopping_in_the_middle_keeps_what_was_done(qtbot, page):
    page.sweep.form.steps.setValue(200)
    page.sweep.form.start_button.click()
    assert page.stop_button.isVisible()
    assert not page.sweep.form.start_button.isEnabled()
    qtbot.waitUntil(lambda: page.sweep.table.rowCount() >= 2, timeout=SOON_MS)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    wait_for_the_end(qtbot, page)
    done = len(page.sweep.kept.steps)
    assert 2 <= done < 200
    assert (
        page.sweep.sentence.text()
        == f"Stopped after {done} of 200 steps: zone and cliffs are not looked for."
    )
    assert page.table()[0] == "series-rotation"
    assert page.sweep.form.start_button.isEnabled()


def test_that_zone_threshold_and_cliff_are_drawn(qtbot, page, monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.5, 80.0))
    page.bar.take_pixels(np.full((20, 30, 3), 60, np.uint8))
    page.look["asked"] = WatchParams(target="light")
    page.sweep.form.brightness.click()
    wait_for_the_end(qtbot, page)
    summary = page.sweep.kept.summary
    assert summary.verdict == "abrupt"
    zones = [zone for zone in page.sweep.plot.zones if zone.isVisible()]
    cliffs = [line for line in page.sweep.plot.cliffs if line.isVisible()]
    assert [zone.getRegion() for zone in zones] == [
        (first - 0.4, last + 0.4) for first, last in runs_of(summary.optimal)
    ]
    assert [line.value() for line in cliffs] == [1 + 9 * each.share for each in summary.cliffs]
    assert len(zones) == len(cliffs) == 1
    assert "table 5" in page.sweep.plot.key.text()
    page.sweep.plot.begin("hue", 4)
    assert not any(item.isVisible() for item in (*page.sweep.plot.zones, *page.sweep.plot.cliffs))
    assert "table 5" not in page.sweep.plot.key.text()
    assert "Abrupt" in page.sweep.sentence.text()


def test_that_a_class_the_network_lacks_and_a_folder_without_pictures_are_sentences(qtbot, page, tmp_path):
    page.look["asked"] = WatchParams(target="unicorn")
    page.sweep.form.brightness.click()
    wait_for_the_end(qtbot, page)
    assert "no class called unicorn" in str(page.told[-1][0])
    assert page.sweep.stage.currentIndex() == 0  # the empty state again
    page.look["asked"] = WatchParams()
    (tmp_path / "empty").mkdir()
    page.bar.open_path(str(tmp_path / "empty"))
    page.sweep.form.brightness.click()
    wait_for_the_end(qtbot, page)
    assert "There are no pictures in the folder" in str(page.told[-1][0])


def test_that_a_ranking_fills_its_table_and_says_what_is_established(qtbot, page, monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.4, 30.0))
    page.look["asked"] = WatchParams(target="light")
    page.names.choose(1)
    page.ranking.start_button.click()
    wait_for_the_end(qtbot, page)
    summary = page.ranking.summary
    assert page.ranking.table.rowCount() == len(summary.ranked)
    assert page.ranking.sentence.text() == summary.sentence.text()
    assert "not established" in page.ranking.sentence.text()  # one picture
    losses = [float(cell(page.ranking.table, row, 4)) for row in range(page.ranking.table.rowCount())]
    assert losses == sorted(losses, reverse=True)


def test_that_a_map_is_drawn_and_two_equal_axes_are_refused(qtbot, page):
    page.names.choose(2)
    page.map.steps.setValue(3)
    page.map.start_button.click()
    wait_for_the_end(qtbot, page)
    assert page.map.is_whole
    assert page.map.scores.shape == (3, 3)
    assert "% of the map" in page.map.said.text()
    page.map.down.choose("brightness")
    page.map.start_button.click()
    assert "chosen twice" in str(page.told[-1][0])


def test_that_the_place_of_a_patch_on_the_map_has_a_patch(page):
    page.map.across.choose("occlusion-x")
    page.map.down.choose("occlusion-y")
    across, down = page.map.series()
    assert across.base.get("occlusion") > 0
    assert down.base.is_neutral


def test_that_the_three_pictures_of_table_4_are_told_on_both_scales(qtbot, page, tmp_path):
    page.names.choose(3)
    assert not page.bar.isVisible()
    for third in page.study.thirds.values():
        third.take(str(tmp_path / "noise.png"))
    page.study.start_button.click()
    wait_for_the_end(qtbot, page)
    assert len(page.study.seen) == 3
    assert "report: 0.00 %" in page.study.thirds["none"].words.text()
    absolute = page.study.thirds["one"].panel.view.pixels.copy()
    page.study.absolute.click()
    assert not np.array_equal(page.study.thirds["one"].panel.view.pixels, absolute)


@pytest.mark.parametrize("view", range(4))
def test_that_every_view_exports_table_and_figure(qtbot, page, tmp_path, monkeypatch, view):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.4, 30.0))
    page.look["asked"] = WatchParams(target="light")
    page.names.choose(view)
    assert page.table() is None
    assert page.sheet() is None
    page.sweep.form.steps.setValue(3)
    page.map.steps.setValue(2)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.table() is not None, timeout=SOON_MS)
    wait_for_the_end(qtbot, page)
    out = tmp_path / "out"
    for suffix in ("csv", "png", "svg", "pdf"):
        page.export.save(out / f"view.{suffix}")
        qtbot.waitUntil(lambda: not page.export.runner.is_running, timeout=SOON_MS)
    with (out / "view.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) == len(page.table()[1]) > 1
    assert len({len(row) for row in rows}) == 1
    size = QImageReader(str(out / "view.png")).size()
    assert size.width() == pytest.approx(2008, abs=2)  # 170 mm at 300 dots per inch
    assert b"<svg" in (out / "view.svg").read_bytes()
    assert (out / "view.pdf").read_bytes().startswith(b"%PDF")


def test_that_the_series_is_saved_as_a_video_and_a_full_folder_is_told(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.4, 30.0))
    page.look["asked"] = WatchParams(target="light")
    page.sweep.form.steps.setValue(2)
    page.sweep.form.run()
    wait_for_the_end(qtbot, page)
    page.save_video(str(tmp_path / "series.avi"))
    wait_for_the_end(qtbot, page)
    video = cv2.VideoCapture(str(tmp_path / "series.avi"))
    assert video.get(cv2.CAP_PROP_FRAME_COUNT) == VIDEO_STEPS
    video.release()
    assert "Saved as" in str(page.told[-1][0])
    (tmp_path / "file").write_text("in the way")
    page.save_video(str(tmp_path / "file" / "series.avi"))
    wait_for_the_end(qtbot, page)
    assert "could not be written" in str(page.told[-1][0])


def test_that_the_picture_of_look_is_offered_when_there_is_one(page):
    rows = page.bar.choice.model()
    assert not rows.item(0).isEnabled()
    page.look["shown"] = np.zeros((4, 4, 3), np.uint8)
    page.set_active(True)
    assert rows.item(0).isEnabled()
    page.bar.choice.setCurrentIndex(0)
    assert page.bar.subject().pixels is page.look["shown"]


def test_that_a_slow_method_on_look_is_replaced_and_named(page):
    page.look["asked"] = WatchParams(method="scorecam", target="lemon")
    page.set_active(True)
    assert page.bar.subject().method == "gradcam++"
    assert "Grad-CAM++" in page.bar.question.toolTip()
    assert "lemon" in page.bar.question.toolTip()


def test_that_a_dropped_picture_is_taken_and_a_video_refused(page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "noise.png"))])
    page._take(source_in(mime))
    assert page.bar.subject().pictures == (str(tmp_path / "noise.png"),)
    page.open_path(str(tmp_path / "clip.mp4"))
    assert "cannot be changed step by step" in str(page.told[-1][0])


def test_that_every_control_has_a_name_and_the_page_fits_a_small_window(qtbot, page):
    form = page.sweep.form
    for control in (form.order, form.transform, form.steps, form.seed, form.start_box, form.end_box):
        assert control.accessibleName()
        assert control.toolTip()
    assert page.bar.choice.accessibleName()
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 1000, timeout=SOON_MS)
    assert page.minimumSizeHint().height() <= 520
