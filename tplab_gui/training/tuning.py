"""A hyper-parameter study: one run after another, each with the parameters that Optuna proposes.

Each trial is an ordinary run directory. It is judged by its best epoch on a part of the train set that was held back
(`validation`), and ended early when its best so far is worse than the median of the others at the same epoch. The test
set is measured once, at the end, with the weights of the best trial.

The proposals come from the tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011). Its random draws are named
by the seed of the study and the number of the trial, so a study of one process can be repeated, and processes that
join never draw the same values.
"""

import contextlib
import logging
import os
from collections.abc import Generator
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice, Tick, Waiting
from tplab_gui.core.events.tuning import Importance, StudySummary
from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams
from tplab_gui.core.search import StudyRequest
from tplab_gui.training import study as studies
from tplab_gui.training.batches import seed_of
from tplab_gui.training.final_test import figures_of
from tplab_gui.training.trial_run import BEAT_S, STARTUP_TRIALS, TrialRun
from tplab_gui.training.trials import Watch, beat, sign, told

if TYPE_CHECKING:
    import optuna

_NICENESS = 10
_MOST_REFUSED = 3  # trials in a row that could not begin
_log = logging.getLogger(__name__)


def tune(request: StudyRequest) -> Generator[object, None, None]:
    """Begin a study or join it, and carry out trials until it has as many as it wants.

    Closing the generator, or an interrupt, marks the trial under way as interrupted and keeps its whole epochs.

    Yields
    ------
    Waiting, StudyOpened, TrialTold (of every process's trials), Notice, Importance, StudySummary, and Tick

    Raises
    ------
    MissingError
        If Optuna, the data or the device is missing.
    LabError
        If the storage cannot serve, the request contradicts the study, or a run fails; the study is kept.

    """
    yield Waiting("study")
    study = studies.begin_or_join(request)
    yield studies.opened(study, request.storage)
    work = _Work(request, study, Watch(study))
    yield from work.trials()
    yield from summary(study, work.watch)


def tune_behind(request: StudyRequest) -> Generator[object, None, None]:
    """Carry out a study in a process that gives way to the others: a window beside it stays fluid."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    return (yield from tune(request))


def summary(
    study: "optuna.Study", watch: Watch, *, may_measure: bool = True
) -> Generator[object, None, None]:
    """Yield what can be said of a study as it stands: news of trials, importance, summary with the test figures."""
    yield from watch.news()
    importance = _importance(study)
    if importance is not None:
        yield importance
    states = [told(study, trial).state for trial in watch.trials()]
    best = _best(study)
    figures: dict[str, Any] = {}
    if best is not None and "running" not in states:
        yield Waiting("test")
        figures, notice = figures_of(study, best, may_measure=may_measure)
        if notice is not None:
            yield Notice(notice, "warning", "study-test")
    yield StudySummary(
        study=study.study_name,
        trials=studies.wanted(study),
        complete=states.count("complete"),
        pruned=states.count("pruned"),
        failed=states.count("failed") + states.count("interrupted"),
        running=states.count("running"),
        best=None if best is None else told(study, best),
        **figures,
    )


def follow(where: str, name: str) -> Generator[object, None, None]:
    """Show a study without taking part in it, until it is closed; events as `tune`. Raises `LabError` as `load`."""
    yield Waiting("study")
    study = studies.load(where, name)
    yield studies.opened(study, where)
    watch = Watch(study)
    looked_s = -BEAT_S
    while True:
        if monotonic() - looked_s > BEAT_S / 5:
            looked_s = monotonic()
            changed = list(watch.news())
            if changed:
                yield from changed
                yield from summary(study, watch, may_measure=False)
        yield Tick()


@dataclass
class _Work:
    """The trials that this process carries out."""

    request: StudyRequest
    study: "optuna.Study"
    watch: Watch

    def trials(self) -> Generator[object, None, None]:
        """Begin one trial after another while there are too few."""
        refused = 0
        while True:
            self.watch.give_up_the_dead()
            yield from self.watch.news()
            if len(self.watch.live()) >= studies.wanted(self.study):
                return
            trial = self._asked()
            if trial is None:
                return
            refused = (yield from self._carry_out(trial)) and refused + 1
            if refused >= _MOST_REFUSED:
                raise LabError(
                    "{n} trials in a row could not begin: {reason}",
                    hint="Narrow the ranges that are searched.",
                    n=refused,
                    reason=told(self.study, self.study.get_trials(deepcopy=False)[trial.number]).reason,
                )

    def _asked(self) -> "optuna.Trial | None":
        """Return a new trial; None when others have begun the last ones at the same moment."""
        import optuna

        trial = self.study.ask()
        sign(trial)
        beat(trial)
        before = [each for each in self.watch.live() if each.number < trial.number]
        if len(before) >= studies.wanted(self.study):
            trial.set_user_attr("surplus", value=True)
            self.study.tell(trial, state=optuna.trial.TrialState.FAIL)
            return None
        return trial

    def _params(self, trial: "optuna.Trial") -> TrainParams:
        import optuna

        settings = studies.settings_of(self.study)
        # Named by the number, which is known only now; the values are drawn when they are suggested.
        seed = seed_of(settings["seed"], trial.number, "study") % 2**32
        self.study.sampler = optuna.samplers.TPESampler(seed=seed, n_startup_trials=STARTUP_TRIALS)
        drawn: dict[str, Any] = {}
        for each in studies.searched(self.study):
            if each.choices:
                drawn[each.name] = trial.suggest_categorical(each.name, each.choices)
            elif each.is_whole:
                drawn[each.name] = trial.suggest_int(
                    each.name, int(each.low), int(each.high), log=each.is_log
                )
            else:
                drawn[each.name] = trial.suggest_float(each.name, each.low, each.high, log=each.is_log)
        same = {name: settings[name] for name in ("setup", "data", "epochs", "limit", "seed", "validation")}
        mine = {"device": self.request.device, "threads": self.request.threads}
        given = {**settings["fixed"], **same, **mine, **drawn}
        return find(settings["experiment"]).params(self.request.run_root, **given)

    def _carry_out(self, trial: "optuna.Trial") -> Generator[object, None, bool]:
        """Train one run; return whether it could not even begin."""
        import optuna

        run = TrialRun(trial, self.study, self.watch)
        states = optuna.trial.TrialState
        try:
            yield from run.learn(self._params(trial))
            if run.is_pruned or run.best is None:
                trial.set_user_attr("reason", "worse" if run.is_pruned else "diverged")
                self.study.tell(trial, state=states.PRUNED, skip_if_finished=True)
            else:
                self.study.tell(trial, run.best, skip_if_finished=True)
        except optuna.exceptions.UpdateFinishedTrialError:
            yield Notice(_given_up(trial.number + 1), "warning", "study-given-up")
        except BaseException as error:
            is_stop = isinstance(error, GeneratorExit | KeyboardInterrupt | SystemExit)
            with contextlib.suppress(optuna.exceptions.UpdateFinishedTrialError, ValueError):
                trial.set_user_attr("reason", "interrupted" if is_stop else str(error))
                self.study.tell(trial, state=states.FAIL)
            if not isinstance(error, LabError) or isinstance(error, MissingError) or run.has_started:
                raise
            _log.info("trial %d could not begin: %s", trial.number + 1, error)
            return True
        return False


def _best(study: "optuna.Study") -> "optuna.trial.FrozenTrial | None":
    try:
        return study.best_trial
    except ValueError:  # none is complete
        return None


def _importance(study: "optuna.Study") -> Importance | None:
    """Return what decided the value: by how much the better half of the trials differs from all (PED-ANOVA)."""
    import optuna

    complete = [t for t in study.get_trials(deepcopy=False) if t.state.name == "COMPLETE"]
    if len(complete) < 2 * STARTUP_TRIALS or len(studies.searched(study)) < 2:
        return None
    try:
        return Importance({k: float(v) for k, v in optuna.importance.get_param_importances(study).items()})
    except (ValueError, RuntimeError, ZeroDivisionError) as error:
        _log.info("no importance: %s", error)
        return None


def _given_up(number: int) -> LabError:
    return LabError(
        "Trial {number} was given up by the others, because this computer said nothing for too long (did it sleep?).",
        hint="Its run is kept; the study goes on.",
        number=number,
    )
