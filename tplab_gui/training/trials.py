"""The trials of a study: who carries each out, what is to be said of it, and which are given up.

Optuna's own heartbeat serves databases only, so a trial's process says 'beat' in the trial itself. A watcher never
compares clocks of two machines: a trial is given up when its beat has not changed for `GRACE_S` of the watcher's own
clock, or at once when its process ran on this machine and is gone.
"""

import contextlib
import logging
import os
import platform
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psutil

from tplab_gui.core.events.tuning import TrialTold

if TYPE_CHECKING:
    import optuna

GRACE_S = 120.0
_BY, _BEAT = "by", "beat"
_SAME_S = 2.0  # two processes of one number cannot begin within that time
_log = logging.getLogger(__name__)


@dataclass
class Watch:
    """What one process has seen of a study's trials."""

    study: "optuna.Study"
    _told: dict[int, TrialTold] = field(default_factory=dict)
    _beats: dict[int, tuple[Any, float]] = field(default_factory=dict)

    def trials(self) -> "list[optuna.trial.FrozenTrial]":
        """Return all trials that count, oldest first; those begun beyond the total do not."""
        return [t for t in self.study.get_trials(deepcopy=False) if not t.user_attrs.get("surplus")]

    def news(self) -> Iterator[TrialTold]:
        """Yield the trials that have changed since the last look."""
        for trial in self.trials():
            now = told(self.study, trial)
            if self._told.get(trial.number) != now:
                self._told[trial.number] = now
                yield now

    def live(self) -> "list[optuna.trial.FrozenTrial]":
        """Return the trials that were carried out or are under way."""
        return [t for t in self.trials() if t.state.name in {"COMPLETE", "PRUNED", "RUNNING"}]

    def give_up_the_dead(self, mine: int | None = None) -> None:
        """Mark the trials as failed whose process is gone; `mine` is the number of this process's own."""
        import optuna

        for trial in self.trials():
            if trial.state.name == "RUNNING" and trial.number != mine and self._is_dead(trial):
                _log.warning(
                    "trial %d of %s is given up: its process is gone", trial.number + 1, self.study.study_name
                )
                with contextlib.suppress(optuna.exceptions.UpdateFinishedTrialError, ValueError):
                    self.study.tell(trial.number, state=optuna.trial.TrialState.FAIL)

    def _is_dead(self, trial: "optuna.trial.FrozenTrial") -> bool:
        by, beat = trial.user_attrs.get(_BY), trial.user_attrs.get(_BEAT)
        if by and by["host"] == platform.node() and not _is_alive(by):
            return True
        seen, since = self._beats.get(trial.number, (None, time.monotonic()))
        if (beat, len(trial.intermediate_values)) != seen:
            seen, since = (beat, len(trial.intermediate_values)), time.monotonic()
        self._beats[trial.number] = seen, since
        return time.monotonic() - since > GRACE_S


def told(study: "optuna.Study", trial: "optuna.trial.FrozenTrial") -> TrialTold:
    """Return what is to be said of a trial."""
    reached = [value for value in trial.intermediate_values.values() if value == value]  # noqa: PLR0124  not NaN
    best = (max if study.direction.name == "MAXIMIZE" else min)(reached, default=None)
    reason = trial.user_attrs.get("reason", "")
    states = {"COMPLETE": "complete", "PRUNED": "pruned", "FAIL": "failed"}
    state = "interrupted" if reason == "interrupted" else states.get(trial.state.name, "running")
    return TrialTold(
        number=trial.number + 1,
        state=state,
        value=best,
        params=dict(trial.params),
        epoch=max(trial.intermediate_values, default=0),
        run_dir=trial.user_attrs.get("run", ""),
        reason=reason,
        host=trial.user_attrs.get(_BY, {}).get("host", ""),
    )


def sign(trial: "optuna.Trial") -> None:
    """Write into a trial who carries it out."""
    process = psutil.Process()
    by = {"host": platform.node(), "pid": process.pid, "since": process.create_time()}
    trial.set_user_attr(_BY, by)


def beat(trial: "optuna.Trial") -> None:
    """Say that the trial is still being carried out."""
    trial.set_user_attr(_BEAT, time.time())


def _is_alive(by: dict[str, Any]) -> bool:
    if by["pid"] == os.getpid():
        return True
    try:
        return abs(psutil.Process(by["pid"]).create_time() - by["since"]) < _SAME_S
    except psutil.Error:
        return False
