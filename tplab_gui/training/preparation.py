"""Everything a run needs before its first step: data on the device, network, optimiser, threads."""

import platform
from collections.abc import Generator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

import tplab_gui
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import RunStarted
from tplab_gui.core.params import TrainParams
from tplab_gui.data.digits import DigitSet, load_digit_set
from tplab_gui.training import hardware, setups
from tplab_gui.training.batches import TRAIN_EVAL_SAMPLES, Pictures, check, chosen, scale_of

EXPERIMENT = "mnist-loss"


@dataclass
class Task:
    """A run that is ready to begin."""

    params: TrainParams
    digits: DigitSet  # as the setup arranges it, limited
    scale: tuple[float, float]
    device: torch.device
    threads: int
    network: nn.Module
    optimiser: torch.optim.Optimizer
    train: Pictures
    train_again: Pictures  # what the train loss is re-measured on
    test: Pictures

    def config(self) -> dict[str, Any]:
        """Return what `config.json` says: everything needed to repeat the run."""
        params = asdict(self.params)
        del params["run_root"]
        return {
            "experiment": EXPERIMENT,
            "setup": self.params.setup,
            "seed": self.params.seed,
            "params": params,
            "data": {
                "name": self.digits.name,
                "sha256": self.digits.sha256,
                "origin": self.digits.origin,
                "train_size": len(self.train),
                "test_size": len(self.test),
                "mean": self.scale[0],
                "std": self.scale[1],
            },
            "train_eval_size": len(self.train_again),
            "parameters": sum(p.numel() for p in self.network.parameters()),
            "device": self.device.type,
            "threads": self.threads,
            "versions": {
                "tplab": tplab_gui.__version__,
                "torch": torch.__version__.split("+")[0],
                "numpy": np.__version__,
                "python": platform.python_version(),
                "machine": platform.machine(),
            },
        }

    def started(self, folder: Path, first_epoch: int) -> RunStarted:
        """Return the event that announces the run."""
        return RunStarted(
            run_dir=str(folder),
            setup=self.params.setup,
            seed=self.params.seed,
            data=self.digits.name,
            device=self.device.type,
            threads=self.threads,
            parameters=sum(p.numel() for p in self.network.parameters()),
            epochs=self.params.epochs,
            first_epoch=first_epoch,
            batches_per_epoch=-(-len(self.train) // self.params.batch_size),
            train_size=len(self.train),
            test_size=len(self.test),
        )

    def refuse_other_data(self, config: dict[str, Any]) -> None:
        """Raise `LabError` when the run of `config` learnt from other pictures than these."""
        if config["data"]["sha256"] != self.digits.sha256:
            raise LabError(
                "The data set {name} has changed since this run began, so the run cannot be continued with it.",
                hint="Restore the data, or start a new run.",
                name=self.digits.name,
            )


def prepare(params: TrainParams) -> Generator[object, None, Task]:
    """Load, arrange and build; yields `Waiting` and `Notice`, returns the `Task`. Raises `LabError` as they do."""
    setup = setups.find(params.setup)
    device = hardware.choose_device(params.device)
    whole = load_digit_set(params.data)
    scale = scale_of(whole)
    digits = _limited(setups.arrange(setup, whole), params.limit)
    check(digits)
    if params.batch_size > len(digits.train_labels):
        yield Notice(
            LabError(
                "A batch of {batch} is larger than the {size} pictures to learn from, so each epoch is one step.",
                hint="Choose a smaller batch to learn faster.",
                batch=params.batch_size,
                size=len(digits.train_labels),
            ),
            "info",
            "batch",
        )
    yield Waiting("network")
    network = setups.build(setup, params).to(device=device, memory_format=torch.channels_last)
    threads = hardware.choose_threads(params.threads, network, params.batch_size, device)
    again = chosen(len(digits.train_labels), TRAIN_EVAL_SAMPLES)
    return Task(
        params=params,
        digits=digits,
        scale=scale,
        device=device,
        threads=threads,
        network=network,
        optimiser=torch.optim.Adadelta(network.parameters(), lr=params.lr, foreach=True),
        train=Pictures(digits.train_images, digits.train_labels, *scale, device),
        train_again=Pictures(digits.train_images[again], digits.train_labels[again], *scale, device),
        test=Pictures(digits.test_images, digits.test_labels, *scale, device),
    )


def _limited(digits: DigitSet, limit: int) -> DigitSet:
    train = chosen(len(digits.train_labels), limit)
    test = chosen(len(digits.test_labels), limit)
    return replace(
        digits,
        train_images=digits.train_images[train],
        train_labels=digits.train_labels[train],
        test_images=digits.test_images[test],
        test_labels=digits.test_labels[test],
    )
