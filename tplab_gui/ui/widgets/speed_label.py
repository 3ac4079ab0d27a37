"""Pictures per second and the time from capture to paint, in one line."""

import time
from collections import deque
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tplab_gui.ui import style


class SpeedLabel(QLabel):
    """Is told every painted heatmap; says how fast they come when asked to refresh."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted: deque[tuple[float, float]] = deque(maxlen=240)  # when, latency_ms
        style.set_role(self, "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = self.tr("{rate} fps · {ms} ms").format(rate="000", ms="0000")
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(widest))
        self.setAccessibleName(self.tr("Speed"))
        self.setToolTip(self.tr("Pictures per second, and the time from capture to the drawn heatmap."))

    def note(self, latency_ms: float) -> None:
        """Count one heatmap that was painted now."""
        self._painted.append((time.perf_counter(), latency_ms))

    def refresh(self) -> None:
        """Bring the text up to date."""
        now_s = time.perf_counter()
        recent = [latency_ms for at_s, latency_ms in self._painted if now_s - at_s < 1]
        if len(recent) > 1:
            said = self.tr("{rate} fps · {ms} ms")
            self.setText(said.format(rate=len(recent), ms=f"{median(recent):.0f}"))
        elif self._painted:
            self.setText(self.tr("still · {ms} ms").format(ms=f"{self._painted[-1][1]:.0f}"))
