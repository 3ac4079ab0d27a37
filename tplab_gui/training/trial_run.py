"""One trial of a study under way: a run that tells the study each epoch, and ends early when others are better."""

import contextlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunStarted
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.training import runs
from tplab_gui.training import study as studies
from tplab_gui.training.loop import fit
from tplab_gui.training.trials import Watch, beat

if TYPE_CHECKING:
    import optuna

BEAT_S = 10.0  # between two signs of life
STARTUP_TRIALS = 5  # that nothing is compared with, and that are drawn at random


@dataclass
class TrialRun:
    """One trial under way."""

    trial: "optuna.Trial"
    study: "optuna.Study"
    watch: Watch
    best: float | None = None
    is_pruned: bool = False
    has_started: bool = False
    _beaten_s: float = 0.0

    def learn(self, params: TrainParams) -> Generator[object, None, None]:
        """Train until the end, or until the others are clearly better."""
        import optuna

        settings = studies.settings_of(self.study)
        # Of trials judged by one epoch only, nothing can be said before it: a quarter of the epochs is let go by.
        pruner = optuna.pruners.MedianPruner(STARTUP_TRIALS, n_warmup_steps=max(1, params.epochs // 4))
        self.study.pruner = pruner if settings["is_pruned"] else optuna.pruners.NopPruner()
        with contextlib.closing(fit(Latest(params))) as events:
            for event in events:
                match event:
                    case RunStarted():
                        self.has_started = True
                        self._on_started(event)
                    case EpochEnd():
                        self._on_epoch(event, settings["metric"])
                        yield event
                    case BatchEnd():
                        yield Tick()
                    case _:
                        yield event
                if monotonic() - self._beaten_s > BEAT_S or isinstance(event, RunStarted | EpochEnd):
                    self._beaten_s = monotonic()
                    beat(self.trial)
                    self.watch.give_up_the_dead(mine=self.trial.number)
                    yield from self.watch.news()
                if isinstance(event, EpochEnd) and event.epoch < params.epochs and self.trial.should_prune():
                    self.is_pruned = True
                    return

    def _on_started(self, event: RunStarted) -> None:
        folder = Path(event.run_dir)
        sha256 = runs.read_run(folder).config["data"]["sha256"]
        known = self.study.user_attrs.get("sha256")
        if known is None:
            self.study.set_user_attr("sha256", sha256)
        elif known != sha256:
            raise LabError(
                "The data {name} on this computer differs from what the study {study} learns from.",
                hint="Copy the same data here, or begin a study of your own.",
                name=event.data,
                study=self.study.study_name,
            )
        self.trial.set_user_attr("run", event.run_dir)
        run_folder.rename(folder, f"{self.study.study_name} · {self.trial.number + 1}")

    def _on_epoch(self, event: EpochEnd, metric: str) -> None:
        value = event.test_accuracy if metric == "accuracy" else event.test_loss
        better = max if metric == "accuracy" else min
        self.best = value if self.best is None else better(self.best, value)
        self.trial.report(value, event.epoch)
