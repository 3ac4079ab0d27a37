"""The log-mel spectrogram: what the network hears, and what the window paints, from one formula.

numpy only, so that a hop costs about 10 microseconds and no torch is needed to draw sound. The batch function and
`LogMelStream` give the same columns; torchaudio's `MelSpectrogram` and `AmplitudeToDB` are the oracle of the tests.

The scales of pitch are in `mel_scale`; the default is HTK's.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.speech.mel_scale import hz_of_mel, mel_of_hz

__all__ = [
    "FeatureParams",
    "LogMelStream",
    "hz_of_mel",
    "log_mel",
    "mel_centres_hz",
    "mel_filters",
    "mel_of_hz",
]

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FeatureParams:
    """How sound is cut into frames and bands. The defaults are those of the shipped network.

    `window_samples` may be shorter than `n_fft`: the Hann window then lies in the middle of the frame, as in torch.
    `f_max_hz` 0 means half the rate. `is_centred` reflects the clip by n_fft / 2 on both sides, so that column k is
    centred on sample k * hop_samples (torchaudio's default, and the shapes of the report's table 1); without it
    column k starts there, which is what a live stream can do. `mel_warp` above 1 moves every band up by that
    factor, as a shorter vocal tract does (Jaitly and Hinton, 2013); 1 everywhere but in training.

    The rest is for looking: `window_shape` and `scale` as in `core.mel_choice`; `is_magnitude` gives the bands
    amplitudes instead of powers (torchaudio's power=1); without `is_full_scale` 0 dB is a power of 1 in the FFT, as
    torchaudio's `AmplitudeToDB` has it.
    """

    rate_hz: int = 8000
    n_fft: int = 256
    window_samples: int = 200
    hop_samples: int = 100
    n_mels: int = 40
    f_min_hz: float = 100.0
    f_max_hz: float = 3800.0
    floor_db: float = -100.0
    is_centred: bool = False
    mel_warp: float = 1.0
    window_shape: str = "hann"
    scale: str = "htk"
    is_magnitude: bool = False
    is_full_scale: bool = True

    def __post_init__(self) -> None:
        if not (0 < self.window_samples <= self.n_fft and self.hop_samples > 0 and self.n_mels > 0):
            raise LabError(
                "These spectrogram settings do not fit together: window {window}, n_fft {n_fft}, hop {hop}, "
                "{bands} bands.",
                hint="Choose a window no longer than n_fft, and a hop and a number of bands of at least 1.",
                window=self.window_samples,
                n_fft=self.n_fft,
                hop=self.hop_samples,
                bands=self.n_mels,
            )
        if not 0 <= self.f_min_hz < self.top_hz <= self.rate_hz / 2:
            raise LabError(
                "The band from {low} Hz to {high} Hz does not lie between 0 and half the rate of {rate} Hz.",
                hint="A recording holds no frequency above half its sample rate.",
                low=self.f_min_hz,
                high=self.top_hz,
                rate=self.rate_hz,
            )

    @property
    def top_hz(self) -> float:
        """The upper end of the highest band, in Hz."""
        return self.f_max_hz or self.rate_hz / 2


def mel_corners_hz(params: FeatureParams) -> NDArray[np.float64]:
    """The corners of the triangles in Hz, shape (n_mels + 2,), equally spaced in mel: band m has m, m + 1, m + 2."""
    ends = mel_of_hz(np.array([params.f_min_hz, params.top_hz]), params.scale)
    return params.mel_warp * hz_of_mel(np.linspace(ends[0], ends[1], params.n_mels + 2), params.scale)


def mel_centres_hz(params: FeatureParams) -> NDArray[np.float64]:
    """Centre of every band in Hz, shape (n_mels,), for the axis of a picture."""
    return mel_corners_hz(params)[1:-1]


_ROUNDING = 1e-9


@lru_cache(maxsize=64)
def mel_filters(params: FeatureParams) -> Array:
    """The triangles, shape (n_mels, n_fft // 2 + 1), float32, each 1 at its centre (no area normalisation).

    A row of zeros is a band narrower than the distance of two FFT bins: it hears nothing (pytorch/audio issue 851).
    """
    corners = mel_corners_hz(params)
    bins_hz = np.linspace(0.0, params.rate_hz / 2, params.n_fft // 2 + 1)
    rising = (bins_hz - corners[:-2, None]) / np.diff(corners)[:-1, None]
    falling = (corners[2:, None] - bins_hz) / np.diff(corners)[1:, None]
    filters = np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)
    filters[filters < _ROUNDING] = 0  # a bin on a corner, which the way to mel and back has moved by a hair
    filters.setflags(write=False)  # shared by every caller of the cache
    return filters


# Cosine series: the factors of cos(0), cos(turn), cos(2 turn).
_COSINES = {
    "hann": (0.5, -0.5),
    "hamming": (0.54, -0.46),
    "blackman": (0.42, -0.5, 0.08),
    "rectangular": (1.0,),
}


@lru_cache(maxsize=64)
def window(params: FeatureParams) -> Array:
    """Periodic window in the middle of n_fft samples, scaled so that a full-scale sine has power 1 at its bin.

    Hann, Hamming, Blackman or rectangular, with the coefficients of torch; not scaled where 0 dB is not full scale.
    """
    turn = 2 * np.pi * np.arange(params.window_samples) / params.window_samples
    cosines = _COSINES[params.window_shape]
    shape = sum(part * np.cos(number * turn) for number, part in enumerate(cosines))
    scale = 2 / max(float(np.sum(shape)), 1e-9) if params.is_full_scale else 1.0
    before = (params.n_fft - params.window_samples) // 2
    frame = np.zeros(params.n_fft, dtype=np.float32)
    frame[before : before + params.window_samples] = shape * scale
    frame.setflags(write=False)
    return frame


def frame_count(n_samples: int, params: FeatureParams) -> int:
    """How many columns `log_mel` gives for `n_samples` samples."""
    if params.is_centred:
        n_samples += 2 * (params.n_fft // 2)
    return max(0, 1 + (n_samples - params.n_fft) // params.hop_samples)


def power_frames(frames: NDArray[np.float32], params: FeatureParams) -> NDArray[np.float32]:
    """Power spectrum of frames: (..., n_fft) samples -> (..., n_fft // 2 + 1), full-scale sine = 1."""
    spectrum = np.fft.rfft(frames * window(params), axis=-1)
    return (spectrum.real**2 + spectrum.imag**2).astype(np.float32)


def decibels(power: NDArray[np.float32], floor_db: float) -> Array:
    """Power -> dB re full scale, float32, never below `floor_db`."""
    return (10.0 * np.log10(np.maximum(power, 10.0 ** (floor_db / 10)))).astype(np.float32)


def log_mel(samples: Array, params: FeatureParams) -> Array:
    """Log-mel spectrogram of a clip.

    Parameters
    ----------
    samples : ndarray, shape (n,), float, full scale = 1
    params : FeatureParams

    Returns
    -------
    ndarray, shape (n_mels, frames), float32, dB re full scale (a sine of amplitude 1 is near 0 dB in its band),
    at least `floor_db`. `frames` is 0 for a clip shorter than one frame (never so when centred and not empty).
    """
    samples = np.ascontiguousarray(samples, dtype=np.float32)
    if params.is_centred and samples.size:
        half = params.n_fft // 2
        samples = np.pad(samples, half, mode="reflect" if samples.size > 1 else "edge")
    count = max(0, 1 + (samples.size - params.n_fft) // params.hop_samples)
    if count == 0:
        return np.empty((params.n_mels, 0), dtype=np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(samples, params.n_fft)[:: params.hop_samples]
    filters = mel_filters(params)
    columns = np.empty((params.n_mels, count), dtype=np.float32)
    for start in range(0, count, 1024):  # bounded memory for a long recording
        power = power_frames(frames[start : start + 1024], params)
        if params.is_magnitude:
            columns[:, start : start + 1024] = decibels((filters @ np.sqrt(power).T) ** 2, params.floor_db)
        else:
            columns[:, start : start + 1024] = decibels(filters @ power.T, params.floor_db)
    return columns


class LogMelStream:
    """The same columns for sound that arrives in blocks of any size.

    Holds less than one frame of samples between two calls. Column k starts at sample k * hop_samples of all
    samples pushed since the beginning; `columns` counts the columns given so far.
    """

    def __init__(self, params: FeatureParams) -> None:
        if params.is_centred:
            raise LabError(
                "A live spectrogram cannot be centred, because its last columns need sound that is yet to come.",
                hint="Switch centring off for the microphone.",
            )
        self.params = params
        self.columns = 0
        self._rest = np.empty(0, dtype=np.float32)
        self._skip = 0  # samples to drop when the hop is longer than the frame

    def push(self, block: Array) -> Array:
        """Add samples, shape (n,), and get the columns they complete, shape (n_mels, m), float32, dB."""
        block = np.asarray(block, dtype=np.float32)
        dropped = min(self._skip, block.size)
        self._skip -= dropped
        samples = np.concatenate([self._rest, block[dropped:]])
        columns = log_mel(samples, self.params)
        used = columns.shape[1] * self.params.hop_samples
        self._skip += max(0, used - samples.size)
        self._rest = samples[used:].copy()
        self.columns += columns.shape[1]
        return columns
