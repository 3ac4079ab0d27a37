"""The sheet without a window: times, undo and redo, the eraser, and the wrong things a hand does."""

import numpy as np
import pytest

from tplab_gui.ink.recognise import InkReader
from tplab_gui.ink.render import render
from tplab_gui.ui.widgets.ink_sheet import SAMPLE_SPEED, InkSheet


class Clock:
    now_s = 10.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def sheet():
    return InkSheet(Clock())


def stroke(sheet, *points):
    sheet.pen_down(points[0])
    for point in points[1:]:
        sheet._clock.now_s += 0.1
        sheet.pen_move(point)
    sheet.pen_up()


def shape(sheet):
    return [each.tolist() for each in sheet.strokes()]


def test_that_every_point_has_the_time_at_which_it_was_drawn(sheet):
    stroke(sheet, (0.1, 0.1), (0.2, 0.1), (0.3, 0.1))
    sheet._clock.now_s = 15.0
    stroke(sheet, (0.5, 0.5))
    first, second = sheet.ink(2.2).times_s
    np.testing.assert_allclose(first, [10.0, 10.1, 10.2])
    np.testing.assert_allclose(second, [15.0])


def test_that_a_drawing_without_times_is_drawn_until_now_at_an_even_speed(sheet):
    sheet.replace((np.array([[0, 0], [0.3, 0.4]], np.float32), np.array([[1, 1]], np.float32)))
    first, second = sheet.ink(2.2).times_s
    assert first[1] - first[0] == pytest.approx(0.5 / SAMPLE_SPEED)
    assert second[-1] == pytest.approx(10.0)


def test_that_undo_and_redo_walk_through_strokes_and_erasures_alike(sheet):
    for x in (0.2, 0.5, 0.8):
        stroke(sheet, (x, 0.2), (x, 0.8))
    whole = shape(sheet)
    sheet.eraser_down((0.5, 0.5), 0.03)
    sheet.pen_up()
    without = shape(sheet)
    assert without == [whole[0], whole[2]]
    sheet.undo()
    assert shape(sheet) == whole
    sheet.undo()
    assert shape(sheet) == whole[:2]
    sheet.redo()
    sheet.redo()
    assert shape(sheet) == without
    assert not sheet.redo()


def test_that_a_new_stroke_ends_what_could_be_redone(sheet):
    stroke(sheet, (0.2, 0.2), (0.2, 0.8))
    sheet.undo()
    stroke(sheet, (0.5, 0.2), (0.5, 0.8))
    assert not sheet.can_redo


def test_that_a_fast_sweep_of_the_eraser_takes_all_it_crosses_and_one_undo_brings_them_back(sheet):
    for x in (0.2, 0.4, 0.6, 0.8):
        stroke(sheet, (x, 0.2), (x, 0.8))
    whole = shape(sheet)
    sheet.eraser_down((0.1, 0.5), 0.03)
    sheet.eraser_move((0.7, 0.5), 0.03)
    sheet.pen_up()
    assert shape(sheet) == whole[3:]
    sheet.undo()
    assert shape(sheet) == whole


def test_that_an_eraser_that_hits_nothing_is_no_deed(sheet):
    stroke(sheet, (0.2, 0.2), (0.2, 0.8))
    sheet.eraser_down((0.9, 0.9), 0.03)
    sheet.pen_up()
    sheet.undo()
    assert shape(sheet) == []


@pytest.mark.parametrize("point", [(0.5, 0.5), (0.52, 0.5)])
def test_that_a_dot_can_be_erased(sheet, point):
    stroke(sheet, (0.5, 0.5))
    assert sheet.eraser_down(point, 0.03)


def test_that_replacing_a_drawing_is_undone_to_the_one_before(sheet):
    stroke(sheet, (0.2, 0.2), (0.2, 0.8))
    stroke(sheet, (0.4, 0.2), (0.4, 0.8))
    before = shape(sheet)
    sheet.replace((np.array([[0, 0], [1, 1]], np.float32),))
    sheet.undo()
    assert shape(sheet) == before


def test_that_drawing_outside_the_canvas_draws_nothing_and_is_not_undone_for(sheet):
    stroke(sheet, (0.2, 0.2), (0.2, 0.8))
    stroke(sheet, (1.2, 0.2), (1.5, 0.8), (-0.5, 2.0))
    assert len(sheet.strokes()) == 1
    sheet.undo()
    assert shape(sheet) == []


# -- wrong things, as the network sees them -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def reader():
    return InkReader()


def is_sure(reader, sheet):
    return reader.sure(reader.scores(render(sheet.strokes())[None])[0])


def test_that_the_lab_is_not_sure_of_a_tap(sheet, reader):
    stroke(sheet, (0.5, 0.5))
    assert not is_sure(reader, sheet)


def test_that_the_lab_is_not_sure_of_a_scribble(sheet, reader):
    turns = np.linspace(0, 40, 400)
    stroke(sheet, *zip(0.5 + 0.4 * np.sin(1.7 * turns), 0.5 + 0.4 * np.cos(1.1 * turns), strict=True))
    assert not is_sure(reader, sheet)


def test_that_the_lab_is_not_sure_of_ten_strokes_like_a_fence(sheet, reader):
    for x in np.linspace(0.1, 0.9, 8):
        stroke(sheet, (x, 0.2), (x, 0.8))
    for y in (0.35, 0.65):
        stroke(sheet, (0.05, y), (0.95, y))
    assert len(sheet.strokes()) == 10
    assert not is_sure(reader, sheet)


def test_that_ten_thousand_points_of_a_nought_are_read_as_one(sheet, reader):
    turns = np.linspace(0, 40 * np.pi, 10_000)
    stroke(sheet, *zip(0.5 + 0.25 * np.sin(turns), 0.5 + 0.4 * np.cos(turns), strict=True))
    assert len(sheet.strokes()[0]) > 9000
    assert reader.scores(render(sheet.strokes())[None])[0].argmax() == 0
