"""What a training run says while it goes on. Losses are true means per sample; accuracies are in [0, 1]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run begins (or goes on, when `first_epoch` is above 1)."""

    run_dir: str
    setup: str
    seed: int
    data: str
    device: str
    threads: int
    parameters: int
    epochs: int
    first_epoch: int
    batches_per_epoch: int
    train_size: int
    test_size: int
    experiment: str = "mnist-loss"


@dataclass(frozen=True, slots=True)
class LrChanged:
    """The user changed the learning rate; step `step` (in `epoch`) is the first with the new one.

    `before` and `after` are what was asked for, without the decay of the schedule.
    """

    step: int
    epoch: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class BatchEnd:
    """One optimiser step. `step` counts from 1 over the whole run."""

    step: int
    epoch: int
    loss: float
    accuracy: float
    lr: float
    samples_per_s: float


@dataclass(frozen=True, slots=True)
class EpochEnd:
    """One pass over the train set, then one over the test set.

    `train_loss` is as seen while learning (dropout active); `train_loss_eval` is measured again without dropout.
    """

    setup: str
    epoch: int
    step: int
    train_loss: float
    train_loss_eval: float
    test_loss: float
    train_accuracy: float
    test_accuracy: float
    lr: float
    seconds: float
    samples_per_s: float
    is_best: bool


@dataclass(frozen=True, slots=True)
class RunEnd:
    """The run is over; `reason` is 'finished', 'stopped', 'early' (no improvement), 'diverged' or 'failed'."""

    run_dir: str
    setup: str
    reason: str
    epochs: int
    best_epoch: int
    best_test_loss: float
