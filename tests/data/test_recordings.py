"""The user's recordings on disk: kept under a free name, deleted and taken back, never half."""

import errno
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.recording import (
    ClipsDeleted,
    DeleteAll,
    EmptyTrash,
    KeepTake,
    RecordingsListed,
    TakeBack,
    TakeKept,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.data.catalogue import data_sets
from tplab_gui.data.recordings import (
    RATE_HZ,
    TRASH,
    discard,
    empty_trash,
    keep,
    kept_clips,
    recordings,
    take_back,
)
from tplab_gui.data.spoken import recordings_dir


def take(digit=7, speaker="ada", language="en", rate_hz=RATE_HZ, hz=440.0):
    times_s = np.arange(rate_hz // 2) / rate_hz
    return KeepTake(
        (0.5 * np.sin(2 * np.pi * hz * times_s)).astype(np.float32), rate_hz, digit, speaker, language
    )


def answers(*requests):
    """What the job says to requests, after its first list."""
    box = Mailbox()
    job = recordings(box)
    next(job)
    for request in requests:
        box.put(request)
    said = []
    while len(said) < 2 * len(requests):
        said.append(next(job))
    job.close()
    return said


def test_that_a_take_is_a_16_bit_wav_at_8_khz_named_as_fsdd_names_them():
    path = keep(take(rate_hz=48_000))
    assert path == recordings_dir() / "en" / "7_ada_0.wav"
    info = soundfile.info(path)
    assert (info.samplerate, info.subtype, info.channels, info.frames) == (8000, "PCM_16", 1, 4000)
    heard, _ = soundfile.read(path)
    assert np.argmax(np.abs(np.fft.rfft(heard))) * 8000 / 4000 == pytest.approx(440, abs=2)


def test_that_the_next_index_is_free_whatever_was_deleted_and_however_the_name_is_spelled():
    paths = [keep(take()) for _ in range(3)]
    paths[1].unlink()
    assert keep(take()).name == "7_ada_3.wav"
    assert keep(take(speaker="Ada")).name == "7_Ada_4.wav"
    assert keep(take(digit=6)).name == "6_ada_0.wav"
    assert keep(take(language="fr")) == recordings_dir() / "fr" / "7_ada_0.wav"


def test_that_the_set_my_recordings_is_listed_with_its_languages():
    keep(take())
    keep(take(language="fr", speaker="zoé"))
    assert [(clip.speaker, clip.language) for clip in kept_clips()] == [("ada", "en"), ("zoé", "fr")]
    assert [each.count for each in data_sets() if each.source == "recordings"] == [2]


def test_that_a_full_disk_keeps_what_was_kept_and_leaves_no_half_file(monkeypatch):
    kept = keep(take())
    before = kept.read_bytes()

    def full(_number):
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LabError, match="disk is full"):
        keep(take())
    assert [each.name for each in kept.parent.iterdir()] == ["7_ada_0.wav"]
    assert kept.read_bytes() == before


def test_that_a_name_with_an_underscore_never_reaches_the_disk():
    (notice, _) = answers(take(speaker="a_b"))
    assert isinstance(notice, Notice)
    assert not recordings_dir().exists()


def test_that_deleting_everything_takes_all_speakers_and_undo_brings_them_back_byte_for_byte():
    paths = [keep(take(digit, speaker, language)) for digit, speaker, language in
             ((1, "ada", "en"), (2, "bob", "en"), (3, "ada", "fr"))]  # fmt: skip
    before = [path.read_bytes() for path in paths]
    deleted, listed, back, again = answers(DeleteAll(), TakeBack())
    assert deleted == ClipsDeleted(3)
    assert listed == RecordingsListed(())
    assert back == ClipsDeleted(0)
    assert len(again.clips) == 3
    assert [path.read_bytes() for path in paths] == before


def test_that_what_is_deleted_is_no_set_any_more():
    keep(take())
    assert discard([clip.path for clip in kept_clips()]) == 1
    assert kept_clips() == []
    assert not [each for each in data_sets() if each.source == "recordings"]
    assert [each.name for each in recordings_dir().iterdir()] == [TRASH]


def test_that_undo_gives_another_index_where_the_name_was_given_again():
    first = keep(take(hz=300))
    before = first.read_bytes()
    discard([first])
    second = keep(take(hz=900))
    assert second == first
    assert take_back() == 1
    assert first.with_name("7_ada_1.wav").read_bytes() == before
    assert second.read_bytes() != before


def test_that_undo_takes_back_one_deletion_after_the_other():
    paths = [keep(take(digit)) for digit in (1, 2)]
    for path in paths:
        discard([path])
    assert take_back() == 1
    assert [path.exists() for path in paths] == [False, True]
    assert take_back() == 1
    assert take_back() == 0
    assert all(path.exists() for path in paths)


def test_that_delete_for_good_leaves_no_sound_anywhere():
    keep(take())
    answers(DeleteAll(), EmptyTrash())
    assert not [each for each in recordings_dir().rglob("*") if each.is_file()]
    assert take_back() == 0


def test_that_the_trash_keeps_for_a_week():
    discard([keep(take())])
    assert empty_trash(7 * 24 * 3600.0) == 0
    old = next((recordings_dir() / TRASH).iterdir())
    old.rename(old.with_name(str(int(old.name) - 8 * 24 * 3600 * 10**9)))
    assert empty_trash(7 * 24 * 3600.0) == 1


def test_that_a_recording_that_is_gone_already_is_no_obstacle():
    path = keep(take())
    assert discard([Path(f"{path}.gone"), path]) == 1


def test_that_the_job_tells_where_a_take_is_and_lists_it():
    kept, listed = answers(take(4))
    assert kept == TakeKept(4, recordings_dir() / "en" / "4_ada_0.wav")
    assert [clip.digit for clip in listed.clips] == [4]
