"""A bar for each strategy, one of which is chosen: live accuracies, or whom it follows in a conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.style import Series
from tplab_gui.ui.widgets.fusion_looks import LOOKS, draw_marker, letters, percent, shade, title, write

_ROW_PX, _MOST_ROW_PX, _THICKEST_PX = 22, 44, 18.0
_STRIPE_PX = 5.0  # from one line of a hatch to the next
_PALE = (255, 110, 50)  # of the colour below a hatch, of 255
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Bar:
    """The parts of a bar, shares in [0, 1] that add up to 1 at most; `interval` and `ghost` may be drawn over it.

    `text` stands behind it, '' for the first part in per cent.
    """

    parts: tuple[float, ...]
    interval: tuple[float, float] | None = None
    ghost: float | None = None  # where the bar would end without damage
    text: str = ""

    def words(self) -> str:
        """Return what stands behind the bar."""
        return self.text or percent(self.parts[0])


def fill_part(painter: QPainter, part: QRectF, colour: QColor, place: int) -> None:
    """Fill one of several parts: the first plain, the second striped, the third dotted, so that no colour is needed.

    Drawn as lines and not as a brush, whose pattern would be of the device's pixels: too fine to be seen on paper.
    """
    pale = QColor(colour)
    pale.setAlpha(_PALE[place] * colour.alpha() // 255)
    painter.fillRect(part, pale)
    if place == 1:
        painter.setPen(QPen(colour, 1.2))
        painter.drawLines(_stripes(part))
    elif place == 2:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for row in range(int(part.height() / _STRIPE_PX) + 1):
            for column in range(int(part.width() / _STRIPE_PX) + 1):
                at = part.topLeft() + QPointF((column + 0.5) * _STRIPE_PX, (row + 0.5) * _STRIPE_PX)
                if part.contains(at):
                    painter.drawEllipse(at, 0.8, 0.8)


def _stripes(part: QRectF) -> list[QLineF]:
    """Return lines that rise to the right through a part and end at its edges."""
    lines = []
    count = int((part.width() + part.height()) / _STRIPE_PX) + 1
    for number in range(count):
        foot = part.left() - part.height() + number * _STRIPE_PX
        first, last = max(0.0, part.left() - foot), min(part.height(), part.right() - foot)
        if last > first:
            lines.append(QLineF(foot + first, part.bottom() - first, foot + last, part.bottom() - last))
    return lines


class StrategyBars(QWidget):
    """Rows by strategy, in their order; arrow keys and clicks choose one.

    Parameters
    ----------
    parts : series of each part, or () for the colour of the strategy itself

    """

    strategy_chosen = Signal(str)

    def __init__(self, name: str, parts: Sequence[Series] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self.bars: dict[str, Bar] = {}
        self.chosen = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(250, _ROW_PX * len(NAMES))
        self.setMaximumHeight(_MOST_ROW_PX * len(NAMES))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for eight rows."""
        return QSize(330, 27 * len(NAMES))

    def show_bars(self, bars: Mapping[str, Bar]) -> None:
        """Show a bar for each strategy that has one."""
        self.bars = dict(bars)
        told = (
            f"{title(name)}: {bar.text or ' / '.join(map(percent, bar.parts))}" for name, bar in bars.items()
        )
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def choose(self, strategy: str) -> None:
        """Choose a row; it is told when it is another one."""
        if strategy != self.chosen and strategy in self.bars:
            self.chosen = strategy
            self.update()
            self.strategy_chosen.emit(strategy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the rows."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or not self.bars:
            super().keyPressEvent(event)
            return
        names = list(self.bars)
        place = names.index(self.chosen) + step if self.chosen in names else 0
        self.choose(names[min(max(place, 0), len(names) - 1)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the mouse."""
        place = int(event.position().y() / max(self._row_px(), 1))
        names = list(self.bars)
        if place < len(names):
            self.choose(names[place])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all rows."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()), style.theme())
            if self.hasFocus():
                painter.setPen(QPen(QColor(style.theme().accent), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def paint(self, painter: QPainter, area: QRectF, now: style.Theme) -> None:
        """Paint the rows into `area`, on the screen or on paper."""
        height = area.height() / max(len(self.bars), 1)
        letters(painter, bold=True)  # as the chosen one is written
        names_px = 30.0 + max(
            (painter.fontMetrics().horizontalAdvance(title(n)) for n in self.bars), default=0
        )
        names_px = min(names_px, 0.62 * area.width())
        letters(painter)
        words = [painter.fontMetrics().horizontalAdvance(bar.words()) for bar in self.bars.values()]
        value_px = 12 + max([painter.fontMetrics().horizontalAdvance("> 99.9 %"), *words])
        for place, (name, bar) in enumerate(self.bars.items()):
            room = QRectF(area.left(), area.top() + place * height, area.width(), height)
            if name == self.chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.raised))
                painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 3, 3)
            draw_marker(painter, LOOKS[name], QPointF(room.left() + 12, room.center().y()), now)
            letters(painter, bold=name == self.chosen)
            write(painter, QRectF(room.left() + 24, room.top(), names_px - 28, height), title(name), now.text)
            letters(painter)
            thick = min(height - 8, _THICKEST_PX)
            track = QRectF(
                room.left() + names_px,
                room.center().y() - thick / 2,
                room.width() - names_px - value_px,
                thick,
            )
            self._paint_bar(painter, track, LOOKS[name], bar, now)
            value = QRectF(track.right(), room.top(), value_px - 4, height)
            write(painter, value, bar.words(), now.text, Qt.AlignmentFlag.AlignRight)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def _paint_bar(self, painter: QPainter, track: QRectF, own: Series, bar: Bar, now: style.Theme) -> None:
        painter.fillRect(track, QColor(now.grid))
        left = track.left()
        for place, share in enumerate(bar.parts):
            series = self._parts[place] if self._parts else own
            part = QRectF(left, track.top(), share * track.width(), track.height())
            painter.fillRect(part, QColor(now.surface))
            fill_part(painter, part, shade(series, now), place)
            left = part.right()
        middle = track.center().y()
        if bar.ghost is not None:
            x = track.left() + bar.ghost * track.width()
            painter.setPen(QPen(QColor(now.muted), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3))
        if bar.interval is not None:
            low, high = (track.left() + each * track.width() for each in bar.interval)
            painter.setPen(QPen(QColor(now.text), 1.5))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - 3), QPointF(end, middle + 3))

    def _row_px(self) -> float:
        return self.height() / max(len(self.bars), 1)
