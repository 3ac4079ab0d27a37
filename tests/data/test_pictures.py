import io
import os
import struct
import subprocess
import sys
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.pictures import read_picture


def encoded(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def pattern(height=6, width=9):
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM"])
def test_that_a_lossless_picture_gives_back_its_pixels(tmp_path, kind):
    path = tmp_path / "a.picture"
    path.write_bytes(encoded(Image.fromarray(pattern()), kind))
    for source in (path, str(path), path.read_bytes()):
        rgb = read_picture(source)
        assert rgb.dtype == np.uint8
        np.testing.assert_array_equal(rgb, pattern())


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_that_a_lossy_picture_keeps_its_colours(kind):
    flat = np.full((40, 30, 3), (200, 60, 20), np.uint8)
    rgb = read_picture(encoded(Image.fromarray(flat), kind, quality=95))
    assert rgb.shape == (40, 30, 3)
    assert np.abs(rgb.astype(int) - flat).max() < 8


@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_the_camera_held_sideways_gives_an_upright_picture(orientation):
    """EXIF 2.3, tag 0x0112: the stored picture is the upright one after the inverse of this turn."""
    upright = pattern()
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.transpose(1, 0, 2),
        6: np.rot90(upright, 1),
        7: upright[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(Image.fromarray(np.ascontiguousarray(stored)), "PNG", exif=exif)
    np.testing.assert_array_equal(read_picture(data), upright)


def test_that_transparent_parts_are_white_and_half_transparent_ones_mix():
    rgba = np.zeros((1, 3, 4), np.uint8)
    rgba[0, :, 3] = (0, 128, 255)
    np.testing.assert_allclose(
        read_picture(encoded(Image.fromarray(rgba), "PNG"))[0, :, 0], [255, 127, 0], atol=1
    )


def test_that_a_transparent_palette_entry_is_white():
    image = Image.new("P", (2, 1))
    image.putpalette([10, 20, 30, 0, 0, 255])
    image.putpixel((1, 0), 1)
    rgb = read_picture(encoded(image, "PNG", transparency=1))
    np.testing.assert_array_equal(rgb[0], [[10, 20, 30], [255, 255, 255]])


@pytest.mark.parametrize("mode", ["L", "1", "LA", "P"])
def test_that_grey_and_black_and_white_become_three_equal_channels(mode):
    image = Image.fromarray(np.array([[0, 255]], np.uint8)).convert(mode)
    np.testing.assert_array_equal(read_picture(encoded(image, "PNG"))[0], [[0] * 3, [255] * 3])


def test_that_16_bits_of_grey_are_scaled_and_not_clipped():
    grey = np.array([[0, 257, 32896, 65535]], np.uint16)
    np.testing.assert_array_equal(
        read_picture(encoded(Image.fromarray(grey), "PNG"))[0, :, 0], [0, 1, 128, 255]
    )


def test_that_a_dark_16_bit_picture_stays_dark():
    grey = np.full((4, 4), 200, np.uint16)
    assert read_picture(encoded(Image.fromarray(grey), "PNG")).max() <= 1


def test_that_a_float_tiff_from_0_to_1_uses_the_whole_range():
    grey = np.array([[0.0, 0.5, 1.0, np.nan]], np.float32)
    np.testing.assert_array_equal(
        read_picture(encoded(Image.fromarray(grey), "TIFF"))[0, :, 0], [0, 128, 255, 0]
    )


def test_that_a_cmyk_jpeg_becomes_rgb():
    image = Image.new("CMYK", (8, 8), (0, 255, 255, 0))
    red = read_picture(encoded(image, "JPEG", quality=95)).reshape(-1, 3).mean(axis=0)
    assert red[0] > 200
    assert red[1:].max() < 60


def test_that_of_an_animation_the_first_picture_is_read():
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    np.testing.assert_array_equal(read_picture(data)[0, 0], [255, 0, 0])


@pytest.mark.parametrize("size", [(1, 1), (20000, 3), (3, 20000)])
def test_that_odd_sizes_are_fine(size):
    assert read_picture(encoded(Image.new("RGB", size, "white"), "PNG")).shape == (size[1], size[0], 3)


def bomb(width, height):
    """A PNG of a few bytes whose header claims `width` x `height` pixels and whose data is well-formed zeros."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(10**6)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(7100, 7100), (40_000, 43_000), (2**31 - 1, 2**31 - 1)])
def test_that_a_bomb_is_refused_with_its_size_or_its_limit(size):
    with pytest.raises(LabError, match="million"):
        read_picture(bomb(*size))


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
def test_that_a_bomb_of_gigabytes_costs_less_than_100_mb(tmp_path):
    (tmp_path / "bomb.png").write_bytes(bomb(40_000, 43_000))
    program = """
import resource, sys
from tplab_gui.core.errors import LabError
from tplab_gui.data.pictures import read_picture
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_picture(sys.argv[1])
except LabError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    command = [sys.executable, "-c", program, str(tmp_path / "bomb.png")]
    grown_kb = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ}).stdout
    assert int(grown_kb) < 100_000


def test_that_the_limit_can_be_chosen():
    data = encoded(Image.new("RGB", (30, 30)), "PNG")
    assert read_picture(data, max_pixels=900).shape == (30, 30, 3)
    with pytest.raises(LabError, match="30 x 30"):
        read_picture(data, max_pixels=899)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"This is no picture.\n" * 20, "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n", "not a picture"),
        (encoded(Image.fromarray(pattern(200, 300)), "JPEG")[:4000], "damaged"),
        (encoded(Image.fromarray(pattern(200, 300)), "PNG")[:4000], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture|damaged"),
    ],
)
def test_that_what_is_no_picture_is_refused_in_a_sentence(tmp_path, content, sentence):
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(LabError, match=sentence):
        read_picture(tmp_path / "a.jpg")
    with pytest.raises(LabError, match=sentence):
        read_picture(content)


def test_that_a_missing_file_is_missing_and_a_folder_is_a_folder(tmp_path):
    with pytest.raises(MissingError, match="There is no file"):
        read_picture(tmp_path / "none.png")
    with pytest.raises(LabError, match="is a folder"):
        read_picture(tmp_path)


@given(
    at=st.integers(0, 900),
    with_=st.binary(min_size=1, max_size=12),
    kind=st.sampled_from(["PNG", "JPEG", "GIF", "TIFF"]),
)
def test_that_a_picture_with_wrong_bytes_gives_pixels_or_a_sentence(at, with_, kind):
    data = bytearray(encoded(Image.fromarray(pattern(20, 30)), kind))
    at = min(at, len(data) - 1)
    data[at : at + len(with_)] = with_
    try:
        rgb = read_picture(bytes(data))
    except LabError:
        return
    assert rgb.ndim == 3
    assert rgb.dtype == np.uint8
