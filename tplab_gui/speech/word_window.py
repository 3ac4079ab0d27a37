"""The word of a recording, and its place in the network's window: used by training, by files and by the microphone.

A network hears worse in use than in training when the two cut words differently, so all of them call `find_word`
and `word_picture`. Separate from `endpoint`, which must decide while the sound is still coming.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.speech.endpoint import Span, column_levels
from tplab_gui.speech.features import FeatureParams, log_mel

Array = NDArray[np.float32]

FEATURES = FeatureParams()
COLUMNS = 88  # 1.1 s: 99.9 % of the spoken digits at hand fit
RANGE_DB = 60.0  # below the loudest column; what is softer looks like silence


def find_word(samples: Array, features: FeatureParams | None = None) -> Span:
    """Find the part of a recording that holds its word.

    Unlike the live `Endpointer` this sees the whole recording, so it measures against the loudest sound as well as
    against the floor: a closely cut clip has no silence to learn a floor from.

    Parameters
    ----------
    samples : ndarray, shape (n,), float, full scale = 1
    features : FeatureParams, the frames to measure levels in

    Returns
    -------
    Span
        With 120 ms before and 100 ms after the audible part, within the recording.

    Raises
    ------
    LabError
        If no sound rises above silence (nothing louder than -75 dB, or an empty recording).
    """
    features = features or FeatureParams()
    columns = log_mel(samples, features)
    if columns.shape[1] == 0 and len(samples):
        columns = log_mel(np.pad(samples, (0, features.n_fft)), features)
    levels = column_levels(columns)
    if levels.size == 0 or levels.max() < -75.0:
        raise LabError(
            "No sound above the noise was found in this recording.",
            hint="Speak closer to the microphone, or choose another recording.",
        )
    smooth = np.convolve(np.pad(levels, 1, mode="edge"), np.full(3, 1 / 3, np.float32), mode="valid")
    peak, floor = float(smooth.max()), float(np.quantile(smooth, 0.1))
    sure_db = min(max(floor + 9.0, peak - 25.0), peak - 6.0)
    edge_db = min(max(floor + 4.0, peak - 38.0), sure_db)
    first, last = _loudest_group(
        smooth, sure_db, max_gap=round(0.3 * features.rate_hz / features.hop_samples)
    )
    while first > 0 and smooth[first - 1] > edge_db:
        first -= 1
    while last < smooth.size - 1 and smooth[last + 1] > edge_db:
        last += 1
    start = first * features.hop_samples - round(0.12 * features.rate_hz)
    end = last * features.hop_samples + features.n_fft + round(0.10 * features.rate_hz)
    return Span(max(0, start), min(len(samples), end))


def _loudest_group(levels: NDArray[np.floating], threshold_db: float, max_gap: int) -> tuple[int, int]:
    """First and last frame of the group above the threshold, gaps bridged, that has the most decibels above it."""
    above = np.flatnonzero(levels >= threshold_db)
    groups = np.split(above, np.flatnonzero(np.diff(above) > max_gap) + 1)
    weights = [float(np.sum(levels[group] - threshold_db)) for group in groups]
    best = groups[int(np.argmax(weights))]
    return int(best[0]), int(best[-1])


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
    params = replace(
        FEATURES, floor_db=-160.0, mel_warp=mel_warp, hop_samples=hop_samples
    )  # soft words have 60 dB too
    return relative_picture(log_mel(put_in_window(samples, span, window_samples(params)), params))
