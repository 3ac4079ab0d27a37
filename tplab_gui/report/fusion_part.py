"""Part 4 of the report: what is drawn and said at once (items 28 to 39, figures 10 and 11)."""

from functools import partial
from pathlib import Path

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import ComparisonRead, Disturbance, FusionDrawn, ReliabilityRead
from tplab_gui.core.experiments import find
from tplab_gui.core.fusion_plan import FusionAsked
from tplab_gui.core.studies.strategies import STRATEGIES
from tplab_gui.fusion.comparison import read_comparison
from tplab_gui.fusion.reliability import reliability
from tplab_gui.fusion.study_figures import drawn
from tplab_gui.report import fusion_figures
from tplab_gui.report.blocks import Block, Compared, Figure, Heading, Missing, Name, Paragraph, Section, Table

PAIRS = 1000  # answered for the report: more changes the third decimal
TITLE = Sentence("4. Drawn and said at once: fusion")
_NAMES = {each.name: Name(each.title) for each in STRATEGIES}


def fusion_part(runs_dir: Path) -> Section:
    """Return part 4, from the newest complete comparison under `runs_dir`."""
    figures = drawn(find("fusion").params(str(runs_dir)))
    blocks: list[Block] = [
        Paragraph(
            Sentence(
                "A picture of a digit and the sound of its name can be joined early (the inputs side by side), in "
                "the middle (what two encoders made of them, side by side or weighed by attention), or late (two "
                "answers become one)."
            )
        ),
        _figure_10(figures),
        _figure_11(figures),
    ]
    compared: list[Compared] = []
    try:
        asked = FusionAsked(str(runs_dir), pairs=PAIRS)
        read = next(event for event in read_comparison(asked) if isinstance(event, ComparisonRead))
    except LabError as error:
        missing = Missing(
            Sentence("The comparison of the strategies."),
            error,
            "tplab train --experiment fusion --setup all --out DIR",
        )
        return Section(TITLE, (*blocks, missing))
    blocks += [_comparison(read), _bars(read), *(Paragraph(sentence) for sentence in read.sentences)]
    best = read.row(read.best_fusion).accuracy - read.row(read.best_single).accuracy
    compared.append(
        Compared(
            "37",
            Sentence("Best fusion less the better modality alone (points)"),
            Sentence("at least 0"),
            100 * best,
            Sentence("R14: the report proposes this study and gives no numbers."),
        )
    )
    seen = next(e for e in reliability(asked, Disturbance()) if isinstance(e, ReliabilityRead))
    blocks.append(Heading(Sentence("Where one modality is more reliable than the other")))
    blocks += [Paragraph(sentence) for sentence in seen.sentences]
    return Section(TITLE, tuple(blocks), tuple(compared))


def _figure_10(figures: FusionDrawn) -> Figure:
    shown = [figures.of(name) for name in ("late-weighted", "early", "joint-concat")]
    return Figure(
        "10",
        Sentence("The three places to fuse: late, early, joint."),
        Sentence(
            "Parameters: late {late:,}, early {early:,}, joint {joint:,}.",
            dict(zip(("late", "early", "joint"), (each.parameters for each in shown), strict=True)),
        ),
        partial(fusion_figures.diagrams, shown),
    )


def _figure_11(figures: FusionDrawn) -> Figure:
    shown = figures.of("joint-attention")
    return Figure(
        "11",
        Sentence("One encoder for each modality, attention between them, one layer that answers."),
        Sentence("{formula}; {n:,} parameters.", {"formula": shown.formula, "n": shown.parameters}),
        partial(fusion_figures.diagrams, [shown]),
    )


def _comparison(read: ComparisonRead) -> Table:
    header = (
        Sentence("strategy"),
        Sentence("accuracy (%)"),
        Sentence("from"),
        Sentence("to"),
        Sentence("errors"),
        Sentence("parameters"),
        Sentence("time (ms)"),
    )
    rows = tuple(
        (
            _NAMES[row.strategy],
            100 * row.accuracy,
            100 * row.low,
            100 * row.high,
            row.errors,
            row.parameters,
            row.ms,
        )
        for row in read.rows
    )
    caption = Sentence(
        "Strategies on {pairs} test pairs, {voices} voices never heard, {seeds} seeds; 95 % intervals.",
        {"pairs": read.pairs, "voices": read.voices, "seeds": len(read.seeds)},
    )
    return Table("", caption, header, rows, digits=1)


def _bars(read: ComparisonRead) -> Figure:
    best = read.row(read.best_fusion)
    return Figure(
        "",
        Sentence("Accuracy of every strategy with its interval."),
        Sentence("The best fusion names {share:.1f} % of the pairs rightly.", {"share": 100 * best.accuracy}),
        partial(fusion_figures.accuracies, read, _NAMES),
        {"group": read.key, "seeds": list(read.seeds), "pairs": read.pairs},
    )
