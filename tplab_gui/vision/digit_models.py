"""The digit network of the lab and those that a user trained in it, as classifiers whose heat can be seen.

A picture becomes what they were trained on: 28 x 28, one channel, bright ink on dark paper.
"""

import json
from pathlib import Path

import safetensors.torch
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.digits import load_digit_set
from tplab_gui.nets import weights
from tplab_gui.vision.classifier import Classifier, Preprocessing

MNIST_MEAN, MNIST_STD = 0.1307, 0.3081
_SIDE_PX = 28
_EXPERIMENT = "mnist-loss"


def load_digit_model(name: str) -> Classifier:
    """Load `digit-image`, or with `run:FOLDER` the best network of a kept run of the MNIST loss study.

    Raises
    ------
    MissingError
        If it is not on this machine.
    LabError
        If the run is of another study, or its files are damaged.

    """
    if name == "digit-image":
        network, card = weights.load(name)
        prepared = Preprocessing("squash", _SIDE_PX, (0.0,), (1.0,), is_ink=True)
        return Classifier(name, network, tuple(card["classes"]), prepared, temperature=card["temperature"])
    return _of_run(name, Path(name.removeprefix("run:")))


def _of_run(name: str, folder: Path) -> Classifier:
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        experiment, asked = config["experiment"], config["params"]
        classes = tuple(map(str, config.get("data", {}).get("classes") or range(10)))
        file = (folder / "best.safetensors").read_bytes()
    except FileNotFoundError as error:
        raise MissingError(
            "There is no trained network in {folder}.", hint="Train one first.", folder=folder
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder) from error
    if experiment != _EXPERIMENT:
        raise LabError(
            "The run {folder} does not look at pictures.",
            hint="Choose a run of the MNIST loss study.",
            folder=folder.name,
        )
    architecture = {
        "class": "Net",
        "dropout_features": asked.get("dropout_features", 0.25),
        "dropout_hidden": asked.get("dropout_hidden", 0.5),
        "classes": len(classes),
    }
    try:
        with torch.device("meta"):  # first weights would be drawn from a training's random numbers
            network = weights.build(architecture)
        network.load_state_dict(safetensors.torch.load(file), strict=True, assign=True)
    except (RuntimeError, ValueError, TypeError, safetensors.SafetensorError) as error:
        raise _damaged(folder) from error
    mean, std = _scale_of(str(config.get("data", {}).get("name", "")))
    prepared = Preprocessing("squash", _SIDE_PX, (mean,), (std,), is_ink=True)
    return Classifier(name, network.eval().requires_grad_(requires_grad=False), classes, prepared)


def _scale_of(data: str) -> tuple[float, float]:
    """Mean and deviation that the run's pictures were normalised by: MNIST's, else those of its train part."""
    if data == "mnist":
        return MNIST_MEAN, MNIST_STD
    try:
        pixels = load_digit_set(data).train_images
    except LabError:  # the set is gone: MNIST's are near enough for any digits
        return MNIST_MEAN, MNIST_STD
    return float(pixels.mean()) / 255, max(float(pixels.std()) / 255, 1e-3)


def _damaged(folder: Path) -> LabError:
    return LabError(
        "The network of the run {folder} is damaged or of another kind, so it cannot look.",
        hint="Choose another run.",
        folder=folder.name,
    )
