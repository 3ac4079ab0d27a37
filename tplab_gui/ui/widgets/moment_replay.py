"""A moment played again: the pen follows the sound, point by point."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tplab_gui.core.events.moments import DigitMoment
from tplab_gui.core.replay import Film, film
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_player import ClipPlayer
from tplab_gui.ui.widgets.ink_paint import paint_line, pairs, pen_of, square_in


class ReplayCanvas(QWidget):
    """Paints as much of a drawing as there was at one instant; None is all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moment: DigitMoment | None = None
        self._film: Film | None = None
        self.at_s: float | None = None
        self.setMinimumSize(140, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(280, 280)

    def show_moment(self, moment: DigitMoment | None, made: Film | None) -> None:
        """Show all of a moment's drawing."""
        self.moment, self._film, self.at_s = moment, made, None
        self.update()

    def show_at(self, at_s: float | None) -> None:
        """Show what was drawn by a time of the film."""
        self.at_s = at_s
        self.update()

    def points_shown(self) -> list[int]:
        """Return how many points of each stroke are painted."""
        if self.moment is None or self._film is None:
            return []
        if self.at_s is None:
            return [len(stroke) for stroke in self.moment.ink.strokes]
        return self._film.shown(self.at_s)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper and ink."""
        now = style.theme()
        area = square_in(self.size())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(now.border))
            painter.setBrush(QColor(now.surface))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), style.RADIUS, style.RADIUS)
            if self.moment is None:
                return
            if not self.moment.ink:
                painter.setPen(QColor(now.muted))
                text = (
                    self.tr("read from a picture")
                    if self.moment.image is not None
                    else self.tr("nothing drawn")
                )
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            self._paint_ink(painter, area, self.moment)

    def _paint_ink(self, painter: QPainter, area: QRectF, moment: DigitMoment) -> None:
        width = pen_of(area, moment.ink.pen_px)
        parts = zip(moment.ink.strokes, moment.ink.pressures, self.points_shown(), strict=True)
        for stroke, pressures, count in parts:
            if count:
                paint_line(painter, area, pairs(stroke[:count]), pressures[:count].tolist(), width)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


class MomentReplay(QWidget):
    """The canvas and the button that plays."""

    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.player = ReplayCanvas(), ClipPlayer(self)
        self.canvas.setAccessibleName(self.tr("What was drawn"))
        self.player.button.setToolTip(self.tr("Play the moment: the pen follows the sound (P)"))
        self.player.moved.connect(self.canvas.show_at)
        self.player.stopped.connect(lambda: self.canvas.show_at(None))
        self.player.notice.connect(self.notice)
        self.player.failed.connect(self.failed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.player.button)
        self.show_moment(None)

    def show_moment(self, moment: DigitMoment | None) -> None:
        """Take another moment, or None; what plays ends."""
        made = None if moment is None else film(moment)
        if made is None:
            self.player.take(None)
        else:
            self.player.take(made.samples, made.rate_hz)
        self.canvas.show_moment(moment, made)
        self.player.button.setEnabled(moment is not None)

    def toggle(self) -> None:
        """Play, or stop."""
        self.player.toggle()
