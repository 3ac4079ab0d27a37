"""Play, loop and stop one clip or a part of it; says where it is, from the player's own position."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.data import Played, PlayPart
from tplab_gui.core.mailbox import Latest
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner

_FRAME_MS = 16  # a cursor of thirty places a second is seen to hop


class ClipPlayer(QObject):
    """The two buttons and the job behind them. `moved` gives seconds into the clip; `stopped` comes at the end."""

    moved = Signal(float)
    stopped = Signal()
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._samples: NDArray[np.float32] | None = None
        self._rate_hz = 0
        self._part = PlayPart()
        self._again = False  # a part was chosen while another one played
        self._loops = Latest(False)
        self._runner = Runner(self)
        self._poller = Poller(self._runner.mailbox, self._on_events, self, _FRAME_MS)
        self._runner.failed.connect(self.failed)
        self._runner.finished.connect(self._on_over)
        self.button = QPushButton(self.tr("Play"))
        self.button.setToolTip(self.tr("Play this sound, or the part of it that is chosen, or stop it (P)"))
        self.button.clicked.connect(self.toggle)
        self.loop_button = QPushButton(self.tr("Loop"))
        self.loop_button.setCheckable(True)
        self.loop_button.setToolTip(self.tr("Begin again at the end, until stopped (L)"))
        self.loop_button.toggled.connect(self._loops.set)

    @property
    def is_playing(self) -> bool:
        """Return whether a sound is under way."""
        return self._runner.is_running

    def start(self) -> None:
        """Begin to follow the player."""
        self._poller.start()

    def take(self, samples: NDArray[np.float32] | None, rate_hz: int = 0) -> None:
        """Take another clip, or None; what plays ends."""
        self.stop()
        self._samples, self._rate_hz, self._part = samples, rate_hz, PlayPart()

    def choose(self, part: PlayPart) -> None:
        """Take another part; if something plays, the part plays instead."""
        if part != self._part:
            self._part = part
            if self.is_playing:
                self._again = True
                self._runner.request_stop()

    def toggle(self) -> None:
        """Play, or stop."""
        if self.is_playing:
            self.stop()
        elif self._samples is not None:
            self.notice.emit(None, "")
            self.button.setText(self.tr("Stop"))
            self._runner.start(jobs.play, self._samples, self._rate_hz, self._part, self._loops)

    def stop(self) -> None:
        """Stop; nothing happens where nothing plays."""
        self._again = False
        self._runner.request_stop()

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop and wait."""
        self._again = False
        return self._runner.stop(timeout_ms)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, Notice) and isinstance(event.error, LabError):
                self.notice.emit(event.error, event.kind)
        match events[-1]:
            case Played(position_s=position_s, is_over=False):
                self.moved.emit(position_s)

    def _on_over(self) -> None:
        self._poller.drain()  # so that no late place moves the cursor after it was taken away
        self.button.setText(self.tr("Play"))
        self.stopped.emit()
        if self._again:
            self._again = False
            self.toggle()
