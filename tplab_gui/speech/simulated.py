"""The simulated microphone and the file that is played as if it were said now.

Both feed the callback of a real microphone in real time, so everything after it is what a real microphone meets: the
ring, the resampler, the spectrogram, the end-pointer, the network. Only the air is missing.
"""

from collections import deque
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.mailbox import Mailbox
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import list_clips
from tplab_gui.speech.source import ClockedSource

Array = NDArray[np.float32]

RATE_HZ = 48_000  # what most sound cards deliver
BLOCK_SAMPLES = 480
NOISE_DB = -62.0  # a quiet room through a laptop's microphone
PAUSE_S = 0.45  # between two words, longer than the end-pointer's hangover
TAIL_S = 0.6  # of silence after a file, so that its last word ends
FILE_MAX_S = 30.0


def simulated_microphone(say: Mailbox[int], language: str = "en", pace: float = 1.0) -> ClockedSource:
    """Open a microphone in whose quiet room the shipped voices say what is put into `say`.

    Parameters
    ----------
    say : Mailbox[int]
        Digits, 0 to 9, each said once, by another voice every time.
    language : str
        'en' or 'fr', of the shipped voices.
    pace : float
        Times real time.

    Raises
    ------
    MissingError
        If the shipped voices are not on this machine.

    """
    clips = [clip for clip in list_clips("builtin") if clip.language == language]
    by_digit = {digit: [clip.path for clip in clips if clip.digit == digit] for digit in range(10)}
    return ClockedSource("simulated", RATE_HZ, _room(say, by_digit), pace=pace).start()


def file_source(path: Path | str, pace: float = 1.0) -> ClockedSource:
    """Play a sound file once, at its own rate, at most its first 30 seconds.

    Raises
    ------
    LabError
        If it is not a sound that can be read.

    """
    sound = read_sound(path, max_s=FILE_MAX_S)
    silence = np.zeros(round(TAIL_S * sound.rate_hz), np.float32)
    # Silence in front too: the end-pointer learns its floor from it when a file is closely cut.
    samples = np.concatenate([silence[: silence.size // 2], sound.samples, silence])
    size = max(1, sound.rate_hz // 100)
    blocks = (samples[start : start + size] for start in range(0, samples.size, size))
    return ClockedSource(Path(path).name, sound.rate_hz, blocks, is_endless=False, pace=pace).start()


def _room(say: Mailbox[int], by_digit: dict[int, list[Path]]) -> Iterator[Array]:
    noise = np.random.default_rng(7)
    level = np.float32(10 ** (NOISE_DB / 20))
    said = count()
    waiting: deque[int] = deque()
    # The room first: the end-pointer learns from it what silence is.
    word, position = np.zeros(round(PAUSE_S * RATE_HZ), np.float32), 0
    while True:
        block = level * noise.standard_normal(BLOCK_SAMPLES, dtype=np.float32)
        waiting.extend(digit for digit in say.take_all() if by_digit.get(digit))
        if position >= word.size and waiting:
            clips = by_digit[waiting.popleft()]
            # 5 has no common divisor with 28 clips (7 voices, 4 ways): every press another voice
            word, position = _word(clips[next(said) * 5 % len(clips)]), 0
        part = word[position : position + BLOCK_SAMPLES]
        block[: part.size] += part
        position += BLOCK_SAMPLES
        yield block


def _word(path: Path) -> Array:
    """Read one clip at the room's rate, followed by a pause."""
    sound = read_sound(path)
    samples = resample(sound.samples, sound.rate_hz, RATE_HZ)
    return np.concatenate([samples, np.zeros(round(PAUSE_S * RATE_HZ), np.float32)])
