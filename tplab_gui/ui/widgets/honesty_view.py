"""Which split is honest: the same network trained under each of them, accuracies side by side, and what that means."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from tplab_gui.core.events.sets import HonestyProgress, HonestyRead
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.split_plots import AccuracyBars


class HonestyView(QWidget):
    """Start, bars, sentences. What an earlier day found is shown until a new comparison begins."""

    start_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: HonestyRead | None = None
        self.epochs, self.seed = QSpinBox(), QSpinBox()
        self.epochs.setRange(1, 100)
        self.epochs.setValue(10)
        self.epochs.setAccessibleName(self.tr("Epochs of each training"))
        self.epochs.setToolTip(self.tr("How often each training goes through its clips"))
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(1)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("Of the splits, the initial weights and the order of the clips"))
        self.start = QPushButton(self.tr("Compare"))
        self.start.setToolTip(self.tr("Train the report's small network once under each split"))
        style.set_role(self.start, "primary")
        self.start.clicked.connect(self.start_wanted)
        head = QHBoxLayout()
        head.setSpacing(style.SPACE_S)
        for text, field in ((self.tr("Epochs"), self.epochs), (self.tr("Seed"), self.seed)):
            label = QLabel(text)
            label.setBuddy(field)
            head.addWidget(label)
            head.addWidget(field)
        head.addWidget(self.start)
        self.about = QLabel()
        self.about.setWordWrap(True)
        style.set_role(self.about, "muted")
        head.addWidget(self.about, 1)
        self.bars = AccuracyBars()
        self.sentences = QLabel()
        self.sentences.setWordWrap(True)
        self.sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(head)
        column.addWidget(self.bars, 1)
        column.addWidget(self.sentences)
        self.show_nothing()

    def names(self) -> dict[str, str]:
        """Return what the splits are called below the bars."""
        return {
            "random": self.tr("random 75/25"),
            "stratified": self.tr("stratified"),
            "recording": self.tr("recordings 0–4"),
            "speaker": self.tr("by speaker"),
            "one-speaker": self.tr("one speaker out"),
        }

    def show_nothing(self) -> None:
        """Invite to begin."""
        self.found = None
        self.bars.show_scores(self.names(), ())
        self.about.clear()
        self.sentences.setText(
            self.tr(
                "The same network learns under each split. If it hears known voices better than new ones, "
                "a random split promises too much. Press Compare; it can be stopped at any time."
            )
        )

    def show_found(self, found: HonestyRead) -> None:
        """Show a comparison, finished or not; one without scores invites to begin."""
        if not found.scores:
            self.show_nothing()
            self.found = found
            return
        self.found = found
        self.bars.show_scores(self.names(), found.scores)
        self.sentences.setText("\n".join(in_language(each) for each in found.sentences))
        self.show_idle()

    def show_progress(self, said: HonestyProgress) -> None:
        """Say what is being done."""
        self.about.setText(self.progress_text(said))

    def show_idle(self) -> None:
        """Say of what the comparison on show was made."""
        found = self.found
        if found is None or not found.scores:
            self.about.clear()
            return
        trainings = sum(len(each.folds) for each in found.scores)
        text = self.tr("{trainings} trainings of {epochs} epochs in {time}, {day}").format(
            trainings=trainings, epochs=found.epochs, time=self.time(found.seconds), day=found.created[:10]
        )
        self.about.setText(text if found.is_complete else self.tr("{text}; not finished").format(text=text))

    def progress_text(self, said: HonestyProgress) -> str:
        """Return what is being done, and for how long still."""
        name = self.names()[said.method]
        if said.folds > 1:
            name = self.tr("{name} ({fold} of {folds})").format(name=name, fold=said.fold, folds=said.folds)
        text = self.tr("{name}, epoch {epoch} of {epochs}").format(
            name=name, epoch=said.epoch, epochs=said.epochs
        )
        if math.isnan(said.left_s):
            return text
        return self.tr("{text}; about {time} left").format(text=text, time=self.time(said.left_s))

    def time(self, seconds: float) -> str:
        """Return a duration in words."""
        if seconds < 90:
            return self.tr("{seconds:.0f} s").format(seconds=seconds)
        return self.tr("{minutes:.0f} min").format(minutes=seconds / 60)
