"""First stage of the heatmap network: learn to see on Tiny ImageNet, where no tennis ball is.

24,000 pictures of 64 x 64 are cheap (four times cheaper a piece than 128 x 128) and teach edges, textures and
objects, which the 676 photographs with a tennis ball could not.
"""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tools.heatmap_augment import cut, photometric, random_window
from tools.heatmap_data import OTHER_BALLS, Photo, Tiny

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


def to_input(pictures: np.ndarray) -> Tensor:
    """Normalise uint8 (B, H, W, 3) to float32 (B, 3, H, W), channels last in memory."""
    x = torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div_(255)
    return (x - torch.tensor(MEAN)[:, None, None]) / torch.tensor(STD)[:, None, None]


def batches(
    tiny: Tiny, balls: list[Photo], index: dict[str, int], step: int, seed: int, size: int
) -> tuple[Tensor, Tensor]:
    """Draw batch number `step`: the same for the same seed, whatever ran before."""
    rng = np.random.default_rng([seed, 0, step])
    pictures, labels = [], []
    for i in rng.integers(0, len(tiny.labels) + 8 * len(balls), size):
        if i < len(tiny.labels):
            rgb, label = tiny.images[i], int(tiny.labels[i])
        else:
            photo = balls[(i - len(tiny.labels)) % len(balls)]
            rgb, label = photo.rgb, index[photo.label or OTHER_BALLS[0]]
        window = random_window(*rgb.shape[:2], rng, (0.3, 1.0))
        pictures.append(photometric(cut(rgb, window, 64, rng.random() < 0.5), rng, 0.8))
        labels.append(label)
    return to_input(np.stack(pictures)), torch.tensor(labels)


def loss(network: torch.nn.Module, x: Tensor, labels: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Cross-entropy over every class but tennis ball (logit 0), labels smoothed by 0.1."""
    with torch.autocast("cpu", torch.bfloat16):
        logits = network(x).float()[:, 1:]
    value = functional.cross_entropy(logits, labels - 1, label_smoothing=0.1)
    return value, {"accuracy": (logits.argmax(1) == labels - 1).float().mean().item()}


@torch.inference_mode()
def accuracy(network: torch.nn.Module, tiny: Tiny, every: int = 5) -> float:
    """Share of validation pictures whose class has the largest logit (tennis ball left out)."""
    right: list[float] = []
    for chunk in _chunks(np.arange(0, len(tiny.labels), every), 100):
        logits = network(to_input(tiny.images[chunk]))[:, 1:]
        right += (logits.argmax(1).numpy() == tiny.labels[chunk] - 1).tolist()
    return float(np.mean(right))


def _chunks(indices: np.ndarray, size: int) -> Iterator[np.ndarray]:
    for start in range(0, len(indices), size):
        yield indices[start : start + size]
