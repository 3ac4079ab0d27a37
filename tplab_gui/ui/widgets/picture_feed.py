"""The Heatmap tab's line to its jobs: parameters go in, events and the newest picture come out on the frame clock.

Pictures travel through a `Latest`, not through the mailbox: when the window is busy the old ones are skipped, and
memory stays flat.
"""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.common import DevicesFound, Tick
from tplab_gui.core.events.heatmap import HeatmapFrame, PictureSeen
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Job, Runner

Picture = HeatmapFrame | PictureSeen
_FRAME_MS = 8  # a slider waits for it; a look at an empty mailbox costs microseconds


def newest_pictures(
    job: Job, params: Latest[WatchParams], pictures: Latest[Picture | None]
) -> Iterator[object]:
    """Run `job(params)`; put its pictures into `pictures` and pass everything else on."""
    events = job(params)
    try:
        for event in events:
            if isinstance(event, Picture):
                pictures.set(event)
                yield Tick()
            else:
                yield event
    finally:
        events.close()  # type: ignore[attr-defined]  # a generator: it releases its camera here


class PictureFeed(QObject):
    """Runs the jobs `watch` and `cameras`.

    Parameters
    ----------
    receive : callable
        Called with a list of events, oldest first, without the pictures.
    show : callable
        Called with the newest picture, at most once per tick of the frame clock, after `receive`.

    """

    cameras_found = Signal(object)  # DevicesFound
    failed = Signal(object)  # the exception that ended the job

    def __init__(
        self,
        params: Latest[WatchParams],
        receive: Callable[[list[object]], None],
        show: Callable[[Picture], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._params, self._receive, self._show = params, receive, show
        self.pictures: Latest[Picture | None] = Latest(None)
        self._seen_version = 0
        self._watcher, self._finder = Runner(self), Runner(self)
        self._watcher.failed.connect(self.failed)
        self._poller = Poller(self._watcher.mailbox, self._on_events, self, _FRAME_MS)
        self._finder_poller = Poller(self._finder.mailbox, self._on_devices, self)

    @property
    def is_running(self) -> bool:
        """Return whether the job `watch` is under way."""
        return self._watcher.is_running

    def start(self) -> None:
        """Begin to watch; nothing when that goes on already."""
        if not self.is_running:
            self._poller.start()
            self._watcher.start(newest_pictures, jobs.watch, self._params, self.pictures)

    def find_cameras(self) -> None:
        """Look for cameras; `cameras_found` follows."""
        if not self._finder.is_running:
            self._finder_poller.start()
            self._finder.start(jobs.cameras)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop both jobs; return whether they stopped in time. With 0 they are only asked to."""
        runners = (self._watcher, self._finder)
        for runner in runners:
            runner.request_stop()
        deadline_s = time.monotonic() + timeout_ms / 1000
        for runner in runners:
            left_ms = int(1000 * (deadline_s - time.monotonic()))
            if runner.is_running and left_ms > 0:
                runner.stop(left_ms)
        self._poller.stop()
        self._finder_poller.stop()
        return not any(runner.is_running for runner in runners)

    def _on_events(self, events: list[object]) -> None:
        self._receive([event for event in events if not isinstance(event, Tick)])
        version, picture = self.pictures.read()
        if version != self._seen_version and picture is not None:
            self._seen_version = version
            self._show(picture)

    def _on_devices(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, DevicesFound):
                self.cameras_found.emit(event)
