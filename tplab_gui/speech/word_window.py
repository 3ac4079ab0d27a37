"""A word in the network's window: one place, used by training, by files and by the microphone alike.

A network heard worse in use than in training whenever the two cut words differently, so both call `word_picture`.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tplab_gui.speech.endpoint import Span, column_levels
from tplab_gui.speech.features import FeatureParams, log_mel

Array = NDArray[np.float32]

FEATURES = FeatureParams()
COLUMNS = 88  # 1.1 s: 99.9 % of the spoken digits at hand fit
RANGE_DB = 60.0  # below the loudest column; what is softer looks like silence


def window_samples(params: FeatureParams = FEATURES, columns: int = COLUMNS) -> int:
    """How many samples `columns` columns need."""
    return (columns - 1) * params.hop_samples + params.n_fft


def put_in_window(samples: Array, span: Span, size: int) -> Array:
    """Put the span in the middle of `size` samples of silence; of a longer span keep its middle.

    Sound outside the span is left out even where the window has room for it: a door or a neighbour there is not
    the word.

    Returns
    -------
    ndarray, shape (size,), float32
    """
    word = samples[span.start_sample : span.end_sample]
    if word.size > size:
        surplus = (word.size - size) // 2
        word = word[surplus : surplus + size]
    window = np.zeros(size, dtype=np.float32)
    before = (size - word.size) // 2
    window[before : before + word.size] = word
    return window


def relative_picture(columns_db: Array) -> Array:
    """Make a log-mel spectrogram independent of loudness: [-1, 1], 1 at the level of the loudest columns.

    The reference is the loudest running mean of three columns, so one click does not set it.
    """
    levels = column_levels(columns_db)
    loudest = np.convolve(levels, np.ones(3) / 3, mode="valid").max()
    picture = 1.0 + (columns_db - loudest) * (2.0 / RANGE_DB)
    return np.clip(picture, -1.0, 1.0).astype(np.float32)


def word_picture(
    samples: Array, span: Span, mel_warp: float = 1.0, hop_samples: int = FEATURES.hop_samples
) -> Array:
    """The network's input for the word in `span`.

    Parameters
    ----------
    samples : ndarray, shape (n,), float32, at 8 kHz
    span : Span, where the word is
    mel_warp : float, moves the bands: 1.06 hears the voice as one with a vocal tract 6 % longer
    hop_samples : int, other hops than the usual 100 hear the word slower or faster (training)

    Returns
    -------
    ndarray, shape (n_mels, 88), float32, in [-1, 1]
    """
    params = replace(FEATURES, mel_warp=mel_warp, hop_samples=hop_samples)
    return relative_picture(log_mel(put_in_window(samples, span, window_samples(params)), params))
