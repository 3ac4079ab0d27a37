"""The runs, of this session and of earlier ones: which are shown, how each is drawn, how far it came, its best epoch.

Narrow beside the plot, or with all columns below it. What can be done with a run is in `run_actions.py`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.run_curves import RunCurves
from tplab_gui.ui.widgets.run_row import SWATCH, RunRow, swatch

_NAME, _STATE, _FIRST_NUMBER, _FIRST_WIDE = 0, 1, 2, 3
_NAME_WIDTH = 220


class RunList(QWidget):
    """A row a run; its box shows or hides the curves, and a run that was cut short can be continued."""

    shown_changed = Signal()
    curves_wanted = Signal(object)  # a RunRow that is to be shown and has no curves yet
    renamed = Signal(object)  # the RunRow, with its new name
    continue_asked = Signal(object)  # a RunRow
    chosen_changed = Signal()
    wide_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RunRow] = []
        self.tree = QTreeWidget()
        self._set_up_tree()
        self.go_on = QToolButton()
        self.go_on.setAccessibleName(self.tr("Continue"))
        self.go_on.setToolTip(
            self.tr("Continue the chosen run after its last whole epoch, to the epochs asked for above")
        )
        self.wide = QToolButton()
        self.wide.setAccessibleName(self.tr("Table"))
        self.wide.setCheckable(True)
        self.wide.setToolTip(self.tr("Show all columns, below the curves"))
        self.buttons = QHBoxLayout()  # `RunActions` adds its own
        self.buttons.setSpacing(style.SPACE_XS)
        self.buttons.addWidget(self.go_on)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.wide)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.SPACE_XS)
        self.column.addWidget(self.tree, 1)
        self.column.addLayout(self.buttons)
        self._can_start = False
        self.restyle()
        self.tree.itemChanged.connect(self._on_changed)
        self.tree.currentItemChanged.connect(self._update_buttons)
        self.go_on.clicked.connect(lambda: self.continue_asked.emit(self.row()))
        self.wide.toggled.connect(self._on_wide)
        self._update_buttons()
        self.hide()  # until there is a run

    @property
    def states(self) -> list[str]:
        """Return the state of each run, from the first row on."""
        return [row.state for row in self.rows]

    @property
    def folders(self) -> list[str]:
        """Return the folder of each run, from the first row on."""
        return [row.folder for row in self.rows]

    def row(self) -> RunRow | None:
        """Return the chosen run; None when there is none."""
        item = self.tree.currentItem()
        index = self.tree.indexOfTopLevelItem(item) if item else -1
        return self.rows[index] if index >= 0 else None

    def choose(self, row: RunRow) -> None:
        """Make a run the chosen one."""
        self.tree.setCurrentItem(self._item(row))

    def add(self, row: RunRow, index: int | None = None) -> None:
        """Add a run, at the end or at `index`."""
        self.extend([row], index)

    def extend(self, rows: list[RunRow], index: int | None = None) -> None:
        """Add many runs at once."""
        place = len(self.rows) if index is None else index
        self.rows[place:place] = rows
        self.tree.blockSignals(True)
        self.tree.insertTopLevelItems(place, [QTreeWidgetItem() for _ in rows])
        for row in rows:
            self._write(row)
        self.tree.blockSignals(False)
        self.setVisible(bool(self.rows))
        self._update_buttons()

    def remove(self, row: RunRow) -> int:
        """Take a run out; return where it was."""
        index = self.rows.index(row)
        self.tree.takeTopLevelItem(index)
        del self.rows[index]
        self._update_buttons()
        return index

    def set_state(self, row: RunRow, state: str) -> None:
        """Show how a run is doing: one of the states of `training.runs`, or 'running' or 'paused'."""
        row.state = state
        self._rewrite(row)

    def add_epoch(self, row: RunRow, event: EpochEnd) -> None:
        """Note a whole epoch; one that is learnt again replaces what was there."""
        row.curve = (*(each for each in row.curve if each.epoch < event.epoch), event)
        self._rewrite(row)

    def show_run(self, row: RunRow) -> None:
        """Tick a run."""
        self._item(row).setCheckState(_NAME, Qt.CheckState.Checked)

    def set_curves(self, row: RunRow, curves: RunCurves) -> None:
        """Give a run its curves, and show how they are drawn."""
        row.curves = curves
        self._rewrite(row)

    def set_can_start(self, can_start: bool) -> None:  # noqa: FBT001  as Qt's setEnabled
        """Say whether a run could be started now."""
        self._can_start = can_start
        self._update_buttons()

    def restyle(self) -> None:
        """Take the colours of the theme in use; a chosen row stays pale, so that the samples can be seen."""
        now, palette = style.theme(), self.tree.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(now.raised))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(now.text))
        self.tree.setPalette(palette)
        self.go_on.setIcon(style.icon("mdi6.play-circle-outline"))
        self.wide.setIcon(style.icon("mdi6.table"))
        for row in self.rows:
            self._rewrite(row)

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setHeaderLabels(
            [
                self.tr("Run"),
                "",
                self.tr("Best epoch"),
                self.tr("Setup"),
                self.tr("Data"),
                self.tr("Seed"),
                self.tr("Epochs"),
                self.tr("Rate"),
                self.tr("Train (nats)"),
                self.tr("Test (nats)"),
                self.tr("Right (%)"),
            ]
        )
        for column, text in (
            (_FIRST_NUMBER, self.tr("The epoch with the lowest test loss, and that loss in nats")),
            (8, self.tr("Loss of the last epoch while learning, in nats")),
            (9, self.tr("Test loss of the last epoch, in nats")),
            (10, self.tr("Share of the test examples that were named rightly, last epoch")),
        ):
            tree.headerItem().setToolTip(column, text)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setIconSize(SWATCH)
        tree.setMinimumHeight(72)
        tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)  # F2
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setAccessibleName(self.tr("Runs"))
        tree.setToolTip(self.tr("Tick a run to see its curves; F2 renames it. All runs are kept on disk."))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for section in range(_STATE, tree.columnCount()):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self._on_wide(False)

    def _item(self, row: RunRow) -> QTreeWidgetItem:
        item = self.tree.topLevelItem(self.rows.index(row))
        if item is None:
            raise LookupError(row.folder)  # rows and items are added and removed together
        return item

    def _rewrite(self, row: RunRow) -> None:
        if row in self.rows:
            self.tree.blockSignals(True)
            self._write(row)
            self.tree.blockSignals(False)
            self._update_buttons()

    def _write(self, row: RunRow) -> None:
        item = self._item(row)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setText(_NAME, row.title)
        why = "\n" + " ".join(in_words(row.problem)) if row.problem else ""
        item.setToolTip(_NAME, f"{row.title}\n{row.folder}{why}")
        if row.problem is None:  # else there is no curve to show
            item.setCheckState(_NAME, Qt.CheckState.Checked if row.is_checked else Qt.CheckState.Unchecked)
        item.setIcon(_NAME, swatch(row.curves.series) if row.curves else QIcon())
        sign, word = self._words(row.state)
        item.setText(_STATE, sign)
        item.setToolTip(_STATE, word)
        item.setData(_STATE, Qt.ItemDataRole.AccessibleTextRole, word)
        for column, text in enumerate(row.numbers(), _FIRST_NUMBER):
            item.setText(column, text)
            if column > _FIRST_WIDE + 1:  # numbers
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(
            _FIRST_NUMBER, self.tr("The epoch with the lowest test loss, and that loss in nats per example")
        )

    def _words(self, state: str) -> tuple[str, str]:
        words = {
            "running": ("●", self.tr("running")),
            "paused": ("‖", self.tr("paused")),
            "finished": ("✓", self.tr("finished")),
            "early": ("✓", self.tr("ended early: the test loss fell no more")),
            "stopped": ("■", self.tr("stopped")),
            "diverged": ("✕", self.tr("diverged")),
            "failed": ("✕", self.tr("failed")),
            "damaged": ("⚠", self.tr("damaged: it cannot be read")),
            "newer": ("⚠", self.tr("written by a later TP Lab")),
        }
        return words.get(state, ("■", self.tr("interrupted")))

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        index = self.tree.indexOfTopLevelItem(item)
        if column != _NAME or index < 0:
            return
        row = self.rows[index]
        is_checked = item.checkState(_NAME) == Qt.CheckState.Checked
        if row.is_checked != is_checked:
            row.is_checked = is_checked
            if row.curves is None:
                self.curves_wanted.emit(row)
            if row.curves is not None:
                row.curves.is_shown = is_checked
            self.shown_changed.emit()
        name = item.text(_NAME).strip()
        if name != row.title:
            row.name = "" if name == row.setup_name else name
            self.renamed.emit(row)
            self._rewrite(row)

    def _on_wide(self, is_wide: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        for column in range(_FIRST_WIDE, self.tree.columnCount()):
            self.tree.setColumnHidden(column, not is_wide)
        mode = QHeaderView.ResizeMode
        self.tree.header().setSectionResizeMode(_NAME, mode.Interactive if is_wide else mode.Stretch)
        if is_wide:
            self.tree.setColumnWidth(_NAME, _NAME_WIDTH)
        self.wide_asked.emit(is_wide)

    def _update_buttons(self) -> None:
        row = self.row()
        self.go_on.setEnabled(
            self._can_start and row is not None and row.state in {"stopped", "failed", "interrupted"}
        )
        self.chosen_changed.emit()
