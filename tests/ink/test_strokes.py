import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.ink import strokes
from tplab_gui.ink.strokes import from_json, read_strokes, strokes_of, to_json

coordinate = st.floats(-1e6, 1e6, width=32)
lines = st.lists(st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=8), min_size=1, max_size=5)


@given(lines)
def test_that_strokes_written_as_json_come_back_as_the_same_numbers(drawing):
    before = strokes_of(drawing)
    after = from_json(to_json(before))
    assert len(after) == len(before)
    for a, b in zip(after, before, strict=True):
        assert a.dtype == np.float32
        np.testing.assert_array_equal(a, b)


def test_that_y_up_turns_the_drawing_over():
    text = '{"strokes": [[[1, 2], [3, 5]]], "y_up": true}'
    np.testing.assert_array_equal(from_json(text)[0], [[1, -2], [3, -5]])


def test_that_integers_and_bytes_are_read():
    np.testing.assert_array_equal(from_json(b'{"strokes": [[[1, 2]]]}')[0], [[1, 2]])


def test_that_a_pen_down_without_a_point_is_left_out():
    assert len(strokes_of([[], [[1, 2]], []])) == 1


def test_that_a_drawing_far_from_the_origin_keeps_its_shape():
    """At 1e9 the steps of float32 are 64 units wide: the drawing would be gone."""
    near = np.array([[0, 0], [1, 2], [3, 1]], dtype=np.float64)
    np.testing.assert_allclose(strokes_of([near + 1e9])[0], near, atol=1e-4)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[[[1, 2]]]", 'no list named "strokes"'),
        ('{"stroke": []}', 'no list named "strokes"'),
        ('{"strokes": 3}', 'no list named "strokes"'),
        ('{"strokes": []}', "Nothing is drawn"),
        ('{"strokes": [[]]}', "Nothing is drawn"),
        ('{"strokes": [[1, 2]]}', "Stroke 1 is not a list of points"),
        ('{"strokes": [[[1, 2]], [[1, 2, 3]]]}', "Stroke 2 is not a list of points"),
        ('{"strokes": [[[1, 2], [3]]]}', "Stroke 1 is not a list of points"),
        ('{"strokes": [[["a", "b"]]]}', "Stroke 1 is not a list of points"),
        ('{"strokes": [[[null, 1]]]}', "Stroke 1 is not a list of points"),
        ('{"strokes": ["abc"]}', "Stroke 1 is not a list of points"),
        ('{"strokes": [{"x": 1}]}', "Stroke 1 is not a list of points"),
        ('{"strokes": [[[NaN, 1]]]}', "not a finite number"),
        ('{"strokes": [[[1, -Infinity]]]}', "not a finite number"),
        ('{"strokes": [[[1e300, 1]]]}', "not a finite number"),
        ('{"strokes": [[[1, 2]]], "y_up": "yes"}', '"y_up"'),
        (json.dumps({"strokes": [[[10**400, 1]]]}), "Stroke 1"),
    ],
)
def test_that_every_way_to_spoil_a_strokes_file_has_its_sentence(text, sentence):
    with pytest.raises(LabError, match=sentence) as caught:
        from_json(text)
    assert caught.value.advice()


def test_that_too_many_strokes_are_refused():
    with pytest.raises(LabError, match="more than 200 strokes"):
        strokes_of([[[0, 0]]] * (strokes.MAX_STROKES + 1))


def test_that_too_many_points_are_refused():
    with pytest.raises(LabError, match="100000 points"):
        strokes_of([np.zeros((strokes.MAX_POINTS + 1, 2))])


def test_that_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(strokes.MAX_FILE_BYTES + 1)
    with pytest.raises(LabError, match="larger than 8 MB"):
        read_strokes(path)


def test_that_a_file_which_is_not_there_is_named(tmp_path):
    with pytest.raises(LabError, match=r"nowhere\.json"):
        read_strokes(tmp_path / "nowhere.json")


def test_that_a_binary_file_is_told_apart_from_json(tmp_path):
    path = tmp_path / "picture.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    with pytest.raises(LabError, match="not JSON"):
        read_strokes(path)
