"""Where a run stands, in numbers: refreshed four times a second, because faster text cannot be read."""

import math
import statistics
from collections import deque

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunStarted
from tplab_gui.ui import style
from tplab_gui.ui.widgets.one_line import OneLine

_RECENT = (
    31  # batches whose median is the speed shown: one that was held up by another program changes nothing
)


class RunFigures(QFrame):
    """Epoch, batch, loss, pictures per second and time left, over a progress bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.state = OneLine()
        style.set_role(self.state, "muted")
        self.values = {name: QLabel("–") for name in ("epoch", "batch", "loss", "speed", "left")}
        heads = {
            "epoch": (self.tr("epoch"), self.tr("Passes over all pictures")),
            "batch": (self.tr("batch"), self.tr("Steps of the present epoch")),
            "loss": (self.tr("loss (nats)"), self.tr("Of the newest batch; guessing costs ln 10 = 2.303")),
            "speed": (self.tr("examples/s"), self.tr("Learnt from in each second")),
            "left": (self.tr("time left"), self.tr("Estimated from the speed measured so far")),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.SPACE_M)
        grid.setVerticalSpacing(0)
        places = {"epoch": (0, 0), "batch": (0, 1), "loss": (0, 2), "speed": (2, 0), "left": (2, 1)}
        for name, (row, column) in places.items():
            head, value = QLabel(heads[name][0]), self.values[name]
            style.set_role(head, "muted")
            for label in (head, value):
                label.setToolTip(heads[name][1])
            value.setFont(_tabular(value.font()))
            value.setAccessibleName(heads[name][0])
            style.set_role(value, "value")
            span = 2 if name == "left" else 1
            grid.addWidget(head, row, column, 1, span)
            grid.addWidget(value, row + 1, column, 1, span)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.SPACE_M, style.SPACE_S, style.SPACE_M, style.SPACE_S)
        box.setSpacing(style.SPACE_XS)
        box.addWidget(self.state)
        box.addWidget(self.bar)
        box.addLayout(grid)
        self._run: RunStarted | None = None
        self._batch: BatchEnd | None = None
        self._rates: deque[float] = deque(maxlen=_RECENT)
        self._measuring_s = 0.0  # of an epoch: what is not learning

    def begin(self, run: RunStarted) -> None:
        """Start over for a new run."""
        self._run, self._batch, self._measuring_s = run, None, 0.0
        self._rates.clear()
        self.bar.setRange(0, run.epochs * run.batches_per_epoch)
        self.bar.setValue((run.first_epoch - 1) * run.batches_per_epoch)
        self.refresh()

    def take(self, event: object) -> None:
        """Note a batch or an epoch; `refresh` shows it."""
        if isinstance(event, BatchEnd):
            self._rates.append(event.samples_per_s)
            self._batch = event
        elif isinstance(event, EpochEnd) and self._run is not None and event.samples_per_s > 0:
            self._measuring_s = max(0.0, event.seconds - self._run.train_size / event.samples_per_s)

    def set_state(self, text: str) -> None:
        """Say in a few words what is going on."""
        self.state.set_text(text)

    @property
    def rate(self) -> float:
        """Return how many examples are learnt from in a second of work, by the newest batches; nan before the first."""
        return statistics.median(self._rates) if self._rates else math.nan

    def seconds_left(self) -> float:
        """Return the estimated seconds of work to the end of the run; nan before anything was measured."""
        run, batch, rate = self._run, self._batch, self.rate
        if run is None or batch is None or not rate > 0:
            return math.nan
        epoch_s = run.train_size / rate + self._measuring_s
        return epoch_s * max(0.0, run.epochs - batch.step / run.batches_per_epoch)

    def refresh(self) -> None:
        """Show the newest numbers."""
        run, batch = self._run, self._batch
        if run is None:
            return
        epoch = batch.epoch if batch else run.first_epoch
        step = (batch.step - 1) % run.batches_per_epoch + 1 if batch else 0
        self.values["epoch"].setText(f"{epoch} / {run.epochs}")
        self.values["batch"].setText(f"{step} / {run.batches_per_epoch}")
        self.values["loss"].setText(f"{batch.loss:.3f}" if batch else "–")
        self.values["speed"].setText(f"{self.rate:,.0f}" if batch else "–")
        self.values["left"].setText(self.duration(self.seconds_left()))
        if batch:
            self.bar.setValue(batch.step)

    def duration(self, seconds: float) -> str:
        """Return a length of time for people."""
        if math.isnan(seconds):
            return "–"
        if seconds < 60:
            return self.tr("{s} s").format(s=math.ceil(seconds))
        if seconds < 3600:
            return self.tr("{m} min {s:02} s").format(m=int(seconds // 60), s=int(seconds % 60))
        return self.tr("{h} h {m:02} min").format(h=int(seconds // 3600), m=int(seconds % 3600 // 60))


def _tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width, so that changing numbers stand still."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
