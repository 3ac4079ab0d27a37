"""Words made of tones in noise, at 8 kHz: sounds of which the truth is known."""

import numpy as np

RATE_HZ = 8000


def noise(seconds, amplitude=0.003, seed=0):
    return np.random.default_rng(seed).normal(0, amplitude, round(seconds * RATE_HZ)).astype(np.float32)


def word(seconds=0.45, amplitude=0.2, frequency_hz=400.0):
    """A vowel: a few overtones that swell and fade."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    tones = sum(np.sin(2 * np.pi * k * frequency_hz * time_s) / k for k in (1, 2, 3))
    return (amplitude * tones * np.sin(np.pi * time_s / seconds) ** 0.5).astype(np.float32)


def words_at(starts_s, total_s, length_s=0.45, **kwargs):
    sound = noise(total_s, **kwargs)
    for start_s in starts_s:
        begin = round(start_s * RATE_HZ)
        said = word(length_s)
        sound[begin : begin + said.size] += said
    return sound
