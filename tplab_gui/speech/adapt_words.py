"""What a network is adapted with: the user's words and the built-in voices, as pictures, parted to learn and to test.

Light changes only (tract length, tempo, a little noise): a voice is to be learned, not a thousand rooms.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import SpokenClip
from tplab_gui.speech.endpoint import Span
from tplab_gui.speech.recognise import EARS
from tplab_gui.speech.word_window import FEATURES, find_word, word_picture

Array = NDArray[np.float32]

WARPS = (0.92, 0.96, 1.0, 1.0, 1.04, 1.08)
HOPS = (92, 96, 100, 100, 104, 110)  # samples; the usual 100 hears at the tempo that was spoken
NOISY = 0.5  # of the pictures, at 12 to 35 dB below the word


@dataclass(frozen=True)
class Word:
    """A spoken digit at 8 kHz, and where its word is."""

    digit: int
    samples: Array
    span: Span


def read_words(clips: Sequence[SpokenClip]) -> list[Word]:
    """Read clips; those without a sound, or that cannot be read, are left out."""
    words = []
    for clip in clips:
        try:
            sound = read_sound(clip.path)
            samples = resample(sound.samples, sound.rate_hz, FEATURES.rate_hz)
            words.append(Word(clip.digit, samples, find_word(samples)))
        except LabError:
            continue
    return words


def part(clips: Sequence[SpokenClip]) -> tuple[list[SpokenClip], list[SpokenClip]]:
    """Part clips into those to learn from and those held back: the 2nd, 5th, 8th ... of each digit and speaker.

    By number and not by chance: what is held back stays so when more is recorded, and each digit is tested.
    """
    learned: list[SpokenClip] = []
    held: list[SpokenClip] = []
    seen: dict[tuple[int, str], int] = {}
    for clip in sorted(clips):
        number = seen.get((clip.digit, clip.speaker), 0)
        seen[clip.digit, clip.speaker] = number + 1
        (held if number % 3 == 1 else learned).append(clip)
    return learned, held


def ears(words: Sequence[Word]) -> Array:
    """Picture words as the recogniser does: (n, ears, n_mels, columns) float32 in [-1, 1]."""
    return np.stack(
        [np.stack([word_picture(each.samples, each.span, warp) for warp in EARS]) for each in words]
    )


def changed(words: Sequence[Word], copies: int, rng: np.random.Generator) -> tuple[Array, NDArray[np.int64]]:
    """Picture each word `copies` times, each time a little otherwise.

    Returns
    -------
    pictures : ndarray, shape (n * copies, n_mels, columns), float32, in [-1, 1]
    digits : ndarray, shape (n * copies,), int64

    """
    pictures, digits = [], []
    for word in words:
        said = word.samples[word.span.start_sample : word.span.end_sample]
        level = float(np.sqrt(np.mean(said**2))) if said.size else 0.0
        for _ in range(copies):
            samples = word.samples
            if rng.random() < NOISY:
                noise = rng.standard_normal(samples.size, dtype=np.float32)
                samples = samples + noise * np.float32(level * 10 ** (-rng.uniform(12, 35) / 20))
            pictures.append(word_picture(samples, word.span, float(rng.choice(WARPS)), int(rng.choice(HOPS))))
            digits.append(word.digit)
    return np.stack(pictures), np.array(digits, np.int64)
