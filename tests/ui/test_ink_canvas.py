"""The canvas, drawn on with real mouse and pen events."""

import itertools

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tplab_gui.ink.render import render
from tplab_gui.ui.widgets.ink_canvas import InkCanvas
from tplab_gui.ui.widgets.ink_sheet import MAX_POINTS, InkSheet

SEVEN = [(0.2, 0.15), (0.8, 0.12), (0.55, 0.5), (0.4, 0.9)]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot):
    widget = InkCanvas()
    widget.said = []
    widget.strokes_changed.connect(widget.said.append)
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.show()
    return widget


def at(canvas, x, y):
    return QPoint(round(x * canvas.width()), round(y * canvas.height()))


def draw(canvas, points):
    """As a hand does: press, small moves, release."""
    QTest.mousePress(canvas, LEFT, pos=at(canvas, *points[0]))
    for start, end in itertools.pairwise(points):
        for share in np.linspace(0.1, 1, 10):
            QTest.mouseMove(canvas, at(canvas, *(np.array(start) * (1 - share) + np.array(end) * share)))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *points[-1]))


def test_that_a_mouse_draws_the_line_it_was_moved_along(canvas):
    draw(canvas, SEVEN)
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[[0, -1]], [SEVEN[0], SEVEN[-1]], atol=1 / 300)
    assert len(stroke) > 20
    np.testing.assert_array_equal(canvas.said[-1].strokes[0], stroke)


def test_that_ink_appears_where_the_pen_went(canvas):
    before = canvas.grab().toImage()
    draw(canvas, SEVEN)
    after = canvas.grab().toImage()
    middle, corner = at(canvas, 0.5, 0.135), at(canvas, 0.9, 0.9)
    assert after.pixelColor(middle) != before.pixelColor(middle)
    assert after.pixelColor(corner) == before.pixelColor(corner)


@pytest.mark.parametrize("side", [200, 300, 700])
def test_that_the_network_sees_the_same_digit_at_every_size_of_the_canvas(canvas, side):
    canvas.set_strokes((np.array(SEVEN, np.float32),))
    expected = render(canvas.strokes())
    canvas.clear()
    canvas.resize(side, side)
    draw(canvas, SEVEN)
    assert np.abs(render(canvas.strokes()) - expected).mean() < 0.02


def test_that_strokes_grow_with_the_canvas(canvas):
    draw(canvas, SEVEN)
    before = canvas.strokes()[0]
    canvas.resize(600, 600)
    np.testing.assert_array_equal(canvas.strokes()[0], before)
    assert canvas.grab().toImage().pixelColor(at(canvas, 0.5, 0.135)).lightness() < 128


def test_that_undo_takes_pen_downs_away_one_by_one_and_clear_takes_all(canvas):
    for x in (0.2, 0.5, 0.8):
        draw(canvas, [(x, 0.2), (x, 0.8)])
    canvas.undo()
    assert len(canvas.strokes()) == len(canvas.said[-1]) == 2
    canvas.clear()
    assert canvas.is_empty
    assert len(canvas.said[-1]) == 0
    canvas.undo()
    assert canvas.is_empty


def test_that_a_tap_is_a_dot(canvas):
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 0.5, 0.5))
    (stroke,) = canvas.strokes()
    assert stroke.shape == (1, 2)
    assert render(canvas.strokes()).max() > 0.9


def test_that_the_pen_may_be_lifted_outside_the_canvas(canvas):
    QTest.mousePress(canvas, LEFT, pos=at(canvas, 0.5, 0.5))
    QTest.mouseMove(canvas, at(canvas, 0.9, 0.5))
    QTest.mouseMove(canvas, at(canvas, 1.5, 0.5))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 2.0, 0.5))
    (stroke,) = canvas.strokes()
    assert stroke[-1] == pytest.approx([1.0, 0.5], abs=0.01)
    QTest.mouseMove(canvas, at(canvas, 0.2, 0.2))  # the pen is up: nothing is drawn
    assert len(canvas.strokes()) == 1


def test_that_a_right_click_draws_nothing(canvas):
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=at(canvas, 0.5, 0.5))
    assert canvas.is_empty


def test_that_a_stylus_draws_and_presses(canvas):
    device = QPointingDevice.primaryPointingDevice()
    steps = [
        (QEvent.Type.TabletPress, 0.3, 0.2, LEFT),
        (QEvent.Type.TabletMove, 0.5, 1.0, Qt.MouseButton.NoButton),
        (QEvent.Type.TabletRelease, 0.7, 0.0, LEFT),
    ]
    for kind, x, pressure, button in steps:
        place = QPointF(at(canvas, x, 0.5))
        event = QTabletEvent(
            kind,
            device,
            place,
            place,
            pressure,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            button,
            LEFT,
        )
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted()
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[:, 0], [0.3, 0.5], atol=0.01)
    soft, hard = canvas._sheet.lines[0].widths
    assert soft < hard


def drop(canvas, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPointF(at(canvas, 0.5, 0.5))
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    canvas.dropEvent(event)
    return event.isAccepted()


def test_that_a_dropped_picture_is_announced_and_a_sound_is_left_to_the_tab(canvas, tmp_path):
    dropped = []
    canvas.picture_dropped.connect(dropped.append)
    assert drop(canvas, tmp_path / "One.PNG")
    assert not drop(canvas, tmp_path / "one.wav")
    assert dropped == [str(tmp_path / "One.PNG")]


def test_that_a_picture_is_shown_until_the_pen_comes_down(canvas, tmp_path):
    path = tmp_path / "one.png"
    Image.fromarray(np.zeros((40, 40), np.uint8)).save(path)
    assert canvas.show_picture(str(path))
    assert not canvas.is_empty
    assert canvas.grab().toImage().pixelColor(at(canvas, 0.5, 0.5)).lightness() < 20
    draw(canvas, SEVEN)
    assert canvas.grab().toImage().pixelColor(at(canvas, 0.9, 0.9)).lightness() > 200


def test_that_ten_thousand_points_are_kept_and_announced_a_few_times_only(canvas, qtbot):
    canvas.said.clear()
    QTest.mousePress(canvas, LEFT, pos=at(canvas, 0.5, 0.5))
    for k in range(10_000):
        angle, radius = k / 50, 0.1 + 0.3 * k / 10_000
        canvas._pen_move(
            QPointF(300 * (0.5 + radius * np.cos(angle)), 300 * (0.5 + radius * np.sin(angle))), 1.0
        )
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 0.5, 0.5))
    assert len(canvas.strokes()[0]) > 9_000
    assert len(canvas.said) < 1000


# -- the sheet without a window ----------------------------------------------------------------------------------


def test_that_a_line_that_leaves_the_sheet_ends_at_the_edge_and_begins_again_where_it_returns():
    sheet = InkSheet()
    sheet.pen_down((0.5, 0.5))
    for x, y in [(0.5, 1.5), (0.75, 1.5), (0.75, 0.5)]:
        sheet.pen_move((x, y))
    sheet.pen_up()
    first, second = sheet.strokes()
    np.testing.assert_allclose(first, [[0.5, 0.5], [0.5, 1.0]])
    np.testing.assert_allclose(second, [[0.75, 1.0], [0.75, 0.5]])
    sheet.undo()
    assert sheet.strokes() == ()


def test_that_a_sheet_takes_no_more_points_than_the_renderer_does():
    sheet = InkSheet()
    sheet.pen_down((0.1, 0.5))
    for k in range(MAX_POINTS + 10):
        sheet.pen_move((0.1 + 0.5 * (k % 2), 0.5))
    assert len(sheet.strokes()[0]) == MAX_POINTS


# -- pens, erasers and fingers -----------------------------------------------------------------------------------


def test_that_a_finger_draws(canvas, qtbot):
    """Qt turns a touch that nobody takes into a mouse: the whole way from the screen is tested."""
    finger = QTest.createTouchDevice()
    QTest.touchEvent(canvas, finger).press(0, at(canvas, 0.2, 0.5), canvas).commit()
    for x in (0.4, 0.6, 0.8):
        QTest.touchEvent(canvas, finger).move(0, at(canvas, x, 0.5), canvas).commit()
    QTest.touchEvent(canvas, finger).release(0, at(canvas, 0.8, 0.5), canvas).commit()
    qtbot.waitUntil(lambda: len(canvas.strokes()) == 1)
    np.testing.assert_allclose(canvas.strokes()[0][[0, -1], 0], [0.2, 0.8], atol=0.01)


def test_that_points_carry_rising_times_and_the_pressure_of_the_pen(canvas):
    draw(canvas, SEVEN)
    ink = canvas.ink()
    assert (np.diff(ink.times_s[0]) >= 0).all()
    assert len(ink.times_s[0]) == len(ink.pressures[0]) == len(ink.strokes[0])
    assert set(ink.pressures[0]) == {1.0}
    assert not ink.is_pen_down


def test_that_the_pen_is_told_as_down_until_it_is_lifted(canvas):
    QTest.mousePress(canvas, LEFT, pos=at(canvas, 0.2, 0.2))
    QTest.mouseMove(canvas, at(canvas, 0.4, 0.2))
    assert canvas.ink().is_pen_down
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 0.4, 0.2))
    assert not canvas.said[-1].is_pen_down


def test_that_the_eraser_takes_whole_strokes_and_undo_and_redo_follow(canvas):
    for x in (0.3, 0.7):
        draw(canvas, [(x, 0.2), (x, 0.8)])
    canvas.set_eraser(is_eraser=True)
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 0.3, 0.5))
    (left,) = canvas.said[-1].strokes
    assert left[0, 0] == pytest.approx(0.7, abs=0.01)
    canvas.undo()
    assert len(canvas.strokes()) == 2
    canvas.redo()
    assert len(canvas.strokes()) == 1
    ink_at = canvas.grab().toImage().pixelColor(at(canvas, 0.3, 0.5))
    assert ink_at == canvas.grab().toImage().pixelColor(at(canvas, 0.1, 0.9))


def test_that_the_other_end_of_a_stylus_erases(canvas):
    draw(canvas, [(0.3, 0.2), (0.3, 0.8)])
    other_end = QPointingDevice(
        "pen",
        1,
        QPointingDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Eraser,
        QPointingDevice.Capability.Pressure,
        1,
        1,
    )
    place = QPointF(at(canvas, 0.3, 0.5))
    for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletRelease):
        event = QTabletEvent(
            kind, other_end, place, place, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, LEFT
        )
        QApplication.sendEvent(canvas, event)
    assert canvas.strokes() == ()


def test_that_a_wider_pen_is_wider_on_the_screen_and_for_the_network(canvas):
    draw(canvas, SEVEN)
    thin = canvas.grab().toImage()
    canvas.set_pen(3.0)
    beside = at(canvas, 0.5, 0.135 + 0.034)
    assert canvas.grab().toImage().pixelColor(beside) != thin.pixelColor(beside)
    assert canvas.said[-1].pen_px == 3.0
    ink = canvas.ink()
    assert render(ink.strokes, ink.pen_px).sum() > 1.2 * render(ink.strokes).sum()


def test_that_a_remark_stands_on_the_canvas_until_it_is_taken_away(canvas):
    before = canvas.grab().toImage()
    canvas.set_remark("? hardly a digit")
    assert canvas.grab().toImage() != before
    canvas.set_remark("")
    assert canvas.grab().toImage() == before
