import gzip
import io
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.idx import parse_idx, read_idx


def idx(values, kind=8):
    return (
        bytes([0, 0, kind, values.ndim]) + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes()
    )


@given(values=arrays.arrays(np.uint8, arrays.array_shapes(min_dims=1, max_dims=3, max_side=12)))
def test_that_what_is_written_by_the_definition_is_read_back(values):
    np.testing.assert_array_equal(parse_idx(io.BytesIO(idx(values)), "a", values.ndim), values)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_that_a_file_is_read_plain_or_gzipped_whatever_its_name(tmp_path, pack):
    images = np.random.default_rng(1).integers(0, 256, (5, 4, 3), dtype=np.uint8)
    (tmp_path / "train").write_bytes(pack(idx(images)))
    np.testing.assert_array_equal(read_idx(tmp_path / "train", axes=3), images)


LABELS = np.arange(10, dtype=np.uint8)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not an IDX file"),
        (b"\x89PNG\r\n\x1a\n", "not an IDX file"),
        (idx(LABELS)[:6], "middle of its header"),
        (idx(LABELS)[:-1], "fewer values"),
        (idx(LABELS) + b"\0", "more values"),
        (idx(LABELS, kind=13), "not one of unsigned bytes"),
        (idx(LABELS.reshape(2, 5)), "with 1 axes"),
        (b"\0\0\x08\x01" + struct.pack(">I", 2**32 - 1), "more than the lab loads"),
        (gzip.compress(idx(LABELS))[:-9], "damaged"),
        (b"\x1f\x8b" + bytes(30), "damaged"),
    ],
)
def test_that_a_wrong_file_is_refused_in_a_sentence(tmp_path, content, sentence):
    (tmp_path / "labels").write_bytes(content)
    with pytest.raises(LabError, match=sentence):
        read_idx(tmp_path / "labels", axes=1)


def test_that_a_gzip_that_unpacks_without_end_is_read_only_as_far_as_its_header_says(tmp_path):
    (tmp_path / "labels.gz").write_bytes(gzip.compress(idx(LABELS) + bytes(50_000_000)))
    with pytest.raises(LabError, match="more values"):
        read_idx(tmp_path / "labels.gz", axes=1)


def test_that_a_missing_file_is_missing(tmp_path):
    with pytest.raises(MissingError):
        read_idx(tmp_path / "none", axes=1)


@given(data=st.binary(max_size=64))
def test_that_any_bytes_give_an_array_or_a_sentence(data):
    try:
        values = parse_idx(io.BytesIO(data), "a", 1)
    except LabError:
        return
    assert idx(values) == data
