"""What the colours of a heatmap stand for: the table as a bar, with a word or a number at either end."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tplab_gui.ui import style

_BAR_PX = 8


class HeatLegend(QWidget):
    """A thin bar of colours; nothing before it is told what to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: NDArray[np.uint8] | None = None
        self._ends = ("", "")
        self.setFixedHeight(self.fontMetrics().height() + 2)
        self.setAccessibleName(self.tr("What the colours stand for"))

    def sizeHint(self) -> QSize:
        """Return the room it likes."""
        return QSize(160, self.height())

    def ends(self) -> tuple[str, str]:
        """Return what stands at the cold and at the hot end."""
        return self._ends

    def show_scale(self, table: NDArray[np.uint8] | None, low: str, high: str) -> None:
        """Show the colours `table` (256, 3) uint8 from `low` to `high`; None for nothing."""
        if table is self._table and (low, high) == self._ends:
            return
        self._table, self._ends = table, (low, high)
        self.setAccessibleDescription(f"{low} – {high}" if table is not None else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and bar."""
        if self._table is None:
            return
        painter = QPainter(self)
        painter.setPen(QColor(style.theme().muted))
        flags = Qt.AlignmentFlag.AlignVCenter
        low, high = self._ends
        left_px = painter.fontMetrics().horizontalAdvance(low) + style.SPACE_S
        right_px = painter.fontMetrics().horizontalAdvance(high) + style.SPACE_S
        painter.drawText(self.rect(), int(flags | Qt.AlignmentFlag.AlignLeft), low)
        painter.drawText(self.rect(), int(flags | Qt.AlignmentFlag.AlignRight), high)
        row = np.ascontiguousarray(self._table[None])
        image = QImage(row.data, row.shape[1], 1, row.strides[0], QImage.Format.Format_RGB888)
        width = self.width() - left_px - right_px
        if width > _BAR_PX:
            painter.drawImage(QRectF(left_px, (self.height() - _BAR_PX) / 2, width, _BAR_PX), image)
        painter.end()
