"""Draw one digit, say another: for each of the hundred meetings, whom a strategy followed."""

import itertools

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.events.fusion_study import ConflictRead
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_bars import fill_part
from tplab_gui.ui.widgets.fusion_looks import IMAGE, NEITHER, SOUND, letters, shade, write

_LEFT, _TOP = 40, 40
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
SIDES = (IMAGE, SOUND, NEITHER)


def shares(read: ConflictRead, strategy: str, drawn: int, said: int) -> tuple[float, float, float] | None:
    """Return which shares of the answers followed the image, the sound, neither; None for a cell without pairs."""
    image, sound = float(read.image[strategy][drawn, said]), float(read.sound[strategy][drawn, said])
    if np.isnan(image) or np.isnan(sound):
        return None
    if drawn == said:
        return image, 0.0, max(0.0, 1.0 - image)
    return image, sound, max(0.0, 1.0 - image - sound)


class ConflictMatrix(QWidget):
    """Rows: what is drawn; columns: what is said. Each cell is divided as the answers were."""

    cell_chosen = Signal(int, int)  # drawn, said

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: ConflictRead | None = None
        self._strategy = ""
        self.chosen = (3, 7)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(330, 300)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Who wins when image and sound disagree"))

    def sizeHint(self) -> QSize:
        """Return room for cells that can be read."""
        return QSize(480, 470)

    def show_read(self, read: ConflictRead, strategy: str) -> None:
        """Show the matrix of a strategy."""
        self._read, self._strategy = read, strategy
        self.update()

    def choose(self, drawn: int, said: int) -> None:
        """Choose a cell, and tell."""
        self.chosen = drawn, said
        self.setAccessibleDescription(
            self.tr("{drawn} is drawn, {said} is said").format(drawn=drawn, said=said)
        )
        self.update()
        self.cell_chosen.emit(drawn, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from cell to cell."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        drawn, said = (min(max(at + by, 0), 9) for at, by in zip(self.chosen, step, strict=True))
        self.choose(drawn, said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        cells = _cells(QRectF(self.rect()))
        if cells.contains(event.position()):
            where = event.position() - cells.topLeft()
            side = cells.width() / 10
            self.choose(min(int(where.y() / side), 9), min(int(where.x() / side), 9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cells, names and the chosen one."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()), style.theme(), has_choice=True)

    def paint(self, painter: QPainter, whole: QRectF, now: style.Theme, *, has_choice: bool) -> None:
        """Paint into `whole`, on the screen or on paper."""
        cells = _cells(whole)
        side = cells.width() / 10
        self._paint_names(painter, cells, now)
        if self._read is None:
            return
        for drawn, said in itertools.product(range(10), range(10)):
            cell = QRectF(cells.left() + said * side, cells.top() + drawn * side, side, side)
            self._paint_cell(painter, cell.adjusted(1, 1, -1, -1), drawn, said, now)
        if has_choice:
            cell = QRectF(
                cells.left() + self.chosen[1] * side, cells.top() + self.chosen[0] * side, side, side
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.text), 2.5))
            painter.drawRect(cell)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def _paint_cell(self, painter: QPainter, cell: QRectF, drawn: int, said: int, now: style.Theme) -> None:
        """Fill the cell from below: the image's share, above it the sound's, then what nobody meant."""
        assert self._read is not None  # noqa: S101  the caller looked
        parts = shares(self._read, self._strategy, drawn, said)
        painter.fillRect(cell, QColor(now.surface))
        if parts is None:
            write(painter, cell, "–", now.muted, Qt.AlignmentFlag.AlignHCenter)
            return
        bottom = cell.bottom()
        for place, (share, series) in enumerate(zip(parts, SIDES, strict=True)):
            part = QRectF(cell.left(), bottom - share * cell.height(), cell.width(), share * cell.height())
            colour = shade(series, now)
            if drawn == said:
                colour.setAlpha(70)  # no conflict
            fill_part(painter, part, colour, place)
            bottom = part.top()

    def _paint_names(self, painter: QPainter, cells: QRectF, now: style.Theme) -> None:
        side = cells.width() / 10
        letters(painter)
        middle = Qt.AlignmentFlag.AlignHCenter
        for digit in range(10):
            column = QRectF(cells.left() + digit * side, cells.top() - 20, side, 18)
            row = QRectF(cells.left() - 20, cells.top() + digit * side, 16, side)
            for room, chosen in ((column, self.chosen[1]), (row, self.chosen[0])):
                letters(painter, bold=digit == chosen)
                write(painter, room, str(digit), now.text if digit == chosen else now.muted, middle)
        letters(painter, style.TEXT_SMALL)
        room = QRectF(cells.left(), cells.top() - 38, cells.width(), 18)
        write(painter, room, self.tr("the sound says"), now.muted, middle)
        painter.save()
        painter.translate(QPointF(cells.left() - 30, cells.center().y()))
        painter.rotate(-90)
        room = QRectF(-cells.height() / 2, -9, cells.height(), 18)
        write(painter, room, self.tr("the image shows"), now.muted, middle)
        painter.restore()


def _cells(whole: QRectF) -> QRectF:
    """Return the square that holds the cells, in the middle of its room."""
    side = min(whole.width() - _LEFT - 2, whole.height() - _TOP - 2)
    left = whole.left() + _LEFT + (whole.width() - _LEFT - side) / 2
    return QRectF(left, whole.top() + _TOP, side, side)
