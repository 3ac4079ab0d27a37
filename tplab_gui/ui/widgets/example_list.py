"""Choosing an example: which set, which digits, whose, how long, called what; then the table."""

import math
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

from tplab_gui import jobs
from tplab_gui.core.events.data import ExamplesListed
from tplab_gui.core.events.sets import LengthsRead, NamesChecked
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.example_table import LENGTH, ExampleModel
from tplab_gui.ui.widgets.length_range import LengthRange


class ExampleList(QWidget):
    """The left half of the Data tab."""

    set_chosen = Signal(object)  # a data.catalogue.DataSetInfo
    folder_wanted = Signal()
    folder_named = Signal(str)  # a folder to be opened, for a clip in it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed: ExamplesListed | None = None
        self._sets: tuple[Any, ...] = ()
        self._misnamed = ""
        self._wanted: tuple[str, Any] = ("", None)  # source and path of a clip to be chosen once it is listed
        self._reads: ExamplesListed | None = None  # whose lengths are being read
        self._lengths = Runner(self)
        self._lengths.finished.connect(self._on_lengths_over)
        self._poller = Poller(self._lengths.mailbox, self._on_lengths, self)
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
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the examples"))
        self.search.setToolTip(
            self.tr(
                "Part of a name, or digit:7  speaker:theo  index:0-4  length:<0.3  length:0.3-0.5; several together "
                "narrow the list"
            )
        )
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_filter)
        self.length_range = LengthRange()
        self.length_range.changed.connect(self._on_filter)
        self.length_range.hide()
        self.model = ExampleModel(self)
        self.table = self._build_table()
        self.count = QLabel()
        self.count.setWordWrap(True)
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
        column.addWidget(self.length_range)
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
        """Fill the table; None empties it. The lengths of sounds come later."""
        self.listed = listed
        self._misnamed = ""
        is_sound = listed is not None and listed.kind == "sounds"
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if listed is None:
            self.model.set_examples((), np.zeros(0, np.uint8))
        else:
            self.model.set_examples(listed.examples, listed.labels)
        self.table.setColumnHidden(LENGTH, not is_sound)
        self.length_range.setVisible(is_sound)
        if not is_sound:
            self.length_range.clear()
        self.speakers.blockSignals(True)
        self.speakers.clear()
        self.speakers.addItem(self.tr("All speakers") if is_sound else self.tr("All parts"), "")
        for group in self.model.groups():
            self.speakers.addItem(group, group)
        self.speakers.blockSignals(False)
        self._on_filter()
        source, path = self._wanted
        self._wanted = ("", None)
        is_chosen = listed is not None and listed.source == source and self.choose(path)
        if self.model.rowCount() and not is_chosen:
            self.table.selectRow(0)
        self._read_lengths()

    def open_clip(self, source: str, path: Any) -> None:
        """Show a clip of a set of sounds, going over to that set if another one is shown."""
        if self.listed is not None and (self.listed.kind, self.listed.source) == ("sounds", source):
            self.choose(path)
            return
        self._wanted = (source, path)
        for number, each in enumerate(self._sets):
            if (each.kind, each.source) == ("sounds", source):
                self.sets.setCurrentIndex(number)
                self._on_set(number)
                return
        self.folder_named.emit(source)

    def choose(self, path: Any) -> bool:
        """Select the clip at `path`, taking away what hides it; return whether the set has it."""
        every = self.listed.examples if self.listed else ()
        wanted = next((number for number, each in enumerate(every) if each.path == path), None)
        if wanted is None:
            return False
        row = self.model.row_of(wanted)
        if row < 0:
            self.clear_filters()
            row = self.model.row_of(wanted)
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def clear_filters(self) -> None:
        """Show every example again."""
        for button in self.digits:
            button.setChecked(False)
        self.speakers.setCurrentIndex(0)
        self.search.clear()
        self.length_range.clear()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop reading lengths; return whether that was in time."""
        self.listed = None  # else the end of one reading would begin the next
        self._poller.stop()
        return self._lengths.stop(timeout_ms)

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Examples"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(24)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)  # the third click gives the order of the set
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.resizeSection(0, 56)
        header.resizeSection(1, 84)
        header.resizeSection(LENGTH, 68)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setSortingEnabled(True)
        return table

    def _on_set(self, index: int) -> None:
        if 0 <= index < len(self._sets):
            self.set_chosen.emit(self._sets[index])

    def _on_filter(self) -> None:
        digits = frozenset(digit for digit, button in enumerate(self.digits) if button.isChecked())
        group = self.speakers.currentData() or ""
        self._keeping_selection(
            lambda: self.model.set_filter(digits, group, self.search.text(), self.length_range.range_s())
        )
        self._tell_count()

    def _keeping_selection(self, change: Any) -> None:
        """Change what the model shows; the example that was chosen stays so where it is still shown, unopened."""
        current = self.table.currentIndex()
        chosen = self.model.number(current.row()) if current.isValid() else None
        change()
        row = self.model.row_of(chosen) if chosen is not None else -1
        selection = self.table.selectionModel()
        if row < 0:
            self.table.setCurrentIndex(QModelIndex())
            return
        selection.blockSignals(True)  # it is open already
        flags = selection.SelectionFlag
        selection.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)
        selection.blockSignals(False)
        self.table.scrollTo(self.model.index(row, 0))
        self.table.viewport().update()

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        text = self.tr("{shown} of {total} examples").format(shown=shown, total=total)
        self.count.setText(f"{text}. {self._misnamed}" if self._misnamed else text)

    def _read_lengths(self) -> None:
        """Begin to read the lengths of the sounds on show; what is read for another set is left first."""
        if self._lengths.is_running:
            self._lengths.request_stop()  # `_on_lengths_over` begins anew
        elif self.listed is not None and self.listed.kind == "sounds":
            self._poller.start()
            paths = tuple(example.path for example in self.listed.examples)
            self._lengths.start(jobs.lengths, self.listed.source, paths)
            self._reads = self.listed

    def _on_lengths(self, events: list[object]) -> None:
        is_current = self.listed is not None and self.listed is self._reads
        for event in events if is_current else ():
            match event:
                case LengthsRead(first=first, lengths_s=lengths_s):
                    self.model.set_lengths(first, lengths_s)
                case NamesChecked(misnamed=misnamed, first_misnamed=first) if misnamed:
                    self._misnamed = self.tr(
                        "{count} sounds are not named digit_speaker_index and are left out: {first}"
                    ).format(count=misnamed, first=", ".join(first) + (" …" if misnamed > len(first) else ""))
                    self._tell_count()
        longest = self.model.longest_s()
        if not math.isnan(longest):
            self.length_range.set_longest(longest)

    def _on_lengths_over(self) -> None:
        self._poller.stop()
        if self._reads is self.listed:
            self._keeping_selection(self.model.settle_lengths)
            self._tell_count()
        else:
            self._read_lengths()
