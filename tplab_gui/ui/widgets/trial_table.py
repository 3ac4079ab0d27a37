"""The trials of a study, one row each; a click on a head sorts them."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from tplab_gui.core.events.tuning import TrialTold
from tplab_gui.core.search import Searched

_NUMBER, _STATE, _VALUE, _FIRST = range(4)
_SIGNS = {"running": "▶", "complete": "✓", "pruned": "–", "failed": "✕", "interrupted": "■"}


class _Row(QTreeWidgetItem):
    """Sorts by its numbers and not by their texts; what has no number comes last."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        mine, others = (each.data(column, Qt.ItemDataRole.UserRole) for each in (self, other))
        if mine is None or others is None:
            return others is None and mine is not None
        return bool(mine < others)


class TrialTable(QTreeWidget):
    """Shows each trial as it is now."""

    trial_chosen = Signal(int)  # its number; 0 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        self.setAccessibleName(self.tr("Trials of the study"))
        self._names: tuple[str, ...] = ()
        self._rows: dict[int, _Row] = {}
        self.currentItemChanged.connect(self._on_chosen)
        self.begin((), {}, "loss")

    def begin(self, searched: tuple[Searched, ...], labels: dict[str, str], metric: str) -> None:
        """Empty the table, and give it a column for each searched parameter."""
        self.clear()
        self._rows = {}
        self._names = tuple(each.name for each in searched)
        value = self.tr("Accuracy") if metric == "accuracy" else self.tr("Loss")
        names = [labels.get(name, name) for name in self._names]
        self.setHeaderLabels(
            [self.tr("Trial"), self.tr("State"), value, *names, self.tr("Epochs"), self.tr("Computer")]
        )
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.sortByColumn(_NUMBER, Qt.SortOrder.AscendingOrder)

    def show_trial(self, trial: TrialTold) -> None:
        """Add a trial, or bring it to what it is now."""
        row = self._rows.get(trial.number)
        if row is None:
            row = self._rows[trial.number] = _Row()
            self.addTopLevelItem(row)
        word = self.state_words(trial)
        cells: list[tuple[str, Any]] = [
            (str(trial.number), trial.number),
            (f"{_SIGNS[trial.state]} {word}", word),
            ("–" if trial.value is None else f"{trial.value:.4f}", trial.value),
            *(_cell(trial.params.get(name)) for name in self._names),
            (str(trial.epoch), trial.epoch),
            (trial.host, trial.host),
        ]
        for column, (text, value) in enumerate(cells):
            row.setText(column, text)
            row.setData(column, Qt.ItemDataRole.UserRole, value)
            if isinstance(value, int | float) or value is None:
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setToolTip(_STATE, trial.reason if trial.state == "failed" else word)

    def mark_best(self, number: int) -> None:
        """Show the best trial in bold."""
        for each, row in self._rows.items():
            for column in range(self.columnCount()):
                font = row.font(column)
                font.setBold(each == number)
                row.setFont(column, font)

    def choose(self, number: int) -> None:
        """Choose the row of a trial."""
        if number in self._rows:
            self.setCurrentItem(self._rows[number])

    def state_words(self, trial: TrialTold) -> str:
        """Return how a trial stands, in words."""
        if trial.reason == "diverged":
            return self.tr("diverged")
        return {
            "running": self.tr("learning"),
            "complete": self.tr("complete"),
            "pruned": self.tr("ended early"),
            "failed": self.tr("failed"),
            "interrupted": self.tr("interrupted"),
        }[trial.state]

    def _on_chosen(self) -> None:
        item = self.currentItem()
        self.trial_chosen.emit(int(item.data(_NUMBER, Qt.ItemDataRole.UserRole)) if item else 0)


def _cell(value: object) -> tuple[str, object]:
    return (f"{value:.4g}" if isinstance(value, float) else "–" if value is None else str(value)), value
