"""Torchvision's classification networks, from weight files that are already on this machine.

Nothing is downloaded here (see `weights_fetch.py`), and torchvision is imported only when one of them is asked for.
"""

import hashlib
from pathlib import Path
from typing import Any

import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import model_search_path
from tplab_gui.vision.classifier import Classifier, Preprocessing


def load_torchvision(name: str) -> Classifier:
    """Load a classification network whose weights are on this machine; raises as `load_classifier` does."""
    kind = name.partition(":")[0]
    wanted = wanted_weights(name)
    for choice in wanted:
        path = _weights_file(choice.url)
        if path:
            return _with_weights(name, kind, choice, path)
    raise MissingError(
        "The weights of {name} are not on this machine: {file} was not found.",
        hint="Put that file (from {url}) into {folder}, or use the built-in model.",
        name=name,
        file=Path(wanted[0].url).name,
        url=wanted[0].url,
        folder=model_search_path()[0],
    )


def is_known(name: str) -> bool:
    """Return whether torchvision has a classification network called `name`, whatever its version."""
    from torchvision import models

    return name.partition(":")[0] in models.list_models(module=models)


def wanted_weights(name: str) -> list[Any]:
    """Return torchvision's entries for the weights that `name` means, the preferred one first.

    Raises
    ------
    LabError
        If there is no such network or no such version.

    """
    from torchvision import models

    kind, _, version = name.partition(":")
    if kind not in models.list_models(module=models):
        raise LabError(
            "There is no network called {name}.",
            hint="Use builtin, regnet_y_400mf, or another classification network of torchvision.",
            name=name,
        )
    versions = list(models.get_model_weights(kind))
    wanted = [w for w in versions if version.casefold() in ("", w.name.rsplit("_", 1)[-1].casefold())]
    if not wanted:
        raise LabError(
            "The network {name} has no weights of version {version}.",
            hint="It has: {versions}.",
            name=kind,
            version=version,
            versions=", ".join(w.name.rsplit("_", 1)[-1].lower() for w in versions),
        )
    return wanted


def _weights_file(url: str) -> Path | None:
    for folder in model_search_path():
        path = folder / Path(url).name
        if path.is_file():
            return path
    return None


def _with_weights(name: str, kind: str, choice: Any, path: Path) -> Classifier:
    from torchvision import models

    # torchvision puts the first eight digits of the sha256 into the file's name
    promised = path.stem.rsplit("-", 1)[-1]
    if not hashlib.sha256(path.read_bytes()).hexdigest().startswith(promised):
        raise LabError(
            "The file {file} is damaged or is not what its name says (the sha256 differs), so it is not used.",
            hint="Fetch it again from {url}.",
            file=path,
            url=choice.url,
        )
    network = models.get_model(kind, weights=None)
    try:
        network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True), strict=True)
    except Exception as error:  # pickle raises what it likes, and all of it means the same to the user
        raise LabError(
            "The weights in {file} do not fit the network {name}.",
            hint="Fetch them again from {url}.",
            file=path,
            name=kind,
            url=choice.url,
        ) from error
    t = choice.transforms()
    preprocessing = Preprocessing(
        "crop",
        t.crop_size[0],
        tuple(t.mean),
        tuple(t.std),
        short_px=t.resize_size[0],
        is_cubic=t.interpolation.value == "bicubic",
    )
    network.eval().requires_grad_(requires_grad=False)
    return Classifier(name, network, tuple(choice.meta["categories"]), preprocessing)
