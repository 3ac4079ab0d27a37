"""The image says one digit, the sound another: whom each strategy follows.

Every ordered pair of digits is asked the same number of times, with test pictures of the one and test clips of the
other, each drawn at random. No network has learnt from a conflict.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import ConflictRead, StudyStep
from tplab_gui.core.fusion_plan import FusionAsked
from tplab_gui.core.studies.strategies import FUSED, NAMES
from tplab_gui.fusion import study
from tplab_gui.fusion.study_runs import Bench, benches

PER_CELL = 20
DIGITS = 10


def conflict(asked: FusionAsked, per_cell: int = PER_CELL) -> Iterator[object]:
    """Yield `StudyStep` and one `ConflictRead` of kept runs; raises as `study_runs.benches`."""
    group, made = yield from benches(asked)
    tables = []
    for place, bench in enumerate(made):
        yield StudyStep("answers", place, len(made), seed=bench.seed)
        image, sound = yield from study.halves(bench.networks, bench.test)
        drawn, heard, cells = conflicting(bench, per_cell)
        said = study.answers(bench.networks, image.rows(drawn), sound.rows(heard), bench.calibration)
        yield Tick()
        tables.append({name: followed(each.argmax(axis=1), cells) for name, each in said.scores.items()})
    image_share, sound_share = (
        {
            name: np.asarray(np.mean([each[name][side] for each in tables], axis=0), np.float32)
            for name in NAMES
        }
        for side in (0, 1)
    )
    overall = {name: _overall(image_share[name], sound_share[name]) for name in NAMES}
    yield ConflictRead(
        group.about.key,
        image_share,
        sound_share,
        per_cell,
        tuple(bench.seed for bench in made),
        overall,
        _sentences(overall),
    )


def conflicting(
    bench: Bench, per_cell: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs whose image, and those whose sound, is taken for every cell, and the cells.

    int64 (n,), int64 (n,) and int64 (n, 2): the digit drawn and the digit said. A digit without a test pair has no row.
    """
    random = np.random.default_rng(bench.seed)
    places = [np.flatnonzero(bench.labels == digit) for digit in range(DIGITS)]
    drawn, heard, cells = [], [], []
    for i in range(DIGITS):
        for j in range(DIGITS):
            if len(places[i]) and len(places[j]):
                drawn.append(random.choice(places[i], per_cell))
                heard.append(random.choice(places[j], per_cell))
                cells.append(np.tile([i, j], (per_cell, 1)))
    return np.concatenate(drawn), np.concatenate(heard), np.concatenate(cells)


def followed(guesses: NDArray[np.int64], cells: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the shares of answers that followed the image and the sound, float32 (2, 10, 10); nan without a row."""
    counts = np.zeros((DIGITS, DIGITS))
    shares = np.zeros((2, DIGITS, DIGITS))
    np.add.at(counts, (cells[:, 0], cells[:, 1]), 1)
    for side in (0, 1):
        np.add.at(shares[side], (cells[:, 0], cells[:, 1]), guesses == cells[:, side])
    with np.errstate(invalid="ignore"):
        return (shares / counts).astype(np.float32)


def _overall(image: NDArray[np.float32], sound: NDArray[np.float32]) -> tuple[float, float, float]:
    off = ~np.eye(DIGITS, dtype=bool)
    seen, heard = float(np.nanmean(image[off])), float(np.nanmean(sound[off]))
    return seen, heard, max(0.0, 1.0 - seen - heard)


def _sentences(overall: dict[str, tuple[float, float, float]]) -> tuple[Sentence, ...]:
    ordered = sorted(FUSED, key=lambda name: overall[name][0])
    return (
        Sentence(
            "The strategy that trusts the image most follows it in {image:.0f} % of the conflicts and the sound in "
            "{sound:.0f} %; in {neither:.0f} % it names a digit that nobody meant.",
            _values(overall[ordered[-1]]),
        ),
        Sentence(
            "The strategy that trusts the sound most follows it in {sound:.0f} % of the conflicts and the image in "
            "{image:.0f} %; in {neither:.0f} % it names a digit that nobody meant.",
            _values(overall[ordered[0]]),
        ),
    )


def _values(shares: tuple[float, float, float]) -> dict[str, float]:
    return dict(zip(("image", "sound", "neither"), (100 * each for each in shares), strict=True))
