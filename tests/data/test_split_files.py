import csv

import pytest

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.split_files import read_split, write_split
from tplab_gui.data.splits import split
from tplab_gui.data.spoken import list_set


@pytest.fixture
def listed(tmp_path):
    root = tmp_path / "voices"
    for speaker in ("éva", "bob"):
        (root / speaker).mkdir(parents=True)
        for digit in range(10):
            for index in range(4):
                (root / speaker / f"{digit}_{speaker}_{index}.wav").touch()
    return list_set(root)


def rewrite(path, change):
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    path.write_text("".join(",".join(row) + "\n" for row in change(rows)), encoding="utf-8")


@pytest.mark.parametrize("method", ["random", "stratified", "speaker"])
def test_that_what_was_written_is_read_back_the_same(listed, tmp_path, method):
    parts = split(listed.clips, method)
    train_csv, test_csv = write_split(tmp_path / "split", listed.folder, *parts)
    for where in (tmp_path / "split", train_csv, test_csv):
        found = read_split(where, listed)
        assert (found.train, found.test) == parts
        assert found.troubles == ()


def test_that_the_lists_have_the_named_columns_and_files_relative_to_the_set(listed, tmp_path):
    train_csv, test_csv = write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    rows = list(csv.DictReader(train_csv.read_text(encoding="utf-8").splitlines()))
    assert list(rows[0]) == ["file", "digit", "speaker", "index"]
    assert (
        rows[0]["file"]
        == f"{rows[0]['speaker']}/{rows[0]['digit']}_{rows[0]['speaker']}_{rows[0]['index']}.wav"
    )
    assert len(rows) + len(list(csv.DictReader(test_csv.read_text(encoding="utf-8").splitlines()))) == 80


def test_that_a_list_made_by_a_spreadsheet_is_understood(listed, tmp_path):
    """A byte order mark, Windows line ends, and bare names or backslashes."""
    train_csv, _ = write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    text = train_csv.read_text(encoding="utf-8").replace("bob/", "bob\\").replace("éva/", "")
    train_csv.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    found = read_split(tmp_path, listed)
    assert found.train == split(listed.clips, "random")[0]
    assert found.troubles == ()


def test_that_missing_files_and_overlap_and_what_is_left_out_are_named(listed, tmp_path):
    train_csv, test_csv = write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    moved = list(csv.reader(train_csv.read_text(encoding="utf-8").splitlines()))[1]
    rewrite(test_csv, lambda rows: [*rows[:-1], moved, ["bob/9_bob_77.wav", "9", "bob", "77"]])
    found = read_split(tmp_path, listed)
    said = " ".join(str(each) for each in found.troubles)
    assert "test.csv names 1 files that are not in the set; the first is bob/9_bob_77.wav" in said
    assert (
        f"1 files are in both parts, so the test asks what was learnt by heart; the first is {moved[0]}"
        in said
    )
    assert "1 clips of the set are in neither part" in said


def test_that_a_file_named_twice_counts_once_and_a_wrong_digit_is_told(listed, tmp_path):
    train_csv, _ = write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    rewrite(
        train_csv,
        lambda rows: [
            rows[0],
            [rows[1][0], "5" if rows[1][1] != "5" else "4", *rows[1][2:]],
            *rows[2:],
            rows[2],
        ],
    )
    found = read_split(tmp_path, listed)
    said = " ".join(str(each) for each in found.troubles)
    assert "names 1 files twice" in said
    assert "gives 1 files another digit or speaker than their names" in said
    assert len(found.train) == 60


def test_that_no_path_leads_out_of_the_set(listed, tmp_path):
    (tmp_path / "7_eve_0.wav").touch()
    train_csv, _ = write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    rewrite(
        train_csv,
        lambda rows: [
            *rows,
            ["../7_eve_0.wav", "7", "eve", "0"],
            [str(tmp_path / "7_eve_0.wav"), "7", "eve", "0"],
        ],
    )
    found = read_split(tmp_path, listed)
    assert "names 2 files that are not in the set" in str(found.troubles[0])
    assert all(clip.path.is_relative_to(listed.folder) for clip in (*found.train, *found.test))


@pytest.mark.parametrize(
    "content", [b"", b"file,digit\na.wav,1\n", b"\xff\xfe\x00", b"file,digit,speaker,index\n", b"\0" * 50]
)
def test_that_what_is_no_list_of_clips_is_a_sentence(listed, tmp_path, content):
    write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    (tmp_path / "test.csv").write_bytes(content)
    with pytest.raises(LabError, match=r"test\.csv"):
        read_split(tmp_path, listed)


def test_that_a_list_without_its_partner_is_a_sentence(listed, tmp_path):
    write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    (tmp_path / "test.csv").unlink()
    with pytest.raises(MissingError, match="two files"):
        read_split(tmp_path / "train.csv", listed)
