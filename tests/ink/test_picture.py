import gzip
import itertools

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tplab_gui.core.errors import LabError
from tplab_gui.ink.frame import centre_of_mass
from tplab_gui.ink.picture import from_picture
from tplab_gui.ink.render import render, steps
from tplab_gui.ink.strokes import strokes_of

FOUR = strokes_of([[[6, 0], [0, 10], [12, 10]], [[8, 5], [8, 18]]])
WIDTH, HEIGHT = 400, 500


def sheet(pen=18, size=12.0, corner=(120, 130)):
    """A four drawn in white on black, anti-aliased, 400 x 500 pixels, as float in [0, 1]."""
    big = Image.new("L", (2 * WIDTH, 2 * HEIGHT), 0)
    draw = ImageDraw.Draw(big)
    for stroke in FOUR:
        points = (stroke * size + corner) * 2
        draw.line([tuple(p) for p in points.tolist()], fill=255, width=2 * pen, joint="curve")
    return np.asarray(big.resize((WIDTH, HEIGHT), Image.Resampling.BOX), dtype=np.float64) / 255


def photo(ink, shade=0.0, grain=0):
    """Ink that reflects a fifth of the light, on paper lit from the left, with the grain of a sensor."""
    light = 210 * (1 - shade * np.linspace(0, 1, ink.shape[1]))
    noise = np.random.default_rng(3).normal(0, 1, ink.shape) * grain
    return np.clip(light * (1 - 0.8 * ink) + noise, 0, 255).astype(np.uint8)


def likeness(a, b):
    return float(np.corrcoef(a.ravel(), b.ravel())[0, 1])


# What the vectors of the same four give with a pen as wide as that of the sheet: 18 of 12 x 18 + 18 pixels.
EXPECTED = render(FOUR, pen_px=18 * 20 / (12 * 18 + 18))


def test_that_a_digit_which_already_obeys_the_rule_comes_back_unchanged():
    pixels = np.rint(render(FOUR) * 255).astype(np.uint8)
    np.testing.assert_allclose(from_picture(pixels), pixels / 255, atol=0.02)


def test_that_a_digit_of_the_right_size_in_the_wrong_place_is_moved_by_whole_pixels():
    pixels = np.rint(render(FOUR) * 255).astype(np.uint8)
    np.testing.assert_array_equal(from_picture(np.roll(pixels, (2, -3), axis=(0, 1))), from_picture(pixels))


def test_that_a_drawing_and_a_picture_of_it_become_the_same_image():
    assert likeness(from_picture(photo(sheet())), EXPECTED) > 0.95


@pytest.mark.parametrize(("size", "corner", "pen"), [(6.0, (40, 300), 9), (24.0, (60, 30), 36)])
def test_that_place_and_size_on_the_sheet_do_not_matter(size, corner, pen):
    assert likeness(from_picture(photo(sheet(pen, size, corner))), EXPECTED) > 0.95


def test_that_white_on_black_and_black_on_white_are_the_same_digit():
    picture = photo(sheet())
    np.testing.assert_allclose(from_picture(255 - picture), from_picture(picture), atol=0.02)


def test_that_a_shadow_across_the_paper_is_not_ink():
    assert likeness(from_picture(photo(sheet(), shade=0.5, grain=4)), EXPECTED) > 0.95


def test_that_a_coloured_picture_is_read_by_its_lightness():
    picture = photo(sheet())
    np.testing.assert_array_equal(from_picture(np.stack([picture] * 3, axis=2)), from_picture(picture))


def test_that_dust_on_the_paper_does_not_move_the_digit():
    clean = photo(sheet())
    dusty = clean.copy()
    dusty[20:25, 20:25] = dusty[470:474, 380:384] = 0
    np.testing.assert_allclose(from_picture(dusty), from_picture(clean), atol=0.05)


def test_that_the_edge_of_the_table_beside_the_sheet_is_left_out():
    picture = photo(sheet())
    picture[:, :12] = 30
    assert likeness(from_picture(picture), EXPECTED) > 0.95


@pytest.mark.parametrize("pen", [2, 5])
def test_that_a_thin_pen_on_a_large_sheet_leaves_an_unbroken_line(pen):
    """A ball-point line is a fortieth of its digit: averaging alone would leave it pale, with holes."""
    image = from_picture(photo(sheet(pen=pen)))
    for line in steps(FOUR, pen_px=1.3).path:
        for start, end in itertools.pairwise(line):
            for x, y in np.rint(start + (end - start) * np.linspace(0, 1, 30)[:, None]).astype(int):
                assert image[y - 1 : y + 2, x - 1 : x + 2].max() > 0.6


def test_that_a_picture_of_a_digit_obeys_the_rule_of_the_box_and_the_centre_of_mass():
    image = from_picture(photo(sheet()))
    np.testing.assert_allclose(centre_of_mass(image), (14, 14), atol=0.5)
    rows = np.flatnonzero(image.max(axis=1) > 0.1)
    assert 19 <= np.ptp(rows) + 1 <= 22


@pytest.mark.parametrize(
    "picture",
    [
        np.full((50, 60), 255, dtype=np.uint8),
        np.zeros((28, 28), dtype=np.uint8),
        np.random.default_rng(1).normal(200, 5, (300, 300)).astype(np.uint8),
        np.tile(np.linspace(60, 200, 200).astype(np.uint8), (150, 1)),
    ],
    ids=["white", "black", "grain", "shade"],
)
def test_that_an_empty_sheet_is_a_sentence_and_not_a_digit(picture):
    with pytest.raises(LabError, match="Nothing stands out"):
        from_picture(picture)


def test_that_a_picture_of_a_few_pixels_is_refused_with_its_size():
    with pytest.raises(LabError, match="only 7 x 30 pixels"):
        from_picture(np.zeros((30, 7), dtype=np.uint8))


@pytest.mark.parametrize("shape", [(30, 30, 4), (30,), (30, 30, 1)])
def test_that_an_array_which_is_no_picture_is_a_bug_of_the_caller(shape):
    with pytest.raises(ValueError, match="a picture is uint8"):
        from_picture(np.zeros(shape, dtype=np.uint8))


def test_that_mnist_digits_pass_through_nearly_unchanged(shared_data):
    pixels = gzip.decompress((shared_data / "mnist" / "t10k-images-idx3-ubyte.gz").read_bytes())
    digits = np.frombuffer(pixels, np.uint8, offset=16).reshape(-1, 28, 28)[:600]
    change = np.array([np.abs(from_picture(d) - d / 255).max() for d in digits])
    assert np.quantile(change, 0.98) < 0.05
    assert np.mean(change) < 0.02
