"""Loss above, accuracy below: the curves of all runs, growing while they learn.

Everything a job said since the last tick comes in one `extend`; the arrays grow, and each curve is handed to the
plot once, with two points a pixel at most. Nearest epoch under the mouse, logarithmic axis, wheel and drag to zoom.
"""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_bands import CurveBands
from tplab_gui.ui.widgets.curve_readout import CurveReadout
from tplab_gui.ui.widgets.epoch_marks import EpochMarks
from tplab_gui.ui.widgets.growing_curve import Floats
from tplab_gui.ui.widgets.run_curves import KINDS, TEST, RunCurves

_REDRAW_MS = 60  # a curve that grows looks smooth at 15 pictures a second, for half the work of 30


class CurvePlot(QWidget):
    """The plot of the training tab."""

    fit_changed = Signal(bool)  # whether the view follows the curves; False after the user zoomed or dragged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: list[RunCurves] = []
        self._current: RunCurves | None = None
        self._is_dirty = False
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REDRAW_MS)
        self._redraw.timeout.connect(self._draw_current)
        self._kinds = set(KINDS)
        self._is_log = False
        self._is_following = True
        self._view = pg.GraphicsLayoutWidget()
        self._view.setAccessibleName(self.tr("Curves of loss and accuracy"))
        self._view.ci.layout.setContentsMargins(style.SPACE_XS, style.SPACE_S, style.SPACE_M, style.SPACE_XS)
        self._view.ci.layout.setSpacing(style.SPACE_XS)
        self.loss_plot = self._view.addPlot(row=0, col=0)
        self.accuracy_plot = self._view.addPlot(row=1, col=0)
        self._view.ci.layout.setRowStretchFactor(0, 5)
        self._view.ci.layout.setRowStretchFactor(1, 2)
        self._lines = [pg.InfiniteLine(angle=90, movable=False) for _ in (0, 1)]
        for plot, line in zip((self.loss_plot, self.accuracy_plot), self._lines, strict=True):
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.getAxis("left").setWidth(58)
            for side in ("left", "bottom"):  # drawn once and kept: half of the time of a repaint
                plot.getAxis(side).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
                plot.getAxis(side).enableAutoSIPrefix(False)  # no "epoch (x0.001)" over an empty plot
            plot.addItem(line, ignoreBounds=True)
            line.hide()
            plot.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        self.marks = EpochMarks((self.loss_plot, self.accuracy_plot))
        self.bands = CurveBands(self.loss_plot)
        self.accuracy_plot.setXLink(self.loss_plot)
        self.accuracy_plot.setLimits(yMin=-15, yMax=115)
        self.accuracy_plot.getAxis("left").setTicks(
            [[(0, "0"), (50, "50"), (100, "100")], [(25, ""), (75, "")]]
        )
        self.loss_plot.getAxis("bottom").setStyle(showValues=False)
        self._empty = QLabel(self._view)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._readout = CurveReadout(self._view)
        self._view.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.loss_plot.getViewBox().sigXRangeChanged.connect(self._on_range_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._restyle()
        self._follow()

    def scene(self) -> QGraphicsScene:
        """Return the scene of both plots, for export."""
        return self._view.scene()

    def set_empty_text(self, text: str) -> None:
        """Say what to do while there is no curve; rich text. '' shows nothing."""
        self._empty.setText(text)
        self._empty.setVisible(bool(text) and not self.runs)

    def add_run(
        self, name: str, batches_per_epoch: int, planned_epochs: int = 0, group: str = ""
    ) -> RunCurves:
        """Begin the curves of another run, in its own colour, dash and marker; later points are added to it."""
        run = RunCurves(name, self._free_series(), batches_per_epoch, planned_epochs, group=group)
        self._current = run
        self.bring_back(run)
        return run

    def add_kept(
        self, name: str, batches_per_epoch: int, planned_epochs: int, group: str, curve: Sequence[EpochEnd]
    ) -> RunCurves:
        """Show a run that is over, with the epochs in `curve`; its steps may follow by `add_steps`."""
        run = RunCurves(name, self._free_series(), batches_per_epoch, planned_epochs, group=group)
        run.add_epochs(curve)
        self.bring_back(run)
        return run

    def add_steps(self, run: RunCurves, position: Floats, loss: Floats, accuracy: Floats) -> None:
        """Draw the steps of a run that is over: `position` in epochs, `accuracy` in per cent."""
        run.loss.extend(position, loss)
        run.accuracy.extend(position, accuracy)
        self.refresh()

    def bring_back(self, run: RunCurves) -> None:
        """Put a run on the plot."""
        self.runs.append(run)
        for plot, items in ((self.loss_plot, run.loss_items), (self.accuracy_plot, run.accuracy_items)):
            for item in items.values():
                plot.addItem(item)
        self._empty.hide()
        run.restyle()
        self.refresh()

    def remove_run(self, run: RunCurves) -> None:
        """Take a run off the plot; `bring_back` undoes it."""
        self.runs.remove(run)
        if self._current is run:
            self._current = None
        for plot, items in ((self.loss_plot, run.loss_items), (self.accuracy_plot, run.accuracy_items)):
            for item in items.values():
                plot.removeItem(item)
        self._empty.setVisible(bool(self._empty.text()) and not self.runs)
        self.refresh()

    def continue_run(self, run: RunCurves, epoch: int) -> None:
        """Add later points to an earlier run, which goes on after a whole epoch."""
        run.cut_after(epoch)
        self._current = run
        self._draw_batches([run])

    def extend(self, events: Sequence[object]) -> None:
        """Add what the run that goes on said since the last tick."""
        run = self._current
        if run is None:
            return
        batches = [event for event in events if isinstance(event, BatchEnd)]
        ends = [event for event in events if isinstance(event, EpochEnd)]
        if batches:
            run.add_batches(batches)
        for end in ends:
            run.add_epoch(end)
        if ends:
            self.bands.refresh(self.runs, is_shown=TEST in self._kinds)
        if batches or ends:
            self._is_dirty = True
            if not self._redraw.isActive():
                self._draw_current()

    def set_kind_shown(self, kind: str, is_shown: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        """Show or hide one kind of curve of all runs."""
        self._kinds = self._kinds | {kind} if is_shown else self._kinds - {kind}
        self.refresh()

    def refresh(self) -> None:
        """Show the runs that are to be shown, and fit the view to them."""
        for run in self.runs:
            run.show_kinds(self._kinds)
        self.bands.refresh(self.runs, is_shown=TEST in self._kinds)
        self._follow()
        self._draw_batches(self.runs)

    def show_marks(self, marks: Sequence[tuple[int, str]]) -> None:
        """Mark these epochs, each with a label, and no others."""
        self.marks.show(marks)

    def set_log(self, is_log: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        """Draw the loss on a logarithmic axis, or on a linear one from 0."""
        self._is_log = is_log
        self.loss_plot.setLogMode(x=False, y=is_log)
        self.fit()

    def fit(self) -> None:
        """Let the view follow the curves again."""
        self._is_following = True
        self._follow()
        self.fit_changed.emit(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty text in the middle."""
        super().resizeEvent(event)
        self._empty.setGeometry(self._view.rect().adjusted(80, 0, -60, -60))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the read-out away."""
        self._hide_readout()
        super().leaveEvent(event)

    def _follow(self) -> None:
        """Give the view a frame that grows in steps, so that the curve moves and not the axes."""
        if not self._is_following:
            return
        shown = [run for run in self.runs if run.is_shown]
        reached = max((run.position for run in shown), default=0.0)
        last = 2.0 ** math.ceil(math.log2(reached)) if reached > 1 else 1.0
        if reached > 4:
            last = math.ceil(reached / 2) * 2.0
        planned = max((run.planned_epochs for run in shown), default=0)
        if reached <= planned:
            last = min(last, planned)
        self.loss_plot.setXRange(0.0, last, padding=0.02)
        highest = max((run.highest_loss() for run in shown), default=0.0) or 2.5
        if self._is_log:
            lowest = min((run.lowest_loss() for run in shown), default=1e-3)
            self.loss_plot.setYRange(math.log10(lowest), math.log10(max(highest, 2 * lowest)), padding=0.04)
        else:
            self.loss_plot.setYRange(0.0, highest, padding=0.04)
        self.accuracy_plot.setYRange(0.0, 100.0, padding=0.12)

    def _draw_current(self) -> None:
        """Draw what came since the last time, then not again for a while."""
        if self._is_dirty and self._current is not None:
            self._is_dirty = False
            self._follow()
            self._draw_batches([self._current])
            self._redraw.start()

    def _draw_batches(self, runs: list[RunCurves]) -> None:
        low, high = self.loss_plot.viewRange()[0]
        columns = max(200, int(self.loss_plot.getViewBox().width()) // 2)
        for run in runs:
            if run.is_shown:
                run.draw_batches(low, high, columns)

    def _free_series(self) -> style.Series:
        """Return the look that the fewest runs shown have."""
        used = [run.series for run in self.runs if run.is_shown]
        return min(style.SERIES, key=used.count)

    def _on_range_changed(self) -> None:
        self._draw_batches(self.runs)

    def _on_zoomed(self) -> None:
        self._is_following = False
        self.fit_changed.emit(False)

    def _on_mouse_moved(self, position: QPointF) -> None:
        for plot in (self.loss_plot, self.accuracy_plot):
            if plot.getViewBox().sceneBoundingRect().contains(position):
                x = plot.getViewBox().mapSceneToView(position).x()
                self._show_readout(round(x), position)
                return
        self._hide_readout()

    def _show_readout(self, epoch: int, position: QPointF) -> None:
        known = [run for run in self.runs if run.is_shown and epoch in run.epochs]
        if not known:
            self._hide_readout()
            return
        for line in self._lines:
            line.setPos(epoch)
            line.show()
        self._readout.show_epoch(epoch, known, self._view.mapFromScene(position))

    def _hide_readout(self) -> None:
        for line in self._lines:
            line.hide()
        self._readout.hide()

    def _restyle(self) -> None:
        now = style.theme()
        font = QFont(self.font())
        font.setPixelSize(style.TEXT_SMALL)
        for plot in (self.loss_plot, self.accuracy_plot):
            style.style_plot(plot)
            for side in ("left", "bottom"):
                plot.getAxis(side).setTickFont(font)
        label = {"color": now.muted, "font-size": f"{style.TEXT_SMALL}px"}
        self.loss_plot.setLabel("left", self.tr("loss (nats per example)"), **label)
        self.accuracy_plot.setLabel("left", self.tr("accuracy (%)"), **label)
        self.accuracy_plot.setLabel("bottom", self.tr("epoch"), **label)
        for line in self._lines:
            line.setPen(pg.mkPen(now.muted, width=1))
        self.marks.restyle()
        for run in self.runs:
            run.restyle()
        self.bands.refresh(self.runs, is_shown=TEST in self._kinds)
        self._empty.setStyleSheet(
            f"color: {now.muted}; font-size: {style.TEXT_LARGE}px; background: transparent;"
        )
        self._readout.restyle()
