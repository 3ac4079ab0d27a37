"""Sounds of throats and of instruments that training hears as no digit.

The measurement of refusals (`tools.digit_sound_strange`) makes its coughs and its music otherwise: there noise goes
through two resonances and dies away, here pulses and noise get a random spectrum and the three phases of a cough
(Korpas, Sadlonova and Vrabec, "Analysis of the cough sound: an overview", Pulm. Pharmacol. 9, 261, 1996); there chords
of one instrument follow each other, here notes of random spectra overlap.
"""

import numpy as np
import numpy.typing as npt

from tools.digit_sound_data import RATE_HZ

Array = npt.NDArray[np.float64]


def coloured(sound: Array, rng: np.random.Generator, peaks: int) -> Array:
    """Give a sound a smooth random spectrum with some peaks between 200 and 3,600 Hz, as a throat does."""
    hz = np.fft.rfftfreq(sound.size, 1 / RATE_HZ)
    gain_db = rng.uniform(-12, 0) * np.log2(np.maximum(hz, 100) / 500)
    for centre_hz in np.exp(rng.uniform(np.log(200), np.log(3600), peaks)):
        gain_db += rng.uniform(6, 22) * np.exp(-0.5 * ((hz - centre_hz) / rng.uniform(60, 350)) ** 2)
    return np.fft.irfft(np.fft.rfft(sound) * 10 ** (gain_db / 20), sound.size)


def voice(n: int, rng: np.random.Generator) -> Array:
    """Pulses of a voice without words: a pitch that wanders, every period a little longer or shorter than the last."""
    pulses = np.zeros(n)
    at, pitch_hz = 0.0, rng.uniform(80, 380)
    drift = rng.uniform(-0.6, 0.4) * RATE_HZ / n  # octaves a second
    while at < n:
        pulses[int(at)] = 1 + 0.3 * rng.normal()
        period = RATE_HZ / (pitch_hz * 2 ** (drift * at / RATE_HZ))
        at += max(2.0, period * (1 + rng.uniform(0, 0.08) * rng.normal()))
    return pulses


def cough(n: int, rng: np.random.Generator) -> Array:
    """A throat that is cleared: one to four times a burst, noise, and perhaps a hoarse voice at the end."""
    sound = np.zeros(n)
    at = int(rng.uniform(0, 0.2) * n)
    for _ in range(rng.integers(1, 5)):
        length = int(rng.uniform(0.12, 0.45) * RATE_HZ)
        if at + 200 >= n:
            break
        noise, voiced = rng.normal(size=length), voice(length, rng)
        voiced *= rng.uniform(0, 6) * (np.arange(length) > rng.uniform(0, 0.7) * length)
        knots = [0, 0.04, rng.uniform(0.1, 0.3), rng.uniform(0.4, 0.7), 1]
        heights = [0, 1, rng.uniform(0.2, 0.9), rng.uniform(0.05, 0.7), 0]
        shape = np.interp(np.linspace(0, 1, length), knots, heights)
        burst = coloured((noise + voiced) * shape, rng, int(rng.integers(2, 5)))
        part = burst[: n - at] / (np.abs(burst).max() + 1e-9)
        sound[at : at + part.size] += rng.uniform(0.4, 1) * part
        at += length + int(rng.uniform(0.0, 0.25) * RATE_HZ)
    return sound


def music(n: int, rng: np.random.Generator) -> Array:
    """Notes of up to four voices, held or struck, each with overtones of its own."""
    sound, time_s = np.zeros(n), np.arange(n) / RATE_HZ
    root_hz, beat_s = 65 * 2 ** (rng.integers(0, 36) / 12), rng.uniform(0.12, 0.7)
    loudness = rng.uniform(0.2, 1, int(rng.integers(2, 14)))
    for _ in range(rng.integers(1, 5)):
        at_s = 0.0
        while at_s < time_s[-1]:
            note_s = beat_s * rng.choice([0.5, 1, 1, 2, 4])
            since = time_s - at_s
            inside = (since >= 0) & (since < note_s)
            hz = root_hz * 2 ** (rng.choice([0, 2, 3, 4, 5, 7, 9, 11, 12, 16, 19]) / 12)
            wave = np.zeros(int(inside.sum()))
            wobble = 1 + rng.uniform(0, 0.01) * np.sin(2 * np.pi * rng.uniform(3, 7) * since[inside])
            phase = 2 * np.pi * np.cumsum(hz * wobble) / RATE_HZ
            for k, level in enumerate(loudness, 1):
                if k * hz < 3800:
                    wave += level / k ** rng.uniform(0.3, 1.5) * np.sin(k * phase + rng.uniform(0, 6))
            rise_s, fall = rng.uniform(0.003, 0.08), rng.uniform(0, 8)
            wave *= np.minimum(1, since[inside] / rise_s) * np.exp(-fall * since[inside])
            wave *= np.minimum(1, (note_s - since[inside]) / 0.02)
            sound[inside] += wave
            at_s += note_s + beat_s * rng.choice([0, 0, 0, 1])
    return sound
