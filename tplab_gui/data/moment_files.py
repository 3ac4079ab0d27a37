"""One moment as files: a JSON text with everything but the sound, and one WAV per word beside it.

The JSON is a strokes file too (INTERFACES), with times and answers in it. It is replaced in one step, and a WAV is
there before the JSON that names it, so a moment on the disk is a whole one. A session may come from anywhere: numbers,
sizes and names are checked, and nothing outside its folder is opened.
"""

import base64
import json
import math
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.moments import (
    BELIEVED,
    REASONS,
    USUAL_PEN_PX,
    Answer,
    DigitMoment,
    Ink,
    Verdict,
    Word,
)
from tplab_gui.data.sounds import read_sound, resample, write_wav

Array = NDArray[np.float32]

FORMAT, VERSION = "tplab-moment", 1
ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9]{3}")
SIDE_PX = 28
MAX_BYTES = 8_000_000
MAX_STROKES, MAX_POINTS, MAX_WORDS = 1000, 100_000, 20
MAX_WORD_S = 10.0
WORD_HZ = 8000  # at which words are heard and kept
MAX_TIME_S = 86_400.0
_WORD_NAME = re.compile(r"[A-Za-z0-9_.-]{1,80}\.wav")
_HINT = "It was changed or cut short; delete it, or take it from a copy of the session."


def write_moment(folder: Path, moment: DigitMoment) -> None:
    """Write a moment into `folder`; words that are there already are not written again.

    Raises
    ------
    LabError
        If the disk is full or the folder cannot be written; what was there before is whole.

    """
    for number, word in enumerate(moment.words, start=1):
        path = folder / word_name(moment.id, number, word)
        if not path.exists():
            write_wav(path, word.samples, word.rate_hz)
    atomic.write_text(folder / f"{moment.id}.json", json.dumps(as_json(moment)))


def ids_in(folder: Path) -> list[str]:
    """Return the ids of the moments in a folder, the oldest first."""
    try:
        return sorted(each.stem for each in folder.glob("*.json") if ID.fullmatch(each.stem))
    except OSError:
        return []


def word_name(name: str, number: int, word: Word) -> str:
    """Call a word by its place and time: of twenty words the oldest goes, and the others move up."""
    return f"{name}-{round(1000 * word.start_s) & 0xFFFFFFF}-{number}.wav"


def as_json(moment: DigitMoment) -> dict[str, Any]:
    """Return what the JSON file of a moment holds."""
    ink, verdict = moment.ink, moment.verdict
    pixels = None
    if moment.image is not None:
        pixels = base64.b64encode(np.rint(255 * moment.image.clip(0, 1)).astype(np.uint8).tobytes()).decode()
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": moment.id,
        "began": moment.began,
        "label": moment.label,
        "strokes": [np.round(each.astype(float), 5).tolist() for each in ink.strokes],
        "times_s": [np.round(each, 4).tolist() for each in ink.times_s],
        "pressures": [np.round(each.astype(float), 3).tolist() for each in ink.pressures],
        "pen_px": ink.pen_px,
        "image": pixels,
        "words": [
            {
                "file": word_name(moment.id, number, word),
                "start_s": round(word.start_s, 4),
                "end_s": round(word.end_s, 4),
                "answer": None if word.answer is None else _answer_json(word.answer),
            }
            for number, word in enumerate(moment.words, start=1)
        ],
        "strategy": verdict.strategy,
        "answers": {name: _answer_json(answer) for name, answer in verdict.answers.items()},
        "weights": list(verdict.weights),
        "believed": verdict.believed,
        "reason": verdict.reason,
    }


def read_moment(path: Path) -> DigitMoment:
    """Read a moment from its JSON file and the WAV files beside it.

    Raises
    ------
    LabError
        If it is no moment, damaged, beyond the limits, or names a file outside its folder.

    """
    try:
        if path.is_symlink() or path.stat().st_size > MAX_BYTES:
            raise _damaged(path, "it is a link, or too large")
        content = json.loads(path.read_bytes())
        return _moment(path, content)
    except OSError as error:
        raise _damaged(path, error.strerror or str(error)) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise _damaged(path, "its content is not that of a moment") from error


def _moment(path: Path, content: dict[str, Any]) -> DigitMoment:
    if content["format"] != FORMAT or content["version"] > VERSION:
        raise _damaged(path, "it is of another program, or of a later TP Lab")
    if content["id"] != path.stem or not ID.fullmatch(path.stem):
        raise _damaged(path, "its name is not the one it was given")
    label = content["label"]
    _must(label is None or (type(label) is int and 0 <= label <= 9))
    began = content["began"]
    _must(isinstance(began, str) and len(began) <= 64)
    words = content["words"]
    _must(isinstance(words, list) and len(words) <= MAX_WORDS)
    return DigitMoment(
        content["id"],
        began,
        _ink(content),
        tuple(_word(path, each) for each in words),
        _image(content["image"]),
        _verdict(content),
        label,
    )


def _ink(content: dict[str, Any]) -> Ink:
    strokes, times, pressures = (content[name] for name in ("strokes", "times_s", "pressures"))
    _must(len(strokes) == len(times) == len(pressures) <= MAX_STROKES)
    _must(sum(len(stroke) for stroke in strokes) <= MAX_POINTS)
    points = tuple(_numbers(stroke, (len(stroke), 2), 1e6) for stroke in strokes)
    return Ink(
        points,
        tuple(
            _numbers(each, (len(stroke),), MAX_TIME_S).astype(np.float64)
            for each, stroke in zip(times, points, strict=True)
        ),
        tuple(_numbers(each, (len(stroke),), 10.0) for each, stroke in zip(pressures, points, strict=True)),
        _within(content.get("pen_px", USUAL_PEN_PX), 0.5, 10.0),
    )


def _word(path: Path, content: dict[str, Any]) -> Word:
    name = content["file"]
    sound = path.parent / name if isinstance(name, str) and _WORD_NAME.fullmatch(name) else None
    if sound is None or sound.is_symlink() or sound.resolve().parent != path.parent.resolve():
        raise LabError(
            "The moment {name} asks for a sound outside its own folder, so it was not opened.",
            hint="Open only sessions from people you trust; delete this one.",
            name=path.name,
        )
    heard = read_sound(sound, max_s=MAX_WORD_S)
    answer = None if content["answer"] is None else _answer(content["answer"])
    start_s, end_s = (_within(content[key], -MAX_TIME_S, MAX_TIME_S) for key in ("start_s", "end_s"))
    return Word(start_s, end_s, resample(heard.samples, heard.rate_hz, WORD_HZ), WORD_HZ, answer)


def _image(text: str | None) -> Array | None:
    if text is None:
        return None
    pixels = np.frombuffer(base64.b64decode(text, validate=True), np.uint8)
    _must(pixels.size == SIDE_PX * SIDE_PX)
    return (pixels.reshape(SIDE_PX, SIDE_PX) / 255).astype(np.float32)


def _verdict(content: dict[str, Any]) -> Verdict:
    strategy, answers = content["strategy"], content["answers"]
    _must(isinstance(strategy, str) and len(strategy) <= 40 and len(answers) <= 20)
    _must(content["believed"] in BELIEVED and content["reason"] in REASONS)
    image, audio = (_within(each, 0.0, 1.0) for each in content["weights"])
    found = {str(name)[:40]: _answer(answer) for name, answer in answers.items()}
    return Verdict(strategy, found, (image, audio), content["believed"], content["reason"])


def _answer(content: dict[str, Any]) -> Answer:
    scores = _numbers(content["scores"], (10,), 1.0)
    _must(scores.min() >= 0 and abs(float(scores.sum()) - 1) < 0.01 and isinstance(content["sure"], bool))
    return Answer(scores, content["sure"])


def _answer_json(answer: Answer) -> dict[str, Any]:
    return {"scores": [round(float(each), 7) for each in answer.scores], "sure": answer.is_sure}


def _numbers(values: Any, shape: tuple[int, ...], most: float) -> Array:
    found = np.asarray(values if len(values) else np.zeros(shape), dtype=np.float64)
    _must(found.shape == shape and bool(np.isfinite(found).all()) and bool((np.abs(found) <= most).all()))
    return found.astype(np.float32)


def _within(value: Any, low: float, high: float) -> float:
    number = float(value)
    _must(math.isfinite(number) and low <= number <= high)
    return number


def _must(holds: bool) -> None:  # noqa: FBT001  a condition, as for `assert`
    if not holds:
        raise ValueError("a value is out of its range")


def _damaged(path: Path, reason: str) -> LabError:
    return LabError("The moment {name} cannot be read: {reason}.", hint=_HINT, name=path.name, reason=reason)
