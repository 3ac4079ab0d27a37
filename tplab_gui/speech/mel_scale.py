"""Pitch in mel and frequency in Hz, by the two formulas that are in use.

Stevens, Volkmann and Newman, "A Scale for the Measurement of the Psychological Magnitude Pitch", J. Acoust. Soc. Am.
8, 185 (1937). 'htk' is O'Shaughnessy's formula, as in HTK and torchaudio: mel(f) = 2595 log10(1 + f / 700). 'slaney'
is that of Slaney's Auditory Toolbox (1998), as in librosa: a line up to 1000 Hz (15 mel), then a logarithm, 27 mel for
each factor of 6.4.
"""

import numpy as np
from numpy.typing import NDArray

_LINE_HZ = 200.0 / 3  # of one mel, below the bend
_BEND_HZ, _BEND_MEL = 1000.0, 15.0
_LOG_STEP = np.log(6.4) / 27.0


def mel_of_hz(hz: NDArray[np.float64] | float, scale: str = "htk") -> NDArray[np.float64]:
    """Pitch in mel of a frequency in Hz, 0 or more."""
    hz = np.asarray(hz, dtype=np.float64)
    if scale == "htk":
        return 2595.0 * np.log10(1.0 + hz / 700.0)
    above = _BEND_MEL + np.log(np.maximum(hz, _BEND_HZ) / _BEND_HZ) / _LOG_STEP
    return np.where(hz < _BEND_HZ, hz / _LINE_HZ, above)


def hz_of_mel(mel: NDArray[np.float64] | float, scale: str = "htk") -> NDArray[np.float64]:
    """Frequency in Hz of a pitch in mel; the inverse of `mel_of_hz`."""
    mel = np.asarray(mel, dtype=np.float64)
    if scale == "htk":
        return 700.0 * (10.0 ** (mel / 2595.0) - 1.0)
    above = _BEND_HZ * np.exp(_LOG_STEP * (np.maximum(mel, _BEND_MEL) - _BEND_MEL))
    return np.where(mel < _BEND_MEL, mel * _LINE_HZ, above)
