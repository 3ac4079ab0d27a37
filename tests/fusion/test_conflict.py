"""Draw one digit, say another: cells that hold what they say, shares that add up."""

import numpy as np
import pytest

from tests.paired_bench import drained
from tplab_gui.core.events.fusion_study import ConflictRead
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.fusion.conflict import conflict, conflicting, followed
from tplab_gui.fusion.study_runs import benches


@pytest.fixture(scope="module")
def read(study_asked) -> ConflictRead:
    return list(conflict(study_asked, 4))[-1]


def test_that_a_cell_shows_one_digit_and_says_the_other(study_asked):
    _, (bench,) = drained(benches(study_asked))
    drawn, heard, cells = conflicting(bench, 3)
    np.testing.assert_array_equal(bench.labels[drawn], cells[:, 0])
    np.testing.assert_array_equal(bench.labels[heard], cells[:, 1])
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (cells[:, 0], cells[:, 1]), 1)
    assert (counts == 3).all()


def test_that_who_always_follows_the_image_has_its_whole_share():
    cells = np.array([[i, j] for i in range(10) for j in range(10)])
    image, sound = followed(cells[:, 0], cells)
    assert (image == 1).all()
    np.testing.assert_array_equal(sound, np.eye(10))


def test_that_an_answer_that_nobody_meant_counts_for_neither():
    cells = np.array([[1, 2], [1, 2], [1, 2], [1, 2]])
    image, sound = followed(np.array([1, 2, 2, 7]), cells)
    assert (image[1, 2], sound[1, 2]) == (0.25, 0.5)
    assert np.isnan(image[0, 0])


def test_that_on_the_diagonal_both_shares_are_the_same(read):
    for name in NAMES:
        np.testing.assert_array_equal(np.diag(read.image[name]), np.diag(read.sound[name]))


def test_that_the_three_shares_are_a_whole(read):
    for name in NAMES:
        assert sum(read.overall[name]) == pytest.approx(1.0, abs=1e-6)
        assert min(read.overall[name]) >= 0
    assert all("{" not in sentence.text() for sentence in read.sentences)
