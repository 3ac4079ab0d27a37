"""A small heatmap network for tests of what surrounds it: seeded random weights, so its scores mean nothing."""

from pathlib import Path

import torch

from tplab_gui.nets import weights
from tplab_gui.nets.heatmap import HeatmapNet

CLASSES = ("tennis ball", "lemon", "orange", "zebra", "basketball", "volleyball")
THRESHOLD = 0.62


def save_random_builtin(folder: Path, seed: int = 0) -> Path:
    """Write a card and weights called `builtin` into `folder` (for TPLAB_MODELS); return the folder."""
    torch.manual_seed(seed)
    sizes = {"stem_width": 16, "widths": [16, 32], "depths": [1, 1], "strides": [2, 4], "group_width": 16}
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
    }
    folder.mkdir(parents=True, exist_ok=True)
    weights.save("builtin", network, fields, folder)
    return folder
