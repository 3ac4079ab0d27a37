"""The comparison of splits, on tones that any network tells apart and on a few of the clips that ship."""

import math

import numpy as np
import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.sets import HonestyProgress, HonestyRead
from tplab_gui.data.sounds import write_wav
from tplab_gui.training.honesty import compare
from tplab_gui.training.honesty_results import newest


@pytest.fixture
def tones(tmp_path):
    """Give four digits of four speakers with six recordings each: the pitch tells the digit, noise the recording."""
    random = np.random.default_rng(0)
    times_s = np.arange(2400) / 8000
    for digit in range(4):
        for speaker in "abcd":
            for index in range(6):
                sound = 0.3 * np.sin(2 * np.pi * 400 * 1.6**digit * times_s) + 0.01 * random.standard_normal(
                    2400
                )
                write_wav(
                    tmp_path / "tones" / f"{digit}_{speaker}_{index}.wav", sound.astype(np.float32), 8000
                )
    return str(tmp_path / "tones")


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def test_that_every_split_is_trained_and_tested_on_its_own_clips(tones):
    events = list(compare(tones, epochs=20))
    last = of(HonestyRead, events)[-1]
    assert last.is_complete
    assert [each.method for each in last.scores] == [
        "random",
        "stratified",
        "recording",
        "speaker",
        "one-speaker",
    ]
    tested = {each.method: sum(fold.tested for fold in each.folds) for each in last.scores}
    assert tested == {"random": 24, "stratified": 24, "recording": 80, "speaker": 24, "one-speaker": 96}
    assert [fold.name for fold in last.scores[-1].folds] == ["a", "b", "c", "d"]
    # By recording the network learns from 16 clips only; elsewhere tones are easily told apart.
    accuracies = {each.method: each.accuracy for each in last.scores if each.method != "recording"}
    assert min(accuracies.values()) > 0.5, accuracies  # guessing: 0.25


def test_that_a_result_is_kept_after_every_training_so_a_stop_loses_nothing(tones):
    steps = compare(tones, epochs=1)
    first = next(event for event in steps if isinstance(event, HonestyRead))
    for event in steps:
        if isinstance(event, HonestyProgress):
            break
    steps.close()
    assert newest(tones) == first
    assert not first.is_complete


def test_that_the_time_left_is_told_once_an_epoch_was_measured_and_falls_to_nothing(tones):
    left = [event.left_s for event in of(HonestyProgress, compare(tones, epochs=2, methods=("random",)))]
    assert math.isnan(left[0])
    assert left[-1] > 0


def test_that_the_same_seed_finds_the_same_accuracies(tones):
    first, second = (of(HonestyRead, compare(tones, 2, methods=("random", "speaker")))[-1] for _ in range(2))
    assert [(s.method, s.accuracy) for s in first.scores] == [(s.method, s.accuracy) for s in second.scores]


def test_that_a_split_which_a_set_does_not_allow_is_told_and_left_out(tmp_path):
    for digit in range(2):
        for index in range(8):
            sound = 0.3 * np.sin(2 * np.pi * 500 * (1 + digit) * np.arange(2400) / 8000)
            write_wav(tmp_path / f"{digit}_me_{index}.wav", sound.astype(np.float32), 8000)
    events = list(compare(str(tmp_path), 1))
    assert {notice.key for notice in of(Notice, events)} == {"split-speaker", "split-one-speaker"}
    assert [each.method for each in of(HonestyRead, events)[-1].scores] == [
        "random",
        "stratified",
        "recording",
    ]


def test_that_a_set_without_any_split_is_a_sentence(tmp_path):
    write_wav(tmp_path / "1_me_9.wav", np.full(2400, 0.1, np.float32), 8000)
    with pytest.raises(LabError, match="None of the splits"):
        list(compare(str(tmp_path), 1))
