"""The four setups of the lab report, as data: who learns from what, and with or without dropout.

"Base" is the example as it is, "swapped" learns from the test set and is tested on the train set, "no-dropout" sets
both dropouts to 0, "swapped-no-dropout" does both. Everything else (initial weights, order of the batches,
normalisation) is the same in all four, so that a difference between two curves comes from the factor studied.
"""

from dataclasses import dataclass, replace

import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.params import TrainParams
from tplab_gui.data.digits import DigitSet
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training.batches import seed_of


@dataclass(frozen=True)
class Setup:
    """One cell of the 2 x 2 study."""

    name: str
    is_swapped: bool
    has_dropout: bool


SETUPS = {
    setup.name: setup
    for setup in (
        Setup("base", is_swapped=False, has_dropout=True),
        Setup("swapped", is_swapped=True, has_dropout=True),
        Setup("no-dropout", is_swapped=False, has_dropout=False),
        Setup("swapped-no-dropout", is_swapped=True, has_dropout=False),
    )
}


def find(name: str) -> Setup:
    """Return the setup called `name`; raises `LabError` when there is none."""
    if name not in SETUPS:
        raise LabError(
            "There is no setup called {name}.",
            hint="Choose one of: {names}.",
            name=name,
            names=", ".join(SETUPS),
        )
    return SETUPS[name]


def arrange(setup: Setup, digits: DigitSet) -> DigitSet:
    """Return the set as `setup` uses it: train and test exchanged or not; no picture is copied."""
    if not setup.is_swapped:
        return digits
    return replace(
        digits,
        train_images=digits.test_images,
        train_labels=digits.test_labels,
        test_images=digits.train_images,
        test_labels=digits.train_labels,
    )


def build(setup: Setup, params: TrainParams, classes: int = 10) -> Net:
    """Return a fresh network; its initial weights depend on the seed only, not on the setup.

    A dropout layer draws nothing while it is built, so the four networks of one seed start equal bit for bit.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed_of(params.seed, 0, "weights"))
        if setup.has_dropout:
            return Net(params.dropout_features, params.dropout_hidden, classes)
        return Net(0.0, 0.0, classes)
