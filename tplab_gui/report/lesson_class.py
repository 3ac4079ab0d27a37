"""A class's answers put together: a table (CSV) and a page (HTML), without a network."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from tplab_gui.core import atomic, lesson_answers
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.lesson import Lesson
from tplab_gui.core.lesson_answers import Answers
from tplab_gui.core.student import Student
from tplab_gui.report.blocks import Block, Cell, Heading, Paragraph, Report, Section, Table, Text
from tplab_gui.report.html import as_html
from tplab_gui.report.said import said
from tplab_gui.report.words import Words

_MARKS = {
    "right": Sentence("right"),
    "outside": Sentence("not as expected"),
    "open": Sentence("to be read"),
    "missing": Sentence("missing"),
}


def merge(lesson: Lesson, handed_in: Sequence[Answers], out: Path, made: str) -> tuple[Path, Path]:
    """Write `class.csv` and `class.html` into `out`; of a student who handed in twice the later one counts.

    Raises
    ------
    LabError
        If there is nothing to put together, or answers belong to another lesson.

    """
    for each in handed_in:
        if not lesson_answers.fits(each, lesson):
            raise LabError(
                "The answers of {student} belong to another lesson, or to another version of it ({title}).",
                hint="Leave them out, or name the lesson they were made with.",
                student=each.student,
                title=each.title,
            )
    newest = {each.student.strip().casefold(): each for each in handed_in}
    students = sorted(newest.values(), key=lambda each: each.student.casefold())
    if not students:
        raise LabError("There are no answers to put together.", hint="Name the files of the students.")
    table, page = out / "class.csv", out / "class.html"
    atomic.write_text(table, as_csv(lesson, students))
    words = Words(lesson.language)
    report = Report(Student(), (_section(lesson, students),), made, ())
    parts = said(report, words)[1:]  # without the overview of a lab report
    atomic.write_text(page, as_html(report, parts, words, lesson.title))
    return table, page


def as_csv(lesson: Lesson, students: Sequence[Answers]) -> str:
    """Return a row for each student and question: answer, verdict, what the student's own run measured."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["student", "question", "answer", "verdict", "measured", "run", "sha256"])
    for each in students:
        for key, question in lesson.questions().items():
            answer, evidence = each.answers.get(key, ""), each.evidence.get(key.split(".")[0])
            verdict = lesson_answers.verdict(question, answer, evidence)
            measured = evidence.measured.get(question.measure, "") if evidence else ""
            proof = (evidence.run, evidence.sha256) if evidence else ("", "")
            writer.writerow([_safe(each.student), key, _safe(answer), verdict, measured, *proof])
    return text.getvalue()


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return (
        f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} and lesson_answers.number(text) is None else text
    )


def _section(lesson: Lesson, students: Sequence[Answers]) -> Section:
    blocks: list[Block] = [
        Paragraph(
            Sentence("Students: {n}. Questions: {m}.", {"n": len(students), "m": len(lesson.questions())})
        )
    ]
    header: tuple[Text, ...] = (Sentence("student"), *lesson.questions())
    rows: list[tuple[Cell, ...]] = []
    for each in students:
        verdicts = [
            _MARKS[
                lesson_answers.verdict(
                    question, each.answers.get(key, ""), each.evidence.get(key.split(".")[0])
                )
            ]
            for key, question in lesson.questions().items()
        ]
        rows.append((each.student, *verdicts))
    blocks.append(Table("", Sentence("Who answered what."), header, tuple(rows)))
    for key, question in lesson.questions().items():
        blocks.append(Heading(f"{key}: {question.text}"))
        answered = tuple((each.student, each.answers.get(key, "")) for each in students)
        blocks.append(
            Table("", Sentence("The answers."), (Sentence("student"), Sentence("answer")), answered)
        )
    return Section(lesson.title, tuple(blocks))
