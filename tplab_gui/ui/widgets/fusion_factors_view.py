"""What helped: kept runs that differ in one setting only, compared in pairs."""

import math
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import FactorRow, FactorsRead
from tplab_gui.core.params import TrainParams, choices_of
from tplab_gui.core.studies.fusion import FUSION
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.fusion_looks import title
from tplab_gui.ui.widgets.fusion_table import VERDICT_SIGNS

_CHANGE, _RUNS = 4, 6
_NUMBER = Qt.ItemDataRole.UserRole


class _Row(QTreeWidgetItem):
    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        mine, others = self.data(column, _NUMBER), other.data(column, _NUMBER)
        if mine is None or others is None:
            return self.text(column) < other.text(column)
        return bool(mine < others)


class FusionFactorsView(QWidget):
    """A row for each setting that was changed alone, by strategy; sortable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read: FactorsRead | None = None
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        self.table.setSortingEnabled(True)
        self.table.setAccessibleName(self.tr("What helped"))
        self.table.setHeaderLabels(
            [
                self.tr("Setting"),
                self.tr("Value"),
                self.tr("Instead of"),
                self.tr("Strategy"),
                self.tr("Change (points)"),
                self.tr("Verdict"),
                self.tr("Pairs of runs"),
            ]
        )
        self.table.headerItem().setToolTip(
            _CHANGE,
            self.tr("Test accuracy with this value less that with the other, all else equal; 95 % interval"),
        )
        head = self.table.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        self.sentences, self.about = QLabel(), QLabel()
        style.set_role(self.about, "muted")
        for label in (self.sentences, self.about):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.sentences)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)

    def show_read(self, read: FactorsRead) -> None:
        """Show the table; the caller says what to do where there is none."""
        self.read = read
        self.table.clear()
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.addTopLevelItems([self._item(row) for row in read.rows])
        if read.rows:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.sentences.setText(" ".join(in_language(each) for each in read.sentences))
        text = self.tr(
            "{runs} kept runs of the study. To try another setting, change it under “More…” and run again."
        )
        self.about.setText(text.format(runs=read.runs))

    def verdict(self, row: FactorRow) -> str:
        """Return a verdict in a word, with its sign."""
        word = {
            "better": self.tr("better"),
            "worse": self.tr("worse"),
            "open": self.tr("not established"),
        }[row.verdict]
        return f"{VERDICT_SIGNS[row.verdict]} {word}"

    def _item(self, row: FactorRow) -> _Row:
        change = f"{100 * row.change:+.2f}"
        if math.isfinite(row.low):
            change += f"  ({100 * row.low:+.2f} … {100 * row.high:+.2f})"
        cells: list[tuple[str, Any]] = [
            (factor_name(row.factor), None),
            (value_name(row.factor, row.value), None),
            (value_name(row.factor, row.against), None),
            (title(row.strategy), None),
            (change.replace("-", "−"), row.change),
            (self.verdict(row), None),
            (str(row.runs), row.runs),
        ]
        item = _Row([text for text, _ in cells])
        for column, (_, number) in enumerate(cells):
            item.setData(column, _NUMBER, number)
        return item


def factor_name(factor: str) -> str:
    """Return what a setting is called in the window's language."""
    found = next((each.label for each in FUSION.parameters if each.name == factor), "")
    if found:
        return QCoreApplication.translate("Experiment", found)
    names = {
        "epochs": QCoreApplication.translate("Fusion", "Epochs"),
        "lr": QCoreApplication.translate("Fusion", "Learning rate"),
    }
    return names.get(factor, factor)


def value_name(factor: str, value: str) -> str:
    """Return what a value of a setting is called: the name of a choice, else the value itself."""
    declared = next((each for each in FUSION.parameters if each.name == factor), None)
    if declared is not None and declared.options and value in choices_of(TrainParams, factor):
        text = declared.options[choices_of(TrainParams, factor).index(value)]
        return QCoreApplication.translate("Experiment", text)
    return value or "–"
