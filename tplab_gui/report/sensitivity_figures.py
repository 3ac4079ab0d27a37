"""The pictures of a series with their heat, and the score against the parameter, for paper."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from tplab_gui.core.adjustments import transform
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sweep import SweepKept
from tplab_gui.core.sweep_plan import CRITICAL, OPTIMAL
from tplab_gui.report import drawing
from tplab_gui.report.words import Words

_A_ROW = 5


def series(kept: SweepKept, reported: Sequence[float], words: Words) -> Figure:
    """Draw the heat over each picture with its score, and below the curve beside that of the report."""
    rows = -(-len(kept.steps) // _A_ROW)
    figure, axes = drawing.sheet(1.25 * rows + 2.3, rows + 1, _A_ROW, height_ratios=[1.0] * rows + [1.8])
    for panel in axes[:rows].flat:
        panel.set_axis_off()
    for step, panel in zip(kept.steps, axes[:rows].flat, strict=False):
        panel.imshow(step.overlay)
        panel.set_title(f"{step.step}: {words.number(100 * step.score)} %", fontsize=7.5)
    grid = axes[-1, 0].get_gridspec()
    for panel in axes[-1]:
        panel.remove()
    curve = figure.add_subplot(grid[-1, :])
    numbers = [step.step for step in kept.steps]
    drawing.line(curve, numbers, [100 * step.score for step in kept.steps], 0, words.say(Sentence("mine")))
    drawing.line(curve, range(1, len(reported) + 1), reported, 1, words.say(Sentence("report")))
    curve.axhspan(100 * OPTIMAL, 100, color=drawing.COLOURS[2], alpha=0.15)
    curve.axhline(100 * CRITICAL, color="#404040", linewidth=0.8, linestyle="--")
    known = transform(kept.started.transform)
    unit = f" {known.unit}" if known.unit else ""
    curve.set_xticks(
        numbers, [f"{step.step}\n{words.number(step.parameter, 2)}{unit}" for step in kept.steps], fontsize=7
    )
    curve.set_ylabel(words.say(Sentence("score (%)")))
    curve.legend(loc="lower center", fontsize=8)
    return figure
