"""Two real processes train one run; the oracle is the same run in one process."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tplab_gui.core.events.training import BatchEnd
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.training import parallel, runs
from tplab_gui.training.loop import fit

OPTIONS = (
    "--experiment mnist-loss --setup no-dropout --limit 97 --batch-size 32 --device cpu --threads 1 --json"
)


def params(root: Path, epochs: int) -> TrainParams:
    return TrainParams(
        run_root=str(root),
        setup="no-dropout",
        epochs=epochs,
        batch_size=32,
        limit=97,
        threads=1,
        device="cpu",
    )


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def process(rank: int, port: int, out: Path, *more: str) -> subprocess.Popen:
    """Start one of two processes, as torchrun would."""
    joined = {"RANK": rank, "LOCAL_RANK": rank, "WORLD_SIZE": 2, "LOCAL_WORLD_SIZE": 2, "MASTER_PORT": port}
    env = {**os.environ, **{name: str(value) for name, value in joined.items()}, "MASTER_ADDR": "127.0.0.1"}
    command = [sys.executable, "-m", "tplab_gui", "train", *OPTIONS.split(), "--out", str(out), *more]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def losses(run: runs.Run) -> list[float]:
    return [
        loss for e in run.epochs for loss in (e.train_loss, e.train_loss_eval, e.test_loss, e.test_accuracy)
    ]


def only_run(root: Path) -> runs.Run:
    (run,), problems = runs.list_runs(root)
    assert not problems
    return run


def test_that_two_processes_of_torchrun_give_the_losses_of_one(tmp_path):
    """The last batch of 97 has one example, so one process learns from none: its weight must be 0."""
    list(fit(Latest(params(tmp_path / "one", 2))))
    torchrun = [
        sys.executable,
        "-m",
        "torch.distributed.run",
        "--nproc-per-node",
        "2",
        "--master-port",
        str(free_port()),
    ]
    train = ["-m", "tplab_gui", "train", *OPTIONS.split(), "--epochs", "2", "--out", str(tmp_path / "two")]
    done = subprocess.run([*torchrun, *train], capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    assert told == ["run_started", "epoch_end", "epoch_end", "run_end"]
    one, two = only_run(tmp_path / "one"), only_run(tmp_path / "two")
    assert losses(two) == pytest.approx(losses(one), abs=1e-5)
    assert (one.config["processes"], two.config["processes"]) == (1, 2)


def test_that_a_killed_process_ends_the_other_with_a_sentence_and_two_go_on_from_its_whole_epochs(tmp_path):
    port = free_port()
    first, second = (process(rank, port, tmp_path, "--epochs", "500") for rank in (0, 1))
    assert first.stdout is not None
    events = [json.loads(first.stdout.readline())["event"] for _ in range(2)]
    assert events == ["run_started", "epoch_end"]
    second.send_signal(signal.SIGKILL)
    second.communicate(timeout=30)
    _, said = first.communicate(timeout=60)
    assert first.returncode == 1
    assert said.splitlines()[-1].startswith("tplab: Another process of this training has ended")
    whole = only_run(tmp_path)
    assert (whole.state, len(whole.epochs) >= 1) == ("failed", True)
    end = len(whole.epochs) + 1
    port = free_port()
    again = [process(rank, port, tmp_path, "--resume", "--epochs", str(end)) for rank in (0, 1)]
    assert [each.communicate(timeout=60)[1] for each in again] == ["", ""]
    assert losses(only_run(tmp_path))[:-4] == losses(whole)
    if end <= 8:  # on a very fast machine the oracle would take long
        list(fit(Latest(params(tmp_path / "one", end))))
        assert losses(only_run(tmp_path)) == pytest.approx(losses(only_run(tmp_path / "one")), abs=1e-4)


@pytest.mark.parametrize("size", [0, 1, 7, 32])
@pytest.mark.parametrize("processes", [1, 2, 3, 5])
def test_that_the_shares_of_all_processes_are_the_batch(size, processes):
    shares = []
    for rank in range(processes):
        member = parallel.Processes.__new__(parallel.Processes)  # of a team that was never formed
        member.rank, member.size = rank, processes
        shares.append(range(size)[member.share(size)])
    assert [example for share in shares for example in share] == list(range(size))
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


def test_that_without_torchrun_a_run_is_alone(monkeypatch):
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    with parallel.team() as alone:
        assert alone is parallel.ALONE
    assert (alone.rank, alone.size, alone.first(lambda: BatchEnd)) == (0, 1, BatchEnd)
