"""One job in one QThread: the only place where the lab starts a thread for a generator.

A job is a generator of events. The worker iterates it, puts every event into a mailbox and looks at the stop and
pause flags between two events. No widget, no signal per event, no `terminate()`. A generator does nothing until it is
asked for its next event: to hold it after an event is to let it do nothing beyond.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal

from tplab_gui.core.mailbox import Mailbox

_log = logging.getLogger(__name__)

Job = Callable[..., Iterator[object]]
Condition = Callable[[object], bool]  # of an event; called in the worker's thread


class _Worker(QObject):
    done = Signal(object)  # the exception that ended the job, or None
    held = Signal()

    def __init__(
        self, job: Job, arguments: tuple[Any, ...], mailbox: Mailbox[object], until: Condition | None
    ) -> None:
        super().__init__()
        self._job, self._arguments, self._mailbox = job, arguments, mailbox
        self.until = until  # hold after the first event of which this is true
        self.stop = threading.Event()
        self.go = threading.Event()
        self.go.set()

    def run(self) -> None:
        error: Exception | None = None
        try:
            events = self._job(*self._arguments)
            try:
                for event in events:
                    self._mailbox.put(event)
                    if self.until is not None and self.until(event):
                        self.until = None
                        self.go.clear()
                        self.held.emit()
                    while not self.go.wait(0.1):  # paused; stop is felt within 100 ms
                        if self.stop.is_set():
                            break
                    if self.stop.is_set():
                        break
            finally:
                close = getattr(events, "close", None)
                if close is not None:
                    close()  # cameras and files are released by the job's own `with`
        except Exception as caught:  # noqa: BLE001  whatever a job raises is announced, not lost
            _log.exception("job %s failed", getattr(self._job, "__name__", self._job))
            error = caught
        self.done.emit(error)


class Runner(QObject):
    """Runs one job at a time; reusable after success, stop and failure.

    Attributes
    ----------
    mailbox : Mailbox
        Everything the job yields, in order. A `Poller` drains it on the frame clock.

    """

    started = Signal()
    failed = Signal(object)  # the exception; all events before it are in the mailbox
    finished = Signal()  # always last, after `failed` if there was one
    held = Signal()  # a step is over and the job waits; its events are in the mailbox

    def __init__(self, parent: QObject | None = None, capacity: int = 100_000) -> None:
        super().__init__(parent)
        self.mailbox: Mailbox[object] = Mailbox(capacity)
        self._thread: QThread | None = None
        self._worker: _Worker | None = None

    @property
    def is_running(self) -> bool:
        """Return whether a job is under way (or being stopped)."""
        return self._thread is not None

    @property
    def is_paused(self) -> bool:
        """Return whether the job under way waits for `resume`."""
        return self._worker is not None and not self._worker.go.is_set()

    def start(self, job: Job, *arguments: Any, until: Condition | None = None) -> None:
        """Start `job(*arguments)` in its own thread; with `until`, only to the end of a first `step`.

        Raises
        ------
        RuntimeError
            If a job is still running: that is a bug of the caller.

        """
        if self.is_running:
            raise RuntimeError("this runner is busy")
        thread, worker = QThread(), _Worker(job, arguments, self.mailbox, until)
        thread.setObjectName(getattr(job, "__name__", "job"))
        worker.moveToThread(thread)
        thread.started.connect(worker.run)
        # Direct: the QThread object lives in the window's thread, so a queued quit would wait for an event loop
        # that may itself be waiting for the thread.
        worker.done.connect(thread.quit, Qt.ConnectionType.DirectConnection)
        worker.done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        worker.held.connect(self.held, Qt.ConnectionType.QueuedConnection)
        self._thread, self._worker = thread, worker
        thread.start()
        self.started.emit()

    def pause(self) -> None:
        """Hold the job at its next event; a step under way is over then."""
        if self._worker is not None:
            self._worker.until = None
            self._worker.go.clear()

    def resume(self) -> None:
        """Let a paused job go on, without an end to a step."""
        self.step(None)

    def step(self, until: Condition | None) -> None:
        """Let the job go on, and hold it after the first event of which `until` is true: `held` follows."""
        if self._worker is not None:
            self._worker.until = until  # before `go`: the worker looks at it after its next event
            self._worker.go.set()

    def request_stop(self) -> None:
        """Ask the job to end at its next event; `finished` follows."""
        if self._worker is not None:
            self._worker.stop.set()
            self._worker.go.set()

    def stop(self, timeout_ms: int = 1500) -> bool:
        """Ask the job to end and wait for it; return whether it ended in time.

        A job that does not end is left to end by itself (threads are never killed) and `finished` comes then.
        """
        if self._thread is None:
            return True
        self.request_stop()
        if not self._thread.wait(timeout_ms):
            if timeout_ms > 0:
                _log.warning("job %s did not stop within %d ms", self._thread.objectName(), timeout_ms)
            return False
        self._release(None)
        return True

    def _on_done(self, error: Exception | None) -> None:
        if self.sender() is self._worker:
            self._release(error)

    def _release(self, error: Exception | None) -> None:
        thread, worker = self._thread, self._worker
        if thread is None or worker is None:
            return
        thread.wait()
        self._thread = self._worker = None
        worker.deleteLater()
        thread.deleteLater()
        if error is not None:
            self.failed.emit(error)
        self.finished.emit()
