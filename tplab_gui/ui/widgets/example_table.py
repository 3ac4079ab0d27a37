"""The list of examples: a model that holds tens of thousands of rows and filters them in one numpy pass."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ExampleModel(QAbstractTableModel):
    """The examples of one set, of which those that pass the filter are rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._examples: tuple[Any, ...] = ()
        self._labels = np.zeros(0, np.uint8)
        self._groups = np.zeros(0, object)
        self._names = np.zeros(0, object)
        self._shown: NDArray[np.intp] = np.zeros(0, np.intp)
        self._filter: tuple[frozenset[int], str, str] = (frozenset(), "", "")

    def set_examples(self, examples: tuple[Any, ...], labels: NDArray[np.uint8]) -> None:
        """Show another set; the filter stays."""
        self.beginResetModel()
        self._examples, self._labels = examples, labels
        self._groups = np.array([each.speaker or each.part for each in examples], object)
        self._names = np.array([each.id.lower() for each in examples], object)
        self._apply()
        self.endResetModel()

    def set_filter(self, digits: frozenset[int], group: str, text: str) -> None:
        """Keep labels in `digits` (empty: all), one speaker or part ('': all), names that hold `text`."""
        self.beginResetModel()
        self._filter = (digits, group, text.lower())
        self._apply()
        self.endResetModel()

    def groups(self) -> list[str]:
        """Return the speakers, or the parts, of the set, in order."""
        return sorted(set(self._groups.tolist()))

    def total(self) -> int:
        """Return how many examples the set has, shown or not."""
        return len(self._examples)

    def example(self, row: int) -> Any:  # a data.catalogue.Example, which the window does not import
        """Return the example in `row`."""
        return self._examples[self._shown[row]]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many pass the filter."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return 3: digit, speaker or part, name."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        number = self._shown[index.row()]
        if index.column() == 0:
            return str(self._labels[number])
        return self._groups[number] if index.column() == 1 else self._examples[number].id

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Digit"), self.tr("Speaker or part"), self.tr("Name"))[section]

    def _apply(self) -> None:
        digits, group, text = self._filter
        keep = np.ones(len(self._examples), bool)
        if digits:
            keep &= np.isin(self._labels, list(digits))
        if group:
            keep &= self._groups == group
        if text:
            keep &= np.array([text in name for name in self._names], bool)
        self._shown = np.flatnonzero(keep)
