"""The clips that stand out, and a summary for each group: the right side of the Statistics page."""

import math
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tplab_gui.core.events.sets import Outlier, Summary

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReadOnlyTable(QTableWidget):
    """A plain table of texts that is read and not edited; one row is chosen at a time."""

    def __init__(self, heads: list[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self.setHorizontalHeaderLabels(heads)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(24)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def put(self, row: int, column: int, text: str, *, is_number: bool = False, tip: str = "") -> None:
        """Write a cell; numbers stand at its right."""
        item = QTableWidgetItem(text)
        if is_number:
            item.setTextAlignment(_RIGHT)
        if tip:
            item.setToolTip(tip)
        self.setItem(row, column, item)


class OutlierTable(ReadOnlyTable):
    """Name, why it stands out, by how much. A click or Enter asks for the clip."""

    wanted = Signal(object)  # the path of a clip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([], parent)
        self.setColumnCount(3)
        self.setHorizontalHeaderLabels([self.tr("Clip"), self.tr("Stands out"), self.tr("Value")])
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(self.tr("Clips that stand out"))
        self.setToolTip(self.tr("Click a clip to see and hear it on the page Explore"))
        self._outliers: tuple[Outlier, ...] = ()
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)

    def show_outliers(self, outliers: tuple[Outlier, ...]) -> None:
        """List the clips, in the order given."""
        self._outliers = outliers
        words = {
            "long": self.tr("long"),
            "short": self.tr("short"),
            "loud": self.tr("loud"),
            "quiet": self.tr("quiet"),
            "clipped": self.tr("clipped"),
            "unreadable": self.tr("unreadable"),
        }
        self.setRowCount(len(outliers))
        for row, each in enumerate(outliers):
            self.put(row, 0, each.path.name, tip=str(each.path))
            self.put(row, 1, words[each.kind])
            self.put(row, 2, self._value(each), is_number=True)

    def _value(self, outlier: Outlier) -> str:
        if math.isnan(outlier.value):
            return ""
        if outlier.kind == "clipped":
            return self.tr("{count:.0f} samples").format(count=outlier.value)
        return f"{outlier.value:.2f} s" if outlier.kind in ("long", "short") else f"{outlier.value:.1f} dBFS"

    def _on_chosen(self, item: Any) -> None:
        self.wanted.emit(self._outliers[item.row()].path)


class SummaryTable(ReadOnlyTable):
    """Count, mean, deviation, median, least and most of each group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([], parent)
        self.setColumnCount(7)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Group"),
                self.tr("Clips"),
                self.tr("Mean"),
                self.tr("SD"),
                self.tr("Median"),
                self.tr("Least"),
                self.tr("Most"),
            ]
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(self.tr("Summary of each group"))

    def show_summaries(self, whole: Summary, groups: tuple[Summary, ...], decimals: int = 2) -> None:
        """List the whole set, then its groups."""
        self.setRowCount(1 + len(groups))
        for row, each in enumerate((whole, *groups)):
            self.put(row, 0, each.name if row else self.tr("all"))
            self.put(row, 1, str(each.count), is_number=True)
            for column, value in enumerate((each.mean, each.deviation, each.median, each.least, each.most)):
                self.put(row, 2 + column, f"{value:.{decimals}f}", is_number=True)
