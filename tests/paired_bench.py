"""A little study without a run: ten digits, each drawn as one picture and said as one tone, and untrained networks."""

import numpy as np
import torch

from tplab_gui.core.studies.strategies import TRAINED
from tplab_gui.data.pairs import Pairs
from tplab_gui.nets import fusion
from tplab_gui.training.pair_stock import BANDS, SAMPLES, PairedExamples, Stock

COUNT = 30


def made_examples(count: int = COUNT) -> PairedExamples:
    """Return `count` pairs, one of each digit after the other."""
    random = np.random.default_rng(0)
    time = np.arange(SAMPLES) / 8000
    sounds = np.stack([0.5 * np.sin(2 * np.pi * (300 + 200 * digit) * time) for digit in range(10)])
    images = random.integers(0, 255, (10, 28, 28), dtype=np.uint8)
    stock = Stock(
        torch.from_numpy(images),
        torch.from_numpy((sounds * 32767).astype(np.int16)),
        (0.5, 0.3),
        (-40.0, 20.0),
    )
    digits = np.arange(count) % 10
    return PairedExamples(stock, Pairs(digits, digits, digits))


def made_networks(sound_encoder: str = "cnn"):
    """Return an untrained network of each kind, in eval mode."""
    torch.manual_seed(0)
    return {name: fusion.build(name, BANDS, sound_encoder=sound_encoder).eval() for name in TRAINED}


def drained(work):
    """Return what a generator returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
