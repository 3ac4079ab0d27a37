"""Accuracy of every fusion strategy, clean and spoilt, on pictures and voices that no network has met.

    python benchmarks/fusion.py [--runs DIR] [--seeds 3] [--data builtin|mnist] [--epochs N] [--limit N] [--pairs 2000]
                                [--sound-encoder cnn|rnn] [--more-sounds NAME|DIR] [--augment full|noise|none] [--json]
                                [--card FILE.md]

Trains image, audio, early, joint-concat and joint-attention as the lab does, each seed with other voices held back,
and lets all strategies answer the same test pairs. Runs are kept in `--runs`; what lies there already is not trained
again, and what was cut off goes on. `--card` writes the figures for people.

`accuracy` is by condition and strategy, the mean over the seeds, `interval` over pairs and seeds;
`errors_of_best_fusion` the share of the better single modality's errors that the best fusion makes on clean pairs;
`lost` by extreme what each strategy loses against the modality that is left (at most 0.01 is the promise);
`worse_cells` the cells of both maps where that fusion is established to make more errors than the better single
modality there.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import torch

from tplab_gui.core.atomic import write_text
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.fusion_study import ComparisonRead, ConflictRead, RobustnessRead, StrategyTrained
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.params import TrainParams, choices_of
from tplab_gui.core.studies.strategies import FUSED, NAMES, SINGLE
from tplab_gui.fusion.comparison import compare, read_comparison
from tplab_gui.fusion.conflict import conflict
from tplab_gui.fusion.robustness import robustness
from tplab_gui.fusion.study_runs import key_of

_SETTINGS = (
    "epochs",
    "limit",
    "sound_encoder",
    "more_sounds",
    "augment",
    "modality_dropout",
    "pairings",
    "lr",
)


def main() -> None:
    """Train what is missing, measure, print."""
    options = _parsed()
    with tempfile.TemporaryDirectory() as folder:
        settings = {name: value for name in _SETTINGS if (value := getattr(options, name)) is not None}
        plan = FusionPlan(
            str(options.runs or folder), tuple(range(1, options.seeds + 1)), options.data, settings
        )
        for event in compare(plan, options.pairs):
            if isinstance(event, StrategyTrained | Notice):
                print(event, file=sys.stderr)
        figures = measured(FusionAsked(plan.run_root, key_of(plan.runs()[0]), options.pairs))
    if options.card:
        write_text(options.card, card(figures, options))
    if options.json:
        print(json.dumps(figures))
    else:
        _print(figures)


def measured(asked: FusionAsked) -> dict[str, Any]:
    """Return the figures of kept runs."""
    compared: ComparisonRead = last(read_comparison(asked))
    spoilt: RobustnessRead = last(robustness(asked))
    torn: ConflictRead = last(conflict(asked))
    accuracy = {"clean": {row.strategy: row.accuracy for row in compared.rows}}
    interval = {"clean": {row.strategy: (row.low, row.high) for row in compared.rows}}
    for each in spoilt.maps:
        for row, column in np.ndindex(len(each.severities), len(each.snrs_db)):
            name = f"{each.damage} {each.severities[row]:g}, {each.snrs_db[column]:g} dB"
            accuracy[name] = {key: table[row, column] for key, table in each.accuracy.items()}
            interval[name] = {
                key: (each.low[key][row, column], each.high[key][row, column]) for key in each.low
            }
    for extreme in spoilt.extremes:
        name = f"{extreme.lost} {extreme.how}"
        accuracy[name] = extreme.accuracy
        interval[name] = {key: (extreme.low[key], extreme.high[key]) for key in extreme.low}
    return {
        "seeds": len(compared.seeds),
        "pairs": compared.pairs,
        "clips": compared.clips,
        "voices": compared.voices,
        "accuracy": _rounded(accuracy),
        "interval": _rounded(interval),
        "gain": {row.strategy: _rounded((row.gain, row.gain_low, row.gain_high)) for row in compared.rows},
        "parameters": {row.strategy: row.parameters for row in compared.rows},
        "ms": {row.strategy: _rounded(row.ms) for row in compared.rows},
        "best_single": compared.best_single,
        "best_fusion": compared.best_fusion,
        "errors_of_best_fusion": _rounded(compared.error_ratio),
        "lost": {f"{each.lost} {each.how}": _rounded(each.loss) for each in spoilt.extremes},
        "worse_cells": spoilt.worse_cells,
        "cells": sum(each.accuracy["image"].size for each in spoilt.maps),
        "conflict": _rounded(torn.overall),
    }


def card(figures: dict[str, Any], options: argparse.Namespace) -> str:
    """Return the figures as a page for people."""
    settings = " ".join(
        f"--{name.replace('_', '-')} {_nameless(value)}"
        for name in ("data", "seeds", "pairs", *_SETTINGS)
        if (value := getattr(options, name)) is not None
    )
    intro = (
        f"Written by `python benchmarks/fusion.py {settings} --card FILE` with torch {torch.__version__}. "
        f"{figures['seeds']} seeds, each with other voices held back; {figures['pairs']} test pairs a seed of pictures "
        f"and voices that no network has met, {figures['clips']} recordings of {figures['voices']} voices in all. "
        "Intervals at 95 %, over recordings and seeds."
    )
    lines = [
        "# What fusion is worth, measured",
        "",
        intro,
        "",
        "| strategy | right, clean pairs | more than the better single one | parameters | ms a pair |",
        "|---|---|---|---|---|",
    ]
    for name in NAMES:
        mean, (low, high) = figures["accuracy"]["clean"][name], figures["interval"]["clean"][name]
        gain, least, most = (100 * each for each in figures["gain"][name])
        against = "" if name in SINGLE else f"{gain:+.2f} ({least:+.2f} to {most:+.2f}) points"
        lines.append(
            f"| {name} | {100 * mean:.2f} % ({100 * low:.1f} to {100 * high:.1f}) | {against} "
            f"| {figures['parameters'][name]:,} | {figures['ms'][name]:.1f} |"
        )
    share = 100 * (figures["errors_of_best_fusion"] or 0)
    best = figures["best_fusion"]
    cells = [cell for name, cell in figures["accuracy"].items() if name.endswith(" dB")]
    lower = [cell for cell in cells if cell[best] < max(cell[name] for name in SINGLE)]
    verdict = (
        f"The best fusion ({best}) makes {share:.0f} % of the errors of the better single modality "
        f"({figures['best_single']}). Of {figures['cells']} cells of image noise, hidden parts and sound noise, it "
        f"makes more errors than the better single modality there in {len(lower)}; established, by the interval of "
        f"the difference, is that in {len(figures['worse_cells'])}."
    )
    lines += [
        "",
        verdict,
        "",
        "Points lost against the half that is left when the other one is absent or nothing but noise:",
        "",
        "| lost | " + " | ".join(FUSED) + " |",
        "|---|" + "---|" * len(FUSED),
    ]
    for lost, by_strategy in figures["lost"].items():
        lines.append(f"| {lost} | " + " | ".join(f"{100 * by_strategy[name]:.2f}" for name in FUSED) + " |")
    lines += [
        "",
        "Image and sound in conflict (draw one digit, say another), shares that follow the image, the sound, neither:",
        "",
        "| strategy | image | sound | neither |",
        "|---|---|---|---|",
    ]
    for name in NAMES:
        shares = " | ".join(f"{100 * share:.0f} %" for share in figures["conflict"][name])
        lines.append(f"| {name} | {shares} |")
    return "\n".join(lines) + "\n"


def _nameless(value: object) -> str:
    """Return a value without the folders of this machine."""
    return "+".join("DIR" if "/" in part else part for part in str(value).split("+"))


def last(events: Iterator[object]) -> Any:
    """Return the last thing that a job says."""
    found = None
    for event in events:
        found = event
    return found


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=Path, help="where runs are kept; without it they are thrown away")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--data", default="builtin")
    parser.add_argument("--pairs", type=int, default=FusionAsked.pairs, help="test pairs asked; 0: all")
    parser.add_argument("--card", type=Path, help="a Markdown file that gets the figures")
    parser.add_argument("--json", action="store_true")
    for name in _SETTINGS:
        choices = choices_of(TrainParams, name) or None
        kind = type(getattr(TrainParams, name))
        parser.add_argument("--" + name.replace("_", "-"), type=kind, choices=choices)
    return parser.parse_args()


def _print(figures: dict[str, Any]) -> None:
    for condition, by_strategy in figures["accuracy"].items():
        shares = "  ".join(f"{name} {100 * share:5.1f}" for name, share in by_strategy.items())
        print(f"{condition:24}{shares}")
    for name, value in figures.items():
        if name not in {"accuracy", "interval"}:
            print(f"{name}: {value}")


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_rounded(each) for each in value]
    return None if value is None else round(float(value), 4)


if __name__ == "__main__":
    main()
