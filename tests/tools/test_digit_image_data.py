import gzip

import numpy as np
import pytest

from tools import digit_image_data as examples
from tplab_gui.ink.strokes import strokes_of

UNIPEN = """.INCLUDE dene.doc
.LEXICON "0" "1"
.SEGMENT DIGIT 0 ? "8"
.COMMENT 8 12  224
.PEN_DOWN
 267  333
 267  336
.PEN_UP
.DT 100
.PEN_DOWN
 -5  10
.PEN_UP
.SEGMENT DIGIT 0 ? "1"
.COMMENT 1 30  225
.PEN_DOWN
 1  2
 1  9
.PEN_UP
"""


@pytest.fixture
def pens():
    return [examples.PenDigit(7, 1, strokes_of([[[0, 0], [10, 0], [4, 16]]]))] * 3


def test_that_a_unipen_file_gives_digits_writers_and_strokes_with_y_downwards(tmp_path):
    path = tmp_path / "some.tra.gz"
    path.write_bytes(gzip.compress(UNIPEN.encode()))
    eight, one = examples.pen_digits(path)
    assert (eight.digit, eight.writer, len(eight.strokes)) == (8, 12, 2)
    assert (one.digit, one.writer, len(one.strokes)) == (1, 30, 1)
    np.testing.assert_array_equal(eight.strokes[0], [[267, -333], [267, -336]])
    np.testing.assert_array_equal(eight.strokes[1], [[-5, -10]])


def test_that_writing_anew_without_strength_changes_only_place_and_size():
    seven = strokes_of([[[0, 0], [10, 0], [4, 16]]])
    again = examples.varied(seven, np.random.default_rng(0), strength=0)
    np.testing.assert_allclose(again[0] * 16 + (5, 8), seven[0], atol=1e-5)


def test_that_two_hands_write_the_same_digit_differently_and_one_seed_the_same():
    seven = strokes_of([[[0, 0], [10, 0], [4, 16]]])
    first, same, other = (examples.varied(seven, np.random.default_rng(seed))[0] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, same)
    assert np.abs(first - other).max() > 0.02


def test_that_not_digits_are_as_many_as_asked_and_hold_ink(pens):
    digits = np.random.default_rng(0).random((5, 28, 28)).astype(np.float32)
    for unseen in (False, True):
        images = examples.not_digits(120, pens, digits, np.random.default_rng(0), unseen=unseen)
        assert images.shape == (120, 28, 28)
        assert images.max() <= 1
        assert images.sum(axis=(1, 2)).min() > 1


def test_that_no_sign_is_both_trained_on_and_measured_with():
    assert not set(examples.SIGNS.values()) & set(examples.UNSEEN_SIGNS.values())
