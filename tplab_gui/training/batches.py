"""Pictures in memory, and the order in which a run meets them.

The whole set stays as bytes on the device (MNIST: 47 MB instead of 188) and each batch is normalised when it is
taken; a DataLoader would cost 8 % of the time and, with workers, child processes. Every random draw of a run comes
from a stream that is named by (seed, epoch, purpose), so an epoch can be repeated without the ones before it.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.data.class_folders import DIGITS
from tplab_gui.data.digits import DigitSet
from tplab_gui.data.picture_folder import Labels

TRAIN_EVAL_SAMPLES = 10_000  # the re-measured train loss costs at most 5 % of an epoch of MNIST


class Examples(Protocol):
    """Labelled examples of one part of a set, on a device."""

    def __len__(self) -> int: ...

    def take(self, which: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
        """Return a batch, float32 (B, *shape), and its labels, int64 (B,)."""


@dataclass(frozen=True)
class Exhibit:
    """A test example to be looked at: `picture` uint8 (H, W), 255 where there is most ink or the loudest sound.

    `number` is its place in the set; `clip` the file that can be heard, '' without one.
    """

    number: int
    picture: NDArray[np.uint8]
    clip: str = ""


@dataclass(frozen=True)
class Material:
    """What an experiment learns from: who made it, the shape of one example, and its parts on the device.

    `train_again` is what the train loss is measured again on; `details` is what else `config.json` says of the data;
    `exhibit` shows an example of the test part by its place there; `classes` are the names of what is told apart.
    """

    name: str
    sha256: str
    origin: str
    shape: tuple[int, int, int]
    details: dict[str, Any]
    train: Examples
    train_again: Examples
    test: Examples
    exhibit: Callable[[int], Exhibit]
    classes: tuple[str, ...] = DIGITS


class Pictures:
    """A set of labelled pictures on a device, taken in normalised batches.

    Parameters
    ----------
    images : uint8 array (N, 28, 28), ink 255
    labels : uint8 or uint16 array (N,), from 0
    mean, std : float
        What is taken away and divided by, after the bytes are scaled to [0, 1].
    device : torch.device

    """

    def __init__(
        self,
        images: NDArray[np.uint8],
        labels: Labels,
        mean: float,
        std: float,
        device: torch.device,
    ) -> None:
        self._images = torch.from_numpy(np.array(images)).to(device)
        self._labels = torch.from_numpy(labels.astype(np.int64)).to(device)
        self._mean, self._std = mean, std

    def __len__(self) -> int:
        return len(self._labels)

    def take(self, which: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
        """Return images float32 (B, 1, 28, 28), normalised, and labels int64 (B,)."""
        images = self._images[which].unsqueeze(1).float()
        return images.div_(255.0).sub_(self._mean).div_(self._std), self._labels[which]


def seed_of(seed: int, epoch: int, purpose: str) -> int:
    """Return the seed of one stream of random numbers, below 2**63.

    A mixed seed and not `seed + epoch`, with which epoch 2 of seed 1 would repeat epoch 1 of seed 2.
    """
    mixed = np.random.SeedSequence([seed, epoch, zlib.crc32(purpose.encode())])
    return int(mixed.generate_state(1, np.uint64)[0] >> np.uint64(1))


def order(size: int, seed: int, epoch: int, *, shuffle: bool) -> torch.Tensor:
    """Return the order of the pictures in one epoch, int64 (size,); the same on every device."""
    if not shuffle:
        return torch.arange(size)
    generator = torch.Generator().manual_seed(seed_of(seed, epoch, "order"))
    return torch.randperm(size, generator=generator)


def scale_of(digits: DigitSet) -> tuple[float, float]:
    """Return (mean, std) that normalise the set: MNIST's usual 0.1307 and 0.3081, else those of its train part.

    Always of the train part as the set has it, before any swap: the input of a picture must not depend on the setup.
    """
    if digits.name == "mnist":
        return 0.1307, 0.3081
    pixels = digits.train_images.astype(np.float64) / 255.0
    return float(pixels.mean()), max(float(pixels.std()), 1e-3)


def chosen(size: int, limit: int) -> NDArray[np.int64]:
    """Return which pictures a limited run uses: all of them, or the same `limit` ones whatever the seed of the run."""
    if not 0 < limit < size:
        return np.arange(size)
    return np.sort(np.random.default_rng(0).permutation(size)[:limit])


def check(digits: DigitSet) -> None:
    """Refuse a set from which nothing can be learnt; raises `LabError` when it shows one class only.

    Empty parts and labels that are no digits are refused when the set is loaded.
    """
    if len(np.unique(digits.train_labels)) < 2:
        raise LabError(
            "All pictures to learn from in {name} show the same class, so there is nothing to tell apart.",
            hint="Choose a set with at least two classes, or a higher limit.",
            name=digits.name,
        )
