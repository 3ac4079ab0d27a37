"""What the jobs of the fusion study say, made by hand, so that a widget can be asked what it makes of it."""

import numpy as np

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import (
    Box,
    ComparisonRead,
    ConflictRead,
    Diagram,
    Disturbance,
    Extreme,
    FactorRow,
    FactorsRead,
    FusionDrawn,
    FusionGroup,
    PairEvidence,
    ReliabilityRead,
    RobustnessMap,
    RobustnessRead,
    StrategyRow,
)
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.studies.strategies import FUSED, NAMES, strategy

KEY = "made"
SEVERITIES, SNRS_DB = (0.0, 0.5, 1.0), (40.0, 10.0, -10.0)
ACCURACIES = dict(zip(NAMES, (0.90, 0.80, 0.85, 0.96, 0.975, 0.97, 0.91, 0.92), strict=True))
VERDICTS = dict(
    zip(NAMES, ("single", "single", "worse", "better", "better", "better", "open", "open"), strict=True)
)


def group(key=KEY, seeds=(1, 2), unfinished=(), **factors):
    return FusionGroup(
        key, "builtin", "builtin", seeds, unfinished, "2026-11-23T04:00:00", {"epochs": 4, **factors}
    )


def comparison(pairs=200):
    rows = tuple(
        StrategyRow(
            name,
            accuracy,
            accuracy - 0.02,
            min(1.0, accuracy + 0.015),
            (accuracy - 0.01, accuracy + 0.01),
            pairs * (1 - accuracy),
            accuracy - 0.90,
            accuracy - 0.93,
            accuracy - 0.87,
            VERDICTS[name],
            1000 * (place + 1),
            0.5 * (place + 1),
        )
        for place, (name, accuracy) in enumerate(ACCURACIES.items())
    )
    template = (
        "The gain of {gain:.1f} points is more than chance: its interval goes from {low:.1f} to {high:.1f}."
    )
    said = (Sentence(template, {"gain": 7.5, "low": 4.5, "high": 10.5}),)
    return ComparisonRead(
        KEY, rows, (1, 2), pairs, 60, 4, (0.45, 0.5), "image", "joint-attention", 0.25, said
    )


def plane(strategy_name, severities=SEVERITIES, snrs_db=SNRS_DB):
    """Accuracies that are linear in both damages between two cells, so that interpolation can be checked."""
    start = 1.0 - 0.01 * NAMES.index(strategy_name)
    rows, columns = np.array(severities)[:, None], np.array(snrs_db)[None, :]
    return (start - 0.4 * rows - 0.006 * (40 - columns)).astype(np.float32)


def robustness():
    maps = []
    for damage in ("noise", "hidden"):
        tables = {name: plane(name) for name in NAMES}
        maps.append(
            RobustnessMap(
                damage,
                SEVERITIES,
                SNRS_DB,
                tables,
                {name: table - 0.02 for name, table in tables.items()},
                {name: table + 0.02 for name, table in tables.items()},
            )
        )
    extremes = tuple(
        Extreme(
            lost,
            how,
            ACCURACIES,
            {name: each - 0.01 for name, each in ACCURACIES.items()},
            {name: min(1.0, each + 0.01) for name, each in ACCURACIES.items()},
            {name: 0.905 - each for name, each in ACCURACIES.items()},
        )
        for lost, how in (
            ("image", "absent"),
            ("audio", "absent"),
            ("image", "noise"),
            ("audio", "noise"),
        )
    )
    worse = (("noise", 1.0, -10.0),)
    said = (
        Sentence(
            "In {worse:.0f} of {cells:.0f} cells it makes more errors than the better single modality there.",
            {"worse": 1.0, "cells": 18.0},
        ),
    )
    return RobustnessRead(KEY, tuple(maps), extremes, (1, 2), 200, "joint-attention", worse, said)


def reliability(disturbance=None):
    """Eight pairs: of each two digits four, both right, only the image, only the sound, none."""
    truth = np.array([3, 3, 3, 3, 7, 7, 7, 7])
    image = np.array([3, 3, 8, 8, 7, 7, 1, 1])
    sound = np.array([3, 5, 3, 5, 7, 9, 7, 9])
    answers = {"image": image, "audio": sound}
    answers |= {name: np.where(image == truth, image, sound) for name in FUSED}
    sure = np.linspace(0.3, 0.99, 8, dtype=np.float32)
    return ReliabilityRead(
        KEY,
        1,
        disturbance or Disturbance(),
        truth,
        image,
        sure,
        sound,
        sure[::-1].copy(),
        answers,
        dict.fromkeys(answers, sure),
        np.full((8, 2), 0.5, np.float32),
        np.full(8, 0.5, np.float32),
        {"both": 2, "image": 2, "sound": 2, "neither": 2},
        dict.fromkeys(FUSED, 4),
        dict.fromkeys(FUSED, 0),
        (Sentence("The image is more reliable most clearly for {digit:.0f}: {lead:.0f} points ahead of the sound.",
                  {"digit": 3.0, "lead": 25.0}),),
    )  # fmt: skip


def pair(index=1):
    scores = {name: np.full(10, 0.02, np.float32) for name in NAMES}
    for name in NAMES:
        scores[name][5 if name == "audio" else 3] = 0.82
    heat = np.zeros((28, 28), np.float32)
    heat[10:14, 10:14] = 1.0
    return PairEvidence(
        KEY, index, 3, 417, "/clips/3_ann_1.wav", "ann", heat, np.zeros(8000, np.float32), 8000,
        np.linspace(-80, 0, 40 * 41, dtype=np.float32).reshape(40, 41), np.linspace(50, 3900, 40, dtype=np.float32),
        0.025, scores, (0.7, 0.3), 3, heat, np.zeros((40, 41), np.float32), {"joint-attention": (4.5, -1.25)},
    )  # fmt: skip


def conflict():
    """Whoever is called late follows the image on the upper half of the matrix, the sound below; 0 was never drawn."""
    image, sound = {}, {}
    for name in NAMES:
        first = np.triu(np.ones((10, 10), np.float32))
        image[name], sound[name] = 0.75 * first, 0.75 * (1 - first)
        sound[name][np.diag_indices(10)] = image[name][np.diag_indices(10)] = 1.0
        image[name][0] = sound[name][0] = np.nan
    said = Sentence(
        "The strategy that trusts the image most follows it in {image:.0f} % of the conflicts and the sound in "
        "{sound:.0f} %; in {neither:.0f} % it names a digit that nobody meant.",
        {"image": 40.0, "sound": 35.0, "neither": 25.0},
    )
    return ConflictRead(KEY, image, sound, 20, (1, 2), dict.fromkeys(NAMES, (0.40, 0.35, 0.25)), (said,))


def diagram(name):
    layer = ShapeRow("linear", "fc", (10,), 650, "Each of {out} values is a weighted sum.", {"out": 10})
    conv = ShapeRow("conv2d", "layers.0", (16, 28, 28), 416, "{n} filters.", {"n": 16})
    boxes = (
        Box("picture", "Picture", 0, "image", (), (1, 28, 28)),
        Box("mel", "Mel spectrogram, dB", 1, "sound", (), (1, 40, 41)),
        Box("image-encoder", "Image encoder", 2, "image", ((1, 28, 28),), (64,), 1066, (conv, layer)),
        Box("joined", "Side by side", 3, "both", ((64,), (1, 40, 41)), (10,), 650, (layer,)),
    )
    arrows = (("picture", "image-encoder"), ("image-encoder", "joined"), ("mel", "joined"))
    about = strategy(name)
    return Diagram(name, boxes, arrows, 1716, about.formula, about.reference)


def drawn():
    return FusionDrawn(tuple(diagram(name) for name in NAMES))


def factors():
    rows = (
        FactorRow("augment", "noise", "none", "joint-attention", 0.021, 0.011, 0.031, 3, "better"),
        FactorRow("pairings", "2", "1", "image", -0.001, -0.01, 0.008, 2, "open"),
        FactorRow("epochs", "6", "4", "audio", 0.005, float("-inf"), float("inf"), 1, "open"),
    )
    return FactorsRead(rows, 12, ())
