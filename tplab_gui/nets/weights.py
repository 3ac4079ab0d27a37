"""Networks by name: a card (JSON) that says what it is, and weights (safetensors) that it vouches for.

The card holds the sha256 of the weights, so a file that was changed, cut or swapped is refused before it is read;
safetensors cannot run code. Nothing is ever loaded that has no card.
"""

import hashlib
import importlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import nn

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import model_search_path

# The only classes that a card may name; a card is data and must not import what it likes.
_NETWORKS = {
    "DigitImageNet": "tplab_gui.nets.digit_image",
    "DigitSoundNet": "tplab_gui.nets.digit_sound",
    "HeatmapNet": "tplab_gui.nets.heatmap",
    "Net": "tplab_gui.nets.mnist_net",
}


@dataclass(frozen=True)
class Card:
    """What a network is, where it came from and what it was measured to do."""

    name: str
    folder: Path
    fields: dict[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.fields[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Return a field, or `default` when the card does not have it."""
        return self.fields.get(key, default)

    @property
    def weights(self) -> Path:
        """Return the path of the weights that belong to this card."""
        return self.folder / f"{self.name}.safetensors"


def load_card(name: str, folder: Path | None = None) -> Card:
    """Find and read the card of network `name`, in `folder` or along the search path.

    Raises
    ------
    MissingError
        If there is no such network on this machine.
    LabError
        If the card cannot be read.

    """
    for place in [folder] if folder else model_search_path():
        path = place / f"{name}.json"
        if path.is_file():
            try:
                fields = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise LabError(
                    "The card of the network {name} cannot be read ({reason}).",
                    hint="Restore the models folder from the original copy of TP Lab.",
                    name=name,
                    reason=error,
                ) from error
            return Card(name, place, fields)
    raise MissingError(
        "The network {name} is not on this machine.",
        hint="Restore the models folder from the original copy of TP Lab, or train the network again.",
        name=name,
    )


def verify(card: Card) -> None:
    """Check the weights against the card.

    Raises
    ------
    MissingError
        If the weights are not there.
    LabError
        If their sha256 is not the card's.

    """
    if not card.weights.is_file():
        raise MissingError(
            "The weights of the network {name} are missing: {file} is not there.",
            hint="Restore the models folder from the original copy of TP Lab, or train the network again.",
            name=card.name,
            file=card.weights,
        )
    if hashlib.sha256(card.weights.read_bytes()).hexdigest() != card["sha256"]:
        raise LabError(
            "The weights of the network {name} are not the ones its card describes (the sha256 differs), "
            "so they are not used.",
            hint="Restore the models folder from the original copy of TP Lab, or train the network again.",
            name=card.name,
        )


def load(name: str, folder: Path | None = None) -> tuple[nn.Module, Card]:
    """Return the network `name`, in evaluation mode on the CPU with frozen parameters, and its card.

    Raises `LabError` as `load_card` and `verify` do, and when the weights do not fit the network.
    """
    card = load_card(name, folder)
    verify(card)
    with torch.device("meta"):  # first weights would be drawn for nothing, from a training's random numbers
        network = build(card["architecture"])
    try:
        # half precision is for the file: on a processor it would be slower, and not every operation has it
        state = {
            key: value.float() if value.is_floating_point() else value
            for key, value in safetensors.torch.load_file(card.weights).items()
        }
        network.load_state_dict(state, strict=True, assign=True)
    except (RuntimeError, ValueError, safetensors.SafetensorError) as error:
        raise LabError(
            "The weights of {name} do not fit the network its card describes.",
            hint="Restore the models folder from the original copy of TP Lab, or train the network again.",
            name=name,
        ) from error
    return network.eval().requires_grad_(requires_grad=False), card


def build(architecture: dict[str, Any]) -> nn.Module:
    """Return a fresh network from the `architecture` field of a card: the class and its arguments."""
    arguments = dict(architecture)
    kind = arguments.pop("class", None)
    if kind not in _NETWORKS:
        raise LabError(
            "This version of TP Lab has no network called {kind}.", hint="Update TP Lab.", kind=str(kind)
        )
    return getattr(importlib.import_module(_NETWORKS[kind]), kind)(**arguments)


def save(name: str, network: nn.Module, fields: dict[str, Any], folder: Path) -> Card:
    """Write weights and card of `network` into `folder`, each atomically; return the card.

    `fields` must hold `architecture`; sha256, parameter count and torch version are added here.
    """
    state = {key: value.detach().cpu().contiguous() for key, value in network.state_dict().items()}
    weights = safetensors.torch.save(state)
    complete = {
        "name": name,
        **fields,
        "parameters": sum(p.numel() for p in network.parameters()),
        "torch": torch.__version__.split("+")[0],
        "sha256": hashlib.sha256(weights).hexdigest(),
    }
    atomic.write_bytes(folder / f"{name}.safetensors", weights)
    atomic.write_text(folder / f"{name}.json", json.dumps(complete, indent=2, ensure_ascii=False) + "\n")
    return Card(name, folder, complete)
