"""The list of examples: a model that holds tens of thousands of rows, filters and sorts them in a few numpy passes."""

import os
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tplab_gui.ui.widgets.example_query import EVERYTHING, Query, Range, parse

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
DIGIT, GROUP, NAME, LENGTH = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ExampleModel(QAbstractTableModel):
    """The examples of one set, of which those that pass the filter are rows, in the order asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._examples: tuple[Any, ...] = ()
        self._labels = np.zeros(0, np.uint16)
        self._groups: list[str] = []  # by code
        self._codes = np.zeros(0, np.intp)
        self._names: list[str] = []
        self._folded: list[str] = []
        self._lengths_s = np.zeros(0, np.float32)
        self._numbers: NDArray[np.int64] | None = None
        self._is_sound = False
        self._shown: NDArray[np.intp] = np.zeros(0, np.intp)
        self._order: NDArray[np.intp] = np.zeros(0, np.intp)
        self._filter = Query()
        self._group: str | None = ""  # the one that is kept, '' for all, None for nothing at all
        self._sorted_by: tuple[int, bool] = (-1, False)  # column, descending

    def set_examples(self, examples: tuple[Any, ...], labels: NDArray[np.uint16]) -> None:
        """Show another set, in its own order; the filter stays."""
        self.beginResetModel()
        self._examples, self._labels = examples, labels
        self._is_sound = bool(examples) and getattr(examples[0], "path", None) is not None
        groups = [each.speaker or each.part for each in examples]
        self._groups = sorted(set(groups))
        code_of = {group: code for code, group in enumerate(self._groups)}
        self._codes = np.array([code_of[group] for group in groups], np.intp)
        self._names = _short([each.id for each in examples])
        self._folded = [name.casefold() for name in self._names]
        self._lengths_s = np.full(len(examples), np.nan, np.float32)
        self._numbers = None
        self._sorted_by = (-1, False)
        self._order = np.arange(len(examples))
        self._apply()
        self.endResetModel()

    def set_lengths(self, first: int, lengths_s: NDArray[np.float32]) -> None:
        """Learn the lengths (n,) in seconds of the examples from number `first` on."""
        self._lengths_s[first : first + len(lengths_s)] = lengths_s
        if len(self._shown):
            self.dataChanged.emit(self.index(0, LENGTH), self.index(len(self._shown) - 1, LENGTH))

    def longest_s(self) -> float:
        """Return the longest length known so far, nan when none is."""
        known = self._lengths_s[~np.isnan(self._lengths_s)]
        return float(known.max()) if len(known) else float("nan")

    def settle_lengths(self) -> None:
        """Filter and sort anew where lengths matter: called when more of them are known."""
        if self._filter.length_s != EVERYTHING or self._sorted_by[0] == LENGTH:
            self.beginResetModel()
            if self._sorted_by[0] == LENGTH:
                self._order = self._ordered(*self._sorted_by)
            self._apply()
            self.endResetModel()

    def set_filter(self, digits: frozenset[int], group: str, text: str, length_s: Range = EVERYTHING) -> None:
        """Keep labels in `digits` (empty: all), one speaker or part ('': all), lengths, and what `text` asks for."""
        typed = parse(text)
        wanted = replace(
            typed,
            digits=digits & typed.digits if digits and typed.digits else digits | typed.digits,
            length_s=(max(length_s[0], typed.length_s[0]), min(length_s[1], typed.length_s[1])),
        )
        nothing = bool(digits and typed.digits and not wanted.digits)
        self.beginResetModel()
        self._filter, self._group = wanted, None if nothing else group
        self._apply()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 is the order of the set. Equal ones keep the order of the set."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._shown[index.row()] for index in before]
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self._order = self._ordered(*self._sorted_by)
        self._shown = self._order[np.isin(self._order, self._shown, assume_unique=True)]
        row_of = {int(number): row for row, number in enumerate(self._shown)} if before else {}
        after = [self.index(row_of[int(n)], old.column()) for n, old in zip(numbers, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def groups(self) -> list[str]:
        """Return the speakers, or the parts, of the set, in order."""
        return list(self._groups)

    def total(self) -> int:
        """Return how many examples the set has, shown or not."""
        return len(self._examples)

    def example(self, row: int) -> Any:  # a data.catalogue.Example, which the window does not import
        """Return the example in `row`."""
        return self._examples[self._shown[row]]

    def number(self, row: int) -> int:
        """Return the number in the set of the example in `row`."""
        return int(self._shown[row])

    def row_of(self, number: int) -> int:
        """Return in which row the example with this number in the set is, -1 when it is hidden."""
        rows = np.flatnonzero(self._shown == number)
        return int(rows[0]) if len(rows) else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many pass the filter."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return 4: digit, speaker or part, name, length (of sounds)."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if not index.isValid():
            return None
        number, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LENGTH:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return str(self._examples[number].id)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == DIGIT:
            return self._examples[number].class_name or str(self._labels[number])
        if column == LENGTH:
            length_s = float(self._lengths_s[number])
            return f"{length_s:.2f} s" if length_s == length_s else ""  # noqa: PLR0124  nan is not itself
        return self._groups[self._codes[number]] if column == GROUP else self._names[number]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        group = self.tr("Speaker") if self._is_sound else self.tr("Part")
        return (self.tr("Digit"), group, self.tr("Name"), self.tr("Length"))[section]

    def _ordered(self, column: int, is_descending: bool) -> NDArray[np.intp]:  # noqa: FBT001
        keys: NDArray[Any]
        match column:
            case 0:
                keys = self._labels.astype(np.int64)
            case 1:
                keys = self._codes  # in order of the names
            case 2:
                ranked = sorted(range(len(self._folded)), key=self._folded.__getitem__)
                keys = np.empty(len(ranked), np.intp)
                keys[ranked] = np.arange(len(ranked))
            case 3:
                keys = self._lengths_s
            case _:
                return np.arange(len(self._examples))
        return np.argsort(-keys if is_descending else keys, kind="stable")  # nan comes last either way

    def _apply(self) -> None:
        wanted, group = self._filter, self._group
        if group is None:
            self._shown = np.zeros(0, np.intp)
            return
        keep = np.ones(len(self._examples), bool)
        if wanted.digits:
            keep &= np.isin(self._labels, list(wanted.digits))
        if group:
            keep &= np.array([name == group for name in self._groups], bool)[self._codes]
        if wanted.groups:
            fits = [name.casefold().startswith(wanted.groups) for name in self._groups]
            keep &= np.array(fits, bool)[self._codes]
        if wanted.length_s != EVERYTHING:
            told_s = np.round(self._lengths_s.astype(np.float64), 2)  # as the table shows them
            keep &= (told_s >= wanted.length_s[0]) & (told_s <= wanted.length_s[1])
        if wanted.index != EVERYTHING:
            keep &= (self._indices() >= wanted.index[0]) & (self._indices() <= wanted.index[1])
        for word in wanted.words:
            keep &= np.array([word in name for name in self._folded], bool)
        self._shown = self._order[keep[self._order]]

    def _indices(self) -> NDArray[np.int64]:
        """Return the number of each recording, the last one in its name; -1 where there is none."""
        if self._numbers is None:
            stems = (name.rpartition(".")[0] or name for name in self._names)
            ends = (stem.rpartition("_")[2].rpartition("/")[2] for stem in stems)
            found = [int(end) if end.isascii() and end.isdigit() else -1 for end in ends]
            self._numbers = np.array(found, np.int64)
        return self._numbers


def _short(ids: list[str]) -> list[str]:
    """Return the ids without the folders that all of them share."""
    if len(ids) < 2:
        return [os.path.basename(each) for each in ids]  # noqa: PTH119  ids of pictures are no paths
    shared = os.path.commonprefix([min(ids), max(ids)])  # noqa: RUF071  the cut below is at a separator
    cut = max(shared.rfind("/"), shared.rfind(os.sep)) + 1
    return [each[cut:] for each in ids] if cut > 1 else ids
