"""The lock of a run: one holder, refused in a sentence, given back by the system when its holder is killed."""

import subprocess
import sys

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.run_lock import LOCK, RunLock, refuse_if_held

HOLD = """
import sys
from pathlib import Path
from tplab_gui.core.run_lock import RunLock
lock = RunLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of `tmp_path`."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "held\n"
        yield child
        child.kill()


def test_that_a_second_program_is_refused_in_a_sentence(tmp_path, holder):
    with pytest.raises(LabError, match="Another TP Lab"):
        RunLock(tmp_path)
    with pytest.raises(LabError, match="Another TP Lab"):
        refuse_if_held(tmp_path)


def test_that_the_lock_of_a_killed_program_is_free(tmp_path, holder):
    holder.kill()
    holder.wait(10)
    assert (tmp_path / LOCK).exists()
    refuse_if_held(tmp_path)
    RunLock(tmp_path).release()


def test_that_the_same_program_cannot_hold_it_twice_and_gives_it_back(tmp_path):
    lock = RunLock(tmp_path)
    with pytest.raises(LabError):
        RunLock(tmp_path)
    lock.release()
    lock.release()
    RunLock(tmp_path).release()


def test_that_asking_creates_nothing(tmp_path):
    refuse_if_held(tmp_path)
    refuse_if_held(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(LabError, match="could not be written"):
        RunLock(tmp_path / "nowhere")
