"""Figure 8: the stations of a network as a chain of boxes, for paper."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from tplab_gui.core.events.network import NetworkShapes
from tplab_gui.report import drawing
from tplab_gui.report.blocks import Name
from tplab_gui.report.words import Words

_A_ROW = 4
_WIDE, _HIGH, _GAP_X, _GAP_Y = 0.86, 0.6, 0.14, 0.34


def stations(ledger: NetworkShapes, words: Words) -> Figure:
    """Draw the stations from left to right, row by row; data and network in two colours."""
    rows = -(-len(ledger.rows) // _A_ROW)
    figure, axes = drawing.sheet(0.85 * rows)
    sheet = axes[0, 0]
    sheet.set_axis_off()
    sheet.set_xlim(0, _A_ROW)
    sheet.set_ylim(-rows * (_HIGH + _GAP_Y), 0.05)
    for place, station in enumerate(ledger.rows):
        row, column = divmod(place, _A_ROW)
        left, bottom = column + _GAP_X / 2, -row * (_HIGH + _GAP_Y) - _HIGH
        colour = drawing.COLOURS[0] if station.kind == "data" else drawing.COLOURS[1]
        box = FancyBboxPatch(
            (left, bottom), _WIDE, _HIGH, "round,pad=0,rounding_size=0.05", fc="white", ec=colour
        )
        sheet.add_patch(box)
        shape = " x ".join(str(size) for size in station.shape)
        text = f"{words.say(Name(station.name))}\n{shape}"
        if station.parameters:
            text += f"\n{words.number(station.parameters)}"
        sheet.text(left + _WIDE / 2, bottom + _HIGH / 2, text, ha="center", va="center", fontsize=7.5)
        if place + 1 < len(ledger.rows):
            _arrow(sheet, left, bottom, is_last=column == _A_ROW - 1)
    return figure


def _arrow(sheet: Axes, left: float, bottom: float, *, is_last: bool) -> None:
    style = {"arrowstyle": "->", "color": "#404040"}
    if is_last:  # back to the first column of the next row
        low = bottom - _GAP_Y / 2
        middle = left + _WIDE / 2
        first = _GAP_X / 2 + _WIDE / 2
        sheet.plot([middle, middle, first], [bottom, low, low], color="#404040", lw=0.8)
        sheet.annotate("", (first, bottom - _GAP_Y), (first, low), arrowprops=style)
    else:
        start = (left + _WIDE, bottom + _HIGH / 2)
        sheet.annotate("", (start[0] + _GAP_X, start[1]), start, arrowprops=style)
