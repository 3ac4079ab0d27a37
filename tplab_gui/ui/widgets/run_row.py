"""A row of the list of runs: what is known of one run, and how it is written and drawn."""

import math
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.runs import RunFound
from tplab_gui.core.events.training import EpochEnd, LrChanged, RunStarted
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_names import data_name
from tplab_gui.ui.widgets.run_curves import TEST, RunCurves, pen_of

SWATCH = QSize(30, 14)
GOING = frozenset({"running", "paused"})


@dataclass(eq=False)
class RunRow:
    """One run. `curves` is None until it was shown once."""

    folder: str
    setup_name: str  # for people
    setup: str = ""
    data: str = ""
    seed: int = 0
    epochs: int = 0
    lr: float = math.nan
    batches_per_epoch: int = 1
    experiment: str = "mnist-loss"
    name: str = ""  # the user's own
    look: str = ""  # the name of the user's own series
    state: str = "running"
    curve: tuple[EpochEnd, ...] = ()
    curves: RunCurves | None = None
    is_checked: bool = False
    problem: LabError | None = None  # why a run found on disk cannot be read
    lr_changes: tuple[LrChanged, ...] = ()  # known when the steps are: live, or after `curves` was shown

    @property
    def title(self) -> str:
        """Return what the run is called."""
        return self.name or self.setup_name

    @property
    def best(self) -> EpochEnd | None:
        """Return the epoch with the lowest test loss."""
        return min(self.curve, key=lambda each: each.test_loss, default=None)

    @property
    def group(self) -> str:
        """Return what runs must share to be repetitions of each other with other seeds."""
        return f"{self.experiment}/{self.setup}/{self.data}"

    def numbers(self) -> tuple[str, ...]:
        """Return the texts of the columns after the state: best epoch, setup, data, seed, epochs, lr, last epoch."""
        if self.problem is not None and not self.setup:
            return ("–",) * 9
        best, last = self.best, self.curve[-1] if self.curve else None
        return (
            f"{best.epoch} ({best.test_loss:.3f})" if best else "–",
            self.setup_name,
            data_name(self.data, self.experiment),
            str(self.seed),
            f"{len(self.curve)} / {self.epochs}",
            "–" if math.isnan(self.lr) else f"{self.lr:g}",
            f"{last.train_loss:.4f}" if last else "–",
            f"{last.test_loss:.4f}" if last else "–",
            f"{100 * last.test_accuracy:.2f}" if last else "–",
        )


def started(event: RunStarted, setup_name: str, lr: float) -> RunRow:
    """Return the row of a run that begins."""
    return RunRow(
        folder=event.run_dir,
        setup_name=setup_name,
        setup=event.setup,
        data=event.data,
        seed=event.seed,
        epochs=event.epochs,
        lr=lr,
        batches_per_epoch=event.batches_per_epoch,
        experiment=event.experiment,
        is_checked=True,
    )


def kept(event: RunFound, setup_name: str) -> RunRow:
    """Return the row of a run that was found on disk."""
    return RunRow(
        folder=event.run_dir,
        setup_name=setup_name,
        setup=event.setup,
        data=event.data,
        seed=event.seed,
        epochs=event.epochs,
        lr=event.lr,
        batches_per_epoch=event.batches_per_epoch,
        experiment=event.experiment,
        name=event.name,
        state=event.state,
        curve=event.curve,
        problem=event.problem,
        look=event.look,
    )


def swatch(series: style.Series) -> QIcon:
    """Return a picture of the test curve of a run with this look: colour, dash and marker."""
    picture = QPixmap(SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen_of(TEST, series))
    middle = SWATCH.height() / 2
    painter.drawLine(0, round(middle), SWATCH.width(), round(middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(series.colour())
    painter.translate(SWATCH.width() / 2, middle)
    painter.scale(9, 9)
    painter.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[series.symbol])
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints the colour that tells the run
    return icon
