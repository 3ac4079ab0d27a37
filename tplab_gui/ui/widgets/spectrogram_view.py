"""The mel spectrogram that scrolls: seconds to the left, Hz upwards, decibels as light."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QVBoxLayout, QWidget

from tplab_gui.core.events.digits import SpectrogramColumns, WordHeard, WordSeen
from tplab_gui.ui import style
from tplab_gui.ui.widgets.columns_item import ColumnsItem

SHOWN_S = 6.0
LOWEST_DB, HIGHEST_DB = -90.0, -15.0
TICKS_HZ = (200, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000)
MOST_WORDS = 6


class SpectrogramView(QWidget):
    """Six seconds of sound; words that were heard are framed and named.

    The frame is what the end-pointer, or the key, cut out; the dashed lines in it are what the network looked at.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._centres_hz = np.geomspace(100, 4000, 40)
        self._hop_s = 0.0125
        self._end_s = 0.0  # of the newest column, in the source's own time
        self._words: list[tuple[WordHeard, pg.LinearRegionItem, pg.TextItem]] = []
        self._windows: dict[WordHeard, tuple[WordSeen, pg.LinearRegionItem]] = {}
        self._open_s: float | None = None  # where the word begins that goes on
        self._plot = pg.PlotWidget()
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setAcceptDrops(False)  # files dropped here are the tab's
        self._plot.setMouseEnabled(x=False, y=False)
        item = self._plot.getPlotItem()
        inferno = pg.colormap.get("inferno")
        self._image = ColumnsItem(inferno.getLookupTable(nPts=256, alpha=False), (LOWEST_DB, HIGHEST_DB))
        item.addItem(self._image)
        item.setLabel("bottom", self.tr("time before now"), units="s")
        item.setLabel("left", self.tr("frequency"), units="Hz")
        item.getAxis("left").enableAutoSIPrefix(False)
        item.getAxis("bottom").enableAutoSIPrefix(False)
        item.getAxis("bottom").setTickSpacing(levels=[(1.0, 0.0)])
        item.setXRange(-SHOWN_S, 0, padding=0)
        self._bar = pg.ColorBarItem(
            values=(LOWEST_DB, HIGHEST_DB), width=10, colorMap=inferno, interactive=False
        )
        self._bar.setImageItem([], insert_in=item)
        self._bar.getAxis("right").setLabel(self.tr("level"), units="dB")
        self._bar.getAxis("right").enableAutoSIPrefix(False)
        self._message = pg.TextItem(anchor=(0.5, 0.5), fill=(0, 0, 0, 190))
        font = self._message.textItem.font()
        font.setPixelSize(style.TEXT_LARGE)
        self._message.setFont(font)
        item.addItem(self._message, ignoreBounds=True)
        self._open = _region(26, Qt.PenStyle.SolidLine)
        self._open.hide()
        item.addItem(self._open, ignoreBounds=True)
        for side in ("left", "bottom"):  # they touch the picture, so each of its frames would draw them anew
            item.getAxis(side).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(110)
        self.setAccessibleName(self.tr("Mel spectrogram of the last six seconds"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self._follow_theme()
        self.restart(self._centres_hz)

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the scores; more is welcome."""
        return QSize(600, 180)

    def restart(self, centres_hz: NDArray[np.float64]) -> None:
        """Begin with an empty past; `centres_hz` (n_mels,) are the centres of the bands to come, lowest first."""
        self._centres_hz = np.asarray(centres_hz, np.float64)
        self._shown = round(SHOWN_S / self._hop_s)
        self._end_s = 0.0
        self.show_open(None)
        n_mels = len(self._centres_hz)
        self._image.restart(n_mels, self._shown)
        self._image.place(QRectF(-SHOWN_S, 0, SHOWN_S, n_mels))
        for _ in range(len(self._words)):
            self._drop_word()
        item = self._plot.getPlotItem()
        item.setYRange(0, n_mels, padding=0)
        places = np.interp(TICKS_HZ, self._centres_hz, np.arange(n_mels) + 0.5, left=np.nan, right=np.nan)
        ticks = [(float(at), f"{hz}") for at, hz in zip(places, TICKS_HZ, strict=True) if np.isfinite(at)]
        item.getAxis("left").setTicks([ticks])
        self._message.setPos(-SHOWN_S / 2, n_mels / 2)

    def set_message(self, text: str) -> None:
        """Say in the middle why nothing moves; '' takes it away."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def extend(self, columns: list[SpectrogramColumns]) -> None:
        """Add what came since the last tick and paint once."""
        if not columns:
            return
        if columns[-1].hop_s != self._hop_s:
            self._hop_s = columns[-1].hop_s
            self.restart(self._centres_hz)
        self._end_s = columns[-1].start_s + columns[-1].level_db.shape[1] * self._hop_s
        self._image.extend(np.concatenate([each.level_db for each in columns], axis=1))
        self._move_words()

    def mark(self, word: WordHeard) -> None:
        """Frame a word."""
        region = _region(26, Qt.PenStyle.SolidLine)
        text = pg.TextItem("", color="#ffffff", anchor=(0.5, 0))
        font = text.textItem.font()
        font.setPixelSize(style.TEXT_LARGE)
        font.setBold(True)
        text.setFont(font)
        item = self._plot.getPlotItem()
        item.addItem(region, ignoreBounds=True)
        item.addItem(text, ignoreBounds=True)
        self._words.append((word, region, text))
        if len(self._words) > MOST_WORDS:
            self._drop_word()
        self._move_words()

    def show_open(self, start_s: float | None) -> None:
        """Frame the sound from `start_s` to now: a word that goes on. None takes that away."""
        self._open_s = start_s
        self._open.setVisible(start_s is not None)
        self._move_words()

    def show_window(self, seen: WordSeen) -> None:
        """Draw into the frame of the last word which part of it the network looked at."""
        if not self._words:
            return
        inner = _region(0, Qt.PenStyle.DashLine)
        self._plot.getPlotItem().addItem(inner, ignoreBounds=True)
        self._windows[self._words[-1][0]] = (seen, inner)
        self._move_words()

    def name_last(self, name: str) -> None:
        """Write the digit into the frame of the last word."""
        if self._words:
            self._words[-1][2].setText(name)

    def marked(self) -> list[WordHeard]:
        """Return the words that are framed."""
        return [word for word, _, _ in self._words]

    def _move_words(self) -> None:
        while self._words and self._words[0][0].end_s < self._end_s - SHOWN_S:
            self._drop_word()
        for word, region, text in self._words:
            region.setRegion((word.start_s - self._end_s, word.end_s - self._end_s))
            first_s, last_s = 0.0, word.end_s - word.start_s
            start_s = word.start_s - self._end_s
            if word in self._windows:
                seen, inner = self._windows[word]
                first_s, last_s = seen.start_s, seen.end_s
                inner.setRegion((start_s + first_s, start_s + last_s))
            text.setPos(start_s + (first_s + last_s) / 2, len(self._centres_hz))
        if self._open_s is not None:
            self._open.setRegion((self._open_s - self._end_s, 0.0))

    def _drop_word(self) -> None:
        word, region, text = self._words.pop(0)
        window = self._windows.pop(word, None)
        item = self._plot.getPlotItem()
        item.removeItem(region)
        item.removeItem(text)
        if window is not None:
            item.removeItem(window[1])

    def _follow_theme(self) -> None:
        item = self._plot.getPlotItem()
        style.style_plot(item)
        item.showGrid(x=False, y=False)
        now = style.theme()
        self._bar.getAxis("right").setPen(now.border)
        self._bar.getAxis("right").setTextPen(now.muted)
        self._message.setColor(QColor("#ffffff"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._follow_theme()
        super().changeEvent(event)

    def keyPressEvent(self, event: object) -> None:
        """Leave the keys to the tab."""
        event.ignore()  # type: ignore[attr-defined]


def _region(opacity: int, line: Qt.PenStyle) -> pg.LinearRegionItem:
    """Return a stretch of time between two white lines, `opacity` of 255 white inside."""
    pen = pg.mkPen("#ffffff", width=1.5, style=line)
    return pg.LinearRegionItem(movable=False, brush=(255, 255, 255, opacity), pen=pen)
