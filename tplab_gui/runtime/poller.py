"""The frame clock: drains mailboxes in the window's thread, about thirty times a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from tplab_gui.core.mailbox import Mailbox

FRAME_MS = 33


class Poller(QObject):
    """Hands everything a mailbox holds to `receive`, one call per tick and only when there is something.

    Parameters
    ----------
    mailbox : Mailbox
        Where a worker puts its events.
    receive : callable
        Called with a list of events, oldest first, in the window's thread.
    interval_ms : int
        Time between two looks.

    """

    def __init__(
        self,
        mailbox: Mailbox[object],
        receive: Callable[[list[object]], None],
        parent: QObject | None = None,
        interval_ms: int = FRAME_MS,
    ) -> None:
        super().__init__(parent)
        self._mailbox, self._receive = mailbox, receive
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self.drain)

    def start(self) -> None:
        """Begin to look at every tick."""
        self._timer.start()

    def stop(self) -> None:
        """Look one last time, then no more."""
        self._timer.stop()
        self.drain()

    def drain(self) -> None:
        """Hand over what is there now."""
        events = self._mailbox.take_all()
        if events:
            self._receive(events)
