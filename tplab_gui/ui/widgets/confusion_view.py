"""The confusion matrix: which digit is taken for which, how often, and how much of each digit is named rightly."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tplab_gui.ui import style

_HEAD = 1.0  # cells
_SHARE = 1.6  # cells, for the last column


class ConfusionView(QWidget):
    """Counts, a row for each true digit, a column for each guess; shades are shares of the row (viridis)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: NDArray[np.int64] = np.zeros((10, 10), np.int64)
        self._colours = pg.colormap.get("viridis").getLookupTable(nPts=256)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(360, 340)
        self.setAccessibleName(self.tr("Confusion matrix"))

    def sizeHint(self) -> QSize:
        """Return room for counts of four figures."""
        return QSize(520, 480)

    def show_counts(self, counts: NDArray[np.int64]) -> None:
        """Show counts, int64 (10, 10)."""
        self.counts = counts
        shares = [f"{digit}: {share:.1f} %" for digit, share in enumerate(100 * self.accuracies())]
        self.setAccessibleDescription(self.tr("Named rightly: {shares}").format(shares=", ".join(shares)))
        self.update()

    def accuracies(self) -> NDArray[np.float64]:
        """Return the share of each true digit that is named rightly, float64 (10,); nan for one without pictures."""
        totals = self.counts.sum(1).astype(float)
        return np.divide(self.counts.diagonal(), totals, out=np.full(10, np.nan), where=totals > 0)

    def colours_of(self, true: int, guess: int) -> tuple[QColor, QColor]:
        """Return ground and text of a cell; the text is dark on light grounds and light on dark ones."""
        share = self.counts[true, guess] / max(int(self.counts[true].sum()), 1)
        ground = QColor(*(int(each) for each in self._colours[round(255 * float(np.sqrt(share)))]))
        return ground, QColor("#000000" if _luminance(ground) > 0.18 else "#ffffff")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint heads, cells and shares."""
        del event
        painter = QPainter(self)
        now, centre = style.theme(), Qt.AlignmentFlag.AlignCenter
        width, height = self._cell()
        font = painter.font()
        font.setPixelSize(max(9, min(style.TEXT, int(height * 0.5), int(width * 0.36))))
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        painter.drawText(QRectF(0, 0, width * _HEAD, height), centre, "")
        for digit in range(10):
            painter.drawText(QRectF(width * (_HEAD + digit), 0, width, height), centre, str(digit))
            painter.drawText(QRectF(0, height * (1 + digit), width * _HEAD, height), centre, str(digit))
        share_x = width * (_HEAD + 10)
        painter.drawText(QRectF(share_x, 0, width * _SHARE, height), centre, self.tr("right"))
        for true, accuracy in enumerate(self.accuracies()):
            for guess in range(10):
                cell = QRectF(width * (_HEAD + guess), height * (1 + true), width, height)
                ground, text = self.colours_of(true, guess)
                painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ground)
                if self.counts[true, guess]:
                    painter.setPen(text)
                    painter.drawText(cell, centre, str(self.counts[true, guess]))
            painter.setPen(QColor(now.text))
            words = "–" if np.isnan(accuracy) else f"{100 * accuracy:.1f} %"
            painter.drawText(QRectF(share_x, height * (1 + true), width * _SHARE, height), centre, words)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Explain the cell under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            width, height = self._cell()
            guess, true = int(event.x() / width - _HEAD), int(event.y() / height) - 1
            if 0 <= guess < 10 and 0 <= true < 10 and event.x() > width * _HEAD:
                text = self.tr("{count} pictures of a {true} were taken for a {guess}.").format(
                    count=self.counts[true, guess], true=true, guess=guess
                )
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().event(event)

    def _cell(self) -> tuple[float, float]:
        return self.width() / (_HEAD + 10 + _SHARE), self.height() / 11


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
