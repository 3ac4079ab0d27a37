"""One split: how it is drawn, what it holds, whether it is balanced, and whose voices are in both parts."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.sets import SplitMade
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.split_plots import ShareBars
from tplab_gui.ui.widgets.split_tables import SplitTable

_SEEDED = ("random", "random-80", "stratified", "speaker")


class SplitView(QWidget):
    """Choices and what they mean on the left, tables 2 and 3 with their bars on the right."""

    changed = Signal()  # another split is asked for
    save_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: SplitMade | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_M)
        row.addWidget(self._build_left())
        row.addWidget(self._build_right(), 1)

    def asked(self) -> tuple[str, int, str]:
        """Return the method, the seed, and who is left out where it is one speaker."""
        method = str(self.methods.currentData())
        speaker = str(self.speaker.currentData() or "") if method == "one-speaker" else ""
        return method, self.seed.value(), speaker

    def show_split(self, made: SplitMade) -> None:
        """Show a split that was drawn or read back."""
        self.made = made
        if made.origin:
            name = Path(made.origin).name
            if self.methods.findData("file") < 0:
                self.methods.addItem("", "file")
            self.methods.setItemText(self.methods.findData("file"), self.tr("from {name}").format(name=name))
            self.methods.blockSignals(True)
            self.methods.setCurrentIndex(self.methods.findData("file"))
            self.methods.blockSignals(False)
        elif (index := self.methods.findData("file")) >= 0:
            self.methods.removeItem(index)
        self._follow_method()
        self._show_speakers(list(made.speakers))
        train, test = (int(total) for total in made.digits.sum(axis=1))
        self.sizes.setText(
            self.tr("{train} clips to learn from, {test} to test ({share:.1f} %)").format(
                train=train, test=test, share=100 * test / max(train + test, 1)
            )
        )
        self.leak.setText(in_language(made.leak))
        style.set_role(self.leak, "warning" if made.shared else "good")
        self.balance.setText(
            in_language(made.balance.sentence)
            if made.balance
            else self.tr("There is nothing to compare: a part is empty, or there is one digit only.")
        )
        self.troubles.setText("\n".join(" ".join(in_words(each)).strip() for each in made.troubles))
        self.troubles.setVisible(bool(made.troubles))
        self.save.setEnabled(not made.origin)
        self._show_counts()

    def show_nothing(self) -> None:
        """No split could be drawn."""
        self.made = None
        for label in (self.sizes, self.leak, self.balance, self.troubles):
            label.clear()
        self.save.setEnabled(False)
        self.table.setRowCount(0)
        self.bars.show_counts("", [], np.zeros((2, 0), np.int64))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._name_colours()

    def _name_colours(self) -> None:
        parts = ((style.SERIES[0], "■", self.tr("train")), (style.SERIES[1], "▒", self.tr("test")))
        self.legend.setText(
            " &nbsp; ".join(
                f"<span style='color: {QColor(series.colour()).name()}'>{mark}</span> {name}"
                for series, mark, name in parts
            )
        )

    def _build_left(self) -> QWidget:
        self.methods = QComboBox()
        self.methods.setAccessibleName(self.tr("Kind of split"))
        self.methods.setToolTip(
            self.tr("How it is decided which clips are learnt from and which are held back")
        )
        self.methods.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, method in (
            (self.tr("random, 75 % / 25 % (report)"), "random"),
            (self.tr("random, 80 % / 20 %"), "random-80"),
            (self.tr("stratified, a quarter of each digit"), "stratified"),
            (self.tr("recordings 0 to 4 (official FSDD)"), "recording"),
            (self.tr("by speaker, a quarter of them"), "speaker"),
            (self.tr("leave one speaker out"), "one-speaker"),
        ):
            self.methods.addItem(text, method)
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(1)
        self.seed.setAccessibleName(self.tr("Seed of the draw"))
        self.seed.setToolTip(self.tr("The same seed always draws the same split"))
        self.speaker = QComboBox()
        self.speaker.setAccessibleName(self.tr("Speaker left out"))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(style.SPACE_M)
        self.form.setVerticalSpacing(style.SPACE_S)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.addRow(self.tr("Split"), self.methods)
        self.form.addRow(self.tr("Seed"), self.seed)
        self.form.addRow(self.tr("Left out"), self.speaker)
        self.methods.activated.connect(self._on_changed)
        self.seed.valueChanged.connect(self._on_changed)
        self.speaker.activated.connect(self._on_changed)
        self.save = QPushButton(self.tr("Save CSV…"))
        self.save.setToolTip(self.tr("Write train.csv and test.csv into a folder"))
        self.save.setEnabled(False)
        self.save.clicked.connect(self.save_wanted)
        self.open = QPushButton(self.tr("Open CSV…"))
        self.open.setToolTip(self.tr("Read train.csv and test.csv back, and check them against the set"))
        self.open.clicked.connect(self.open_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.open)
        self.sizes, self.leak, self.balance, self.troubles = (QLabel() for _ in range(4))
        style.set_role(self.troubles, "warning")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, style.SPACE_S, 0)
        column.setSpacing(style.SPACE_M)
        column.addLayout(self.form)
        column.addLayout(buttons)
        for label in (self.sizes, self.leak, self.balance, self.troubles):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        left = QScrollArea()
        left.setWidget(inner)
        left.setWidgetResizable(True)
        left.setFrameShape(QScrollArea.Shape.NoFrame)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFixedWidth(348)
        for ground in (inner, left.viewport()):
            ground.setAutoFillBackground(False)
        self._follow_method()
        return left

    def _build_right(self) -> QWidget:
        self.groups = SegmentedBar()
        self.groups.add(self.tr("Digits"), self.tr("Tables 2 and 3 of the report"))
        self.groups.add(self.tr("Speakers"), self.tr("Who is in which part"))
        self.groups.chosen.connect(self._show_counts)
        self.legend = QLabel()
        self.groups.row.addWidget(self.legend)
        self._name_colours()
        self.bars, self.table = ShareBars(), SplitTable()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.groups)
        column.addWidget(self.bars, 1)
        column.addWidget(self.table, 1)
        return right

    def _on_changed(self) -> None:
        self._follow_method()
        if self.methods.currentData() != "file":
            self.changed.emit()

    def _follow_method(self) -> None:
        method = self.methods.currentData()
        self.form.setRowVisible(self.seed, method in _SEEDED)
        self.form.setRowVisible(self.speaker, method == "one-speaker")

    def _show_speakers(self, names: list[str]) -> None:
        chosen = self.speaker.currentData()
        if names == [self.speaker.itemData(i) for i in range(self.speaker.count())]:
            return
        self.speaker.clear()
        for name in names:
            self.speaker.addItem(name, name)
        self.speaker.setCurrentIndex(max(0, self.speaker.findData(chosen)))

    def _show_counts(self) -> None:
        made = self.made
        if made is None:
            return
        if self.groups.buttons[1].isChecked():
            axis, names = self.tr("Speaker"), list(made.speakers)
            counts = np.array(list(made.speakers.values()), np.int64).reshape(-1, 2).T
        else:
            axis, names, counts = self.tr("Digit"), [str(digit) for digit in range(10)], made.digits
        self.bars.show_counts(axis, names, counts)
        self.table.show_counts(axis, names, counts)
