"""The five classes a network believes in most, of the whole picture or at one place of it, as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.class_names import shown_class

ROWS = 5
_ROW_PX, _LARGEST_ROW_PX = 20, 28


def percent(score: float) -> str:
    """Return a score in [0, 1] as text with two decimals and the unit."""
    return f"{100 * score:.2f} %"


class TopScores(QWidget):
    """Name, bar and percent of each class, best first; the target is told by a mark and by bold letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top: tuple[tuple[str, float], ...] = ()
        self._target = ""
        self._title = ""
        self.setAccessibleName(self.tr("The five best classes"))
        self.setMinimumHeight((ROWS + 1) * _ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room five rows take."""
        return QSize(320, (ROWS + 1) * _ROW_PX)

    def show_scores(self, top: tuple[tuple[str, float], ...], target: str, title: str = "") -> None:
        """Show (class, score in [0, 1]), best first; `title` says of what."""
        top = top[:ROWS]
        if (top, target, title) == (self._top, self._target, self._title):
            return
        self._top, self._target, self._title = top, target, title
        words = ", ".join(f"{shown_class(name)} {percent(score)}" for name, score in top)
        self.setAccessibleDescription(f"{title} {words}".strip())
        self.update()

    def rows(self) -> list[str]:
        """Return what is shown, one text per row."""
        return [f"{name} {percent(score)}" for name, score in self._top]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = style.theme()
        row_px = min(_LARGEST_ROW_PX, self.height() / (ROWS + 1))
        painter.setPen(QColor(now.muted))
        head = QRectF(0, 0, self.width(), row_px)
        title = self._title or (self.tr("The five best classes") if self._top else "")
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        metrics = painter.fontMetrics()
        number_px = metrics.horizontalAdvance("100.00 %") + style.SPACE_S
        name_px = min(0.42 * self.width(), 190.0)
        bar_px = max(0.0, self.width() - name_px - number_px - style.SPACE_S)
        for number, (name, score) in enumerate(self._top):
            is_target = name == self._target
            font = QFont(self.font())
            font.setBold(is_target)
            painter.setFont(font)
            row = QRectF(0, (number + 1) * row_px, self.width(), row_px)
            painter.setPen(QColor(now.text))
            shown = painter.fontMetrics().elidedText(
                f"▸ {shown_class(name)}" if is_target else shown_class(name),
                Qt.TextElideMode.ElideRight,
                int(name_px),
            )
            painter.drawText(row, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
            painter.drawText(
                row, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), percent(score)
            )
            groove = QRectF(name_px + style.SPACE_S, row.center().y() - 4, bar_px, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.raised))
            painter.drawRoundedRect(groove, 3, 3)
            groove.setWidth(max(2.0, bar_px * min(1.0, max(0.0, score))))
            painter.setBrush(QColor(now.accent) if is_target else QColor(now.muted))
            painter.drawRoundedRect(groove, 3, 3)
        if not self._top:
            painter.setPen(QColor(now.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self.tr("The five best classes appear here."))
        painter.end()
