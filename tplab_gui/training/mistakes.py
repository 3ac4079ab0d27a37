"""What a finished run still gets wrong: its best weights, on the very test pictures it was measured on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import safetensors
import safetensors.torch
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress, Waiting
from tplab_gui.core.events.runs import Mistake, Reviewed
from tplab_gui.core.params import TrainParams
from tplab_gui.data.digits import DigitSet, load_digit_set
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training import runs, setups
from tplab_gui.training.batches import Pictures, chosen, scale_of

MOST_SHOWN = 60
_BATCH = 250  # small, so that a stop is felt at once


def review(run_dir: str | Path) -> Iterator[object]:
    """Yield `Waiting`, `Progress`, then one `Reviewed`.

    Raises
    ------
    MissingError
        If the weights or the data are not there any more.
    LabError
        If the run is no loss study, was damaged, or its data has changed since.

    """
    run = runs.read_run(Path(run_dir))
    if run.config.get("experiment") != "mnist-loss":
        raise LabError(
            "Mistakes are shown for runs of the loss study; this one is of {experiment}.",
            hint="Choose a run that learned handwritten digits.",
            experiment=run.config.get("experiment", "?"),
        )
    params = run.params()
    network = _best(run, params)
    yield Waiting("data")
    whole = load_digit_set(params.data)
    if whole.sha256 != run.config["data"]["sha256"]:
        raise LabError(
            "The data set {name} has changed since this run learned from it, so its mistakes cannot be shown.",
            hint="Restore the data, or start a new run.",
            name=whole.name,
        )
    yield from _reviewed(run, params, network, whole)


def _reviewed(run: runs.Run, params: TrainParams, network: Net, whole: DigitSet) -> Iterator[object]:
    digits = setups.arrange(setups.find(params.setup), whole)
    which = chosen(len(digits.test_labels), params.limit)
    images, labels = digits.test_images[which], digits.test_labels[which]
    pictures = Pictures(images, labels, *scale_of(whole), torch.device("cpu"))
    classes = run.classes
    scores = np.empty((len(labels), len(classes)))
    for first in range(0, len(labels), _BATCH):
        with torch.inference_mode():
            batch, _ = pictures.take(slice(first, first + _BATCH))
            scores[first : first + _BATCH] = network(batch).double().exp().numpy()
        yield Progress(min(first + _BATCH, len(labels)), len(labels))
    truth = labels.astype(np.int64)
    guesses = scores.argmax(1)
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, (truth, guesses), 1)
    wrong = np.flatnonzero(guesses != truth)
    wrong = wrong[np.argsort(scores[wrong, truth[wrong]], kind="stable")][:MOST_SHOWN]
    worst = tuple(Mistake(int(which[i]), images[i].copy(), int(truth[i]), scores[i].copy()) for i in wrong)
    yield Reviewed(str(run.folder), confusion, worst, classes)


def _best(run: runs.Run, params: TrainParams) -> Net:
    path = run.folder / runs.BEST
    if not path.is_file():
        raise MissingError(
            "This run has no weights to look at: no epoch was finished, or they were deleted.",
            hint="Continue the run, or choose another one.",
        )
    network = setups.build(setups.find(params.setup), params, len(run.classes))
    try:
        network.load_state_dict(safetensors.torch.load_file(path), strict=True)
    except (OSError, RuntimeError, ValueError, safetensors.SafetensorError) as error:
        raise LabError(
            "The weights in {path} are damaged or belong to another network.",
            hint="Restore the file from a copy, or choose another run.",
            path=path,
        ) from error
    return network.eval()
