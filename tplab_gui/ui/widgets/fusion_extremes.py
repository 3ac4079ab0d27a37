"""One half is absent or nothing but noise: what each strategy still knows, beside the other half alone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tplab_gui.core.events.fusion_study import Extreme
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_looks import percent, title

BEARABLE = 0.01  # of accuracy: what a fused answer may lose against the half that is left


class ExtremeTable(QTableWidget):
    """A row for each strategy, a column for each way to lose a half."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Accuracy with one half lost"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self._extremes: tuple[Extreme, ...] = ()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.rowCount():
            self.show_extremes(self._extremes)

    def show_extremes(self, extremes: tuple[Extreme, ...]) -> None:
        """Show what was measured; ✕ marks a strategy that loses more than a point against the half that is left."""
        self._extremes = extremes
        self.clear()
        self.setRowCount(len(NAMES))
        self.setColumnCount(1 + len(extremes))
        heads = {
            ("image", "absent"): self.tr("No image"),
            ("audio", "absent"): self.tr("No sound"),
            ("image", "noise"): self.tr("Image is noise"),
            ("audio", "noise"): self.tr("Sound is noise"),
        }
        self.setHorizontalHeaderLabels(
            [self.tr("Strategy"), *(heads[each.lost, each.how] for each in extremes)]
        )
        for row, name in enumerate(NAMES):
            self.setItem(row, 0, QTableWidgetItem(title(name)))
            for column, each in enumerate(extremes, 1):
                self.setItem(row, column, self._cell(each, name))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(26)

    def _cell(self, each: Extreme, name: str) -> QTableWidgetItem:
        is_single = name in {"image", "audio"}
        loses = not is_single and each.loss[name] > BEARABLE
        sign = "" if is_single else " ✕" if loses else " ✓"
        item = QTableWidgetItem(percent(each.accuracy[name]) + sign)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        tip = self.tr("95 % interval: {low} to {high}").format(
            low=percent(each.low[name]), high=percent(each.high[name])
        )
        if not is_single:
            lost = self.tr("Against the half that is left, alone: {points:+.1f} points.")
            tip += "\n" + lost.format(points=-100 * each.loss[name]).replace("-", "−")
            item.setForeground(QColor(style.theme().error if loses else style.theme().good))
        item.setToolTip(tip)
        return item
