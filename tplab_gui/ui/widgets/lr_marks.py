"""Where the learning rate of a run was changed by hand: a thin line on both plots, "lr 1 → 0.3" beside it.

What the schedule does (the decay of each epoch) is no change. A slider that is drawn through many values while batches
are learnt makes many small changes: those that follow each other closely are one mark, from the first to the last.
"""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor

from tplab_gui.core.events.training import LrChanged
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow

_NEAR_STEPS = 5  # changes no further apart are one drag of the slider
_TOP, _STEP, _PLACES = 0.74, 0.095, 3  # of the labels, as shares of the plot; the marks of findings are above


def gathered(changes: Sequence[LrChanged], near_steps: int = _NEAR_STEPS) -> list[LrChanged]:
    """Return the changes, each chain of close ones as one at the step of its last; what was taken back is left out."""
    marks: list[LrChanged] = []
    last_step = -near_steps - 1
    for each in changes:
        is_near = each.step - last_step <= near_steps
        before = marks.pop().before if is_near and marks else each.before
        marks.append(LrChanged(each.step, each.epoch, before, each.after))
        last_step = each.step
    return [mark for mark in marks if mark.before != mark.after]


class LrMarks(QObject):
    """The marks of all runs that are shown, each in the colour of its run."""

    def __init__(self, plot: CurvePlot, runs: RunList) -> None:
        super().__init__(plot)
        self._plot = plot
        self._plots = (plot.loss_plot, plot.accuracy_plot)
        self._runs = runs
        self._drawn: tuple[object, ...] = ()
        self._lines: list[tuple[Any, pg.InfiniteLine]] = []
        self.labels: list[str] = []
        runs.shown_changed.connect(self.refresh)
        runs.chosen_changed.connect(self.refresh)  # also when rows come, go, or take another colour

    def refresh(self) -> None:
        """Show the marks of the runs that are shown now, in the colours of the theme in use."""
        now = style.theme()
        wanted = [
            (row.curves.series, mark, (mark.step - 1) / row.curves.batches_per_epoch)
            for row in self._runs.rows
            if row.curves is not None and row.is_checked
            for mark in gathered(row.lr_changes)
        ]
        if self._drawn == (now.is_dark, *wanted):
            return
        self._drawn = (now.is_dark, *wanted)
        for plot, line in self._lines:
            plot.removeItem(line)
        self._lines.clear()
        self.labels = [_text(mark) for _, mark, _ in wanted]
        self._plot.lr_marks = tuple(zip((at for *_, at in wanted), self.labels, strict=True))
        for place, (series, _, position) in enumerate(wanted):
            for plot in self._plots:
                label = self.labels[place] if plot is self._plots[0] else None
                line = pg.InfiniteLine(
                    pos=position,
                    angle=90,
                    movable=False,
                    pen=pg.mkPen(series.colour(), width=1, style=Qt.PenStyle.DotLine),
                    label=label,
                    labelOpts={
                        "position": _TOP - _STEP * (place % _PLACES),
                        "color": now.text,
                        "fill": QColor(now.surface),
                        "border": pg.mkPen(series.colour()),
                        "anchors": [(0, 0.5), (1, 0.5)],
                    },
                )
                line.setZValue(10)  # the label over the curves
                plot.addItem(line, ignoreBounds=True)
                self._lines.append((plot, line))


def marks_of(row: RunRow) -> tuple[tuple[float, str], ...]:
    """Return (epoch, label) of each change of a run, for a figure of it."""
    return tuple(((mark.step - 1) / row.batches_per_epoch, _text(mark)) for mark in gathered(row.lr_changes))


def _text(mark: LrChanged) -> str:
    text = QCoreApplication.translate("LrMarks", "lr {before} → {after}")
    return text.format(before=f"{mark.before:g}", after=f"{mark.after:g}")
