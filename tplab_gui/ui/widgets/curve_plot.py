"""Loss above, accuracy below: the curves of all runs, growing while they learn.

Everything a job said since the last tick comes in one `extend`; the arrays grow, and each curve is handed to the
plot once, with two points a pixel at most. Wheel and drag zoom; `curve_frame` says what is shown until then.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.core.smoothing import weight_of
from tplab_gui.ui import style
from tplab_gui.ui.widgets import curve_axes
from tplab_gui.ui.widgets.curve_bands import CurveBands
from tplab_gui.ui.widgets.curve_frame import LossAxis, last_epoch
from tplab_gui.ui.widgets.curve_hover import CurveHover
from tplab_gui.ui.widgets.curve_words import describe
from tplab_gui.ui.widgets.epoch_marks import EpochMarks
from tplab_gui.ui.widgets.growing_curve import Floats
from tplab_gui.ui.widgets.out_of_view import OutOfView
from tplab_gui.ui.widgets.run_curves import KINDS, TEST, RunCurves

_REDRAW_MS = 60  # a curve that grows looks smooth at 15 pictures a second, for half the work of 30
_MOST_SMOOTH = 8  # runs drawn with smooth edges; of more, the eye sees none between the lines


class CurvePlot(QWidget):
    """The plot of the training tab. `loss_plot` and `accuracy_plot` are for others to add their marks to."""

    fit_changed = Signal(bool)  # whether the view follows the curves; False after the user zoomed or dragged
    axis_changed = Signal()  # the axis of the loss runs otherwise

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: list[RunCurves] = []
        self.lr_marks: tuple[tuple[float, str], ...] = ()  # what `LrMarks` drew, for export
        self.kinds = set(KINDS)
        self.axis = LossAxis()
        self.sketch: tuple[str, Floats, Floats] | None = (
            None  # what is drawn beside the runs: name, epochs, losses
        )
        self._current: RunCurves | None = None
        self._weight = 0.0
        self._also = (0.0, np.empty(0))  # last epoch and losses of what is shown beside the runs
        self._is_dirty = False
        self._is_following = True
        self._redraw = self._timer(_REDRAW_MS, self._draw_current)
        self._moved = self._timer(0, lambda: self._draw_batches(self.runs))
        self.view = pg.GraphicsLayoutWidget()
        self.view.setAccessibleName(self.tr("Curves of loss and accuracy"))
        self.loss_plot, self.accuracy_plot = curve_axes.two_plots(self.view)
        plots = (self.loss_plot, self.accuracy_plot)
        for plot in plots:
            plot.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        self.marks = EpochMarks(plots)
        self.bands = CurveBands(self.loss_plot)
        self.hover = CurveHover(self.view, plots, self.runs)
        self.outside = OutOfView(*plots, self)
        self._empty = QLabel(self.view)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.loss_plot.getViewBox().sigXRangeChanged.connect(lambda *_: self._moved.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._restyle()
        self.refresh()

    def scene(self) -> QGraphicsScene:
        """Return the scene of both plots."""
        return self.view.scene()

    def set_empty_text(self, text: str) -> None:
        """Say what to do while there is no curve; rich text. '' shows nothing."""
        self._empty.setText(text)
        self._show_empty()

    def add_run(
        self, name: str, batches_per_epoch: int, planned_epochs: int = 0, group: str = ""
    ) -> RunCurves:
        """Begin the curves of another run, in its own colour, dash and marker; later points are added to it."""
        self._current = self.add_kept(name, batches_per_epoch, planned_epochs, group, ())
        return self._current

    def add_kept(
        self, name: str, batches_per_epoch: int, planned_epochs: int, group: str, curve: Sequence[EpochEnd]
    ) -> RunCurves:
        """Show a run that is over, with the epochs in `curve`; its steps may follow by `add_steps`."""
        run = RunCurves(name, self._free_series(), batches_per_epoch, planned_epochs, group=group)
        if curve:
            run.add_epochs(curve)
        self.bring_back(run)
        return run

    def add_steps(self, run: RunCurves, position: Floats, loss: Floats, accuracy: Floats) -> None:
        """Draw the steps of a run that is over: `position` in epochs, `accuracy` in per cent."""
        run.loss.extend(position, loss)
        run.accuracy.extend(position, accuracy)
        self._follow()
        self._draw_batches([run])

    def bring_back(self, run: RunCurves) -> None:
        """Put a run on the plot."""
        self.runs.append(run)
        for plot, items in zip((self.loss_plot, self.accuracy_plot), run.items(), strict=True):
            for item in items:
                plot.addItem(item)
        run.set_smoothing(self._weight)
        run.restyle()
        self.refresh()

    def remove_run(self, run: RunCurves) -> None:
        """Take a run off the plot; `bring_back` undoes it."""
        self.runs.remove(run)
        if self._current is run:
            self._current = None
        for plot, items in zip((self.loss_plot, self.accuracy_plot), run.items(), strict=True):
            for item in items:
                plot.removeItem(item)
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
        if ends:
            run.add_epochs(ends)
            self.bands.refresh(self.runs, is_shown=TEST in self.kinds)
            self._describe()
        if batches or ends:
            self._is_dirty = True
            if not self._redraw.isActive():
                self._draw_current()

    def set_kind_shown(self, kind: str, is_shown: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        """Show or hide one kind of curve of all runs."""
        self.kinds = self.kinds | {kind} if is_shown else self.kinds - {kind}
        self.refresh()

    def set_smoothing(self, batches: int) -> None:
        """Draw a moving average over about so many batches before the curve of the batches; 1 draws none."""
        self._weight = weight_of(batches)
        for run in self.runs:
            run.set_smoothing(self._weight)
        self._draw_batches(self.runs)

    def refresh(self) -> None:
        """Show the runs that are to be shown, and fit the view to them."""
        is_smooth = sum(run.is_shown for run in self.runs) <= _MOST_SMOOTH
        for run in self.runs:
            run.show_kinds(self.kinds, is_smooth=is_smooth)
        self.bands.refresh(self.runs, is_shown=TEST in self.kinds)
        self.outside.watch(self.runs, frozenset(self.kinds), self.axis)
        self._show_empty()
        self._describe()
        self._follow()
        self._draw_batches(self.runs)

    def show_marks(self, marks: Sequence[tuple[int, str]]) -> None:
        """Mark these epochs, each with a label, and no others."""
        self.marks.show(marks)

    def set_log(self, is_log: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        """Draw the loss on a logarithmic axis, or on a linear one."""
        self._set_axis(LossAxis(is_log, self.axis.is_from_zero))
        self.loss_plot.setLogMode(x=False, y=is_log)
        self.fit()

    def set_from_zero(self, is_from_zero: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        """Let the linear axis of the loss begin at 0, or at the lowest loss shown."""
        self._set_axis(LossAxis(self.axis.is_log, is_from_zero))
        self.fit()

    def frame_also(self, epochs: float, losses: Floats) -> None:
        """Let the view, while it follows the curves, reach to `epochs` and hold `losses` too: those of a sketch."""
        self._also = (epochs, losses)
        self._follow()
        self._show_empty()

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
        self._empty.setGeometry(self.view.rect().adjusted(80, 0, -60, -60))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the read-out away."""
        self.hover.hide()
        super().leaveEvent(event)

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer

    def _follow(self) -> None:
        if not self._is_following:
            return
        shown = [run for run in self.runs if run.is_shown]
        self.loss_plot.setXRange(0.0, last_epoch(shown, self._also[0]), padding=0.02)
        losses = (losses for run in shown for losses in run.losses(self.kinds))
        bottom, top = self.axis.frame([self._also[1], *losses])
        self.loss_plot.setYRange(bottom, top, padding=0.04)
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
        self.outside.refresh_soon()

    def _set_axis(self, axis: LossAxis) -> None:
        self.axis = axis
        self.outside.watch(self.runs, frozenset(self.kinds), axis)
        self.axis_changed.emit()

    def _free_series(self) -> style.Series:
        """Return the look that the fewest runs shown have."""
        used = [run.series for run in self.runs if run.is_shown]
        return min(style.SERIES, key=used.count)

    def _on_zoomed(self) -> None:
        self._is_following = False
        self.fit_changed.emit(False)

    def _show_empty(self) -> None:
        """Say what to do where nothing is shown, also when every run is hidden."""
        is_bare = not any(run.is_shown for run in self.runs) and not self._also[0]
        self._empty.setVisible(bool(self._empty.text()) and is_bare)

    def _describe(self) -> None:
        """Say to a screen reader what the curves show."""
        self.view.setAccessibleDescription(describe(self.runs))

    def _restyle(self) -> None:
        curve_axes.restyle(self.loss_plot, self.accuracy_plot, self.font())
        self.hover.restyle()
        self.marks.restyle()
        self.outside.restyle()
        for run in self.runs:
            run.restyle()
        self.bands.refresh(self.runs, is_shown=TEST in self.kinds)
        self._empty.setStyleSheet(
            f"color: {style.theme().muted}; font-size: {style.TEXT_LARGE}px; background: transparent;"
        )
