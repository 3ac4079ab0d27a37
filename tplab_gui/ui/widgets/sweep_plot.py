"""The curve of a series: score against the step, with the zone, the threshold, the cliffs and the report's curve.

Items are made once and reused, never thrown away: while a job runs, Python may collect what was thrown away in the
job's thread, and Qt's graphics items must go in the window's.
"""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tplab_gui.core.adjustments import transform
from tplab_gui.core.events.sweep import SweepStep, SweepSummary
from tplab_gui.core.report_series import report_series
from tplab_gui.core.sweep_plan import CRITICAL, OPTIMAL
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import transform_name, unit_text

_TICKS_AT_MOST, _FEW = 10, 40


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
        self.plot.getAxis("bottom").enableAutoSIPrefix(False)
        self.zones: list[pg.LinearRegionItem] = []
        self.cliffs: list[pg.InfiniteLine] = []
        self.zone_text = pg.TextItem(self.tr("above 99 %"), anchor=(0, 1))
        self.critical = pg.InfiniteLine(
            100 * CRITICAL,
            angle=0,
            label=self.tr("80 %: critical threshold"),
            labelOpts={"position": 0.02, "anchors": [(0, 0), (0, 0)]},
        )
        self.report, self.energy, self.curve = (
            pg.PlotDataItem(),
            pg.PlotDataItem(connect="finite"),
            pg.PlotDataItem(),
        )
        self.bars = pg.ErrorBarItem(beam=0.15)
        for item in (self.zone_text, self.critical, self.report, self.energy, self.bars, self.curve):
            self.plot.addItem(item)
        self.key = QLabel()  # the legend, which covers no curve here
        self.key.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.key)
        column.addWidget(self.plot, 1)
        self._name, self._count = "", 0
        self._steps: list[SweepStep] = []
        self._summary: SweepSummary | None = None
        self._restyle()

    def begin(self, name: str, count: int) -> None:
        """Empty the plot for a series of `count` steps."""
        self._name, self._count, self._steps, self._summary = name, count, [], None
        known = transform(name)
        unit = unit_text(known.unit).strip()
        self.plot.setLabel("bottom", f"{transform_name(name)} ({unit})" if unit else transform_name(name))
        self.plot.setXRange(0.7, count + 0.3, padding=0)
        self.plot.setYRange(-2, 104, padding=0)
        found = report_series(name, count)
        scores = [] if found is None else [100 * score for score in found[1]]
        self.report.setData(list(range(1, len(scores) + 1)), scores)
        self.refresh()

    def add(self, step: SweepStep) -> None:
        """Take one more step; `refresh` draws it, once for all that came together."""
        self._steps.append(step)

    def finish(self, summary: SweepSummary) -> None:
        """Draw the cliffs, and say the scores to a screen reader."""
        self._summary = summary
        self.refresh()
        scores = ", ".join(f"{100 * step.score:.1f}" for step in self._steps)
        self.plot.setAccessibleDescription(self.tr("Scores in %: {scores}").format(scores=scores))

    def refresh(self) -> None:
        """Draw what is there."""
        x = np.array([step.step for step in self._steps], float)
        y = np.array([100 * step.score for step in self._steps], float)
        spread = np.array([200 * step.spread for step in self._steps], float)
        energy = [np.nan if step.energy is None else 100 * step.energy for step in self._steps]
        self.curve.setData(x, y)
        self.curve.setSymbolSize(7 if self._count <= _FEW else 3)
        self.energy.setData(x, np.array(energy, float))
        self.bars.setData(x=x, y=y, height=spread)
        self.bars.setVisible(bool(spread.any()))
        self._place_zones()
        self._place_cliffs()
        ticks = [(step.step, f"{step.parameter:.3g}") for step in self._steps]
        self.plot.getAxis("bottom").setTicks([ticks[:: -(-self._count // _TICKS_AT_MOST) or 1]])
        self._say_key(has_energy=not np.isnan(energy).all() if energy else False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        now = style.theme()
        style.style_plot(self.plot.getPlotItem())
        self.plot.setBackground(now.surface)
        blue, orange, green = style.SERIES[0], style.SERIES[1], style.SERIES[2]
        self.curve.setPen(pg.mkPen(blue.colour(), width=2.2))
        self.curve.setSymbol(blue.symbol)
        self.curve.setSymbolBrush(blue.colour())
        self.curve.setSymbolPen(None)
        self.bars.setData(pen=pg.mkPen(blue.colour()))
        self.energy.setPen(pg.mkPen(green.colour(), width=1.4, style=green.dash))
        self.report.setPen(pg.mkPen(orange.colour(), width=1.4, style=orange.dash))
        self.report.setSymbol(orange.symbol)
        self.report.setSymbolSize(6)
        self.report.setSymbolBrush(None)
        self.report.setSymbolPen(pg.mkPen(orange.colour()))
        self.critical.setPen(pg.mkPen(now.warning, width=1.2, style=Qt.PenStyle.DashLine))
        self.critical.label.setColor(now.warning)
        self.zone_text.setColor(now.good)
        shade = QColor(now.good)
        shade.setAlpha(45)
        for zone in self.zones:
            zone.setBrush(shade)
        for line in self.cliffs:
            line.setPen(pg.mkPen(now.error, width=1.6, style=Qt.PenStyle.DashDotLine))
            line.label.setColor(now.error)
        self.refresh()

    def _place_zones(self) -> None:
        runs = runs_of([step.step for step in self._steps if step.score > OPTIMAL])
        shade = QColor(style.theme().good)
        shade.setAlpha(45)
        while len(self.zones) < len(runs):
            zone = pg.LinearRegionItem((0, 1), movable=False, brush=shade, pen=pg.mkPen(None))
            zone.setZValue(-10)
            self.zones.append(zone)
            self.plot.addItem(zone)
        for number, zone in enumerate(self.zones):
            zone.setVisible(number < len(runs))
            if number < len(runs):
                zone.setRegion((runs[number][0] - 0.4, runs[number][1] + 0.4))
        self.zone_text.setVisible(bool(runs))
        if runs:
            self.zone_text.setPos(runs[0][0] - 0.35, -1)  # at the foot, where no curve of a zone is

    def _place_cliffs(self) -> None:
        found = self._summary.cliffs if self._summary is not None else ()
        colour = style.theme().error
        while len(self.cliffs) < len(found):
            line = pg.InfiniteLine(
                0,
                angle=90,
                pen=pg.mkPen(colour, width=1.6, style=Qt.PenStyle.DashDotLine),
                label=" ",
                labelOpts={"position": 0.3 + 0.12 * (len(self.cliffs) % 3), "color": colour},
            )
            self.cliffs.append(line)
            self.plot.addItem(line)
        for number, line in enumerate(self.cliffs):
            line.setVisible(number < len(found))
            if number < len(found):
                cliff = found[number]
                line.setValue(1 + cliff.share * (self._count - 1))
                text = self.tr("cliff at {value}").format(value=f"{(cliff.low + cliff.high) / 2:.3g}")
                line.label.setFormat(text)

    def _say_key(self, *, has_energy: bool) -> None:
        entries = [("●—", style.SERIES[0], self.tr("yours"))]
        found = report_series(self._name, self._count)
        if found is not None:
            entries.append(("□– –", style.SERIES[1], self.tr("report, table {table}").format(table=found[0])))
        if has_energy:
            entries.append(("·····", style.SERIES[2], self.tr("heat on the object (%)")))
        self.key.setText(
            "&nbsp;&nbsp;&nbsp;".join(
                f'<span style="color:{series.colour().name()}">{sign}</span> {text}'
                for sign, series, text in entries
            )
        )
