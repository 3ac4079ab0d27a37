"""The Compare page as a user meets it: real job, small random network, files and boxes."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt

from tests.heatmap_network import save_random_builtin
from tplab_gui.core.box_measures import energy_in
from tplab_gui.core.params import WatchParams
from tplab_gui.core.settings import Settings
from tplab_gui.ui.widgets.box_view import BoxView
from tplab_gui.ui.widgets.compare_page import ComparePage
from tplab_gui.ui.widgets.tab import TabContext

SOON_MS = 20_000
FAST = ("gradcam++", "cam", "layercam")


@pytest.fixture
def page(qtbot, tmp_path, monkeypatch):
    """A shown page with three fast methods chosen; its notices are collected in `page.told`."""
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))
    shown = ComparePage(TabContext(Settings()))
    qtbot.addWidget(shown)
    shown.told = []
    shown.notice.connect(lambda error, kind: shown.told.append((error, kind)))
    for key, action in shown.form.actions_of.items():
        action.setChecked(key in FAST)
    shown.resize(1000, 560)
    shown.show()
    shown.start()
    yield shown
    assert shown.shut_down(20_000)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "noise.png"
    Image.fromarray(np.random.default_rng(9).integers(0, 255, (60, 80, 3), np.uint8)).save(path)
    return path


def wait_for_end(qtbot, page):
    qtbot.waitUntil(lambda: not page.runner.is_running and page.form.start.isVisible(), timeout=SOON_MS)


def compare_on(qtbot, page, path):
    page.open_path(str(path))
    wait_for_end(qtbot, page)


def test_that_every_chosen_method_gets_its_map_and_its_milliseconds(qtbot, page, picture):
    compare_on(qtbot, page, picture)
    cards = page.grid.shown()
    assert [card.method.key for card in cards] == list(FAST)
    for card in cards:
        heat, quality = card.heat_of(0)
        assert heat.overlay.shape == (60, 80, 3)
        assert card.time.text().endswith(" ms")
        assert quality is None


def test_that_a_drawn_box_is_measured_on_every_map_and_can_be_taken_away(qtbot, page, picture):
    compare_on(qtbot, page, picture)
    page.form.picture.set_box((0, 0, 40, 60))
    card = page.grid.shown()[0]
    share = energy_in(card.heat_of(0)[0].heatmap, (0, 0, 40, 60))
    assert card.sides[0].numbers.text().startswith(f"{100 * share:.2f} %")
    qtbot.keyClick(page.form.picture, Qt.Key.Key_Delete)
    assert card.sides[0].numbers.text() == ""


def test_that_the_quality_comes_under_every_map(qtbot, page, picture):
    page.form.measure.setChecked(True)
    compare_on(qtbot, page, picture)
    for card in page.grid.shown():
        assert card.heat_of(0)[1] is not None
        assert "ROAD" in card.sides[0].numbers.text()


def test_that_two_networks_stand_side_by_side(qtbot, page, picture):
    page.form.second.addItem("again", "builtin")
    compare_on(qtbot, page, picture)
    page._models = ("builtin", "other")
    assert page._side_of("other") == 1
    page.grid.prepare(FAST, ("one", "other"))
    assert all(side.widget.isVisible() for card in page.grid.shown() for side in card.sides)


def test_that_before_stays_while_now_changes(qtbot, page, picture):
    compare_on(qtbot, page, picture)
    before = page.grid.cards["cam"].heat_of(0)[0].overlay
    page.form.keep.setChecked(True)
    wait_for_end(qtbot, page)
    page.form.target.setText("lemon")
    qtbot.keyClick(page.form.target, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (found := page.grid.cards["cam"].heat_of(1)) is not None and found[0].target == "lemon",
        timeout=SOON_MS,
    )
    wait_for_end(qtbot, page)
    assert np.array_equal(page.grid.cards["cam"].heat_of(0)[0].overlay, before)
    assert not np.array_equal(page.grid.cards["cam"].heat_of(1)[0].overlay, before)


def test_that_stop_keeps_what_is_there(qtbot, page, picture):
    page.form.actions_of["scorecam"].setChecked(True)
    page.form.measure.setChecked(True)
    page.open_path(str(picture))
    qtbot.waitUntil(lambda: page.grid.cards["cam"].heat_of(0) is not None, timeout=SOON_MS)
    page.form.stop.click()
    wait_for_end(qtbot, page)
    assert page.grid.cards["cam"].heat_of(0) is not None
    assert all(card.sides[0].view.text != "waiting" for card in page.grid.shown())


def test_that_a_picture_of_the_other_page_is_taken_as_it_looks_there(qtbot, page):
    pixels = np.random.default_rng(1).integers(0, 255, (40, 50, 3), np.uint8)
    page.take(pixels, WatchParams(target="lemon", scale="absolute"))
    wait_for_end(qtbot, page)
    assert page.look.scale == "absolute"
    assert page.grid.cards["cam"].heat_of(0)[0].target == "lemon"


def test_that_a_video_and_an_unreadable_file_are_sentences(qtbot, page, tmp_path):
    page.look_at("video", "film.mp4")
    assert "stands still" in str(page.told[-1][0])
    bad = tmp_path / "text.jpg"
    bad.write_text("no picture")
    compare_on(qtbot, page, bad)
    assert "not a picture" in str(page.told[-1][0])


def test_that_looking_at_a_card_says_what_the_method_does(qtbot, page, picture):
    compare_on(qtbot, page, picture)
    page.grid.cards["layercam"].setFocus()
    qtbot.waitUntil(lambda: "Jiang" in page.words.text(), timeout=SOON_MS)


def test_that_nothing_is_computed_without_a_picture(page):
    page.compare()
    assert not page.runner.is_running
    assert page.form.said.text() == "Choose a picture first."


def test_that_every_control_has_a_name_and_a_tool_tip(page):
    form = page.form
    for widget in (form.look, form.samples, form.open, form.model, form.second, form.target, form.methods):
        assert widget.accessibleName()
        assert widget.toolTip()


@pytest.fixture
def view(qtbot):
    shown = BoxView()
    qtbot.addWidget(shown)
    shown.resize(200, 100)
    shown.show_pixels(np.zeros((50, 100, 3), np.uint8))
    shown.show()
    shown.changed = []
    shown.box_changed.connect(shown.changed.append)
    return shown


def test_that_a_box_is_drawn_with_the_mouse_and_a_click_takes_it_away(qtbot, view):
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseMove(view, QPoint(120, 60))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    assert view.box == pytest.approx((10, 5, 60, 30), abs=1)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert view.box is None
    assert view.changed[-1] is None


def test_that_a_box_stays_inside_the_picture(qtbot, view):
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
    qtbot.mouseMove(view, QPoint(400, 300))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert view.box == pytest.approx((75, 25, 100, 50), abs=1)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.box == pytest.approx((75, 25, 100, 50), abs=1)


def test_that_a_box_can_be_drawn_with_the_keys_alone(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Right)
    left, top, right, bottom = view.box
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.box == pytest.approx((left, top, right, bottom + 50 / 40))
