"""Hear one band of frequencies alone: a Butterworth band-pass, run both ways so that nothing is delayed."""

import numpy as np
from numpy.typing import NDArray

_ORDER = 6  # of one pass; both ways together 72 dB an octave
_NARROWEST = 1.05  # high / low: below that the filter would ring for longer than a word


def keep_band(
    samples: NDArray[np.float32], rate_hz: int, low_hz: float, high_hz: float
) -> NDArray[np.float32]:
    """Return samples (n,) with what lies outside `low_hz` to `high_hz` taken away; float32 (n,).

    `low_hz` 0 keeps everything below, `high_hz` 0 or at least half the rate everything above. The ends are where the
    level has fallen by 6 dB. A band narrower than 5 % is widened to that around its middle.
    """
    from scipy import signal  # here: half a second, which only a band needs

    nyquist_hz = rate_hz / 2
    if low_hz > 0 and 0 < high_hz < nyquist_hz and high_hz < _NARROWEST * low_hz:
        middle_hz = np.sqrt(low_hz * high_hz)
        low_hz, high_hz = middle_hz / np.sqrt(_NARROWEST), middle_hz * np.sqrt(_NARROWEST)
    has_low, has_high = low_hz > 0, 0 < high_hz < nyquist_hz
    if not (has_low or has_high) or len(samples) == 0:
        return samples
    if low_hz >= nyquist_hz:
        return np.zeros_like(samples)
    if has_low and has_high:
        filters = signal.butter(_ORDER, (low_hz, high_hz), "bandpass", fs=rate_hz, output="sos")
    elif has_low:
        filters = signal.butter(_ORDER, low_hz, "highpass", fs=rate_hz, output="sos")
    else:
        filters = signal.butter(_ORDER, high_hz, "lowpass", fs=rate_hz, output="sos")
    # Silence around the clip: no mirrored sound leaks in at its ends.
    pad = min(len(samples), rate_hz)
    padded = np.pad(np.asarray(samples, np.float64), pad)
    return signal.sosfiltfilt(filters, padded, padtype=None)[pad : pad + len(samples)].astype(np.float32)
