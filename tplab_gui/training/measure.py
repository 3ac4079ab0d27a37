"""One step of learning, and measuring without learning. Losses are sums or true means per sample."""

import math
import time
from collections.abc import Callable, Generator

import torch
from torch import nn
from torch.nn import functional

from tplab_gui.core.events.common import Tick
from tplab_gui.training.batches import Examples

Loss = Callable[..., torch.Tensor]  # (scores, labels, *, reduction)

# Guessing costs ln 10 = 2.3; a loss this far above it means that the weights have left every useful region.
WORST_LOSS = 1e4


class DivergedError(Exception):
    """The loss is no number any more, or beyond all sense; raised before the weights are touched."""

    def __init__(self, loss: float) -> None:
        super().__init__(f"loss {loss}")
        self.loss = loss


class Stopwatch:
    """Adds up working time, so that a pause counts for nothing, and neither does the sleep of a laptop.

    On some systems the clock runs on while the machine sleeps, or it jumps when it wakes; and a program may be stopped
    from outside. So a stretch of more than `ASLEEP_S` in which the program hardly computed counts for what it computed.

    Parameters
    ----------
    clock, worked : callables
        Seconds of the world, and seconds that this process has computed, each from any origin.

    """

    ASLEEP_S, AWAKE_SHARE = 10.0, 0.02

    def __init__(
        self,
        clock: Callable[[], float] = time.perf_counter,
        worked: Callable[[], float] = time.process_time,
    ) -> None:
        self.seconds = 0.0
        self._clock, self._worked = clock, worked
        self.go()

    def hold(self) -> None:
        """Stop the clock."""
        passed, worked = self._clock() - self._since, self._worked() - self._worked_before
        is_asleep = passed > self.ASLEEP_S and worked < self.AWAKE_SHARE * passed
        self.seconds += worked if is_asleep else max(passed, 0.0)

    def go(self) -> None:
        """Let the clock run on."""
        self._since, self._worked_before = self._clock(), self._worked()


def step(
    network: nn.Module,
    optimiser: torch.optim.Optimizer,
    images: torch.Tensor,
    labels: torch.Tensor,
    loss_of: Loss = functional.nll_loss,
) -> tuple[float, int]:
    """Learn from one batch; return its mean loss and how many were right, both before the weights changed.

    Raises
    ------
    DivergedError
        If the loss is not finite or above `WORST_LOSS`; the weights are as before then.

    """
    scores = network(images)  # (B, 10), what `loss_of` expects: log-probabilities or logits
    loss = loss_of(scores, labels)
    right = (scores.argmax(1) == labels).sum()
    value, count = torch.stack([loss.detach(), right]).tolist()  # one wait for the device
    sane(value)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()
    return value, int(count)


def losses(
    network: nn.Module,
    examples: Examples,
    batch_size: int,
    clock: Stopwatch,
    loss_of: Loss = functional.nll_loss,
    division: str = "sample",
    *,
    add_up: Callable[[float, int], tuple[float, int]] = lambda total, right: (total, right),
) -> Generator[Tick, None, tuple[float, float]]:
    """Measure without dropout and without learning; return (mean loss per sample, accuracy).

    With `division` 'report' the loss is that of the report's program: the sum of the batches' mean losses divided by
    the number of samples, which is the true mean divided by the size of a batch. `add_up` turns the (sum, hits) of one
    process into those of all, for which `examples` gives each its share (`parallel`).

    Yields a `Tick` between two batches, so that a stop is felt there too.
    """
    network.eval()
    total, right = 0.0, 0
    for first in range(0, len(examples), batch_size):
        with torch.inference_mode():
            images, labels = examples.take(slice(first, first + batch_size))
            scores = network(images)
            loss = loss_of(scores, labels, reduction="sum")
            value, count = torch.stack([loss, (scores.argmax(1) == labels).sum()]).tolist()
        size = min(batch_size, len(examples) - first)
        total += value / size if division == "report" else value
        right += int(count)
        clock.hold()
        yield Tick()
        clock.go()
    network.train()
    total, right = add_up(total, right)
    return sane(total / len(examples)), right / len(examples)


def sane(loss: float) -> float:
    """Return `loss`; raise `DivergedError` when it is not finite or above `WORST_LOSS`."""
    if not math.isfinite(loss) or loss > WORST_LOSS:
        raise DivergedError(loss)
    return loss
