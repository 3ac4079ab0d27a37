"""The job of a series: one transform in growing strength, the score and the heat of every picture, what it shows.

The steps come first; then the network is asked between them, where the score passes 80 % and where it breaks off, and
the summary is said. Closed at any instant, everything yielded before stays true.
"""

from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.events.sweep import Cliff, Crossing, SweepStarted, SweepStep, SweepSummary
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.vision import overlay, sweep_reading
from tplab_gui.vision.adjust import apply
from tplab_gui.vision.cam import CamResult
from tplab_gui.vision.frames import reduced
from tplab_gui.vision.sweep_subjects import Picture, Subjects, gathered, on_object

THUMBNAIL_PX = 192
_T = TypeVar("_T")
Pixels = NDArray[np.uint8]
Keep = Callable[[int, Picture, Pixels, CamResult], None]


def sweep(subject: Subject, series: Series, keep: Keep | None = None) -> Iterator[object]:
    """Run a series.

    Parameters
    ----------
    subject : Subject
        Pictures, network, class, method, seed.
    series : Series
        Transform, steps and ends.
    keep : callable, optional
        Given every step's number, picture, changed picture (H, W, 3) uint8 and answer, to save them.

    Yields
    ------
    `SweepStarted`, one `SweepStep` for each step, `SweepSummary`; `Progress`, `Tick` and `Notice` in between.

    Raises
    ------
    LabError
        If the request cannot be served.

    """
    series.checked()
    subjects = yield from gathered(subject)
    original = float(np.mean([picture.original.score for picture in subjects.pictures]))
    yield SweepStarted(series.known.name, subjects.names, subjects.target, original)
    shares, steps = series.shares(), []
    for number, share in enumerate(shares, 1):
        for event in _step(subjects, series, subject.seed, number, share, keep):
            if isinstance(event, SweepStep):
                steps.append(event)
                yield Progress(number, series.steps, "series")
            yield event
    yield from _summary(subjects, series, subject.seed, shares, steps)


def small(rgb: Pixels) -> Pixels:
    """Return a picture (h, w, 3) uint8 no larger than a thumbnail, a fresh array."""
    shrunk = reduced(rgb, THUMBNAIL_PX)
    return shrunk.copy() if shrunk is rgb else shrunk


def _step(
    subjects: Subjects, series: Series, seed: int, number: int, share: float, keep: Keep | None
) -> Iterator[object]:
    asked = series.adjustment(share, seed)
    scores: list[float] = []
    held: list[tuple[float, bool]] = []
    thumbnails: tuple[Pixels, Pixels] | None = None
    likely = np.zeros(len(subjects.classifier.classes))
    for picture in subjects.pictures:
        changed = apply(picture.rgb, asked)
        found = subjects.look(changed)
        scores.append(found.score)
        likely += found.probabilities / len(subjects.pictures)
        where = on_object(picture, found, asked)
        if where is not None:
            held.append(where)
        if thumbnails is None:
            tiny = small(changed)
            heat = cv2.resize(found.heatmap, (tiny.shape[1], tiny.shape[0]), interpolation=cv2.INTER_AREA)
            thumbnails = (tiny, overlay.blend(tiny, heat))
        if keep is not None:
            keep(number, picture, changed, found)
        yield Tick()
    if thumbnails is None:
        return
    yield SweepStep(
        step=number,
        parameter=series.value_at(share),
        score=float(np.mean(scores)),
        spread=float(np.std(scores)),
        scores=tuple(scores),
        top=tuple(
            (subjects.classifier.classes[place], float(likely[place]))
            for place in np.argsort(-likely, kind="stable")[:5]
        ),
        picture=thumbnails[0],
        overlay=thumbnails[1],
        energy=float(np.mean([energy for energy, _ in held])) if held else None,
        is_on_object=float(np.mean([peak for _, peak in held])) if held else None,
    )


def _summary(
    subjects: Subjects, series: Series, seed: int, shares: list[float], steps: list[SweepStep]
) -> Iterator[object]:
    scores = [step.score for step in steps]
    is_random = series.known.is_random
    search = sweep_reading.Search(shares, scores)
    crossed: tuple[Crossing, ...] = ()
    steep: tuple[Cliff, ...] = ()
    if not is_random:  # between two draws there is nothing to look for
        yield Progress(series.steps, series.steps, "bisection")
        asked = (shares, scores, search, series.value_at)
        crossed = yield from _answered(sweep_reading.crossings(*asked), subjects, series, seed)
        steep = yield from _answered(sweep_reading.cliffs(*asked), subjects, series, seed)
    kind = sweep_reading.verdict(scores, crossed, steep, is_random=is_random)
    each = list(zip(*(step.scores for step in steps), strict=True))
    yield SweepSummary(
        optimal=sweep_reading.optimal_steps(scores),
        below=sweep_reading.steps_below(scores),
        crossings=crossed,
        cliffs=steep,
        verdict=kind,
        sentence=sweep_reading.sentence(kind, scores, steep, each),
        heat=sweep_reading.heat_sentence(
            scores, [step.energy for step in steps], [step.is_on_object for step in steps]
        ),
        evaluations=search.asked,
    )


def _answered(
    question: sweep_reading.Asking[_T], subjects: Subjects, series: Series, seed: int
) -> Generator[object, None, _T]:
    """Give a search the mean scores it asks for; yields after every picture, so that a stop is felt."""
    try:
        share = next(question)
        while True:
            asked = series.adjustment(share, seed)
            scores = []
            for picture in subjects.pictures:
                scores.append(subjects.score(apply(picture.rgb, asked)))
                yield Tick()
            share = question.send(float(np.mean(scores)))
    except StopIteration as over:
        found: _T = over.value
        return found
