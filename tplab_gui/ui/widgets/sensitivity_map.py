"""The map of two transforms: the score as a colour, the critical threshold as a line."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from tplab_gui.core.adjustments import NEUTRAL, transform
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sweep import MapRow, MapStarted
from tplab_gui.core.sweep_plan import CRITICAL, MAP_STEPS, Series
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import transform_name, unit_text
from tplab_gui.ui.widgets.labelled_row import labelled_row
from tplab_gui.ui.widgets.sweep_form import TransformChoice

_PATCH = 40.0  # per cent of the short side, where the place of a patch is an axis
_TICKS_AT_MOST = 7


class MapView(QWidget):
    """Emits `wanted` with both series."""

    wanted = Signal(object, object)
    refused = Signal(object)  # LabError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.started: MapStarted | None = None
        self.scores = np.zeros((0, 0))
        self.across = TransformChoice("brightness", has_placing=True)
        self.down = TransformChoice("rotation", has_placing=True)
        self.across.setAccessibleName(self.tr("Transform across"))
        self.down.setAccessibleName(self.tr("Transform upwards"))
        self.steps = QSpinBox()
        self.steps.setRange(*MAP_STEPS)
        self.steps.setValue(9)
        self.steps.setAccessibleName(self.tr("Steps of each axis"))
        self.start_button = QPushButton(self.tr("Draw the map"))
        style.set_role(self.start_button, "primary")
        self.start_button.clicked.connect(self.run)
        self.plot = pg.PlotWidget()
        self.plot.setAccessibleName(self.tr("Score for both transforms together"))
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setToolTip(self.tr("Point at a cell to read it."))
        self.image = pg.ImageItem(axisOrder="row-major")
        self.image.setLookupTable(pg.colormap.get("inferno").getLookupTable(nPts=256))
        self.image.setLevels((0, 1))
        self.critical = pg.IsocurveItem(level=CRITICAL, axisOrder="row-major")
        self.critical.setParentItem(self.image)
        self.critical.setPos(0.5, 0.5)  # a score belongs to the middle of its cell
        self.plot.addItem(self.image)
        self.plot.scene().sigMouseMoved.connect(self._on_pointed)
        self.said = QLabel(
            self.tr(
                "Two transforms at once: does dim light make a tilted ball harder to see than both do alone? The two "
                "places of a patch show where the network needs to see."
            )
        )
        self.said.setWordWrap(True)
        row = labelled_row(
            (self.tr("Across"), self.across),
            (self.tr("Upwards"), self.down),
            (self.tr("Steps"), self.steps),
        )
        row.addWidget(self.start_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.plot, 1)
        self._restyle()

    @property
    def is_whole(self) -> bool:
        """Return whether every cell is known."""
        return self.started is not None and not bool(np.isnan(self.scores).any())

    def series(self) -> tuple[Series, Series]:
        """Return both series as the form says them; a patch whose place is asked for has a size."""
        names = (self.across.name, self.down.name)
        is_placed = any(name.startswith("occlusion-") for name in names) and "occlusion" not in names
        base = NEUTRAL.with_value("occlusion", _PATCH) if is_placed else NEUTRAL
        steps = self.steps.value()
        return Series(names[0], steps, base=base), Series(names[1], steps)

    def run(self) -> None:
        """Ask for the map, or say why it makes no sense."""
        across, down = self.series()
        if across.known is down.known:
            self.refused.emit(
                LabError(
                    "A map takes two different transforms; {name} was chosen twice.",
                    hint="Choose another one for one of the axes.",
                    name=transform_name(across.known.name),
                )
            )
            return
        self.wanted.emit(across, down)

    def set_running(self, is_running: bool) -> None:  # noqa: FBT001
        """Nothing is started while something runs."""
        self.start_button.setEnabled(not is_running)

    def begin(self) -> None:
        """Empty everything for a new map."""
        self.started, self.scores = None, np.zeros((0, 0))
        self.image.clear()
        self.critical.setData(None)
        self.said.setText(self.tr("The map is being drawn…"))

    def receive(self, event: object) -> None:
        """Show one event of the job."""
        match event:
            case MapStarted():
                self.started = event
                self.scores = np.full((len(event.y_values), len(event.x_values)), np.nan)
                for side, name, values in (
                    ("bottom", event.x_name, event.x_values),
                    ("left", event.y_name, event.y_values),
                ):
                    unit = unit_text(transform(name).unit).strip()
                    label = transform_name(name)
                    self.plot.setLabel(side, f"{label} ({unit})" if unit else label)
                    every = -(-len(values) // _TICKS_AT_MOST)
                    ticks = [(place + 0.5, f"{value:.3g}") for place, value in enumerate(values)][::every]
                    self.plot.getAxis(side).setTicks([ticks])
                self.plot.setXRange(0, len(event.x_values), padding=0)
                self.plot.setYRange(0, len(event.y_values), padding=0)
            case MapRow() if self.started is not None:
                self.scores[event.row] = event.scores
                self.image.setImage(np.nan_to_num(self.scores), autoLevels=False)
                if self.is_whole:
                    self._finish()

    def end(self) -> None:
        """Say what there is when a map was stopped."""
        if not self.is_whole:
            done = int((~np.isnan(self.scores)).all(axis=1).sum()) if self.scores.size else 0
            self.said.setText(self.tr("Stopped after {done} rows.").format(done=done))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _finish(self) -> None:
        self.critical.setData(self.scores)
        above = float((self.scores >= CRITICAL).mean())
        said = self.tr(
            "Black is a score of 0, yellow of 100 %; the line is the critical threshold, 80 %. {share} % of the map "
            "lies above it; the scores go from {low} to {high} %."
        )
        self.said.setText(
            said.format(
                share=f"{100 * above:.0f}",
                low=f"{100 * self.scores.min():.1f}",
                high=f"{100 * self.scores.max():.1f}",
            )
        )
        self.plot.setAccessibleDescription(self.said.text())

    def _restyle(self) -> None:
        style.style_plot(self.plot.getPlotItem())
        self.plot.setBackground(style.theme().surface)
        self.plot.showGrid(x=False, y=False)
        # on inferno, the least dark blue of all grounds, cyan stands out everywhere
        self.critical.setPen(pg.mkPen("#30e0ff", width=2.5, style=Qt.PenStyle.SolidLine))

    def _on_pointed(self, at: object) -> None:
        if self.started is None:
            return
        place = self.plot.getPlotItem().vb.mapSceneToView(at)
        column, row = int(np.floor(place.x())), int(np.floor(place.y()))
        rows, columns = self.scores.shape
        if 0 <= row < rows and 0 <= column < columns and not np.isnan(self.scores[row, column]):
            text = self.tr("{x_name} {x}, {y_name} {y}: {score} %").format(
                x_name=transform_name(self.started.x_name),
                x=f"{self.started.x_values[column]:.3g}",
                y_name=transform_name(self.started.y_name),
                y=f"{self.started.y_values[row]:.3g}",
                score=f"{100 * self.scores[row, column]:.2f}",
            )
            self.plot.setToolTip(text)
