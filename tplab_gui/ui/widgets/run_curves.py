"""The curves of one run: what they hold, and how each kind is drawn.

The colour and the marker tell the run; the stroke tells the kind: per batch pale and thin, train (as seen) solid
with hollow markers, train (measured again, without dropout) dotted, test in dashes of the run with filled markers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.growing_curve import GrowingCurve

BATCH, TRAIN, AGAIN, TEST = KINDS = ("batch", "train", "again", "test")
_DASHES = ((6, 4), (12, 4), (3, 3), (10, 3, 2, 3), (10, 3, 2, 3, 2, 3), (18, 5))
_FLOOR = 1e-7  # what a loss of 0 is drawn at on the logarithmic axis


def pen_of(kind: str, series: style.Series) -> QPen:
    """Return the stroke of one kind of curve in the colours of `series`."""
    colour = QColor(series.colour())
    if kind == BATCH:
        return pg.mkPen(_pale(colour), width=1)
    pen = pg.mkPen(colour, width={TRAIN: 1.8, AGAIN: 1.6, TEST: 2.2}[kind])
    if kind == AGAIN:
        pen.setStyle(Qt.PenStyle.DotLine)
    if kind == TEST:
        pen.setDashPattern(list(_DASHES[style.SERIES.index(series) % len(_DASHES)]))
    return pen


def _item(kind: str) -> pg.PlotDataItem:
    """Return an empty curve; smooth edges only where there are few points."""
    item = pg.PlotDataItem(antialias=kind != BATCH)
    item.setZValue(-1 if kind == BATCH else KINDS.index(kind))
    return item


def _pale(colour: QColor) -> QColor:
    """Return the colour half way to the ground; opaque, because transparent lines take longer to draw."""
    ground = QColor(style.theme().surface)
    return QColor(
        (colour.red() + ground.red()) // 2,
        (colour.green() + ground.green()) // 2,
        (colour.blue() + ground.blue()) // 2,
    )


@dataclass
class RunCurves:
    """All points of one run and the plot items that show them."""

    name: str
    series: style.Series
    batches_per_epoch: int
    planned_epochs: int = 0
    epochs: dict[int, EpochEnd] = field(default_factory=dict)
    is_shown: bool = True
    group: str = ""  # runs of one group differ in their seed only

    def __post_init__(self) -> None:
        self.loss = GrowingCurve()
        self.accuracy = GrowingCurve()
        self.loss_items = {kind: _item(kind) for kind in KINDS}
        self.accuracy_items = {kind: _item(kind) for kind in (BATCH, TRAIN, TEST)}
        self.restyle()

    @property
    def position(self) -> float:
        """Return how many epochs were seen, with their fraction."""
        return max([float(self.loss.x[-1]) if len(self.loss) else 0.0, *self.epochs])

    def cut_after(self, epoch: int) -> None:
        """Forget what came after a whole epoch, because it will be learnt again."""
        self.loss.cut_after(epoch)
        self.accuracy.cut_after(epoch)

    def add_batches(self, batches: list[BatchEnd]) -> None:
        """Append what each step said."""
        x = [each.step / self.batches_per_epoch for each in batches]
        self.loss.extend(x, [each.loss for each in batches])
        self.accuracy.extend(x, [100 * each.accuracy for each in batches])

    def add_epoch(self, event: EpochEnd) -> None:
        """Append a whole epoch and draw it."""
        self.add_epochs([event])

    def add_epochs(self, events: Sequence[EpochEnd]) -> None:
        """Append whole epochs and draw them."""
        self.epochs |= {event.epoch: event for event in events}
        rows = [self.epochs[number] for number in sorted(self.epochs)]
        x = np.array([each.epoch for each in rows], float)
        for kind, values in (
            (TRAIN, [each.train_loss for each in rows]),
            (AGAIN, [each.train_loss_eval for each in rows]),
            (TEST, [each.test_loss for each in rows]),
        ):
            self.loss_items[kind].setData(x, np.maximum(values, _FLOOR))
        self.accuracy_items[TRAIN].setData(x, 100 * np.array([each.train_accuracy for each in rows]))
        self.accuracy_items[TEST].setData(x, 100 * np.array([each.test_accuracy for each in rows]))

    def draw_batches(self, low: float, high: float, columns: int) -> None:
        """Hand to the plots what is seen of the batches between two epochs, two points a pixel at most."""
        x, y = self.loss.seen_between(low, high, columns)
        self.loss_items[BATCH].setData(x, np.maximum(y, _FLOOR))
        self.accuracy_items[BATCH].setData(*self.accuracy.seen_between(low, high, columns))

    def highest_loss(self) -> float:
        """Return the largest loss of all curves; 0 when there is none."""
        peak = float(self.loss.y.max()) if len(self.loss) else 0.0
        return max([peak, *(max(each.train_loss, each.test_loss) for each in self.epochs.values())])

    def lowest_loss(self) -> float:
        """Return the smallest loss of all curves, above 0; 1 when there is none."""
        ends = [min(e.train_loss_eval, e.test_loss) for e in self.epochs.values()]
        batches = self.loss.y[self.loss.y > 0]
        return max(min([*ends, float(batches.min()) if len(batches) else 1.0]), _FLOOR)

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        ground = style.theme().surface
        for items in (self.loss_items, self.accuracy_items):
            for kind, item in items.items():
                item.setPen(pen_of(kind, self.series))
                if kind in {TRAIN, TEST}:
                    colour = self.series.colour()
                    item.setSymbol(self.series.symbol)
                    item.setSymbolSize(8)
                    item.setSymbolPen(pg.mkPen(colour, width=1.5))
                    item.setSymbolBrush(colour if kind == TEST else QColor(ground))

    def show_kinds(self, kinds: set[str]) -> None:
        """Show the kinds in `kinds`, if the run is shown at all."""
        for items in (self.loss_items, self.accuracy_items):
            for kind, item in items.items():
                item.setVisible(self.is_shown and kind in kinds)
