"""A lesson: what a teacher fixes (tabs, runs with their parameters) and asks (questions with expected ranges).

A TOML file, read by `tomllib`; `docs/lessons.md` has one to begin with. Everything is checked when it is read, so that
a class does not meet a mistake half way.
"""

import hashlib
import math
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams

FORMAT = 1
TABS = ("training", "digits", "heatmap", "data")
KINDS = ("text", "number", "choice")
MEASURES = ("test_loss", "test_accuracy", "train_loss", "train_accuracy", "best_epoch")
MOST_BYTES, MOST_STEPS, MOST_QUESTIONS = 1_000_000, 100, 50
_FIXED = (
    "run_root",
    "device",
    "threads",
    "split_file",
    "pairs_file",
    "more_sounds",
)  # of the machine, not the lesson


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `low` and `high` bound a number, both included; `right` is the choice expected, '' for any.

    `measure` compares the answer with what the step's own run gives (one of `MEASURES`, accuracies in percent),
    within `tolerance`.
    """

    key: str
    text: str
    kind: str
    unit: str = ""
    low: float = -math.inf
    high: float = math.inf
    choices: tuple[str, ...] = ()
    right: str = ""
    measure: str = ""
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One step: words (Markdown), a run with fixed parameters or None, questions."""

    key: str
    title: str
    text: str
    tab: str
    run: TrainParams | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson; `tabs` are those that are shown; `sha256` is that of the file, so that answers name their lesson."""

    title: str
    language: str
    tabs: tuple[str, ...]
    steps: tuple[Step, ...]
    sha256: str = field(default="", compare=False)

    def questions(self) -> dict[str, Question]:
        """Return every question by 'step.question'."""
        return {f"{step.key}.{each.key}": each for step in self.steps for each in step.questions}


def read(path: Path) -> Lesson:
    """Read a lesson.

    Raises
    ------
    LabError
        If the file cannot be read, is no TOML, or says something that cannot be; the sentence names the place.

    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise LabError(
            "The lesson {path} cannot be read ({reason}).",
            hint="Check the name of the file.",
            path=path,
            reason=error.strerror or error,
        ) from error
    if size > MOST_BYTES:
        raise LabError(
            "The lesson {path} is too large: {size} bytes.", hint="A lesson is text, of at most 1 MB.",
            path=path, size=size,
        )  # fmt: skip
    return parse(data, str(path))


def parse(data: bytes, name: str = "lesson") -> Lesson:
    """Return the lesson in `data`; raises as `read`."""
    try:
        stored = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise LabError(
            "{name} is no lesson: {reason}.", hint="It is a TOML file in UTF-8.", name=name, reason=error
        ) from error
    place = _Place(name, "")
    if stored.get("format") != FORMAT:
        raise place.error("format must be {known}", known=FORMAT)
    _known(stored, {"format", "title", "language", "tabs", "step"}, place)
    steps = place.list(stored, "step")
    if not 1 <= len(steps) <= MOST_STEPS:
        raise place.error("it needs 1 to {most} steps ([[step]])", most=MOST_STEPS)
    tabs = tuple(place.list(stored, "tabs")) or TABS
    for tab in tabs:
        place.one_of("tabs", tab, TABS)
    language = place.one_of("language", stored.get("language", "en"), ("en", "fr"))
    made = tuple(_step(each, place.within(f"step {n}")) for n, each in enumerate(steps, 1))
    _distinct([step.key for step in made], place)
    return Lesson(place.text(stored, "title"), language, tabs, made, hashlib.sha256(data).hexdigest())


def _step(stored: Any, place: "_Place") -> Step:
    _known(stored, {"key", "title", "text", "tab", "run", "question"}, place)
    questions = place.list(stored, "question")
    if len(questions) > MOST_QUESTIONS:
        raise place.error("it has more than {most} questions", most=MOST_QUESTIONS)
    made = tuple(_question(each, place.within(f"question {n}")) for n, each in enumerate(questions, 1))
    _distinct([each.key for each in made], place)
    run = _run(stored["run"], place) if "run" in stored else None
    if run is None and any(each.measure for each in made):
        raise place.error("a question compares with a run, and the step has none ([step.run])")
    tab = place.one_of("tab", stored.get("tab", "training"), TABS)
    return Step(
        place.key(stored), place.text(stored, "title"), place.text(stored, "text", ""), tab, run, made
    )


def _run(stored: Any, place: "_Place") -> TrainParams:
    if not isinstance(stored, dict):
        raise place.error("run is no table of parameters")
    for name in _FIXED:
        if name in stored:
            raise place.error("a lesson cannot set {parameter}", parameter=name)
    values = {name: value for name, value in stored.items() if name != "experiment"}
    unknown = set(values) - set(TrainParams.__dataclass_fields__)
    if unknown:
        raise place.error("there is no parameter {names}", names=", ".join(sorted(unknown)))
    try:
        experiment = find(str(stored.get("experiment", "mnist-loss")))
        values.setdefault("setup", experiment.setups[0])
        experiment.refuse_other_setup(values["setup"])
        return experiment.params("", **values)
    except (LabError, TypeError) as error:
        raise place.error("{reason}", reason=error) from error


def _question(stored: Any, place: "_Place") -> Question:
    _known(stored, set(Question.__slots__), place)
    kind = place.one_of("kind", stored.get("kind", "text"), KINDS)
    made = Question(
        key=place.key(stored),
        text=place.text(stored, "text"),
        kind=kind,
        unit=place.text(stored, "unit", ""),
        low=place.number(stored, "low", -math.inf),
        high=place.number(stored, "high", math.inf),
        choices=tuple(str(each) for each in place.list(stored, "choices")),
        right=place.text(stored, "right", ""),
        measure=place.one_of("measure", stored.get("measure", ""), ("", *MEASURES)),
        tolerance=place.number(stored, "tolerance", 0.0),
    )
    if made.low > made.high:
        raise place.error("low lies above high")
    if kind == "choice" and len(made.choices) < 2:
        raise place.error("a choice needs two choices or more")
    if made.right and made.right not in made.choices:
        raise place.error("right is none of the choices")
    if made.measure and kind != "number":
        raise place.error("only a number can be compared with a run")
    return made


@dataclass(frozen=True)
class _Place:
    """Where in the file something stands, for the sentence that says what is wrong there."""

    name: str
    where: str

    def within(self, part: str) -> "_Place":
        return _Place(self.name, f"{self.where}, {part}" if self.where else part)

    def error(self, what: str, **values: Any) -> LabError:
        return LabError(
            "The lesson {name} has a mistake{place}: {what}.", hint="Correct the file and check it again.",
            name=self.name, place=f" ({self.where})" if self.where else "", what=what.format(**values),
        )  # fmt: skip

    def text(self, stored: dict[str, Any], key: str, default: str | None = None) -> str:
        value = stored.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error("{key} is missing or no text", key=key)
        return value

    def key(self, stored: dict[str, Any]) -> str:
        value = self.text(stored, "key")
        if not value.replace("-", "").replace("_", "").isalnum():
            raise self.error("key {value} has other signs than letters, digits, - and _", value=repr(value))
        return value

    def number(self, stored: dict[str, Any], key: str, default: float) -> float:
        value = stored.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
            raise self.error("{key} is no number", key=key)
        return float(value)

    def list(self, stored: dict[str, Any], key: str) -> list[Any]:
        value = stored.get(key, [])
        if not isinstance(value, list):
            raise self.error("{key} is no list", key=key)
        return value

    def one_of(self, key: str, value: Any, known: tuple[str, ...]) -> str:
        if value not in known:
            names = ", ".join(each for each in known if each)
            raise self.error("{key} {value} is none of {names}", key=key, value=repr(value), names=names)
        return str(value)


def _known(stored: Any, keys: set[str], place: _Place) -> None:
    if not isinstance(stored, dict):
        raise place.error("it is no table")
    unknown = sorted(set(stored) - keys)
    if unknown:
        raise place.error("{names} is nothing that it can have", names=", ".join(unknown))


def _distinct(keys: list[str], place: _Place) -> None:
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise place.error("the key {names} stands twice", names=", ".join(twice))
