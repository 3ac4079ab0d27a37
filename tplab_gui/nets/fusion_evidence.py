"""What each half of a pair adds to the answer of a joint network, and where in the half it stands.

The last layer of both joint networks is linear, so a digit's logit less the mean of all logits is a sum: what the image
adds, what the sound adds, and a constant. Within a half, from the encoder's last maps to there everything is piecewise
linear: gradient times activation (HiResCAM: Draelos and Carin, arXiv:2011.08891) spreads the half's part over the maps
exactly, up to the constant of its linear piece. The recurrent encoder is not, and has no maps: for it the same product
is taken at the spectrogram, and says no more than where a small change would be felt.
"""

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from tplab_gui.nets.fusion import EMBEDDING, JointAttention, JointConcat


def contributions(
    network: JointConcat | JointAttention, image: Tensor, sound: Tensor, present: Tensor, digits: Tensor
) -> Tensor:
    """Return what image and sound add to the logit of `digits` less the mean of all, float32 (B, 2).

    Parameters
    ----------
    image, sound : float32 (B, EMBEDDING), of the network's own encoders
    present : float32 (B, 2)
    digits : int64 (B,)

    """
    with torch.inference_mode():
        said = [half_weights(network, image, sound, present, digits, side) for side in (0, 1)]
        return torch.stack(
            [(weights * half).sum(dim=1) for weights, half in zip(said, (image, sound), strict=True)], 1
        )


def half_weights(
    network: JointConcat | JointAttention,
    image: Tensor,
    sound: Tensor,
    present: Tensor,
    digits: Tensor,
    side: int,
) -> Tensor:
    """Return how much each value of one half's embedding counts for `digits`, float32 (B, EMBEDDING).

    `side` is 0 for the image and 1 for the sound.
    """
    above = network.fc.weight - network.fc.weight.mean(dim=0)  # (classes, width)
    if isinstance(network, JointConcat):
        return above[digits, side * EMBEDDING : (side + 1) * EMBEDDING] * present[:, side, None]
    return above[digits] * network.weights_of(image, sound, present)[:, side, None]


def heat(encoder: Any, half: Tensor, weights: Tensor) -> Tensor:
    """Return where in one half, (1, 1, h, w), the sum of `weights` (EMBEDDING,) times its embedding stands.

    Returns
    -------
    Tensor, float32, of the size of the encoder's maps
        Positive where it spoke for the digit, negative against it.

    """
    with torch.no_grad():
        maps = encoder.maps(half)
    with torch.enable_grad():
        maps = maps.detach().clone().requires_grad_()
        (gradient,) = torch.autograd.grad((encoder.read(maps)[0] * weights.detach()).sum(), maps)
    return (gradient * maps.detach()).sum(dim=1)[0]


def enlarged(found: Tensor, shape: tuple[int, int]) -> Tensor:
    """Return what spoke for the digit, enlarged to `shape` and scaled to [0, 1]; all 0 where nothing did."""
    large = functional.interpolate(
        found.clamp(min=0)[None, None], shape, mode="bilinear", align_corners=False
    )
    return large[0, 0] / large.max().clamp(min=1e-12)
