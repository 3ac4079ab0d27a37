import numpy as np
import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.vision.overlay import TABLES, blend, coloured, table


@pytest.mark.parametrize("name", ["inferno", "magma", "viridis"])
def test_that_the_even_tables_grow_lighter_with_the_heat(name):
    lightness = table(name).astype(float) @ [0.2126, 0.7152, 0.0722]
    assert np.all(np.diff(np.convolve(lightness, np.ones(8) / 8, "valid")) > 0)


def test_that_jet_does_not_grow_lighter_all_along():
    """Why it is here only to compare with older figures."""
    lightness = table("jet").astype(float) @ [0.2126, 0.7152, 0.0722]
    assert lightness[255] < lightness[128]


def test_that_tables_are_rgb_and_not_bgr():
    cold, hot = table("jet")[0], table("jet")[255]
    assert cold[2] > cold[0]
    assert hot[0] > hot[2]


@pytest.mark.parametrize("name", TABLES)
def test_that_the_ends_of_a_heatmap_get_the_ends_of_the_table(name):
    colours = coloured(np.array([[0.0, 1.0, -3.0, 2.0]], np.float32), name)
    np.testing.assert_array_equal(colours[0], table(name)[[0, 255, 0, 255]])


def test_that_opacity_0_is_the_picture_and_1_is_the_colour():
    rng = np.random.default_rng(1)
    rgb = rng.integers(0, 256, (20, 30, 3), dtype=np.uint8)
    heat = rng.random((20, 30), dtype=np.float32)
    np.testing.assert_array_equal(blend(rgb, heat, 0.0), rgb)
    np.testing.assert_array_equal(blend(rgb, heat, 1.0), coloured(heat))


def test_that_half_opacity_is_the_mean_of_both():
    rgb = np.full((4, 4, 3), 100, np.uint8)
    heat = np.ones((4, 4), np.float32)
    expected = (100 + table("inferno")[255].astype(float)) / 2
    np.testing.assert_allclose(blend(rgb, heat, 0.5), np.broadcast_to(expected, (4, 4, 3)), atol=1)


def test_that_a_picture_is_not_changed_by_what_is_laid_over_it():
    rgb = np.full((4, 4, 3), 100, np.uint8)
    blend(rgb, np.ones((4, 4), np.float32))
    assert (rgb == 100).all()


def test_that_an_unknown_table_is_refused_with_the_known_ones():
    with pytest.raises(LabError, match="viridis"):
        table("rainbow")
