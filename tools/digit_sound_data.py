"""Recordings for the hearing network: who says which digit, where the word is, and how much each source counts."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from tplab_gui.core.errors import LabError
from tplab_gui.speech.endpoint import Span
from tplab_gui.speech.word_window import find_word

RATE_HZ = 8000
NOT_A_DIGIT = -1

# Other words that no training hears, to measure how often a word it does not know is refused.
HELD_OUT_WORDS = {
    "en": (
        "computer",
        "garden",
        "window",
        "paper",
        "maybe",
        "language",
        "record",
        "twelve",
        "tennis",
        "hello",
    ),
    "fr": (
        "ordinateur",
        "jardin",
        "papier",
        "langue",
        "madame",
        "douze",
        "bonjour",
        "maison",
        "soleil",
        "rouge",
    ),
}
_HELD_OUT_WORDS = frozenset(word for words in HELD_OUT_WORDS.values() for word in words)

# Share of the draws of each source, so that six voices of one corpus do not drown forty others.
SHARES = {
    "fsdd": 0.28,
    "iitg_classroom": 0.22,
    "iitb_digits": 0.16,
    "speech_commands": 0.07,
    "asprabhat": 0.03,
    "gcompris": 0.01,
    "synthetic": 0.12,  # espeak-ng: many accents and voices, all of them formulae
    "synthetic-recorded": 0.11,  # engines that learned from recorded people: flite, SVOX Pico, Piper, Kokoro
}


# Voices that read the digits of a language they do not speak: Kokoro's are Japanese, and French phonemes are strange to
# them. They are learnt from and scored, but no threshold is set by them.
FOREIGN = {"en": (), "fr": ("kokoro",)}


@dataclass(frozen=True, slots=True)
class Recording:
    """One clip at 8 kHz and where its word is; `digit` is -1 for a sound that is none."""

    samples: npt.NDArray[np.float32]
    span: Span
    digit: int
    speaker: str
    source: str
    name: str


def read(path: Path, source: str) -> Recording | None:
    """Read `{digit}_{speaker}_{index}.wav` (x for no digit); None when no sound is in it."""
    digit, speaker, _ = path.stem.split("_", 2)
    samples, rate_hz = soundfile.read(path, dtype="float32")
    if rate_hz != RATE_HZ:
        samples = soxr.resample(samples, rate_hz, RATE_HZ)
    try:
        span = find_word(samples)
    except LabError:
        return None
    return Recording(
        samples, span, int(digit) if digit.isdigit() else NOT_A_DIGIT, speaker, source, path.name
    )


def load(data: Path | None, synthetic: Path | None) -> list[Recording]:
    """Read everything: FSDD and the extra speakers below `data`, synthetic voices from their folder."""
    places: list[tuple[Path, str]] = []
    if data is not None:
        places += [(path, "fsdd") for path in sorted((data / "fsdd" / "recordings").glob("*.wav"))]
        places += [
            (path, path.parent.name) for path in sorted((data / "spoken_digits_extra").glob("*/*.wav"))
        ]
    if synthetic is not None:
        for path in sorted(synthetic.glob("*.wav")):
            is_formula = path.name.split("_")[1].startswith("espeak")
            places.append((path, "synthetic" if is_formula else "synthetic-recorded"))
    recordings = [read(path, source) for path, source in places if path.parent.name != "fr"]
    return [recording for recording in recordings if recording is not None]


def is_synthetic(recording: Recording) -> bool:
    """Whether no person spoke it here and then."""
    return recording.source.startswith("synthetic")


def held_out(recording: Recording, names: frozenset[str]) -> bool:
    """Whether the recording's speaker or its whole source is among `names`, or it is a word kept for measuring."""
    if recording.digit == NOT_A_DIGIT:
        return recording.name.removesuffix(".wav").split("_")[2] in _HELD_OUT_WORDS
    return recording.speaker in names or recording.source in names


def backwards(recording: Recording) -> Recording:
    """Return the recording played backwards: a real voice in a real room that says no digit."""
    n = recording.samples.size
    span = Span(n - recording.span.end_sample, n - recording.span.start_sample)
    samples = np.ascontiguousarray(recording.samples[::-1])
    return replace(recording, samples=samples, span=span, digit=NOT_A_DIGIT)


def draw_weights(recordings: list[Recording], digits: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Probability of drawing each recording: the shares of the sources, even over the ten digits within each."""
    sources = np.array([recording.source for recording in recordings])
    weights = np.zeros(len(recordings))
    for source, share in SHARES.items():
        for digit in range(10):
            chosen = (sources == source) & (digits == digit)
            if chosen.any():
                weights[chosen] = share / chosen.sum()
    return weights / weights.sum()
