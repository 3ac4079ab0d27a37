"""A report in one language: every text said, every number written, every figure drawn; what both writers print."""

import json
from dataclasses import dataclass, field
from typing import Any

from matplotlib.figure import Figure as Drawn

from tplab_gui.core.events.findings import Sentence
from tplab_gui.report.blocks import (
    Block,
    Cell,
    Collected,
    Compared,
    Figure,
    Heading,
    Missing,
    Paragraph,
    Report,
    Table,
    Text,
)
from tplab_gui.report.words import Words

TITLE = Sentence("Lab report: networks that learn, hear and look")


@dataclass(frozen=True)
class Said:
    """One block; which of the fields are filled follows from `kind`.

    `kind` is 'paragraph', 'heading', 'prose' (the student's own Markdown), 'missing', 'figure' or 'table'.
    """

    kind: str
    text: str = ""
    how: str = ""
    label: str = ""
    command: str = ""
    caption: str = ""
    alt: str = ""
    drawn: Drawn | None = None
    recipe: str = ""
    recipe_label: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numeric: tuple[bool, ...] = field(default=())


@dataclass(frozen=True)
class SaidSection:
    """A part with its title and its blocks."""

    title: str
    blocks: tuple[Said, ...]


def said(report: Report, words: Words) -> tuple[SaidSection, ...]:
    """Return every part of the report in the language of `words`: what is missing first, the comparison last."""
    parts = [_overview(report, words)]
    parts += [
        SaidSection(words.say(section.title), tuple(_block(block, words) for block in section.blocks))
        for section in report.sections
    ]
    if report.compared:
        table = _table(comparison(report.compared), words)
        parts.append(SaidSection(words.say(Sentence("Report, mine, difference")), (table,)))
    if report.student.conclusions:
        prose = Said("prose", text=report.student.conclusions)
        parts.append(SaidSection(words.say(Sentence("Conclusions")), (prose,)))
    return tuple(parts)


def comparison(compared: tuple[Compared, ...]) -> Table:
    """Return every number of the lab report beside the student's own."""
    header = (
        Sentence("item"),
        Sentence("what"),
        Sentence("report"),
        Sentence("mine"),
        Sentence("difference"),
        Sentence("why they may differ"),
    )
    rows = tuple(
        (
            each.item,
            each.what,
            _Digits(each.report, each.digits),
            _Digits(each.mine, each.digits),
            _Signed(each.difference, each.digits),
            each.reason,
        )
        for each in compared
    )
    caption = Sentence("Every number of the lab report beside mine; a dash: the report or the lab has none.")
    return Table("", caption, header, rows)  # type: ignore[arg-type]  # cells with their own number of digits


@dataclass(frozen=True)
class _Digits:
    value: Cell
    digits: int


@dataclass(frozen=True)
class _Signed:
    value: float | None
    digits: int


def _overview(report: Report, words: Words) -> SaidSection:
    blocks: list[Said] = []
    if report.student.comments:
        blocks.append(Said("prose", text=report.student.comments))
    made = sum(isinstance(block, Figure | Table) for section in report.sections for block in section.blocks)
    n = len(report.missing)
    text = Sentence("Figures and tables made here: {made}. Missing parts: {n}.", {"made": made, "n": n})
    blocks.append(Said("paragraph", text=words.say(text)))
    header = (Sentence("what"), Sentence("value"))
    rows = tuple(report.about)
    blocks.append(_table(Table("", Sentence("How this report was made."), header, rows), words))
    return SaidSection(words.say(Sentence("Overview")), tuple(blocks))


def _block(block: Block, words: Words) -> Said:
    match block:
        case Paragraph(text=text):
            return Said("paragraph", text=words.say(text))
        case Heading(text=text):
            return Said("heading", text=words.say(text))
        case Missing():
            label = words.say(Sentence("Missing:"))
            return Said(
                "missing",
                text=words.say(block.what),
                how=words.say(block.how),
                label=label,
                command=block.command,
            )
        case Figure():
            recipe = (
                json.dumps(block.recipe, indent=1, ensure_ascii=False, default=str) if block.recipe else ""
            )
            return Said(
                "figure",
                caption=_numbered(Sentence("Figure {n}."), block.number, block.caption, words),
                alt=words.say(block.alt),
                drawn=block.draw(words),
                recipe=recipe,
                recipe_label=words.say(Sentence("How this figure was made")),
            )
        case Table():
            return _table(block, words)


def _numbered(label: Sentence, number: str, caption: Text, words: Words) -> str:
    said_caption = words.say(caption)
    return f"{words.say(Collected(label.template, {'n': number}))} {said_caption}" if number else said_caption


def _table(table: Table, words: Words) -> Said:
    numeric = tuple(
        bool(table.rows) and all(_is_number(row[column]) for row in table.rows)
        for column in range(len(table.header))
    )
    rows = tuple(tuple(_cell(cell, words, table.digits) for cell in row) for row in table.rows)
    return Said(
        "table",
        caption=_numbered(Sentence("Table {n}."), table.number, table.caption, words),
        header=tuple(words.say(text) for text in table.header),
        rows=rows,
        numeric=numeric,
    )


def _is_number(cell: Any) -> bool:
    value = cell.value if isinstance(cell, _Digits | _Signed) else cell
    return value is None or isinstance(value, int | float)


def _cell(cell: Any, words: Words, digits: int) -> str:
    if isinstance(cell, _Signed):
        return words.signed(cell.value, cell.digits)
    digits = cell.digits if isinstance(cell, _Digits) else digits
    value = cell.value if isinstance(cell, _Digits) else cell
    if value is None:
        return "–"
    if isinstance(value, int | float):
        return words.number(value, digits)
    return words.say(value)
