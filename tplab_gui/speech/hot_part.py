"""What in a word decided, as a picture and as a part that can be played."""

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.events.digits import WordSeen
from tplab_gui.nets.digit_sound import DigitSoundNet
from tplab_gui.nets.digit_sound_evidence import as_large_as, evidence
from tplab_gui.speech.features import mel_centres_hz
from tplab_gui.speech.word_window import FEATURES, find_word, put_in_window, window_samples, word_picture

Array = NDArray[np.float32]

HOT = 0.5  # of the most: what is hot
LEAST_S, LEAST_SHARE = (
    0.15,
    0.25,
)  # a part shorter, or a band narrower (of all bands), is only heard as a click


def word_seen(network: DigitSoundNet, samples: Array, digit: int) -> WordSeen:
    """Explain why `network` heard `digit` in a word at 8 kHz, float32 (n,), by the middle one of its three ears.

    Raises
    ------
    LabError
        If no sound above the noise is in it.

    """
    span = find_word(samples)
    picture = word_picture(samples, span)
    found = evidence(network, torch.from_numpy(picture), digit)
    heat = as_large_as(found.heat, (FEATURES.n_mels, picture.shape[1])).numpy()
    hop_s = FEATURES.hop_samples / FEATURES.rate_hz
    centres_hz = mel_centres_hz(FEATURES)
    return WordSeen(
        start_s=span.start_sample / FEATURES.rate_hz,
        end_s=span.end_sample / FEATURES.rate_hz,
        samples=put_in_window(samples, span, window_samples()),
        rate_hz=FEATURES.rate_hz,
        picture=np.float32(0.5) * (picture + 1),
        hop_s=hop_s,
        centres_hz=centres_hz,
        digit=digit,
        heat=heat,
        time=found.time.numpy(),
        score=found.score,
        hot=hot_part(heat, hop_s, centres_hz),
    )


def hot_part(heat: Array, hop_s: float, centres_hz: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Find the stretch and the band that hold the hottest of `heat`, (bands, columns) float32 >= 0.

    Returns
    -------
    (from, to) in seconds of the picture, columns `hop_s` apart, and (from, to) in Hz; 0 Hz and 0 s stand for the
    ends where nothing is hot at all

    """
    if not heat.any():
        return 0.0, 0.0, 0.0, 0.0
    first, last = _around_the_peak(heat.sum(axis=0), round(LEAST_S / hop_s))
    low, high = _around_the_peak(heat[:, first:last].sum(axis=1), round(LEAST_SHARE * len(heat)))
    return first * hop_s, last * hop_s, float(centres_hz[low]), float(centres_hz[high - 1])


def _around_the_peak(profile: Array, least: int) -> tuple[int, int]:
    """Return (first, end) of the values around the highest one that reach `HOT` of it, at least `least` of them."""
    peak = int(profile.argmax())
    first, end = peak, peak + 1
    while first > 0 and profile[first - 1] >= HOT * profile[peak]:
        first -= 1
    while end < len(profile) and profile[end] >= HOT * profile[peak]:
        end += 1
    missing = max(0, min(least, len(profile)) - (end - first))
    first = max(0, min(first - missing // 2, len(profile) - least))
    return first, max(end, min(len(profile), first + least))
