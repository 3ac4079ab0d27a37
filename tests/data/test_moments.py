"""The session list on the disk: kept, labelled, deleted, exported, read back, killed, and handed over by strangers."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
import soundfile
from PIL import Image

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.moments import (
    Answer,
    DeleteMoments,
    DigitMoment,
    EmptyMomentsTrash,
    ExportMoments,
    Ink,
    KeepMoment,
    LabelMoments,
    MomentsListed,
    MomentsWritten,
    OpenSession,
    SaveSession,
    SessionsFound,
    TakeBackMoments,
    Verdict,
    Word,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.data import moments as module
from tplab_gui.data.moment_files import read_moment, write_moment
from tplab_gui.data.moment_trash import KEPT_S, empty_trash
from tplab_gui.data.moments import Session, moments, moments_dir


def says(digit, share=0.9):
    scores = np.full(10, (1 - share) / 9, np.float32)
    scores[digit] = share
    return Answer(scores, is_sure=share > 0.8)


def moment(number=0, digit=3, words=1, label=None):
    rng = np.random.default_rng(number)
    strokes = tuple(rng.random((n, 2), np.float32) for n in (5, 3))
    ink = Ink(
        strokes, tuple(np.sort(rng.random(n)) for n in (5, 3)), tuple(np.ones(n, np.float32) for n in (5, 3))
    )
    said = tuple(
        Word(
            k + 0.1,
            k + 0.6,
            np.float32(0.5) * np.sin(np.arange(4000, dtype=np.float32) / 9),
            8000,
            says(digit),
        )
        for k in range(words)
    )
    verdict = Verdict(
        "late-weighted",
        {"image": says(digit), "late-weighted": says(digit, 0.99)},
        (0.5, 0.5),
        "both",
        "agree",
    )
    image = rng.integers(0, 256, (28, 28)).astype(np.float32) / 255
    name = f"20260101-120000-{number:03d}"
    return DigitMoment(name, "2026-01-01T12:00:00+00:00", ink, said, image, verdict, label)


class Job:
    """The job, asked one thing at a time."""

    def __init__(self):
        self.requests = Mailbox()
        self.events = moments(self.requests)
        self.said = []
        self.until(MomentsListed)

    def until(self, kind):
        for event in self.events:
            self.said.append(event)
            if isinstance(event, kind):
                return event
        raise AssertionError("the job ended")

    def ask(self, request):
        self.said.clear()
        self.requests.put(request)
        return self.until(MomentsListed)


@pytest.fixture
def job():
    made = Job()
    yield made
    made.events.close()


def test_that_a_moment_comes_back_from_the_disk_as_it_was(tmp_path):
    was = moment(words=2, label=7)
    write_moment(tmp_path, was)
    found = read_moment(tmp_path / f"{was.id}.json")
    assert (found.id, found.began, found.label, found.digit) == (was.id, was.began, 7, 3)
    for name in ("strokes", "times_s", "pressures"):
        for one, other in zip(getattr(found.ink, name), getattr(was.ink, name), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-4)
    np.testing.assert_allclose(found.image, was.image, atol=1e-6)
    for one, other in zip(found.words, was.words, strict=True):
        np.testing.assert_allclose(one.samples, other.samples, atol=1 / 32767)
        assert (one.start_s, one.end_s, one.rate_hz) == (other.start_s, other.end_s, 8000)
        np.testing.assert_allclose(one.answer.scores, other.answer.scores, atol=1e-6)
    assert found.verdict.weights == (0.5, 0.5)
    assert (found.verdict.believed, found.verdict.reason) == ("both", "agree")


@pytest.mark.parametrize("half", ["ink", "words"])
def test_that_a_moment_of_one_modality_comes_back_too(tmp_path, half):
    was = replace(moment(), ink=Ink(), image=None) if half == "ink" else moment(words=0)
    write_moment(tmp_path, was)
    found = read_moment(tmp_path / f"{was.id}.json")
    assert (len(found.ink), len(found.words)) == (len(was.ink), len(was.words))


def test_that_nothing_is_on_the_disk_before_there_is_a_moment(job):
    assert not moments_dir().exists()
    listed = job.ask(KeepMoment(moment()))
    assert listed.folder.parent == moments_dir()
    assert [each.id for each in listed.moments] == [moment().id]
    assert read_moment(listed.folder / f"{moment().id}.json").digit == 3


def test_that_a_moment_told_again_replaces_itself_and_keeps_the_label_that_was_given(job):
    job.ask(KeepMoment(moment(digit=3)))
    job.ask(LabelMoments((moment().id,), 8))
    (kept,) = job.ask(KeepMoment(moment(digit=5, words=2))).moments
    assert (kept.label, kept.digit, len(kept.words)) == (8, 5, 2)
    job.ask(LabelMoments((moment().id,), None))
    assert read_moment(job.ask(KeepMoment(moment())).folder / f"{moment().id}.json").label is None


def test_that_what_is_deleted_comes_back_and_is_not_kept_again_behind_the_users_back(job):
    for number in range(3):
        job.ask(KeepMoment(moment(number)))
    ids = (moment(0).id, moment(2).id)
    listed = job.ask(DeleteMoments(ids))
    assert ([each.id for each in listed.moments], listed.deleted) == ([moment(1).id], 2)
    assert not list(listed.folder.glob(f"{ids[0]}*"))
    assert len(job.ask(KeepMoment(moment(2))).moments) == 1  # it was still under way
    listed = job.ask(TakeBackMoments())
    assert ([each.id for each in listed.moments], listed.deleted) == ([moment(n).id for n in range(3)], 0)
    assert len(read_moment(listed.folder / f"{ids[0]}.json").words) == 1


def test_that_a_dropped_moment_leaves_nothing_behind(job):
    job.ask(KeepMoment(moment()))
    listed = job.ask(DeleteMoments((moment().id,), for_good=True))
    assert (listed.moments, listed.deleted) == ((), 0)
    assert not [each for each in listed.folder.rglob("*") if each.is_file()]


def test_that_what_is_deleted_for_good_leaves_no_voice_on_the_disk(job):
    job.ask(KeepMoment(moment()))
    job.ask(DeleteMoments((moment().id,)))
    listed = job.ask(EmptyMomentsTrash())
    assert (listed.deleted, listed.folder) == (0, None)
    assert not list(moments_dir().rglob("*"))
    assert job.ask(TakeBackMoments()).moments == ()
    assert len(job.ask(KeepMoment(moment(1))).moments) == 1  # a session of its own


def test_that_the_trash_is_emptied_after_a_week_and_not_before(job):
    job.ask(KeepMoment(moment(0)))
    listed = job.ask(DeleteMoments((moment(0).id,)))
    (bin_,) = (listed.folder / ".trash").iterdir()
    empty_trash(listed.folder, KEPT_S)
    assert bin_.is_dir()
    old = bin_.with_name(str(time.time_ns() - int((KEPT_S + 60) * 1e9)))
    bin_.rename(old)
    next(moments(Mailbox()))  # the next start of the lab
    assert not old.exists()


def test_that_an_export_is_a_manifest_that_the_command_reads(job, tmp_path, capsys):
    from tplab_gui.cli.digit import _run_manifest
    from tplab_gui.cli.output import Output
    from tplab_gui.core.paths import SAMPLES

    strokes = json.loads((SAMPLES / "strokes.json").read_text(encoding="utf-8"))["7"]
    points = tuple(np.array(each, np.float32) for each in strokes)
    drawn = Ink(
        points, tuple(np.zeros(len(p)) for p in points), tuple(np.ones(len(p), np.float32) for p in points)
    )
    clip, rate_hz = soundfile.read(next((SAMPLES / "spoken" / "en").glob("7_arthur_*")), dtype="float32")
    word = Word(0.0, 0.5, clip, rate_hz, says(7))
    job.ask(KeepMoment(replace(moment(0, 7, label=7), ink=drawn, words=(word,))))
    job.ask(KeepMoment(replace(moment(1, 7), ink=Ink(), image=None, words=(word,))))
    job.ask(ExportMoments(tmp_path))
    written = next(event for event in job.said if isinstance(event, MomentsWritten))
    with (written.folder / "manifest.csv").open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["label"], bool(row["strokes"]), bool(row["audio"])) for row in rows] == [
        ("7", True, True),
        ("", False, True),
    ]
    with Image.open(written.folder / rows[0]["image"]) as picture:
        assert picture.size == (28, 28)
    assert _run_manifest(written.folder / "manifest.csv", "late-weighted", "en", Output(is_json=True)) == 0
    replies = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [reply["fused"]["digit"] for reply in replies] == [7, 7]


def test_that_two_exports_do_not_overwrite_each_other(job, tmp_path):
    job.ask(KeepMoment(moment()))
    folders = set()
    for _ in range(2):
        job.ask(ExportMoments(tmp_path))
        folders |= {event.folder for event in job.said if isinstance(event, MomentsWritten)}
    assert len(folders) == 2


def test_that_a_saved_session_opens_elsewhere_and_goes_on(job, tmp_path):
    for number in range(2):
        job.ask(KeepMoment(moment(number)))
    job.ask(SaveSession(tmp_path))
    copy = next(event.folder for event in job.said if isinstance(event, MomentsWritten))
    assert job.ask(OpenSession(None)).moments == ()
    assert len(next(event for event in job.said if isinstance(event, SessionsFound)).sessions) == 1
    listed = job.ask(OpenSession(copy))
    assert ([each.id for each in listed.moments], listed.folder) == ([moment(n).id for n in range(2)], copy)
    assert (copy / f"{moment(5).id}.json") not in copy.iterdir()
    job.ask(KeepMoment(moment(5)))
    assert (copy / f"{moment(5).id}.json").is_file()


def test_that_the_moment_under_way_stays_in_the_session_in_which_it_began(job):
    job.ask(KeepMoment(moment()))
    job.ask(OpenSession(None))
    assert job.ask(KeepMoment(moment(words=2))).moments == ()


def test_that_what_cannot_be_done_is_a_sentence_and_the_next_is_served(job, tmp_path):
    job.ask(ExportMoments(tmp_path))
    assert "no moment" in str(next(e for e in job.said if isinstance(e, Notice)).error)
    (tmp_path / "file").write_text("x")
    job.ask(KeepMoment(moment()))
    job.ask(ExportMoments(tmp_path / "file"))
    assert any(isinstance(event, Notice) for event in job.said)
    assert len(job.ask(KeepMoment(moment(1))).moments) == 2


def test_that_a_session_that_is_full_says_so(job, monkeypatch):
    monkeypatch.setattr(module, "MAX_MOMENTS", 1)
    job.ask(KeepMoment(moment(0)))
    assert len(job.ask(KeepMoment(moment(1))).moments) == 1
    assert "takes no more" in str(next(e for e in job.said if isinstance(e, Notice)).error)


def test_that_a_window_that_closes_keeps_what_was_drawn_last(job):
    listed = job.ask(KeepMoment(moment(0)))
    job.requests.put(KeepMoment(moment(1)))
    job.events.close()
    assert read_moment(listed.folder / f"{moment(1).id}.json").digit == 3


# -- a program that is killed ---------------------------------------------------------------------------------------


def test_that_a_kill_in_the_middle_of_writing_leaves_whole_moments_only(own_home):
    """A process keeps moments as fast as it can and is killed without warning: what it said is there, and whole."""
    code = """
import sys
sys.path.insert(0, "tests/data")
from test_moments import Job, KeepMoment, moment
job = Job()
for number in range(1000):
    job.ask(KeepMoment(moment(number, words=2)))
    print(number, flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as kept:
        for line in kept.stdout:
            if int(line) >= 20:
                os.kill(kept.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
                break
    (folder,) = moments_dir().iterdir()
    session = Session()
    session.open(folder)
    listed = session.listed()
    assert len(listed.moments) >= 20
    assert listed.problems == ()
    assert all(len(each.words) == 2 for each in listed.moments)


# -- a session from elsewhere ---------------------------------------------------------------------------------------


def changed(tmp_path, **changes):
    folder = tmp_path / "session"
    folder.mkdir(exist_ok=True)
    write_moment(folder, moment())
    path = folder / f"{moment().id}.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    for key, value in changes.items():
        if value is None:
            del content[key]
        else:
            content[key] = value
    path.write_text(json.dumps(content), encoding="utf-8")
    return folder


def refusal(folder):
    with pytest.raises(LabError) as caught:
        Session().open(folder)
    assert "Traceback" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "name", ["../secret.wav", "/etc/passwd", "..", "sub/x.wav", "C:\\x.wav", "", 7, None, ["x.wav"]]
)
def test_that_a_sound_outside_the_folder_is_not_opened(tmp_path, name):
    soundfile.write(tmp_path / "secret.wav", np.zeros(100), 8000)
    words = [{"file": name, "start_s": 0, "end_s": 1, "answer": None}]
    assert "outside its own folder" in refusal(changed(tmp_path, words=words))


def test_that_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    soundfile.write(tmp_path / "secret.wav", np.zeros(100), 8000)
    folder = changed(tmp_path, words=[{"file": "in.wav", "start_s": 0, "end_s": 1, "answer": None}])
    (folder / "in.wav").symlink_to(tmp_path / "secret.wav")
    assert "outside its own folder" in refusal(folder)
    path = folder / f"{moment().id}.json"
    other = tmp_path / "other.json"
    path.rename(other)
    path.symlink_to(other)
    assert "link" in refusal(folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "../../20260101-120000-000"},
        {"format": "something"},
        {"version": 99},
        {"label": 12},
        {"label": "3"},
        {"strokes": [[[0, 0]] * 200_000], "times_s": [[0] * 200_000], "pressures": [[1] * 200_000]},
        {"strokes": [[[0, "x"]]], "times_s": [[0]], "pressures": [[1]]},
        {"strokes": [[[0, 1e400]]], "times_s": [[0]], "pressures": [[1]]},
        {"strokes": {"a": 1}},
        {"times_s": [[float("nan")] * 5, [0, 0, 0]]},
        {"image": "AAAA"},
        {"image": "not base64 !"},
        {"answers": {"image": {"scores": [1] * 10, "sure": True}}},
        {"answers": {"image": {"scores": [0.1] * 9, "sure": True}}},
        {"answers": 5},
        {"weights": [2, -1]},
        {"believed": "me"},
        {"words": [[]] * 50},
        {"pen_px": float("inf")},
        {"strokes": None},
        {"began": 5},
    ],
)
def test_that_values_out_of_range_are_one_sentence(tmp_path, changes):
    assert "cannot be read" in refusal(changed(tmp_path, **changes))


@pytest.mark.parametrize("share", [0.0, 0.3, 0.97])
def test_that_a_truncated_moment_is_told_and_the_others_are_opened(tmp_path, share):
    folder = changed(tmp_path)
    path = folder / f"{moment().id}.json"
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    write_moment(folder, moment(1))
    session = Session()
    session.open(folder)
    listed = session.listed()
    assert [each.id for each in listed.moments] == [moment(1).id]
    assert [path.name in str(problem) for problem in listed.problems] == [True]


def test_that_a_lost_or_broken_sound_is_told(tmp_path):
    folder = changed(tmp_path)
    (sound,) = folder.glob("*.wav")
    sound.write_bytes(b"RIFF")
    assert "sound" in refusal(folder)
    sound.unlink()
    assert "no file" in refusal(folder)


@pytest.mark.parametrize("content", [b"[" * 100_000, b"[]", b"5", b"null", b'"text"', bytes(range(256))])
def test_that_a_file_of_nonsense_is_one_sentence(tmp_path, content):
    (tmp_path / f"{moment().id}.json").write_bytes(content)
    assert "cannot be read" in refusal(tmp_path)


def test_that_a_folder_without_moments_is_told(tmp_path):
    (tmp_path / "settings.json").write_text("{}")
    assert "holds no moments" in refusal(tmp_path)
    assert "holds no moments" in refusal(tmp_path / "nowhere")
