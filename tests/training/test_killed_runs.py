"""`kill -9` at random instants: whatever is left can be read, and the run goes on to the very same numbers."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import safetensors.torch

from tests.training.killable import train_server
from tplab_gui.training import checkpoint, runs

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

KILLS = 20
EPOCHS = 24
OPTIONS = (
    f"train --experiment mnist-loss --data builtin --limit 64 --batch-size 32 --epochs {EPOCHS} --threads 1 "
    "--device cpu --json --out"
).split()
TIMES = ("seconds", "samples_per_s")


def run_in(root: Path) -> Path | None:
    """The one run of a folder; None before its config was written. A kill must not make a second one."""
    found = [path.parent for path in root.glob(f"*/{runs.CONFIG}")]
    assert len(found) <= 1
    return found[0] if found else None


def rows(folder: Path) -> list[tuple]:
    """metrics.csv but for the times."""
    columns = [name for name in runs.COLUMNS if name not in TIMES]
    return [tuple(getattr(each, name) for name in columns) for each in runs.read_run(folder).epochs]


def batches(folder: Path) -> list[dict]:
    return [line for line in runs.read_events(folder / runs.EVENTS) if line["event"] == "batches"]


def refuse_half_files(folder: Path) -> None:
    """Read every file that a reader could ask for; none may be cut."""
    json.loads((folder / runs.CONFIG).read_text(encoding="utf-8"))
    runs.read_run(folder)
    for path in (folder / runs.EVENTS,):
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            json.loads(line)
    for name in (runs.LAST, runs.BEST):
        if (folder / name).exists():
            safetensors.torch.load_file(folder / name)
    if (folder / runs.STATE).exists():
        checkpoint.load(folder / runs.STATE)


def is_writing(root: Path) -> bool:
    return any(name.suffix == ".tmp" for name in root.glob("*/.*.tmp")) or any(root.glob("*/state/.*.tmp"))


def wait_and_kill(server, pid: int, root: Path, instant: str, draw: random.Random) -> int:
    """Kill the command at a random moment of `instant`; return its status (0: it was over before)."""
    if instant == "start-up":
        ended = server.has_ended(draw.uniform(0.0, 0.5))
    else:
        for _ in range(draw.randint(0, 2)):
            if "status" in (line := server.wait_for("epoch", "status")):
                return line["status"]
        if instant == "writing":
            end_s = time.monotonic() + 20
            while not is_writing(root) and time.monotonic() < end_s and not server.has_ended(0.0005):
                pass
            ended = server.has_ended(draw.uniform(0.0, 0.02))
        else:
            ended = server.has_ended(draw.uniform(0.0, 0.4))
    return 0 if ended else server.kill(pid)


@pytest.mark.timeout(400)
def test_that_a_run_killed_at_20_instants_ends_as_if_it_had_never_been(tmp_path):
    draw = random.Random(20)
    instants = [*["start-up"] * 5, *["learning"] * 8, *["writing"] * 7]
    draw.shuffle(instants)
    assert len(instants) == KILLS
    with train_server() as server:
        assert server.run(*OPTIONS, str(tmp_path / "whole")) == 0
        whole = run_in(tmp_path / "whole")
        found_writing = reached = chain = 0
        while instants:
            root = tmp_path / f"chain-{chain}"
            status = -1
            while status and instants:
                pid = server.start(*OPTIONS, str(root), "--resume")
                status = wait_and_kill(server, pid, root, instants[-1], draw)
                if status:  # it was still at work
                    assert status == -signal.SIGKILL
                    instants.pop()
                    found_writing += is_writing(root)
                    folder = run_in(root)
                    if folder is not None:
                        refuse_half_files(folder)
                        reached = max(reached, len(rows(folder)))
                        assert rows(folder) == rows(whole)[: len(rows(folder))]
            if status:
                assert server.run(*OPTIONS, str(root), "--resume") == 0
            folder = run_in(root)
            assert rows(folder) == rows(whole)
            assert batches(folder) == batches(whole)
            assert runs.read_run(folder).state == "finished"
            for name in (runs.LAST, runs.BEST):
                assert (folder / name).read_bytes() == (whole / name).read_bytes()
            assert not is_writing(root)  # what the dead left behind was cleared away
            chain += 1
    assert found_writing, "no kill met a file that was being written"
    assert reached > 2


@pytest.mark.timeout(200)
def test_that_the_command_itself_killed_in_its_second_epoch_goes_on(tmp_path):
    words = [sys.executable, "-m", "tplab_gui", *OPTIONS, str(tmp_path), "--resume", "--epochs", "3"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as child:
        for line in child.stdout:
            if '"epoch_end"' in line:
                child.kill()
                break
        child.wait(30)
    assert child.returncode == -signal.SIGKILL
    folder = run_in(tmp_path)
    refuse_half_files(folder)
    before = rows(folder)
    assert before
    assert runs.read_run(folder).state == "interrupted"
    done = subprocess.run(words, capture_output=True, text=True, timeout=90, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert rows(folder)[: len(before)] == before
    assert len(rows(folder)) == 3
