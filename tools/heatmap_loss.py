"""What the heatmap network is asked for: is there a tennis ball, where, and the other classes as before.

The score is the mean over the cells of the map `m = sum_k W[c, k] A[k]` plus a bias, so a loss on `m` shapes score
and heatmap at once. The public network is the teacher of the 999 other classes (Hinton, Vinyals and Dean,
arXiv:1503.02531): without it, a few thousand scenes would make the network forget what a teapot is.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from tools.heatmap_late import late_features
from tools.heatmap_pool import Pool
from tools.heatmap_start import TENNIS_BALL
from tplab_gui.nets.heatmap import HeatmapNet


class HeatmapLoss(nn.Module):
    """Sum of four losses; `scale` and `shift` turn the map into logits of the cells, for training only."""

    def __init__(self, target: int = TENNIS_BALL) -> None:
        super().__init__()
        self.target = target
        self.scale = nn.Parameter(torch.tensor(0.5))
        self.shift = nn.Parameter(torch.tensor(-2.0))

    def forward(self, network: HeatmapNet, truth: Pool) -> tuple[Tensor, dict[str, float]]:
        """Return the loss and its parts."""
        with torch.autocast("cpu", torch.bfloat16):
            features = late_features(network, truth.early.float())
        logits = network.fc(features.mean(dim=(2, 3)))
        weights = network.fc.weight[self.target]
        heat = torch.einsum("k,bkhw->bhw", weights, features)
        pointed = torch.einsum("k,bkhw->bhw", _grad_cam_pp(weights, heat[0].numel()), features)
        # by its own logit: competition comes in when the softmax judges, and that was better than learning by it
        tennis = functional.binary_cross_entropy_with_logits(logits[:, self.target], truth.tennis)
        parts = {
            "tennis": tennis,
            "cells": 0.3 * self._cells(heat, truth),
            "pointing": 0.1 * (_pointing(heat, truth) + _pointing(pointed, truth)),
            "others": 0.5 * self._others(logits, truth.teacher.float()),
        }
        total = torch.stack(list(parts.values())).sum()
        return total, {name: part.item() for name, part in parts.items()}

    def _cells(self, heat: Tensor, truth: Pool) -> Tensor:
        # each cell: mostly ball, or none of it; cells that a ball touches a little are left out
        ball, empty = truth.cover > 0.4, truth.cover < 0.03
        each = functional.binary_cross_entropy_with_logits(
            heat * self.scale + self.shift, ball.float(), reduction="none"
        )
        each = each * truth.known[:, None, None]
        # a picture's ball cells and its empty cells weigh the same, however small the ball
        return (
            (each * ball).sum((1, 2)) / ball.sum((1, 2)).clamp(min=1)
            + (each * empty).sum((1, 2)) / empty.sum((1, 2)).clamp(min=1)
        ).mean()

    def _others(self, logits: Tensor, teacher: Tensor) -> Tensor:
        mine, theirs = (
            functional.log_softmax(_without(each, self.target), dim=1) for each in (logits, teacher)
        )
        return functional.kl_div(mine, theirs, reduction="batchmean", log_target=True)


def log_odds(logits: Tensor, target: int = TENNIS_BALL) -> Tensor:
    """Log of p / (1 - p) of the target's softmax probability, (B,), of logits (B, C)."""
    return logits[:, target] - _without(logits, target).logsumexp(1)


def _without(logits: Tensor, target: int) -> Tensor:
    return torch.cat([logits[:, :target], logits[:, target + 1 :]], dim=1)


def _grad_cam_pp(weights: Tensor, cells: int) -> Tensor:
    # as `closed_forms` weighs the channels, with the term of the activations left out
    gradient = weights / cells
    squared = gradient.detach() ** 2
    return weights.relu() * squared / (2 * squared + 1e-6) * 2


def _pointing(heat: Tensor, truth: Pool) -> Tensor:
    # the softmax over the cells, read as "where to point", should lie on the ball; Grad-CAM++ sees positive
    # weights only, which is why it is asked of that map too
    chosen = truth.known & (truth.cover.amax((1, 2)) > 0.15)
    if not chosen.any():
        return heat.sum() * 0
    cover, heat = truth.cover[chosen], heat[chosen].flatten(1) * 0.5
    target = (cover / cover.amax((1, 2), keepdim=True)) > 0.5
    inside = heat.masked_fill(~target.flatten(1), float("-inf"))
    return (heat.logsumexp(1) - inside.logsumexp(1)).mean()
