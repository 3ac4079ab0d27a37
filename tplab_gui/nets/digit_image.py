"""The network that reads a 28 x 28 digit.

Six 3 x 3 convolutions with batch normalisation, then global average pooling and one linear layer: the ending that
makes a class activation map one product (Zhou et al., "Learning Deep Features for Discriminative Localization",
CVPR 2016, arXiv:1512.04150): map_c(y, x) = sum_k W[c, k] A_k(y, x), and the mean of map_c plus its bias is the logit.
"""

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

VIEWS = ((0.0, 0.5), (-5.0, 0.25), (5.0, 0.25))
"""Turned by so many degrees, and the share of that view in the answer: the same digit from another hand. The first is
the picture itself. Chosen on MNIST images and pens that were kept back, among turned and enlarged views."""


class DigitImageNet(nn.Module):
    """Digit image to logits.

    Parameters
    ----------
    widths : four int
        Channels at 28 x 28, at 14 x 14, and twice at 7 x 7.
    n_classes : int
    dropout : float
        Share of pooled features dropped while training.

    """

    def __init__(
        self, widths: Sequence[int] = (32, 64, 96, 128), n_classes: int = 10, dropout: float = 0.1
    ) -> None:
        super().__init__()
        fine, middle, coarse, last = widths
        self.features = nn.Sequential(
            *_block(1, fine, stride=1),
            *_block(fine, middle, stride=2),  # (B, middle, 14, 14)
            *_block(middle, middle, stride=1),
            *_block(middle, coarse, stride=2),  # (B, coarse, 7, 7)
            *_block(coarse, coarse, stride=1),
            *_block(coarse, last, stride=1),
        )
        self.drop = nn.Dropout(dropout)
        self.fc = nn.Linear(last, n_classes)

    def forward(self, images: Tensor) -> Tensor:
        """Read images.

        Parameters
        ----------
        images : Tensor, shape (B, 1, 28, 28), float32, in [0, 1], ink = 1

        Returns
        -------
        Tensor, shape (B, n_classes), logits

        """
        pooled = self.features(images).mean(dim=(2, 3))
        logits: Tensor = self.fc(self.drop(pooled))
        return logits

    def views_logits(self, images: Tensor) -> Tensor:
        """Read each image in every one of `VIEWS`; the answer is the mean of the logits, weighted by their shares.

        Krizhevsky, Sutskever, Hinton, "ImageNet classification with deep convolutional neural networks", NIPS 2012,
        section 4.1, average over shifted and mirrored views; a digit bears being turned a little instead.

        Parameters
        ----------
        images : Tensor, shape (B, 1, 28, 28), as in `forward`

        Returns
        -------
        Tensor, shape (B, n_classes), logits

        """
        return averaged(self(views(images)))

    def class_maps(self, images: Tensor) -> Tensor:
        """Give the class activation maps, shape (B, n_classes, 7, 7); their mean plus the bias is the logit."""
        return torch.einsum("ck,bkyx->bcyx", self.fc.weight, self.features(images))


def views(images: Tensor) -> Tensor:
    """Return every image in every one of `VIEWS`, shape (V x B, 1, 28, 28), view after view; outside is paper."""
    turned = []
    for degrees, _ in VIEWS[1:]:
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        matrix = torch.tensor([[cos, -sin, 0.0], [sin, cos, 0.0]]).expand(len(images), 2, 3)
        grid = functional.affine_grid(matrix, list(images.shape), align_corners=False)
        turned.append(functional.grid_sample(images, grid, align_corners=False))
    return torch.cat([images, *turned])


def averaged(logits: Tensor) -> Tensor:
    """Return the answer (B, n_classes) from the logits of `views`, (V x B, n_classes)."""
    shares = torch.tensor([share for _, share in VIEWS])
    return torch.einsum("v,vbc->bc", shares, logits.view(len(VIEWS), -1, logits.shape[1]))


def _block(n_in: int, n_out: int, *, stride: int) -> list[nn.Module]:
    return [
        nn.Conv2d(n_in, n_out, 3, stride=stride, padding=1, bias=False),
        nn.BatchNorm2d(n_out),
        nn.ReLU(inplace=True),
    ]
