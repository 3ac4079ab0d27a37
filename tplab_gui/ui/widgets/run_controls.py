"""The buttons that start, hold, step, end and queue runs."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from tplab_gui.core.params import SETUPS
from tplab_gui.ui import style
from tplab_gui.ui.widgets.run_driver import BATCH, EPOCH

# Icons alone, so that the row fits beside a scroll bar in a window of 1024 pixels, in French too.
_NARROW = "QToolButton { padding: 5px 6px; } QToolButton:focus { padding: 4px 5px; }"


class RunControls(QWidget):
    """Start (or Pause, or Resume), one step, Stop, and the two that fill the queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary = QPushButton()
        style.set_role(self.primary, "primary")
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("End the run after this batch and keep its whole epochs (Esc)"))
        self.steps = {BATCH: QToolButton(), EPOCH: QToolButton()}
        for step, name, tool_tip in (
            (BATCH, self.tr("Next batch"), self.tr("Learn from one more batch, then wait (N)")),
            (EPOCH, self.tr("Next epoch"), self.tr("Learn to the end of the epoch, then wait (Shift+N)")),
        ):
            self.steps[step].setAccessibleName(name)
            self.steps[step].setToolTip(tool_tip)
            self.steps[step].setStyleSheet(_NARROW)
        self.add = QPushButton(self.tr("Add to queue"))
        self.add.setToolTip(self.tr("Let a run with these choices begin when those before it have ended"))
        self.add_all = QPushButton()
        self.add_all.setToolTip(
            self.tr(
                "Queue every setup with these choices. They start with the same weights and see the same "
                "batches wherever the setup allows it, so only what is studied differs."
            )
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.SPACE_S)
        first = QHBoxLayout()
        first.setSpacing(style.SPACE_XS)
        first.addWidget(self.primary, 1)
        for button in self.steps.values():
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            first.addWidget(button)
        first.addWidget(self.stop)
        grid.addLayout(first, 0, 0, 1, 2)
        grid.addWidget(self.add, 1, 0)
        grid.addWidget(self.add_all, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.show_setups(len(SETUPS))

    def show_setups(self, count: int) -> None:
        """Offer to run all of `count` setups; nothing where there is one."""
        self.add_all.setText(self.tr("Run all {count}").format(count=count))
        self.add_all.setVisible(count > 1)

    def refresh(self, *, is_ready: bool, is_running: bool, is_paused: bool, waiting: int) -> None:
        """Bring the buttons to the present state; `waiting` counts the queued runs that can begin."""
        if not is_running:
            icon = "mdi6.play"
            text = self.tr("Start")
            tool_tip = (
                self.tr("Start the first run of the queue (space bar)")
                if waiting
                else self.tr("Start a run with these choices (space bar)")
            )
        elif is_paused:
            text, icon = self.tr("Resume"), "mdi6.play"
            tool_tip = self.tr("Let the run go on (space bar)")
        else:
            text, icon = self.tr("Pause"), "mdi6.pause"
            tool_tip = self.tr("Hold the run after this batch (space bar)")
        self.primary.setText(text)
        self.primary.setToolTip(tool_tip)
        self.primary.setIcon(style.icon(icon, style.theme().on_accent))
        self.primary.setEnabled(is_ready)
        for step, name in ((BATCH, "mdi6.debug-step-over"), (EPOCH, "mdi6.skip-next")):
            self.steps[step].setIcon(style.icon(name))
            self.steps[step].setEnabled(is_ready)
        self.stop.setIcon(style.icon("mdi6.stop"))
        self.stop.setEnabled(is_running)
        self.add.setIcon(style.icon("mdi6.playlist-plus"))
        self.add_all.setIcon(style.icon("mdi6.playlist-play"))
        self.add_all.setEnabled(is_ready)
