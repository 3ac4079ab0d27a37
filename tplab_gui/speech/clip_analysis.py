"""One clip as a picture: its mel spectrogram as a learner asked for it, and honesty about its bands (remark R10).

A band without an FFT bin stays black whatever is said (torchaudio only warns on the console; pytorch/audio issue 851).
A program that takes 8 kHz for 16 kHz draws every frequency at twice its Hz and never knows.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from tplab_gui.core.events.data import Analyse, Analysed, BandsHeard
from tplab_gui.core.mel_choice import MelChoice, preset
from tplab_gui.speech.features import FeatureParams, log_mel, mel_corners_hz, mel_filters

_LARGEST_N_FFT = 65_536
_ON_A_BIN = 1e-9  # a corner this near to a bin is on it: rounding must not put it inside


def analyse(request: Analyse) -> Analysed:
    """Return the picture that was asked for; the choice must be one without `refusals`."""
    choice = request.choice
    level_db = log_mel(request.samples, feature_params(choice, request.rate_hz))
    report = preset("report", request.rate_hz)
    return Analysed(
        samples=request.samples,
        choice=choice,
        level_db=level_db,
        hop_s=choice.hop_samples / request.rate_hz,
        frame_s=choice.n_fft / request.rate_hz,
        heard=bands_heard(choice, request.rate_hz),
        report_shape=(1, report.n_mels, report.columns(len(request.samples))),
    )


def feature_params(choice: MelChoice, rate_hz: int) -> FeatureParams:
    """Return what `features` computes for a choice: the rate is the one that the program believes in.

    Raises
    ------
    LabError
        If the choice cannot be.

    """
    return FeatureParams(
        rate_hz=choice.believed_hz(rate_hz),
        n_fft=choice.n_fft,
        window_samples=choice.window_samples,
        hop_samples=choice.hop_samples,
        n_mels=choice.n_mels,
        f_min_hz=choice.f_min_hz,
        f_max_hz=choice.f_max_hz,
        is_centred=choice.is_centred,
        window_shape=choice.window_shape,
        scale=choice.scale,
        is_magnitude=choice.is_magnitude,
        is_full_scale=choice.is_full_scale,
    )


@lru_cache(maxsize=64)
def bands_heard(choice: MelChoice, rate_hz: int) -> BandsHeard:
    """Return which bands of a choice hear nothing, why, and what would mend it."""
    params = feature_params(choice, rate_hz)
    corners = mel_corners_hz(params)
    return BandsHeard(
        corners_hz=corners,
        empty=tuple(int(band) for band in np.flatnonzero(~mel_filters(params).any(axis=1))),
        bin_hz=params.rate_hz / params.n_fft,
        narrowest_hz=float((corners[2:] - corners[:-2]).min()),
        n_fft_enough=_n_fft_enough(params),
        n_mels_enough=_n_mels_enough(params),
        believed_rate_hz=params.rate_hz,
        true_rate_hz=rate_hz,
    )


def _n_fft_enough(params: FeatureParams) -> int:
    n_fft = 16
    while n_fft <= _LARGEST_N_FFT:
        if not _has_empty(replace(params, n_fft=n_fft, window_samples=min(params.window_samples, n_fft))):
            return n_fft
        n_fft *= 2
    return 0


def _n_mels_enough(params: FeatureParams) -> int:
    """The largest number of bands, up to the one asked for, with none empty: fewer bands are wider ones."""
    for n_mels in range(params.n_mels, 0, -1):
        if not _has_empty(replace(params, n_mels=n_mels)):
            return n_mels
    return 0


def _has_empty(params: FeatureParams) -> bool:
    """Whether a band holds no bin strictly inside; without the matrix, of which a search would make hundreds."""
    corners = mel_corners_hz(params) * params.n_fft / params.rate_hz  # in bins
    first = np.floor(corners[:-2] + _ON_A_BIN) + 1
    last = np.ceil(corners[2:] - _ON_A_BIN) - 1
    return bool((np.minimum(last, params.n_fft // 2) < first).any())
