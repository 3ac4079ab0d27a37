import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.ink.frame import centre_of_mass
from tplab_gui.ink.render import PEN_PX, render, steps
from tplab_gui.ink.strokes import strokes_of

SEVEN = strokes_of([[[0, 0], [10, 0], [4, 16]]])

point = st.tuples(st.integers(0, 40), st.integers(0, 40))
drawings = st.lists(st.lists(point, min_size=1, max_size=12), min_size=1, max_size=4).map(strokes_of)


def ink_by_brute_force(path, pen_px):
    """Distance from each pixel to 400 samples of each segment: slow, and too simple to be wrong."""
    samples = [
        a + (b - a) * t for line in path for a, b in itertools.pairwise(line) for t in np.linspace(0, 1, 400)
    ]
    y, x = np.mgrid[0:28, 0:28]
    distance = np.sqrt(np.min([(x - px) ** 2 + (y - py) ** 2 for px, py in samples], axis=0))
    return np.clip(pen_px / 2 + 0.5 - distance, 0, 1)


def test_that_every_pixel_holds_the_ink_its_distance_to_the_path_gives():
    shown = steps(SEVEN)
    np.testing.assert_allclose(shown.image, ink_by_brute_force(shown.path, PEN_PX), atol=2e-3)


@given(drawings, st.floats(0.01, 1000), st.floats(-500, 500), st.floats(-500, 500))
def test_that_size_and_place_of_a_drawing_do_not_matter(drawing, size, x, y):
    moved = strokes_of([stroke.astype(float) * size + (x * size, y * size) for stroke in drawing])
    np.testing.assert_allclose(render(moved), render(drawing), atol=0.02)


@given(drawings)
def test_that_the_centre_of_mass_lies_at_14_14_unless_ink_would_leave_the_field(drawing):
    image = render(drawing)
    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    assert 0 <= image.min() <= image.max() <= 1
    for off, before, after in zip(
        np.abs(np.array(centre_of_mass(image)) - 14),
        (image[:, 0].max(), image[0].max()),
        (image[:, -1].max(), image[-1].max()),
        strict=True,
    ):
        assert off < 0.5 or before > 0 or after > 0


@given(drawings)
def test_that_the_ink_is_twenty_pixels_long(drawing):
    points = np.concatenate(drawing)
    image = render(drawing)
    long_side = max(np.ptp(np.flatnonzero(image.any(axis=axis))) + 1 for axis in (0, 1))
    if np.ptp(points, axis=0).max() > 0:
        assert 19 <= long_side <= 22  # 20, and the grey pixels at both ends


@pytest.mark.parametrize("length", [0.1, 10, 5000])
@pytest.mark.parametrize("pen_px", [1.4, 2.2, 3.4])
def test_that_the_pen_has_one_width_however_long_the_line(length, pen_px):
    image = render(strokes_of([[[0, 0], [0, length]]]), pen_px)
    assert image[14].sum() == pytest.approx(pen_px, abs=1e-3)


def test_that_a_wide_drawing_keeps_its_aspect():
    image = render(strokes_of([[[0, 0], [40, 0], [40, 10], [0, 10], [0, 0]]]))
    wide, high = (np.ptp(np.flatnonzero(image.any(axis=axis))) + 1 for axis in (0, 1))
    assert wide == pytest.approx(20, abs=2)
    assert high == pytest.approx(2.2 + 17.8 / 4, abs=2)


def test_that_a_dot_is_a_disc_of_one_pen_width_in_the_middle():
    image = render(strokes_of([[[7, 7]]]), pen_px=5)
    np.testing.assert_allclose(centre_of_mass(image), (14, 14), atol=1e-5)
    np.testing.assert_array_equal(image, image.T)
    assert image.sum() == pytest.approx(np.pi * 2.5**2, rel=0.05)


def test_that_a_tap_of_many_points_in_one_place_is_a_dot():
    np.testing.assert_array_equal(render(strokes_of([[[7, 7]] * 50])), render(strokes_of([[[7, 7]]])))


def test_that_ten_thousand_points_of_a_circle_look_like_a_hundred():
    def circle(n):
        angle = np.linspace(0, 2 * np.pi, n)
        return strokes_of([np.stack([np.cos(angle), np.sin(angle)], axis=1)])

    np.testing.assert_allclose(render(circle(10_000)), render(circle(100)), atol=0.15)


def test_that_the_order_of_strokes_does_not_matter():
    cross = strokes_of([[[0, 0], [10, 10]], [[10, 0], [0, 10]]])
    np.testing.assert_array_equal(render(cross), render(cross[::-1]))


def test_that_a_heavy_top_is_moved_down_to_balance():
    """A seven has its mass high: the step by step view shows the box in the middle, then the mass, then the end."""
    shown = steps(SEVEN)
    assert shown.mass_xy[1] < 13
    assert centre_of_mass(shown.image)[1] == pytest.approx(14, abs=0.1)
    np.testing.assert_array_equal(shown.image, render(SEVEN))
    assert shown.box == (0, 0, 10, 16)
    assert shown.scale == pytest.approx((20 - PEN_PX) / 16)


def test_that_a_tail_which_the_rule_would_push_out_of_the_field_stays_in():
    image = render(strokes_of([[[0, 0], [10, 0]] * 9 + [[5, 0], [5, 10]]]))
    assert np.ptp(np.flatnonzero(image.any(axis=1))) + 1 >= 20


def test_that_nothing_drawn_is_a_sentence_and_not_a_black_image():
    with pytest.raises(LabError, match="Nothing is drawn"):
        render(())
    with pytest.raises(LabError, match="Nothing is drawn"):
        render((np.empty((0, 2), dtype=np.float32),))
