"""The card of the built-in heatmap network: what it saw, what it was measured to do, where it fails."""

from typing import Any

import torch

from tools import heatmap_start as start
from tools.heatmap_pool import SIZE_PX
from tplab_gui.nets.heatmap import STRIDE_PX

_HELD_OUT = {
    "telephone": (
        "trained on husky_ (telephone photographs) and six kinds of other balls; judged on the photographs of other "
        "people from the web (balls_, heysalad_), five kinds of ball never seen and the other half of ImageNet"
    ),
    "web": (
        "the reverse: trained on photographs from the web, judged on the telephone photographs, where the ball is "
        "often small and far"
    ),
}


def threshold(figures: dict[str, dict[str, float]]) -> float:
    """Return the log-odds that decide in the shipped network: the mean of the two held-out networks' thresholds."""
    held_out = [figures[name]["threshold_log_odds"] for name in _HELD_OUT]
    return sum(held_out) / len(held_out)


def card_fields(
    figures: dict[str, dict[str, float]], share: float, seconds: float, seed: int, n_tennis: int, note: str
) -> dict[str, Any]:
    """Return the fields of the card that `weights.save` does not know itself."""
    return {
        "version": "2",
        "title": "Built-in heatmap network: the 1,000 classes of ImageNet, the tennis ball taught anew",
        "architecture": {"class": "HeatmapNet", "n_classes": len(start.CLASSES)},
        "input": {
            "way": "fit",
            "size_px": SIZE_PX,
            "multiple_px": STRIDE_PX,
            "mean": [start.MEAN] * 3,
            "std": [start.STD] * 3,
            "text": f"RGB, short side {SIZE_PX} px, aspect kept to a multiple of {STRIDE_PX} px, (pixel - 127) / 128",
        },
        "classes": list(start.CLASSES),
        "scores": "softmax; the bias of tennis ball was moved so that one half is its threshold",
        "temperature": 1.0,
        "threshold": {"tennis ball": 0.5},
        "bias_moved_by": round(-threshold(figures), 4),
        "starting_weights": {
            "what": "EfficientNet-Lite0 trained on ImageNet-1k",
            "package": f"{start.PACKAGE} {start.VERSION}",
            "file": start.FILE,
            "sha256": start.SHA256,
            "licence": f"{start.LICENCE}, Copyright 2020 ML Illustrated; text in models/APACHE-2.0.txt",
            "changes": (
                "batch norms folded, stages 5 to 7 and the linear layer trained further and taken at "
                f"{share:g} of the way, stored as float16"
            ),
        },
        "data": [
            f"tennis_ball ({n_tennis} photographs of three public repositories)",
            "other_balls (495)",
            "imagenet_samples (842)",
            "tiny_imagenet (24,000 of 64 x 64)",
            "composites and rendered balls made from these by tools/heatmap_scenes.py",
        ],
        "held_out": (
            "In the shipped network nothing: its figures are those of the two networks that were trained on one half "
            "of the sources and judged on the other; the threshold is the mean of theirs."
        ),
        "seed": seed,
        "command": f"python -m tools.train_heatmap --data DIR --start WHEEL --out models --seed {seed} --work DIR",
        "trained_on": {
            "torch": torch.__version__.split("+")[0],
            "threads": 1,
            "precision": "bfloat16 products, float32 sums and weights; stored as float16",
            "note": note,
        },
        "seconds": round(seconds),
        "accuracy": {name: {"what": _HELD_OUT[name], **values} for name, values in figures.items()},
        "limits": [
            "Balls under a tenth of the short side, or far away among furniture, are often missed (see web: found).",
            "A lemon is near the threshold: of the lab's samples the lemon and the far ball lie closest to it.",
            "Old grey, blue, red or pink tennis balls are mostly missed: the felt's yellow-green is part of it.",
            "Other round yellow-green things can be taken for a tennis ball.",
            "top1 is not held out: the public weights may have been trained on those very photographs.",
        ],
        "licence_note": (
            "Starts from weights under Apache-2.0 (see starting weights). Trained further on photographs of which most "
            "come from public repositories that state no licence; none of them is in this file or shipped."
        ),
    }
