"""`tplab train` in processes of their own that can be killed, without paying for torch's start each time.

A server imports torch once and forks a child for each command; the child runs the real command to its end or its
death. Everything that the children print arrives on one pipe, as JSON lines.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

_SERVER = """
import json, os, sys
import torch
torch.set_num_threads(1)
from tplab_gui import cli
from tplab_gui.nets.warm_up import warm_optimiser
from tplab_gui.training import loop
warm_optimiser()
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    pid = os.fork()
    if not pid:
        os.close(0)
        status = cli.run(cli.parse(json.loads(line)))
        sys.stdout.flush()
        os._exit(status)
    os.write(1, (json.dumps({"pid": pid}) + "\\n").encode())
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.write(1, ("\\n" + json.dumps({"status": status}) + "\\n").encode())  # the child may have died within a line
"""


class TrainServer:
    """Starts `tplab` commands one at a time."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child, self._rest = child, b""

    def start(self, *words: str) -> int:
        """Start a command; return the id of its process."""
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(words).encode() + b"\n")
        self._child.stdin.flush()
        return self.wait_for("pid")["pid"]

    def wait_for(self, key: str, *others: str, timeout_s: float = 90.0) -> dict[str, Any]:
        """Return the next line that has `key` or one of `others`."""
        end_s = time.monotonic() + timeout_s
        while (left_s := end_s - time.monotonic()) > 0:
            line = self._next(left_s)
            if line is not None and any(each in line for each in (key, *others)):
                return line
        raise TimeoutError(f"no {key} within {timeout_s} s")

    def has_ended(self, within_s: float) -> bool:
        """Wait up to `within_s`; return whether the command ended by itself meanwhile."""
        end_s = time.monotonic() + within_s
        while (left_s := end_s - time.monotonic()) > 0:
            line = self._next(left_s)
            if line is not None and "status" in line:
                return True
        return False

    def kill(self, pid: int) -> int:
        """Send SIGKILL; return the status of the command, negative when the signal ended it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        return self.wait_for("status")["status"]

    def run(self, *words: str) -> int:
        """Run a command to its end; return its status."""
        self.start(*words)
        return self.wait_for("status")["status"]

    def _next(self, timeout_s: float) -> dict[str, Any] | None:
        """Return the next line that is JSON; None when none is complete within `timeout_s`."""
        assert self._child.stdout is not None
        if b"\n" not in self._rest:
            if not select.select([self._child.stdout], [], [], timeout_s)[0]:
                return None
            more = os.read(self._child.stdout.fileno(), 1 << 16)
            if not more:
                raise EOFError("the server ended")
            self._rest += more
        line, newline, rest = self._rest.partition(b"\n")
        if not newline:
            return None
        self._rest = rest
        try:
            found = json.loads(line)
        except ValueError:
            return None
        return found if isinstance(found, dict) else None


@contextlib.contextmanager
def train_server() -> Iterator[TrainServer]:
    """Run a server for the length of the block."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as child:
        server = TrainServer(child)
        try:
            server.wait_for("ready")
            yield server
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
