"""What a hyper-parameter study says, to those who take part in it and to those who watch."""

from dataclasses import dataclass
from typing import Any

from tplab_gui.core.search import Searched


@dataclass(frozen=True, slots=True)
class StudyOpened:
    """A study is there. `settings` are those it was begun with; `trials` is the total that is wanted."""

    study: str
    storage: str
    trials: int
    search: tuple[Searched, ...]
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StudiesFound:
    """The names of the studies that a storage holds."""

    storage: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialTold:
    """A trial as it is now; a later one with the same number replaces it.

    `number` counts from 1. `state` is 'running', 'complete', 'pruned' (ended early, being worse than the others, or
    diverged), 'failed' or 'interrupted'. `value` is the best epoch's so far. `host` is the machine that carries it
    out, `run_dir` the folder of the run there.
    """

    number: int
    state: str
    value: float | None
    params: dict[str, Any]
    epoch: int
    run_dir: str = ""
    reason: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Importance:
    """How much each parameter decided the value so far; the shares, by name, add up to 1."""

    shares: dict[str, float]


@dataclass(frozen=True, slots=True)
class StudySummary:
    """A study as it stands; the last thing that who takes part hears. `running` trials go on.

    The figures of the test set are those of the best trial, measured once; None when they were not. `looks` counts
    the trials whose test figures anybody has seen in this study: the more, the less the last one proves.
    """

    study: str
    trials: int
    complete: int
    pruned: int
    failed: int
    running: int
    best: TrialTold | None
    test_loss: float | None = None
    test_accuracy: float | None = None
    looks: int = 0
