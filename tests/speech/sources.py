"""Small real sources for the tests: they feed the callback that a microphone feeds."""

import numpy as np
import soundfile

from tplab_gui.core.events.digits import SourceClosed
from tplab_gui.core.paths import SAMPLES
from tplab_gui.speech.source import Intake

SPEAKERS = {"en": "arthur", "fr": "agathe"}


def tone(frequency_hz, seconds, rate_hz=48_000, amplitude=0.5):
    times_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (amplitude * np.sin(2 * np.pi * frequency_hz * times_s)).astype(np.float32)


def hush(seconds, rate_hz=48_000, level_db=-65.0, seed=0):
    """The noise of a quiet room."""
    noise = np.random.default_rng(seed).standard_normal(round(seconds * rate_hz), dtype=np.float32)
    return np.float32(10 ** (level_db / 20)) * noise


def spoken(digit, rate_hz, language="en", index=0):
    """A shipped clip at another rate, by an interpolation of the tests' own."""
    path = SAMPLES / "spoken" / language / f"{digit}_{SPEAKERS[language]}_{index}.flac"
    samples, clip_rate_hz = soundfile.read(path, dtype="float32")
    count = round(len(samples) * rate_hz / clip_rate_hz)
    spectrum = np.fft.rfft(samples)
    padded = np.zeros(count // 2 + 1, complex)
    padded[: min(len(spectrum), len(padded))] = spectrum[: len(padded)]
    return (np.fft.irfft(padded, count) * count / len(samples)).astype(np.float32)


def said(digits, rate_hz, language="en"):
    """A quiet room in which digits are said, half a second apart."""
    parts = [hush(0.6, rate_hz, seed=99)]
    for number, digit in enumerate(digits):
        word = spoken(digit, rate_hz, language)
        parts += [
            word + hush(len(word) / rate_hz, rate_hz, seed=number)[: len(word)],
            hush(0.5, rate_hz, seed=number),
        ]
    return np.concatenate(parts)


class ClipSource:
    """A source that has delivered everything already: no thread, no clock."""

    is_simulated, is_endless = True, False

    def __init__(self, samples, rate_hz=48_000, name="clip", capacity_s=None):
        self.name, self.rate_hz = name, rate_hz
        self.intake = Intake(rate_hz)
        if capacity_s is not None:
            from tplab_gui.core.ringbuffer import RingBuffer

            self.intake.ring = RingBuffer(round(capacity_s * rate_hz))
        self.ring = self.intake.ring
        self.is_closed = False
        for start in range(0, len(samples), 480):
            self.intake.take(samples[start : start + 480])

    @property
    def gaps(self):
        return self.intake.gaps

    def is_alive(self):
        return False

    def close(self):
        self.is_closed = True


def until(events, kind=SourceClosed, most=2000):
    """Take events up to the first of `kind`."""
    taken = []
    for event in events:
        taken.append(event)
        if isinstance(event, kind):
            return taken
        assert len(taken) < most, f"no {kind} among {most} events"
    return taken
