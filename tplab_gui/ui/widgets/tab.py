"""What the window asks of a tab, and what it gives one."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.settings import Settings


@dataclass
class TabContext:
    """What every tab is built with: the user's settings (shared, saved on close) and how the lab was started."""

    settings: Settings
    simulate: bool = False

    @property
    def spoken(self) -> str:
        """Return the language in which digits are said: the one chosen by hand, else that of the window."""
        is_french = QLocale().language() == QLocale.Language.French
        return self.settings.spoken or ("fr" if is_french else "en")


class Tab(QWidget):
    """One subject of the lab. It starts jobs, shows what they say, and can be closed at any instant."""

    key = ""
    needs_torch = True  # False: `start` is called as soon as the tab is built

    notice = Signal(
        object, str
    )  # (LabError, kind) for the notice bar; (None, "") takes this tab's notice away
    ready = Signal()  # everything this tab waits for is there; emitted once

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def title(self) -> str:
        """Return the name on the tab, in the user's language."""
        raise NotImplementedError

    def start(self) -> None:
        """Start the tab's job; called once, after torch is loaded if the tab needs it."""

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Say whether the tab is the one shown; a hidden tab lets go of microphone and camera."""

    def is_busy(self) -> bool:
        """Return whether work goes on that a closing window would break off: a run, a study."""
        return False

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop everything, return whether it stopped in time; safe at any instant, even before `start`."""
        del timeout_ms
        return True

    def report_failure(self, error: Exception) -> None:
        """Show what ended a job: a sentence for the user in the notice bar, a bug in the crash dialog."""
        if isinstance(error, LabError):
            self.notice.emit(error, "error")
        else:
            sys.excepthook(type(error), error, error.__traceback__)
