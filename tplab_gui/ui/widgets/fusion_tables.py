"""What the fusion study found as tables (CSV): numbers exactly as they were measured."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields

import numpy as np

from tplab_gui.core.events.fusion_study import (
    ComparisonRead,
    ConflictRead,
    Diagram,
    FactorRow,
    FactorsRead,
    ReliabilityRead,
    RobustnessRead,
    StrategyRow,
)
from tplab_gui.core.studies.strategies import NAMES, strategy

_SINGLE = tuple(each.name for each in fields(StrategyRow) if each.name != "accuracies")


def comparison_csv(read: ComparisonRead) -> str:
    """Return a line a strategy: accuracy, interval, gain, verdict, parameters, time, accuracy of each seed, formula."""
    seeds = [f"accuracy_seed_{seed}" for seed in read.seeds]
    lines: list[Iterable[object]] = [(*_SINGLE, *seeds, "formula", "reference")]
    for row in read.rows:
        about = strategy(row.strategy)
        numbers = (getattr(row, name) for name in _SINGLE)
        lines.append((*numbers, *row.accuracies, about.formula, about.reference))
    return _as_csv(lines)


def robustness_csv(read: RobustnessRead) -> str:
    """Return a line a measured cell and strategy, then a line an extreme and strategy."""
    lines: list[Iterable[object]] = [
        ("damage", "severity", "snr_db", "lost", "how", "strategy", "accuracy", "low", "high")
    ]
    for seen in read.maps:
        for name in NAMES:
            for row, column in np.ndindex(len(seen.severities), len(seen.snrs_db)):
                cell = (float(table[name][row, column]) for table in (seen.accuracy, seen.low, seen.high))
                lines.append((seen.damage, seen.severities[row], seen.snrs_db[column], "", "", name, *cell))
    for each in read.extremes:
        for name in NAMES:
            ends = (each.accuracy[name], each.low[name], each.high[name])
            lines.append(("", "", "", each.lost, each.how, name, *ends))
    return _as_csv(lines)


def reliability_csv(read: ReliabilityRead) -> str:
    """Return a line a pair: what is true, what each strategy said, how sure it was, attention."""
    heads = [f"{name}_{what}" for name in read.answers for what in ("answer", "confidence")]
    lines: list[Iterable[object]] = [("pair", "truth", *heads, "attention_image", "attention_sound")]
    for pair in range(len(read)):
        said = [
            value
            for name in read.answers
            for value in (int(read.answers[name][pair]), float(read.confidences[name][pair]))
        ]
        lines.append((pair, int(read.truth[pair]), *said, *map(float, read.attention[pair])))
    return _as_csv(lines)


def conflict_csv(read: ConflictRead) -> str:
    """Return a line a strategy and cell: the shares of answers that followed the image and the sound."""
    lines: list[Iterable[object]] = [("strategy", "drawn", "said", "image", "sound", "pairs_per_seed")]
    for name in NAMES:
        for drawn, said in np.ndindex(10, 10):
            shares = float(read.image[name][drawn, said]), float(read.sound[name][drawn, said])
            lines.append((name, drawn, said, *shares, read.pairs_per_cell))
    return _as_csv(lines)


def diagrams_csv(diagrams: Iterable[Diagram]) -> str:
    """Return a line a box: what goes in and out, what it weighs."""
    lines: list[Iterable[object]] = [("strategy", "box", "takes", "gives", "parameters")]
    for each in diagrams:
        for box in each.boxes:
            takes = " + ".join("x".join(map(str, shape)) for shape in box.takes)
            lines.append((each.strategy, box.title, takes, "x".join(map(str, box.gives)), box.parameters))
    return _as_csv(lines)


def factors_csv(read: FactorsRead) -> str:
    """Return a line a setting and strategy."""
    return _as_csv([[each.name for each in fields(FactorRow)], *map(astuple, read.rows)])


def _as_csv(lines: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()
