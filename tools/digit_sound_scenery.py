"""Rooms, microphones and noises that a training lays around its recordings, drawn once from a seed."""

import numpy as np
import numpy.typing as npt

from tools.digit_sound_data import RATE_HZ, Recording

Array = npt.NDArray[np.float32]

SCENE = 16384  # samples: 2 s, a power of two for the Fourier transform
# Chance of each bank: hiss and pink noise first, because every microphone has them, then hum, fan and babble.
CHANCES = (0.20, 0.08, 0.16, 0.08, 0.08, 0.05, 0.05, 0.05, 0.08, 0.06, 0.06, 0.05)


def shaped_noise(rng: np.random.Generator, n: int, slope: float) -> Array:
    """Noise whose power falls by `slope` times 3 dB per octave: 0 white, 1 pink, 2 brown."""
    spectrum = np.fft.rfft(rng.normal(size=n))
    spectrum /= np.maximum(np.arange(spectrum.size), 20.0) ** (slope / 2)
    noise = np.fft.irfft(spectrum, n)
    return (noise / noise.std()).astype(np.float32)


def room(rng: np.random.Generator) -> npt.NDArray[np.complex64]:
    """Spectrum of an impulse response: the direct sound, a few early echoes and an exponentially decaying tail."""
    decay_s = rng.uniform(0.08, 0.7)  # reverberation time
    ratio_db = rng.uniform(-2, 16)  # direct sound over tail
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    tail = rng.normal(size=time_s.size) * 10 ** (-3 * time_s / decay_s)
    tail[: int(rng.uniform(8, 60))] = 0
    tail *= 10 ** (-ratio_db / 20) / max(np.linalg.norm(tail), 1e-9)
    for _ in range(rng.integers(0, 4)):  # table, wall, screen
        tail[rng.integers(3, 160)] += rng.uniform(-0.5, 0.5)
    tail[0] = 1.0
    return np.fft.rfft(tail, SCENE).astype(np.complex64)


def microphone(rng: np.random.Generator) -> Array:
    """Gain over frequency: smooth bumps, a tilt, and the two ends of the band."""
    hz = np.fft.rfftfreq(SCENE, 1 / RATE_HZ)
    knots = np.array([0, 150, 300, 600, 1000, 1500, 2200, 3000, 4000])
    bumps = np.interp(hz, knots, rng.normal(0, 3.5, knots.size))
    octaves = np.log2(np.maximum(hz, 60) / 1000)
    gain_db = bumps + rng.uniform(-5, 5) * octaves
    if rng.random() < 0.5:
        gain_db -= 24 * np.maximum(0, np.log2(rng.uniform(90, 350) / np.maximum(hz, 20)))
    if rng.random() < 0.4:
        gain_db -= 30 * np.maximum(0, np.log2(np.maximum(hz, 20) / rng.uniform(2300, 3900)))
    return (10 ** (np.maximum(gain_db, -50) / 20)).astype(np.float32)


def _hum(rng: np.random.Generator, n: int, base_hz: float) -> Array:
    time_s = np.arange(n) / RATE_HZ
    hum = sum(rng.random() / k * np.sin(2 * np.pi * base_hz * k * time_s) for k in range(1, 40))
    hum = np.asarray(hum, dtype=np.float32)
    return hum / hum.std() + 0.2 * shaped_noise(rng, n, 1.0)


def _fan(rng: np.random.Generator, n: int) -> Array:
    """Noise that swells and fades, as a fan, traffic or paper does."""
    swell = np.interp(np.arange(n), np.arange(0, n, 800), rng.gamma(1.0, 1.0, len(range(0, n, 800))))
    noise = shaped_noise(rng, n, 1.0) * swell.astype(np.float32)
    return noise / noise.std()


def _babble(rng: np.random.Generator, recordings: list[Recording], n: int, voices: int) -> Array:
    """Many voices at once, each backwards, so that no word can be understood."""
    babble = np.zeros(n, dtype=np.float32)
    for _ in range(voices):
        at = 0
        while at < n:
            clip = recordings[rng.integers(len(recordings))].samples[::-1]
            clip = clip / (np.sqrt(np.mean(clip**2)) + 1e-6)
            part = clip[: n - at]
            babble[at : at + part.size] += part * rng.uniform(0.4, 1.0)
            at += part.size + int(rng.integers(400, 3000))
    return babble / babble.std()


def noise_bank(rng: np.random.Generator, recordings: list[Recording], n: int) -> list[Array]:
    """`n` samples of every noise, each with standard deviation near 1, in the order of `CHANCES`."""
    noises = [shaped_noise(rng, n, slope) for slope in (0.0, 0.5, 1.0, 1.0, 1.5, 2.0)]
    noises += [_hum(rng, n, base_hz) for base_hz in (50.0, 60.0)]
    noises += [_fan(rng, n)]
    noises += [_babble(rng, recordings, n, voices) for voices in (4, 6, 9)]
    return noises
