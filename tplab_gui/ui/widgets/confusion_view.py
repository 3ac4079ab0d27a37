"""The confusion matrix: which class is taken for which, how often, and how much of each class is named rightly."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tplab_gui.ui import style

DIGITS = tuple("0123456789")
_LABEL_SHARE = 0.24  # of the width, the most that names take
_MOST_GAPS = 40  # classes up to which the cells stand apart
_MOST_SPOKEN = 20
_TEXT_PX = 12  # a row lower than this has no text of its own


class ConfusionView(QWidget):
    """Counts, a row for each true class, a column for each guess; shades are shares of the row (viridis)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: NDArray[np.int64] = np.zeros((10, 10), np.int64)
        self.classes: tuple[str, ...] = DIGITS
        self._colours = pg.colormap.get("viridis").getLookupTable(nPts=256)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(360, 340)
        self.setAccessibleName(self.tr("Confusion matrix"))

    def sizeHint(self) -> QSize:
        """Return room for counts of four figures."""
        return QSize(520, 480)

    def show_counts(self, counts: NDArray[np.int64], classes: Sequence[str] = DIGITS) -> None:
        """Show counts, int64 (classes, classes), with the names of the classes."""
        self.counts, self.classes = counts, tuple(classes)
        shares = 100 * self.accuracies()
        order = (
            np.argsort(shares, kind="stable")[:_MOST_SPOKEN]
            if len(shares) > _MOST_SPOKEN
            else range(len(shares))
        )
        spoken = [f"{self.classes[each]}: {shares[each]:.1f} %" for each in order]
        self.setAccessibleDescription(self.tr("Named rightly: {shares}").format(shares=", ".join(spoken)))
        self.update()

    def accuracies(self) -> NDArray[np.float64]:
        """Return the share of each true class that is named rightly, float64 (n,); nan for one without pictures."""
        totals = self.counts.sum(1).astype(float)
        nothing = np.full(len(totals), np.nan)
        return np.divide(self.counts.diagonal(), totals, out=nothing, where=totals > 0)

    def colours_of(self, true: int, guess: int) -> tuple[QColor, QColor]:
        """Return ground and text of a cell; the text is dark on light grounds and light on dark ones."""
        share = self.counts[true, guess] / max(int(self.counts[true].sum()), 1)
        ground = QColor(*(int(each) for each in self._colours[round(255 * float(np.sqrt(share)))]))
        return ground, QColor("#000000" if _luminance(ground) > 0.18 else "#ffffff")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint cells, names and shares."""
        del event
        with QPainter(self) as painter:
            cells = self._cells()
            font = painter.font()
            font.setPixelSize(self._font_px(cells))
            painter.setFont(font)
            if len(self.counts) > _MOST_GAPS:
                painter.drawImage(cells, self._shades())
            else:
                self._paint_cells(painter, cells)
            self._paint_names(painter, cells)
            self._paint_shares(painter, cells)

    def event(self, event: QEvent) -> bool:
        """Explain the cell under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cells, number = self._cells(), len(self.counts)
            if number and cells.contains(event.pos()):
                guess = min(int((event.x() - cells.x()) / cells.width() * number), number - 1)
                true = min(int((event.y() - cells.y()) / cells.height() * number), number - 1)
                text = self.tr("{count} pictures of a {true} were taken for a {guess}.").format(
                    count=self.counts[true, guess], true=self.classes[true], guess=self.classes[guess]
                )
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().event(event)

    def _cells(self) -> QRectF:
        """Return where the matrix itself lies: names at the left and above, shares at the right."""
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(name) for name in self.classes), default=0.0) + style.SPACE_S
        left = max(
            min(longest, _LABEL_SHARE * self.width()), self.width() / 12.6 if len(self.classes) <= 10 else 0
        )
        share = (
            max(metrics.horizontalAdvance("100.0 %"), metrics.horizontalAdvance(self.tr("right")))
            + style.SPACE_S
        )
        top = max(metrics.height() + style.SPACE_XS, self.height() / 11 if len(self.classes) <= 10 else 0)
        if longest > (self.width() - left - share) / max(len(self.classes), 1):  # the names stand upright
            top = max(top, min(longest, _LABEL_SHARE * self.height()))
        return QRectF(left, top, self.width() - left - share, self.height() - top)

    def _font_px(self, cells: QRectF) -> int:
        number = max(len(self.counts), 1)
        fitting = min(int(cells.height() / number * 0.5), int(cells.width() / number * 0.36))
        return max(9, min(style.TEXT, fitting))

    def _shades(self) -> QImage:
        """Return the matrix as a picture of one pixel a cell."""
        shares = self.counts / np.maximum(self.counts.sum(1, keepdims=True), 1)
        colours = np.ascontiguousarray(
            self._colours[np.round(255 * np.sqrt(shares)).astype(int), :3].astype(np.uint8)
        )
        number = len(self.counts)
        return QImage(colours.data, number, number, 3 * number, QImage.Format.Format_RGB888).copy()

    def _paint_cells(self, painter: QPainter, cells: QRectF) -> None:
        number = max(len(self.counts), 1)
        width, height = cells.width() / number, cells.height() / number
        has_room = min(width, height) >= _TEXT_PX
        for true, guess in np.ndindex(self.counts.shape):
            cell = QRectF(cells.x() + guess * width, cells.y() + true * height, width, height)
            ground, text = self.colours_of(true, guess)
            painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ground)
            count = str(self.counts[true, guess])
            if (
                self.counts[true, guess]
                and has_room
                and painter.fontMetrics().horizontalAdvance(count) < width
            ):
                painter.setPen(text)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, count)

    def _paint_names(self, painter: QPainter, cells: QRectF) -> None:
        number = max(len(self.counts), 1)
        width, height = cells.width() / number, cells.height() / number
        metrics = painter.fontMetrics()
        painter.setPen(QColor(style.theme().muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        are_short = max((len(name) for name in self.classes), default=0) == 1
        for label in range(0, number, self._every(height)):
            box = QRectF(0, cells.y() + label * height, cells.x() - style.SPACE_XS, max(height, _TEXT_PX))
            name = metrics.elidedText(self.classes[label], Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter if are_short else right, name)
        is_upright = any(metrics.horizontalAdvance(name) > width for name in self.classes)
        for label in range(0, number, self._every(width)):
            left = cells.x() + label * width
            if not is_upright:
                box = QRectF(left, 0, width, cells.y())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.classes[label])
                continue
            room = cells.y() - style.SPACE_XS
            painter.save()
            painter.translate(left, room)
            painter.rotate(-90)
            name = metrics.elidedText(self.classes[label], Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(
                QRectF(0, 0, room, max(width, _TEXT_PX)),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                name,
            )
            painter.restore()

    def _paint_shares(self, painter: QPainter, cells: QRectF) -> None:
        number = max(len(self.counts), 1)
        height, width = cells.height() / number, self.width() - cells.right()
        painter.setPen(QColor(style.theme().muted))
        head = QRectF(cells.right(), 0, width, cells.y())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, self.tr("right"))
        painter.setPen(QColor(style.theme().text))
        accuracies = self.accuracies()
        for label in range(0, number, self._every(height)):
            share = accuracies[label]
            words = "–" if np.isnan(share) else f"{100 * share:.1f} %"
            box = QRectF(cells.right(), cells.y() + label * height, width, max(height, _TEXT_PX))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    @staticmethod
    def _every(size_px: float) -> int:
        """Return of how many rows one has a name, when each is `size_px` high."""
        return max(1, int(np.ceil(_TEXT_PX / max(size_px, 0.01))))


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
