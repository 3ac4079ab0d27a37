"""Figures 10 and 11 from the real networks, and the bars of the comparison, for paper."""

import textwrap
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import Box, ComparisonRead, Diagram
from tplab_gui.report import drawing
from tplab_gui.report.blocks import Name
from tplab_gui.report.words import Words

_LANES = {"image": 1.0, "both": 0.5, "sound": 0.0}
_WIDE, _HIGH, _LETTERS = 0.8, 0.42, 15


def diagrams(shown: Sequence[Diagram], words: Words) -> Figure:
    """Draw strategies under each other: the image above, the sound below, what joins them between."""
    figure, axes = drawing.sheet(2.0 * len(shown), len(shown), 1)
    for sheet, diagram in zip(axes[:, 0], shown, strict=True):
        last = max(box.column for box in diagram.boxes)
        sheet.set_axis_off()
        sheet.set_xlim(-0.05, last + _WIDE + 0.05)
        sheet.set_ylim(-0.1, 1 + _HIGH + 0.05)
        places = {box.key: (float(box.column), _LANES[box.lane]) for box in diagram.boxes}
        for box in diagram.boxes:
            _box(sheet, box, places[box.key], words)
        for start, end in diagram.arrows:
            (x, y), (to_x, to_y) = places[start], places[end]
            tip, tail = (to_x, to_y + _HIGH / 2), (x + _WIDE, y + _HIGH / 2)
            sheet.annotate("", tip, tail, arrowprops={"arrowstyle": "->", "color": "#404040"})
    return figure


def _box(sheet: Axes, box: Box, place: tuple[float, float], words: Words) -> None:
    colour = drawing.COLOURS[{"image": 0, "sound": 1, "both": 2}[box.lane]]
    sheet.add_patch(
        FancyBboxPatch(place, _WIDE, _HIGH, "round,pad=0,rounding_size=0.04", fc="white", ec=colour)
    )
    title = "\n".join(textwrap.wrap(words.say(Name(box.title)), _LETTERS))
    text = f"{title}\n{' x '.join(str(size) for size in box.gives)}"
    if box.parameters:
        text += f"\n{words.number(box.parameters)}"
    sheet.text(place[0] + _WIDE / 2, place[1] + _HIGH / 2, text, ha="center", va="center", fontsize=6)


def accuracies(read: ComparisonRead, names: Mapping[str, Name], words: Words) -> Figure:
    """Draw the accuracy of every strategy as a point with its interval, the best single modality as a line."""
    figure, axes = drawing.sheet(0.32 * len(read.rows) + 0.9)
    sheet = axes[0, 0]
    for place, row in enumerate(read.rows):
        single = row.verdict == "single"
        colour = drawing.COLOURS[0 if single else 2]
        sheet.plot([100 * row.low, 100 * row.high], [place, place], color=colour, linewidth=1.5)
        sheet.plot([100 * row.accuracy], [place], marker="s" if single else "o", color=colour)
    sheet.axvline(100 * read.row(read.best_single).accuracy, color="#404040", linestyle=":", linewidth=1)
    sheet.set_yticks(range(len(read.rows)), [words.say(names[row.strategy]) for row in read.rows])
    sheet.invert_yaxis()
    sheet.set_xlabel(words.say(Sentence("accuracy (%)")))
    return figure
