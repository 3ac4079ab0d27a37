"""The job of the Heatmap tab: newest picture, network, heat, overlay, over and over.

A slow map shows fewer pictures a second, never old ones. On a picture that does not change the job waits for the
parameters to change instead of computing the same again.
"""

import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Ready, Tick, Waiting
from tplab_gui.core.events.heatmap import HeatmapFrame, MapLayer, ModelReady, PictureSeen, TargetHeat
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import SCREEN, WatchParams
from tplab_gui.vision import drawing, overlay
from tplab_gui.vision.adjust import apply as adjusted
from tplab_gui.vision.answers import Answers, Question
from tplab_gui.vision.cam import CamResult, heatmaps
from tplab_gui.vision.classify import Classifier, load_classifier
from tplab_gui.vision.map_layers import map_layers
from tplab_gui.vision.placing import placed
from tplab_gui.vision.sources import Eye, Sight

MODEL = "model"
_IDLE_S = 0.1
_LAST_WAIT_S = 1.0


def watch(params: Latest[WatchParams]) -> Iterator[object]:
    """Look at what `params` names until closed; something is yielded at least every 100 ms.

    Parameters
    ----------
    params : Latest of WatchParams
        Read before every picture, so that a change shows on the next one.

    Yields
    ------
    Events of `core.events.heatmap` and `core.events.common`. Trouble is a `Notice`; the loop goes on with what works.

    """
    # Beside another busy program two threads take ten times as long as one (430 ms instead of 26 ms a heatmap).
    torch.set_num_threads(1)
    wake = threading.Event()
    params.wake_with(wake)
    look = _Look()
    with Eye(wake) as eye, _Network(wake) as network:
        while True:
            wake.clear()
            asked = params.get()
            yield from network.follow(asked)
            yield from eye.follow(asked)
            has_news = False
            if eye.sight is not None and asked.is_active:
                for event in look.at(eye.sight, network.classifier, asked, params.get):
                    has_news = True
                    yield event
            if not has_news:
                wake.wait(_IDLE_S)
                yield Tick()


class _Network:
    """Loads the network that is asked for in a thread of its own, so that the picture is live meanwhile."""

    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake
        self._asked: tuple[str, bool, int] = ("", False, 0)
        self._has_failed = False
        self._loading: _Loading | None = None
        self.classifier: Classifier | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._loading is not None:  # a process that ends while torch loads in a thread is aborted
            self._loading.join(_LAST_WAIT_S)

    def follow(self, asked: WatchParams) -> Iterator[object]:
        *wanted, generation = self._asked
        if [asked.model, asked.squash] != wanted or (self._has_failed and asked.generation != generation):
            self._asked, self._has_failed = (asked.model, asked.squash, asked.generation), False
            self._loading = _Loading(asked.model, self._wake, squash=asked.squash)
            self._loading.start()
            yield Waiting("network")
        if self._loading is None or self._loading.is_alive():
            return
        loading, self._loading = self._loading, None
        if isinstance(loading.failure, LabError):
            self.classifier, self._has_failed = None, True  # heat of another network would be a lie
            yield Notice(loading.failure, "error", MODEL)
        elif loading.failure is not None:
            raise loading.failure
        elif loading.classifier is not None:
            self.classifier = loading.classifier
            yield Cleared(MODEL)
            threshold = self.classifier.thresholds.get(asked.target)
            yield ModelReady(asked.model, self.classifier.classes, threshold, loading.layers)
            yield Ready(asked.model)


class _Loading(threading.Thread):
    def __init__(self, name: str, wake: threading.Event, *, squash: bool) -> None:
        super().__init__(name=f"load-{name}", daemon=True)
        self._model, self._wake, self._squash = name, wake, squash
        self.classifier: Classifier | None = None
        self.layers: tuple[MapLayer, ...] = ()
        self.failure: Exception | None = None

    def run(self) -> None:
        try:
            classifier = load_classifier(self._model, squash=self._squash)
            # The first answer takes ten times as long as the next: torch plans, the ending is looked for.
            heatmaps(classifier, np.zeros((480, 640, 3), np.uint8), 0)
            self.layers = map_layers(classifier)
            self.classifier = classifier
        except Exception as error:  # noqa: BLE001  handed to the job, which tells or raises it
            self.failure = error
        finally:
            self._wake.set()


class _Look:
    """Turns the newest picture into an event, computing only what has changed since the last one."""

    def __init__(self) -> None:
        self._answers = Answers()
        self._held: Sight | None = None
        self._image: NDArray[np.uint8] | None = None
        self._seen: tuple[object, ...] | None = None  # what the newest answer is about
        self._drawn: tuple[object, ...] | None = None  # the same, and how it was drawn
        self._number = 0

    def at(
        self,
        newest: Sight,
        classifier: Classifier | None,
        asked: WatchParams,
        now_asked: Callable[[], WatchParams],
    ) -> Iterator[object]:
        """Yield the event of one picture, or nothing when all of it has been said.

        `now_asked` returns the parameters of this instant, so that a slow answer nobody wants any more is given up.
        """
        since_s = time.perf_counter()
        if self._held is None or not asked.is_frozen:
            if self._held is None or self._held.number != newest.number:
                since_s = newest.captured_s
            self._held = newest
        question = Question(asked.target, asked.method, asked.layer, asked.also)
        seen = (self._held.number, asked.is_mirrored, asked.adjust, classifier, question)
        drawn = (seen, asked.opacity, asked.colour_map, asked.scale, asked.curve, asked.smoothing)
        if drawn == self._drawn:
            return
        if seen != self._seen or self._image is None:
            held = np.ascontiguousarray(self._held.image[:, ::-1]) if asked.is_mirrored else self._held.image
            self._image = adjusted(held, asked.adjust)
            if classifier is None:
                self._answers.forget()  # heat of another network would be a lie
            else:
                wanted = _looked_at(asked)
                yield from self._answers.ask(
                    classifier, self._image, question, lambda: _looked_at(now_asked()) == wanted
                )
                if self._answers.newest is None and _looked_at(now_asked()) != wanted:
                    return  # given up: the next turn asks anew
            self._seen = seen
        self._drawn = drawn
        self._number += 1
        if self._answers.newest is None:
            yield PictureSeen(self._number, self._image, self._held.captured_s)
        else:
            yield _event(self._number, self._image, self._answers, asked, self._held.captured_s, since_s)


def _looked_at(asked: WatchParams) -> tuple[object, ...]:
    """Return the part of the parameters that an answer depends on."""
    # the screen sends a new picture five times a second: a slow answer about the last one is still wanted
    pixels = 0 if asked.where == SCREEN else id(asked.pixels)
    source = (asked.source, asked.where, asked.position, asked.generation, pixels, asked.is_active)
    return (
        *source,
        asked.adjust,
        *(asked.model, asked.squash, asked.method, asked.target, asked.also, asked.layer, asked.is_mirrored),
    )


def _event(
    number: int,
    image: NDArray[np.uint8],
    answers: Answers,
    asked: WatchParams,
    captured_s: float,
    since_s: float,
) -> HeatmapFrame:
    answer = answers.newest
    assert answer is not None  # noqa: S101  for the type checker; the caller looked
    size = (image.shape[0], image.shape[1])
    cells = drawing.heat(answer, asked.scale, asked.curve)
    shown = placed(cells, answer.frame, *size, asked.smoothing)
    return HeatmapFrame(
        number=number,
        image=image,
        raw=answer.raw,
        raw_picture=overlay.coloured(cells, asked.colour_map),
        heatmap=shown,
        overlay=overlay.blend(image, shown, asked.opacity, asked.colour_map),
        target=answer.target,
        score=answer.score,
        threshold=answer.threshold,
        top=tuple(answer.top),
        peak_xy=answer.peak_xy,
        compute_ms=answer.ms,
        latency_ms=(time.perf_counter() - since_s) * 1000,
        captured_s=captured_s,
        # the evidence of every class in every cell: only computed where it is shown
        log_odds=drawing.strongest(answer) if asked.scale == "absolute" else 0.0,
        is_absolute=asked.scale == "absolute",
        table=overlay.table(asked.colour_map),
        evidence=answer.evidence,
        others=tuple(_other(image, each, asked) for each in answers.others),
        input_size=(answer.frame.width_px, answer.frame.height_px),
    )


def _other(image: NDArray[np.uint8], answer: CamResult, asked: WatchParams) -> TargetHeat:
    cells = drawing.heat(answer, asked.scale, asked.curve)
    shown = placed(cells, answer.frame, image.shape[0], image.shape[1], asked.smoothing)
    return TargetHeat(
        answer.target,
        answer.score,
        answer.threshold,
        overlay.blend(image, shown, asked.opacity, asked.colour_map),
        answer.peak_xy,
    )
