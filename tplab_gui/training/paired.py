"""The fusion study's examples: pictures and sounds of the same digit, divided first, paired afterwards.

Clips stay as samples on the device, one second at 8 kHz, and their mel spectrogram (torchaudio's, 40 bands, decibels)
is taken batch by batch, so that noise can be put on the sound itself and not on its picture. Each clip is scaled to
the same peak: how loud somebody speaks says nothing about the digit.
"""

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.experiments import translate
from tplab_gui.core.params import TrainParams
from tplab_gui.data.digits import DigitSet, load_digit_set
from tplab_gui.data.pairs import Pairs, hold_back, pair_by_label
from tplab_gui.data.places import find_fsdd
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.splits import split
from tplab_gui.data.spoken import SpokenClip, clips_sha256, list_clips
from tplab_gui.nets.fusion import Pair
from tplab_gui.training import disturb
from tplab_gui.training.batches import TRAIN_EVAL_SAMPLES, Exhibit, Material, chosen
from tplab_gui.training.batches import scale_of as pixel_scale
from tplab_gui.training.spectrograms import RATE_HZ, fit_length

if TYPE_CHECKING:  # see `training.spectrograms`
    from torchaudio.transforms import MelSpectrogram

SAMPLES, HOP_SAMPLES, FFT_SAMPLES, BANDS = RATE_HZ, 200, 400, 40
FRAMES = 1 + SAMPLES // HOP_SAMPLES
PEAK = 0.5  # of full scale
VALIDATION_SHARE = 0.15
SHIFT_SAMPLES = 800
_NOISY_SHARE = 0.5  # of the examples, while learning with noise: the others stay clean
_MOST_SIGMA, _MOST_HIDDEN = 0.9, 0.5
_SNR_DB = (-12.0, 30.0)


@dataclass(frozen=True)
class Stock:
    """All pictures and all clips of a study on the device, and what normalises them.

    `images` uint8 (P, 28, 28); `sounds` int16 (C, SAMPLES); `pixels`, `decibels`: mean and deviation.
    """

    images: Tensor
    sounds: Tensor
    pixels: tuple[float, float]
    decibels: tuple[float, float]

    def pair(self, images: Tensor, sounds: Tensor, present: Tensor | None = None) -> Pair:
        """Return what a network is given: of images float32 (B, 1, 28, 28) in [0, 1], sounds float32 (B, SAMPLES)."""
        if present is None:
            present = torch.ones(len(images), 2, device=images.device)
        (mean, std), (floor, spread) = self.pixels, self.decibels
        return Pair((images - mean) / std, (decibels(sounds) - floor) / spread, present)


@dataclass(frozen=True)
class Divided:
    """The two sets of a study and their pairs by part. Pictures are numbered through both parts of their set."""

    digits: DigitSet
    clips: tuple[SpokenClip, ...]
    picture_labels: NDArray[np.int64]
    parts: dict[str, Pairs]

    def sha256(self) -> str:
        """Return the sha256 of the pairs, part by part."""
        digest = hashlib.sha256()
        for part, pairs in sorted(self.parts.items()):
            digest.update(part.encode())
            digest.update(np.stack([pairs.pictures, pairs.clips, pairs.labels]).astype("<i8").tobytes())
        return digest.hexdigest()


class PairedExamples:
    """One part of a study, taken in normalised batches; with `is_noisy`, half of what is taken is disturbed."""

    def __init__(self, stock: Stock, pairs: Pairs, *, is_noisy: bool = False) -> None:
        device = stock.images.device
        self.stock = stock
        self.is_noisy = is_noisy
        self._pictures = torch.from_numpy(pairs.pictures).to(device)
        self._clips = torch.from_numpy(pairs.clips).to(device)
        self._labels = torch.from_numpy(pairs.labels).to(device)

    def __len__(self) -> int:
        return len(self._labels)

    def raw(self, which: Tensor | slice) -> tuple[Tensor, Tensor, Tensor]:
        """Return images float32 (B, 1, 28, 28) in [0, 1], sounds float32 (B, SAMPLES), labels int64 (B,)."""
        images = self.stock.images[self._pictures[which]].unsqueeze(1).float() / 255.0
        sounds = self.stock.sounds[self._clips[which]].float() / 32768.0
        return images, sounds, self._labels[which]

    def take(self, which: Tensor | slice) -> tuple[Pair, Tensor]:
        """Return a `Pair` and the labels, int64 (B,)."""
        images, sounds, labels = self.raw(which)
        if self.is_noisy:
            images, sounds = _disturbed(images, sounds)
        return self.stock.pair(images, sounds), labels


def load(params: TrainParams, device: torch.device) -> Generator[object, None, Material]:
    """Read both sets, divide and pair them; returns the `Material`. Raises `LabError` when a part would be empty."""
    study = divide(params)
    stock = yield from stocked(study, device)
    parts = {name: _limited(pairs, params.limit) for name, pairs in study.parts.items()}
    again = chosen(len(parts["train"]), TRAIN_EVAL_SAMPLES)
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
        train=PairedExamples(stock, parts["train"], is_noisy=params.augment == "noise"),
        train_again=PairedExamples(stock, _rows(parts["train"], again)),
        test=(tested := PairedExamples(stock, parts["test"])),
        exhibit=lambda place: Exhibit(
            int(parts["test"].pictures[place]),
            (255 * tested.raw(slice(place, place + 1))[0][0, 0]).round().to(torch.uint8).cpu().numpy(),
            str(study.clips[parts["test"].clips[place]].path),
        ),
    )


def divide(params: TrainParams) -> Divided:
    """Return the pairs of a study: test pictures with held-back clips, the rest divided into train and validation.

    Raises `LabError` when a set is missing, or when a part would have no pair.
    """
    digits = load_digit_set(params.data)
    clips = list_clips(_sounds(params), params.language)
    learnt, tested = split(clips, params.split, params.split_seed)
    number = {clip: place for place, clip in enumerate(clips)}
    labels = np.concatenate([digits.train_labels, digits.test_labels]).astype(np.int64)
    said = np.array([clip.digit for clip in clips], np.int64)
    count = len(digits.train_labels)
    known = np.array([number[clip] for clip in learnt], np.int64)
    voices = [clip.speaker for clip in learnt] if params.split == "speaker" else ()
    train_clips, validation_clips = hold_back(known, VALIDATION_SHARE, params.split_seed, voices)
    train_pictures, validation_pictures = hold_back(np.arange(count), VALIDATION_SHARE, params.split_seed)
    halves = {
        "train": (train_pictures, train_clips, params.pairings),
        "validation": (validation_pictures, validation_clips, 1),
        "test": (np.arange(count, len(labels)), np.array([number[clip] for clip in tested], np.int64), 1),
    }
    parts = {
        part: pair_by_label(labels, said, pictures, heard, pairings=pairings, seed=params.split_seed)
        for part, (pictures, heard, pairings) in halves.items()
    }
    for part, pairs in parts.items():
        if len(np.unique(pairs.labels)) < 2:
            raise LabError(
                "Too few digits are both drawn and said in the {part} part to pair them.",
                hint="Choose another split, or sets with more examples.",
                part=part,
            )
    return Divided(digits, tuple(clips), labels, parts)


def stocked(study: Divided, device: torch.device) -> Generator[object, None, Stock]:
    """Read every clip and put both sets on the device; yields a `Tick` after each clip."""
    sounds = np.empty((len(study.clips), SAMPLES), np.int16)
    for row, clip in zip(sounds, study.clips, strict=True):
        sound = read_sound(clip.path)
        row[:] = np.round(_levelled(resample(sound.samples, sound.rate_hz, RATE_HZ)) * 32767)
        yield Tick()
    images = np.concatenate([study.digits.train_images, study.digits.test_images])
    used = np.unique(study.parts["train"].clips)
    floor, spread = 0.0, 0.0
    taken = 0
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # the same bits whatever number the run will use
    try:
        for first in range(0, len(used), 64):
            values = decibels(torch.from_numpy(sounds[used[first : first + 64]]).float() / 32768.0).double()
            floor, spread, taken = (
                floor + values.sum().item(),
                spread + values.square().sum().item(),
                taken + values.numel(),
            )
            yield Tick()
    finally:
        torch.set_num_threads(before)
    mean = floor / taken
    return Stock(
        torch.from_numpy(images).to(device),
        torch.from_numpy(sounds).to(device),
        pixel_scale(study.digits),
        (mean, max((spread / taken - mean**2) ** 0.5, 1e-3)),
    )


def decibels(sounds: Tensor) -> Tensor:
    """Return the log-mel spectrograms, float32 (B, 1, BANDS, FRAMES), of sounds float32 (B, SAMPLES)."""
    power: Tensor = _mel(sounds.device)(sounds)
    return (10 * torch.log10(power.clamp(min=1e-6))).unsqueeze(1)


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


def _levelled(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    peak = float(np.abs(samples).max(initial=0.0))
    return fit_length(samples, SAMPLES) * np.float32(PEAK / peak if peak > 0 else 0.0)


def _limited(pairs: Pairs, limit: int) -> Pairs:
    return _rows(pairs, chosen(len(pairs), limit))


def _rows(pairs: Pairs, which: NDArray[np.int64]) -> Pairs:
    return Pairs(pairs.pictures[which], pairs.clips[which], pairs.labels[which])


def _disturbed(images: Tensor, sounds: Tensor) -> tuple[Tensor, Tensor]:
    """Return a batch in which about half of the pictures and, apart from that, half of the sounds are spoilt."""
    count = len(images)
    hit = (torch.rand(3, count) < _NOISY_SHARE).to(images.device)
    sigma = torch.rand(count, device=images.device) * _MOST_SIGMA
    hidden = torch.rand(count, device=images.device) * _MOST_HIDDEN
    low, high = _SNR_DB
    snr_db = low + (high - low) * torch.rand(count, device=images.device)
    images = disturb.noisy_images(images, sigma * hit[0])
    images = disturb.occluded(images, hidden * hit[1])
    sounds = disturb.shifted(sounds, SHIFT_SAMPLES)
    return images, disturb.noisy_sounds(sounds, torch.where(hit[2], snr_db, 60.0))


@lru_cache(maxsize=4)
def _mel(device: torch.device) -> "MelSpectrogram":
    from torchaudio.transforms import MelSpectrogram

    made: MelSpectrogram = MelSpectrogram(RATE_HZ, n_fft=FFT_SAMPLES, hop_length=HOP_SAMPLES, n_mels=BANDS)
    return made.to(device)


def names_of(clips: Sequence[SpokenClip]) -> list[str]:
    """Return the names by which clips stand in a table of pairs."""
    return [clip.path.name for clip in clips]
