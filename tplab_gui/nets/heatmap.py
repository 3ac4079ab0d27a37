"""The built-in heatmap network: a small RegNet that ends in an average and one linear layer.

Radosavovic et al., "Designing Network Design Spaces", CVPR 2020, arXiv:2003.13678 (the X block: 1x1, grouped
3x3, 1x1, residual). The end follows Zhou et al., "Learning Deep Features for Discriminative Localization", CVPR
2016, arXiv:1512.04150: with global average pooling and one linear layer, the logit of class c is the mean over
all positions of `sum_k W[c, k] A[k]` plus a bias, so a heatmap is one matrix product away (see
`vision/closed_forms.py`).

RegNetY's squeeze-and-excitation is left out: it cost 30 % of the training speed on a CPU, and a gate that sees
the whole picture lets one corner change the heat in another. The last map keeps one cell per 16 pixels (a
RegNet of ImageNet keeps one per 32): 8 x 8 cells for 128 x 128 pixels, so that a tennis ball of a tenth of the
picture still owns a cell.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

STRIDE_PX = 16
"""Pixels of the input per cell of the last map, in each direction."""


def _conv_norm(inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
    )


class XBlock(nn.Module):
    """Residual block of RegNetX: 1x1, grouped 3x3 (with the stride), 1x1."""

    def __init__(self, inputs: int, outputs: int, stride: int, group_width: int) -> None:
        super().__init__()
        if outputs % group_width:
            raise ValueError(f"{outputs} channels are no multiple of the group width {group_width}")
        self.reduce = _conv_norm(inputs, outputs, 1)
        self.mix = _conv_norm(outputs, outputs, 3, stride, groups=outputs // group_width)
        self.expand = _conv_norm(outputs, outputs, 1)
        changes_shape = stride != 1 or inputs != outputs
        self.shortcut = _conv_norm(inputs, outputs, 1, stride) if changes_shape else nn.Identity()
        nn.init.zeros_(self.expand[1].weight)  # each block starts as the identity: calmer first steps

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) -> (B, outputs, H / stride, W / stride)."""
        y = torch.relu(self.reduce(x))
        y = torch.relu(self.mix(y))
        return torch.relu(self.shortcut(x) + self.expand(y))


class HeatmapNet(nn.Module):
    """Classifier whose last feature map can be read as heat.

    Parameters
    ----------
    n_classes : int
        Number of logits; 0 is *tennis ball* in the shipped model.
    stem_width : int
        Channels after the first convolution (stride 2).
    widths, depths, strides : sequences of int, one entry per stage
        Channels, number of blocks, and stride of the first block of each stage. The product of the strides
        times 2 is the stride of the last map.
    group_width : int
        Channels per group of the 3x3 convolutions; divides every width.
    """

    def __init__(
        self,
        n_classes: int,
        stem_width: int = 32,
        widths: Sequence[int] = (32, 96, 192, 256),
        depths: Sequence[int] = (1, 2, 6, 2),
        strides: Sequence[int] = (2, 2, 2, 1),
        group_width: int = 16,
    ) -> None:
        super().__init__()
        stem = _conv_norm(3, stem_width, 3, 2)
        self.stem = nn.Sequential(*stem, nn.ReLU())
        stages, inputs = [], stem_width
        for width, depth, stride in zip(widths, depths, strides, strict=True):
            blocks = []
            for i in range(depth):
                blocks.append(XBlock(inputs, width, stride if i == 0 else 1, group_width))
                inputs = width
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.Sequential(*stages)
        self.fc = nn.Linear(inputs, n_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def features(self, x: Tensor) -> Tensor:
        """Last feature map.

        Parameters
        ----------
        x : Tensor, shape (B, 3, H, W), float32, normalised as the card says

        Returns
        -------
        Tensor, shape (B, K, ceil(H / 16), ceil(W / 16)), float32, >= 0
        """
        return self.stages(self.stem(x))

    def forward(self, x: Tensor) -> Tensor:
        """Logits, shape (B, n_classes), of normalised pictures, shape (B, 3, H, W)."""
        return self.fc(self.features(x).mean(dim=(2, 3)))
