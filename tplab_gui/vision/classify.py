"""Classifiers by name: the built-in one, the lab's digit networks and what was trained, torchvision's.

`load_classifier("builtin")` needs torch alone. Torchvision's networks are loaded from weight files that are already on
this machine (nothing is downloaded here), and torchvision is imported only when one of them is asked for.
"""

from dataclasses import replace
from typing import Any

import torch

from tplab_gui.nets import weights
from tplab_gui.vision.classifier import Classifier, Preprocessing

__all__ = ["Classifier", "Preprocessing", "load_classifier"]


def load_classifier(name: str = "builtin", *, squash: bool = False) -> Classifier:
    """Load a classifier by name.

    Parameters
    ----------
    name : str
        `builtin`; `digit-image` or `run:FOLDER`, the lab's own digit networks and what a user trained; or a torchvision
        classification network, with or without a weights version: `regnet_y_400mf`, `regnet_y_400mf:v2`, `resnet18`.
    squash : bool
        Press the whole picture into a square instead of preparing it as the weights want (remark R20).

    Raises
    ------
    MissingError
        If the weights are not on this machine.
    LabError
        If there is no such network, or its file is not what it says.

    """
    if name == "builtin":
        loaded = _builtin()
    elif name == "digit-image" or name.startswith("run:"):
        from tplab_gui.vision.digit_models import load_digit_model

        return load_digit_model(name)
    else:
        from tplab_gui.vision.torchvision_models import load_torchvision

        loaded = load_torchvision(name)
    if squash:
        loaded = replace(loaded, preprocessing=replace(loaded.preprocessing, way="squash"))
    return loaded


def _builtin() -> Classifier:
    network, card = weights.load("builtin")
    network.to(memory_format=torch.channels_last)  # faster on a processor
    given: dict[str, Any] = card["input"]
    own = card.get("own_chance")
    return Classifier(
        "builtin",
        network,
        tuple(card["classes"]),
        Preprocessing(
            given["way"],
            given["size_px"],
            tuple(given["mean"]),
            tuple(given["std"]),
            multiple_px=given["multiple_px"],
        ),
        dict(card["threshold"]),
        own_chance=card["classes"].index(own) if own else None,
        temperature=card["temperature"],
    )
