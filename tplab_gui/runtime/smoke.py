"""`--smoke`: how long the window took and how much it stalled, written to a file; then it closes."""

import json
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from tplab_gui.core import atomic
from tplab_gui.core.process import age_s

_TICK_MS = 5
_PATIENCE_MS = 120_000


class Smoke(QObject):
    """Collects the moments of start-up; all times run from the start of the process, in milliseconds."""

    def __init__(self, target: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._target = target
        self._process = psutil.Process()
        self._moments: dict[str, float] = {}
        self._last_tick_s = time.perf_counter()
        self._gap_ms = 0.0
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._on_tick)
        self._ticks.start(_TICK_MS)
        QTimer.singleShot(_PATIENCE_MS, self._give_up)

    def mark(self, moment: str) -> None:
        """Note that `moment` is now; the gaps of the event loop count from the first paint on."""
        self._moments[moment] = round(1000 * age_s(), 1)
        if moment == "first_paint_ms":
            self._gap_ms, self._last_tick_s = 0.0, time.perf_counter()
        if moment == "all_ready_ms":
            # One more turn: what became ready is painted too.
            QTimer.singleShot(100, self._finish)

    def figures(self) -> dict[str, float]:
        """Return what was measured so far."""
        rss_mb = self._process.memory_info().rss / 2**20
        return {**self._moments, "max_event_loop_gap_ms": round(self._gap_ms, 1), "rss_mb": round(rss_mb, 1)}

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._gap_ms = max(self._gap_ms, 1000 * (now - self._last_tick_s) - _TICK_MS)
        self._last_tick_s = now

    def _finish(self) -> None:
        atomic.write_text(self._target, json.dumps(self.figures()) + "\n")
        QCoreApplication.exit(0)

    def _give_up(self) -> None:
        reached = ", ".join(self._moments) or "nothing"
        sys.stderr.write(
            f"tplab: The window was not ready after {_PATIENCE_MS // 1000} s ({reached}). See the log.\n"
        )
        QCoreApplication.exit(1)
