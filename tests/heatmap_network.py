"""A small heatmap network for tests of what surrounds it: seeded random weights, so its scores mean nothing."""

from collections.abc import Sequence
from pathlib import Path

import torch

from tplab_gui.nets import weights
from tplab_gui.nets.heatmap import HeatmapNet

CLASSES = ("tennis ball", "lemon", "orange", "zebra", "basketball", "volleyball")
THRESHOLD = 0.62


def small_sizes(widths: Sequence[int], strides: Sequence[int] = (2, 2, 2, 1)) -> dict[str, list[int]]:
    """Arguments of a `HeatmapNet` of few channels and one block per stage."""
    n = len(widths)
    return {
        "widths": list(widths),
        "depths": [1] * n,
        "strides": list(strides),
        "kernels": [3] * n,
        "expansions": [2] * n,
        "dilations": [1] * n,
    }


def small_network(
    n_classes: int, widths: Sequence[int] = (16, 16, 32, 48), head_width: int = 64
) -> HeatmapNet:
    """A network of the same kind as the built-in one, small enough for tests; for training and answering."""
    return HeatmapNet(n_classes, stem_width=16, head_width=head_width, **small_sizes(widths))


def save_random_builtin(folder: Path, seed: int = 0) -> Path:
    """Write a card and weights called `builtin` into `folder` (for TPLAB_MODELS); return the folder."""
    torch.manual_seed(seed)
    sizes = {"stem_width": 16, "head_width": 32, **small_sizes((16, 32), strides=(2, 4))}
    network = HeatmapNet(len(CLASSES), **sizes)
    torch.nn.init.normal_(network.fc.weight, std=0.5)
    fields = {
        "architecture": {"class": "HeatmapNet", "n_classes": len(CLASSES), **sizes},
        "input": {
            "way": "fit",
            "size_px": 128,
            "mean": [0.485, 0.456, 0.406],
            "std": [0.229, 0.224, 0.225],
            "multiple_px": 16,
        },
        "classes": list(CLASSES),
        "threshold": {"tennis ball": THRESHOLD},
        "temperature": 1.0,
        "own_chance": "tennis ball",
    }
    folder.mkdir(parents=True, exist_ok=True)
    weights.save("builtin", network, fields, folder)
    return folder
