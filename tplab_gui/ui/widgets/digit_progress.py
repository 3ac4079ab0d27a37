"""How many recordings there are of each digit, and how many are wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.ui import style


class DigitProgress(QWidget):
    """Ten columns: the digit, a bar that fills up to what is wanted, the count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts, self.wanted = [0] * 10, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr(
                "Recordings of this speaker in this language. A bar is full when all takes asked for are there."
            )
        )
        self.show_counts(self.counts, 1)

    def sizeHint(self) -> QSize:
        """Return a low table."""
        return QSize(240, 76)

    def show_counts(self, counts: Sequence[int], wanted: int) -> None:
        """Show the counts of the digits 0 to 9, and how many of each are wanted, > 0."""
        self.counts, self.wanted = list(counts), wanted
        spoken = ", ".join(f"{digit}: {count}" for digit, count in enumerate(counts))
        self.setAccessibleName(self.tr("Recordings of each digit: {counts}").format(counts=spoken))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns."""
        now = style.theme()
        width = self.width() / 10
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for digit, count in enumerate(self.counts):
                column = QRectF(digit * width, 0, width, self.height())
                bar = column.adjusted(width * 0.25, 20, -width * 0.25, -20)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.raised))
                painter.drawRoundedRect(bar, 3, 3)
                filled = bar.adjusted(0, bar.height() * (1 - min(1.0, count / self.wanted)), 0, 0)
                painter.setBrush(QColor(now.good if count >= self.wanted else now.accent))
                if count:
                    painter.drawRoundedRect(filled, 3, 3)
                painter.setPen(QColor(now.text))
                top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
                painter.drawText(column, top, str(digit))
                painter.setPen(QColor(now.muted))
                bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
                painter.drawText(column, bottom, str(count))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
