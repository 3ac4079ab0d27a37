"""The comparison of the strategies on clean pairs: accuracy with interval, errors, parameters, time.

`compare` trains what is missing as the training lab does, run by run, and leaves every run on disk: stopped at any
instant it goes on where it stood. `read_comparison` reads kept runs and trains nothing.
"""

import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick, Waiting
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import ComparisonRead, StrategyRow, StrategyTrained, StudyStep
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.core.studies.strategies import FUSED, NAMES, SINGLE, TRAINED
from tplab_gui.fusion import study
from tplab_gui.fusion.late import weighted
from tplab_gui.fusion.study import Answers
from tplab_gui.fusion.study_intervals import accuracy_interval, difference_interval
from tplab_gui.fusion.study_runs import Bench, KeptGroup, benches, kept_groups, key_of
from tplab_gui.training import runs
from tplab_gui.training.loop import continuing, fit

_TIMED = 30  # answers to one pair each, of which the median counts
_WEIGHTS = 21  # places of the slider
# The networks that have to answer before a strategy can.
NEEDS = {
    **{name: (name,) for name in TRAINED},
    "late-weighted": SINGLE,
    "late-vote": SINGLE,
    "late-vote-three": (*SINGLE, study.THIRD),
}


def compare(plan: FusionPlan, pairs: int = FusionAsked.pairs) -> Generator[object, None, None]:
    """Train every network of the plan that is not there yet, then read the comparison.

    Yields `StudyStep` after each epoch, `StrategyTrained`, `Notice` of a run that failed, and a `ComparisonRead` after
    each seed that was trained and at the end, once a seed is complete. Raises `LabError` when the data or the folder
    cannot serve, or another program trains one of the runs.
    """
    asked = plan.runs()
    key = key_of(asked[0])
    is_new = False
    for place, params in enumerate(asked):
        is_new |= yield from _trained(params, place, len(asked))
        is_last = place == len(asked) - 1
        ends_a_seed = params.setup == asked[-1].setup
        if is_last or (ends_a_seed and is_new):
            if _has_complete(plan.run_root, key):
                yield from _read(FusionAsked(plan.run_root, key, pairs))
            is_new = False


def read_comparison(asked: FusionAsked) -> Iterator[object]:
    """Yield `StudyStep` and one `ComparisonRead` of kept runs; raises as `study_runs.benches`."""
    yield from _read(asked)


def _trained(params: TrainParams, place: int, total: int) -> Generator[object, None, bool]:
    """Train one run unless one like it has finished; continue one that was cut off. Return whether it learnt."""
    finished, begun = _kept(params)
    was_kept = finished is not None
    if not was_kept:
        for event in fit(Latest(params if begun is None else continuing(begun)), begun):
            if isinstance(event, EpochEnd):
                epochs = event.epoch, params.epochs
                yield StudyStep("training", place, total, params.setup, params.seed, *epochs)
            elif isinstance(event, Notice | Waiting):
                yield event
            else:
                yield Tick()
        finished, _ = _kept(params)
    if finished is None:
        yield Notice(
            LabError(
                "The network {name} of seed {seed} did not finish, so this seed is left out.",
                hint="Look at its run in the Training tab, then start the comparison again.",
                name=params.setup,
                seed=params.seed,
            ),
            "warning",
            f"fusion-{params.setup}-{params.seed}",
        )
        return True
    best = finished.best
    accuracy = best.test_accuracy if best else 0.0
    yield StrategyTrained(params.setup, params.seed, str(finished.folder), accuracy, was_kept)
    return not was_kept


def _has_complete(root: str, key: str) -> bool:
    return any(each.about.key == key and each.about.seeds for each in kept_groups(root))


def _kept(params: TrainParams) -> tuple[runs.Run | None, Path | None]:
    """Return the newest finished run with these parameters, and the newest that can be continued."""
    finished, begun = None, None
    for run in runs.list_runs(Path(params.run_root))[0]:
        if run.config.get("experiment") != params.experiment:
            continue
        same = replace(run.params(), device=params.device, threads=params.threads, run_root=params.run_root)
        if same != params:
            continue
        if run.state in {"finished", "early"} and (run.folder / runs.BEST).is_file():
            finished = run
        elif run.state in {"interrupted", "stopped"}:
            begun = run.folder
    return finished, begun


def _read(asked: FusionAsked) -> Generator[object, None, None]:
    group, made = yield from benches(asked)
    said: list[Answers] = []
    for place, bench in enumerate(made):
        yield StudyStep("answers", place, len(made), seed=bench.seed)
        image, sound = yield from study.halves(bench.networks, bench.test)
        said.append(study.answers(bench.networks, image, sound, bench.calibration))
    yield StudyStep("timing", 0, 1)
    ms = _times(made[0])
    yield _compared(group, made, said, ms)


def _compared(
    group: KeptGroup, made: list[Bench], said: list[Answers], ms: dict[str, float]
) -> ComparisonRead:
    right = {
        name: [each.right(name, bench.labels) for each, bench in zip(said, made, strict=True)]
        for name in NAMES
    }
    clips = [bench.clips for bench in made]
    means = {name: float(np.mean([each.mean() for each in right[name]])) for name in NAMES}
    single = max(SINGLE, key=lambda name: means[name])
    fusion = max(FUSED, key=lambda name: means[name])
    rows = tuple(_row(name, right, clips, single, made[0], ms[name]) for name in NAMES)
    wrong = 1 - means[single]
    ratio = (1 - means[fusion]) / wrong if wrong > 0 else None
    found = ComparisonRead(
        group.about.key,
        rows,
        tuple(bench.seed for bench in made),
        len(made[0].labels),
        len(np.unique(np.concatenate(clips))),
        len({voice for bench in made for voice in bench.voices}),
        tuple(bench.calibration.weight for bench in made),
        single,
        fusion,
        ratio,
        (),
        _weight_curve(made, said),
    )
    return replace(found, sentences=_sentences(found))


def _row(
    name: str,
    right: dict[str, list[NDArray[np.bool_]]],
    clips: list[NDArray[np.int64]],
    single: str,
    bench: Bench,
    ms: float,
) -> StrategyRow:
    accuracy, low, high = accuracy_interval(right[name], clips)
    gain, gain_low, gain_high = difference_interval(right[name], right[single], clips)
    verdict = "better" if gain_low > 0 else "worse" if gain_high < 0 else "open"
    networks = [bench.networks[each] for each in NEEDS[name]]
    return StrategyRow(
        name,
        accuracy,
        low,
        high,
        tuple(float(each.mean()) for each in right[name]),
        float(np.mean([(~each).sum() for each in right[name]])),
        *((0.0, 0.0, 0.0) if name == single else (gain, gain_low, gain_high)),
        "single" if name in SINGLE else verdict,
        sum(weight.numel() for network in networks for weight in network.parameters()),
        ms,
    )


def _weight_curve(made: list[Bench], said: list[Answers]) -> tuple[tuple[float, float], ...]:
    """Return the accuracy of late-weighted by the share of the image, the mean over the seeds."""
    found = []
    for share in np.linspace(0.0, 1.0, _WEIGHTS):
        right = [
            (
                weighted(each.scores["image"], each.scores["audio"], float(share)).argmax(axis=1)
                == bench.labels
            ).mean()
            for each, bench in zip(said, made, strict=True)
        ]
        found.append((float(share), float(np.mean(right))))
    return tuple(found)


def _times(bench: Bench) -> dict[str, float]:
    """Return the median time of one pair by strategy, in ms: spectrogram, networks, and joining them."""
    stock = bench.test.stock
    images, sounds, _ = bench.test.raw(slice(0, 1))
    seen = stock.pair(images, sounds)  # who looks at the picture alone needs no spectrogram
    taken: dict[str, list[float]] = {name: [] for name in NAMES}
    for _ in range(_TIMED):
        for name in NAMES:  # in turn, so that a busy moment meets all of them
            began = time.perf_counter()
            with torch.inference_mode():
                pair = stock.pair(images, sounds) if name != "image" else seen
                scores = {
                    each: bench.calibration.probabilities(each, bench.networks[each](pair).double().numpy())
                    for each in NEEDS[name]
                }
            if name not in TRAINED:
                both = scores | {study.THIRD: scores.get(study.THIRD, scores["image"])}
                study.late(both, bench.calibration, has_image=True, has_sound=True)
            taken[name].append(1000 * (time.perf_counter() - began))
    return {name: float(np.median(each)) for name, each in taken.items()}


def _sentences(found: ComparisonRead) -> tuple[Sentence, ...]:
    best, single = found.row(found.best_fusion), found.row(found.best_single)
    said = []
    if found.error_ratio is not None:
        values = {
            "fused": 100 * best.accuracy,
            "single": 100 * single.accuracy,
            "ratio": 100 * found.error_ratio,
        }
        said.append(
            Sentence(
                "The best fusion is right in {fused:.1f} % of the pairs, the better single modality in {single:.1f} %: "
                "fusion makes {ratio:.0f} % of its errors.",
                values,
            )
        )
    values = {"gain": 100 * best.gain, "low": 100 * best.gain_low, "high": 100 * best.gain_high}
    if best.verdict == "better":
        said.append(
            Sentence(
                "The gain of {gain:.1f} points is more than chance: its interval goes from {low:.1f} to {high:.1f}.",
                values,
            )
        )
    else:
        said.append(
            Sentence(
                "The difference of {gain:.1f} points may be chance: its interval goes from {low:.1f} to {high:.1f}.",
                values,
            )
        )
    if len(found.seeds) < 3:
        said.append(
            Sentence(
                "Fewer than three seeds tell nothing of how much a network's start matters; the intervals speak of the "
                "pairs only.",
                {},
            )
        )
    return tuple(said)
