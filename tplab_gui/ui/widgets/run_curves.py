"""The curves of one run: what they hold, and how each kind is drawn.

The colour and the marker tell the run; the stroke tells the kind: per batch pale and thin (smoothed: in the full
colour, the raw one paler behind it), train (as seen) solid with hollow markers, train (measured again, without dropout)
dotted, test in dashes of the run with filled markers.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.growing_curve import Floats, GrowingCurve
from tplab_gui.ui.widgets.smoothed_curve import SmoothedCurve

BATCH, TRAIN, AGAIN, TEST = KINDS = ("batch", "train", "again", "test")
LOSS_OF = {TRAIN: "train_loss", AGAIN: "train_loss_eval", TEST: "test_loss"}
ACCURACY_OF = {TRAIN: "train_accuracy", TEST: "test_accuracy"}
DASHES = ((6, 4), (12, 4), (3, 3), (10, 3, 2, 3), (10, 3, 2, 3, 2, 3), (18, 5))
FLOOR = 1e-7  # what a loss of 0 is drawn at on the logarithmic axis
_PALE, _PALER = 0.5, 0.28  # how much of its colour a raw curve keeps, alone and behind a smoothed one


def pen_of(kind: str, series: style.Series, *, is_behind: bool = False) -> QPen:
    """Return the stroke of one kind of curve in the colours of `series`."""
    colour = QColor(series.colour())
    if kind == BATCH:
        return pg.mkPen(_pale(colour, _PALER if is_behind else _PALE), width=1)
    pen = pg.mkPen(colour, width={TRAIN: 1.8, AGAIN: 1.6, TEST: 2.2}[kind])
    if kind == AGAIN:
        pen.setStyle(Qt.PenStyle.DotLine)
    if kind == TEST:
        pen.setDashPattern(list(DASHES[style.SERIES.index(series) % len(DASHES)]))
    return pen


def _item(kind: str) -> pg.PlotDataItem:
    """Return an empty curve; smooth edges only where there are few points."""
    item = pg.PlotDataItem(antialias=kind != BATCH)
    item.setZValue(-1 if kind == BATCH else KINDS.index(kind))
    return item


def _pale(colour: QColor, share: float) -> QColor:
    """Return the colour mixed with the ground; opaque, because transparent lines take longer to draw."""
    ground = QColor(style.theme().surface)
    pairs = (
        (colour.red(), ground.red()),
        (colour.green(), ground.green()),
        (colour.blue(), ground.blue()),
    )
    return QColor(*(round(share * full + (1 - share) * empty) for full, empty in pairs))


@dataclass(eq=False)
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
        self.loss, self.accuracy = GrowingCurve(), GrowingCurve()
        self.smooth = (SmoothedCurve(self.loss), SmoothedCurve(self.accuracy))
        self.loss_items = {kind: _item(kind) for kind in KINDS}
        self.accuracy_items = {kind: _item(kind) for kind in (BATCH, TRAIN, TEST)}
        self.smooth_items = (_item(BATCH), _item(BATCH))  # above the raw ones
        for item in self.smooth_items:
            item.setZValue(-0.5)
        self._drawn: tuple[object, ...] = ()  # what `draw_batches` was last called for
        self.changes = 0  # how often epochs came or points were cut: what is drawn of them is stale then
        self._ends: dict[str, Floats] = {}  # the finite losses of the whole epochs, by kind
        self.restyle()

    @property
    def position(self) -> float:
        """Return how many epochs were seen, with their fraction."""
        return max([float(self.loss.x[-1]) if len(self.loss) else 0.0, *self.epochs])

    def items(self) -> tuple[list[pg.PlotDataItem], list[pg.PlotDataItem]]:
        """Return what is drawn on the plot of the loss, and on that of the accuracy."""
        loss, accuracy = self.smooth_items
        return [*self.loss_items.values(), loss], [*self.accuracy_items.values(), accuracy]

    def cut_after(self, epoch: int) -> None:
        """Forget what came after a whole epoch, because it will be learnt again."""
        self.loss.cut_after(epoch)
        self.accuracy.cut_after(epoch)
        self.changes += 1
        self.set_smoothing(self.smooth[0].weight)

    def set_smoothing(self, weight: float) -> None:
        """Smooth the curves of the batches with this weight in [0, 1); 0 does not. The next drawing shows it."""
        is_behind = self.smooth[0].weight > 0
        for smooth in self.smooth:
            smooth.begin_again(weight)
        if is_behind != (weight > 0):
            self.restyle()

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
        self.changes += 1
        for kind, name in LOSS_OF.items():
            x, losses = self.ends(name)
            self._ends[kind] = losses[np.isfinite(losses)]
            _hand(self.loss_items[kind], x, losses, FLOOR)
        for kind, name in ACCURACY_OF.items():
            x, shares = self.ends(name)
            _hand(self.accuracy_items[kind], x, 100 * shares)

    def ends(self, name: str) -> tuple[Floats, Floats]:
        """Return the epochs and the field `name` of what was said at the end of each, float64 (n,), in their order."""
        numbers = sorted(self.epochs)
        values = [getattr(self.epochs[number], name) for number in numbers]
        return np.array(numbers, float), np.array(values, float)

    def draw_batches(self, low: float, high: float, columns: int) -> None:
        """Hand to the plots what is seen of the batches between two epochs, two points a pixel at most."""
        view = (low, high, columns, self.changes, len(self.loss), self.smooth[0].weight)
        if view == self._drawn:  # of many runs, only one grows
            return
        self._drawn = view
        _hand(self.loss_items[BATCH], *self.loss.seen_between(low, high, columns), FLOOR)
        _hand(self.accuracy_items[BATCH], *self.accuracy.seen_between(low, high, columns))
        self._show_first_step()
        for smooth, item in zip(self.smooth, self.smooth_items, strict=True):
            smooth.follow()
            _hand(item, *smooth.curve.seen_between(low, high, columns), FLOOR)

    def _show_first_step(self) -> None:
        """Draw a single step as a dot: there is no line yet, and who learns step by step wants to see it."""
        is_dot = len(self.loss) == 1
        for item in (self.loss_items[BATCH], self.accuracy_items[BATCH]):
            if is_dot != (item.opts["symbol"] is not None):
                item.setSymbol("o" if is_dot else None)
                item.setSymbolSize(6)
                item.setSymbolPen(None)
                item.setSymbolBrush(self.series.colour())

    def losses(self, kinds: Iterable[str]) -> Iterator[Floats]:
        """Yield for each of `kinds` float64 arrays that hold its lowest, lowest positive and highest finite loss."""
        for kind in kinds:
            if kind != BATCH:
                yield self._ends.get(kind, np.empty(0))
            elif math.isfinite(self.loss.highest):
                ends = np.array([self.loss.lowest, self.loss.lowest_positive, self.loss.highest])
                yield ends[np.isfinite(ends)]

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        ground, colour = style.theme().surface, self.series.colour()
        is_behind = self.smooth[0].weight > 0
        for items in (self.loss_items, self.accuracy_items):
            for kind, item in items.items():
                item.setPen(pen_of(kind, self.series, is_behind=is_behind))
                if kind in {TRAIN, TEST}:
                    item.setSymbol(self.series.symbol)
                    item.setSymbolSize(8)
                    item.setSymbolPen(pg.mkPen(colour, width=1.5))
                    item.setSymbolBrush(colour if kind == TEST else QColor(ground))
        for item in self.smooth_items:
            item.setPen(pg.mkPen(colour, width=1.4))

    def show_kinds(self, kinds: set[str], *, is_smooth: bool = True) -> None:
        """Show the kinds in `kinds`, if the run is shown at all; smooth edges take twice as long to draw."""
        for items in (self.loss_items, self.accuracy_items):
            for kind, item in items.items():
                item.setVisible(self.is_shown and kind in kinds)
                if kind != BATCH:
                    item.opts["antialias"] = item.curve.opts["antialias"] = is_smooth
        for item in self.smooth_items:
            item.setVisible(self.is_shown and BATCH in kinds)


def _hand(item: pg.PlotDataItem, x: Floats, y: Floats, floor: float = -math.inf) -> None:
    """Give a curve its points, with a gap where there is no number; pyqtgraph cannot draw a curve of gaps alone."""
    is_number = np.isfinite(y)
    if not is_number.any():
        x, y = np.empty(0), np.empty(0)
    elif not is_number.all():
        y = np.where(is_number, y, np.nan)
    item.setData(x, np.maximum(y, floor))
