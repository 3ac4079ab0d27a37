"""The answer: how strongly the network believes in the target, and whether that counts as found."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.class_names import shown_class
from tplab_gui.ui.widgets.top_scores import percent

_SCORE_PX = 34


class Gauge(QWidget):
    """A bar from 0 to 100 % with the threshold as a line and a triangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = 0.0
        self.threshold: float | None = None
        self.setFixedHeight(18)

    def sizeHint(self) -> QSize:
        """Return the room it likes."""
        return QSize(180, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw groove, bar and threshold."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = style.theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.raised))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), 8), 4, 4)
        is_found = self.threshold is not None and self.score >= self.threshold
        painter.setBrush(QColor(now.good if is_found else now.muted))
        if self.score > 0:
            painter.drawRoundedRect(QRectF(0, 2, max(4.0, self.width() * self.score), 8), 4, 4)
        if self.threshold is not None:
            x = min(self.width() - 4.0, max(4.0, self.width() * self.threshold))
            painter.setPen(QPen(QColor(now.text), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, 12))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.text))
            painter.drawPolygon(QPolygonF([QPointF(x - 4, 18), QPointF(x + 4, 18), QPointF(x, 12)]))
        painter.end()


class ScoreCard(QWidget):
    """Target, percent in large figures, gauge, and the verdict in words and by form; further classes below."""

    unpinned = Signal(str)  # a further class is not wanted any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, float, float | None] | None = None
        self.target = QLabel()
        style.set_role(self.target, "heading")
        self.score = QLabel("–")
        self.score.setStyleSheet(f"font-size: {_SCORE_PX}px; font-weight: 600;")
        self.gauge = Gauge()
        self.verdict = QLabel()
        style.set_role(self.verdict, "muted")
        self.verdict.setToolTip(
            self.tr(
                "The score from which on this network's answer counts as “found”; it was chosen when it was trained."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        for each in (self.target, self.score, self.gauge, self.verdict):
            column.addWidget(each)
        self.others = QGridLayout()
        self.others.setHorizontalSpacing(style.SPACE_S)
        self.others.setVerticalSpacing(0)
        self._rows: dict[str, tuple[QLabel, QLabel, QToolButton]] = {}
        column.addLayout(self.others)
        column.addStretch(1)

    def show_others(self, scores: tuple[tuple[str, float], ...]) -> None:
        """Show the further classes and their scores in [0, 1], each with a button to take it away."""
        if tuple(name for name, _ in scores) != tuple(self._rows):
            for name in tuple(self._rows):
                for widget in self._rows.pop(name):
                    self.others.removeWidget(widget)
                    widget.deleteLater()
            for name, _ in scores:
                self._rows[name] = self._row(name)
        for name, score in scores:
            self._rows[name][1].setText(percent(score))

    def _row(self, name: str) -> tuple[QLabel, QLabel, QToolButton]:
        label, score, remove = QLabel(shown_class(name)), QLabel(), QToolButton()
        score.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        remove.setText("✕")
        style.set_role(remove, "flat")
        remove.setAccessibleName(self.tr("Without {name}").format(name=shown_class(name)))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(lambda: self.unpinned.emit(name))
        row = len(self._rows)
        for column, widget in enumerate((label, score, remove)):
            self.others.addWidget(widget, row, column)
        self.others.setColumnStretch(0, 1)
        return label, score, remove

    def show_nothing(self, target: str) -> None:
        """Show that there is no answer yet."""
        self._shown = None
        self.target.setText(shown_class(target))
        self.score.setText("–")
        self.verdict.clear()
        self.gauge.score, self.gauge.threshold = 0.0, None
        self.gauge.update()

    def show_score(self, target: str, score: float, threshold: float | None) -> None:
        """Show the score of `target` in [0, 1] and, when there is a threshold, on which side of it that is."""
        if (target, score, threshold) == self._shown:
            return
        self._shown = (target, score, threshold)
        self.target.setText(shown_class(target))
        self.score.setText(percent(score))
        self.gauge.score, self.gauge.threshold = score, threshold
        self.gauge.update()
        if threshold is None:
            text, role = self.tr("This network has no threshold for this class."), "muted"
        elif score >= threshold:
            text, role = self.tr("✔ found (threshold {threshold})"), "good"
        else:
            text, role = self.tr("✘ not found (threshold {threshold})"), "muted"
        self.verdict.setText(text.format(threshold="" if threshold is None else f"{threshold:.2f}"))
        if self.verdict.property("role") != role:
            style.set_role(self.verdict, role)
        self.setAccessibleName(f"{shown_class(target)} {percent(score)}, {self.verdict.text()}")
