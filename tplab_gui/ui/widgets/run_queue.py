"""Runs that wait for their turn: what is planned, in which order, and the list that shows it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QToolButton, QVBoxLayout, QWidget

from tplab_gui.core.params import TrainParams
from tplab_gui.ui import style
from tplab_gui.ui.widgets.one_line import OneLine

_ROWS_SHOWN = 4


@dataclass
class PlannedRun:
    """A run to come. `trouble` says why it could not begin; such a run is passed over until it is cancelled."""

    params: TrainParams
    name: str
    trouble: str = ""
    is_queued: bool = False


class RunQueue(QObject):
    """The planned runs, first one next.

    Attributes
    ----------
    plans : list of PlannedRun
    is_held : bool
        Whether the next run waits for Start; true at first and after a stop, so that nothing starts by itself.

    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans: list[PlannedRun] = []
        self.is_held = True

    @property
    def waiting(self) -> int:
        """Return how many runs can still begin."""
        return sum(not plan.trouble for plan in self.plans)

    def add(self, *plans: PlannedRun) -> None:
        """Put runs at the end."""
        for plan in plans:
            plan.is_queued = True
            self.plans.append(plan)
        self.changed.emit()

    def take(self) -> PlannedRun | None:
        """Take the first run that can begin; None when there is none."""
        plan = next((each for each in self.plans if not each.trouble), None)
        if plan is not None:
            self.plans.remove(plan)
            self.changed.emit()
        return plan

    def give_back(self, plan: PlannedRun, trouble: str) -> None:
        """Put back, at the front, a run that could not begin."""
        plan.trouble = trouble
        self.plans.insert(0, plan)
        self.changed.emit()

    def hold(self) -> None:
        """Let the next run wait for Start."""
        self.is_held = True
        self.changed.emit()

    def move(self, index: int, by: int) -> int:
        """Move a run up (-1) or down (1); return where it is then."""
        target = min(max(index + by, 0), len(self.plans) - 1)
        if target != index:
            self.plans.insert(target, self.plans.pop(index))
            self.changed.emit()
        return target

    def cancel(self, index: int) -> None:
        """Take a run out for good."""
        del self.plans[index]
        self.changed.emit()


class _PlanList(QListWidget):
    move_asked = Signal(int)
    cancel_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)


class QueueView(QFrame):
    """The queue as a list with buttons; hidden while nothing waits."""

    def __init__(self, queue: RunQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self._queue = queue
        self.head = OneLine()
        self.list = _PlanList()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(self.tr("Runs that wait for their turn"))
        self.list.currentRowChanged.connect(self._update_buttons)
        self.up = self._button("▲", self.tr("Earlier"), self.tr("Begin the chosen run earlier (Alt+Up)"))
        self.down = self._button("▼", self.tr("Later"), self.tr("Begin the chosen run later (Alt+Down)"))
        self.drop = self._button(
            "✕", self.tr("Cancel"), self.tr("Take the chosen run out of the queue (Delete)")
        )
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.drop.clicked.connect(self._cancel)
        self.list.move_asked.connect(self._move)
        self.list.cancel_asked.connect(self._cancel)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_XS)
        row.addWidget(self.head, 1)
        for button in (self.up, self.down, self.drop):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_M, style.SPACE_XS, style.SPACE_XS, style.SPACE_XS)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list)
        queue.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the queue as it is now; the chosen place stays chosen."""
        chosen = max(self.list.currentRow(), 0)
        self.list.clear()
        for number, plan in enumerate(self._queue.plans):
            sign = "✕" if plan.trouble else "○"
            self.list.addItem(f"{sign} {self._state(number)}  {plan.name}")
            self.list.item(number).setToolTip(plan.trouble or plan.name)
        count = len(self._queue.plans)
        self.list.setCurrentRow(min(chosen, count - 1))
        row_height = self.list.sizeHintForRow(0) if count else 0
        self.list.setFixedHeight(row_height * min(count, _ROWS_SHOWN) + 4)
        waits = self._queue.is_held and self._queue.waiting
        self.head.set_text(
            self.tr("Queue: {n}, waits for Start").format(n=count)
            if waits
            else self.tr("Queue: {n}").format(n=count)
        )
        self.setVisible(count > 0)
        self._update_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the text size."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "drop"):
            self.refresh()
        super().changeEvent(event)

    def _state(self, number: int) -> str:
        plan = self._queue.plans[number]
        if plan.trouble:
            return self.tr("failed")
        is_next = all(earlier.trouble for earlier in self._queue.plans[:number])
        return self.tr("next") if is_next else self.tr("queued")

    def _move(self, by: int) -> None:
        index = self.list.currentRow()
        if index >= 0:
            self.list.setCurrentRow(self._queue.move(index, by))

    def _cancel(self) -> None:
        if self.list.currentRow() >= 0:
            self._queue.cancel(self.list.currentRow())

    def _update_buttons(self) -> None:
        index, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(index > 0)
        self.down.setEnabled(0 <= index < count - 1)
        self.drop.setEnabled(index >= 0)

    def _button(self, sign: str, name: str, tool_tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(tool_tip)
        style.set_role(button, "flat")
        return button
