"""The sliders of the page Look, by mouse and keyboard: still and frozen pictures, and a patch that is dragged."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt

from tests.heatmap_network import save_random_builtin
from tplab_gui.core.adjustments import NEUTRAL, TRANSFORMS, Adjustment
from tplab_gui.core.events.heatmap import HeatmapFrame
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams
from tplab_gui.core.settings import Settings
from tplab_gui.ui.widgets.adjust_panel import AdjustPanel
from tplab_gui.ui.widgets.adjust_slider import AdjustSlider
from tplab_gui.ui.widgets.image_view import ImageView
from tplab_gui.ui.widgets.look_page import LookPage
from tplab_gui.ui.widgets.tab import TabContext
from tplab_gui.vision.adjust import apply

SOON_MS = 10_000


@pytest.fixture
def panel(qtbot):
    """The panel alone, open, beside a view of 200 x 100 pixels."""
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(200, 100)
    view.show_pixels(np.zeros((50, 100, 3), np.uint8))
    shown = AdjustPanel(Latest(WatchParams()), view)
    qtbot.addWidget(shown)
    shown.fold.click()
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def page(qtbot, tmp_path, monkeypatch):
    """The page Look with a still picture."""
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))
    pixels = np.random.default_rng(9).integers(0, 255, (60, 80, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    look = LookPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(look)
    look.resize(1000, 600)
    look.show()
    look.set_active(True)
    look.start()
    look.open_path(str(tmp_path / "noise.png"))
    look.pixels = pixels
    qtbot.waitUntil(
        lambda: isinstance(look._shown, HeatmapFrame) and np.array_equal(look._shown.image, pixels),
        timeout=SOON_MS,
    )
    yield look
    assert look.shut_down(10_000)


def asked(panel):
    return panel._params.get().adjust


def test_that_a_slider_changes_what_the_network_sees_of_a_still_picture(qtbot, page):
    before = page._shown.score
    page.adjust.sliders["brightness"].field.setValue(0.3)
    expected = apply(page.pixels, Adjustment.of(brightness=0.3))
    qtbot.waitUntil(lambda: np.array_equal(page._shown.image, expected), timeout=SOON_MS)
    assert page._shown.score != before
    qtbot.keyClick(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: np.array_equal(page._shown.image, page.pixels), timeout=SOON_MS)


def test_that_a_frozen_picture_of_the_moving_ball_reacts_too(qtbot, page):
    page.look_at("simulated", "")
    qtbot.waitUntil(lambda: page._shown.image.shape == (480, 640, 3), timeout=SOON_MS)
    page.drawing.freeze.click()
    page.adjust.sliders["saturation"].field.setValue(0)

    def is_grey():
        image = page._shown.image.astype(int)
        return image.shape == (480, 640, 3) and abs(image[..., 0] - image[..., 2]).max() <= 1

    qtbot.waitUntil(is_grey, timeout=SOON_MS)


def test_that_every_transform_but_the_random_one_has_a_named_slider_and_an_exact_field(panel):
    assert set(panel.sliders) == {known.name for known in TRANSFORMS if not known.is_random}
    for slider in panel.sliders.values():
        for widget in (slider.slider, slider.field, slider.reset_button):
            assert widget.accessibleName()
            assert widget.toolTip()


@pytest.mark.parametrize("known", [k for k in TRANSFORMS if not k.is_random], ids=lambda k: k.name)
def test_that_a_typed_value_is_exact_and_the_slider_follows(panel, known):
    value = round(known.value_at(0.3), 3)
    panel.sliders[known.name].field.setValue(value)
    assert asked(panel).get(known.name) == pytest.approx(value, abs=1e-9)
    assert panel.sliders[known.name].slider.value() == pytest.approx(400 * known.place(value), abs=1)
    panel.sliders[known.name].reset_button.click()
    assert asked(panel) == NEUTRAL


def test_that_a_slider_moves_by_keyboard_and_passes_neutral(qtbot, panel):
    slider = panel.sliders["hue"].slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert asked(panel).get("hue") > 0
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert asked(panel) == NEUTRAL
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert asked(panel).get("hue") == -180


def test_that_typing_is_done_with_the_keyboard(qtbot, panel):
    field = panel.sliders["rotation"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "37.5")
    assert asked(panel) == NEUTRAL  # not while it is half typed
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked(panel).get("rotation") == 37.5
    assert field.text().startswith("37.5")


def test_that_several_act_at_once_are_counted_and_r_takes_all_back(qtbot, panel):
    panel.sliders["blur"].field.setValue(2)
    panel.sliders["gamma"].field.setValue(2)
    panel.sliders["occlusion-x"].field.setValue(10)
    assert panel.count.text() == "2"  # the place of a patch that is not there is no change
    qtbot.keyClick(panel, Qt.Key.Key_R)
    assert asked(panel) == NEUTRAL
    assert panel.count.text() == ""
    assert not panel.reset_button.isEnabled()


def test_that_the_patch_follows_the_mouse_while_there_is_one(qtbot, panel):
    view = panel._view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 80))
    assert asked(panel) == NEUTRAL  # no patch yet
    panel.sliders["occlusion"].field.setValue(30)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 80))
    assert asked(panel).get("occlusion-x") == pytest.approx(10, abs=1)
    assert asked(panel).get("occlusion-y") == pytest.approx(80, abs=1)
    qtbot.mouseMove(view, QPoint(20, 80))
    assert panel.sliders["occlusion-x"].value == pytest.approx(10, abs=1)


def test_that_a_hand_near_neutral_means_neutral(qtbot):
    brightness = next(each for each in TRANSFORMS if each.name == "brightness")
    slider = AdjustSlider(brightness)
    qtbot.addWidget(slider)
    neutral = round(400 * brightness.place(1.0))
    slider.slider.setSliderDown(True)
    slider.slider.setValue(neutral + 3)
    assert slider.value == 1.0
    slider.slider.setValue(neutral + 30)
    assert slider.value > 1.1


def test_that_folded_away_the_panel_is_narrow_and_still_counts(panel):
    panel.sliders["noise"].field.setValue(9)
    panel.fold.click()
    assert not panel.body.isVisible()
    assert panel.sizeHint().width() < 60
    assert panel.count.text() == "1"
