"""Where the live end-pointer cuts words out of noise: covered, missed, split, and false words in noise alone.

    python benchmarks/endpoint.py [--data DIR] [--words 120] [--json]

Recorded digits are laid into noise a second or so apart, at 40, 20, 10 and 5 dB (power of the word against power of the
noise, both above 100 Hz). The truth is the part of the clean recording within 30 dB of its loudest 10 ms. A word is
covered when one span begins no later than 100 ms after it begins and ends no earlier than 100 ms before it ends;
missed when no span touches its middle half; split when two or more spans touch it; extra is a span that touches no
word. `DIR` holds `fsdd/recordings` and
`spoken_digits_extra`; without it the clips that ship are used.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import list_clips
from tplab_gui.speech.endpoint import Endpointer, Span, column_levels
from tplab_gui.speech.features import LogMelStream
from tplab_gui.speech.word_window import FEATURES

Array = NDArray[np.float32]
Cutter = Callable[[Array], list[Span]]

RATE_HZ = FEATURES.rate_hz
LEVELS_DB = (40, 20, 10, 5)
NOISES = ("white", "pink", "hum", "swelling")
WORD_DB = -24.0  # rms of every word, re full scale
TOLERANCE_S = 0.1
LEAST_S, MOST_S = 0.7, 1.5  # between two words
ALONE_S = 60.0


@dataclass(frozen=True)
class Talk:
    """Words in noise: `words` says where each is, in samples."""

    samples: Array
    words: tuple[Span, ...]


def extent(samples: Array) -> Span:
    """Return what of a clean recording is within 30 dB of its loudest 10 ms."""
    frame = RATE_HZ // 100
    count = max(1, samples.size // frame)
    power = np.array([np.mean(samples[k * frame : (k + 1) * frame] ** 2) for k in range(count)])
    loud = np.flatnonzero(power > 1e-3 * power.max())
    return Span(int(loud[0]) * frame, (int(loud[-1]) + 1) * frame)


def above_100_hz(samples: Array) -> Array:
    """Return the sound without rumble, which neither ear nor network minds."""
    spectrum = np.fft.rfft(samples)
    spectrum[: 1 + 100 * samples.size // RATE_HZ] = 0
    return np.fft.irfft(spectrum, samples.size).astype(np.float32)


def noise(kind: str, count: int, rng: np.random.Generator) -> Array:
    """Return noise of power 1 above 100 Hz: white, pink, mains hum with its overtones, or white that comes and goes."""
    white = rng.standard_normal(count)
    spectrum, hz = np.fft.rfft(white), np.fft.rfftfreq(count, 1 / RATE_HZ)
    times_s = np.arange(count) / RATE_HZ
    if kind == "pink":
        white = np.fft.irfft(spectrum / np.sqrt(np.maximum(hz, 20.0)), count)
    elif kind == "hum":
        tones = sum(np.sin(2 * np.pi * 50 * k * times_s + k) / k for k in range(1, 12))
        white = 0.05 * white + tones
    elif kind == "swelling":  # 6 dB up and down in four seconds: a fan, wind, a car that passes
        white = white * 10 ** (3 * np.sin(2 * np.pi * times_s / 4) / 20)
    return (white / np.sqrt(np.mean(above_100_hz(white) ** 2))).astype(np.float32)


def talk(clips: list[Array], kind: str, level_db: float, seed: int) -> Talk:
    """Lay words into noise `level_db` below them."""
    rng = np.random.default_rng(seed)
    parts, words, at = [np.zeros(RATE_HZ, np.float32)], [], RATE_HZ
    for clip in clips:
        pause = np.zeros(round(rng.uniform(LEAST_S, MOST_S) * RATE_HZ), np.float32)
        span = extent(clip)
        words.append(Span(at + span.start_sample, at + span.end_sample))
        parts += [clip, pause]
        at += clip.size + pause.size
    samples = np.concatenate(parts)
    loudness = 10 ** ((WORD_DB - level_db) / 20)
    return Talk(samples + np.float32(loudness) * noise(kind, samples.size, rng), tuple(words))


def levelled(clip: Array) -> Array:
    """Return a recording whose word has the rms `WORD_DB`, faded at both ends so that no click stands there."""
    span = extent(clip)
    loudness = float(np.sqrt(np.mean(above_100_hz(clip)[span.start_sample : span.end_sample] ** 2)))
    clip = clip * np.float32(10 ** (WORD_DB / 20) / max(loudness, 1e-6))
    fade = min(80, clip.size // 2)
    clip[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)
    clip[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    return clip


def judged(spans: list[Span], words: tuple[Span, ...]) -> dict[str, float]:
    """Return the shares of the words that were covered, missed and split, and the extra spans, in percent of them."""
    slack = round(TOLERANCE_S * RATE_HZ)
    covered = missed = split = 0
    for word in words:
        quarter = (word.end_sample - word.start_sample) // 4
        at_middle = [
            span
            for span in spans
            if span.end_sample > word.start_sample + quarter and span.start_sample < word.end_sample - quarter
        ]
        missed += not at_middle
        split += len(at_middle) > 1
        covered += any(
            span.start_sample <= word.start_sample + slack and span.end_sample >= word.end_sample - slack
            for span in at_middle
        )
    extra = sum(
        all(span.end_sample <= word.start_sample or span.start_sample >= word.end_sample for word in words)
        for span in spans
    )
    counts = {"covered": covered, "missed": missed, "split": split, "extra": extra}
    return {name: round(100 * count / len(words), 1) for name, count in counts.items()}


def ours(samples: Array) -> list[Span]:
    """Cut with the end-pointer of the lab, as the microphone feeds it."""
    stream, endpointer = LogMelStream(FEATURES), Endpointer(FEATURES)
    spans = []
    for start in range(0, samples.size, 128):  # 16 ms
        spans += endpointer.push(column_levels(stream.push(samples[start : start + 128])))
    return spans + endpointer.finish()


def measure(cut: Cutter, clips: list[Array]) -> dict[str, dict[str, float]]:
    """Return the figures for every noise and level, and the false words a minute in noise alone."""
    figures = {}
    for number, kind in enumerate(NOISES):
        for level_db in LEVELS_DB:
            heard = talk(clips, kind, level_db, seed=number)
            figures[f"{kind} {level_db} dB"] = judged(cut(heard.samples), heard.words)
        rng = np.random.default_rng(100 + number)
        alone = np.float32(10 ** ((WORD_DB - 10) / 20)) * noise(kind, round(ALONE_S * RATE_HZ), rng)
        figures[f"{kind} alone"] = {"false words a minute": len(cut(alone)) * 60 / ALONE_S}
    return figures


def recordings(data: Path | None, count: int) -> Iterator[Array]:
    """Yield `count` recordings at 8 kHz, evenly over digits and speakers."""
    sources = [data / "fsdd" / "recordings", data / "spoken_digits_extra"] if data else ["builtin"]
    for source in sources:
        clips = list_clips(source, "en" if source == "builtin" else "all")
        chosen = np.random.default_rng(5).permutation(len(clips))[: count // len(sources)]
        for place in chosen:
            sound = read_sound(clips[place].path, max_s=2.0)
            yield levelled(resample(sound.samples, sound.rate_hz, RATE_HZ).copy())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--words", type=int, default=120)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(ours, list(recordings(options.data, options.words)))
    if options.json:
        print(json.dumps(figures))
    else:
        for name, values in figures.items():
            print(f"{name:16}", "  ".join(f"{key} {value:g}" for key, value in values.items()))


if __name__ == "__main__":
    main()
