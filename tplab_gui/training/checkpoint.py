"""What a resume needs, in one file that is replaced in one step: weights, optimiser, and where the run stood.

A safetensors file with a JSON text and a sha256 in its header: it cannot run code, a cut or edited one is refused,
and there is no second file that could be older or newer. Random numbers need no saving: every epoch names its own
streams (`batches.seed_of`).
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
import torch
from torch import nn

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError


def save(path: Path, network: nn.Module, optimiser: torch.optim.Optimizer, info: dict[str, Any]) -> None:
    """Write the checkpoint atomically; `info` is plain JSON. Raises `LabError` on a full disk."""
    tensors = {f"network.{key}": _plain(value) for key, value in network.state_dict().items()}
    for index, values in optimiser.state_dict()["state"].items():
        tensors |= {f"optimiser.{index}.{key}": _plain(value) for key, value in values.items()}
    text = json.dumps(info)
    header = {"info": text, "sha256": _digest(tensors, text)}
    atomic.write_bytes(path, safetensors.torch.save(tensors, metadata=header))


def load(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    """Return the tensors and the `info` of a checkpoint.

    Raises
    ------
    LabError
        If it is missing, cut, changed or not a checkpoint.

    """
    try:
        with safetensors.safe_open(path, framework="pt") as stored:
            header = stored.metadata() or {}
            tensors = {key: stored.get_tensor(key) for key in stored.keys()}  # noqa: SIM118  not a dict
        if header.get("sha256") != _digest(tensors, header.get("info", "")):
            raise ValueError("the sha256 differs")
        return tensors, json.loads(header["info"])
    except (OSError, ValueError, KeyError, safetensors.SafetensorError) as error:
        raise _damaged(path, error) from error


def info_of(path: Path) -> dict[str, Any]:
    """Return the `info` of a checkpoint without reading its tensors; raises `LabError` as `load` does."""
    try:
        with safetensors.safe_open(path, framework="pt") as stored:
            found: dict[str, Any] = json.loads((stored.metadata() or {})["info"])
            return found
    except (OSError, ValueError, KeyError, safetensors.SafetensorError) as error:
        raise _damaged(path, error) from error


def restore(tensors: dict[str, torch.Tensor], network: nn.Module, optimiser: torch.optim.Optimizer) -> None:
    """Put a loaded checkpoint back; the optimiser's tensors take the memory layout of their parameters."""
    network.load_state_dict(_under("network.", tensors), strict=True)
    parameters = [p for group in optimiser.param_groups for p in group["params"]]
    state: dict[int, dict[str, torch.Tensor]] = {}
    for key, value in _under("optimiser.", tensors).items():
        index, name = key.split(".", 1)
        like = parameters[int(index)]
        kept = torch.empty_like(like).copy_(value) if value.shape == like.shape else value
        state.setdefault(int(index), {})[name] = kept
    optimiser.load_state_dict({"state": state, "param_groups": optimiser.state_dict()["param_groups"]})


def _damaged(path: Path, error: Exception) -> LabError:
    return LabError(
        "The run in {folder} cannot be continued: its saved state is missing or damaged ({reason}).",
        hint="Its curves and weights can still be read; start a new run to learn further.",
        folder=path.parent.parent,
        reason=error,
    )


def _under(prefix: str, tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}


def _plain(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.detach().cpu().contiguous()


def _digest(tensors: dict[str, torch.Tensor], text: str) -> str:
    digest = hashlib.sha256(text.encode())
    for key in sorted(tensors):
        digest.update(key.encode())
        digest.update(tensors[key].numpy().tobytes())
    return digest.hexdigest()
