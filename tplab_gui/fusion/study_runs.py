"""Kept runs of the fusion study: which of them answer the same question, and their networks ready to be asked.

Runs belong together when all their parameters agree but network, seed and what is drawn from it. A seed is complete
when all five networks of it have finished. Reading trains nothing and draws nothing from torch's shared random numbers,
so it can go on beside a run.
"""

import hashlib
import json
from collections.abc import Generator, Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.torch
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.fusion_study import FusionGroup, FusionGroups, StudyStep
from tplab_gui.core.fusion_plan import FusionAsked
from tplab_gui.core.params import TrainParams
from tplab_gui.core.studies.strategies import TRAINED
from tplab_gui.data.pairs import Pairs
from tplab_gui.fusion.calibration import Calibration, calibrate
from tplab_gui.fusion.study import Networks
from tplab_gui.nets import fusion
from tplab_gui.training import paired, runs
from tplab_gui.training.disturb import spoilt
from tplab_gui.training.pair_stock import BANDS, PairedExamples

EXPERIMENT = "fusion"
_WHOLE = ("finished", "early")
# What may differ within a group: who learns, and what the computer did, not what was learnt from.
_FREE = {"setup", "seed", "split_seed", "device", "threads", "test_batch_size", "run_root"}
_BATCH = 250


@dataclass(frozen=True)
class KeptGroup:
    """A group and its runs: of each seed, by network, the newest that finished."""

    about: FusionGroup
    runs: dict[int, dict[str, runs.Run]]


@dataclass(frozen=True)
class Bench:
    """One seed, ready to be asked: its networks, its test pairs and what was calibrated on its validation pairs.

    `clips` int64 (n,) numbers the recording of each pair, alike in all seeds; `voices` (n,) names who speaks.
    """

    seed: int
    networks: Networks
    test: PairedExamples
    calibration: Calibration
    clips: NDArray[np.int64]
    voices: tuple[str, ...]
    divided: paired.Divided

    @property
    def labels(self) -> NDArray[np.int64]:
        """Return the digits of the test pairs, int64 (n,)."""
        return self.test.pairs.labels


def kept_groups(root: str | Path) -> list[KeptGroup]:
    """Return the groups of runs under `root`, the one with the newest run first."""
    found: dict[str, list[runs.Run]] = {}
    for run in runs.list_runs(Path(root))[0]:
        if run.config.get("experiment") == EXPERIMENT and run.config.get("setup") in TRAINED:
            found.setdefault(key_of(run.params()), []).append(run)
    groups = [_group(key, members) for key, members in found.items()]
    return sorted(groups, key=lambda each: each.about.created, reverse=True)


def list_groups(root: str) -> FusionGroups:
    """Return what `kept_groups` finds, as an event."""
    return FusionGroups(tuple(each.about for each in kept_groups(root)))


def key_of(params: TrainParams) -> str:
    """Return the name of the group that a run with these parameters belongs to."""
    kept = {f.name: getattr(params, f.name) for f in fields(params) if f.name not in _FREE}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:12]


def chosen_group(asked: FusionAsked) -> KeptGroup:
    """Return the group that is asked for, with at least one complete seed; raises `MissingError` without one."""
    groups = kept_groups(asked.run_root)
    fitting = [each for each in groups if each.about.seeds and asked.key in {"", each.about.key}]
    if not fitting:
        raise MissingError(
            "No seed of the fusion study has all five networks yet: {names}.",
            hint="Start the comparison, or train the missing ones in the Training tab.",
            names=", ".join(TRAINED),
        )
    return fitting[0]


_benches: dict[tuple[Any, ...], list[Bench]] = {}


def benches(asked: FusionAsked) -> Generator[object, None, tuple[KeptGroup, list[Bench]]]:
    """Make the seeds of a group ready; the last group asked for stays ready. Yields `StudyStep` and `Tick`.

    Raises
    ------
    MissingError
        If there is no such group, or its data is gone.
    LabError
        If weights are damaged, or the data has changed since the runs learnt from it.

    """
    group = chosen_group(asked)
    key = (
        asked.pairs,
        *(str(group.runs[seed][name].folder) for seed in group.about.seeds for name in TRAINED),
    )
    if key not in _benches:
        made: list[Bench] = []
        for place, seed in enumerate(group.about.seeds):
            yield StudyStep("data", place, len(group.about.seeds), seed=seed)
            made.append((yield from _bench(seed, group.runs[seed], asked.pairs, made[0] if made else None)))
        _benches.clear()
        _benches[key] = made
    return group, _benches[key]


def network_of(run: runs.Run) -> torch.nn.Module:
    """Return the network of a run with its best weights, in eval mode; no random number is drawn.

    Raises `MissingError` when there are none, `LabError` when they are damaged.
    """
    params, path = run.params(), run.folder / runs.BEST
    if not path.is_file():
        raise MissingError(
            "The run in {folder} has no weights any more.", hint="Train it again.", folder=run.folder
        )
    with torch.device("meta"):
        network = fusion.build(
            params.setup, BANDS, sound_encoder=params.sound_encoder, n_classes=len(run.classes)
        )
    try:
        network.load_state_dict(safetensors.torch.load_file(path), strict=True, assign=True)
    except (OSError, RuntimeError, ValueError, safetensors.SafetensorError) as error:
        raise LabError(
            "The weights in {path} are damaged or belong to another network.",
            hint="Restore the file from a copy, or train it again.",
            path=path,
        ) from error
    return network.eval()


def _group(key: str, members: Iterable[runs.Run]) -> KeptGroup:
    by_seed: dict[int, dict[str, runs.Run]] = {}
    last = None
    for run in members:  # oldest first: a newer one takes the place of an older one
        last = run
        if run.state in _WHOLE and (run.folder / runs.BEST).is_file():
            by_seed.setdefault(run.config["seed"], {})[run.config["setup"]] = run
        else:
            by_seed.setdefault(run.config["seed"], {})
    assert last is not None  # noqa: S101  a group has a member
    complete = tuple(sorted(seed for seed, named in by_seed.items() if _is_complete(named)))
    params = last.params()
    data, _, sounds = str(last.config["data"]["name"]).partition("+")
    about = FusionGroup(
        key,
        data,
        sounds,
        complete,
        tuple(sorted(set(by_seed) - set(complete))),
        str(last.config.get("created", "")),
        {f.name: getattr(params, f.name) for f in fields(params) if f.name not in {*_FREE, "run_root"}},
    )
    return KeptGroup(about, by_seed)


def _is_complete(named: dict[str, runs.Run]) -> bool:
    """Return whether all networks are there, and learnt from the same pairs."""
    hashes = {run.config["data"]["sha256"] for run in named.values()}
    return set(named) == set(TRAINED) and len(hashes) == 1


def _bench(
    seed: int, named: dict[str, runs.Run], most: int, first: Bench | None
) -> Generator[object, None, Bench]:
    networks = {name: network_of(run) for name, run in named.items()}
    params = named["image"].params()
    divided = paired.divide(params)
    if divided.sha256() != named["image"].config["data"]["sha256"]:
        raise LabError(
            "The data has changed since these networks learnt from it, so they cannot be compared.",
            hint="Restore the data, or start a new comparison.",
        )
    stock = yield from divided.stocked(torch.device("cpu"))
    if first is not None and first.divided.digits.sha256 == divided.digits.sha256:
        # MNIST is in memory once and not once for each seed
        divided = replace(divided, digits=first.divided.digits)
        stock = replace(stock, images=first.test.stock.images)
    learnt_noise = params.augment != "none"
    validation = PairedExamples(stock, some(divided.parts["validation"], most))
    test = PairedExamples(stock, some(divided.parts["test"], most))
    calibration = yield from _calibrated(networks, validation, is_noisy=learnt_noise)
    spoken = [divided.clips[clip] for clip in test.pairs.clips]
    return Bench(
        seed, networks, test, calibration, test.pairs.clips, tuple(each.speaker for each in spoken), divided
    )


def _calibrated(
    networks: Networks, validation: PairedExamples, *, is_noisy: bool
) -> Generator[Tick, None, Calibration]:
    """Fit temperatures and weight on validation pairs, half of them spoilt if that was learnt."""
    said: dict[str, list[NDArray[np.float64]]] = {name: [] for name in TRAINED}
    generator = torch.Generator().manual_seed(1)
    for first in range(0, len(validation), _BATCH):
        with torch.inference_mode():
            images, sounds, _ = validation.raw(slice(first, first + _BATCH))
            pair = validation.stock.pair(
                *(spoilt(images, sounds, generator) if is_noisy else (images, sounds))
            )
            for name, parts in said.items():
                parts.append(networks[name](pair).double().numpy())
        yield Tick()
    return calibrate({name: np.concatenate(parts) for name, parts in said.items()}, validation.pairs.labels)


def some(pairs: Pairs, most: int) -> Pairs:
    """Return at most `most` of the pairs, drawn at random but always the same; 0: all."""
    which = np.sort(np.random.default_rng(0).permutation(len(pairs))[: most or None])
    return Pairs(pairs.pictures[which], pairs.clips[which], pairs.labels[which])
