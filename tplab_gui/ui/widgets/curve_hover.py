"""What the mouse reads from the curves: a line at the nearest epoch of any run, and the card beside it."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF

from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_readout import CurveReadout
from tplab_gui.ui.widgets.run_curves import RunCurves


class CurveHover:
    """Belongs to a view with plots that share their epochs; reads the runs of `runs` that are shown."""

    def __init__(
        self, view: pg.GraphicsLayoutWidget, plots: Sequence[pg.PlotItem], runs: Sequence[RunCurves]
    ) -> None:
        self._view, self._plots, self._runs = view, plots, runs
        self.card = CurveReadout(view)
        self._lines = [pg.InfiniteLine(angle=90, movable=False) for _ in plots]
        for plot, line in zip(plots, self._lines, strict=True):
            plot.addItem(line, ignoreBounds=True)
            line.hide()
        view.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def hide(self) -> None:
        """Take line and card away."""
        for line in self._lines:
            line.hide()
        self.card.hide()

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        for line in self._lines:
            line.setPen(pg.mkPen(style.theme().muted, width=1))
        self.card.restyle()

    def show_at(self, x: float, position: QPointF) -> None:
        """Read the epoch nearest to `x`; `position` is where the mouse is on the scene."""
        shown = [run for run in self._runs if run.is_shown]
        numbers = {number for run in shown for number in run.epochs}
        has_batches = any(len(run.smooth[0].curve) for run in shown)
        if not numbers and not has_batches:
            self.hide()
            return
        epoch = min(numbers, key=lambda number: abs(number - x)) if numbers else None
        for line in self._lines:
            line.setPos(x if epoch is None else epoch)
            line.show()
        known = [run for run in shown if run.epochs or len(run.loss)]
        self.card.show_epoch(epoch, x, known, self._view.mapFromScene(position))

    def _on_mouse_moved(self, position: QPointF) -> None:
        for plot in self._plots:
            if plot.getViewBox().sceneBoundingRect().contains(position):
                self.show_at(plot.getViewBox().mapSceneToView(position).x(), position)
                return
        self.hide()
