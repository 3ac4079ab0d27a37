"""Ten bars for ten digits (or classes), with the best guess large and whether the lab commits to it in words.

Several of them, one above the other, line up digit by digit: seeing both senses and their sum is the lesson.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.ui import style

Scores = NDArray[np.float32]

HEAD_PX = 148  # name, best guess and words, left of the bars
GUESS_PX = 34
WORTH_TELLING = 0.005  # a second guess below half a percent is none
_DIGITS = tuple("0123456789")


class ScoreBars(QWidget):
    """The ten scores of one source.

    Parameters
    ----------
    name : str
        'Image', 'Sound' or 'Both', in the user's language.
    series : int
        Index into `style.SERIES`.
    empty : str
        What is said while there are no scores.

    """

    def __init__(self, name: str, series: int, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._series, self._empty = name, style.SERIES[series], empty
        self._scores: Scores | None = None
        self._labels = _DIGITS
        self._is_sure = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 50)
        self.setMaximumHeight(120)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._describe()

    def sizeHint(self) -> QSize:
        """Return room for three of them below a spectrogram."""
        return QSize(640, 74)

    @property
    def digit(self) -> int | None:
        """The best guess that is shown, or None."""
        return None if self._scores is None else int(self._scores.argmax())

    @property
    def second(self) -> int | None:
        """The second guess, where it has a share that can be read; else None."""
        if self._scores is None or len(self._scores) < 2:
            return None
        place = int(np.argsort(self._scores, kind="stable")[-2])
        return place if self._scores[place] >= WORTH_TELLING else None

    @property
    def is_sure(self) -> bool:
        """Whether the guess is shown as one the lab commits to."""
        return self._is_sure

    def show_scores(self, scores: Scores, *, is_sure: bool, labels: Sequence[str] = _DIGITS) -> None:
        """Show ten probabilities, or as many as there are `labels`."""
        self._scores, self._is_sure, self._labels = scores, is_sure, tuple(labels)
        self._describe()

    def clear(self, empty: str | None = None) -> None:
        """Show that there is nothing to score, in the words `empty` if given."""
        self._scores, self._is_sure = None, False
        if empty is not None:
            self._empty = empty
        self._describe()

    def words(self) -> str:
        """Return what is shown, as a screen reader says it."""
        if self._scores is None:
            return f"{self._name}: {self._empty}"
        surety = self.tr("sure") if self._is_sure else self.tr("not sure")
        words = (
            f"{self._name}: {self._labels[self.digit or 0]}, {percent(float(self._scores.max()))}, {surety}"
        )
        if self.second is None:
            return words
        then = self.tr("second guess {label}, {share}").format(
            label=self._labels[self.second], share=percent(float(self._scores[self.second]))
        )
        return f"{words}, {then}"

    def _describe(self) -> None:
        self.setAccessibleName(self.words())
        shown = (
            []
            if self._scores is None
            else [f"{d}: {percent(float(s))}" for d, s in zip(self._labels, self._scores, strict=True)]
        )
        self.setToolTip("   ".join(shown) or self._empty)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head at the left and the bars beside it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, style.theme())
            self._paint_bars(painter, style.theme())
            if self.hasFocus():
                painter.setPen(QPen(QColor(style.theme().accent), 1, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_head(self, painter: QPainter, now: style.Theme) -> None:
        height = self.height()
        guess = "–" if self.digit is None else self._labels[self.digit]
        painter.setPen(QColor(now.muted if not self._is_sure else now.text))
        _set_font(painter, GUESS_PX if len(guess) == 1 else style.TEXT_SMALL, QFont.Weight.Bold)
        guess = self._fitted(painter, guess, 44)
        painter.drawText(QRectF(style.SPACE_XS, 0, 44, height), Qt.AlignmentFlag.AlignCenter, guess)
        words = QRectF(style.SPACE_S + 44, 0, HEAD_PX - 56, height)
        # Two lines around the middle, or three: the second guess is the lowest.
        shift = 0 if self.second is None else style.TEXT_SMALL / 2 + 2
        upper = words.adjusted(0, 0, 0, -height / 2 - 1 - shift)
        lower = words.adjusted(0, height / 2 + 1 - shift, 0, 0)
        painter.setPen(QColor(now.text))
        _set_font(painter, style.TEXT, QFont.Weight.DemiBold)
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._name)
        _set_font(painter, style.TEXT_SMALL)
        if self._scores is None:
            text, colour = "", now.muted
        elif self._is_sure:
            text, colour = "✓ " + self.tr("sure"), now.good
        else:
            text, colour = "? " + self.tr("not sure"), now.warning
        painter.setPen(QColor(colour))
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
        if self.second is not None and self._scores is not None:
            painter.setPen(QColor(now.muted))
            then = self.tr("then {label}: {share}").format(
                label=self._labels[self.second], share=percent(float(self._scores[self.second]))
            )
            lowest = lower.adjusted(0, style.TEXT_SMALL + 4, 0, 0)
            then = self._fitted(painter, then, lowest.width())
            painter.drawText(lowest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, then)

    def _paint_bars(self, painter: QPainter, now: style.Theme) -> None:
        area = QRectF(self.rect()).adjusted(HEAD_PX, 0, -style.SPACE_S, 0)
        step = area.width() / len(self._labels)
        number_px, digit_px = 15, 15
        base, top = area.bottom() - digit_px - 2, area.top() + number_px
        painter.setPen(QColor(now.grid))
        painter.drawLine(round(area.left()), round(base), round(area.right()), round(base))
        if self._scores is None:
            painter.setPen(QColor(now.muted))
            _set_font(painter, style.TEXT)
            painter.drawText(area.adjusted(0, 0, 0, -digit_px), Qt.AlignmentFlag.AlignCenter, self._empty)
        for digit, label in enumerate(self._labels):
            column = QRectF(area.left() + digit * step, area.top(), step, area.height())
            is_best = digit == self.digit
            painter.setPen(QColor(now.text if is_best else now.muted))
            _set_font(painter, style.TEXT_SMALL, QFont.Weight.Bold if is_best else QFont.Weight.Normal)
            below = QRectF(column.x(), base + 1, step, digit_px)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._fitted(painter, label, step))
            if self._scores is None:
                continue
            score = float(self._scores[digit])
            high = max(1.5, (base - top) * score)
            bar = QRectF(column.center().x() - min(step * 0.32, 20), base - high, min(step * 0.64, 40), high)
            self._paint_bar(painter, bar, is_best=is_best)
            painter.setPen(QColor(now.text if is_best else now.muted))
            # The best one's share is wider than its column where there is little room; nobody's share is above it.
            spare = max(0.0, 44 - step) / 2 if is_best else 0.0
            above = QRectF(column.x() - spare, bar.top() - number_px, step + 2 * spare, number_px)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, percent(score))

    @staticmethod
    def _fitted(painter: QPainter, label: str, width: float) -> str:
        return painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, int(width) - 2)

    def _paint_bar(self, painter: QPainter, bar: QRectF, *, is_best: bool) -> None:
        colour = self._series.colour()
        if is_best and self._is_sure:
            painter.fillRect(bar, colour)
        elif is_best:  # hatched: a guess, not a commitment, told by form
            painter.fillRect(bar, QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
        else:
            colour.setAlpha(120)
            painter.fillRect(bar, colour)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def percent(share: float) -> str:
    """Write a probability: no more digits than mean something, and never 100 % for less than all of it."""
    value = 100 * share
    if value >= 99.95:
        return "100 %" if share >= 0.9999 else "99.9 %"
    if value < 0.05:
        return "0 %"
    return f"{value:.1f} %"


def _set_font(painter: QPainter, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
    font = painter.font()
    font.setPixelSize(pixels)
    font.setWeight(weight)
    painter.setFont(font)
