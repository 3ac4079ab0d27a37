import cv2
import numpy as np
import pytest

from tools.heatmap_balls import SPRITE_PX
from tools.heatmap_fruit import false_balls, true_balls


def extent(sprite):
    """How much longer than wide it is, whichever way it lies: the spread along its axes."""
    narrow, wide = np.linalg.eigvalsh(np.cov(np.argwhere(sprite[..., 3] > 128).T))
    return np.sqrt(wide / narrow)


@pytest.fixture(scope="module")
def sprites():
    return false_balls(8, np.random.default_rng(3))


def test_that_every_sprite_has_the_size_of_the_others(sprites):
    assert {each.shape for each in sprites} == {(SPRITE_PX, SPRITE_PX, 4)}
    assert {each.dtype for each in sprites} == {np.dtype(np.uint8)}


def test_that_a_fruit_is_longer_than_wide_and_a_ball_is_round(sprites):
    assert all(extent(each) > 1.25 for each in sprites[1::2])
    assert all(extent(each) < 1.1 for each in [*sprites[0::2], *true_balls(4, np.random.default_rng(3))])


def test_that_the_same_seed_gives_the_same_sprites(sprites):
    again = false_balls(8, np.random.default_rng(3))
    assert all(np.array_equal(one, other) for one, other in zip(sprites, again, strict=True))


def test_that_a_tennis_ball_is_yellow_green_and_an_orange_is_not(sprites):
    def hue(sprite):
        opaque = sprite[..., 3] > 200
        return float(np.median(cv2.cvtColor(sprite[..., :3], cv2.COLOR_RGB2HSV)[..., 0][opaque]))

    assert all(25 < hue(each) < 45 for each in true_balls(4, np.random.default_rng(5)))
    assert hue(sprites[0]) < 20
