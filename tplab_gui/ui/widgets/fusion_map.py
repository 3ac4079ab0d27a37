"""Accuracy over damage of the image and noise on the sound, as a table of colours; a cross where the sliders are."""

import itertools

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.events.fusion_study import RobustnessMap
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_looks import letters, title, write

GUESSING = 0.1
_LEFT, _TOP, _BOTTOM, _RIGHT = 66, 26, 44, 66
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class RobustnessMapView(QWidget):
    """Rows: the image, undamaged above; columns: the sound, nearly clean at the left. Clicks and arrow keys move."""

    place_chosen = Signal(float, float)  # severity, SNR in dB

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map: RobustnessMap | None = None
        self._strategy = ""
        self._worse: set[tuple[float, float]] = set()
        self._place = (0.0, 0.0)
        self._colours = pg.colormap.get("viridis").getLookupTable(nPts=256)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(380, 240)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of accuracies"))
        self.setToolTip(
            self.tr(
                "Every number is measured, in per cent. A click or the arrow keys move both sliders there. A framed "
                "cell: there the best fusion makes more errors than the better single modality."
            )
        )

    def sizeHint(self) -> QSize:
        """Return room for a number in every cell."""
        return QSize(560, 380)

    def show_map(self, seen: RobustnessMap, strategy: str, worse: set[tuple[float, float]]) -> None:
        """Show the map of a strategy; `worse` are cells (severity, SNR) to be framed."""
        self._map, self._strategy, self._worse = seen, strategy, worse
        self._describe()
        self.update()

    def show_place(self, severity: float, snr_db: float) -> None:
        """Move the cross."""
        self._place = severity, snr_db
        self._describe()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cells, axes and cross."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()), style.theme(), has_cross=True)

    def paint(self, painter: QPainter, area: QRectF, now: style.Theme, *, has_cross: bool) -> None:
        """Paint the map into `area`, on the screen or on paper."""
        if self._map is None:
            return
        cells = _cells(area)
        table = self._map.accuracy[self._strategy]
        rows, columns = table.shape
        width, height = cells.width() / columns, cells.height() / rows
        letters(painter, max(10, min(14, int(height * 0.45))))
        for row, column in itertools.product(range(rows), range(columns)):
            cell = QRectF(cells.left() + column * width, cells.top() + row * height, width, height)
            ground = self._colour(float(table[row, column]))
            painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ground)
            text = "#000000" if _is_light(ground) else "#ffffff"
            write(painter, cell, f"{100 * table[row, column]:.0f}", text, Qt.AlignmentFlag.AlignHCenter)
            if (self._map.severities[row], self._map.snrs_db[column]) in self._worse:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for colour, inset in (("#000000", 2.0), ("#ffffff", 4.0)):  # legible on every ground
                    painter.setPen(QPen(QColor(colour), 2))
                    painter.drawRect(cell.adjusted(inset, inset, -inset, -inset))
        self._paint_axes(painter, area, cells, now)
        self._paint_bar(painter, cells, now)
        if has_cross:
            self._paint_cross(painter, cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from cell to cell."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._map is None:
            super().keyPressEvent(event)
            return
        axes = self._map.severities, self._map.snrs_db
        near = [
            int(np.argmin(np.abs(np.array(axis) - at))) for axis, at in zip(axes, self._place, strict=True)
        ]
        moved = [min(max(n + s, 0), len(axis) - 1) for n, s, axis in zip(near, step, axes, strict=True)]
        self.place_chosen.emit(axes[0][moved[0]], axes[1][moved[1]])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move to the cell under the mouse."""
        cells = _cells(QRectF(self.rect()))
        if self._map is not None and cells.contains(event.position()):
            where = event.position() - cells.topLeft()
            row = int(where.y() / cells.height() * len(self._map.severities))
            column = int(where.x() / cells.width() * len(self._map.snrs_db))
            self.place_chosen.emit(self._map.severities[row], self._map.snrs_db[column])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def _describe(self) -> None:
        if self._map is not None:
            text = self.tr("{strategy}: {accuracy:.0f} % at {severity:.0f} % of damage and {snr:.0f} dB")
            self.setAccessibleDescription(
                text.format(
                    strategy=title(self._strategy),
                    accuracy=100 * self._map.at(self._strategy, *self._place),
                    severity=100 * self._place[0],
                    snr=self._place[1],
                )
            )

    def _colour(self, accuracy: float) -> QColor:
        share = min(max((accuracy - GUESSING) / (1 - GUESSING), 0.0), 1.0)
        return QColor(*(int(each) for each in self._colours[round(255 * share)][:3]))

    def _paint_axes(self, painter: QPainter, area: QRectF, cells: QRectF, now: style.Theme) -> None:
        assert self._map is not None  # noqa: S101  the caller looked
        letters(painter, style.TEXT_SMALL)
        height = cells.height() / len(self._map.severities)
        for row, severity in enumerate(self._map.severities):
            room = QRectF(area.left() + 16, cells.top() + row * height, _LEFT - 22, height)
            write(painter, room, f"{100 * severity:.0f} %", now.muted, Qt.AlignmentFlag.AlignRight)
        width = cells.width() / len(self._map.snrs_db)
        for column, snr_db in enumerate(self._map.snrs_db):
            room = QRectF(cells.left() + column * width, cells.bottom() + 2, width, 18)
            write(painter, room, f"{snr_db:.0f}".replace("-", "−"), now.muted, Qt.AlignmentFlag.AlignHCenter)
        room = QRectF(cells.left(), cells.bottom() + 20, cells.width(), 20)
        write(painter, room, self.tr("Signal-to-noise ratio of the sound (dB)"), now.muted, _CENTRE)
        painter.save()
        painter.translate(area.left() + 9, cells.center().y())
        painter.rotate(-90)
        names = {
            "noise": self.tr("Noise on the image (share of the range)"),
            "hidden": self.tr("Hidden part of the image"),
        }
        room = QRectF(-cells.height() / 2, -9, cells.height(), 18)
        write(painter, room, names[self._map.damage], now.muted, _CENTRE)
        painter.restore()
        letters(painter, style.TEXT, bold=True)
        head = QRectF(cells.left(), area.top(), cells.width(), _TOP - 2)
        write(
            painter,
            head,
            self.tr("{strategy}, accuracy (%)").format(strategy=title(self._strategy)),
            now.text,
        )

    def _paint_bar(self, painter: QPainter, cells: QRectF, now: style.Theme) -> None:
        letters(painter, style.TEXT_SMALL)
        bar = QRectF(cells.right() + 14, cells.top(), 12, cells.height())
        for step in range(64):
            top = bar.bottom() - (step + 1) * bar.height() / 64
            accuracy = GUESSING + (1 - GUESSING) * (step + 0.5) / 64
            painter.fillRect(
                QRectF(bar.left(), top, bar.width(), bar.height() / 64 + 0.6), self._colour(accuracy)
            )
        for accuracy in (0.1, 0.4, 0.7, 1.0):
            y = bar.bottom() - (accuracy - GUESSING) / (1 - GUESSING) * bar.height()
            write(painter, QRectF(bar.right() + 3, y - 8, 36, 16), f"{100 * accuracy:.0f}", now.muted)

    def _paint_cross(self, painter: QPainter, cells: QRectF) -> None:
        assert self._map is not None  # noqa: S101  the caller looked
        shares = []
        for axis, at in zip((self._map.severities, self._map.snrs_db), self._place, strict=True):
            places = np.arange(len(axis)) + 0.5
            order = np.argsort(axis)
            shares.append(float(np.interp(at, np.array(axis)[order], places[order])) / len(axis))
        where = QPointF(cells.left() + shares[1] * cells.width(), cells.top() + shares[0] * cells.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#000000", 4.5), ("#ffffff", 2.0)):  # legible on every ground
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(where, 13, 13)


_CENTRE = Qt.AlignmentFlag.AlignHCenter


def _cells(area: QRectF) -> QRectF:
    return area.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)


def _is_light(colour: QColor) -> bool:
    return 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF() > 0.5


def slice_of(
    seen: RobustnessMap, strategy: str, *, severity: float | None, snr_db: float | None
) -> NDArray[np.float64]:
    """Return the accuracies along one axis, read where the other slider stands; one of both is None."""
    if severity is not None:
        return np.array([seen.at(strategy, severity, each) for each in seen.snrs_db])
    assert snr_db is not None  # noqa: S101  one of both is given
    return np.array([seen.at(strategy, each, snr_db) for each in seen.severities])
