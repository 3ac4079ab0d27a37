"""One run on several processes or machines: `torchrun --nproc-per-node 2 -m tplab_gui train ...`.

Each process holds the whole network and takes its share of every batch; PyTorch's DistributedDataParallel averages the
gradients while they are computed (Li et al., "PyTorch Distributed", VLDB 2020, arXiv:2006.15704). The average over
processes is the gradient of the batch only when the shares are equal, so each process weighs its own: with n of N
examples and P processes its loss is (P / N) times the sum over its n. The curve is then that of one process, up to
rounding, as long as no value is silenced: dropout draws differently in each process. Process 0 alone writes and prints.
"""

import contextlib
import os
import signal
from collections.abc import Callable, Generator, Iterator
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

import torch
from torch import distributed, nn

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunStarted
from tplab_gui.training import measure
from tplab_gui.training.batches import Examples
from tplab_gui.training.measure import Loss
from tplab_gui.training.run_writer import RunWriter

T = TypeVar("T")
_PATIENCE = timedelta(minutes=10)  # reading the data may take much longer on one machine than on another
_WORDS_OF_A_LOSS = ("gloo", "NCCL", "peer", "onnection", "imed out", "ocket")


class Team:
    """One process that trains alone: its share is everything. `device` '' leaves the choice to the parameters."""

    rank, size, device = 0, 1, ""
    writer: type[RunWriter] = RunWriter

    def first(self, ask: Callable[[], T]) -> T:
        """Return what `ask` returns in process 0, in all of them; raises what it raises there."""
        return ask()

    def stream(self, purpose: str) -> str:
        """Return the name of this process's own stream of random numbers (see `batches.seed_of`)."""
        return purpose

    def learner(self, network: nn.Module) -> nn.Module:
        """Return what learns: the network, or the network with its gradients shared."""
        return network

    def step(
        self,
        learner: nn.Module,
        optimiser: torch.optim.Optimizer,
        examples: Examples,
        which: torch.Tensor,
        loss_of: Loss,
    ) -> tuple[float, int]:
        """Learn from the batch `which`, int64 (N,); as `measure.step`."""
        images, labels = examples.take(which)
        return measure.step(learner, optimiser, images, labels, loss_of)

    def losses(
        self,
        network: nn.Module,
        examples: Examples,
        batch_size: int,
        clock: measure.Stopwatch,
        loss_of: Loss,
        division: str,
    ) -> Generator[Tick, None, tuple[float, float]]:
        """Measure all of `examples`; as `measure.losses`."""
        return measure.losses(network, examples, batch_size, clock, loss_of, division)


ALONE = Team()


class Processes(Team):
    """This process among the others that `torchrun` started; made by `team`."""

    def __init__(self, device: str) -> None:
        self.rank, self.size, self.device = distributed.get_rank(), distributed.get_world_size(), device
        self.writer = RunWriter if self.rank == 0 else Witness

    def first(self, ask: Callable[[], T]) -> T:
        """Ask in process 0 and tell the others, whose disks may hold something else."""
        said: list[Any] = [None, None]
        if self.rank == 0:
            try:
                said[0] = ask()
            except LabError as error:
                said[1] = error
        with _explained():
            distributed.broadcast_object_list(said)
        if said[1] is not None:
            raise said[1]
        return said[0]

    def stream(self, purpose: str) -> str:
        """Return a name that differs from process to process; that of process 0 is the plain one."""
        return f"{purpose} {self.rank}" if self.rank else purpose

    def learner(self, network: nn.Module) -> nn.Module:
        """Return the network wrapped; the weights of process 0 go to all."""
        from torch.nn.parallel import DistributedDataParallel

        with _explained():
            return DistributedDataParallel(network)

    def share(self, size: int) -> slice:
        """Return which of `size` examples are this process's: all shares together are all, sizes differ by 1."""
        return slice(size * self.rank // self.size, size * (self.rank + 1) // self.size)

    def step(
        self,
        learner: nn.Module,
        optimiser: torch.optim.Optimizer,
        examples: Examples,
        which: torch.Tensor,
        loss_of: Loss,
    ) -> tuple[float, int]:
        """Learn from this process's share of the batch; return loss and hits of the whole batch."""
        images, labels = examples.take(which[self.share(len(which))])
        with _explained():
            scores = learner(images)
            loss = loss_of(scores, labels, reduction="sum") * (self.size / len(which))
            told = torch.stack([loss.detach() / self.size, (scores.argmax(1) == labels).sum()])
            distributed.all_reduce(told)
            value, count = told.tolist()
            measure.sane(value)  # the same number in every process, so all stop or none
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
        optimiser.step()
        return value, round(count)

    def losses(
        self,
        network: nn.Module,
        examples: Examples,
        batch_size: int,
        clock: measure.Stopwatch,
        loss_of: Loss,
        division: str,
    ) -> Generator[Tick, None, tuple[float, float]]:
        """Measure this process's share of each batch; return the figures of all."""

        def add_up(total: float, right: int) -> tuple[float, int]:
            told = torch.tensor([total, right], dtype=torch.float64, device=self.device)
            with _explained():
                distributed.all_reduce(told)
            return float(told[0]), round(float(told[1]))

        return measure.losses(
            network, _Shares(examples, self), batch_size, clock, loss_of, division, add_up=add_up
        )


class _Shares:
    """Examples of which `take` gives this process's share of a batch; the length is that of all."""

    def __init__(self, examples: Examples, team: Processes) -> None:
        self._examples, self._team = examples, team

    def __len__(self) -> int:
        return len(self._examples)

    def take(self, which: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
        assert isinstance(which, slice)  # noqa: S101  `measure.losses` asks for slices
        start, stop, _ = which.indices(len(self))
        part = self._team.share(stop - start)
        return self._examples.take(slice(start + part.start, start + part.stop))


class Witness(RunWriter):
    """Follows a run that process 0 writes, without writing anything."""

    @classmethod
    def create(cls, root: Path, config: dict[str, Any]) -> "Witness":
        """Make no folder."""
        return cls(root, config["setup"])

    @classmethod
    def reopen(cls, folder: Path, setup: str, info: dict[str, Any]) -> "Witness":
        """Know the epochs so far."""
        writer = cls(folder, setup)
        writer.epochs = [EpochEnd(**row) for row in info["epochs"]]
        return writer

    def start(
        self, event: RunStarted, network: nn.Module, optimiser: torch.optim.Optimizer, lr: float
    ) -> None:
        """Write nothing."""

    def add_epoch(
        self,
        event: EpochEnd,
        batches: list[BatchEnd],
        network: nn.Module,
        optimiser: torch.optim.Optimizer,
        lr: float,
    ) -> None:
        """Remember the epoch."""
        del batches, network, optimiser, lr
        self.epochs.append(event)

    def _log(self, line: dict[str, Any]) -> None:
        """Write nothing."""


@contextlib.contextmanager
def team(device: str = "auto") -> Iterator[Team]:
    """Join the processes that `torchrun` started, for the length of the block; alone when there are none.

    Raises
    ------
    LabError
        If `device` cannot serve every process of this machine.

    """
    if int(os.environ.get("WORLD_SIZE", "1")) < 2 or "MASTER_ADDR" not in os.environ:
        yield ALONE
        return
    chosen = _device(device)
    if chosen == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    before = signal.signal(signal.SIGTERM, _on_term)  # torchrun's way to end the others when one has died
    try:
        with _explained():
            distributed.init_process_group("nccl" if chosen == "cuda" else "gloo", timeout=_PATIENCE)
        yield Processes(chosen)
    finally:
        if signal.getsignal(signal.SIGTERM) is _on_term:  # else the end goes on, and may be written in peace
            signal.signal(signal.SIGTERM, before)
        if distributed.is_initialized():
            distributed.destroy_process_group()


def _device(asked: str) -> str:
    """Return 'cuda' when each process of this machine gets a card of its own, else 'cpu'."""
    wanted, cards = int(os.environ.get("LOCAL_WORLD_SIZE", "1")), torch.cuda.device_count()
    if asked in {"auto", "cpu"}:
        return "cuda" if asked == "auto" and cards >= wanted else "cpu"
    if asked == "cuda" and cards >= wanted:
        return asked
    raise LabError(
        "This computer cannot give each of {wanted} processes a device called {device} of its own.",
        hint="Start fewer processes, or choose the device cpu.",
        wanted=wanted,
        device=asked,
    )


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Turn the loss of another process, which torch tells as a RuntimeError, into a sentence."""
    try:
        yield
    except RuntimeError as error:
        if not any(word in str(error) for word in _WORDS_OF_A_LOSS):
            raise
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it follows at once, and there is a last word to write
        raise _lost() from error


def _on_term(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _lost()


def _lost() -> LabError:
    return LabError(
        "Another process of this training has ended, so this one cannot go on; whole epochs are kept.",
        hint="Start it again with --resume.",
    )
