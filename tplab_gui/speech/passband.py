"""Hear one band of frequencies alone, without delay: the other part of the spectrum is taken away.

By numpy's FFT: a clip is short and whole, so no filter has to run along it, and scipy.signal would keep the first
click on Play waiting for seconds.
"""

import numpy as np
from numpy.typing import NDArray

_EDGE_OCTAVES = 1 / 6  # how wide the slope is at either end; a wall would ring


def keep_band(
    samples: NDArray[np.float32], rate_hz: int, low_hz: float, high_hz: float
) -> NDArray[np.float32]:
    """Return samples (n,) with what lies outside `low_hz` to `high_hz` taken away; float32 (n,).

    `low_hz` 0 keeps everything below, `high_hz` 0 or at least half the rate everything above. At the ends half the
    amplitude is left (-6 dB); the slope between all and nothing is a sixth of an octave wide there.
    """
    has_low, has_high = low_hz > 0, 0 < high_hz < rate_hz / 2
    if not (has_low or has_high) or len(samples) == 0:
        return samples
    size = 2 * len(samples)  # silence after the clip: its end must not leak into its beginning
    spectrum = np.fft.rfft(samples, size)
    hz = np.maximum(np.fft.rfftfreq(size, 1 / rate_hz), 1e-3)  # so that 0 Hz has an octave
    if has_low:
        spectrum *= _rise(np.log2(hz / low_hz))
    if has_high:
        spectrum *= _rise(np.log2(high_hz / hz))
    return np.fft.irfft(spectrum, size)[: len(samples)].astype(np.float32)


def _rise(octaves: NDArray[np.float64]) -> NDArray[np.float64]:
    """From 0 to 1 along half a cosine, 0.5 where `octaves` is 0."""
    return 0.5 + 0.5 * np.sin(np.pi * np.clip(octaves / _EDGE_OCTAVES, -0.5, 0.5))
