"""The last net: an exception nobody expected is logged and shown, one dialog at a time, and the lab goes on.

`sys.excepthook` catches slots and the main thread, `threading.excepthook` other threads. What is shown is decided by
the window through `on_crash`; this module only knows how to collect and to hold back.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Collects unexpected exceptions from every thread and announces them in the window's thread.

    Parameters
    ----------
    on_crash : callable
        Called with the text of the traceback, in the window's thread; not again before `dialog_closed`.

    """

    _crashed = Signal(str)

    def __init__(self, on_crash: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_crash = on_crash
        self._is_showing = False
        self.held_back = 0
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook` and `threading.excepthook`."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def uninstall(self) -> None:
        """Give both hooks back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Log an exception and have it shown; Ctrl+C keeps its usual meaning."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        text = "".join(traceback.format_exception(kind, error, where))
        _log.critical("unexpected exception\n%s", text)
        self._crashed.emit(text)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        if self._is_showing:
            self.held_back += 1
            return
        self._is_showing = True
        self._on_crash(text)

    def dialog_closed(self) -> None:
        """Say that the user has seen the last one, so that the next may be shown."""
        self._is_showing = False
