"""Accuracy of every strategy as the image fades and the sound drowns, and when one half is lost altogether.

Both maps are grids of measured cells: damage of the image down, noise on the sound across. Each damaged half is encoded
once and then meets every damage of the other half (`fusion.study`).
"""

from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import Disturbance, Extreme, RobustnessMap, RobustnessRead, StudyStep
from tplab_gui.core.fusion_plan import FusionAsked
from tplab_gui.core.studies.strategies import FUSED, NAMES, SINGLE
from tplab_gui.fusion import study
from tplab_gui.fusion.study import Half
from tplab_gui.fusion.study_intervals import accuracy_interval, difference_interval
from tplab_gui.fusion.study_runs import Bench, benches

SIGMAS = (0.0, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0)
HIDDEN = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
SNRS_DB = (40.0, 20.0, 10.0, 5.0, 0.0, -5.0, -10.0, -15.0)
DAMAGES = {
    "noise": tuple(Disturbance(sigma=each) for each in SIGMAS),
    "hidden": tuple(Disturbance(hidden=each) for each in HIDDEN),
}
SEVERITIES = {"noise": SIGMAS, "hidden": HIDDEN}
SOUNDS = tuple(Disturbance(snr_db=each) for each in SNRS_DB)
EXTREMES = {
    ("image", "absent"): Disturbance(absent="image"),
    ("audio", "absent"): Disturbance(absent="audio"),
    ("image", "noise"): Disturbance(pure="image"),
    ("audio", "noise"): Disturbance(pure="audio"),
}
MOST_LOST = 0.01  # of accuracy, that a fused answer may lose against the half that is left

Right = dict[str, NDArray[np.bool_]]
Cells = dict[tuple[object, ...], Right]  # (damage, row, column) or (lost, how)


def robustness(asked: FusionAsked) -> Iterator[object]:
    """Yield `StudyStep` and one `RobustnessRead` of kept runs; raises as `study_runs.benches`."""
    group, made = yield from benches(asked)
    total = sum(map(len, DAMAGES.values())) + 1
    measured: list[Cells] = []
    for place, bench in enumerate(made):
        measured.append((yield from _cells(bench, place * total, len(made) * total)))
    clips = [bench.clips for bench in made]
    best = _best_fusion(measured)
    yield RobustnessRead(
        group.about.key,
        tuple(_map(damage, measured, clips) for damage in DAMAGES),
        extremes := tuple(_extreme(*which, measured, clips) for which in EXTREMES),
        tuple(bench.seed for bench in made),
        len(made[0].labels),
        best,
        worse := _worse_cells(measured, clips, best),
        _sentences(extremes, worse, best),
    )


def _cells(bench: Bench, done: int, total: int) -> Generator[object, None, Cells]:
    """Return which pairs every strategy names rightly in every cell and extreme of one seed."""
    networks, examples = bench.networks, bench.test
    sounds = []
    for disturbance in SOUNDS:
        sounds.append((yield from study.sound_half(networks, examples, disturbance, bench.seed)))
    found: Cells = {}
    for damage, disturbances in DAMAGES.items():
        for row, disturbance in enumerate(disturbances):
            done += 1
            yield StudyStep("answers", done, total, seed=bench.seed)
            image = yield from study.image_half(networks, examples, disturbance, bench.seed)
            for column, sound in enumerate(sounds):
                found[damage, row, column] = _right(bench, image, sound)
                yield Tick()
    for which, disturbance in EXTREMES.items():
        image, sound = yield from study.halves(networks, examples, disturbance, bench.seed)
        found[which] = _right(bench, image, sound)
    yield StudyStep("answers", done + 1, total, seed=bench.seed)
    return found


def _right(bench: Bench, image: Half, sound: Half) -> Right:
    said = study.answers(bench.networks, image, sound, bench.calibration)
    return {name: said.right(name, bench.labels) for name in NAMES}


def _map(damage: str, measured: list[Cells], clips: list[NDArray[np.int64]]) -> RobustnessMap:
    shape = len(SEVERITIES[damage]), len(SNRS_DB)
    tables = {name: np.empty((3, *shape), np.float32) for name in NAMES}
    for name, table in tables.items():
        for row, column in np.ndindex(shape):
            right = [each[damage, row, column][name] for each in measured]
            table[:, row, column] = accuracy_interval(right, clips)
    mean, low, high = ({name: table[part] for name, table in tables.items()} for part in range(3))
    return RobustnessMap(damage, SEVERITIES[damage], SNRS_DB, mean, low, high)


def _extreme(lost: str, how: str, measured: list[Cells], clips: list[NDArray[np.int64]]) -> Extreme:
    found = {name: accuracy_interval([each[lost, how][name] for each in measured], clips) for name in NAMES}
    mean, low, high = ({name: ends[part] for name, ends in found.items()} for part in range(3))
    left = mean["audio" if lost == "image" else "image"]
    return Extreme(lost, how, mean, low, high, {name: left - each for name, each in mean.items()})


def _best_fusion(measured: list[Cells]) -> str:
    """Return the fusion that is right most often where nothing is spoilt."""
    clean = {name: np.mean([each["noise", 0, 0][name].mean() for each in measured]) for name in FUSED}
    return max(clean, key=lambda name: clean[name])


def _worse_cells(
    measured: list[Cells], clips: list[NDArray[np.int64]], best: str
) -> tuple[tuple[str, float, float], ...]:
    found = []
    for damage, severities in SEVERITIES.items():
        for row, column in np.ndindex(len(severities), len(SNRS_DB)):
            cells = [each[damage, row, column] for each in measured]
            means = {name: float(np.mean([cell[name].mean() for cell in cells])) for name in SINGLE}
            single = max(means, key=means.__getitem__)
            _, _, high = difference_interval(
                [cell[best] for cell in cells], [cell[single] for cell in cells], clips
            )
            if high < 0:
                found.append((damage, severities[row], SNRS_DB[column]))
    return tuple(found)


def _sentences(
    extremes: tuple[Extreme, ...], worse: tuple[tuple[str, float, float], ...], best: str
) -> tuple[Sentence, ...]:
    most = max(extremes, key=lambda each: each.loss[best])
    values = {"loss": 100 * most.loss[best], "most": 100 * MOST_LOST}
    said = [
        Sentence(
            "With one half lost, the best fusion of the clean pairs loses at most {loss:.1f} points against the half "
            "that is left; {most:.0f} would be bearable.",
            values,
        )
    ]
    cells = sum(map(len, SEVERITIES.values())) * len(SNRS_DB)
    if worse:
        said.append(
            Sentence(
                "In {worse:.0f} of {cells:.0f} cells it makes more errors than the better single modality there.",
                {"worse": float(len(worse)), "cells": float(cells)},
            )
        )
    else:
        said.append(
            Sentence(
                "In none of {cells:.0f} cells does it make more errors than the better single modality there.",
                {"cells": float(cells)},
            )
        )
    return tuple(said)
