"""What a finished run still gets wrong: its best weights, on the very test pictures it was measured on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import safetensors
import safetensors.torch
import torch
from torch import nn

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress, Waiting
from tplab_gui.core.events.runs import Mistake, Reviewed
from tplab_gui.training import runs
from tplab_gui.training.batches import Material
from tplab_gui.training.experiments import recipe

MOST_SHOWN = 60
_BATCH = 250  # small, so that a stop is felt at once


def review(run_dir: str | Path) -> Iterator[object]:
    """Yield `Waiting` and what the data says while it is read, `Progress`, then one `Reviewed`.

    Raises
    ------
    MissingError
        If the weights or the data are not there any more.
    LabError
        If the run was damaged, or its data has changed since.

    """
    run = runs.read_run(Path(run_dir))
    params = run.params()
    how = recipe(params.experiment)
    network = best_network(run)
    yield Waiting("data")
    material = yield from how.load(params, torch.device("cpu"))
    if material.sha256 != run.config["data"]["sha256"]:
        raise LabError(
            "The data set {name} has changed since this run learned from it, so its mistakes cannot be shown.",
            hint="Restore the data, or start a new run.",
            name=material.name,
        )
    yield from _reviewed(run, network, material)


def best_network(run: runs.Run) -> nn.Module:
    """Return the network of a run with its best weights, in eval mode.

    Raises `MissingError` when there are none, `LabError` when they are damaged or of another network.
    """
    path = run.folder / runs.BEST
    if not path.is_file():
        raise MissingError(
            "This run has no weights to look at: no epoch was finished, or they were deleted.",
            hint="Continue the run, or choose another one.",
        )
    params = run.params()
    network = recipe(params.experiment).network(params, len(run.classes))
    try:
        network.load_state_dict(safetensors.torch.load_file(path), strict=True)
    except (OSError, RuntimeError, ValueError, safetensors.SafetensorError) as error:
        raise LabError(
            "The weights in {path} are damaged or belong to another network.",
            hint="Restore the file from a copy, or choose another run.",
            path=path,
        ) from error
    return network.eval()


def _reviewed(run: runs.Run, network: nn.Module, material: Material) -> Iterator[object]:
    classes, total = material.classes, len(material.test)
    scores, truth = np.empty((total, len(classes))), np.empty(total, np.int64)
    for first in range(0, total, _BATCH):
        part = slice(first, min(first + _BATCH, total))
        with torch.inference_mode():
            batch, labels = material.test.take(part)
            scores[part] = network(batch).double().softmax(dim=1).numpy()  # logits or log-probabilities
        truth[part] = labels.numpy()
        yield Progress(part.stop, total)
    guesses = scores.argmax(1)
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, (truth, guesses), 1)
    wrong = np.flatnonzero(guesses != truth)
    wrong = wrong[np.argsort(scores[wrong, truth[wrong]], kind="stable")][:MOST_SHOWN]
    worst = []
    for place in wrong:
        shown = material.exhibit(int(place))
        picture = shown.picture.copy()
        worst.append(Mistake(shown.number, picture, int(truth[place]), scores[place].copy(), shown.clip))
    yield Reviewed(str(run.folder), confusion, tuple(worst), classes)
