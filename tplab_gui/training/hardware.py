"""On what a run computes: the device, and how many threads of the processor.

Two OpenMP threads beside one busy program fall to a tenth of their speed when they spin, and are slower than one even
when they wait; on a quiet machine they are 1.6 times faster. So the number is measured, on the real network, just
before the run, and written into its `config.json`.
"""

import copy
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from tplab_gui.core.errors import MissingError

_ROUNDS = 3
_DEADLINE_S = 1.5
_MOST_TIMED = 256  # examples
_WORTH_IT = 0.9  # more threads must take at most this share of the time of fewer


def choose_device(asked: str) -> torch.device:
    """Return the device for 'auto', 'cpu', 'cuda' or 'mps'.

    Raises
    ------
    MissingError
        If the device asked for is not on this machine.

    """
    has = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if asked == "auto":
        return torch.device(next(name for name in ("cuda", "mps", "cpu") if has[name]))
    if not has.get(asked, False):
        raise MissingError(
            "This computer has no device called {device} that torch can use.",
            hint="Choose auto or cpu.",
            device=asked,
        )
    return torch.device(asked)


def _pictures(count: int) -> torch.Tensor:
    return torch.zeros(count, 1, 28, 28)


def choose_threads(
    asked: int,
    network: nn.Module,
    batch_size: int,
    device: torch.device,
    blank: Callable[[int], Any] = _pictures,
) -> int:
    """Set and return the number of threads: `asked`, or for 0 the faster one by a short timing on empty examples.

    `blank` makes a batch of so many of them.

    `OMP_NUM_THREADS` bounds the choice, as everywhere. The network is copied, so nothing of the run changes.
    """
    if asked or device.type != "cpu":
        chosen = asked or torch.get_num_threads()
    else:
        chosen = _fastest(_candidates(), network, blank(min(batch_size, _MOST_TIMED)))
    torch.set_num_threads(chosen)
    return chosen


def _candidates() -> list[int]:
    bound = os.environ.get("OMP_NUM_THREADS", "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    most = min(cores, int(bound)) if bound.isdigit() and int(bound) else cores
    return sorted({1, max(1, most // 2), most})


def _fastest(candidates: list[int], network: nn.Module, examples: Any) -> int:
    """Time one training step with each count, interleaved, and return the smallest count that is about as fast."""
    if len(candidates) == 1:
        return candidates[0]
    trial = copy.deepcopy(network).train()
    times: dict[int, list[float]] = {count: [] for count in candidates}
    deadline = time.perf_counter() + _DEADLINE_S
    for round_ in range(_ROUNDS + 1):
        for count in candidates:
            torch.set_num_threads(count)
            start = time.perf_counter()
            trial(examples).sum().backward()
            if round_:  # the first round pays for memory and for starting the threads
                times[count].append(time.perf_counter() - start)
        if round_ and time.perf_counter() > deadline:
            break
    best = candidates[0]
    for count in candidates[1:]:
        if statistics.median(times[count]) < _WORTH_IT * statistics.median(times[best]):
            best = count
    return best
