from pathlib import Path

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.data.splits import METHODS, digit_counts, leak, speaker_counts, split
from tplab_gui.data.spoken import SpokenClip

FSDD_LIKE = [
    SpokenClip(digit, speaker, index, "en", Path(f"{digit}_{speaker}_{index}.wav"))
    for digit in range(10)
    for speaker in ("george", "jackson", "lucas", "nicolas", "theo", "yweweler")
    for index in range(50)
]


def test_that_the_reports_split_of_3000_clips_is_2250_and_750_with_all_speakers_on_both_sides():
    train, test = split(FSDD_LIKE, "random")
    assert (len(train), len(test)) == (2250, 750)
    assert {c.speaker for c in train} == {c.speaker for c in test}
    assert sorted(train + test) == sorted(FSDD_LIKE)


def test_that_the_random_split_is_not_balanced_by_class_as_in_the_reports_tables():
    _, test = split(FSDD_LIKE, "random")
    assert len({sum(c.digit == digit for c in test) for digit in range(10)}) > 1


def test_that_the_same_seed_draws_the_same_split_and_another_one_another():
    for method in ("random", "random-80", "stratified", "speaker"):
        assert split(FSDD_LIKE, method, 1) == split(FSDD_LIKE, method, 1)
        assert split(FSDD_LIKE, method, 1) != split(FSDD_LIKE, method, 3)


def test_that_fsdds_own_split_holds_back_recordings_0_to_4():
    train, test = split(FSDD_LIKE, "recording")
    assert {c.index for c in test} == {0, 1, 2, 3, 4}
    assert (len(train), len(test)) == (2700, 300)


def test_that_by_speaker_nobody_is_on_both_sides():
    train, test = split(FSDD_LIKE, "speaker")
    assert not {c.speaker for c in train} & {c.speaker for c in test}
    assert len({c.speaker for c in test}) == 2  # a quarter of six, rounded


@pytest.mark.parametrize(
    ("clips", "how"),
    [
        ([c for c in FSDD_LIKE if c.index < 4], "recording"),
        ([c for c in FSDD_LIKE if c.speaker == "theo"], "speaker"),
        (FSDD_LIKE[:1], "random"),
    ],
)
def test_that_a_split_without_anything_to_learn_from_is_refused(clips, how):
    with pytest.raises(LabError, match="0 clips are left to learn from"):
        split(clips, how)


def test_that_a_set_of_one_digit_is_refused():
    with pytest.raises(LabError, match="same digit"):
        split([c for c in FSDD_LIKE if c.digit == 3], "random")


def test_that_four_fifths_and_one_of_3000_clips_are_2400_and_600():
    train, test = split(FSDD_LIKE, "random-80")
    assert (len(train), len(test)) == (2400, 600)


def test_that_a_stratified_split_holds_back_exactly_a_quarter_of_every_digit():
    counts = digit_counts(*split(FSDD_LIKE, "stratified"))
    assert counts.tolist() == [[225] * 10, [75] * 10]


def test_that_leaving_one_speaker_out_tests_on_all_of_his_clips_and_on_no_other():
    train, test = split(FSDD_LIKE, "one-speaker", speaker="theo")
    assert {c.speaker for c in test} == {"theo"}
    assert len(test) == 500
    assert "theo" not in {c.speaker for c in train}


def test_that_a_speaker_whom_nobody_knows_leaves_nothing_to_test():
    with pytest.raises(LabError, match="0 to test"):
        split(FSDD_LIKE, "one-speaker", speaker="nobody")


def test_that_a_split_nobody_knows_is_refused_by_name():
    with pytest.raises(LabError, match="no split called thirds"):
        split(FSDD_LIKE, "thirds")


@pytest.mark.parametrize("method", METHODS)
def test_that_every_split_uses_each_clip_once_and_counts_agree(method):
    train, test = split(FSDD_LIKE, method, 5, "theo")
    assert sorted(train + test) == sorted(FSDD_LIKE)
    assert digit_counts(train, test).sum(0).tolist() == [300] * 10
    counts = speaker_counts(train, test)
    assert {sum(both) for both in counts.values()} == {500}
    assert sum(tested for _, tested in counts.values()) == len(test)


def test_that_the_leak_is_named_where_speakers_are_shared_and_only_there():
    for method in ("random", "random-80", "stratified", "recording"):
        sentence, shared = leak(*split(FSDD_LIKE, method))
        assert shared == 6
        assert "all 6 tested" in sentence.text()
    for method in ("speaker", "one-speaker"):
        sentence, shared = leak(*split(FSDD_LIKE, method, 1, "theo"))
        assert shared == 0
        assert "new voices" in sentence.text()
    theo = [c for c in FSDD_LIKE if c.speaker == "theo"]
    lucas = [c for c in FSDD_LIKE if c.speaker == "lucas"]
    sentence, shared = leak(theo[:100], theo[100:] + lucas)
    assert shared == 1
    assert "1 of the 2 tested" in sentence.text()
