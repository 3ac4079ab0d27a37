"""What this machine has: the rows of `tplab doctor` in the window."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style

_MARKS = {"ok": "✓", "degraded": "–", "missing": "✗"}


class MachineDialog(QDialog):
    """Fills as the facts are found; nothing is changed on the machine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This machine"))
        self.resize(820, 560)
        self.rows = QTreeWidget()
        self.rows.setRootIsDecorated(False)
        self.rows.setWordWrap(True)
        self.rows.setAccessibleName(self.tr("What this machine has"))
        self.rows.setHeaderLabels(
            [self.tr("State"), self.tr("What"), self.tr("Found"), self.tr("What to do")]
        )
        head = self.rows.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_L] * 4)
        column.addWidget(self.rows)
        column.addWidget(buttons)
        self._runner = Runner(self)
        self._poller = Poller(self._runner.mailbox, self._on_rows, self)
        self._runner.finished.connect(self._poller.stop)
        self.finished.connect(lambda: self.shut_down(0))
        self._poller.start()
        self._runner.start(jobs.machine)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop asking; return whether it stopped in time."""
        return self._runner.stop(timeout_ms)

    def _on_rows(self, rows: list[object]) -> None:
        words = {"ok": self.tr("fine"), "degraded": self.tr("without"), "missing": self.tr("missing")}
        for row in rows:
            cells = [f"{_MARKS[row.state]} {words[row.state]}", row.name, row.detail, row.hint]  # type: ignore[attr-defined]
            item = QTreeWidgetItem(cells)
            for column in (2, 3):
                item.setToolTip(column, cells[column])
            self.rows.addTopLevelItem(item)
