"""What the heatmap network is asked for: is there a tennis ball, where, and which class otherwise.

The score is the mean over the cells of the map `m = sum_k W[0, k] A[k]` plus a bias, so a loss on `m` shapes score
and heatmap at once.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from tplab_gui.nets.heatmap import HeatmapNet


@dataclass(frozen=True)
class Truth:
    """What is true about a batch of pictures."""

    tennis: Tensor  # float32 (B,), 1 where there is a tennis ball
    labels: Tensor  # int64 (B,), another class or -1
    cover: Tensor  # float32 (B, h, w), share of each cell that a tennis ball covers
    known: Tensor  # bool (B,), whether `cover` is known


class HeatmapLoss(nn.Module):
    """Sum of four losses; `scale` and `shift` turn the map into logits of the cells, for training only."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(0.3))
        self.shift = nn.Parameter(torch.tensor(-2.0))

    def forward(self, network: HeatmapNet, x: Tensor, truth: Truth) -> tuple[Tensor, dict[str, float]]:
        """Return the loss and its parts."""
        with torch.autocast("cpu", torch.bfloat16):
            features = network.features(x)
        features = features.float()  # (B, K, h, w)
        logits = network.fc(features.mean(dim=(2, 3)))
        tennis = functional.binary_cross_entropy_with_logits(logits[:, 0], truth.tennis)
        weights = network.fc.weight[0]
        heat = torch.einsum("k,bkhw->bhw", weights, features)
        parts = {
            "tennis": tennis,
            "cells": 0.5 * self._cells(heat, truth),
            "pointing": 0.15
            * (
                _pointing(heat, truth)
                + _pointing(torch.einsum("k,bkhw->bhw", weights.relu(), features), truth)
            ),
            "class": 0.25 * _other_class(logits[:, 1:], truth.labels),
        }
        total = torch.stack(list(parts.values())).sum()
        return total, {name: part.item() for name, part in parts.items()}

    def _cells(self, heat: Tensor, truth: Truth) -> Tensor:
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


def _pointing(heat: Tensor, truth: Truth) -> Tensor:
    # the softmax over the cells, read as "where to point", should lie on the ball; Grad-CAM++ sees positive
    # weights only, which is why it is asked of that map too
    chosen = truth.known & (truth.cover.amax((1, 2)) > 0.15)
    if not chosen.any():
        return heat.sum() * 0
    cover, heat = truth.cover[chosen], heat[chosen].flatten(1) * 0.5
    target = (cover / cover.amax((1, 2), keepdim=True)) > 0.5
    inside = heat.masked_fill(~target.flatten(1), float("-inf"))
    return (heat.logsumexp(1) - inside.logsumexp(1)).mean()


def _other_class(logits: Tensor, labels: Tensor) -> Tensor:
    chosen = labels > 0
    if not chosen.any():
        return logits.sum() * 0
    return functional.cross_entropy(logits[chosen], labels[chosen] - 1, label_smoothing=0.1)
