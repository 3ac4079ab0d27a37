"""Learning curves with a known shape, made and not learned."""

import numpy as np

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.training.curves import LearningCurve

BATCHES = 100


def curve(
    test, *, train=None, again=None, setup="base", seed=1, state="finished", noise=0.002
) -> LearningCurve:
    """Return a curve with these losses; `noise` is the standard error of the train loss over the batches."""
    test = np.asarray(test, float)
    train = np.linspace(1.0, 0.1, len(test)) if train is None else np.asarray(train, float)
    again = 0.8 * train if again is None else np.asarray(again, float)
    ends = tuple(
        EpochEnd(setup, i + 1, BATCHES * (i + 1), *map(float, row), 0.9, 0.9, 1.0, 1.0, 100.0, is_best=False)
        for i, row in enumerate(zip(train, again, test, strict=True))
    )
    # Two values around the mean, so that std(ddof=1) / sqrt(n) is exactly `noise`.
    swing = noise * np.sqrt(BATCHES - 1) * np.where(np.arange(BATCHES) % 2, 1, -1)
    return LearningCurve(setup, seed, ends, tuple(loss + swing for loss in train), state)


def falling(epochs, floor=0.03, height=0.5, rate=1.5):
    return floor + height * np.exp(-np.arange(epochs) / rate)


def u_shaped(epochs, lowest, slope=0.02):
    """Fall until epoch `lowest`, then rise by `slope` an epoch."""
    at = np.arange(1, epochs + 1)
    return np.where(at <= lowest, 0.1 + 0.1 * (lowest - at), 0.1 + slope * (at - lowest))
