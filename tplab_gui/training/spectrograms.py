"""What becomes of a spoken digit before the report's network: a padded clip, torchaudio's mel spectrogram, decibels.

`MelSpectrogram()` and `AmplitudeToDB()` with their defaults: n_fft 400, hop 200, 128 bands, centred frames. The preset
'report' keeps the default rate of 16 kHz for files of 8 kHz, so its mel axis is wrong by a factor of 2 and 4 bands are
always empty (pytorch/audio issue 851); 'one-second' tells the true rate. Nothing is taken away or divided by
afterwards, as in the report's program, unless `scaling` asks for it, as the lab's own defaults do: decibels near -100
can silence every ReLU for good at the first steps, and the same word twice as loud is another picture.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from tplab_gui.core.params import TrainParams

if TYPE_CHECKING:  # it takes a second to load, and most runs hear nothing
    from torchaudio.transforms import AmplitudeToDB, MelSpectrogram

RATE_HZ = 8000
BANDS, HOP_SAMPLES = 128, 200
LEVELLED_RANGE_DB, CONTRAST_DB = (
    80.0,
    20.0,
)  # of a levelled clip: below its loudest value, and their deviation


@dataclass(frozen=True)
class Preset:
    """`clip_samples` every clip is padded or cut to; `mel_rate_hz` is what the mel filters believe the rate to be."""

    clip_samples: int
    mel_rate_hz: int


PRESETS = {"one-second": Preset(8000, 8000), "report": Preset(48_000, 16_000)}


class Spectrograms:
    """Labelled mel spectrograms on a device.

    Parameters
    ----------
    pictures : sequence of float32 tensors (bands, columns)
        In dB; the silence at the end of a padded clip may be left out.
    labels : sequence of int, 0 to 9
    frames : int
        Columns of what `take` gives.
    device : torch.device
    mean, std : float
        What is taken away and divided by.

    """

    def __init__(
        self,
        pictures: Sequence[torch.Tensor],
        labels: Sequence[int],
        frames: int,
        device: torch.device,
        mean: float = 0.0,
        std: float = 1.0,
    ) -> None:
        longest = max(picture.shape[1] for picture in pictures)
        kept = torch.full((len(pictures), 1, BANDS, longest), silence_db())
        for row, picture in zip(kept, pictures, strict=True):
            row[0, :, : picture.shape[1]] = picture
        self._kept = kept.to(device)
        self._labels = torch.tensor(labels, dtype=torch.int64, device=device)
        self._padding = frames - longest
        self._mean, self._std = mean, std

    def __len__(self) -> int:
        return len(self._labels)

    def take(self, which: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
        """Return spectrograms float32 (B, 1, bands, frames) in dB or scaled, and labels int64 (B,)."""
        spectrograms = functional.pad(self._kept[which], (0, self._padding), value=silence_db())
        return (spectrograms - self._mean) / self._std, self._labels[which]


def clip_samples(params: TrainParams) -> int:
    """Return the length of every clip at 8 kHz, in samples."""
    return params.clip_samples or PRESETS[params.preset].clip_samples


def frame_count(params: TrainParams) -> int:
    """Return the columns of every spectrogram: centred frames, one a hop and one more."""
    return 1 + clip_samples(params) // HOP_SAMPLES


def fit_length(samples: NDArray[np.float32], length: int) -> NDArray[np.float32]:
    """Return float32 (length,): the samples, cut at the end or followed by silence."""
    return np.pad(samples[:length], (0, max(0, length - len(samples))))


def spectrogram(samples: NDArray[np.float32], params: TrainParams) -> torch.Tensor:
    """Return the spectrogram of a clip at 8 kHz, float32 (bands, frames), in dB."""
    padded = torch.from_numpy(fit_length(samples, clip_samples(params)))
    picture: torch.Tensor = _to_db()(_to_mel(PRESETS[params.preset].mel_rate_hz)(padded))
    return levelled(picture) if params.scaling == "levelled" else picture


def levelled(picture_db: torch.Tensor) -> torch.Tensor:
    """Return a spectrogram (bands, frames) in dB, however loudly it was recorded: silence stays what it is in dB.

    What is 80 dB below the loudest value, the noise of the recording, counts as silence; the height of the rest above
    it has a deviation of 20 dB.
    """
    floor_db = max(float(picture_db.max()) - LEVELLED_RANGE_DB, silence_db())
    height = (picture_db - floor_db).clamp(min=0.0)
    return silence_db() + height * (CONTRAST_DB / max(float(height.std()), 1e-3))


@lru_cache(maxsize=1)
def silence_db() -> float:
    """Return what silence is in every band: the floor of `AmplitudeToDB`, -100 dB."""
    return float(_to_db()(torch.zeros(1)))


def without_silence(picture: torch.Tensor) -> torch.Tensor:
    """Return the spectrogram without the columns of pure silence at its end; at least one is kept."""
    heard = (picture > silence_db()).any(dim=0).nonzero()
    return picture[:, : int(heard.max()) + 1 if len(heard) else 1]


def scale_of(pictures: Sequence[torch.Tensor], frames: int) -> tuple[float, float]:
    """Return the mean and deviation of spectrograms that are padded to `frames` columns with silence."""
    count = len(pictures) * BANDS * frames
    silent = count - sum(picture.numel() for picture in pictures)
    mean = (sum(float(p.double().sum()) for p in pictures) + silent * silence_db()) / count
    squares = sum(float(((p.double() - mean) ** 2).sum()) for p in pictures)
    return mean, max(((squares + silent * (silence_db() - mean) ** 2) / count) ** 0.5, 1e-3)


def as_picture(spectrogram_db: torch.Tensor) -> NDArray[np.uint8]:
    """Return a spectrogram (bands, columns) as a picture uint8, low bands below: 255 the loudest, 0 that less 80 dB."""
    level = (spectrogram_db - spectrogram_db.max()) / 80.0 + 1.0
    picture: NDArray[np.uint8] = (255 * level.clamp(0.0, 1.0)).round().to(torch.uint8).flip(0).numpy()
    return picture


@lru_cache(maxsize=2)
def _to_mel(rate_hz: int) -> "MelSpectrogram":
    from torchaudio.transforms import MelSpectrogram

    with warnings.catch_warnings():  # of the empty bands, which the module's text explains
        warnings.filterwarnings("ignore", message="At least one mel filterbank has all zero values")
        return MelSpectrogram(sample_rate=rate_hz)


@lru_cache(maxsize=1)
def _to_db() -> "AmplitudeToDB":
    from torchaudio.transforms import AmplitudeToDB

    return AmplitudeToDB()
