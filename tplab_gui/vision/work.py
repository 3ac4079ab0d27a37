"""Slow computations beside a job, so that a stop is felt within 100 ms whatever they do."""

import threading
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from tplab_gui.core.events.common import Progress

T = TypeVar("T")
Going = Callable[[float], None]  # told the share done (0 to 1); raises when the work is called off
_LOOK_S = 0.05


class CalledOffError(Exception):
    """Nobody wants the result any more."""


def worked(
    act: Callable[[Going], T], name: str, is_wanted: Callable[[], bool] = lambda: True
) -> Generator[Progress, None, T | None]:
    """Do `act` in a thread; yields `Progress` at least every 50 ms and returns its result, None when called off.

    What cannot be interrupted (a library) is left to end by itself, so `act` may share nothing that others change.
    """
    work = _Work(act, name)
    work.start()
    try:
        while work.is_alive():
            yield Progress(round(100 * work.share_done), 100, name)
            if not is_wanted():
                return None
            work.join(_LOOK_S)
    finally:
        work.is_called_off.set()
    if work.failure is not None:
        raise work.failure
    return work.result


class _Work(threading.Thread, Generic[T]):
    def __init__(self, act: Callable[[Going], T], name: str) -> None:
        super().__init__(name=f"work-{name}", daemon=True)
        self._act = act
        self.is_called_off = threading.Event()
        self.share_done = 0.0
        self.result: T | None = None
        self.failure: Exception | None = None

    def run(self) -> None:
        try:
            self.result = self._act(self._go_on)
        except CalledOffError:
            pass
        except Exception as error:  # noqa: BLE001  handed to the job, which tells or raises it
            self.failure = error

    def _go_on(self, share_done: float) -> None:
        self.share_done = share_done
        if self.is_called_off.is_set():
            raise CalledOffError
