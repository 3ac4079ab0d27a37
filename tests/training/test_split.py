from dataclasses import replace
from pathlib import Path

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find
from tplab_gui.data.spoken import SpokenClip
from tplab_gui.training.split import split

PARAMS = find("spoken-digits").params("runs")
FSDD_LIKE = [
    SpokenClip(digit, speaker, index, "en", Path(f"{digit}_{speaker}_{index}.wav"))
    for digit in range(10)
    for speaker in ("george", "jackson", "lucas", "nicolas", "theo", "yweweler")
    for index in range(50)
]


def test_that_the_reports_split_of_3000_clips_is_2250_and_750_with_all_speakers_on_both_sides():
    train, test = split(FSDD_LIKE, PARAMS)
    assert (len(train), len(test)) == (2250, 750)
    assert {c.speaker for c in train} == {c.speaker for c in test}
    assert sorted(train + test) == sorted(FSDD_LIKE)


def test_that_the_random_split_is_not_balanced_by_class_as_in_the_reports_tables():
    _, test = split(FSDD_LIKE, PARAMS)
    assert len({sum(c.digit == digit for c in test) for digit in range(10)}) > 1


def test_that_the_split_follows_its_own_seed_and_not_the_runs():
    assert split(FSDD_LIKE, PARAMS) == split(FSDD_LIKE, replace(PARAMS, seed=7))
    assert split(FSDD_LIKE, PARAMS) != split(FSDD_LIKE, replace(PARAMS, split_seed=7))


def test_that_fsdds_own_split_holds_back_recordings_0_to_4():
    train, test = split(FSDD_LIKE, replace(PARAMS, split="recording"))
    assert {c.index for c in test} == {0, 1, 2, 3, 4}
    assert (len(train), len(test)) == (2700, 300)


def test_that_by_speaker_nobody_is_on_both_sides():
    train, test = split(FSDD_LIKE, replace(PARAMS, split="speaker"))
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
        split(clips, replace(PARAMS, split=how))


def test_that_a_set_of_one_digit_is_refused():
    with pytest.raises(LabError, match="same digit"):
        split([c for c in FSDD_LIKE if c.digit == 3], PARAMS)
