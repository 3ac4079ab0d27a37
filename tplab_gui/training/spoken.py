"""Spoken digits as the report hears them: padded clips, torchaudio's mel spectrogram, decibels.

`MelSpectrogram()` and `AmplitudeToDB()` with their defaults: n_fft 400, hop 200, 128 bands, centred frames. The preset
'report' keeps the default rate of 16 kHz for files of 8 kHz, so its mel axis is wrong by a factor of 2 and 4 bands are
always empty (pytorch/audio issue 851); 'one-second' tells the true rate. Nothing is taken away or divided by
afterwards, as in the report's program.
"""

import warnings
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
import torchaudio
from numpy.typing import NDArray
from torch.nn import functional

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.experiments import translate
from tplab_gui.core.params import TrainParams
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import SpokenClip, clips_sha256, list_clips
from tplab_gui.nets.report_cnn import ReportCNN
from tplab_gui.training.batches import TRAIN_EVAL_SAMPLES, Material, chosen
from tplab_gui.training.split import split

RATE_HZ = 8000
BANDS, HOP_SAMPLES = 128, 200
_ORIGINS = {
    "builtin": "600 digits in English and French, spoken by voices that were made for the lab",
    "fsdd": "Z. Jackson et al., Free Spoken Digit Dataset, 2016 (CC BY-SA 4.0)",
}


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

    """

    def __init__(
        self, pictures: Sequence[torch.Tensor], labels: Sequence[int], frames: int, device: torch.device
    ) -> None:
        longest = max(picture.shape[1] for picture in pictures)
        kept = torch.full((len(pictures), 1, BANDS, longest), silence_db())
        for row, picture in zip(kept, pictures, strict=True):
            row[0, :, : picture.shape[1]] = picture
        self._kept = kept.to(device)
        self._labels = torch.tensor(labels, dtype=torch.int64, device=device)
        self._padding = frames - longest

    def __len__(self) -> int:
        return len(self._labels)

    def take(self, which: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
        """Return spectrograms float32 (B, 1, bands, frames) in dB, and labels int64 (B,)."""
        spectrograms = functional.pad(self._kept[which], (0, self._padding), value=silence_db())
        return spectrograms, self._labels[which]


def clip_samples(params: TrainParams) -> int:
    """Return the length of every clip at 8 kHz, in samples."""
    return params.clip_samples or PRESETS[params.preset].clip_samples


def frame_count(params: TrainParams) -> int:
    """Return the columns of every spectrogram: centred frames, one a hop and one more."""
    return 1 + clip_samples(params) // HOP_SAMPLES


def build(params: TrainParams) -> ReportCNN:
    """Return the network for spectrograms of these settings; raises `LabError` when they cannot pass it."""
    return ReportCNN(BANDS, frame_count(params))


def fit_length(samples: NDArray[np.float32], length: int) -> NDArray[np.float32]:
    """Return float32 (length,): the samples, cut at the end or followed by silence."""
    return np.pad(samples[:length], (0, max(0, length - len(samples))))


def spectrogram(samples: NDArray[np.float32], params: TrainParams) -> torch.Tensor:
    """Return the spectrogram of a clip at 8 kHz, float32 (bands, frames), in dB."""
    padded = torch.from_numpy(fit_length(samples, clip_samples(params)))
    return _to_db()(_to_mel(PRESETS[params.preset].mel_rate_hz)(padded))


@lru_cache(maxsize=1)
def silence_db() -> float:
    """Return what silence is in every band: the floor of `AmplitudeToDB`, -100 dB."""
    return float(_to_db()(torch.zeros(1)))


def without_silence(picture: torch.Tensor) -> torch.Tensor:
    """Return the spectrogram without the columns of pure silence at its end; at least one is kept."""
    heard = (picture > silence_db()).any(dim=0).nonzero()
    return picture[:, : int(heard.max()) + 1 if len(heard) else 1]


def load(params: TrainParams, device: torch.device) -> Generator[object, None, Material]:
    """List, split and read the clips; returns the `Material`.

    Raises `LabError` when the settings cannot pass the network, or when there is nothing to learn from or to test on.
    """
    build(params)  # refuses before anything is read
    clips = list_clips(params.data, params.language)
    parts = [[part[i] for i in chosen(len(part), params.limit)] for part in split(clips, params)]
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # the same bits whatever number the run will use; a clip is too small for two
    try:
        (train, labels), (test, test_labels) = yield from _read(parts, params)
    finally:
        torch.set_num_threads(before)
    again = chosen(len(train), TRAIN_EVAL_SAMPLES)
    frames = frame_count(params)
    return Material(
        name=str(params.data) if params.data in _ORIGINS else parts[0][0].path.parent.name,
        sha256=clips_sha256(clips),
        origin=_ORIGINS.get(params.data, str(params.data)),
        shape=(1, BANDS, frames),
        details={"clip_samples": clip_samples(params), "rate_hz": RATE_HZ, "bands": BANDS, "frames": frames},
        train=Spectrograms(train, labels, frames, device),
        train_again=Spectrograms([train[i] for i in again], [labels[i] for i in again], frames, device),
        test=Spectrograms(test, test_labels, frames, device),
    )


def stations(params: TrainParams) -> tuple[ShapeRow, ...]:
    """Return what happens to the shape of a clip before the network."""
    length, frames = clip_samples(params), frame_count(params)
    return (
        ShapeRow(
            "data",
            translate("Ledger", "clip"),
            (length,),
            0,
            translate("Ledger", "{seconds:.3g} s at {rate} samples a second: cut, or followed by silence"),
            {"rate": RATE_HZ, "seconds": length / RATE_HZ},
        ),
        ShapeRow(
            "data",
            translate("Ledger", "mel spectrogram"),
            (BANDS, frames),
            0,
            translate(
                "Ledger",
                "{bands} bands, as for {mel_rate} samples a second; one column per hop and one more: "
                "{length} / {hop} + 1 = {frames}",
            ),
            {
                "bands": BANDS,
                "mel_rate": PRESETS[params.preset].mel_rate_hz,
                "hop": HOP_SAMPLES,
                "length": length,
                "frames": frames,
            },
        ),
        ShapeRow(
            "data",
            translate("Ledger", "tensor"),
            (1, BANDS, frames),
            0,
            translate("Ledger", "One channel, in decibels: silence is -100 dB"),
        ),
    )


Part = tuple[list[torch.Tensor], list[int]]


def _read(parts: list[list[SpokenClip]], params: TrainParams) -> Generator[object, None, tuple[Part, Part]]:
    """Turn the clips of both parts into spectrograms; leaves out, and says, what cannot be read or is too long."""
    cut, unreadable = 0, []
    read: list[Part] = []
    for part in parts:
        pictures: list[torch.Tensor] = []
        labels: list[int] = []
        for clip in part:
            try:
                sound = read_sound(clip.path)
            except LabError as error:
                unreadable.append(error)
                continue
            samples = resample(sound.samples, sound.rate_hz, RATE_HZ)
            cut += len(samples) > clip_samples(params)
            pictures.append(without_silence(spectrogram(samples, params)).clone())
            labels.append(clip.digit)
            yield Tick()
        if not pictures:
            raise unreadable[0]
        read.append((pictures, labels))
    total = sum(len(part) for part in parts)
    if unreadable:
        yield Notice(
            LabError(
                "{count} of {total} clips could not be read and were left out.",
                hint="The first of them: {first}",
                count=len(unreadable),
                total=total,
                first=unreadable[0],
            ),
            "warning",
            "unreadable",
        )
    if cut:
        yield Notice(
            LabError(
                "{count} of {total} clips are longer than {seconds} s; what comes after is not heard.",
                hint="Choose the report's spectrogram, which holds 6 s, or a longer clip.",
                count=cut,
                total=total,
                seconds=clip_samples(params) / RATE_HZ,
            ),
            "info",
            "cut",
        )
    return read[0], read[1]


@lru_cache(maxsize=2)
def _to_mel(rate_hz: int) -> torchaudio.transforms.MelSpectrogram:
    with warnings.catch_warnings():  # of the empty bands, which the module's text explains
        warnings.filterwarnings("ignore", message="At least one mel filterbank has all zero values")
        return torchaudio.transforms.MelSpectrogram(sample_rate=rate_hz)


@lru_cache(maxsize=1)
def _to_db() -> torchaudio.transforms.AmplitudeToDB:
    return torchaudio.transforms.AmplitudeToDB()
