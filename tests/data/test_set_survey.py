import csv
import os

import numpy as np
import pytest
import soundfile

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.sets import StatisticsRead
from tplab_gui.data import set_survey
from tplab_gui.data.set_survey import export, survey


@pytest.fixture
def voices(tmp_path):
    folder = tmp_path / "voices"
    folder.mkdir()
    random = np.random.default_rng(0)
    for digit in range(10):
        for speaker in ("ann", "bob"):
            length = 4000 + 100 * digit
            soundfile.write(folder / f"{digit}_{speaker}_0.wav", 0.1 * random.standard_normal(length), 8000)
    return folder


def read(folder):
    return next(event for event in survey(str(folder)) if isinstance(event, StatisticsRead))


def test_that_groups_are_the_digits_and_the_speakers_and_each_has_its_clips(voices):
    found = read(voices)
    assert [each.name for each in found.summaries["duration", "digit"]] == [str(digit) for digit in range(10)]
    assert [each.count for each in found.summaries["rms", "speaker"]] == [10, 10]
    (seven,) = (each for each in found.summaries["duration", "digit"] if each.name == "7")
    assert seven.median == pytest.approx(4700 / 8000)
    assert found.rates == {8000: 20}


def test_that_a_long_a_quiet_a_clipped_and_an_unreadable_clip_stand_out(voices):
    soundfile.write(voices / "1_bob_1.wav", 0.1 * np.ones(16_000) * np.tile([1, -1], 8000), 8000)
    soundfile.write(voices / "1_bob_2.wav", 1e-4 * np.tile([1, -1], 2200), 8000)
    soundfile.write(voices / "1_bob_3.wav", np.ones(4400), 8000)
    (voices / "1_bob_4.wav").write_bytes(b"no sound")
    found = {(each.path.name, each.kind) for each in read(voices).outliers}
    assert {
        ("1_bob_1.wav", "long"),
        ("1_bob_2.wav", "quiet"),
        ("1_bob_3.wav", "clipped"),
        ("1_bob_4.wav", "unreadable"),
    } <= found
    assert read(voices).outliers[0].kind == "unreadable"


def test_that_what_was_measured_is_not_read_again_until_it_changes(voices, monkeypatch):
    monkeypatch.setattr(set_survey, "WORTH_KEEPING_S", -1.0)
    first = read(voices)
    clip = voices / "3_ann_0.wav"
    about = clip.stat()
    # Other samples under the same path, size and time: were it read again, the level would change.
    soundfile.write(clip, np.full(4300, 0.5), 8000)
    os.utime(clip, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert clip.stat().st_size == about.st_size
    np.testing.assert_array_equal(read(voices).values["rms"], first.values["rms"])
    os.utime(clip, ns=(about.st_atime_ns, about.st_mtime_ns + 1))
    assert (read(voices).values["rms"] != first.values["rms"]).sum() == 1


def test_that_a_damaged_memory_is_measured_anew(voices, monkeypatch):
    monkeypatch.setattr(set_survey, "WORTH_KEEPING_S", -1.0)
    first = read(voices)
    (kept,) = (set_survey.user_data_dir() / "cache" / "sounds").iterdir()
    for damage in ("", "[]", '{"format": 1, "clips": {"a": [1]}}', '{"format": 1, "clips": 7}'):
        kept.write_text(damage, encoding="utf-8")
        np.testing.assert_array_equal(read(voices).values["peak"], first.values["peak"])


def test_that_progress_is_told_and_the_survey_can_be_left_at_any_time(monkeypatch):
    monkeypatch.setattr(set_survey, "PROGRESS_S", 0.0)
    steps = survey("builtin")
    next(steps)
    told = [next(steps) for _ in range(5)]
    assert told == [Progress(done, 600) for done in range(1, 6)]
    steps.close()


def test_that_a_set_without_one_readable_clip_is_a_sentence(tmp_path):
    (tmp_path / "1_me_0.wav").write_bytes(b"nothing")
    with pytest.raises(LabError, match="Not one of the 1 clips"):
        read(tmp_path)


def test_that_the_export_has_a_line_per_clip_and_a_summary_beside_it(voices, tmp_path):
    found = read(voices)
    list(export(found, str(tmp_path / "stats.csv")))
    rows = list(csv.DictReader((tmp_path / "stats.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 20
    assert float(rows[0]["duration_s"]) == pytest.approx(found.values["duration"][0], rel=1e-5)
    groups = list(csv.DictReader((tmp_path / "stats_summary.csv").read_text(encoding="utf-8").splitlines()))
    assert len(groups) == 5 * (1 + 10 + 2)
    assert float(groups[0]["mean"]) == pytest.approx(found.values["duration"].mean(), rel=1e-4)


def test_that_remark_8_comes_out_of_the_real_fsdd(shared_data, monkeypatch):
    monkeypatch.setenv("TPLAB_DATA", str(shared_data))
    values = read("fsdd").remark.values
    assert (values["least"], values["most"], values["inside"], values["beyond"]) == (1148, 18262, 309, 20)
    assert round(values["mean"]) == 3499
    assert values["mean_s"] == pytest.approx(0.437, abs=5e-4)
