"""The transforms against independent formulas: Pillow, scipy, numpy, a round trip through a JPEG file."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image, ImageEnhance
from scipy.ndimage import gaussian_filter

from tplab_gui.core.adjustments import NAMES, NEUTRAL, TRANSFORMS, Adjustment
from tplab_gui.vision.adjust import PATCH_GREY, apply, patch_px
from tplab_gui.vision.adjust_geometry import GEOMETRY, homography, moved_box


@pytest.fixture(scope="module")
def rgb():
    """A smooth coloured picture with an odd size: interpolation is close to exact on it."""
    y, x = np.mgrid[0:97, 0:131]
    waves = [128 + 100 * np.sin(x / (9 + 4 * c) + c) * np.cos(y / (13 - 3 * c)) for c in range(3)]
    return np.stack(waves, -1).round().astype(np.uint8)


def inner(pixels, share=0.25):
    height, width = pixels.shape[:2]
    top, left = int(height * share), int(width * share)
    return pixels[top : height - top, left : width - left].astype(int)


def far_from(known):
    """A value well away from neutral."""
    return known.value_at((known.place(known.neutral) + 2 * known.place(known.ends()[-1])) / 3)


@pytest.mark.parametrize("known", TRANSFORMS, ids=NAMES)
@pytest.mark.parametrize("shape", [(1, 1), (3, 20_000), (97, 131)])
def test_that_size_and_type_stay_and_the_original_is_not_touched(known, shape):
    before = np.random.default_rng(1).integers(0, 256, (*shape, 3), np.uint8)
    kept = before.copy()
    for value in (known.low, known.high, far_from(known)):
        after = apply(before, NEUTRAL.with_value(known.name, value))
        assert (after.shape, after.dtype) == (before.shape, np.uint8)
    assert np.array_equal(before, kept)


@pytest.mark.parametrize("known", TRANSFORMS, ids=NAMES)
def test_that_the_neutral_value_changes_not_one_pixel(known, rgb):
    assert np.array_equal(apply(rgb, NEUTRAL.with_value(known.name, known.neutral)), rgb)
    other = Adjustment.of(**{"gamma" if known.name == "brightness" else "brightness": 1.5})
    assert np.array_equal(apply(rgb, other.with_value(known.name, known.neutral)), apply(rgb, other))


@pytest.mark.parametrize(
    "known", [each for each in TRANSFORMS if not each.is_placing], ids=lambda each: each.name
)
def test_that_every_transform_does_something(known, rgb):
    assert not np.array_equal(apply(rgb, NEUTRAL.with_value(known.name, far_from(known))), rgb)


@pytest.mark.parametrize(
    ("name", "enhance"),
    [
        ("brightness", ImageEnhance.Brightness),
        ("contrast", ImageEnhance.Contrast),
        ("saturation", ImageEnhance.Color),
    ],
)
@pytest.mark.parametrize("factor", [0.3, 0.8, 1.7, 3.0])
def test_that_light_and_colour_are_those_of_pillow(name, enhance, factor, rgb):
    expected = np.asarray(enhance(Image.fromarray(rgb)).enhance(factor)).astype(int)
    after = apply(rgb, NEUTRAL.with_value(name, factor)).astype(int)
    # Pillow cuts fractions off and rounds its grey first: one level, times the factor for the grey
    assert abs(after - expected).max() <= 1 + factor


def test_that_gamma_is_the_power_law(rgb):
    after = apply(rgb, Adjustment.of(gamma=2.2))
    assert np.array_equal(after, np.round(255 * (rgb / 255.0) ** 2.2).astype(np.uint8))


def test_that_hue_turns_red_into_green_into_blue_and_leaves_grey():
    colours = np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255], [90, 90, 90]]], np.uint8)
    turned = apply(colours, Adjustment.of(hue=120)).astype(int)
    expected = np.array([[[0, 255, 0], [0, 0, 255], [255, 0, 0], [90, 90, 90]]])
    assert abs(turned - expected).max() <= 6  # the circle has 256 steps


@pytest.mark.parametrize("percent", [0.5, 3.0, 8.0])
def test_that_blur_is_the_gaussian_of_scipy(percent, rgb):
    large = np.asarray(Image.fromarray(rgb).resize((524, 388)))
    sigma_px = percent / 100 * 388
    expected = gaussian_filter(large.astype(float), (sigma_px, sigma_px, 0), mode="mirror")
    after = apply(large, Adjustment.of(blur=percent))
    assert abs(inner(after) - inner(expected)).max() <= 3


def test_that_noise_has_the_deviation_asked_for_and_the_seed_decides_it():
    grey = np.full((200, 300, 3), 128, np.uint8)
    noisy = apply(grey, Adjustment.of(noise=12, seed=4))
    assert noisy.astype(float).std() == pytest.approx(12, rel=0.02)
    assert noisy.astype(float).mean() == pytest.approx(128, abs=0.2)
    assert np.array_equal(noisy, apply(grey, Adjustment.of(noise=12, seed=4)))
    assert not np.array_equal(noisy, apply(grey, Adjustment.of(noise=12, seed=5)))


def test_that_jpeg_is_what_a_jpeg_file_does(rgb):
    stream = io.BytesIO()
    Image.fromarray(rgb).save(stream, "JPEG", quality=15, subsampling="4:2:0")
    expected = np.asarray(Image.open(stream).convert("RGB")).astype(int)
    after = apply(rgb, Adjustment.of(jpeg=15)).astype(int)
    assert abs(after - expected).mean() < 1.5
    worse = apply(rgb, Adjustment.of(jpeg=2)).astype(int)
    assert abs(worse - rgb).mean() > abs(after - rgb).mean()


def test_that_the_patch_is_a_grey_square_where_it_was_put(rgb):
    asked = Adjustment.of(occlusion=40, occlusion_x=25, occlusion_y=75)
    x0, y0, x1, y1 = patch_px(97, 131, asked)
    assert x1 - x0 == pytest.approx(0.4 * 97, abs=1)
    assert y1 - y0 == pytest.approx(0.4 * 97, abs=1)
    assert (x0 + x1) / 2 == pytest.approx(0.25 * 131, abs=1)
    changed = (apply(rgb, asked) != rgb).any(-1)
    assert not changed[:y0].any()
    assert (apply(rgb, asked)[y0:y1, x0:x1] == PATCH_GREY).all()
    whole = apply(rgb, Adjustment.of(occlusion=100, occlusion_x=0, occlusion_y=0))
    assert (whole[:48, :48] == PATCH_GREY).all()


def test_that_rotation_is_that_of_pillow(rgb):
    expected = np.asarray(Image.fromarray(rgb).rotate(30, Image.Resampling.BILINEAR)).astype(int)
    after = apply(rgb, Adjustment.of(rotation=30))
    assert abs(inner(after) - inner(expected)).max() <= 6
    square = rgb[:, :97]
    assert (
        abs(apply(square, Adjustment.of(rotation=90)).astype(int) - np.rot90(square).astype(int)).max() <= 1
    )


def test_that_a_translation_moves_whole_pixels_and_lets_black_in(rgb):
    after = apply(rgb, Adjustment.of(translation_x=20, translation_y=-10))
    right, up = round(0.2 * 131), round(0.1 * 97)
    assert np.array_equal(after[:-up, right:], rgb[up:, :-right])
    assert not after[-up:].any()
    assert not after[:, :right].any()


def test_that_scale_enlarges_about_the_centre(rgb):
    after = apply(rgb, Adjustment.of(scale=2))
    source = rgb[24:73, 32:99]
    expected = cv2.resize(source, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    assert abs(inner(after, 0.3) - inner(expected[1:98, 2:133], 0.3)).mean() < 6
    point = homography(97, 131, Adjustment.of(scale=2)) @ [65, 48, 1]
    assert point == pytest.approx([65, 48, 1])


@pytest.mark.parametrize(
    ("name", "sign", "edge"),
    [
        ("perspective", 1, "right"),
        ("perspective", -1, "left"),
        ("perspective-vertical", 1, "bottom"),
        ("perspective-vertical", -1, "top"),
    ],
)
def test_that_a_tilt_shortens_the_side_that_recedes_and_no_other(name, sign, edge):
    there = homography(101, 201, NEUTRAL.with_value(name, 60 * sign))
    ends = {
        "left": ((0, 0), (0, 100)),
        "right": ((200, 0), (200, 100)),
        "top": ((0, 0), (200, 0)),
        "bottom": ((0, 100), (200, 100)),
    }

    def length(side):
        a, b = (there @ [*point, 1] for point in ends[side])
        return float(np.linalg.norm(a[:2] / a[2] - b[:2] / b[2]))

    opposite = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}[edge]
    full = float(np.linalg.norm(np.subtract(*ends[edge])))
    assert length(edge) == pytest.approx(0.4 * full, rel=1e-4)
    assert length(opposite) == pytest.approx(full, rel=1e-4)


def test_that_random_perspective_follows_its_seed(rgb):
    one = apply(rgb, Adjustment.of(seed=1, perspective_random=60))
    assert np.array_equal(one, apply(rgb, Adjustment.of(seed=1, perspective_random=60)))
    assert not np.array_equal(one, apply(rgb, Adjustment.of(seed=2, perspective_random=60)))


def test_that_several_at_once_are_done_in_the_order_of_the_table(rgb):
    asked = Adjustment.of(seed=3, jpeg=40, noise=9, hue=30, brightness=1.4, blur=2, rotation=20, occlusion=20)
    done = rgb
    for known in TRANSFORMS:
        if not known.is_placing and known.name in dict(asked.values):
            done = apply(done, Adjustment(((known.name, asked.get(known.name)),), asked.seed))
    assert np.array_equal(apply(rgb, asked), done)


def test_that_geometry_is_one_warp_in_the_order_of_the_table():
    asked = Adjustment.of(scale=1.3, shear=10, rotation=25, perspective=30, translation_x=12)
    whole = np.eye(3)
    for name in GEOMETRY:
        whole = homography(90, 120, NEUTRAL.with_value(name, asked.get(name))) @ whole
    both = homography(90, 120, asked)
    assert both / both[2, 2] == pytest.approx(whole / whole[2, 2], abs=1e-6)


def test_that_a_box_goes_where_its_picture_goes():
    assert moved_box((10, 20, 30, 40), 100, 200, NEUTRAL) == pytest.approx((10, 20, 30, 40))
    assert moved_box((10, 20, 30, 40), 100, 200, Adjustment.of(translation_x=10)) == pytest.approx(
        (30, 20, 50, 40)
    )
    assert moved_box((10, 20, 30, 40), 100, 200, Adjustment.of(translation_x=-50)) is None
    cut = moved_box((150, 20, 190, 40), 100, 200, Adjustment.of(translation_x=15))
    assert cut == pytest.approx((180, 20, 200, 40))
