"""The value of each trial against each searched parameter: what the search has learnt, at a glance.

Losses are on a logarithmic axis: one diverging trial would press all others flat.
"""

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from tplab_gui.core.events.tuning import TrialTold
from tplab_gui.core.search import Searched
from tplab_gui.ui import style

_KINDS = {"complete": 0, "pruned": 1, "running": 2}  # of style.SERIES: a colour and a marker each
_DOT, _STAR = 9, 17  # pixels
_LEAST = 1e-6  # a loss that a logarithmic axis can show
_MOST_TICKS = 4


class TrialPlots(pg.GraphicsLayoutWidget):
    """A small plot for each parameter; all share the axis of the value. A click on a dot emits its trial."""

    trial_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Value of each trial against each parameter"))
        self._searched: tuple[Searched, ...] = ()
        self._labels: dict[str, str] = {}
        self._trials: dict[int, TrialTold] = {}
        self._shares: dict[str, float] = {}
        self._metric = "loss"
        self._best = self._chosen = 0
        self._plots: list[Any] = []
        self._dots: list[Any] = []

    def begin(self, searched: tuple[Searched, ...], labels: dict[str, str], metric: str) -> None:
        """Empty the plots and make one for each searched parameter."""
        self._searched, self._labels, self._metric = searched, labels, metric
        self._trials, self._shares, self._best, self._chosen = {}, {}, 0, 0
        self._build()

    def show_trials(self, trials: dict[int, TrialTold], best: int) -> None:
        """Draw these trials; `best` is the number of the best one."""
        self._trials, self._best = dict(trials), best
        self._draw()

    def show_importance(self, shares: dict[str, float]) -> None:
        """Write beside each parameter how much it decided."""
        self._shares = shares
        self._title()

    def choose(self, number: int) -> None:
        """Mark one trial."""
        if number != self._chosen:
            self._chosen = number
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_searched"):
            self._build()
            self._draw()
        super().changeEvent(event)

    def _build(self) -> None:
        self.clear()
        self.setBackground(style.theme().surface)
        self._plots, self._dots = [], []
        for each in self._searched:
            plot = self.addPlot()
            style.style_plot(plot)
            plot.setMouseEnabled(x=False, y=False)
            plot.hideButtons()
            plot.setMenuEnabled(False)
            for side in ("left", "bottom"):
                plot.getAxis(side).enableAutoSIPrefix(False)
            plot.setLogMode(x=each.is_log, y=self._is_loss)
            if self._plots:
                plot.setYLink(self._plots[0])
                plot.getAxis("left").setStyle(showValues=False)
                plot.getAxis("left").setWidth(8)
            else:
                name = self.tr("Loss") if self._is_loss else self.tr("Accuracy")
                plot.setLabel("left", name, color=style.theme().muted)
            if each.choices:
                plot.getAxis("bottom").setTicks([list(enumerate(each.choices))])
                plot.setXRange(-0.5, len(each.choices) - 0.5)
            else:
                ends = [math.log10(end) if each.is_log else end for end in (each.low, each.high)]
                plot.setXRange(*ends, padding=0.06)
                if each.is_log:
                    plot.getAxis("bottom").setTicks([_log_ticks(each)])
            dots = pg.ScatterPlotItem(hoverable=True, tip=self._tip)
            dots.sigClicked.connect(self._on_clicked)
            plot.addItem(dots)
            self._plots.append(plot)
            self._dots.append(dots)
        self._title()

    @property
    def _is_loss(self) -> bool:
        return self._metric != "accuracy"

    def _title(self) -> None:
        for each, plot in zip(self._searched, self._plots, strict=True):
            text = self._labels.get(each.name, each.name)
            if each.name in self._shares:
                text += f" · {100 * self._shares[each.name]:.0f} %"
            plot.setLabel("bottom", text, color=style.theme().text)

    def _draw(self) -> None:
        for each, dots in zip(self._searched, self._dots, strict=True):
            shown = [t for t in self._trials.values() if self._has_place(t, each)]
            dots.setData([self._spot(trial, each) for trial in shown])

    @staticmethod
    def _has_place(trial: TrialTold, searched: Searched) -> bool:
        return trial.value is not None and searched.name in trial.params and trial.state in _KINDS

    def _spot(self, trial: TrialTold, searched: Searched) -> dict[str, Any]:
        value = trial.params[searched.name]
        if searched.choices:
            x = float(searched.choices.index(value)) if value in searched.choices else -1.0
        else:
            x = math.log10(value) if searched.is_log else float(value)
        series = style.SERIES[_KINDS[trial.state]]
        is_best, is_chosen = trial.number == self._best, trial.number == self._chosen
        return {
            "pos": (x, math.log10(max(trial.value or 0.0, _LEAST)) if self._is_loss else trial.value),
            "size": _STAR if is_best else _DOT,
            "symbol": "star" if is_best else series.symbol,
            "brush": pg.mkBrush(series.colour()),
            "pen": pg.mkPen(
                style.theme().text if is_chosen else style.theme().surface, width=2 if is_chosen else 1
            ),
            "data": trial.number,
        }

    def _tip(self, x: float, y: float, data: int) -> str:
        del x, y
        return self.tr("Trial {number}: {value}").format(number=data, value=f"{self._trials[data].value:.4f}")

    def _on_clicked(self, _item: object, points: Any, _event: object = None) -> None:
        if len(points):
            self.trial_chosen.emit(int(points[0].data()))


def _log_ticks(searched: Searched) -> list[tuple[float, str]]:
    """Return few round numbers of a logarithmic range: powers of 2 for whole numbers, else of 10."""
    base = 2 if searched.is_whole else 10
    first = math.ceil(math.log(searched.low, base) - 1e-9)
    last = math.floor(math.log(searched.high, base) + 1e-9)
    step = max(1, math.ceil((last - first + 1) / _MOST_TICKS))
    values = [float(base) ** power for power in range(first, last + 1, step)]
    return [(math.log10(value), f"{value:g}") for value in values]
