"""The curve of a series: score against the step, with the zone, the threshold, the cliffs and the report's curve."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.adjustments import transform
from tplab_gui.core.events.sweep import SweepStep, SweepSummary
from tplab_gui.core.report_series import report_series
from tplab_gui.core.sweep_plan import CRITICAL, OPTIMAL
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import transform_name, unit_text

_TICKS_AT_MOST = 10


def runs_of(steps: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of every unbroken run of growing numbers."""
    runs: list[tuple[int, int]] = []
    for step in steps:
        if runs and runs[-1][1] == step - 1:
            runs[-1] = (runs[-1][0], step)
        else:
            runs.append((step, step))
    return runs


class SweepPlot(QWidget):
    """Grows step by step; the marks come with the summary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = pg.PlotWidget()
        self.plot.setAccessibleName(self.tr("Score against the step of the series"))
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setLabel("left", self.tr("Score (%)"))
        self.plot.getAxis("left").enableAutoSIPrefix(False)
        self.legend = self.plot.addLegend(offset=(-8, -8), labelTextSize="10px")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self._name, self._count = "", 0
        self._steps: list[SweepStep] = []
        self._summary: SweepSummary | None = None
        self._restyle()

    def begin(self, name: str, count: int) -> None:
        """Empty the plot for a series of `count` steps."""
        self._name, self._count, self._steps, self._summary = name, count, [], None
        self._draw()

    def add(self, step: SweepStep) -> None:
        """Take one more step; `refresh` draws it, once for all that came together."""
        self._steps.append(step)

    def refresh(self) -> None:
        """Draw what is there."""
        self._draw()

    def finish(self, summary: SweepSummary) -> None:
        """Draw zone and cliffs, and say them to a screen reader."""
        self._summary = summary
        self._draw()
        scores = ", ".join(f"{100 * step.score:.1f}" for step in self._steps)
        self.plot.setAccessibleDescription(self.tr("Scores in %: {scores}").format(scores=scores))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        style.style_plot(self.plot.getPlotItem())
        self.plot.setBackground(style.theme().surface)
        ground = QColor(style.theme().surface)
        ground.setAlpha(205)
        self.legend.setBrush(ground)
        self.legend.setLabelTextColor(style.theme().text)
        self._draw()

    def _draw(self) -> None:
        self.plot.clear()
        self.legend.clear()
        if not self._count:
            return
        now = style.theme()
        self.plot.setXRange(0.7, self._count + 0.3, padding=0)
        self.plot.setYRange(-2, 104, padding=0)
        known = transform(self._name)
        unit = unit_text(known.unit).strip()
        name = transform_name(self._name)
        self.plot.setLabel("bottom", f"{name} ({unit})" if unit else name)
        self._draw_zone()
        line = pg.mkPen(now.warning, width=1.2, style=Qt.PenStyle.DashLine)
        self.plot.addItem(
            pg.InfiniteLine(
                100 * CRITICAL,
                angle=0,
                pen=line,
                label=self.tr("80 %: critical threshold"),
                labelOpts={"position": 0.02, "color": now.warning, "anchors": [(0, 0), (0, 0)]},
            )
        )
        self._draw_report()
        self._draw_curve()
        self._draw_cliffs()
        ticks = [(step.step, f"{step.parameter:.3g}") for step in self._steps]
        every = -(-self._count // _TICKS_AT_MOST)
        self.plot.getAxis("bottom").setTicks([ticks[::every]])

    def _draw_zone(self) -> None:
        optimal = [step.step for step in self._steps if step.score > OPTIMAL]
        shade = QColor(style.theme().good)
        shade.setAlpha(45)
        for number, (first, last) in enumerate(runs_of(optimal)):
            zone = pg.LinearRegionItem(
                (first - 0.4, last + 0.4), movable=False, brush=shade, pen=pg.mkPen(None)
            )
            zone.setZValue(-10)
            self.plot.addItem(zone)
            if number == 0:
                text = pg.TextItem(self.tr("above 99 %"), color=style.theme().good, anchor=(0, 0))
                text.setPos(first - 0.35, 104)
                self.plot.addItem(text)

    def _draw_curve(self) -> None:
        if not self._steps:
            return
        x = [step.step for step in self._steps]
        y = np.array([100 * step.score for step in self._steps])
        blue, green = style.SERIES[0], style.SERIES[2]
        spread = np.array([100 * step.spread for step in self._steps])
        if spread.any():
            bars = pg.ErrorBarItem(
                x=np.array(x), y=y, height=2 * spread, beam=0.15, pen=pg.mkPen(blue.colour())
            )
            self.plot.addItem(bars)
        self.plot.plot(
            x,
            y,
            pen=pg.mkPen(blue.colour(), width=2.2),
            symbol=blue.symbol,
            symbolSize=7 if self._count <= 40 else 3,
            symbolBrush=blue.colour(),
            symbolPen=None,
            name=self.tr("yours"),
        )
        energy = [np.nan if step.energy is None else 100 * step.energy for step in self._steps]
        if not np.isnan(energy).all():
            self.plot.plot(
                x,
                energy,
                connect="finite",
                pen=pg.mkPen(green.colour(), width=1.4, style=green.dash),
                name=self.tr("heat on the object (%)"),
            )

    def _draw_report(self) -> None:
        found = report_series(self._name, self._count)
        if found is None:
            return
        table, scores = found
        series = style.SERIES[1]
        self.plot.plot(
            list(range(1, self._count + 1)),
            [100 * score for score in scores],
            pen=pg.mkPen(series.colour(), width=1.4, style=series.dash),
            symbol=series.symbol,
            symbolSize=6,
            symbolBrush=None,
            symbolPen=pg.mkPen(series.colour()),
            name=self.tr("report, table {table}").format(table=table),
        )

    def _draw_cliffs(self) -> None:
        if self._summary is None:
            return
        colour = style.theme().error
        for number, cliff in enumerate(self._summary.cliffs):
            at = 1 + cliff.share * (self._count - 1)
            label = self.tr("cliff at {value}").format(value=f"{(cliff.low + cliff.high) / 2:.3g}")
            self.plot.addItem(
                pg.InfiniteLine(
                    at,
                    angle=90,
                    pen=pg.mkPen(colour, width=1.6, style=Qt.PenStyle.DashDotLine),
                    label=label,
                    labelOpts={"position": 0.3 + 0.12 * (number % 3), "color": colour, "movable": False},
                )
            )
