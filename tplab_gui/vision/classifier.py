"""A classifier with all that belongs to it: its input made from a picture, its classes, its thresholds."""

import difflib
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import torch
from torch import Tensor, nn

from tplab_gui.core.errors import LabError
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
    is_ink: bool = False  # one channel, the ink bright: a picture on bright paper is turned over


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
        pixels = resample(rgb, frame, cubic=p.is_cubic)
        seen = torch.from_numpy((as_ink(pixels) if p.is_ink else pixels).copy()).permute(2, 0, 1)[None]
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
        channels = 1 if p.is_ink else 3
        x = torch.randn(1, channels, p.size_px, p.size_px, generator=torch.Generator().manual_seed(0))
        return ending(self.network, x)


def as_ink(rgb: np.ndarray) -> np.ndarray:
    """Return uint8 (h, w, 1) with ink at 255 on paper at 0, from RGB (h, w, 3): dark on bright is turned over."""
    grey = rgb.astype(np.float32).mean(axis=2, keepdims=True)
    if np.median(grey) > 127:
        grey = 255 - grey
    low, high = float(grey.min()), float(grey.max())
    if high - low < 32:  # nothing is written there: noise is not to be made ink
        return np.zeros(grey.shape, np.uint8)
    return np.round((grey - low) * (255 / (high - low))).astype(np.uint8)


def _softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
