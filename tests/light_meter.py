"""A network whose score is a known function of the mean grey of its picture, so that its cliffs are known."""

import numpy as np
import torch
from torch import nn

from tplab_gui.vision.classify import Classifier, Preprocessing

CLASSES = ("light", "dark")


def light_meter(level: float, steepness: float) -> Classifier:
    """Return a classifier with p(light) = sigmoid(steepness * (mean grey / 255 - level))."""
    convolution = nn.Conv2d(3, 1, 1)
    linear = nn.Linear(1, 2)
    with torch.no_grad():
        convolution.weight.fill_(1 / 3)
        convolution.bias.zero_()
        linear.weight.copy_(torch.tensor([[steepness], [0.0]]))
        linear.bias.copy_(torch.tensor([-steepness * level, 0.0]))
    network = nn.Sequential(convolution, nn.AdaptiveAvgPool2d(1), nn.Flatten(), linear)
    network.eval().requires_grad_(requires_grad=False)
    return Classifier("light-meter", network, CLASSES, Preprocessing("squash", 32, (0, 0, 0), (1, 1, 1)))


def expected(level: float, steepness: float, grey: float) -> float:
    """Return the score for a picture of one grey, 0 to 255."""
    return float(1 / (1 + np.exp(-steepness * (grey / 255 - level))))
