import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.data.centring import centre, enlarge, fit


def centre_of_mass(image):
    y, x = np.indices(image.shape)
    return np.array([(image * y).sum(), (image * x).sum()]) / image.sum(dtype=float)


def box(image):
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    return rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1


@given(height=st.integers(1, 20), width=st.integers(1, 20), seed=st.integers(0, 99))
def test_that_the_centre_of_mass_falls_on_the_middle_to_within_half_a_pixel(height, width, seed):
    digit = np.random.default_rng(seed).integers(120, 256, (height, width), dtype=np.uint8)
    assert np.abs(centre_of_mass(centre(digit)) - 13.5).max() <= 0.5 + 1e-9


def test_that_a_digit_with_all_its_weight_on_one_side_stays_inside():
    digit = np.zeros((20, 20), dtype=np.uint8)
    digit[:, 0] = 255
    digit[0, :] = 1
    assert centre(digit).sum() == digit.sum(dtype=int)


@pytest.mark.parametrize("shape", [(7, 3), (100, 40), (300, 500), (20, 20)])
def test_that_the_longer_side_of_the_ink_becomes_20_pixels_and_the_aspect_stays(shape):
    picture = np.zeros((600, 600), dtype=np.uint8)
    picture[30 : 30 + shape[0], 60 : 60 + shape[1]] = 255
    height, width = box(fit(picture))
    assert max(height, width) == 20
    assert height / width == pytest.approx(shape[0] / shape[1], rel=0.15)


def test_that_an_empty_picture_stays_empty():
    assert not fit(np.zeros((50, 40), dtype=np.uint8)).any()


def test_that_enlarging_keeps_what_is_flat_flat_and_full_ink_full():
    large = enlarge(np.full((1, 8, 8), 16, dtype=np.uint8), top=16)
    assert large.shape == (1, 28, 28)
    np.testing.assert_array_equal(large[0, 4:24, 4:24], np.full((20, 20), 255))
    assert large.sum(dtype=int) == 255 * 400


def test_that_enlarging_agrees_with_the_cubic_interpolation_of_pillow():
    from PIL import Image

    small = np.random.default_rng(5).integers(0, 17, (8, 8)).astype(np.uint8)
    # At the very edge the two differ by design (ours repeats the edge), so the ink keeps away from it.
    small[:2] = small[-2:] = 0
    small[:, :2] = small[:, -2:] = 0
    ours = enlarge(small[None], top=16)[0]
    grey = Image.fromarray((small / 16 * 255).astype(np.float32))
    theirs = np.clip(np.asarray(grey.resize((20, 20), Image.Resampling.BICUBIC)), 0, 255)
    rows = np.flatnonzero(ours.any(axis=1))
    best = min(np.abs(ours[y : y + 20, x : x + 20] - theirs).max() for y in range(9) for x in range(9))
    assert len(rows) <= 20
    assert best <= 1
