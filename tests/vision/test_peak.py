import numpy as np
import pytest

from tplab_gui.vision.framing import framing
from tplab_gui.vision.peak import peak


def test_that_a_lone_peak_is_the_middle_of_the_warmest_cell_in_pixels_of_the_picture():
    raw = np.zeros((7, 14), np.float32)
    raw[2, 3] = 5
    assert peak(raw, framing(70, 140, "fit", 112), 70, 140) == (35, 25)


def test_that_the_peak_lies_between_the_cells_where_a_parabola_has_its_top():
    rows, columns = np.mgrid[:6, :8]
    raw = (9 - (columns - 3.3) ** 2 - 2 * (rows - 1.8) ** 2).astype(np.float32)
    x, y = peak(raw, framing(60, 80, "squash", 64), 60, 80)  # a cell is 10 px wide and high
    assert (x, y) == pytest.approx((38, 23), abs=1e-3)


def test_that_a_peak_at_the_edge_and_a_flat_map_stay_in_the_picture():
    frame = framing(60, 80, "squash", 64)
    corner = np.zeros((6, 8), np.float32)
    corner[5, 7] = 1
    assert peak(corner, frame, 60, 80) == (75, 55)
    assert peak(np.ones((6, 8), np.float32), frame, 60, 80) == (5, 5)
