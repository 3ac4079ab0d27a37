"""Part 6 of the report: what a change of the picture does to the score (items 47 to 52, tables 5 and 6)."""

from functools import partial

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sweep import SweepKept, SweepStarted, SweepStep, SweepSummary
from tplab_gui.core.paths import RESOURCES
from tplab_gui.core.report_series import report_series
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.report import sensitivity_figures
from tplab_gui.report.blocks import Block, Compared, Figure, Paragraph, Section, Table
from tplab_gui.vision.sweep import sweep

PICTURE = "tennis_on_clay.jpg"
STEPS = 10
TITLE = Sentence("6. What a change of the picture does")
_TABLES = (
    ("5", "brightness", Sentence("Ten pictures of growing brightness.")),
    ("6", "perspective", Sentence("Ten pictures of growing perspective.")),
)


def sensitivity_part(model: str) -> Section:
    """Return part 6: the two series of the report with the network called `model`."""
    blocks: list[Block] = []
    compared: list[Compared] = []
    for number, name, caption in _TABLES:
        subject = Subject(pictures=(str(RESOURCES / "samples" / "pictures" / PICTURE),), model=model)
        kept = _kept(subject, Series(name, STEPS))
        blocks += _series(number, name, caption, kept, subject)
        compared += _compared(number, name, kept)
    return Section(TITLE, tuple(blocks), tuple(compared))


def _kept(subject: Subject, series: Series) -> SweepKept:
    kept = SweepKept(SweepStarted(series.transform, (), "", 0.0))
    for event in sweep(subject, series):
        match event:
            case SweepStarted():
                kept = SweepKept(event)
            case SweepStep():
                kept.steps.append(event)
            case SweepSummary():
                kept = SweepKept(kept.started, kept.steps, event)
    return kept


def _series(number: str, name: str, caption: Sentence, kept: SweepKept, subject: Subject) -> list[Block]:
    recipe = {
        "picture": PICTURE,
        "transform": name,
        "steps": STEPS,
        "model": subject.model,
        "seed": subject.seed,
    }
    reported = _reported(name)
    rows = tuple(
        (str(step.step), step.parameter, 100 * step.score, reported[step.step - 1]) for step in kept.steps
    )
    header = (Sentence("picture"), Sentence("parameter"), Sentence("score (%)"), Sentence("report (%)"))
    blocks: list[Block] = [
        Table(number, caption, header, rows, digits=2),
        Figure(
            "",
            Sentence("The ten pictures with their heat, and the curve of the scores."),
            kept.summary.sentence if kept.summary else caption,
            partial(sensitivity_figures.series, kept, reported),
            {**recipe, "command": f"tplab sweep {PICTURE} --transform {name} --steps {STEPS}"},
        ),
    ]
    if kept.summary is not None:
        blocks.append(Paragraph(kept.summary.heat))
    return blocks


def _compared(number: str, name: str, kept: SweepKept) -> list[Compared]:
    reported = _reported(name)
    reason = Sentence("R18, R22: the report gives neither its factors nor its picture.")
    counts = (
        (Sentence("Table {n}: pictures above 99 %", {"n": number}), 99.0, True),
        (Sentence("Table {n}: pictures below 80 %", {"n": number}), 80.0, False),
    )
    mine = [100 * step.score for step in kept.steps]
    return [
        Compared(
            "49" if name == "brightness" else "51",
            what,
            sum((score > limit) is is_above for score in reported),
            sum((score > limit) is is_above for score in mine),
            reason,
            digits=0,
        )
        for what, limit, is_above in counts
    ]


def _reported(name: str) -> tuple[float, ...]:
    """Return the report's scores of this series, in percent."""
    found = report_series(name, STEPS)
    return tuple(100 * score for score in found[1]) if found else ()
