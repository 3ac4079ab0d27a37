"""A classifier with all that belongs to it: its input made from a picture, its classes, its thresholds.

`load_classifier("builtin")` needs torch alone. Torchvision's networks are loaded from weight files that are
already on this machine (nothing is downloaded here), and torchvision is imported only when one of them is asked
for.
"""

import difflib
import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import model_search_path
from tplab_gui.nets import weights
from tplab_gui.vision.closed_forms import Ending, ending
from tplab_gui.vision.framing import Framing, Way, framing, resample


@dataclass(frozen=True)
class Preprocessing:
    """Size and scale of the input that a network was trained with."""

    way: Way
    size_px: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    short_px: int | None = None
    multiple_px: int = 16
    is_cubic: bool = False


@dataclass(frozen=True)
class Classifier:
    """A network that names what a picture shows.

    Attributes
    ----------
    name : str
        As the user asked for it: `builtin`, `regnet_y_400mf:v1`.
    network : Module
        In evaluation mode, on the CPU: (1, 3, h, w) float32 -> logits (1, C).
    classes : tuple of str
        English names, C of them.
    thresholds : dict
        Decision threshold of a class by its name, where the model has one.
    own_chance : int or None
        Index of a class that is decided by itself (sigmoid), the others sharing what is left (softmax); None:
        one softmax over all.
    temperature : float
        Divides the logits before they become probabilities.

    """

    name: str
    network: nn.Module
    classes: tuple[str, ...]
    preprocessing: Preprocessing
    thresholds: dict[str, float] = field(default_factory=dict)
    own_chance: int | None = None
    temperature: float = 1.0

    def target_index(self, name: str) -> int:
        """Index of the class called `name`, whatever its capitals.

        Raises
        ------
        LabError
            If there is no such class; the hint names the nearest ones.

        """
        wanted = " ".join(name.replace("_", " ").casefold().split())
        names = [c.casefold() for c in self.classes]
        if wanted in names:
            return names.index(wanted)
        near = (
            difflib.get_close_matches(wanted, names, n=3, cutoff=0.5) or [n for n in names if wanted in n][:3]
        )
        if not near:
            raise LabError(
                "The model {model} has no class called {name}.",
                hint="Choose one of its {count} classes.",
                model=self.name,
                name=name,
                count=len(names),
            )
        raise LabError(
            "The model {model} has no class called {name}.",
            hint="Did you mean: {near}?",
            model=self.name,
            name=name,
            near=", ".join(near),
        )

    def threshold(self, index: int) -> float | None:
        """Decision threshold of class `index`, a probability; None when the model has none for it."""
        return self.thresholds.get(self.classes[index])

    def preprocess(self, rgb: np.ndarray) -> tuple[Tensor, Framing]:
        """Turn a picture, uint8 (H, W, 3) RGB, into the input, float32 (1, 3, h, w), with its place in it."""
        p = self.preprocessing
        height, width = rgb.shape[:2]
        frame = framing(height, width, p.way, p.size_px, p.short_px, p.multiple_px)
        seen = torch.from_numpy(resample(rgb, frame, cubic=p.is_cubic).copy()).permute(2, 0, 1)[None]
        scale = 1 / (255 * torch.tensor(p.std))
        shift = torch.tensor(p.mean) / torch.tensor(p.std)
        return seen.float() * scale[:, None, None] - shift[:, None, None], frame

    def probabilities(self, logits: np.ndarray) -> np.ndarray:
        """Probabilities, float32 (C,), that sum to 1, of logits (C,)."""
        scaled = logits.astype(np.float64) / self.temperature
        if self.own_chance is None:
            return _softmax(scaled).astype(np.float32)
        own = 0.5 * (1 + np.tanh(scaled[self.own_chance] / 2))  # the sigmoid, without overflow
        rest = np.delete(np.arange(len(scaled)), self.own_chance)
        out = np.empty(len(scaled))
        out[self.own_chance] = own
        out[rest] = (1 - own) * _softmax(scaled[rest])
        return out.astype(np.float32)

    def scores(self, rgb: np.ndarray) -> np.ndarray:
        """Probabilities, float32 (C,), of a picture, uint8 (H, W, 3) RGB."""
        x, _ = self.preprocess(rgb)
        with torch.inference_mode():
            return self.probabilities(self.network(x)[0].numpy())

    @cached_property
    def ending(self) -> Ending:
        """Where the last feature map is, and whether the closed forms apply; found once, by one forward pass."""
        p = self.preprocessing
        x = torch.randn(1, 3, p.size_px, p.size_px, generator=torch.Generator().manual_seed(0))
        return ending(self.network, x)


def _softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


def load_classifier(name: str = "builtin", *, squash: bool = False) -> Classifier:
    """Load a classifier by name.

    Parameters
    ----------
    name : str
        `builtin`, or a torchvision classification network, with or without a weights version: `regnet_y_400mf`,
        `regnet_y_400mf:v2`, `resnet18`.
    squash : bool
        Press the whole picture into a square instead of preparing it as the weights want (remark R20).

    Raises
    ------
    MissingError
        If the weights are not on this machine.
    LabError
        If there is no such network, or its file is not what it says.

    """
    loaded = _builtin() if name == "builtin" else _torchvision(name)
    if squash:
        loaded = replace(loaded, preprocessing=replace(loaded.preprocessing, way="squash"))
    return loaded


def _builtin() -> Classifier:
    network, card = weights.load("builtin")
    given: dict[str, Any] = card["input"]
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
        own_chance=card["classes"].index("tennis ball"),
        temperature=card["temperature"],
    )


def _torchvision(name: str) -> Classifier:
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
