"""How far a job of the study is: words, a bar, the time that is left, and Stop."""

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from tplab_gui.core.events.fusion_study import StudyStep
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_looks import title

_PARTS = 1000


class FusionProgress(QWidget):
    """Hidden while nothing is done."""

    stop_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs_s: list[float] = []  # how long each epoch took
        self._last: tuple[StudyStep, float] | None = None
        self.words = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(160)
        self.bar.setAccessibleName(name)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Stop; what is finished is kept"))
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that a job begins."""
        self._epochs_s, self._last = [], None
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()

    def show_step(self, step: StudyStep) -> None:
        """Show how far the job is."""
        now = time.monotonic()
        share = step.epoch / step.epochs if step.epochs else 0.0
        if step.total > 1 or share:
            self.bar.setRange(0, _PARTS)
            self.bar.setValue(round(_PARTS * (step.done + share) / step.total))
        if self._last is not None and step.what == "training":
            before, then = self._last
            if before.done == step.done and step.epoch == before.epoch + 1:
                self._epochs_s.append(now - then)
        self._last = step, now
        self.words.setText(self.step_words(step))

    def end(self) -> None:
        """Nothing is being done any more."""
        self.hide()

    def left_s(self) -> float | None:
        """Return how long the trainings take still, judged by the epochs so far; None before the second one."""
        if not self._epochs_s or self._last is None:
            return None
        step = self._last[0]
        left = (step.total - step.done) * step.epochs - step.epoch
        return left * sum(self._epochs_s) / len(self._epochs_s)

    def step_words(self, step: StudyStep) -> str:
        """Return what is being done."""
        if step.what == "training":
            text = self.tr("{strategy}, seed {seed}: epoch {epoch} of {epochs}").format(
                strategy=title(step.strategy), seed=step.seed, epoch=step.epoch, epochs=step.epochs
            )
            left = self.left_s()
            if left is None:
                return text
            return self.tr("{text}; about {time} left").format(text=text, time=self.time(left))
        words = {
            "data": self.tr("Reading pictures and sounds, seed {seed}…"),
            "calibration": self.tr("Fitting what late fusion needs, seed {seed}…"),
            "answers": self.tr("Asking every strategy, seed {seed}…"),
            "timing": self.tr("Timing the answers…"),
        }
        return words.get(step.what, "…").format(seed=step.seed)

    def time(self, seconds: float) -> str:
        """Return a duration in words."""
        if seconds < 90:
            return self.tr("{seconds:.0f} s").format(seconds=seconds)
        return self.tr("{minutes:.0f} min").format(minutes=seconds / 60)

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self.stop_wanted.emit()
