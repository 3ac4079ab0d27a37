"""The same network under every split: how much of an accuracy is knowing the speakers.

The report's small CNN on spectrograms of one second learns from each split's train part by the recipe of the
spoken-digits experiment and is tested after its last epoch, never chosen by its best one. Leaving one speaker out means
one training for each speaker. Every clip is read once, and each fold's result is on disk before the next begins, so a
comparison that is stopped keeps what it found.

Scaling, batch and learning rate are those of the experiment, which differ from the report's: with its raw decibels some
seeds learn nothing. The learning rate does not decay here.
"""

import math
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick, Waiting
from tplab_gui.core.events.sets import Fold, HonestyProgress, SplitScore
from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams
from tplab_gui.data.splits import speakers_of, split
from tplab_gui.data.spoken import SpokenClip, list_clips
from tplab_gui.training import batches, hardware, honesty_results, measure, spoken
from tplab_gui.training.experiments import recipe
from tplab_gui.training.spectrograms import BANDS, Spectrograms, frame_count, scale_of

EXPERIMENT = "spoken-digits"


@dataclass(frozen=True)
class _Plan:
    method: str
    name: str  # who is held back, where it is one
    train: list[SpokenClip]
    test: list[SpokenClip]


def compare(
    source: str, epochs: int, seed: int = 1, methods: Sequence[str] = honesty_results.METHODS, limit: int = 0
) -> Iterator[object]:
    """Train under each split, and tell what the accuracies say about the splits.

    Parameters
    ----------
    source : str
        A set of spoken digits.
    epochs : int
        Of every training.
    seed : int
        Of the splits, the initial weights and the order of the clips.
    methods : sequence of str
        Splits of `honesty_results.METHODS`, in the order in which they are tried.
    limit : int
        How many clips of the set are used, 0 for all of them.

    Yields
    ------
    Waiting, Notice, Tick, HonestyProgress, and a HonestyRead after every training

    Raises
    ------
    LabError
        If the set is not there, cannot be read, or the result cannot be saved.

    """
    yield Waiting("data")
    params = find(EXPERIMENT).params("", data=source, epochs=epochs, seed=seed, split_seed=seed)
    everything = list_clips(source)
    used = [everything[i] for i in batches.chosen(len(everything), limit)]
    ((pictures, clips),) = yield from spoken.read_parts([used], params)
    of_clip = {clip.path: picture for clip, picture in zip(clips, pictures, strict=True)}
    plans = yield from _plans(clips, methods, seed)
    device = hardware.choose_device(params.device)
    network, frames = spoken.build(params).to(device), frame_count(params)
    hardware.choose_threads(
        0, network, params.batch_size, device, lambda count: torch.zeros(count, 1, BANDS, frames)
    )
    created = datetime.now().astimezone().isoformat(timespec="seconds")
    scores: dict[str, SplitScore] = {}
    clock = _Clock(plans, epochs)
    for number, plan in enumerate(plans):
        same = [each for each in plans if each.method == plan.method]
        begin = time.perf_counter()
        said = HonestyProgress(plan.method, same.index(plan) + 1, len(same), 0, epochs, clock.left_s())
        right = yield from _train(plan, of_clip, params, device, said, clock)
        fold = Fold(plan.name, right, len(plan.test), len(plan.train), time.perf_counter() - begin)
        before = scores[plan.method].folds if plan.method in scores else ()
        is_complete = len(before) + 1 == len(same)
        scores[plan.method] = honesty_results.score(plan.method, [*before, fold], is_complete=is_complete)
        is_last = number + 1 == len(plans)
        found = honesty_results.read(
            source, created, epochs, seed, list(scores.values()), is_complete=is_last
        )
        honesty_results.save(found)
        yield found


def _plans(
    clips: list[SpokenClip], methods: Sequence[str], seed: int
) -> Generator[object, None, list[_Plan]]:
    """Return every training to be done; a split that this set does not allow is a `Notice` and left out."""
    plans: list[_Plan] = []
    for method in methods:
        names = speakers_of(clips) if method == "one-speaker" else [""]
        try:
            plans += [_Plan(method, name, *split(clips, method, seed, name)) for name in names]
        except LabError as error:
            yield Notice(error, "warning", f"split-{method}")
    if not plans:
        raise LabError(
            "None of the splits can be made with this set.",
            hint="Choose a set with several digits, speakers and recordings.",
        )
    return plans


class _Clock:
    """Tells how long the rest takes, from the clips learnt from so far; nan before the first epoch is over."""

    def __init__(self, plans: Sequence[_Plan], epochs: int) -> None:
        self._total = sum(len(plan.train) for plan in plans) * epochs
        self._done = 0
        self._seconds = 0.0

    def add(self, clips: int, seconds: float) -> None:
        self._done, self._seconds = self._done + clips, self._seconds + seconds

    def left_s(self) -> float:
        return (self._total - self._done) * self._seconds / self._done if self._done else math.nan


def _train(
    plan: _Plan,
    of_clip: dict[Path, torch.Tensor],
    params: TrainParams,
    device: torch.device,
    said: HonestyProgress,
    clock: _Clock,
) -> Generator[object, None, int]:
    """Learn from one train part; return how many of the test part are named rightly after the last epoch."""
    how, frames = recipe(EXPERIMENT), frame_count(params)
    train = [of_clip[clip.path] for clip in plan.train]
    scale = scale_of(train, frames)
    parts = [
        Spectrograms(
            [of_clip[clip.path] for clip in part], [clip.digit for clip in part], frames, device, *scale
        )
        for part in (plan.train, plan.test)
    ]
    network = how.network(params).to(device=device, memory_format=torch.channels_last)
    optimiser = how.optimiser(network.parameters(), params)
    network.train()
    for epoch in range(1, params.epochs + 1):
        yield HonestyProgress(said.method, said.fold, said.folds, epoch, said.epochs, clock.left_s())
        begin = time.perf_counter()
        order = batches.order(len(plan.train), params.seed, epoch, shuffle=params.shuffle).to(device)
        for which in order.split(params.batch_size):
            try:
                measure.step(network, optimiser, *parts[0].take(which), how.loss)
            except measure.DivergedError as error:
                raise LabError(
                    "The loss became {loss}, so the splits cannot be compared.",
                    hint="Choose another seed.",
                    loss=f"{error.loss:.3g}",
                ) from error
            yield Tick()
        clock.add(len(plan.train), time.perf_counter() - begin)
    watch = measure.Stopwatch()
    _, accuracy = yield from measure.losses(network, parts[1], params.test_batch_size, watch, how.loss)
    return round(accuracy * len(plan.test))
