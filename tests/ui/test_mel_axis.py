import numpy as np
import pytest

from tplab_gui.core.mel_choice import MelChoice
from tplab_gui.speech.clip_analysis import bands_heard
from tplab_gui.ui.widgets.mel_axis import MelAxis


@pytest.fixture
def axis(qtbot):
    made = MelAxis()
    made.set_corners(bands_heard(MelChoice(n_mels=64, f_min_hz=50), 8000).corners_hz)
    return made


def ticks(axis, low, high, pixels):
    ((_, rows),) = axis.tickValues(low, high, pixels)
    return [int(text.replace("\u202f", "")) for text in axis.tickStrings(rows, 1, 1)], rows


@pytest.mark.parametrize("pixels", [80, 200, 450, 2000])
def test_that_numbers_are_round_stand_at_their_row_and_never_touch(axis, pixels):
    numbers, rows = ticks(axis, -0.5, 63.5, pixels)
    assert len(numbers) >= 3
    assert all(number % 50 == 0 for number in numbers)
    for number, row in zip(numbers, rows, strict=True):
        assert axis.hz_of_row(row) == pytest.approx(number)
    assert np.diff(rows).min() * pixels / 64 >= 20


def test_that_zoom_brings_finer_numbers(axis):
    whole, _ = ticks(axis, -0.5, 63.5, 400)
    near, rows = ticks(axis, 20.0, 24.0, 400)
    assert len(near) >= 4
    assert not set(near) <= set(whole)
    assert min(rows) >= 20
    assert max(rows) <= 24


def test_that_rows_are_equally_far_apart_in_mel(axis):
    """The middle of two bands in mel, not in Hz: HTK's formula."""
    corners = bands_heard(MelChoice(n_mels=64, f_min_hz=50), 8000).corners_hz
    for band in (0, 31, 63):
        assert axis.hz_of_row(band) == pytest.approx(corners[band + 1])
        assert axis.row_of_hz(corners[band + 1]) == pytest.approx(band)
