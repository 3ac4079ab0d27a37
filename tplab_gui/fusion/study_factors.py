"""What helped, in a table: kept runs that differ in one setting only, compared in pairs.

Every two finished runs of the same network and seed whose parameters agree in all but one are a pair. Of each setting
against each other one the differences of their test accuracies are averaged: with two pairs or more Student's interval
says whether the change is more than the scatter of the seeds. Nothing is trained.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import numpy as np

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import FactorRow, FactorsRead
from tplab_gui.core.params import TrainParams
from tplab_gui.core.studies.strategies import TRAINED
from tplab_gui.training import runs

FACTORS = (
    "augment",
    "modality_dropout",
    "sound_encoder",
    "pairings",
    "more_sounds",
    "epochs",
    "lr",
    "gamma",
    "batch_size",
)
_IGNORED = {"device", "threads", "test_batch_size", "run_root", "patience"}
_WHOLE = ("finished", "early")


def factors(root: str) -> FactorsRead:
    """Return the table of all finished runs of the fusion study under `root`; no rows where no two can be compared."""
    kept = [
        run
        for run in runs.list_runs(Path(root))[0]
        if run.config.get("experiment") == "fusion" and run.state in _WHOLE and run.best is not None
    ]
    rows = []
    for factor in FACTORS:
        for (value, against, setup), changes in sorted(_changes(kept, factor).items()):
            rows.append(_row(factor, value, against, setup, changes))
    return FactorsRead(tuple(rows), len(kept), _sentences(rows))


def _changes(kept: Iterable[runs.Run], factor: str) -> dict[tuple[str, str, str], list[float]]:
    """Return the differences of accuracy by (value, the value it is compared with, network)."""
    alike: dict[tuple[object, ...], dict[str, float]] = defaultdict(dict)
    for run in kept:
        params, best = run.params(), run.best
        assert best is not None  # noqa: S101  sorted out before
        rest = tuple(
            getattr(params, f.name) for f in fields(TrainParams) if f.name not in {*_IGNORED, factor}
        )
        alike[rest][_text(getattr(params, factor))] = best.test_accuracy  # the newest counts
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    setup_at = [f.name for f in fields(TrainParams) if f.name not in {*_IGNORED, factor}].index("setup")
    for rest, by_value in alike.items():
        values = sorted(by_value)
        for place, against in enumerate(values):
            for value in values[place + 1 :]:
                change = by_value[value] - by_value[against]
                found[value, against, str(rest[setup_at])].append(change)
    return found


def _row(factor: str, value: str, against: str, setup: str, changes: list[float]) -> FactorRow:
    mean, half = float(np.mean(changes)), math.inf
    if len(changes) > 1:
        from scipy.special import stdtrit  # half a second, in the worker

        scatter = float(np.std(changes, ddof=1)) / math.sqrt(len(changes))
        half = float(stdtrit(len(changes) - 1, 0.975)) * scatter
    low, high = mean - half, mean + half
    verdict = "better" if low > 0 else "worse" if high < 0 else "open"
    return FactorRow(factor, value, against, setup, mean, low, high, len(changes), verdict)


def _sentences(rows: list[FactorRow]) -> tuple[Sentence, ...]:
    if not rows:
        return (
            Sentence(
                "No two kept runs differ in one setting only: train the study again with one setting changed.",
                {},
            ),
        )
    clear = [row for row in rows if row.verdict != "open" and row.strategy in TRAINED]
    if not clear:
        return (
            Sentence("No change is larger than the scatter of the seeds yet; more seeds would tell.", {}),
        )
    most = max(clear, key=lambda row: abs(row.change))
    return (
        Sentence(
            "The largest change that is no chance is {points:+.1f} points: {factor} {value} instead of {against}.",
            {
                "points": 100 * most.change,
                "factor": most.factor,
                "value": most.value or "-",
                "against": most.against or "-",
            },
        ),
    )


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
