import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sets import SplitMade, SplitWritten
from tplab_gui.data.split_report import make_split, open_split


def made(events):
    return next(event for event in events if isinstance(event, SplitMade))


def test_that_a_split_is_described_written_and_read_back_the_same(tmp_path):
    events = list(make_split("builtin", "random", 3, write_to=str(tmp_path / "split")))
    written = next(event for event in events if isinstance(event, SplitWritten))
    back = made(open_split("builtin", str(tmp_path / "split" / "train.csv")))
    first = made(events)
    assert (written.train, written.test) == tuple(first.digits.sum(1)) == (450, 150)
    assert back.digits.tolist() == first.digits.tolist()
    assert (back.speakers, back.balance, back.leak) == (first.speakers, first.balance, first.leak)
    assert back.troubles == ()


def test_that_reports_random_split_of_the_voices_shares_all_15_speakers_and_one_by_speaker_none():
    assert made(make_split("builtin", "random", 1)).shared == 15
    by_speaker = made(make_split("builtin", "speaker", 1))
    assert by_speaker.shared == 0
    assert all(0 in both for both in by_speaker.speakers.values())


def test_that_a_split_of_another_set_is_refused(tmp_path):
    (tmp_path / "mine").mkdir()
    for digit in range(3):
        for index in range(4):
            (tmp_path / "mine" / f"{digit}_me_{index}.wav").touch()
    list(make_split("builtin", "random", 1, write_to=str(tmp_path / "split")))
    with pytest.raises(LabError, match="names no file of this set"):
        list(open_split(str(tmp_path / "mine"), str(tmp_path / "split")))


def test_that_the_reports_numbers_come_out_of_the_real_fsdd(shared_data, monkeypatch):
    monkeypatch.setenv("TPLAB_DATA", str(shared_data))
    split = made(make_split("fsdd", "random", 1))
    assert split.digits.sum(1).tolist() == [2250, 750]
    assert split.digits.sum(0).tolist() == [300] * 10
    assert split.shared == len(split.speakers) == 6
    official = made(make_split("fsdd", "recording", 1))
    assert official.digits.tolist() == [[270] * 10, [30] * 10]
