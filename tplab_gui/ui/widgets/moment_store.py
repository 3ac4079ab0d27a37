"""The line between the pages of the Digits tab and the job that keeps the moments of a session."""

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.moments import (
    DeleteMoments,
    KeepMoment,
    MomentChanged,
    MomentDropped,
    MomentsListed,
    MomentsWritten,
    SessionsFound,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner


class MomentStore(QObject):
    """Asks the job, and tells both pages what it says. `current` is the session as it stands."""

    listed = Signal(object)  # MomentsListed
    sessions_found = Signal(object)  # SessionsFound
    written = Signal(object)  # MomentsWritten
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = MomentsListed(None, ())
        self._requests: Mailbox[object] = Mailbox()
        self._runner = Runner(self)
        self._runner.failed.connect(self.failed)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)

    def start(self) -> None:
        """Begin to keep; a second time does nothing."""
        if not self._runner.is_running:
            self._poller.start()
            self._runner.start(jobs.moments, self._requests)

    def ask(self, request: object) -> None:
        """Ask the job for something; `listed` follows."""
        self._requests.put(request)

    def take(self, event: MomentChanged | MomentDropped) -> None:
        """Keep what the listening job tells of a moment."""
        if isinstance(event, MomentChanged):
            self.ask(KeepMoment(event.moment))
        else:
            self.ask(DeleteMoments((event.id,), for_good=True))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop the job and wait; moments that it was told are kept first."""
        has_stopped = self._runner.stop(timeout_ms)
        self._poller.stop()
        return has_stopped

    def _on_events(self, events: list[object]) -> None:
        newest: MomentsListed | None = None
        for event in events:
            match event:
                case MomentsListed():
                    newest = event
                case SessionsFound():
                    self.sessions_found.emit(event)
                case MomentsWritten():
                    self.written.emit(event)
                case Notice():
                    self.notice.emit(event.error, event.kind)
        if newest is not None:
            self.current = newest
            self.listed.emit(newest)
