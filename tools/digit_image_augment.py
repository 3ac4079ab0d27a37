"""Batches of digit images bent a little, on tensors: turn, slant, size, place, elastic warp, thinner and thicker ink.

Elastic distortions: Simard, Steinkraus, Platt, "Best practices for convolutional neural networks applied to visual
document analysis", ICDAR 2003; the field here is a coarse 5 x 5 grid of displacements, smoothly enlarged.
"""

import torch
from torch import Tensor
from torch.nn import functional


def bent(images: Tensor, strength: Tensor, random: torch.Generator) -> Tensor:
    """Vary each image of a batch.

    Parameters
    ----------
    images : Tensor, shape (B, 1, 28, 28), float32, in [0, 1]
    strength : Tensor, shape (B,), 0 leaves an image as it is, 1 is the full range
    random : torch.Generator

    Returns
    -------
    Tensor, shape (B, 1, 28, 28), float32, in [0, 1]

    """
    n = len(images)

    def normal(*shape: int) -> Tensor:
        return torch.randn(n, *shape, generator=random) * strength.view(n, *[1] * len(shape))

    turn, slant = 0.11 * normal(), 0.13 * normal()
    width, height = torch.exp(0.07 * normal()), torch.exp(0.07 * normal())
    cosine, sine = torch.cos(turn), torch.sin(turn)
    matrix = torch.stack(
        [
            torch.stack([cosine * width, slant - sine, 0.045 * normal()], dim=1),
            torch.stack([sine, cosine * height, 0.045 * normal()], dim=1),
        ],
        dim=1,
    )  # (B, 2, 3)
    grid = functional.affine_grid(matrix, list(images.shape), align_corners=False)
    warp = functional.interpolate(
        0.045 * normal(2, 5, 5), images.shape[-2:], mode="bicubic", align_corners=True
    )
    moved = functional.grid_sample(images, grid + warp.permute(0, 2, 3, 1), align_corners=False)
    return _other_pen(moved, strength, random)


def _other_pen(images: Tensor, strength: Tensor, random: torch.Generator) -> Tensor:
    """Blend with the dilated or the eroded image: ink up to about a pixel wider, or half a pixel thinner."""
    share = torch.rand(len(images), generator=random) * strength
    wider = torch.rand(len(images), generator=random) < 0.5
    dilated = functional.max_pool2d(images, 3, stride=1, padding=1)
    eroded = -functional.max_pool2d(-images, 3, stride=1, padding=1)
    target = torch.where(wider.view(-1, 1, 1, 1), dilated, eroded)
    amount = torch.where(wider, 0.5 * share, 0.35 * share).view(-1, 1, 1, 1)
    return torch.lerp(images, target, amount).clamp(0, 1)
