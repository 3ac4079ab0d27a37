"""The runs of this session: which are shown, how each is drawn, how far it came, its best epoch."""

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.run_curves import TEST, RunCurves, pen_of

_SWATCH = QSize(30, 14)


class RunList(QWidget):
    """A row a run; its box shows or hides the curves, and a stopped run can be continued."""

    shown_changed = Signal()
    continue_asked = Signal(int)  # row of the run

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: list[RunCurves] = []
        self.states: list[str] = []
        self.folders: list[str] = []
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("Run"), "", self.tr("Best epoch")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setIconSize(_SWATCH)
        self.tree.setMinimumHeight(72)
        self.tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.tree.setAccessibleName(self.tr("Runs of this session"))
        self.tree.setToolTip(self.tr("Tick a run to see its curves. All runs are kept on disk."))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self.go_on = QPushButton(self.tr("Continue"))
        self.go_on.setToolTip(
            self.tr("Continue the chosen run after its last whole epoch, to the epochs asked for above")
        )
        self.open = QPushButton(self.tr("Open folder"))
        self.open.setToolTip(self.tr("Open the folder with the numbers and weights of the chosen run"))
        buttons = QHBoxLayout()
        buttons.setSpacing(style.SPACE_S)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.tree, 1)
        column.addLayout(buttons)
        self._can_start = False
        self.restyle()
        self.tree.itemChanged.connect(self._on_changed)
        self.tree.currentItemChanged.connect(self._update_buttons)
        self.go_on.clicked.connect(lambda: self.continue_asked.emit(self.row()))
        self.open.clicked.connect(self._open_folder)
        self._update_buttons()
        self.hide()  # until there is a run

    def row(self) -> int:
        """Return the chosen row, -1 when there is none."""
        item = self.tree.currentItem()
        return self.tree.indexOfTopLevelItem(item) if item else -1

    def add(self, curves: RunCurves, folder: str) -> int:
        """Add a run that begins; return its row."""
        self.runs.append(curves)
        self.states.append("running")
        self.folders.append(folder)
        item = QTreeWidgetItem([curves.name, "", "–"])
        item.setCheckState(0, Qt.CheckState.Checked)
        item.setIcon(0, _swatch(curves))
        item.setToolTip(0, f"{curves.name}\n{folder}")
        self.tree.addTopLevelItem(item)
        self.tree.setCurrentItem(item)
        self.show()
        self.set_state(len(self.runs) - 1, "running")
        return len(self.runs) - 1

    def set_state(self, row: int, state: str) -> None:
        """Show how a run is doing: 'running', 'paused', 'finished', 'stopped', 'diverged' or 'failed'."""
        words = {
            "running": ("●", self.tr("running")),
            "paused": ("‖", self.tr("paused")),
            "finished": ("✓", self.tr("finished")),
            "stopped": ("■", self.tr("stopped")),
            "diverged": ("✕", self.tr("diverged")),
            "failed": ("✕", self.tr("failed")),
        }
        sign, word = words[state]
        self.states[row] = state
        item = self.tree.topLevelItem(row)
        item.setText(1, sign)
        item.setToolTip(1, word)
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, word)
        self._update_buttons()

    def set_best(self, row: int, event: EpochEnd) -> None:
        """Show the epoch with the lowest test loss so far."""
        text = self.tr("{epoch} ({loss:.3f})").format(epoch=event.epoch, loss=event.test_loss)
        item = self.tree.topLevelItem(row)
        item.setText(2, text)
        item.setToolTip(2, self.tr("The epoch with the lowest test loss, and that loss in nats per picture"))

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
        for row, run in enumerate(self.runs):
            self.tree.topLevelItem(row).setIcon(0, _swatch(run))

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            row = self.tree.indexOfTopLevelItem(item)
            is_shown = item.checkState(0) == Qt.CheckState.Checked
            if row >= 0 and self.runs[row].is_shown != is_shown:
                self.runs[row].is_shown = is_shown
                self.shown_changed.emit()

    def _update_buttons(self) -> None:
        row = self.row()
        self.open.setEnabled(row >= 0)
        self.go_on.setEnabled(self._can_start and row >= 0 and self.states[row] in {"stopped", "failed"})

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folders[self.row()]))


def _swatch(run: RunCurves) -> QIcon:
    """Return a picture of the run's test curve: colour, dash and marker."""
    picture = QPixmap(_SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen_of(TEST, run.series))
    middle = _SWATCH.height() / 2
    painter.drawLine(0, round(middle), _SWATCH.width(), round(middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(run.series.colour())
    painter.translate(_SWATCH.width() / 2, middle)
    painter.scale(9, 9)
    painter.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[run.series.symbol])
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints the colour that tells the run
    return icon
