"""Make the spoken digits that ship: `python -m tools.make_spoken_set`.

Fifteen synthetic voices say the ten digits four times each, in English and in French, through espeak-ng 1.51
(a speech synthesiser, so nobody's voice is in the files). Each take has its own speed, pitch, sentence melody,
loudness and margins, a short room echo and a faint hiss, because a clip that begins and ends in digital silence
teaches a network something that no microphone ever gives. Everything is seeded: the same espeak-ng gives the
same files.
"""

import argparse
import io
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr

RATE_HZ = 8000
WORDS = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "fr": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One synthetic speaker: an espeak-ng voice with a pitch (0 to 99) and a speed in words a minute."""

    name: str
    language: str
    espeak: str
    pitch: int
    words_per_minute: int


VOICES = (
    Voice("arthur", "en", "en-us+m1", 45, 150),
    Voice("bella", "en", "en-us+f2", 58, 155),
    Voice("craig", "en", "en-gb-scotland+m3", 42, 145),
    Voice("daisy", "en", "en-gb+f4", 52, 150),
    Voice("edwin", "en", "en-gb-x-rp+m7", 36, 140),
    Voice("flora", "en", "en-gb-x-gbclan+f3", 62, 165),
    Voice("gordon", "en", "en-us+m5", 30, 160),
    Voice("agathe", "fr", "fr+f1", 50, 150),
    Voice("basile", "fr", "fr+m2", 44, 155),
    Voice("celeste", "fr", "fr+f5", 60, 145),
    Voice("denis", "fr", "fr-be+m4", 40, 150),
    Voice("elise", "fr", "fr-be+f2", 56, 160),
    Voice("fabien", "fr", "fr-ch+m6", 34, 145),
    Voice("gisele", "fr", "fr-ch+f4", 54, 150),
    Voice("hugo", "fr", "fr+m8", 48, 165),
)
# Speed factor, pitch offset and the punctuation that sets the melody of each take.
TAKES = ((1.0, 0, "."), (0.82, -6, ","), (1.2, 6, "!"), (1.02, 9, "?"))


def speak(voice: Voice, word: str, take: int) -> tuple[np.ndarray, int]:
    """What espeak-ng says, as float64 (n,) in [-1, 1], and its rate in Hz."""
    factor, pitch_offset, ending = TAKES[take]
    command = ["espeak-ng", "--stdout", "-v", voice.espeak]
    command += ["-s", str(round(voice.words_per_minute * factor)), "-p", str(voice.pitch + pitch_offset)]
    wav = subprocess.run([*command, word + ending], check=True, capture_output=True).stdout
    samples, rate_hz = soundfile.read(io.BytesIO(wav), dtype="float64")
    return samples, rate_hz


def word_span(samples: np.ndarray, rate_hz: int, below_peak_db: float = 42.0) -> tuple[int, int]:
    """First and last sample of the word: 10 ms frames louder than `below_peak_db` under the loudest frame."""
    frame = rate_hz // 100
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
    level_db = 10 * np.log10((frames**2).mean(axis=1) + 1e-12)
    loud = np.flatnonzero(level_db > level_db.max() - below_peak_db)
    return int(loud[0] * frame), int((loud[-1] + 1) * frame)


def room_echo(rng: np.random.Generator, rate_hz: int) -> np.ndarray:
    """Impulse response of a small room: the direct sound, then a noise tail that loses 60 dB in 0.1 to 0.25 s."""
    n = int(rate_hz * 0.12)
    t_s = np.arange(n) / rate_hz
    tail = rng.normal(size=n) * 10 ** (-3 * t_s / rng.uniform(0.1, 0.25)) * rng.uniform(0.01, 0.03)
    tail[: int(0.002 * rate_hz)] = 0.0
    tail[0] = 1.0
    return tail


def make_clip(voice: Voice, digit: int, take: int) -> np.ndarray:
    """One clip, int16 (n,) at 8 kHz: trimmed, in a small room, with margins of 40 to 110 ms."""
    rng = np.random.default_rng(zlib.crc32(f"{digit}_{voice.name}_{take}".encode()))
    samples, rate_hz = speak(voice, WORDS[voice.language][digit], take)
    begin, end = word_span(samples, rate_hz)
    samples = soxr.resample(samples[begin:end], rate_hz, RATE_HZ, quality="VHQ")
    before, after = (int(RATE_HZ * rng.uniform(0.04, 0.11)) for _ in range(2))
    samples = np.pad(samples, (before, after))
    samples = np.convolve(samples, room_echo(rng, RATE_HZ))[: len(samples)]
    samples *= 10 ** (rng.uniform(-16, -3) / 20) / np.abs(samples).max()
    samples += rng.normal(scale=10 ** (rng.uniform(-74, -66) / 20), size=len(samples))
    return np.round(np.clip(samples, -1, 1) * 32767).astype(np.int16)


def main() -> None:
    """Write `{language}/{digit}_{speaker}_{index}.flac` under `--out`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("resources/samples/spoken"))
    out = parser.parse_args().out
    total_bytes = 0
    for voice in VOICES:
        folder = out / voice.language
        folder.mkdir(parents=True, exist_ok=True)
        for digit in range(10):
            for take in range(len(TAKES)):
                path = folder / f"{digit}_{voice.name}_{take}.flac"
                soundfile.write(path, make_clip(voice, digit, take), RATE_HZ, subtype="PCM_16")
                total_bytes += path.stat().st_size
    print(f"{len(VOICES) * 10 * len(TAKES)} clips, {total_bytes / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
