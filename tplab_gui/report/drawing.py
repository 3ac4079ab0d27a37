"""Figures for paper: Matplotlib without a window, one look for all, colours that the colour-blind tell apart.

Okabe and Ito, "Color Universal Design", 2008: each series has a dash and a marker of its own as well.
"""

import io
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDTH_INCH = 6.7  # the text of an A4 page
DPI = 200
COLOURS = ("#0072b2", "#c04f00", "#00795a", "#a8487f", "#9a6a00", "#2a7f9e", "#404040")
DASHES = ("-", "--", ":", "-.", (0, (5, 1, 1, 1, 1, 1)), "-", "--")
MARKERS = ("o", "s", "^", "d", "*", "x", "v")
_LOOK: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.grid": True,
    "grid.alpha": 0.3,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "tplab",  # the same figure gives the same bytes
    "legend.frameon": False,
}


def sheet(height_inch: float, rows: int = 1, columns: int = 1, **options: Any) -> tuple[Figure, Any]:
    """Return an empty figure as wide as the text, and its axes, an array (rows, columns)."""
    with mpl.rc_context(_LOOK):
        figure = Figure(figsize=(WIDTH_INCH, height_inch), layout="constrained")
        return figure, figure.subplots(rows, columns, squeeze=False, **options)


def line(axes: Axes, x: Any, y: Any, place: int, label: str) -> None:
    """Draw a series with its own colour, dash and marker."""
    place %= len(COLOURS)
    many = len(x) > 40
    axes.plot(
        x,
        y,
        color=COLOURS[place],
        linestyle=DASHES[place],
        marker="" if many else MARKERS[place],
        ms=4,
        label=label,
    )


def as_svg(figure: Figure) -> str:
    """Return the figure as an SVG element without a prologue."""
    stream = io.StringIO()
    with mpl.rc_context(_LOOK):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    text = stream.getvalue()
    return text[text.index("<svg") :]


def as_png(figure: Figure) -> bytes:
    """Return the figure as a PNG file of 200 dots an inch."""
    stream = io.BytesIO()
    with mpl.rc_context(_LOOK):
        figure.savefig(stream, format="png", dpi=DPI, metadata={"Software": None})
    return stream.getvalue()


def has_pictures(figure: Figure) -> bool:
    """Return whether pixels are part of the figure: it is kept as pixels then, else as lines."""
    return any(axes.images or axes.collections for axes in figure.axes)
