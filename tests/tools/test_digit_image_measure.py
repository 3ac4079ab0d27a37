import numpy as np
import torch
from torch import nn

from tools import digit_image_data as examples
from tools.digit_image_measure import calibrated
from tplab_gui.ink.strokes import strokes_of


class Scaled(nn.Module):
    """Logits that a lookup in the image itself gives, times a factor: a network of known over-confidence."""

    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, images):
        return self.factor * images[:, 0, 0, :10]


def test_that_twice_as_large_logits_get_twice_the_temperature():
    random = np.random.default_rng(0)
    images = np.zeros((4000, 28, 28), dtype=np.float32)
    images[:, 0, :10] = random.normal(0, 2, (4000, 10))
    odds = np.exp(images[:, 0, :10])
    odds /= odds.sum(axis=1, keepdims=True)
    labels = (odds.cumsum(axis=1) > random.random((4000, 1))).argmax(axis=1)  # drawn from those very scores
    pens = [examples.PenDigit(0, 1, strokes_of([[[0, 0], [1, 1]]]))] * 20
    temperatures = [calibrated(Scaled(factor), (images, labels), pens)[0] for factor in (0.5, 1.0)]
    assert abs(temperatures[1] / temperatures[0] - 2) < 0.05


def test_that_the_threshold_is_a_probability_a_learner_would_call_sure():
    pens = [examples.PenDigit(0, 1, strokes_of([[[0, 0], [1, 1]]]))] * 20
    images, labels = np.zeros((50, 28, 28), dtype=np.float32), np.zeros(50, dtype=np.int64)
    images[:, 0, 0] = 50
    assert 0.5 <= calibrated(Scaled(1.0), (images, labels), pens)[1] <= 0.95
    assert isinstance(Scaled(1.0)(torch.zeros(1, 1, 28, 28)), torch.Tensor)
