"""A part of the train set that is held back and tested instead of the test set.

Whoever tries fifty learning rates and keeps the best one has chosen by the figure he reports, so the figure flatters.
Choices are made on the validation part; the test set is measured once, with what was chosen (Hastie, Tibshirani &
Friedman, "The Elements of Statistical Learning", 2nd edition, 2009, section 7.2).
"""

from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.training.batches import TRAIN_EVAL_SAMPLES, Examples, Material, chosen

# Not the seed of the run: runs of several seeds, and all trials of a study, are tested on the same examples.
_DRAW = 0


class Part:
    """Some of the examples of a set; `rows`, int64 (n,), says which."""

    def __init__(self, examples: Examples, rows: NDArray[np.int64]) -> None:
        self._examples, self._rows = examples, torch.from_numpy(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, which: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
        """Return a batch and its labels."""
        rows = self._rows[which.cpu() if isinstance(which, torch.Tensor) else which]
        return self._examples.take(rows)


def hold_back(data: Material, share: float) -> Material:
    """Return `data` with `share` of its train part as what is tested; as it is for a share of 0.

    Drawn at random, so the voices of a validation clip have been heard; a test by speaker is harder than that.

    Raises
    ------
    LabError
        If one of the two parts would be empty.

    """
    if not share:
        return data
    size = len(data.train)
    count = round(share * size)
    if not 0 < count < size:
        raise LabError(
            "Of {size} examples to learn from, a share of {share} cannot be held back.",
            hint="Choose more examples, or another share.",
            size=size,
            share=share,
        )
    order = np.random.default_rng(_DRAW).permutation(size)
    held, rest = np.sort(order[:count]), np.sort(order[count:])
    return replace(
        data,
        details={**data.details, "tested_on": "validation"},
        train=Part(data.train, rest),
        train_again=Part(data.train, rest[chosen(len(rest), TRAIN_EVAL_SAMPLES)]),
        test=Part(data.train, held),
    )
