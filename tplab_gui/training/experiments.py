"""The torch half of the declared experiments: data, network, optimiser and loss, under the names of `core.experiments`.

The loop knows recipes only, so a further experiment is an entry here and one there. Training imports no other subject:
the report's spectrogram is torchaudio's own, made in `training.spoken`, and owes nothing to `speech.features`, which
is the shipped ear's.
"""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.params import TrainParams
from tplab_gui.nets import fusion
from tplab_gui.training import handwritten, paired, setups, spoken
from tplab_gui.training.batches import Material, seed_of
from tplab_gui.training.measure import Loss


@dataclass(frozen=True)
class Recipe:
    """How one experiment is carried out.

    `load` yields while it works and returns the data; `network` builds a fresh one for a number of classes, whose
    initial weights depend on the seed only; `loss` compares what the network says with the labels, with `reduction`
    'mean' or 'sum'; `stations` are the shapes of one example before the network; `blanks` makes a batch of empty
    examples where that is no tensor of the last station's shape.
    """

    load: Callable[[TrainParams, torch.device], Generator[object, None, Material]]
    network: Callable[..., nn.Module]  # (params, classes = 10)
    optimiser: Callable[[Iterable[nn.Parameter], TrainParams], torch.optim.Optimizer]
    loss: Loss
    stations: Callable[[TrainParams], tuple[ShapeRow, ...]]
    blanks: Callable[[int], Any] | None = None

    def blank(self, params: TrainParams, count: int) -> Any:
        """Return a batch of `count` empty examples, as the network takes them."""
        if self.blanks is not None:
            return self.blanks(count)
        return torch.zeros(count, *self.stations(params)[-1].shape)


def recipe(name: str) -> Recipe:
    """Return how the experiment `name` is carried out; raises `LabError` when there is none."""
    if name not in RECIPES:
        raise LabError(
            "There is no experiment called {name}.",
            hint="Choose one of: {names}.",
            name=name,
            names=", ".join(RECIPES),
        )
    return RECIPES[name]


def _net(params: TrainParams, classes: int = 10) -> nn.Module:
    return setups.build(setups.find(params.setup), params, classes)


def _adadelta(weights: Iterable[nn.Parameter], params: TrainParams) -> torch.optim.Optimizer:
    return torch.optim.Adadelta(weights, lr=params.lr, foreach=True)


def _report_cnn(params: TrainParams, _classes: int = 10) -> nn.Module:  # always the ten digits
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed_of(params.seed, 0, "weights"))
        return spoken.build(params)


def _sgd(weights: Iterable[nn.Parameter], params: TrainParams) -> torch.optim.Optimizer:
    return torch.optim.SGD(weights, lr=params.lr, momentum=params.momentum)


def _fusion(params: TrainParams, classes: int = 10) -> nn.Module:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed_of(params.seed, 0, "weights"))
        return fusion.build(
            params.setup,
            paired.BANDS,
            sound_encoder=params.sound_encoder,
            n_classes=classes,
            modality_dropout=params.modality_dropout,
        )


def _adam(weights: Iterable[nn.Parameter], params: TrainParams) -> torch.optim.Optimizer:
    return torch.optim.Adam(weights, lr=params.lr)


RECIPES = {
    "mnist-loss": Recipe(handwritten.load, _net, _adadelta, functional.nll_loss, handwritten.stations),
    "spoken-digits": Recipe(spoken.load, _report_cnn, _sgd, functional.cross_entropy, spoken.stations),
    "fusion": Recipe(paired.load, _fusion, _adam, functional.cross_entropy, paired.stations, paired.blanks),
}
