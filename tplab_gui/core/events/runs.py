"""What is said about runs that are already on disk."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.training import EpochEnd, LrChanged


@dataclass(frozen=True, slots=True)
class RunFound:
    """A run on disk. `epochs` was asked for, `curve` was reached.

    `name` and `look` (of its curves) are the user's own, '' without. A run that cannot be read has the state 'damaged'
    or 'newer' (written by a later TP Lab) and its `problem`.
    """

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
    look: str = ""
    problem: LabError | None = None


@dataclass(frozen=True, slots=True)
class StepsRead:
    """The steps of a run on disk: float64 arrays (n,); `position` in epochs, `loss` in nats, `accuracy` in [0, 1].

    `lr_changes` are those made by hand.
    """

    run_dir: str
    position: NDArray[np.float64]
    loss: NDArray[np.float64]
    accuracy: NDArray[np.float64]
    lr_changes: tuple[LrChanged, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A test example that was named wrongly; `scores` float64 (classes,), probabilities.

    `image` is its picture, uint8 (H, W): 255 = ink, or the loudest of a spectrogram; `clip` the file to hear, or ''.
    """

    index: int
    image: NDArray[np.uint8]
    true: int
    scores: NDArray[np.float64]
    clip: str = ""

    @property
    def guess(self) -> int:
        """Return what the network took it for."""
        return int(self.scores.argmax())


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the best weights of a run make of its own test examples.

    `confusion` int64 (classes, classes) counts examples, a row for each true class, a column for each guess; `worst`
    are the mistakes in which the true class got the lowest score, worst first.
    """

    run_dir: str
    confusion: NDArray[np.int64]
    worst: tuple[Mistake, ...]
    classes: tuple[str, ...] = tuple("0123456789")


@dataclass(frozen=True, slots=True)
class ModelExported:
    """A network was written to `path` for other programs and gives the lab's scores there.

    `difference` is the largest between two scores on `examples` of the test set, `allowed` what it may be; `weights`
    is 'best' or 'last'.
    """

    run_dir: str
    path: str
    weights: str
    sha256: str
    size_bytes: int
    examples: int
    difference: float
    allowed: float


@dataclass(frozen=True, slots=True)
class EventFilesWritten:
    """The curves of `runs` runs lie under `folder` in the form of TensorBoard; `records` numbers in all."""

    folder: str
    runs: int
    records: int
