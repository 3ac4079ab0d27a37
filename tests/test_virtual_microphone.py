"""The virtual microphone is the ground of the microphone tests: it must hear what is played, and nothing else."""

import queue

import numpy as np
import pytest

RATE_HZ = 16_000


def record(seconds: float, during) -> np.ndarray:
    """Record from the default input while `during()` plays; (n,) float32."""
    sounddevice = pytest.importorskip("sounddevice", exc_type=OSError, reason="PortAudio is not installed")
    blocks: queue.Queue = queue.Queue()

    def callback(data, _frames, _time, _status):
        blocks.put(data[:, 0].copy())

    heard, count = [], 0
    with sounddevice.InputStream(
        samplerate=RATE_HZ, channels=1, dtype="float32", blocksize=512, callback=callback
    ):
        heard.append(blocks.get(timeout=10))
        player = during()
        while count < seconds * RATE_HZ:
            heard.append(blocks.get(timeout=10))
            count += len(heard[-1])
        player.wait(timeout=10)
    return np.concatenate(heard)


def test_that_what_is_played_is_what_the_microphone_hears(virtual_microphone):
    """A chirp has a sharp correlation peak: nothing but the same chirp reaches 0.9."""
    t = np.arange(int(0.5 * RATE_HZ)) / RATE_HZ
    chirp = (0.5 * np.sin(2 * np.pi * (300 * t + 1500 * t**2))).astype(np.float32)
    heard = record(1.5, lambda: virtual_microphone.play(chirp, RATE_HZ, wait=False))
    overlap = np.correlate(heard, chirp, "valid")
    power = np.convolve(heard**2, np.ones(len(chirp)), "valid")
    likeness = np.abs(overlap) / np.sqrt(np.maximum(power, 1e-9) * np.sum(chirp**2))
    assert likeness.max() > 0.9


def test_that_an_unplugged_microphone_is_no_longer_listed(virtual_microphone):
    sources = virtual_microphone._pactl("list", "short", "sources")
    virtual_microphone.unplug()
    without = virtual_microphone._pactl("list", "short", "sources")
    virtual_microphone.plug()
    assert "speaker.monitor" in sources
    assert "speaker.monitor" not in without
    assert "speaker.monitor" in virtual_microphone._pactl("list", "short", "sources")
