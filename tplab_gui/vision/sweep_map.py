"""The score over two transforms at once: a map whose rows are values of one, columns of the other."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.events.sweep import MapRow, MapStarted
from tplab_gui.core.sweep_plan import MAP_STEPS, Series, Subject
from tplab_gui.vision.adjust import apply
from tplab_gui.vision.sweep_subjects import gathered


def score_map(subject: Subject, across: Series, down: Series) -> Iterator[object]:
    """Score every combination of two transforms.

    Parameters
    ----------
    subject : Subject
    across, down : Series
        Columns and rows; `across.base` is what is done besides.

    Yields
    ------
    `MapStarted`, a `MapRow` for each value of `down`; `Progress`, `Tick` and `Notice` in between.

    Raises
    ------
    LabError
        If the request cannot be served, or both transforms are the same.

    """
    for series in (across, down):
        series.checked(MAP_STEPS)
    if across.known is down.known:
        raise LabError(
            "A map takes two different transforms; {name} was chosen twice.",
            hint="Choose another one for one of the axes.",
            name=across.known.name,
        )
    subjects = yield from gathered(subject)
    columns, rows = across.shares(), down.shares()
    yield MapStarted(
        across.known.name,
        down.known.name,
        tuple(map(across.value_at, columns)),
        tuple(map(down.value_at, rows)),
        subjects.target,
    )
    for number, share in enumerate(rows):
        below = replace(across, base=across.base.with_value(down.known.name, down.value_at(share)))
        scores: list[float] = []
        for column in columns:
            asked = below.adjustment(column, subject.seed)
            each: list[float] = []
            for picture in subjects.pictures:
                each.append(subjects.score(apply(picture.rgb, asked)))
                yield Tick()
            scores.append(float(np.mean(each)))
        yield MapRow(number, down.value_at(share), tuple(scores))
        yield Progress(number + 1, len(rows), "map")
