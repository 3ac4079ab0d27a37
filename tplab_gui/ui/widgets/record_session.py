"""A session of recording: which digit is asked for, and what the user decides about each take. No sound, no paint."""

from random import Random

from PySide6.QtCore import QObject, QTimer, Signal

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.recording import Prompt, TakeHeard, TakeMissed
from tplab_gui.core.prompts import prompt_order

COUNT_FROM = 3
BEAT_MS = 600


class RecordSession(QObject):
    """The states 'idle', 'countdown', 'listening', 'review', 'missed' and 'done', and what leads from one to another.

    A take that is not kept is lost; what is kept is out of this object's hands at once, so nothing can take it away.
    """

    changed = Signal()
    prompted = Signal(object)  # Prompt
    kept = Signal(object, int)  # TakeHeard and its digit

    def __init__(self, parent: QObject | None = None, rng: Random | None = None) -> None:
        super().__init__(parent)
        self._rng = rng or Random()
        self._waiting: list[int] = []  # digits, the next one first
        self._number = 0  # of the last prompt
        self.state = "idle"
        self.count = 0  # what the countdown shows
        self.asked = 0  # takes of this session
        self.take: TakeHeard | None = None
        self.problem: LabError | None = None
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._on_beat)

    @property
    def digit(self) -> int | None:
        """Return the digit that is asked for; None when there is none."""
        return self._waiting[0] if self._waiting else None

    @property
    def done(self) -> int:
        """Return how many of the takes asked for are kept or skipped."""
        return self.asked - len(self._waiting)

    @property
    def is_under_way(self) -> bool:
        """Return whether a session has begun and not ended."""
        return bool(self._waiting) and self.state != "idle"

    def begin(self, takes: int) -> None:
        """Ask for `takes` takes of each digit, from the start."""
        self._waiting = prompt_order(takes, self._rng)
        self.asked = len(self._waiting)
        self.redo()

    def redo(self) -> None:
        """Count down to the digit in turn (again)."""
        if self._waiting:
            self.take, self.problem, self.count = None, None, COUNT_FROM
            self.prompted.emit(Prompt())
            self._beat.start()
            self._go("countdown")

    def keep(self) -> None:
        """Keep the take, and ask for the next one."""
        if self.state == "review" and self.take is not None and self.digit is not None:
            self.kept.emit(self.take, self.digit)
            self._next()

    def skip(self) -> None:
        """Do without this take."""
        if self.is_under_way:
            self._next()

    def stop(self) -> None:
        """End the session; what was kept stays."""
        self._beat.stop()
        self.prompted.emit(Prompt())
        self._waiting, self.take, self.problem = [], None, None
        self._go("idle")

    def interrupt(self, problem: LabError) -> None:
        """Take note that the source is gone: a take that is there can still be kept."""
        if self.state in ("countdown", "listening"):
            self._beat.stop()
            self.prompted.emit(Prompt())
            self.problem = problem
            self._go("missed")

    def on_heard(self, take: TakeHeard) -> None:
        """Take what answers the prompt."""
        if self.state == "listening" and take.number == self._number:
            self.take, self.problem = take, take.problem
            self._go("review")

    def on_missed(self, missed: TakeMissed) -> None:
        """Take note that nothing usable answered the prompt."""
        if self.state == "listening" and missed.number == self._number:
            self.problem = missed.problem
            self._go("missed")

    def _on_beat(self) -> None:
        self.count -= 1
        if self.count > 0:
            self.changed.emit()
            return
        self._beat.stop()
        self._number += 1
        if self.digit is not None:
            self._go("listening")
            self.prompted.emit(Prompt(self._number, self.digit))

    def _next(self) -> None:
        self._beat.stop()
        self.prompted.emit(Prompt())
        self.take, self.problem = None, None
        del self._waiting[0]
        if self._waiting:
            self.redo()
        else:
            self._go("done")

    def _go(self, state: str) -> None:
        self.state = state
        self.changed.emit()
