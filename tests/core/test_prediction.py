"""The expected curve: drawing, comparing, keeping; malformed files are a sentence, never a crash."""

import itertools
import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core import prediction
from tplab_gui.core.errors import LabError
from tplab_gui.core.prediction import (
    Prediction,
    compare,
    first_drop,
    flat_from,
    with_point,
    with_segment,
    without_point,
)

LINE = Prediction("test", ((1.0, 2.0), (5.0, 1.0)))
coordinates = st.tuples(st.floats(0, 20), st.floats(0, 5))


def test_that_the_sketch_is_read_between_its_points_and_nowhere_else():
    np.testing.assert_allclose(LINE.at([1, 2, 3, 5]), [2.0, 1.75, 1.5, 1.0])
    assert np.isnan(LINE.at([0.9, 5.1])).all()
    assert np.isnan(Prediction("test", ()).at([1])).all()


def test_that_the_distance_is_the_mean_of_the_distances():
    told = compare(LINE, [1, 2, 3, 9], [2.1, 1.75, 1.2, 7.0])  # no epoch 9 was expected
    assert told.epochs == 3
    assert told.distance == pytest.approx((0.1 + 0 + 0.3) / 3)
    assert told.bias == pytest.approx((-0.1 + 0 + 0.3) / 3)


def test_that_a_sketch_equal_to_the_run_is_at_no_distance():
    losses = [1.0, 0.4, 0.2, 0.19, 0.19]
    told = compare(Prediction("test", tuple(enumerate(losses, 1))), [1, 2, 3, 4, 5], losses)
    assert told.distance == 0
    assert told.flat_expected == told.flat_measured == 3
    assert told.drop_expected == told.drop_measured == pytest.approx(0.6 / 0.81)


@pytest.mark.parametrize("losses", [[math.nan], [math.inf]])
def test_that_nothing_is_told_while_no_epoch_is_shared(losses):
    assert compare(LINE, [3], losses) is None
    assert compare(LINE, [], []) is None
    assert compare(LINE, [8], [1.0]) is None


def test_that_a_loss_that_is_no_number_is_left_out_of_the_comparison():
    assert compare(LINE, [1, 2], [2.5, math.nan]).distance == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("losses", "epoch"),
    [
        ([1.0, 0.5, 0.04, 0.03, 0.02, 0.0], 3),
        ([1.0, 0.8, 0.6, 0.4, 0.2], None),  # still falling
        ([1.0, 0.0, 0.0], None),  # two epochs are no stretch
        ([1.0, 0.0, 0.0, 0.0], 2),
        ([1.0, 0.1, 0.1, 0.1, 0.5], None),  # rises again
        ([1.0, 1.0, 1.0], None),  # never falls
        ([0.5, 0.7, 0.9], None),
    ],
)
def test_that_flat_means_five_per_cent_of_the_fall_are_left(losses, epoch):
    assert flat_from(range(1, len(losses) + 1), np.array(losses)) == epoch


def test_that_the_first_drop_is_a_share_of_the_whole_fall():
    assert first_drop([1, 2, 3], np.array([1.0, 0.5, 0.2])) == pytest.approx(0.5 / 0.8)
    assert first_drop([2, 3], np.array([1.0, 0.5])) is None
    assert first_drop([1, 2], np.array([1.0, 1.0])) is None


@given(st.lists(st.tuples(coordinates, coordinates), max_size=12))
def test_that_whatever_is_drawn_stays_a_function_of_the_epoch(strokes):
    points = ()
    for start, end in strokes:
        points = with_segment(points, start, end)
        epochs = [epoch for epoch, _ in points]
        assert all(after > before for before, after in itertools.pairwise(epochs))
        assert end in points


def test_that_a_stroke_replaces_what_was_drawn_under_it():
    points = ((0.0, 2.0), (1.0, 1.0), (2.0, 0.5), (3.0, 0.2))
    assert with_segment(points, (2.5, 9.0), (0.5, 8.0)) == ((0.0, 2.0), (0.5, 8.0), (2.5, 9.0), (3.0, 0.2))
    assert with_segment(points, (1.0, 4.0), (1.0, 5.0)) == ((0.0, 2.0), (1.0, 5.0), (2.0, 0.5), (3.0, 0.2))


def test_that_a_point_by_keyboard_takes_the_place_of_what_was_drawn_around_it():
    points = ((0.5, 2.0), (0.8, 1.9), (1.0, 1.0), (1.3, 0.5), (1.5, 0.2))
    assert with_point(points, 1, 7.0) == ((0.5, 2.0), (1.0, 7.0), (1.5, 0.2))
    assert without_point(points, 1) == ((0.5, 2.0), (1.5, 0.2))
    assert with_point((), 3, 1.0) == ((3.0, 1.0),)


def test_that_what_is_kept_comes_back(tmp_path):
    sketch = Prediction("train", ((0.0, 2.3), (1.5, 0.1 + 0.2), (4.0, 0.0)))
    prediction.keep(tmp_path, sketch)
    assert prediction.read(tmp_path) == sketch
    assert [path.name for path in tmp_path.iterdir()] == [prediction.FILE]


def test_that_a_run_without_a_sketch_has_none(tmp_path):
    assert prediction.read(tmp_path) is None
    assert prediction.read(tmp_path / "gone") is None


GOOD = {"format": 1, "curve": "test", "points": [[1, 2], [2, 1]]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"format": 1}',
        *(
            json.dumps(GOOD | change)
            for change in (
                {"format": 2},
                {"curve": "banana"},
                {"curve": ["test"]},
                {"points": []},
                {"points": 3},
                {"points": [[1]]},
                {"points": [[1, 2], [1, 1]]},
                {"points": [[2, 2], [1, 1]]},
                {"points": [[1, -1]]},
                {"points": [[1, "x"]]},
                {"points": [[1, math.nan]]},
                {"points": [[math.inf, 1]]},
                {"points": [[i, 1] for i in range(6000)]},
                {"points": "x" * 500_000},
            )
        ),
    ],
)
def test_that_a_file_that_holds_something_else_is_a_sentence(tmp_path, text):
    (tmp_path / prediction.FILE).write_text(text)
    with pytest.raises(LabError, match="cannot be read") as caught:
        prediction.read(tmp_path)
    assert "the run itself is whole" in str(caught.value)


def test_that_bytes_that_are_no_text_are_a_sentence(tmp_path):
    (tmp_path / prediction.FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LabError):
        prediction.read(tmp_path)


def test_that_flat_is_the_rule_of_the_findings():
    from tplab_gui.training import findings

    assert (prediction.FLAT_SHARE, prediction.FLAT_EPOCHS) == (
        findings.PLATEAU_SHARE,
        findings.PLATEAU_EPOCHS,
    )
