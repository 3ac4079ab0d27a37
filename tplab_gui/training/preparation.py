"""Everything a run needs before its first step: data on the device, network, optimiser, threads."""

import platform
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

import tplab_gui
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Waiting
from tplab_gui.core.events.training import RunStarted
from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams
from tplab_gui.training import hardware
from tplab_gui.training.batches import Material
from tplab_gui.training.experiments import recipe
from tplab_gui.training.measure import Loss
from tplab_gui.training.parallel import ALONE, Team
from tplab_gui.training.validation import hold_back

_OF_EVERY_RUN = ("experiment", "setup", "data", "epochs", "test_batch_size", "lr", "seed", "device")


@dataclass
class Task:
    """A run that is ready to begin."""

    params: TrainParams
    data: Material
    device: torch.device
    threads: int
    network: nn.Module
    optimiser: torch.optim.Optimizer
    loss: Loss
    team: Team
    learner: nn.Module  # the network, as the team learns with it

    @property
    def measured_in(self) -> int:
        """Size of the batches in which losses are measured; it matters to the report's division only."""
        is_report = self.params.division == "report"
        return self.params.batch_size if is_report else self.params.test_batch_size

    def config(self) -> dict[str, Any]:
        """Return what `config.json` says: everything needed to repeat the run."""
        params = {k: v for k, v in asdict(self.params).items() if k in _used(self.params.experiment)}
        return {
            "experiment": self.params.experiment,
            "setup": self.params.setup,
            "seed": self.params.seed,
            "params": params,
            "data": {
                "name": self.data.name,
                "sha256": self.data.sha256,
                "origin": self.data.origin,
                "train_size": len(self.data.train),
                "test_size": len(self.data.test),
                **self.data.details,
            },
            "train_eval_size": len(self.data.train_again),
            "parameters": sum(p.numel() for p in self.network.parameters()),
            "device": self.device.type,
            "threads": self.threads,
            "processes": self.team.size,
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
            data=self.data.name,
            device=self.device.type,
            threads=self.threads,
            parameters=sum(p.numel() for p in self.network.parameters()),
            epochs=self.params.epochs,
            first_epoch=first_epoch,
            batches_per_epoch=-(-len(self.data.train) // self.params.batch_size),
            train_size=len(self.data.train),
            test_size=len(self.data.test),
            experiment=self.params.experiment,
        )

    def refuse_other_data(self, config: dict[str, Any]) -> None:
        """Raise `LabError` when the run of `config` learnt from other examples than these."""
        if config["data"]["sha256"] != self.data.sha256:
            raise LabError(
                "The data set {name} has changed since this run began, so the run cannot be continued with it.",
                hint="Restore the data, or start a new run.",
                name=self.data.name,
            )


def prepare(params: TrainParams, team: Team = ALONE) -> Generator[object, None, Task]:
    """Load, arrange and build; yields `Waiting` and `Notice`, returns the `Task`. Raises `LabError` as they do."""
    find(params.experiment).refuse_other_setup(params.setup)
    how = recipe(params.experiment)
    device = hardware.choose_device(team.device or params.device)
    data = hold_back((yield from how.load(params, device)), params.validation)
    if params.batch_size > len(data.train):
        yield Notice(
            LabError(
                "A batch of {batch} is larger than the {size} examples to learn from, so each epoch is one step.",
                hint="Choose a smaller batch to learn faster.",
                batch=params.batch_size,
                size=len(data.train),
            ),
            "info",
            "batch",
        )
    yield Waiting("network")
    network = how.network(params, len(data.classes)).to(device=device, memory_format=torch.channels_last)
    threads = hardware.choose_threads(
        params.threads, network, params.batch_size, device, lambda count: how.blank(params, count)
    )
    optimiser = how.optimiser(network.parameters(), params)
    return Task(
        params, data, device, threads, network, optimiser, how.loss, team, learner=team.learner(network)
    )


def _used(experiment: str) -> set[str]:
    """Return the parameters that mean something to the experiment, of all that a run has."""
    return {*_OF_EVERY_RUN, *(each.name for each in find(experiment).parameters)}
