"""The pictures and clips of a fusion study on the device, and its pairs taken from there in batches.

Clips stay as samples, one second at 8 kHz, and their mel spectrogram (torchaudio's, 40 bands, decibels) is taken batch
by batch, so that noise can be put on the sound itself and not on its picture. Each clip is scaled to the same peak: how
loud somebody speaks says nothing about the digit.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tplab_gui.core.events.common import Tick
from tplab_gui.data.pairs import Pairs
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.nets.fusion import Pair
from tplab_gui.training import disturb
from tplab_gui.training.spectrograms import RATE_HZ, fit_length

if TYPE_CHECKING:  # see `training.spectrograms`
    from torchaudio.transforms import MelSpectrogram

SAMPLES, HOP_SAMPLES, FFT_SAMPLES, BANDS = RATE_HZ, 200, 400, 40
FRAMES = 1 + SAMPLES // HOP_SAMPLES
PEAK = 0.5  # of full scale
_KEPT_SETS = 2  # of decoded clips: a comparison reads the same set again and again


@dataclass(frozen=True)
class Stock:
    """All pictures and all clips of a study on the device, and what normalises them.

    `images` uint8 (P, 28, 28); `sounds` int16 (C, SAMPLES); `pixels`, `decibels`: mean and deviation.
    """

    images: Tensor
    sounds: Tensor
    pixels: tuple[float, float]
    decibels: tuple[float, float]

    def pictures(self, images: Tensor) -> Tensor:
        """Normalise images, float32 (B, 1, 28, 28) in [0, 1]."""
        mean, std = self.pixels
        return (images - mean) / std

    def spectrograms(self, sounds: Tensor) -> Tensor:
        """Return normalised spectrograms, float32 (B, 1, BANDS, FRAMES), of sounds float32 (B, SAMPLES)."""
        floor, spread = self.decibels
        return (decibels(sounds) - floor) / spread

    def pair(self, images: Tensor, sounds: Tensor, present: Tensor | None = None) -> Pair:
        """Return what a network is given: of images float32 (B, 1, 28, 28) in [0, 1], sounds float32 (B, SAMPLES)."""
        if present is None:
            present = torch.ones(len(images), 2, device=images.device)
        return Pair(self.pictures(images), self.spectrograms(sounds), present)


class PairedExamples:
    """One part of a study, taken in normalised batches.

    `augment` is that of `TrainParams`: 'none', 'noise' (half of what is taken is spoilt) or 'full' (other hands and
    voices too: what is taken is bent). With `only` 'image' the sounds are left out: a network that looks at the
    picture alone need not pay for spectrograms.
    """

    def __init__(self, stock: Stock, pairs: Pairs, augment: str = "none", only: str = "") -> None:
        device = stock.images.device
        self.stock = stock
        self.augment, self.only = augment, only
        self.pairs = pairs
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
        if self.only == "image":
            sounds = sounds[:, :1]  # next to nothing to spoil
        if self.augment == "full":
            images = disturb.bent_images(images)
        if self.augment != "none":
            images, sounds = disturb.spoilt(images, sounds)
        if self.only == "image":
            present = torch.tensor([[1.0, 0.0]], device=images.device).expand(len(images), 2)
            nothing = torch.zeros(len(images), 1, BANDS, FRAMES, device=images.device)
            return Pair(self.stock.pictures(images), nothing, present), labels
        pair = self.stock.pair(images, sounds)
        if self.augment == "full":
            pair = pair._replace(sound=disturb.bent_spectrograms(pair.sound, RATE_HZ / 2))
        return pair, labels


def stocked(
    images: NDArray[np.uint8],
    paths: Sequence[Path],
    learnt: NDArray[np.int64],
    pixels: tuple[float, float],
    device: torch.device,
) -> Generator[Tick, None, Stock]:
    """Read every clip and put both sets on the device; yields after each clip.

    Parameters
    ----------
    images : uint8 array (P, 28, 28)
    paths : where the clips are
    learnt : int64 array
        The clips whose spectrograms are given mean 0 and deviation 1.
    pixels : mean and deviation of the pixels, of [0, 1]

    """
    sounds = yield from _read(paths)
    return Stock(
        torch.from_numpy(images).to(device),
        torch.from_numpy(sounds).to(device),
        pixels,
        (yield from _scale(sounds[np.unique(learnt)])),
    )


def decibels(sounds: Tensor) -> Tensor:
    """Return the log-mel spectrograms, float32 (B, 1, BANDS, FRAMES), of sounds float32 (B, SAMPLES)."""
    power: Tensor = _mel(sounds.device)(sounds)
    return (10 * torch.log10(power.clamp(min=1e-6))).unsqueeze(1)


_sets: dict[tuple[tuple[str, int, int], ...], NDArray[np.int16]] = {}


def _read(paths: Sequence[Path]) -> Generator[Tick, None, NDArray[np.int16]]:
    """Return the samples of clips, int16 (C, SAMPLES); those of the last sets are kept while the files stay."""
    stats = [path.stat() for path in paths]
    key = tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in zip(paths, stats, strict=True))
    if key not in _sets:
        sounds = np.empty((len(paths), SAMPLES), np.int16)
        for row, path in zip(sounds, paths, strict=True):
            sound = read_sound(path)
            row[:] = np.round(_levelled(resample(sound.samples, sound.rate_hz, RATE_HZ)) * 32767)
            yield Tick()
        _sets[key] = sounds
        while len(_sets) > _KEPT_SETS:
            _sets.pop(next(iter(_sets)))
    return _sets[key]


def _scale(sounds: NDArray[np.int16]) -> Generator[Tick, None, tuple[float, float]]:
    """Return mean and deviation of the decibels of sounds."""
    total, squares, taken = 0.0, 0.0, 0
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # the same bits whatever number the run will use
    try:
        for first in range(0, len(sounds), 64):
            values = decibels(torch.from_numpy(sounds[first : first + 64]).float() / 32768.0).double()
            total, squares = total + values.sum().item(), squares + values.square().sum().item()
            taken += values.numel()
            yield Tick()
    finally:
        torch.set_num_threads(before)
    mean = total / taken
    return mean, max((squares / taken - mean**2) ** 0.5, 1e-3)


def _levelled(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    peak = float(np.abs(samples).max(initial=0.0))
    return fit_length(samples, SAMPLES) * np.float32(PEAK / peak if peak > 0 else 0.0)


@lru_cache(maxsize=4)
def _mel(device: torch.device) -> "MelSpectrogram":
    from torchaudio.transforms import MelSpectrogram

    made: MelSpectrogram = MelSpectrogram(RATE_HZ, n_fft=FFT_SAMPLES, hop_length=HOP_SAMPLES, n_mels=BANDS)
    return made.to(device)
