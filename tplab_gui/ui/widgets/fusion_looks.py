"""How the fusion study looks: a colour, dash and marker for each strategy, its name, and small painting parts.

What is painted takes a `Theme`, so that the same code draws on the screen and, with the light one, on paper.
"""

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tplab_gui.core.events.fusion_study import FusionGroup
from tplab_gui.core.studies.strategies import NAMES, strategy
from tplab_gui.ui import style
from tplab_gui.ui.style import SERIES, Series
from tplab_gui.ui.widgets.data_names import data_name

_GREY = Series("grey", "#555e6b", "#a9b1bd", Qt.PenStyle.DashLine, "+")
_INK = Series("ink", "#1b1f24", "#e8eaed", Qt.PenStyle.DashDotLine, "p")
LOOKS = dict(
    zip(
        NAMES,
        (SERIES[0], SERIES[1], SERIES[3], SERIES[5], SERIES[2], SERIES[4], _GREY, _INK),
        strict=True,
    )
)
IMAGE, SOUND, NEITHER = LOOKS["image"], LOOKS["audio"], _GREY  # who wins, who is right


def title(name: str) -> str:
    """Return what a strategy is called in the window's language."""
    return QCoreApplication.translate("Fusion", strategy(name).title)


def formula(name: str) -> str:
    """Return the formula of a strategy; a rule in words is in the window's language."""
    return QCoreApplication.translate("Fusion", strategy(name).formula)


def shade(series: Series, now: style.Theme) -> QColor:
    """Return the colour of a series in a theme that need not be the window's."""
    return QColor(series.dark if now.is_dark else series.light)


def percent(share: float, digits: int = 1) -> str:
    """Return a share in per cent; 100 only when it is all, 0 only when it is none."""
    text = f"{100 * share:.{digits}f}"
    if (share < 1 and float(text) == 100) or (share > 0 and float(text) == 0):
        step = 10.0**-digits
        text = f"> {100 - step:.{digits}f}" if share > 0.5 else f"< {step:.{digits}f}"
    return f"{text} %"


def group_name(group: FusionGroup) -> str:
    """Return what a group of runs is called: how many seeds, which data, which day."""
    if len(group.seeds) == 1:
        text = QCoreApplication.translate("Fusion", "one seed")
    elif group.seeds:
        text = QCoreApplication.translate("Fusion", "{n} seeds").format(n=len(group.seeds))
    else:
        text = QCoreApplication.translate("Fusion", "not finished")
    names = [data_name(group.data, "mnist-loss")]
    if group.sounds:
        names.append(data_name(group.sounds, "spoken-digits"))
    return f"{text} · {group.created[5:16].replace('T', ' ')} · {' + '.join(names)}"


def draw_marker(painter: QPainter, series: Series, at: QPointF, now: style.Theme, size: float = 9.0) -> None:
    """Draw the marker of a series, `size` units large."""
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    painter.setPen(QPen(shade(series, now), 1.2 / size))
    painter.setBrush(shade(series, now))
    painter.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[series.symbol])
    painter.restore()


def write(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: str | QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one line into `room`, in the middle of its height; what is too long ends in an ellipsis."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def letters(painter: QPainter, size: int = style.TEXT, *, bold: bool = False) -> None:
    """Take letters `size` units high."""
    font = painter.font()
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)
