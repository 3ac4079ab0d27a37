import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from torchvision.transforms._presets import ImageClassification

from tplab_gui.vision.framing import framing, resample

sides = st.integers(1, 5000)


@given(sides, sides)
def test_that_fit_and_squash_show_the_whole_picture(height, width):
    for way in ("fit", "squash"):
        frame = framing(height, width, way, 112)
        assert frame.to_picture(0, 0) == (0, 0)
        assert frame.to_picture(1, 1) == (width, height)


@given(sides, sides)
def test_that_fit_gives_whole_cells_and_never_an_endless_input(height, width):
    frame = framing(height, width, "fit", 112)
    assert min(frame.width_px, frame.height_px) == 112
    assert max(frame.width_px, frame.height_px) <= 288
    assert frame.width_px % 16 == 0
    assert frame.height_px % 16 == 0


@given(st.integers(112, 2000), st.floats(1, 2.4))
def test_that_fit_changes_the_aspect_by_less_than_a_twelfth(short, aspect):
    long = round(short * aspect)
    frame = framing(short, long, "fit", 112)
    assert frame.width_px / frame.height_px == pytest.approx(long / short, rel=1 / 12)


@pytest.mark.parametrize("size", [(300, 400), (400, 300), (231, 517), (224, 224), (100, 90)])
def test_that_crop_is_what_torchvisions_own_preset_does(size):
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 256, (*size, 3), dtype=np.uint8)
    preset = ImageClassification(crop_size=224, resize_size=232)
    expected = preset(Image.fromarray(rgb))
    seen = torch.from_numpy(resample(rgb, framing(*size, "crop", 224, 232)).copy()).permute(2, 0, 1) / 255
    ours = (seen - torch.tensor(preset.mean)[:, None, None]) / torch.tensor(preset.std)[:, None, None]
    torch.testing.assert_close(ours, expected, rtol=0, atol=1e-5)


def test_that_a_point_of_a_cropped_input_comes_back_to_where_it_was_in_the_picture():
    """A white square in a black picture: its middle in the input, mapped back, is its middle in the picture."""
    rgb = np.zeros((480, 640, 3), np.uint8)
    rgb[200:240, 300:340] = 255
    for way in ("fit", "crop", "squash"):
        frame = framing(480, 640, way, 112, 128)
        seen = resample(rgb, frame)[..., 0].astype(float)
        rows, columns = np.mgrid[: seen.shape[0], : seen.shape[1]] + 0.5
        x = (seen * columns).sum() / seen.sum() / frame.width_px
        y = (seen * rows).sum() / seen.sum() / frame.height_px
        assert frame.to_picture(x, y) == pytest.approx((320, 220), abs=2)


@pytest.mark.parametrize("size", [(1, 1), (3, 20_000), (20_000, 3)])
def test_that_the_strangest_pictures_still_become_an_input(size):
    rgb = np.full((*size, 3), 7, np.uint8)
    for way in ("fit", "squash"):
        frame = framing(*size, way, 112)
        assert resample(rgb, frame).shape == (frame.height_px, frame.width_px, 3)
