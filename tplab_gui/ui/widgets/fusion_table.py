"""The strategies of the fusion study compared, a row each: accuracy with its interval as a bar, errors, size, time."""

import math
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from tplab_gui.core.events.fusion_study import ComparisonRead, StrategyRow
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_looks import LOOKS, draw_marker, percent, shade, title, write

STRATEGY, ACCURACY, ERRORS, GAIN, PARAMETERS, TIME = range(6)
_NUMBER, _ROW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_VALUE_PX = 62
_ROW_PX = (28, 44)  # the lowest and the highest row
_STEPS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99)
VERDICT_SIGNS = {"better": "▲", "worse": "▼", "open": "≈", "single": ""}


def axis_start(rows: tuple[StrategyRow, ...]) -> float:
    """Return where the axis of the accuracies begins: as late as every interval allows."""
    lowest = min((row.low for row in rows), default=0.0)
    return max(step for step in _STEPS if step <= lowest)


class _Row(QTreeWidgetItem):
    """Sorts by its numbers and not by their texts."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        return bool(self.data(column, _NUMBER) < other.data(column, _NUMBER))


class AccuracyDelegate(QStyledItemDelegate):
    """Paints the accuracy as a bar with its interval as a whisker, and the number beside it."""

    start = 0.0  # accuracy at the left edge of the bar
    single = math.nan  # accuracy of the better single modality
    row_px = _ROW_PX[0]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell over the ground that the table gives it."""
        super().paint(painter, option, index)
        row = index.data(_ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        room = QRectF(option.rect)
        paint_accuracy(painter, room, row, self.start, self.single, style.theme())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for a bar and its number."""
        return QSize(220, max(self.row_px, super().sizeHint(option, index).height()))


def paint_accuracy(
    painter: QPainter, room: QRectF, row: StrategyRow, start: float, single: float, now: style.Theme
) -> None:
    """Paint number, bar, whisker and marker of a row into `room`; the axis goes from `start` to 1."""
    value = QRectF(room.left() + 2, room.top(), _VALUE_PX, room.height())
    write(painter, value, percent(row.accuracy), now.text, Qt.AlignmentFlag.AlignRight)
    track = QRectF(value.right() + 10, room.top() + 6, room.width() - _VALUE_PX - 22, room.height() - 12)
    middle = track.center().y()

    def at(accuracy: float) -> float:
        return track.left() + track.width() * min(max((accuracy - start) / (1 - start), 0.0), 1.0)

    series = LOOKS[row.strategy]
    fill = QColor(shade(series, now))
    fill.setAlpha(70)
    painter.fillRect(QRectF(track.left(), track.top(), at(row.accuracy) - track.left(), track.height()), fill)
    if not math.isnan(single):
        painter.setPen(QPen(QColor(now.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(at(single), room.top()), QPointF(at(single), room.bottom()))
    painter.setPen(QPen(QColor(now.text), 1.5))
    low, high = at(row.low), at(row.high)
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
    draw_marker(painter, series, QPointF(at(row.accuracy), middle), now)


class FusionTable(QTreeWidget):
    """Shows a comparison; a click on a head sorts, a row that is chosen is told."""

    strategy_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(self.tr("Strategies compared"))
        self._bars = AccuracyDelegate(self)
        self.setItemDelegateForColumn(ACCURACY, self._bars)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        head.setStretchLastSection(False)
        self._read: ComparisonRead | None = None
        self._set_heads(0.0)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(ACCURACY, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._on_chosen)
        soften_selection(self)

    def chosen(self) -> str:
        """Return the strategy of the row that is chosen, or ''."""
        item = self.currentItem()
        return "" if item is None else item.data(0, _ROW).strategy

    def choose(self, strategy: str) -> None:
        """Choose the row of a strategy."""
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is not None and item.data(0, _ROW).strategy == strategy:
                self.setCurrentItem(item)

    def show_comparison(self, read: ComparisonRead | None) -> None:
        """Show the rows of a comparison in the order in which they come, or none."""
        before = self.chosen()
        self._read = read
        self.clear()
        if read is None:
            return
        self._bars.start = axis_start(read.rows)
        self._bars.single = read.row(read.best_single).accuracy
        self._set_heads(self._bars.start)
        self.sortByColumn(STRATEGY, Qt.SortOrder.AscendingOrder)  # their own order
        self.addTopLevelItems([self._item(row, place) for place, row in enumerate(read.rows)])
        self.choose(before or read.best_fusion)
        told = (self.in_words(row) for row in read.rows)
        self.setAccessibleDescription("; ".join(told))

    def in_words(self, row: StrategyRow) -> str:
        """Return a row as it is read aloud."""
        return self.tr("{strategy}: {accuracy} ({low} to {high})").format(
            strategy=title(row.strategy),
            accuracy=percent(row.accuracy),
            low=percent(row.low),
            high=percent(row.high),
        )

    def gain_in_words(self, row: StrategyRow) -> str:
        """Return what a strategy gains over the better single modality, and whether that is established."""
        if row.verdict == "single":
            return self.tr("the better one") if self._is_reference(row) else ""
        word = {
            "better": self.tr("better"),
            "worse": self.tr("worse"),
            "open": self.tr("not established"),
        }[row.verdict]
        points = f"{100 * row.gain:+.1f}".replace("-", "−")
        return f"{VERDICT_SIGNS[row.verdict]} {points}  {word}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the room there is."""
        super().resizeEvent(event)
        fitting = (event.size().height() - 2) // max(self.topLevelItemCount(), len(NAMES))
        row_px = min(max(fitting, _ROW_PX[0]), _ROW_PX[1])
        if row_px != self._bars.row_px:
            self._bars.row_px = row_px
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_read"):
            soften_selection(self)
            for place in range(self.topLevelItemCount()):
                item = self.topLevelItem(place)
                if item is not None:
                    item.setIcon(STRATEGY, _icon(item.data(0, _ROW).strategy))

    def _is_reference(self, row: StrategyRow) -> bool:
        return self._read is not None and row.strategy == self._read.best_single

    def _set_heads(self, start: float) -> None:
        accuracy = self.tr("Accuracy, bars from {start} to 100 %").format(start=percent(start, 0))
        self.setHeaderLabels(
            [
                self.tr("Strategy"),
                accuracy,
                self.tr("Errors"),
                "\u2003" + self.tr("Against one alone (points)"),
                self.tr("Parameters"),
                self.tr("ms"),
            ]
        )
        tips = {
            ACCURACY: self.tr(
                "Test pairs named rightly, the mean over the seeds. Whisker: 95 % interval over pairs and seeds. "
                "Dotted line: the better single modality."
            ),
            ERRORS: self.tr("Wrong answers among the test pairs, the mean over the seeds"),
            GAIN: self.tr(
                "Accuracy less that of the better single modality, on the same pairs. ▲ better, ▼ worse, ≈ not "
                "established: the 95 % interval of the difference holds zero."
            ),
            PARAMETERS: self.tr("All weights that answer"),
            TIME: self.tr("Median time for one pair on one thread, the spectrogram included"),
        }
        head = self.headerItem()
        for column, tip in tips.items():
            head.setToolTip(column, tip)
        for column in (ERRORS, PARAMETERS, TIME):
            head.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _item(self, row: StrategyRow, place: int) -> _Row:
        gain = math.nan if row.verdict == "single" else row.gain
        cells: list[tuple[str, Any]] = [
            (title(row.strategy), place),
            ("", row.accuracy),
            (f"{row.errors:.1f}", row.errors),
            (f"\u2003{self.gain_in_words(row)}", -math.inf if math.isnan(gain) else gain),
            (f"{row.parameters:,}", row.parameters),
            (f"{row.ms:.2f}", row.ms),
        ]
        item = _Row([text for text, _ in cells])
        for column, (_, number) in enumerate(cells):
            item.setData(column, _NUMBER, number)
        item.setData(0, _ROW, row)
        item.setData(ACCURACY, _ROW, row)
        item.setData(ACCURACY, Qt.ItemDataRole.AccessibleTextRole, self.in_words(row))
        item.setIcon(STRATEGY, _icon(row.strategy))
        item.setToolTip(ACCURACY, self.in_words(row))
        if row.verdict != "single":
            item.setToolTip(
                GAIN,
                self.tr("95 % interval of the difference: {low:+.2f} to {high:+.2f} points").format(
                    low=100 * row.gain_low, high=100 * row.gain_high
                ),
            )
        for column in (ERRORS, PARAMETERS, TIME):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _on_chosen(self) -> None:
        if self.chosen():
            self.strategy_chosen.emit(self.chosen())


def soften_selection(view: QTreeWidget) -> None:
    """Mark the chosen row by a pale ground, so that what is painted in its cells can be seen on it."""
    now = style.theme()
    accent, surface = QColor(now.accent), QColor(now.surface)
    pairs = (
        (accent.red(), surface.red()),
        (accent.green(), surface.green()),
        (accent.blue(), surface.blue()),
    )
    parts = [round(0.28 * one + 0.72 * other) for one, other in pairs]
    palette = view.palette()
    if palette.color(QPalette.ColorRole.Highlight) != QColor(*parts):
        palette.setColor(QPalette.ColorRole.Highlight, QColor(*parts))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(now.text))
        view.setPalette(palette)


def _icon(strategy: str) -> QIcon:
    pixmap = QPixmap(20, 20)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_marker(painter, LOOKS[strategy], QPointF(10, 10), style.theme(), 11)
    painter.end()
    return QIcon(pixmap)
