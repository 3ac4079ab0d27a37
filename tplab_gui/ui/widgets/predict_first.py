"""Predict first: the student draws the curve that is expected, then sees it beside the measured one.

A sketch drawn while nothing is chosen waits for the next run that begins, and is kept in its folder from then on. The
chosen run shows its own, dashed, with a sentence below the row of switches.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from tplab_gui.core import prediction
from tplab_gui.core.errors import LabError
from tplab_gui.core.prediction import CURVES, Floats, Prediction
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_bar import CurveBar
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.prediction_words import curve_name, in_words
from tplab_gui.ui.widgets.run_curves import FLOOR, LOSS_OF
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow
from tplab_gui.ui.widgets.sketch_layer import SketchLayer


class PredictFirst(QObject):
    """Adds its button to the bar, its strip below it and its curve to the plot."""

    failed = Signal(object)  # LabError

    def __init__(
        self, plot: CurvePlot, bar: CurveBar, runs: RunList, planned_epochs: Callable[[], int]
    ) -> None:
        super().__init__(plot)
        self._plot, self._runs, self._planned = plot, runs, planned_epochs
        self.waiting: Prediction | None = None  # for the next run
        self._kept: dict[str, Prediction | None] = {}  # by the run's folder
        self._before: Prediction | None = None  # what waited when the drawing began
        self.layer = SketchLayer(plot)
        self.layer.changed.connect(self.refresh)
        self.layer.moved.connect(self._on_moved)
        self.layer.ended.connect(self.end)
        self.curve = pg.PlotDataItem(antialias=True)
        self.curve.setZValue(20)
        plot.loss_plot.addItem(self.curve, ignoreBounds=True)
        self.button = QToolButton()
        self.button.setText(self.tr("predict"))
        self.button.setToolTip(
            self.tr("Draw what you expect: the loss curve of the next run, before you start it")
        )
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setCheckable(True)
        self.button.clicked.connect(self._on_button)
        bar.add_tool(self.button)
        self.strip = self._made_strip()
        bar.add_strip(self.strip)
        runs.chosen_changed.connect(self.refresh)
        runs.shown_changed.connect(self.refresh)
        plot.installEventFilter(self)
        self._restyle()
        self.refresh()

    @property
    def is_drawing(self) -> bool:
        """Return whether the sheet lies on the plot."""
        return self.button.isChecked()

    def begin(self) -> None:
        """Let the user draw for the next run."""
        self.button.setChecked(True)
        self._before = self.waiting
        if self.waiting is not None:
            self.curves.setCurrentIndex(CURVES.index(self.waiting.curve))
        self._plot.frame_also(max(self._planned(), 1), self._losses(self.waiting))
        self._plot.fit()
        self.layer.begin(self.waiting.points if self.waiting else ())
        self.refresh()

    def end(self, is_kept: bool = True) -> None:  # noqa: FBT001, FBT002  a slot
        """End the drawing; keep the sketch for the next run, or what was there before."""
        if not self.is_drawing:
            return
        self.button.setChecked(False)
        self.waiting = self._sketch() if is_kept else self._before
        self.layer.end()
        self.refresh()

    def run_started(self, row: RunRow | None) -> None:
        """Keep the sketch that waits with the run that begins; a run that goes on has had its chance."""
        self.end()
        if row is None or row.curve or self.waiting is None:
            return
        sketch, self.waiting = self.waiting, None
        self._kept[row.folder] = sketch
        try:
            prediction.keep(Path(row.folder), sketch)
        except LabError as error:
            self.failed.emit(error)
        self.refresh()

    def refresh(self) -> None:
        """Show the sketch that is being drawn, that waits, or that belongs to the chosen run."""
        row = self._runs.row()
        shown, measured = self.waiting, None
        if self.is_drawing:
            shown = self._sketch()
        elif shown is None and row is not None and row.is_checked:
            shown, measured = self._of(row), row
        for widget in (self.curves, self.undo, self.clear, self.done):
            widget.setVisible(self.is_drawing)
        self.undo.setEnabled(self.layer.can_undo)
        self.clear.setEnabled(bool(self.layer.points))
        self.drop.setVisible(self.waiting is not None and not self.is_drawing)
        self.strip.setVisible(self.is_drawing or shown is not None)
        self._draw(shown)
        if not self.is_drawing:  # else the frame would move under the pen
            self._plot.frame_also(float(self._planned()) if self.waiting else 0.0, self._losses(shown))
        if not self.is_drawing and shown is not None:
            self.text.setText(self._sentence(shown, measured))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and watched is self._plot:
            self._restyle()
        return super().eventFilter(watched, event)

    def _made_strip(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_XS)
        self.curves = QComboBox()
        self.curves.setAccessibleName(self.tr("Which curve you draw"))
        self.curves.setToolTip(self.tr("Which curve you draw"))
        for curve in CURVES:
            self.curves.addItem(curve_name(curve), curve)
        self.curves.currentIndexChanged.connect(self.refresh)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = _tool(self.tr("Undo"), self.tr("Take the last stroke back (Ctrl+Z)"), self.layer.undo)
        self.clear = _tool(self.tr("Clear"), self.tr("Take the whole sketch away"), self.layer.clear)
        self.done = _tool(self.tr("Done"), self.tr("Keep the sketch for the next run (Enter)"), self.end)
        self.drop = _tool(self.tr("Forget"), self.tr("Start the next run without a sketch"), self._on_drop)
        row.addWidget(self.curves)
        row.addWidget(self.text, 1)
        for button in (self.undo, self.clear, self.done, self.drop):
            row.addWidget(button)
        return strip

    def _sketch(self) -> Prediction | None:
        points = self.layer.points
        return Prediction(self.curves.currentData(), points) if points else None

    def _of(self, row: RunRow) -> Prediction | None:
        """Return the sketch kept with a run; what is wrong with its file is told once."""
        if row.folder not in self._kept:
            self._kept[row.folder] = None
            try:
                self._kept[row.folder] = prediction.read(Path(row.folder))
            except LabError as error:
                self.failed.emit(error)
        return self._kept[row.folder]

    def _sentence(self, shown: Prediction, row: RunRow | None) -> str:
        if row is None:
            text = self.tr("Your expected {curve} waits for the next run that starts (dashed).")
            return text.format(curve=curve_name(shown.curve))
        losses = [getattr(end, LOSS_OF[shown.curve]) for end in row.curve]
        return in_words(shown.curve, prediction.compare(shown, [end.epoch for end in row.curve], losses))

    @staticmethod
    def _losses(sketch: Prediction | None) -> Floats:
        return np.array([loss for _, loss in sketch.points] if sketch else [], float)

    def _draw(self, sketch: Prediction | None) -> None:
        x, y = np.array(sketch.points if sketch else (), float).reshape(-1, 2).T
        self.curve.setData(x, np.maximum(y, FLOOR), symbol="o" if len(x) == 1 else None)
        self.curve.setVisible(bool(len(x)))
        name = self.tr("expected {curve}").format(curve=curve_name(sketch.curve)) if sketch else ""
        self._plot.sketch = (name, x, y) if sketch else None

    def _on_button(self) -> None:
        if self.button.isChecked():
            self.begin()
        else:
            self.button.setChecked(True)  # `end` looks at it
            self.end()

    def _on_drop(self) -> None:
        self.waiting = None
        self.refresh()

    def _on_moved(self, epoch: float, loss: float) -> None:
        text = self.tr(
            "Draw it with the mouse or the arrow keys. Guessing among ten costs 2.3 nats. "
            "Epoch {epoch:.0f}: {loss:.2f} nats."
        )
        self.text.setText(text.format(epoch=epoch, loss=loss))
        self.layer.setAccessibleDescription(self.text.text())

    def _restyle(self) -> None:
        pen = pg.mkPen(style.theme().text, width=2)
        pen.setDashPattern([3, 3])
        self.curve.setPen(pen)
        self.curve.setSymbolBrush(style.theme().text)
        self.button.setIcon(style.icon("mdi6.draw"))


def _tool(text: str, tool_tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tool_tip)
    button.clicked.connect(lambda _=False: act())
    return button
