"""`tplab lesson`: check a lesson, make its runs and note answers, put a class's answers together. All offline."""

import argparse
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core import lesson, lesson_answers
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.lesson import Lesson
from tplab_gui.core.lesson_answers import Answers, Evidence


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("lesson", help="lessons of a teacher: check, run, merge")
    parser.add_argument("action", choices=("check", "run", "merge"))
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="the lesson (TOML); for merge the answers after it",
    )
    parser.add_argument("--student", default="", metavar="NAME", help="whose answers (run)")
    parser.add_argument("--answers", type=Path, metavar="FILE.json", help="where the answers are kept (run)")
    parser.add_argument(
        "--give",
        action="append",
        default=[],
        metavar="STEP.QUESTION=ANSWER",
        help="an answer (run; as often as needed)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where runs go (run), or table and page (merge)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what is asked; status 2 when a file cannot serve, 1 when a run of the lesson failed."""
    first, *others = arguments.files
    if arguments.action == "check":
        for path in arguments.files:
            _describe(lesson.read(path), path, out)
        return 0
    if arguments.action == "run" and others:
        raise LabError("One lesson is run at a time.", hint="Name one file.")
    if arguments.out is None:
        raise LabError("The folder for what is written is missing.", hint="Add --out DIR.")
    if arguments.action == "merge":
        from tplab_gui.report.lesson_class import merge

        handed_in = [lesson_answers.read(path) for path in others]
        table, page = merge(
            lesson.read(first), handed_in, arguments.out, datetime.now(UTC).date().isoformat()
        )
        out.line(
            {"event": "merged", "table": str(table), "page": str(page), "files": len(others)},
            f"{table}\n{page}",
        )
        return 0
    return _carry_out(lesson.read(first), arguments, out)


def _describe(found: Lesson, path: Path, out: Output) -> None:
    steps = [{"key": s.key, "run": s.run is not None, "questions": len(s.questions)} for s in found.steps]
    text = f"{path}: {found.title} ({len(found.steps)} steps, {len(found.questions())} questions)"
    out.line(
        {"event": "lesson", "file": str(path), "title": found.title, "sha256": found.sha256, "steps": steps},
        text,
    )


def _carry_out(found: Lesson, arguments: argparse.Namespace, out: Output) -> int:
    from tplab_gui.training.lesson_run import carry_out

    path = arguments.answers or arguments.out / "answers.json"
    kept = _kept(found, path, arguments.student)
    kept = replace(kept, answers={**kept.answers, **_given(found, arguments.give)})
    lesson_answers.save(path, kept)
    is_whole = True
    for step in found.steps:
        evidence = None
        for event in carry_out(step, arguments.out):
            if isinstance(event, EpochEnd):
                out.progress(f"{step.title}: epoch {event.epoch}")
            elif isinstance(event, Evidence):
                evidence = event
        if evidence is not None:
            kept = replace(kept, evidence={**kept.evidence, step.key: evidence})
            lesson_answers.save(path, kept)
        elif step.run is not None:
            is_whole = False
        for question in step.questions:
            key = f"{step.key}.{question.key}"
            if key not in kept.answers and sys.stdin.isatty() and not out.is_json:
                kept = replace(kept, answers={**kept.answers, key: input(f"{question.text} ")})
                lesson_answers.save(path, kept)
            verdict = lesson_answers.verdict(question, kept.answers.get(key, ""), kept.evidence.get(step.key))
            out.line({"event": "answer", "question": key, "verdict": verdict}, f"{key}: {verdict}")
    out.line({"event": "answers", "file": str(path)}, str(path))
    return 0 if is_whole else 1


def _kept(found: Lesson, path: Path, student: str) -> Answers:
    if not path.exists():
        if not student.strip():
            raise LabError("Whose answers are these?", hint="Add --student NAME.")
        return Answers(found.sha256, found.title, student.strip())
    kept = lesson_answers.read(path)
    if not lesson_answers.fits(kept, found):
        raise LabError(
            "{path} holds answers to another lesson, or to another version of it.",
            hint="Choose another file with --answers.",
            path=path,
        )
    return replace(kept, student=student.strip() or kept.student)


def _given(found: Lesson, pairs: list[str]) -> dict[str, str]:
    given = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or key not in found.questions():
            raise LabError(
                "{pair} answers no question of this lesson.",
                hint="It has: {names}.",
                pair=pair,
                names=", ".join(found.questions()) or "none",
            )
        given[key] = value
    return given
