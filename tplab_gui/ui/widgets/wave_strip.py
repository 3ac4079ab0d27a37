"""The waveform of the last seconds as it comes, or of the take that waits for a decision."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tplab_gui.core.events.recording import WaveHeard
from tplab_gui.ui import style

SHOWN_S = 4.0
BINS = 400
SOFTEST_FULL = 0.1  # what is softer than this is not enlarged further: a quiet room must look quiet


class WaveStrip(QWidget):
    """Lowest and highest sample of each hundredth of a second, the newest on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = np.zeros(BINS, np.float32), np.zeros(BINS, np.float32)
        self._take: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Waveform"))
        self.setToolTip(
            self.tr("The sound of the last four seconds; after a take, the take as it was cut out.")
        )

    def sizeHint(self) -> QSize:
        """Return a low strip."""
        return QSize(300, 64)

    def extend(self, heard: WaveHeard) -> None:
        """Add the newest sound."""
        count = min(heard.low.size, BINS)
        for kept, new in ((self._low, heard.low), (self._high, heard.high)):
            kept[:-count] = kept[count:].copy()
            kept[-count:] = new[-count:]
        if self._take is None:
            self.update()

    def show_take(self, samples: NDArray[np.float32] | None) -> None:
        """Show one take, shape (n,), from edge to edge; None goes back to what is heard."""
        self._take = None
        if samples is not None and samples.size:
            edges = np.linspace(0, samples.size, min(BINS, samples.size), endpoint=False).astype(np.intp)
            self._take = np.minimum.reduceat(samples, edges), np.maximum.reduceat(samples, edges)
        self.update()

    def clear(self) -> None:
        """Forget what was heard."""
        self._low[:], self._high[:] = 0, 0
        self.show_take(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a line from the lowest to the highest sample of each bin."""
        now = style.theme()
        low, high = self._take or (self._low, self._high)
        scale = max(SOFTEST_FULL, float(high.max()), float(-low.min()))
        middle, half = self.height() / 2, (self.height() - 8) / 2
        step = self.width() / low.size
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(now.raised))
            painter.setPen(QPen(QColor(now.border), 1))
            painter.drawLine(QLineF(0, middle, self.width(), middle))
            colour = now.accent if self._take is not None else now.muted
            painter.setPen(QPen(QColor(colour), max(1.0, step)))
            painter.drawLines(
                [
                    QLineF(x, middle - half * top / scale - 0.5, x, middle - half * bottom / scale + 0.5)
                    for x, top, bottom in zip(
                        ((np.arange(low.size) + 0.5) * step).tolist(),
                        high.tolist(),
                        low.tolist(),
                        strict=True,
                    )
                ]
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
