"""Tables 2 and 3 of the report side by side: how often each digit, or each speaker, is in either part."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QHeaderView, QWidget

from tplab_gui.ui.widgets.outlier_table import ReadOnlyTable


class SplitTable(ReadOnlyTable):
    """Name, train count and share, test count and share; the last row adds them up. Shares are rounded, not cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([], parent)
        self.setColumnCount(5)
        self.setAccessibleName(self.tr("Clips of each part"))
        self.setToolTip(
            self.tr(
                "Train is table 3 of the report, test table 2. The report cuts its shares off; here they are rounded."
            )
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_counts(self, axis: str, names: Sequence[str], counts: NDArray[np.int64]) -> None:
        """List counts, int64 (2, n), train first."""
        self.setHorizontalHeaderLabels(
            [axis, self.tr("Train"), self.tr("share"), self.tr("Test"), self.tr("share")]
        )
        totals = counts.sum(axis=1)
        shares = counts / np.maximum(totals, 1)[:, None]
        self.setRowCount(len(names) + 1)
        for row, name in enumerate(names):
            self.put(row, 0, name)
            for part in range(2):
                self.put(row, 1 + 2 * part, str(counts[part, row]), is_number=True)
                self.put(row, 2 + 2 * part, f"{shares[part, row]:.3f}", is_number=True)
        self.put(len(names), 0, self.tr("all"))
        for part in range(2):
            self.put(len(names), 1 + 2 * part, str(totals[part]), is_number=True)
            self.put(len(names), 2 + 2 * part, "1.000" if totals[part] else "", is_number=True)
