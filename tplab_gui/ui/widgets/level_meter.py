"""How loud it is: a bar in dB with the peak that lingers, and a mark for clipping that is a word, not a colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.ui import style

LOWEST_DB = -70.0
FALL_DB = 0.6  # of the lingering peak, per frame
CLIP_FRAMES = 60  # how long the mark stays: about a second


class LevelMeter(QWidget):
    """The level of the microphone, -70 to 0 dB re full scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rms_db = self._peak_db = LOWEST_DB
        self._clip_frames = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(90)
        self.setAccessibleName(self.tr("Level of the sound"))
        self.setToolTip(
            self.tr(
                "How loud the sound is, in decibels below the loudest value a file can hold (0 dB). "
                "Speech is fine between −40 and −10 dB; at 0 dB it is cut off (clipping)."
            )
        )

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(140, 22)

    @property
    def is_clipping(self) -> bool:
        """Whether the mark for clipping is shown."""
        return self._clip_frames > 0

    def show_level(self, rms_db: float, peak_db: float, *, is_clipping: bool) -> None:
        """Show the level of the last blocks, in dB re full scale."""
        self._rms_db = rms_db
        self._peak_db = max(peak_db, self._peak_db - FALL_DB)
        self._clip_frames = CLIP_FRAMES if is_clipping else max(0, self._clip_frames - 1)
        self.update()

    def clear(self) -> None:
        """Show that nothing is heard."""
        self._rms_db = self._peak_db = LOWEST_DB
        self._clip_frames = 0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, level, peak, and the word when it clips."""
        now = style.theme()
        area = QRectF(self.rect()).adjusted(0.5, 3.5, -0.5, -3.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(now.border))
            painter.setBrush(QColor(now.raised))
            painter.drawRoundedRect(area, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            level = QRectF(area.x(), area.y(), area.width() * _share(self._rms_db), area.height())
            painter.setBrush(QColor(now.error if self.is_clipping else now.good))
            painter.drawRoundedRect(level.adjusted(1, 1, -1, -1), 2, 2)
            for tick_db in (-60, -40, -20):
                x = area.x() + area.width() * _share(tick_db)
                painter.setPen(QPen(QColor(now.border), 1))
                painter.drawLine(round(x), round(area.top()) + 1, round(x), round(area.bottom()) - 1)
            x = area.x() + area.width() * _share(self._peak_db)
            if self._peak_db > LOWEST_DB:
                painter.setPen(QPen(QColor(now.text), 2))
                painter.drawLine(round(x), round(area.top()) + 2, round(x), round(area.bottom()) - 2)
            if self.is_clipping:
                font = painter.font()
                font.setPixelSize(style.TEXT_SMALL)
                font.setBold(True)
                painter.setFont(font)
                painter.setPen(QColor(now.surface))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("CLIPPING"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _share(level_db: float) -> float:
    return min(1.0, max(0.0, 1 - level_db / LOWEST_DB))
