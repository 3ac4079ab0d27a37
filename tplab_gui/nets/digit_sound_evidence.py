"""What in a log-mel picture spoke for the digit: shares of time in closed form, heat in time and frequency.

The score explained is the logit of a digit less the mean of all logits: what all digits gain alike decides nothing.

Time: behind the last convolution the network is linear in the mean and in the maximum over time, so the score is a
sum over the columns of the last map, each with its part of the mean and, where it is the maximum, all of that
(exact; CAM, Zhou et al., CVPR 2016, with the maximum beside the mean). Time and frequency: gradient times activation
at an earlier map, summed over channels, unweighted by position as in HiResCAM (Draelos and Carin,
arXiv:2011.08891). Between that map and the score the network is piecewise linear, so the sum of the heat is the
score less the constant of its linear piece.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from tplab_gui.nets.digit_sound import DigitSoundNet
from tplab_gui.nets.report_cnn import ReportCNN

EARLY = 4  # layers of `features` before the map that is explained: 10 bands by 22 columns of 40 channels


@dataclass(frozen=True)
class Evidence:
    """Why a digit got its score.

    `score` is the logit less the mean of all; `constant` the part of it that no place has. `time` (t,) sums to
    `score - constant`. `heat` (h, w) is what spoke for the digit (positive) and against it, low bands first.
    """

    score: float
    constant: float
    time: Tensor
    heat: Tensor


def evidence(network: DigitSoundNet, picture: Tensor, digit: int) -> Evidence:
    """Explain one picture, (n_mels, frames) float32 in [-1, 1], to a network in eval mode."""
    with torch.no_grad():
        early = network.features[:EARLY](picture[None, None])
    with torch.enable_grad():
        early.requires_grad_()
        maps = network.features[EARLY:](early).squeeze(2)[0]  # (C, t)
        highest, at = maps.max(dim=1)
        weights, bias = _above_the_mean(network.fc.weight, digit), _above_the_mean(network.fc.bias, digit)
        of_mean, of_highest = weights.chunk(2)
        score = of_mean @ maps.mean(dim=1) + of_highest @ highest + bias
        (gradient,) = torch.autograd.grad(score, early)
    with torch.no_grad():
        time = of_mean @ maps / maps.shape[1]
        time = time.index_add(0, at, of_highest * highest)
        heat = (gradient * early).sum(dim=1)[0]
    return Evidence(float(score.detach()), float(bias.detach()), time, heat)


def report_evidence(network: ReportCNN, spectrogram: Tensor, digit: int) -> Evidence:
    """Explain one spectrogram, (bands, frames) as it is fed, to the report's network, whose end is linear: exactly."""
    with torch.no_grad():
        maps = network.relu2(network.conv2(network.relu1(network.conv1(spectrogram[None, None]))))[0]
        weights = _above_the_mean(network.fc.weight, digit).reshape(maps.shape)
        bias = _above_the_mean(network.fc.bias, digit)
        heat = (weights * maps).sum(dim=0)
    return Evidence(float(heat.sum() + bias), float(bias), heat.sum(dim=0), heat)


def as_large_as(heat: Tensor, shape: tuple[int, int]) -> Tensor:
    """Return what spoke for the digit, enlarged to `shape` and scaled to [0, 1]; all 0 where nothing did."""
    large = functional.interpolate(heat.clamp(min=0)[None, None], shape, mode="bilinear", align_corners=False)
    return large[0, 0] / large.max().clamp(min=1e-12)


def _above_the_mean(parameter: Tensor, digit: int) -> Tensor:
    return parameter[digit] - parameter.mean(dim=0)
