"""What the frame of a plot leaves out, said at its edges: "▲ 3 points above". Nothing goes out of view in silence."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QTimer

from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_frame import LossAxis
from tplab_gui.ui.widgets.run_curves import ACCURACY_OF, BATCH, LOSS_OF, RunCurves

_PAUSE_MS = 150  # a million points are counted in a few milliseconds: often enough, and not at every picture
_EDGE = 4  # pixels


class OutOfView(QObject):
    """Counts the points of the curves shown that lie above and below the two plots, or that are no numbers."""

    def __init__(self, loss_plot: pg.PlotItem, accuracy_plot: pg.PlotItem, parent: QObject) -> None:
        super().__init__(parent)
        self._plots = (loss_plot, accuracy_plot)
        self._labels = [[_label(plot, 0), _label(plot, 1)] for plot in self._plots]  # at the top, at the foot
        self.counts = ((0, 0, 0), (0, 0, 0))  # below, above, no number: of the loss, of the accuracy
        self._runs: Sequence[RunCurves] = ()
        self._kinds: Iterable[str] = ()
        self._axis = LossAxis()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        for plot in self._plots:
            plot.getViewBox().sigRangeChanged.connect(lambda *_: self.refresh_soon())
            plot.getViewBox().sigResized.connect(lambda *_: self._place())

    @property
    def texts(self) -> list[str]:
        """Return what stands at the edges: above and below the loss, above and below the accuracy; '' for nothing."""
        return [label.toPlainText() if label.isVisible() else "" for pair in self._labels for label in pair]

    def watch(self, runs: Sequence[RunCurves], kinds: Iterable[str], axis: LossAxis) -> None:
        """Count these kinds of these runs from now on."""
        self._runs, self._kinds, self._axis = runs, kinds, axis
        self.refresh_soon()

    def refresh_soon(self) -> None:
        """Count again in a moment; any number of calls until then are one."""
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Count now."""
        shown = [run for run in self._runs if run.is_shown]
        counts = []
        for place, plot in enumerate(self._plots):
            (low, high), (bottom, top) = plot.viewRange()
            if place == 0:
                bottom, top = self._axis.loss_at(bottom), self._axis.loss_at(top)
            found = [(0, 0, 0), *(_count(run, self._kinds, place, (low, high, bottom, top)) for run in shown)]
            below, above, odd = (int(number) for number in np.sum(found, axis=0))
            counts.append((below, above, odd))
        self.counts = (counts[0], counts[1])
        for (below, above, odd), (upper, lower) in zip(self.counts, self._labels, strict=True):
            texts = (
                self._counted(above, self.tr("▲ 1 point above"), self.tr("▲ {n} points above")),
                self._counted(
                    odd, self.tr("✕ 1 point that is no number"), self.tr("✕ {n} points that are no numbers")
                ),
            )
            _write(upper, " · ".join(text for text in texts if text))
            _write(lower, self._counted(below, self.tr("▼ 1 point below"), self.tr("▼ {n} points below")))
        self._place()

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        now = style.theme()
        for pair in self._labels:
            for label in pair:
                label.fill, label.border = pg.mkBrush(now.raised), pg.mkPen(now.warning)
                label.setColor(now.text)

    @staticmethod
    def _counted(count: int, one: str, many: str) -> str:
        return "" if not count else one if count == 1 else many.format(n=f"{count:,}".replace(",", "\u202f"))

    def _place(self) -> None:
        for plot, (upper, lower) in zip(self._plots, self._labels, strict=True):
            box = plot.getViewBox()
            upper.setPos(box.width() / 2, _EDGE)
            lower.setPos(box.width() / 2, box.height() - _EDGE)
            for label in (upper, lower):
                label.setToolTip(self.tr("Outside what is shown now; “fit” shows every point again"))


def _label(plot: pg.PlotItem, edge: int) -> pg.TextItem:
    label = pg.TextItem(anchor=(0.5, edge))
    label.setParentItem(plot.getViewBox())
    label.setZValue(50)
    label.hide()
    return label


def _write(label: pg.TextItem, text: str) -> None:
    if text and text != label.toPlainText():
        label.setText(text)
    label.setVisible(bool(text))


def _count(
    run: RunCurves, kinds: Iterable[str], place: int, frame: tuple[float, float, float, float]
) -> tuple[int, int, int]:
    """Return how many points of a run lie below and above the frame, or are no numbers."""
    low, high, bottom, top = frame
    total = np.zeros(3, int)
    names, scale = ((LOSS_OF, 1.0), (ACCURACY_OF, 100.0))[place]
    for kind in kinds:
        if kind == BATCH:
            curve = (run.loss, run.accuracy)[place]
            total += curve.count_outside(low, high, bottom, top)
        elif kind in names:
            x, y = run.ends(names[kind])
            y = scale * y[(x >= low) & (x <= high)]
            total += [np.sum(y < bottom), np.sum(y > top), np.sum(~np.isfinite(y))]
            total[1] -= np.sum(np.isposinf(y))  # counted as no number
            total[0] -= np.sum(np.isneginf(y))
    return int(total[0]), int(total[1]), int(total[2])
