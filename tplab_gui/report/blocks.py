"""What a report is made of, before it is written: texts that are not yet in a language, tables, figures, gaps.

The parts (`*_part.py`) build these from what is on disk; the writers (`html.py`, `pdf.py`) know nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.student import Student

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawn

    from tplab_gui.report.words import Words


class Name(str):
    """A word that the window has in its language, as a value of a sentence: the name of a setup, of a data set."""

    __slots__ = ()


class Collected(Sentence):
    """A sentence whose template was written elsewhere, where its translation was collected."""

    __slots__ = ()


Text = Sentence | LabError | str
Cell = Text | float | int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of the section."""

    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` of cells under `header`; `number` is that of the lab report, '' for a table it does not have.

    Numbers that are no whole ones are written with `digits` decimals.
    """

    number: str
    caption: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    digits: int = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that `draw` paints in the language of the words; `alt` says in words what is to be seen.

    `recipe` is everything that makes it again: parameters, seed, sha256 of the data, versions, command.
    """

    number: str
    caption: Text
    alt: Text
    draw: "Callable[[Words], Drawn]"
    recipe: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Missing:
    """A part that cannot be made yet, and the button and the command that make it."""

    what: Text
    how: Text
    command: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of the report beside the student's: `difference` is worked out where both are numbers.

    `reason` says why they may differ, with the remark (R1 to R22) it comes from.
    """

    item: str
    what: Text
    report: Cell
    mine: Cell
    reason: Text = ""
    digits: int = 2

    @property
    def difference(self) -> float | None:
        """Return mine minus the report's; None where one of the two is no number."""
        both = (self.mine, self.report)
        if any(isinstance(each, bool) or not isinstance(each, int | float) for each in both):
            return None
        return float(self.mine) - float(self.report)  # type: ignore[arg-type]


Block = Paragraph | Heading | Table | Figure | Missing


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report and what it adds to the comparison at the end."""

    title: Text
    blocks: tuple[Block, ...]
    compared: tuple[Compared, ...] = ()

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Return what this part lacks."""
        return tuple(block for block in self.blocks if isinstance(block, Missing))


@dataclass(frozen=True, slots=True)
class Report:
    """The whole, ready to be written. `made` is the day in ISO form, `about` the machine and the versions."""

    student: Student
    sections: tuple[Section, ...]
    made: str
    about: tuple[tuple[Text, str], ...]

    @property
    def compared(self) -> tuple[Compared, ...]:
        """Return every number of the report beside the student's."""
        return tuple(each for section in self.sections for each in section.compared)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Return what is missing, part by part."""
        return tuple(each for section in self.sections for each in section.missing)
