"""Choosing an example: which set, which digits, whose, called what; then the table."""

from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.data import ExamplesListed
from tplab_gui.ui import style
from tplab_gui.ui.widgets.example_table import ExampleModel


class ExampleList(QWidget):
    """The left half of the Data tab."""

    set_chosen = Signal(object)  # a data.catalogue.DataSetInfo
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed: ExamplesListed | None = None
        self._sets: tuple[Any, ...] = ()
        self.sets = QComboBox()
        self.sets.setAccessibleName(self.tr("Data set"))
        self.sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sets.setMinimumContentsLength(18)
        self.sets.activated.connect(self._on_set)
        self.folder_button = QPushButton(self.tr("Folder…"))
        self.folder_button.setToolTip(
            self.tr("Open a folder of your own: pictures sorted by digit, IDX files, or sounds")
        )
        self.folder_button.clicked.connect(self.folder_wanted)
        self.digits = [QToolButton() for _ in range(10)]
        digit_row = QHBoxLayout()
        digit_row.setSpacing(2)
        for digit, button in enumerate(self.digits):
            button.setText(str(digit))
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Only digit {digit}").format(digit=digit))
            button.setToolTip(button.accessibleName())
            button.setMinimumWidth(24)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setStyleSheet("padding: 4px 0;")
            button.toggled.connect(self._on_filter)
            digit_row.addWidget(button, 1)
        self.speakers = QComboBox()
        self.speakers.setAccessibleName(self.tr("Speaker or part"))
        self.speakers.currentIndexChanged.connect(self._on_filter)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search a name"))
        self.search.setAccessibleName(self.tr("Search a name"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_filter)
        self.model = ExampleModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Examples"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.resizeSection(0, 64)
        header.resizeSection(1, 128)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.count = QLabel()
        style.set_role(self.count, "muted")
        top = QHBoxLayout()
        top.addWidget(self.sets, 1)
        top.addWidget(self.folder_button)
        narrow = QGridLayout()
        narrow.addWidget(self.speakers, 0, 0)
        narrow.addWidget(self.search, 0, 1)
        narrow.setColumnStretch(0, 1)
        narrow.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(top)
        column.addLayout(digit_row)
        column.addLayout(narrow)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)

    def show_sets(self, sets: tuple[Any, ...]) -> None:
        """Fill the choice of sets and open the first one, or the one that was open."""
        was = self.sets.currentIndex()
        self._sets = sets
        self.sets.clear()
        for each in sets:
            title = QCoreApplication.translate("DataSet", each.title)
            self.sets.addItem(title if each.found else self.tr("{title} (not here)").format(title=title))
        if sets:
            self.sets.setCurrentIndex(max(0, was))
            self._on_set(self.sets.currentIndex())

    def show_examples(self, listed: ExamplesListed | None) -> None:
        """Fill the table; None empties it."""
        self.listed = listed
        if listed is None:
            self.model.set_examples((), np.zeros(0, np.uint8))
        else:
            self.model.set_examples(listed.examples, listed.labels)
        self.speakers.blockSignals(True)
        self.speakers.clear()
        is_sound = listed is not None and listed.kind == "sounds"
        self.speakers.addItem(self.tr("All speakers") if is_sound else self.tr("All parts"), "")
        for group in self.model.groups():
            self.speakers.addItem(group, group)
        self.speakers.blockSignals(False)
        self._on_filter()
        if self.model.rowCount():
            self.table.selectRow(0)

    def _on_set(self, index: int) -> None:
        if 0 <= index < len(self._sets):
            self.set_chosen.emit(self._sets[index])

    def _on_filter(self) -> None:
        digits = frozenset(digit for digit, button in enumerate(self.digits) if button.isChecked())
        self.model.set_filter(digits, self.speakers.currentData() or "", self.search.text())
        self.table.setCurrentIndex(QModelIndex())
        shown, total = self.model.rowCount(), self.model.total()
        self.count.setText(self.tr("{shown} of {total} examples").format(shown=shown, total=total))
