import numpy as np
import pytest

from tools.render_ball import ORANGE, TENNIS, paint_ball, render_ball, tennis_seam, turn
from tools.render_light import Lighting, linear, unit


def test_that_the_seam_lies_on_the_sphere_and_closes():
    seam = tennis_seam()
    np.testing.assert_allclose(np.linalg.norm(seam, axis=1), 1, atol=1e-5)
    steps = np.linalg.norm(np.diff(seam, axis=0, append=seam[:1]), axis=1)
    assert steps.max() < 0.05


def test_that_the_seam_parts_the_sphere_into_two_equal_halves():
    """The curve is its own image under a quarter turn about z and a mirror in z."""
    seam = tennis_seam()
    image = seam @ np.float32([[0, 1, 0], [-1, 0, 0], [0, 0, -1]]).T
    distances = np.linalg.norm(image[:, None] - seam[None], axis=-1).min(axis=1)
    assert distances.max() < 0.05


@pytest.mark.parametrize("radius", [6, 20, 60])
def test_that_a_ball_is_as_large_as_it_was_asked_to_be(radius):
    ball = render_ball(radius)
    assert ball.dtype == np.uint8
    assert ball.shape[0] == ball.shape[1]
    area = ball[..., 3].sum() / 255
    assert area == pytest.approx(np.pi * radius**2, rel=0.1)


def test_that_the_lamp_makes_its_own_side_brighter():
    left = render_ball(40, light=(-1.0, 0.0, 0.3)).astype(float)
    half = left.shape[1] // 2
    assert left[:, :half, 1].mean() > 1.3 * left[:, half:, 1].mean()


def test_that_a_turned_ball_shows_its_seam_elsewhere_and_the_same_arguments_the_same_ball():
    one, other = render_ball(30, turn(0.1, 0.2, 0.3)), render_ball(30, turn(1.1, 0.2, 0.3))
    assert (one != other).any()
    np.testing.assert_array_equal(one, render_ball(30, turn(0.1, 0.2, 0.3)))


def test_that_felt_is_yellow_green_and_an_orange_orange():
    felt, peel = (
        paint_ball(30, turn(0, 0, 0), Lighting(), skin)[20:44, 20:44, :3].mean((0, 1))
        for skin in (TENNIS, ORANGE)
    )
    assert felt[1] > felt[0] > 2 * felt[2]
    assert peel[0] > 1.8 * peel[1]


def test_that_a_turn_is_a_rotation():
    matrix = turn(0.3, -1.2, 2.0)
    np.testing.assert_allclose(matrix @ matrix.T, np.eye(3), atol=1e-6)
    assert np.linalg.det(matrix) == pytest.approx(1, abs=1e-5)


def test_that_colours_are_made_linear_by_the_definition_of_srgb():
    np.testing.assert_allclose(linear(0, 188, 255), [0, 0.5029, 1], atol=1e-3)
    assert np.linalg.norm(unit(3, 4, 12)) == pytest.approx(1)
