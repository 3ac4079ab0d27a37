"""A picture in a widget: what is painted is read back from the widget itself."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from tplab_gui.ui.widgets.image_view import ImageView, Panel, to_pixels, to_qimage


@pytest.fixture
def view(qtbot):
    def build(width, height, **options):
        widget = ImageView(**options)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        return widget

    return build


def colour_at(widget, x, y):
    image = widget.grab().toImage()
    ratio = image.devicePixelRatio()
    return QColor(image.pixel(int(x * ratio), int(y * ratio))).getRgb()[:3]


def test_that_an_image_survives_the_way_to_qt_and_back(qapp):
    for width in (1, 3, 5, 64):  # lines of QImage are padded to four bytes
        pixels = np.random.default_rng(width).integers(0, 255, (7, width, 3), np.uint8)
        assert np.array_equal(to_pixels(to_qimage(pixels)), pixels)


def test_that_transparent_parts_of_a_pasted_picture_are_white(qapp):
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setPixelColor(1, 0, QColor(10, 20, 30))
    assert to_pixels(image).tolist() == [[[255, 255, 255], [10, 20, 30]]]


def test_that_a_wide_picture_keeps_its_shape_and_is_centred(view):
    widget = view(300, 300)
    widget.show_pixels(np.full((50, 100, 3), (200, 10, 10), np.uint8))
    rect = widget.picture_rect()
    assert (rect.x(), rect.y(), rect.width(), rect.height()) == (0, 75, 300, 150)
    assert colour_at(widget, 150, 150) == (200, 10, 10)
    assert colour_at(widget, 150, 40) != (200, 10, 10)
    assert colour_at(widget, 150, 260) != (200, 10, 10)


def test_that_cells_of_a_raw_map_stay_blocks_of_one_colour(view):
    widget = view(200, 200, is_blocky=True)
    black, white = (0, 0, 0), (255, 255, 255)
    widget.show_pixels(np.array([[black, white], [white, black]], np.uint8))
    assert colour_at(widget, 96, 50) == black  # four pixels from the border of a cell: smoothing would show
    assert colour_at(widget, 104, 50) == white
    assert colour_at(widget, 104, 150) == black


def test_that_a_smooth_picture_is_smoothed(view):
    widget = view(200, 200)
    widget.show_pixels(np.array([[(0, 0, 0), (255, 255, 255)]] * 2, np.uint8))
    grey = colour_at(widget, 100, 100)[0]
    assert 0 < grey < 255


def test_that_a_map_can_be_shown_in_the_proportions_of_its_picture(view):
    widget = view(300, 300, is_blocky=True)
    widget.show_pixels(np.zeros((7, 7, 3), np.uint8), shape=(100, 200))
    assert (widget.picture_rect().width(), widget.picture_rect().height()) == (300, 150)


def test_that_the_mark_lies_where_it_was_put(view):
    widget = view(200, 100)
    widget.show_pixels(np.full((100, 200, 3), 120, np.uint8), mark=(0.75, 0.5))
    ring = {colour_at(widget, 150 + 9, 50), colour_at(widget, 150 - 9, 50)}
    assert ring != {(120, 120, 120)}
    assert colour_at(widget, 50, 50) == (120, 120, 120)


def test_that_an_empty_view_has_no_picture_and_says_its_text(view):
    widget = view(200, 100)
    widget.show_text("Waiting for a picture…")
    assert widget.picture_rect().isEmpty()
    blank = view(200, 100)
    assert widget.grab().toImage() != blank.grab().toImage()
    assert widget.text == "Waiting for a picture…"


def test_that_a_panel_names_its_picture_for_a_screen_reader(qtbot):
    panel = Panel("Raw map")
    qtbot.addWidget(panel)
    panel.say("7 x 7 cells")
    assert panel.view.accessibleName() == "Raw map"
    assert panel.caption.text() == panel.caption.toolTip() == "7 x 7 cells"
