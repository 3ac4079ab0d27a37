"""Adapt to my voice: what it did on takes that were held back, what it did to others, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.recording import AdaptedFound, Effect
from tplab_gui.ui import style


class AdaptPanel(QWidget):
    """The button, the figures before and after, and the two ways to go on."""

    adapt_wanted = Signal()
    stop_wanted = Signal()
    use_wanted = Signal(bool)
    revert_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: AdaptedFound | None = None
        self._has_enough = False
        about = QLabel(
            self.tr(
                "The network that hears digits goes on learning for a few seconds, from two thirds of your recordings "
                "in this language. The other third tests it. The shipped network itself is not changed."
            )
        )
        about.setWordWrap(True)
        style.set_role(about, "muted")
        self.button = QPushButton(self.tr("Adapt to my voice"))
        style.set_role(self.button, "primary")
        self.button.clicked.connect(self._on_button)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the adaptation"))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        style.set_role(self.hint, "muted")
        self.results = self._build_results()
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.use = QCheckBox(self.tr("Use the adapted network"))
        self.use.setToolTip(
            self.tr("The Digits tab hears with the network that knows your voice, and says so")
        )
        self.use.clicked.connect(self.use_wanted)
        self.revert = QPushButton(self.tr("Back to the shipped network"))
        self.revert.setToolTip(self.tr("Delete the adapted network; the shipped one was never changed"))
        self.revert.clicked.connect(self.revert_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        for widget in (about, self.button, self.progress, self.hint, self.results, self.verdict):
            column.addWidget(widget)
        column.addWidget(self.use)
        column.addWidget(self.revert)
        column.addStretch(1)
        self.show_busy(is_busy=False)
        self.show_found(None, is_used=False)

    def show_enough(self, *, has_enough: bool) -> None:
        """Say whether there are recordings enough."""
        self._has_enough = has_enough
        self.hint.setText(
            ""
            if has_enough
            else self.tr("Record at least two takes of each digit first; three or more are better.")
        )
        self.hint.setVisible(not has_enough)
        self.show_busy(is_busy=not self.progress.isHidden())

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the network learns, or that it does not."""
        self.progress.setVisible(is_busy)
        self.progress.setRange(0, 0)
        self.button.setText(self.tr("Stop") if is_busy else self.tr("Adapt to my voice"))
        self.button.setToolTip(
            self.tr("Stop; nothing is changed") if is_busy else self.tr("Takes some seconds; can be undone")
        )
        self.button.setEnabled(is_busy or self._has_enough)
        for widget in (self.use, self.revert):
            widget.setEnabled(not is_busy)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_found(self, found: AdaptedFound | None, *, is_used: bool) -> None:
        """Show the adapted network, or that there is none."""
        self.found = found
        for widget in (self.results, self.verdict, self.use, self.revert):
            widget.setVisible(found is not None)
        self.use.setChecked(is_used)
        if found is None:
            return
        for row, effect in enumerate((found.voice, found.others)):
            for column, (right, interval) in enumerate(
                ((effect.before, effect.before_interval), (effect.after, effect.after_interval))
            ):
                cell = self.cells[row][column]
                cell.setText(f"{right} / {effect.count}")
                low, high = (100 * end for end in interval)
                cell.setToolTip(
                    self.tr("95 % interval: {low:.0f} to {high:.0f} %").format(low=low, high=high)
                )
                self.intervals[row][column].setText(f"{low:.0f}–{high:.0f} %")
        role, text = self._verdict(found.voice)
        self.verdict.setText(
            text
            + " "
            + self.tr("Learned from {count} takes in {seconds:.0f} s.").format(
                count=found.learned, seconds=found.seconds
            )
        )
        style.set_role(self.verdict, role)

    def _on_button(self) -> None:
        (self.adapt_wanted if self.progress.isHidden() else self.stop_wanted).emit()

    def _verdict(self, effect: Effect) -> tuple[str, str]:
        if effect.after == effect.before:
            return "muted", self.tr("No difference on the takes that were held back.")
        if not effect.is_established:
            change = self.tr("Better") if effect.after > effect.before else self.tr("Worse")
            return "warning", self.tr(
                "{change}, but not established: with {count} takes held back chance may do as much (p = {p:.2f}). "
                "Record more to know."
            ).format(change=change, count=effect.count, p=effect.p)
        if effect.after > effect.before:
            return "good", self.tr("Your voice is understood better (p = {p:.3f}).").format(p=effect.p)
        return "error", self.tr("Your voice is understood less well (p = {p:.3f}).").format(p=effect.p)

    def _build_results(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.SPACE_M)
        grid.setVerticalSpacing(style.SPACE_XS)
        for column, text in enumerate((self.tr("before"), self.tr("after")), 1):
            head = QLabel(text)
            style.set_role(head, "muted")
            grid.addWidget(head, 0, column)
        self.cells: list[list[QLabel]] = []
        self.intervals: list[list[QLabel]] = []
        names = (self.tr("Your takes, held back"), self.tr("Built-in voices"))
        for row, name in enumerate(names):
            label = QLabel(name)
            label.setWordWrap(True)
            grid.addWidget(label, 1 + 2 * row, 0, 2, 1)
            cells, intervals = [QLabel(), QLabel()], [QLabel(), QLabel()]
            for column in range(2):
                style.set_role(cells[column], "value")
                style.set_role(intervals[column], "muted")
                grid.addWidget(cells[column], 1 + 2 * row, 1 + column)
                grid.addWidget(intervals[column], 2 + 2 * row, 1 + column)
            self.cells.append(cells)
            self.intervals.append(intervals)
        grid.setColumnStretch(0, 1)
        return made
