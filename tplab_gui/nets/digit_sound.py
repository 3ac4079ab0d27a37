"""The network that hears digits: a log-mel picture of about a second in, ten logits out.

Five convolutions with batch normalisation. Frequency keeps its place to the end (a formant at 500 Hz is not one at
2 kHz), time does not: mean and maximum over time make the answer independent of where in the window the word is.
Batch normalisation: Ioffe and Szegedy, ICML 2015, arXiv:1502.03167.
"""

from itertools import pairwise

import torch
from torch import Tensor, nn


def _block(
    n_in: int, n_out: int, kernel: int | tuple[int, int], stride: tuple[int, int] = (1, 1)
) -> nn.Sequential:
    sides = (kernel, kernel) if isinstance(kernel, int) else kernel
    return nn.Sequential(
        nn.Conv2d(n_in, n_out, sides, stride, (sides[0] // 2, sides[1] // 2), bias=False),
        nn.BatchNorm2d(n_out),
        nn.ReLU(inplace=True),
    )


class DigitSoundNet(nn.Module):
    """Scores a log-mel picture.

    Parameters
    ----------
    n_mels : int, bands of the input, a multiple of 8
    widths : channels after each of the five convolutions
    n_classes : int, logits
    dropout : float, before the last layer, in training only
    """

    def __init__(
        self,
        n_mels: int = 40,
        widths: tuple[int, int, int, int, int] = (24, 40, 64, 96, 128),
        n_classes: int = 10,
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        pools = (
            (1, 2),
            (2, 2),
            (2, 1),
            (1, 2),
        )  # (frequency, time); the first convolution halves frequency itself
        layers: list[nn.Module] = [_block(1, widths[0], 5, (2, 1)), nn.MaxPool2d(pools[0])]
        for (n_in, n_out), pool in zip(pairwise(widths[:4]), pools[1:], strict=True):
            layers += [_block(n_in, n_out, 3), nn.MaxPool2d(pool)]
        # one kernel as high as the picture that is left: (B, C, n_mels / 8, t) -> (B, C', 1, t)
        high = n_mels // 8
        layers += [
            nn.Conv2d(widths[3], widths[4], (high, 3), padding=(0, 1), bias=False),
            nn.BatchNorm2d(widths[4]),
            nn.ReLU(inplace=True),
        ]
        self.features = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.fc = nn.Linear(2 * widths[4], n_classes)

    def forward(self, x: Tensor) -> Tensor:
        """(B, 1, n_mels, frames) float32 in [-1, 1] -> logits (B, n_classes)."""
        maps = self.features(x).squeeze(2)  # (B, C, t)
        pooled = torch.cat([maps.mean(dim=2), maps.amax(dim=2)], dim=1)
        logits: Tensor = self.fc(self.dropout(pooled))
        return logits
