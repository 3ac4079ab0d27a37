"""The digit that is asked for, as large as there is room, and the countdown to it."""

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.record_session import BEAT_MS, COUNT_FROM, RecordSession

WORDS = {  # what is said, in the language of the recordings and not of the window
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "fr": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
}
_FRAME_MS = 33


class RecordStage(QWidget):
    """Paints the session. It takes the keys of the session while it has the focus: Space and Enter."""

    record_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, session: RecordSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._language = "en"
        self._shown = ("", 0)
        self._since = QElapsedTimer()
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(110)
        self.setToolTip(
            self.tr("The digit to say. Space records, Enter keeps, R repeats, S skips, Esc stops.")
        )
        session.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def is_moving(self) -> bool:
        """Return whether the ring sweeps; it stands where the system is asked for less motion."""
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0

    def set_language(self, language: str) -> None:
        """Say in which language the digits are said."""
        self._language = language
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record and keep."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            self.record_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the digit with its word, and around it the ring of the countdown."""
        now, session = style.theme(), self._session
        side = min(self.width() - 2 * style.SPACE_M, self.height() - 2 * style.SPACE_S)
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(QColor(now.accent), 1, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(
                    QRectF(self.rect()).adjusted(1, 1, -1, -1), style.RADIUS, style.RADIUS
                )
            self._paint_ring(painter, ring.adjusted(10, 10, -10, -10))
            digit = session.digit
            painter.setPen(QColor(now.text if session.state in ("listening", "review") else now.muted))
            font = QFont(self.font())
            font.setPixelSize(max(20, round(side * (0.5 if digit is not None else 0.25))))
            font.setBold(True)
            painter.setFont(font)
            text = str(digit) if digit is not None else {"done": "✓"}.get(session.state, "0–9")
            painter.drawText(
                ring.adjusted(0, 0, 0, -side * 0.16 if digit is not None else 0),
                Qt.AlignmentFlag.AlignCenter,
                text,
            )
            if digit is not None:
                font.setPixelSize(max(style.TEXT, round(side * 0.1)))
                font.setBold(False)
                painter.setFont(font)
                below = QRectF(ring.x(), ring.y() + side * 0.68, side, side * 0.16)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, WORDS[self._language][digit])

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        now, session = style.theme(), self._session
        width = max(4.0, ring.width() * 0.035)
        painter.setPen(QPen(QColor(now.border), width))
        painter.drawEllipse(ring)
        if session.state == "listening":
            painter.setPen(QPen(QColor(now.error), 2 * width))  # told by its width as well
            painter.drawEllipse(ring)
        elif session.state == "countdown":
            passed = float(COUNT_FROM - session.count)
            if self.is_moving:
                passed += min(1.0, self._since.elapsed() / BEAT_MS)
            painter.setPen(QPen(QColor(now.accent), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * passed / COUNT_FROM))

    def _on_changed(self) -> None:
        session = self._session
        shown = (session.state, session.count)
        if shown != self._shown:
            self._shown = shown
            self._since.start()
        if session.state == "countdown" and self.is_moving:
            self._frames.start()
        else:
            self._frames.stop()
        digit = session.digit
        self.setAccessibleName(
            self.tr("Nothing to say") if digit is None else self.tr("Say {digit}").format(digit=digit)
        )
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
