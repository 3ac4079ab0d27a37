"""The fusion study's examples: pictures and sounds of the same digit, divided first, paired afterwards.

No picture, no clip and, when asked, no voice stands in two parts. Further voices, where there are some, are learnt
from and never tested.
"""

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.experiments import translate
from tplab_gui.core.params import TrainParams
from tplab_gui.data.digits import DigitSet, load_digit_set
from tplab_gui.data.pairs import Pairs, hold_back, pair_by_label, read_pairs
from tplab_gui.data.places import find_fsdd
from tplab_gui.data.splits import split
from tplab_gui.data.spoken import SpokenClip, clips_sha256, list_clips
from tplab_gui.nets.fusion import Pair
from tplab_gui.training.batches import TRAIN_EVAL_SAMPLES, Exhibit, Material, chosen
from tplab_gui.training.batches import scale_of as pixel_scale
from tplab_gui.training.pair_stock import BANDS, FRAMES, SAMPLES, PairedExamples, Stock, stocked

VALIDATION_SHARE = 0.15
PAIRS_NAME = "pairs.csv"


@dataclass(frozen=True)
class Divided:
    """The two sets of a study and their pairs by part. Pictures are numbered through both parts of their set."""

    digits: DigitSet
    clips: tuple[SpokenClip, ...]
    picture_labels: NDArray[np.int64]
    parts: dict[str, Pairs]

    def stocked(self, device: torch.device) -> Generator[Tick, None, Stock]:
        """Read every clip and put both sets on the device; yields after each clip."""
        images = np.concatenate([self.digits.train_images, self.digits.test_images])
        paths = [clip.path for clip in self.clips]
        learnt = self.parts["train"].clips
        return (yield from stocked(images, paths, learnt, pixel_scale(self.digits), device))

    def sha256(self) -> str:
        """Return the sha256 of the pairs, part by part."""
        digest = hashlib.sha256()
        for part, pairs in sorted(self.parts.items()):
            digest.update(part.encode())
            digest.update(np.stack([pairs.pictures, pairs.clips, pairs.labels]).astype("<i8").tobytes())
        return digest.hexdigest()


def load(params: TrainParams, device: torch.device) -> Generator[object, None, Material]:
    """Read both sets, divide and pair them; returns the `Material`. Raises `LabError` when a part would be empty."""
    study = divide(params)
    stock = yield from study.stocked(device)
    parts = {name: _limited(pairs, params.limit) for name, pairs in study.parts.items()}
    again = chosen(len(parts["train"]), TRAIN_EVAL_SAMPLES)
    only = "image" if params.setup == "image" else ""
    return Material(
        name=f"{study.digits.name}+{_sounds(params)}",
        sha256=study.sha256(),
        origin=f"{study.digits.origin}; {_sounds(params)}",
        shape=(1, 28, 28),
        details={
            "pictures_sha256": study.digits.sha256,
            "clips_sha256": clips_sha256(study.clips),
            "validation_size": len(parts["validation"]),
            "pixels": stock.pixels,
            "decibels": stock.decibels,
            "bands": BANDS,
            "frames": FRAMES,
        },
        train=PairedExamples(stock, parts["train"], params.augment, only),
        train_again=PairedExamples(stock, _rows(parts["train"], again), only=only),
        test=(tested := PairedExamples(stock, parts["test"], only=only)),
        exhibit=lambda place: Exhibit(
            int(parts["test"].pictures[place]),
            (255 * tested.raw(slice(place, place + 1))[0][0, 0]).round().to(torch.uint8).cpu().numpy(),
            str(study.clips[parts["test"].clips[place]].path),
        ),
    )


def divide(params: TrainParams) -> Divided:
    """Return the pairs of a study: test pictures with held-back clips, the rest divided into train and validation.

    Raises `LabError` when a set is missing, when a part would have no pair, or when the file of pairs does not fit.
    """
    digits = load_digit_set(params.data)
    own = list_clips(_sounds(params), params.language)
    clips = own + _further(params, own)
    labels = np.concatenate([digits.train_labels, digits.test_labels]).astype(np.int64)
    if params.pairs_file:
        said = np.array([clip.digit for clip in clips], np.int64)
        parts = read_pairs(pairs_path(params.pairs_file), labels, names_of(clips), said)
    else:
        parts = _drawn(params, labels, len(digits.train_labels), own, clips)
    for part, pairs in parts.items():
        if len(np.unique(pairs.labels)) < 2:
            raise LabError(
                "Too few digits are both drawn and said in the {part} part to pair them.",
                hint="Choose another split, or sets with more examples.",
                part=part,
            )
    return Divided(digits, tuple(clips), labels, parts)


def _drawn(
    params: TrainParams,
    labels: NDArray[np.int64],
    count: int,
    own: Sequence[SpokenClip],
    clips: Sequence[SpokenClip],
) -> dict[str, Pairs]:
    """Draw the pairs; the first `count` pictures are there to learn from, and so are all clips behind `own`."""
    learnt, tested = split(own, params.split, params.split_seed)
    number = {clip: place for place, clip in enumerate(own)}
    known = np.array([*(number[clip] for clip in learnt), *range(len(own), len(clips))], np.int64)
    voices = [clips[place].speaker for place in known] if params.split == "speaker" else ()
    train_clips, validation_clips = hold_back(known, VALIDATION_SHARE, params.split_seed, voices)
    train_pictures, validation_pictures = hold_back(np.arange(count), VALIDATION_SHARE, params.split_seed)
    halves = {
        "train": (train_pictures, train_clips, params.pairings),
        "validation": (validation_pictures, validation_clips, 1),
        "test": (np.arange(count, len(labels)), np.array([number[clip] for clip in tested], np.int64), 1),
    }
    said = np.array([clip.digit for clip in clips], np.int64)
    return {
        part: pair_by_label(labels, said, pictures, heard, pairings=pairings, seed=params.split_seed)
        for part, (pictures, heard, pairings) in halves.items()
    }


def _further(params: TrainParams, own: Sequence[SpokenClip]) -> list[SpokenClip]:
    """Return the clips of further voices to learn from: of sets or folders, several with a + between them.

    A folder that says no language is taken for one of the language asked for; a clip that is there already is left out.
    """
    found: list[SpokenClip] = []
    there = {clip.path for clip in own}
    for source in (each.strip() for each in params.more_sounds.split("+")):
        if source:
            fitting = [
                clip
                for clip in list_clips(source)
                if params.language == "all" or clip.language in {params.language, ""}
            ]
            found += [clip for clip in fitting if clip.path not in there]
            there |= {clip.path for clip in fitting}
    return found


def blanks(count: int) -> Pair:
    """Return pairs of an empty picture and an empty spectrogram, both there."""
    return Pair(torch.zeros(count, 1, 28, 28), torch.zeros(count, 1, BANDS, FRAMES), torch.ones(count, 2))


def stations(_params: TrainParams) -> tuple[ShapeRow, ...]:
    """Return what happens to the shapes of a pair before the network."""
    return (
        ShapeRow(
            "data",
            translate("Ledger", "clip"),
            (SAMPLES,),
            0,
            translate("Ledger", "One second at 8,000 samples a second"),
        ),
        ShapeRow(
            "data",
            translate("Ledger", "mel spectrogram"),
            (1, BANDS, FRAMES),
            0,
            translate("Ledger", "40 bands; one column per hop of 200 samples, and one more"),
        ),
        ShapeRow(
            "data",
            translate("Ledger", "picture"),
            (1, 28, 28),
            0,
            translate("Ledger", "One channel, normalised"),
        ),
    )


def _sounds(params: TrainParams) -> str:
    """Return the set of sounds that goes with the pictures."""
    if params.sounds != "match":
        return params.sounds
    return "fsdd" if params.data == "mnist" and find_fsdd() is not None else "builtin"


def _limited(pairs: Pairs, limit: int) -> Pairs:
    return _rows(pairs, chosen(len(pairs), limit))


def _rows(pairs: Pairs, which: NDArray[np.int64]) -> Pairs:
    return Pairs(pairs.pictures[which], pairs.clips[which], pairs.labels[which])


def names_of(clips: Sequence[SpokenClip]) -> list[str]:
    """Return the names by which clips stand in a table of pairs: with their folder, for two may share a name."""
    return [f"{clip.path.parent.name}/{clip.path.name}" for clip in clips]


def pairs_path(where: str) -> Path:
    """Return the table of pairs that a folder or a path means."""
    path = Path(where).expanduser()
    return path / PAIRS_NAME if path.is_dir() else path
