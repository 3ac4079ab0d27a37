import numpy as np

from tplab_gui.ink.frame import centre_of_mass, inside


def test_that_one_black_pixel_is_its_own_centre_of_mass():
    image = np.zeros((28, 28), dtype=np.float32)
    image[5, 20] = 0.3
    assert centre_of_mass(image) == (20, 5)


def test_that_ink_between_two_pixels_has_its_centre_between_them():
    image = np.zeros((28, 28), dtype=np.float32)
    image[10, 10], image[10, 14] = 0.25, 0.75
    np.testing.assert_allclose(centre_of_mass(image), (13, 10), atol=1e-6)


def test_that_an_empty_field_has_its_centre_in_the_middle():
    assert centre_of_mass(np.zeros((28, 28), dtype=np.float32)) == (14, 14)


def test_that_a_box_which_fits_stays_where_it_is_wanted():
    np.testing.assert_array_equal(inside((14.2, 13.1), (20, 8)), (14.2, 13.1))


def test_that_a_box_is_kept_within_the_field():
    x, y = inside((25, 2), (20, 20))
    assert x + 10 == 27.5  # the right edge of the last pixel
    assert y - 10 == -0.5
