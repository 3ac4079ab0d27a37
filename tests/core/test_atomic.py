import errno
import os
import sys
from pathlib import Path

import pytest

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError


def test_that_the_new_content_takes_the_place_of_the_old(tmp_path):
    path = tmp_path / "deep" / "run.json"
    atomic.write_text(path, "old")
    atomic.write_text(path, "new é")
    assert path.read_text(encoding="utf-8") == "new é"
    assert [p.name for p in path.parent.iterdir()] == ["run.json"]


def replace_half(path):
    with atomic.replacing(path) as temporary:
        temporary.write_bytes(b"half")
        raise ZeroDivisionError


def test_that_a_failure_half_way_keeps_the_old_file_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "weights"
    atomic.write_bytes(path, b"good")
    with pytest.raises(ZeroDivisionError):
        replace_half(path)
    assert path.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_that_a_full_disk_is_a_sentence_and_loses_nothing(tmp_path, monkeypatch):
    """`fsync` is where a full disk shows at last; the kernel's own error is used."""
    path = tmp_path / "settings.json"
    atomic.write_text(path, "kept")
    with (
        Path("/dev/full").open("wb", buffering=0) as full,
        pytest.raises(OSError, match="No space") as kernel,
    ):
        full.write(b"x")

    def no_space(_descriptor):
        raise kernel.value

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(LabError, match="disk is full"):
        atomic.write_text(path, "lost")
    assert path.read_text(encoding="utf-8") == "kept"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "could not be written"),
    ],
)
def test_that_each_refusal_of_the_disk_has_its_own_sentence(tmp_path, code, words):
    error = atomic.explain(OSError(code, os.strerror(code)), tmp_path / "a.txt")
    assert words in error.sentence()
    assert error.advice()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_that_others_may_read_what_the_umask_allows(tmp_path):
    atomic.write_text(tmp_path / "a", "x")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666 & ~mask
