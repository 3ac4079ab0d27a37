"""The card of the built-in heatmap network: what it saw, what it was measured to do, where it fails."""

import math
from typing import Any

import torch

from tools.heatmap_basis import MEAN, STD
from tplab_gui.nets.heatmap import STRIDE_PX

_HELD_OUT = {
    "held-out": (
        "stage 2: trained without balls_ and heysalad_ photographs, five kinds of ball and every third ImageNet "
        "photograph; judged on those"
    ),
    "final": (
        "stage 3 (this file): trained with all but heysalad_ and every eighth negative; judged on those 23 and 168. It "
        "flatters: balls_, now seen, is of the same repository, and the threshold was set on these very negatives"
    ),
    "basis": "stage 1: share of Tiny ImageNet validation pictures named rightly (64 x 64)",
}


def card_fields(
    names: list[str],
    figures: dict[str, dict[str, float]],
    seconds: float,
    seed: int,
    size_px: int,
) -> dict[str, Any]:
    """Return the fields of the card that `weights.save` does not know itself.

    The threshold keeps 95.5 % of the negatives calm that the last stage kept back.
    """
    threshold = figures[list(figures)[-1]]["threshold_logit"]
    return {
        "version": "1",
        "title": "Built-in heatmap network: tennis ball, eleven other balls and the Tiny ImageNet classes",
        "architecture": {
            "class": "HeatmapNet",
            "n_classes": len(names),
            "stem_width": 32,
            "widths": [32, 96, 192, 256],
            "depths": [1, 2, 6, 2],
            "strides": [2, 2, 2, 1],
            "group_width": 16,
        },
        "input": {
            "way": "fit",
            "size_px": size_px,
            "multiple_px": STRIDE_PX,
            "mean": list(MEAN),
            "std": list(STD),
            "text": f"RGB, short side {size_px} px, aspect kept to a multiple of {STRIDE_PX} px, normalised",
        },
        "classes": names,
        "scores": "p(tennis ball) = sigmoid(logit / temperature); the others share the rest by softmax",
        "temperature": 1.0,
        "threshold": {"tennis ball": round(1 / (1 + math.exp(-threshold)), 4)},
        "data": [
            "tennis_ball (676 photographs of three public repositories)",
            "other_balls (495)",
            "imagenet_samples (842)",
            "tiny_imagenet (24,000 of 64 x 64)",
            "composites and rendered balls made from these by tools/heatmap_scenes.py",
        ],
        "seed": seed,
        "command": f"python -m tools.train_heatmap --data DIR --out models --seed {seed} --work DIR",
        "trained_on": {
            "torch": torch.__version__.split("+")[0],
            "threads": 1,
            "precision": "bfloat16 products, float32 sums and weights",
        },
        "seconds": round(seconds),
        "accuracy": {name: {"what": _HELD_OUT[name], **values} for name, values in figures.items()},
        "limits": [
            "Balls under a tenth of the short side are often missed.",
            "Old grey, blue, red or pink tennis balls are mostly missed: the felt's yellow-green is part of it.",
            "Round yellow-green things (limes, lemons, lids, lamps) can be taken for a tennis ball.",
            "Of the lab's own twelve sample pictures it takes the lemon for a ball.",
            "The other 209 classes were learned from 64 x 64 pictures; most answers among them are wrong.",
        ],
        "licence_note": (
            "Trained on photographs of which most come from public repositories that state no licence; "
            "none of them is in this file or shipped."
        ),
    }
