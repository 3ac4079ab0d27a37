"""What is said about runs that are already on disk."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.training import EpochEnd


@dataclass(frozen=True, slots=True)
class RunFound:
    """A run on disk. `name` is the user's own ('' without one); `epochs` was asked for, `curve` was reached."""

    run_dir: str
    name: str
    experiment: str
    setup: str
    data: str
    seed: int
    epochs: int
    lr: float
    batches_per_epoch: int
    state: str
    curve: tuple[EpochEnd, ...]


@dataclass(frozen=True, slots=True)
class StepsRead:
    """The steps of a run on disk: float64 arrays (n,); `position` in epochs, `loss` in nats, `accuracy` in [0, 1]."""

    run_dir: str
    position: NDArray[np.float64]
    loss: NDArray[np.float64]
    accuracy: NDArray[np.float64]
