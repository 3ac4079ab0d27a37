"""Pairs of pictures and sounds: nothing leaks, everything is used evenly, and a file says exactly what was paired."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.data.pairs import PARTS, Pairs, hold_back, pair_by_label, read_pairs, write_pairs

LABELS = st.lists(st.integers(0, 9), min_size=1, max_size=60).map(lambda digits: np.array(digits, np.int64))


def paired(pictures: np.ndarray, clips: np.ndarray, **options: int) -> Pairs:
    return pair_by_label(pictures, clips, np.arange(len(pictures)), np.arange(len(clips)), **options)


@given(LABELS, LABELS, st.integers(1, 5), st.integers(0, 10))
def test_that_both_halves_of_every_pair_are_the_same_digit(pictures, clips, pairings, seed):
    pairs = paired(pictures, clips, pairings=pairings, seed=seed)
    assert (pictures[pairs.pictures] == pairs.labels).all()
    assert (clips[pairs.clips] == pairs.labels).all()


@given(LABELS, LABELS, st.integers(1, 5))
def test_that_every_picture_that_somebody_says_meets_as_many_different_clips_as_asked(
    pictures, clips, pairings
):
    pairs = paired(pictures, clips, pairings=pairings)
    for picture, digit in enumerate(pictures):
        met = pairs.clips[pairs.pictures == picture]
        assert len(set(met)) == len(met) == min(pairings, (clips == digit).sum())


@given(LABELS, LABELS, st.integers(1, 5))
def test_that_the_clips_of_a_digit_are_used_equally_often(pictures, clips, pairings):
    pairs = paired(pictures, clips, pairings=pairings)
    for digit in np.unique(pairs.labels):
        used = [int((pairs.clips == clip).sum()) for clip in np.flatnonzero(clips == digit)]
        assert max(used) - min(used) <= 1


def test_that_a_seed_gives_the_same_pairs_and_another_seed_others():
    labels = np.arange(200) % 10
    one, again, other = (paired(labels, labels, seed=seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.clips, again.clips)
    assert (one.clips != other.clips).any()


def test_that_only_the_pictures_and_clips_that_may_be_used_are_used():
    labels = np.arange(40) % 10
    pairs = pair_by_label(labels, labels, np.arange(20), np.arange(20, 40))
    assert set(pairs.pictures) == set(range(20))
    assert set(pairs.clips) == set(range(20, 40))


def test_that_without_a_common_digit_there_is_no_pair():
    assert len(paired(np.array([1, 2]), np.array([3]))) == 0


@given(st.integers(2, 50), st.floats(0.05, 0.5), st.integers(0, 5))
def test_that_what_is_held_back_and_what_stays_are_everything_and_share_nothing(count, share, seed):
    stays, out = hold_back(np.arange(count), share, seed)
    assert len(stays)
    assert len(out)
    assert sorted([*stays, *out]) == list(range(count))


def test_that_no_speaker_stands_on_both_sides():
    speakers = [name for name in "abcde" for _ in range(7)]
    stays, out = hold_back(np.arange(35), 0.2, 1, speakers)
    assert not {speakers[i] for i in stays} & {speakers[i] for i in out}
    assert len(out) == 7


def files(tmp_path: Path) -> tuple[Path, dict[str, Pairs], np.ndarray, list[str]]:
    labels = np.arange(30) % 10
    names = [f"{digit}_theo_{index}.wav" for index, digit in enumerate(labels)]
    blocks = {part: np.arange(10) + 10 * place for place, part in enumerate(PARTS)}
    parts = {part: pair_by_label(labels, labels, block, block) for part, block in blocks.items()}
    path = tmp_path / "pairs.csv"
    write_pairs(path, parts, names)
    return path, parts, labels, names


def test_that_pairs_read_back_are_those_that_were_written(tmp_path):
    path, parts, labels, names = files(tmp_path)
    for part, pairs in read_pairs(path, labels, names).items():
        for field in ("pictures", "clips", "labels"):
            np.testing.assert_array_equal(getattr(pairs, field), getattr(parts[part], field))


def test_that_a_picture_in_two_parts_is_refused_with_its_line(tmp_path):
    path, _, labels, names = files(tmp_path)
    lines = path.read_text().splitlines()
    lines[-1] = lines[1].replace("train", "test")
    path.write_text("\n".join(lines))
    with pytest.raises(LabError, match=f"Line {len(lines)} .* learnt and tested"):
        read_pairs(path, labels, names)


@pytest.mark.parametrize(
    "line",
    [
        "train,3,4,4_theo_4.wav",
        "train,4,4,missing.wav",
        "train,x,4,4_theo_4.wav",
        "exam,4,4,4_theo_4.wav",
        "train",
    ],
)
def test_that_a_line_that_does_not_fit_the_sets_is_refused(tmp_path, line):
    path, _, labels, names = files(tmp_path)
    path.write_text("part,digit,picture,clip\n" + line + "\n")
    with pytest.raises(LabError, match=r"Line 2 .* does not fit"):
        read_pairs(path, labels, names)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00"])
def test_that_a_file_that_is_no_table_of_pairs_is_refused(tmp_path, content):
    path = tmp_path / "pairs.csv"
    path.write_bytes(content)
    with pytest.raises(LabError, match="no table of pairs"):
        read_pairs(path, np.zeros(1, np.int64), [])
