"""Asking a network about a picture without ever holding up the job that asks.

The closed forms take milliseconds and are computed at once; the slow methods (Score-CAM, those of the grad-cam library)
run in a thread that is called off when the question changes, so that a stop is felt within 100 ms.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Tick
from tplab_gui.vision.cam import LIBRARY_METHODS, CamResult, heatmaps, of_other_class
from tplab_gui.vision.classify import Classifier
from tplab_gui.vision.closed_forms import METHODS as FAST_METHODS
from tplab_gui.vision.work import worked

REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a picture; `target` '' is the most probable class, `layer` '' the network's last map."""

    target: str
    method: str
    layer: str = ""
    also: tuple[str, ...] = ()


class Answers:
    """Asks, and falls back to the last question that could be answered when one cannot."""

    def __init__(self) -> None:
        self.newest: CamResult | None = None
        self.others: tuple[CamResult, ...] = ()  # of the further classes, in the order asked
        self._good: Question | None = None
        self._refused: tuple[Classifier, Question] | None = None

    def forget(self) -> None:
        """Have no answer: there is no network to ask."""
        self.newest, self.others = None, ()

    def ask(
        self,
        classifier: Classifier,
        image: NDArray[np.uint8],
        question: Question,
        is_wanted: Callable[[], bool],
    ) -> Iterator[object]:
        """Find the answer about RGB (H, W, 3) uint8 and keep it in `newest`; yields what is to be told meanwhile.

        `newest` becomes None when there is no answer: nothing could be asked, or `is_wanted` turned false meanwhile. A
        question that cannot be answered is told once, not once per picture.
        """
        self.newest, self.others = None, ()
        if self._refused != (classifier, question):
            try:
                yield from self._compute(classifier, image, question, is_wanted)
            except LabError as error:
                self._refused = (classifier, question)
                yield Notice(error, "warning", REQUEST)
            else:
                self._good = question
                if self._refused is not None:
                    self._refused = None
                    yield Cleared(REQUEST)
                return
        if self._good is not None and self._good != question:
            try:
                yield from self._compute(classifier, image, self._good, is_wanted)
            except LabError:  # what was good for the last network need not be for this one
                self._good = None

    def _compute(
        self,
        classifier: Classifier,
        image: NDArray[np.uint8],
        question: Question,
        is_wanted: Callable[[], bool],
    ) -> Iterator[object]:
        if question.method in FAST_METHODS and not question.layer:
            newest = heatmaps(classifier, image, question.target or None, question.method)
            self.others = tuple(
                of_other_class(classifier, newest, each) or heatmaps(classifier, image, each, question.method)
                for each in question.also
            )
            self.newest = newest
            return
        found: list[CamResult] = []
        for target in (question.target, *question.also):
            yield from self._slow(classifier, image, replace(question, target=target), is_wanted, found)
            if not is_wanted():
                return
        self.newest, self.others = found[0], tuple(found[1:])
        yield Tick()

    def _slow(
        self,
        classifier: Classifier,
        image: NDArray[np.uint8],
        question: Question,
        is_wanted: Callable[[], bool],
        found: list[CamResult],
    ) -> Iterator[object]:
        asked = question
        if asked.method in LIBRARY_METHODS:  # it changes its network while it works, and may be left behind
            classifier = copy.deepcopy(classifier)
        result = yield from worked(
            lambda go_on: heatmaps(
                classifier, image, asked.target or None, asked.method, asked.layer or None, go_on
            ),
            "heatmap",
            is_wanted,
        )
        if result is not None:
            found.append(result)
