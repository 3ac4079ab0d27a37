"""What a student answered, with the evidence: one JSON file for a lesson, saved at every answer."""

import json
import math
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.lesson import Lesson, Question

FORMAT = 1
MOST_BYTES = 5_000_000
VERDICTS = ("right", "outside", "open", "missing")


@dataclass(frozen=True)
class Evidence:
    """The run of a step: the name of its folder, the sha256 of its curve, and what it measured by name."""

    run: str
    sha256: str
    measured: dict[str, float]


@dataclass(frozen=True)
class Answers:
    """Answers by 'step.question', as typed; evidence by step. `lesson` is the sha256 of the lesson's file."""

    lesson: str
    title: str
    student: str
    answers: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)


def save(path: Path, answers: Answers) -> None:
    """Write the file atomically; raises `LabError` when it cannot be."""
    atomic.write_text(
        path, json.dumps({"format": FORMAT, **asdict(answers)}, ensure_ascii=False, indent=1) + "\n"
    )


def read(path: Path) -> Answers:
    """Read a file of answers; raises `LabError` when it is none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("it is too large")
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT:
            raise ValueError(f"its format is {stored['format']!r}")
        return Answers(
            lesson=_text(stored["lesson"]),
            title=_text(stored["title"]),
            student=_text(stored["student"]),
            answers={_text(key): _text(value) for key, value in stored["answers"].items()},
            evidence={_text(key): _evidence(value) for key, value in stored["evidence"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LabError(
            "{path} holds no answers to a lesson ({reason}).",
            hint="Leave it out, or ask the student for the file again.",
            path=path,
            reason=error,
        ) from error


def verdict(question: Question, answer: str, evidence: Evidence | None) -> str:
    """Return what is to be said of an answer: 'right', 'outside', 'missing', or 'open' where a teacher reads it.

    A number is right in its range and, where the question names a measure, within the tolerance of the student's own
    run: a copied number of another run is 'outside'.
    """
    answer = answer.strip()
    if not answer:
        return "missing"
    if question.kind == "choice":
        return "open" if not question.right else "right" if answer == question.right else "outside"
    if question.kind == "text":
        return "open"
    value = number(answer)
    if value is None:
        return "outside"
    if question.measure:
        if evidence is None or question.measure not in evidence.measured:
            return "missing"
        if abs(value - evidence.measured[question.measure]) > question.tolerance:
            return "outside"
    elif math.isinf(question.low) and math.isinf(question.high):
        return "open"
    return "right" if question.low <= value <= question.high else "outside"


def number(text: str) -> float | None:
    """Return a number as people type it, with a comma or a point; None when it is none."""
    try:
        value = float(text.strip().replace("\u202f", "").replace(" ", "").replace(",", ".").rstrip("%"))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def fits(answers: Answers, lesson: Lesson) -> bool:
    """Return whether these are answers to this very file."""
    return answers.lesson == lesson.sha256


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value


def _evidence(stored: Any) -> Evidence:
    measured = {_text(name): float(value) for name, value in stored["measured"].items()}
    return Evidence(_text(stored["run"]), _text(stored["sha256"]), measured)
