"""Make synthetic voices to train the hearing network on: `python -m tools.synthetic_voices WORK_FOLDER`.

espeak-ng says the ten digits and some other words in many accents, voice variants, pitches and speeds; flite adds
its few recorded-unit voices when it is installed. The files stay in the work folder (they are neither committed nor
shipped). Without espeak-ng the training goes on without them and says so.
"""

import argparse
import io
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import soundfile
import soxr

from tools.synthetic_words import ACCENTS, DIGITS, DIGITS_HI, MORE_OTHERS, OTHERS, VARIANTS

RATE_HZ = 8000
FLITE_VOICES = ("kal16", "awb", "rms", "slt")


@dataclass(frozen=True, slots=True)
class Voice:
    """One synthetic speaker; pitch from 0 to 99, speed in words a minute."""

    name: str
    accent: str
    variant: str
    pitch: int
    speed: int


def voices(count: int, seed: int, language: str = "en") -> list[Voice]:
    """Draw `count` different voices."""
    draw = random.Random(seed)
    return [
        Voice(
            f"espeak{n:03d}",
            draw.choice(ACCENTS[language]),
            draw.choice(VARIANTS),
            draw.randint(15, 85),
            draw.randint(105, 210),
        )
        for n in range(count)
    ]


def _decoded(wave: bytes) -> np.ndarray | None:
    try:
        samples, rate_hz = soundfile.read(io.BytesIO(wave), dtype="float32")
    except soundfile.LibsndfileError:
        return None  # a voice that this espeak-ng lacks
    return soxr.resample(samples, rate_hz, RATE_HZ) if samples.size > rate_hz // 20 else None


def espeak(text: str, voice: Voice, faster: float = 1.0) -> np.ndarray | None:
    """Samples of `text` at 8 kHz, or None when this machine's espeak-ng cannot say it so."""
    name = f"{voice.accent}+{voice.variant}" if voice.variant else voice.accent
    speed = str(round(voice.speed * faster))
    command = [
        "espeak-ng",
        "-v",
        name,
        "-p",
        str(voice.pitch),
        "-s",
        speed,
        "--stdout",
        text,
    ]
    done = subprocess.run(command, capture_output=True, check=False, timeout=20)
    return _decoded(done.stdout) if done.returncode == 0 else None


def flite(text: str, voice: str, stretch: float, work: Path) -> np.ndarray | None:
    """Samples of `text` at 8 kHz from flite."""
    target = work / "flite.wav"
    command = [
        "flite",
        "-voice",
        voice,
        "--setf",
        f"duration_stretch={stretch:.2f}",
        "-t",
        text,
        "-o",
        str(target),
    ]
    done = subprocess.run(command, capture_output=True, check=False, timeout=20)
    return _decoded(target.read_bytes()) if done.returncode == 0 else None


def _clips(count: int, seed: int, language: str, work: Path) -> Iterator[tuple[str, np.ndarray | None]]:
    draw = random.Random(seed + 1)
    for number, voice in enumerate(voices(count, seed, language)):
        words = DIGITS_HI if voice.accent == "hi" else DIGITS[language]
        for take, faster in enumerate((1.0, draw.uniform(0.75, 1.3))):
            for digit, word in enumerate(words):
                yield f"{digit}_{voice.name}_{take}", espeak(word, voice, faster)
        if voice.accent != "hi":
            for word in draw.sample(OTHERS[language], 6):
                yield f"x_{voice.name}_{word}", espeak(word, voice)
        if language == "en" and number < len(FLITE_VOICES) and shutil.which("flite"):
            for take in range(5):
                for digit, word in enumerate(DIGITS[language]):
                    stretch = draw.uniform(0.8, 1.4)
                    yield (
                        f"{digit}_flite{FLITE_VOICES[number]}_{take}",
                        flite(word, FLITE_VOICES[number], stretch, work),
                    )


def _more_words(count: int, seed: int, language: str) -> Iterator[tuple[str, np.ndarray | None]]:
    """Other words from a larger list, six a voice, those of the Hindi accent left out."""
    draw = random.Random(seed + 2)
    for voice in voices(count, seed, language):
        if voice.accent != "hi":
            for word in draw.sample(MORE_OTHERS[language], 6):
                yield f"x_{voice.name}_{word}", espeak(word, voice)


def make(folder: Path, count: int = 130, seed: int = 1, language: str = "en") -> bool:
    """Fill `folder` with `{digit}_{speaker}_{take}.wav` and `x_{speaker}_{word}.wav`; whether it is there afterwards.

    A folder finished before is left as it is.
    """
    finished = folder / "finished"
    if finished.exists():
        return True
    if shutil.which("espeak-ng") is None:
        print(
            "espeak-ng is not installed: training goes on without synthetic voices and without other words."
        )
        return False
    folder.mkdir(parents=True, exist_ok=True)
    made = 0
    for name, samples in chain(_clips(count, seed, language, folder), _more_words(count, seed, language)):
        if samples is not None and np.abs(samples).max() > 0.01:
            soundfile.write(folder / f"{name}.wav", samples, RATE_HZ, subtype="PCM_16")
            made += 1
    (folder / "flite.wav").unlink(missing_ok=True)
    finished.touch()
    print(f"{made} synthetic clips in {folder}")
    return True


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--voices", type=int, default=130)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=tuple(DIGITS), default="en")
    options = parser.parse_args()
    make(options.folder, options.voices, options.seed, options.language)
