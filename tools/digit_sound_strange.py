"""Sounds that are no digit, to measure how often they are refused: quiet rooms, coughs, breath, claps, music.

Made by other formulae than those that training hears (`Scenery.not_a_word`), so that the figures are about sounds
the network does not know.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.signal import lfilter

from tools.digit_sound_data import RATE_HZ
from tools.digit_sound_scenery import shaped_noise

Array = npt.NDArray[np.float32]

CHORDS = ((0,), (0, 4, 7), (0, 3, 7), (0, 5, 9), (0, 7, 12))  # semitones above the root


def _resonance(sound: npt.NDArray[np.floating], centre_hz: float, width_hz: float) -> npt.NDArray[np.float64]:
    """Two-pole resonance: one formant."""
    radius = np.exp(-np.pi * width_hz / RATE_HZ)
    poles = [1.0, -2 * radius * np.cos(2 * np.pi * centre_hz / RATE_HZ), radius**2]
    return np.asarray(lfilter([1 - radius], poles, sound))


def quiet_room(rng: np.random.Generator) -> Array:
    """A second or two in which nobody speaks: noise of one colour, perhaps with mains hum."""
    n = int(rng.uniform(0.8, 2.0) * RATE_HZ)
    sound = shaped_noise(rng, n, rng.uniform(0, 2))
    if rng.random() < 0.5:
        sound = sound + rng.uniform(0, 2) * np.sin(2 * np.pi * 50 * np.arange(n) / RATE_HZ)
    return np.asarray(sound * 10 ** (rng.uniform(-65, -30) / 20), np.float32)


def cough(rng: np.random.Generator) -> Array:
    """One to three coughs: a burst through the throat's resonances, then a hoarse tail."""
    sound = np.zeros(int(1.6 * RATE_HZ))
    at = int(0.15 * RATE_HZ)
    for _ in range(rng.integers(1, 4)):
        n = int(rng.uniform(0.18, 0.4) * RATE_HZ)
        time_s = np.arange(n) / RATE_HZ
        pulse = np.sin(2 * np.pi * rng.uniform(90, 260) * time_s + rng.normal(0, 1.5, n).cumsum() * 0.05)
        rough = rng.normal(size=n) + rng.uniform(0, 1.5) * np.sign(pulse) * (time_s > 0.06)
        voice = _resonance(rough, rng.uniform(400, 800), 180) + 0.7 * _resonance(
            rough, rng.uniform(1000, 2200), 300
        )
        end = min(sound.size, at + n)
        sound[at:end] += (voice * np.exp(-time_s / rng.uniform(0.05, 0.14)))[: end - at]
        at += n + int(rng.uniform(0.05, 0.2) * RATE_HZ)
        if at >= sound.size:
            break
    return _levelled(sound, rng)


def breath(rng: np.random.Generator) -> Array:
    """Breathing out or blowing into the microphone: a slow swell of band-limited noise."""
    n = int(rng.uniform(0.4, 1.2) * RATE_HZ)
    swell = np.sin(np.pi * np.linspace(0, 1, n) ** rng.uniform(0.5, 2)) ** 2
    noise = _resonance(rng.normal(size=n), rng.uniform(300, 2500), rng.uniform(400, 1500))
    return _levelled(np.pad(noise * swell, 1600), rng)


def claps(rng: np.random.Generator) -> Array:
    """One to four claps, knocks or key strokes."""
    sound = np.zeros(int(1.4 * RATE_HZ))
    for start in rng.uniform(0.1, 1.1, rng.integers(1, 5)):
        n = int(0.2 * RATE_HZ)
        hit = rng.normal(size=n) * np.exp(-np.arange(n) / RATE_HZ / rng.uniform(0.004, 0.03))
        sound[int(start * RATE_HZ) :][:n] += _resonance(hit, rng.uniform(200, 2500), 500)
    return _levelled(sound, rng)


def music(rng: np.random.Generator) -> Array:
    """Two or three chords or notes of a plucked or blown instrument."""
    parts = []
    is_plucked = rng.random() < 0.5
    for _ in range(rng.integers(1, 4)):
        n = int(rng.uniform(0.25, 0.8) * RATE_HZ)
        time_s = np.arange(n) / RATE_HZ
        root_hz = 98 * 2 ** (rng.integers(0, 30) / 12)
        chord = CHORDS[rng.integers(len(CHORDS))]
        vibrato = 1 + 0.004 * np.sin(2 * np.pi * 5.5 * time_s) * (not is_plucked)
        note = np.zeros(n)
        for step in chord:
            phase = 2 * np.pi * np.cumsum(root_hz * 2 ** (step / 12) * vibrato) / RATE_HZ
            for k in range(1, 10):
                if k * root_hz * 2 ** (step / 12) < 3800:
                    note += np.sin(k * phase + rng.uniform(0, 6)) / k ** rng.uniform(0.8, 2)
        shape = np.exp(-time_s * rng.uniform(2, 8)) if is_plucked else np.minimum(1, time_s / 0.05)
        shape[-400:] *= np.linspace(1, 0, 400)
        parts.append(note * shape)
    return _levelled(np.pad(np.concatenate(parts), 800), rng)


def _levelled(sound: npt.NDArray[np.floating], rng: np.random.Generator) -> Array:
    """Some loudness, in a room with some noise."""
    sound = sound / (np.abs(sound).max() + 1e-9) * 10 ** (rng.uniform(-25, -3) / 20)
    return np.asarray(sound + rng.normal(0, 10 ** (rng.uniform(-80, -55) / 20), sound.size), np.float32)


KINDS: dict[str, Callable[[np.random.Generator], Array]] = {
    "quiet room": quiet_room,
    "coughs": cough,
    "breath": breath,
    "claps": claps,
    "music": music,
}


def sounds(count: int, seed: int = 0) -> dict[str, list[Array]]:
    """Draw `count` of each kind, at 8 kHz."""
    rng = np.random.default_rng(seed)
    return {kind: [make(rng) for _ in range(count)] for kind, make in KINDS.items()}
