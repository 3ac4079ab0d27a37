"""Moving pictures: a camera, a video file, a stream or the simulated camera, through one reader.

The only file that names `cv2.VideoCapture`. Opening and reading may block for ever (a camera in use elsewhere, a stream
that stalls), so both happen in a daemon thread that can be left behind; who looks never waits for it. The newest
picture wins: nobody ever sees a backlog.
"""

import itertools
import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import DevicesFound
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.paths import SAMPLES
from tplab_gui.vision import camera_troubles as troubles
from tplab_gui.vision.frames import Frame

_log = logging.getLogger(__name__)

OPEN_DEADLINE_S = 5.0
SILENCE_S = 3.0
RETRY_S = 2.0
ABANDONED_AT_MOST = 3
_STREAM_TIMEOUTS = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, 3000, cv2.CAP_PROP_READ_TIMEOUT_MSEC, 2000]
_LIVE_BACKENDS = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_MSMF, "darwin": cv2.CAP_AVFOUNDATION}
_LIVE = _LIVE_BACKENDS.get(sys.platform, cv2.CAP_ANY)
_FAILED_READS_AT_MOST = {"camera": 3, "stream": 1}


class Camera:
    """A source of moving pictures; a context manager that closes at once, whatever the device does.

    Parameters
    ----------
    kind : str
        'camera' (`where` its number as text), 'video' (a path), 'stream' (an address) or 'simulated'.
    where : str
        What to open; ignored when simulated.
    is_looping : bool
        Whether a video file starts again at its end.
    size : str
        What to ask a camera for, as '640x480'; '' leaves it its own. A camera gives the nearest it has.

    """

    def __init__(self, kind: str, where: str = "", *, is_looping: bool = True, size: str = "") -> None:
        self.kind, self.size = kind, size
        self.where = str(SAMPLES / "ball.mp4") if kind == "simulated" else where
        self.is_looping = is_looping
        self.frames: Latest[Frame | None] = Latest(None)
        self._numbers = itertools.count(1)
        self._reader: _Reader | None = None
        self._abandoned: list[_Reader] = []
        self._trouble: LabError | None = None
        self._frames_when_troubled = 0

    def __enter__(self) -> Self:
        self._connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go. Returns at once; a read that is under way ends by itself and releases the device then."""
        if self._reader is not None:
            self._reader.stop.set()
            self._abandoned.append(self._reader)
            self._reader = None

    @property
    def is_over(self) -> bool:
        """Return whether a video that does not loop has come to its end."""
        return self._reader is not None and self._reader.is_over

    def released_within(self, timeout_s: float) -> bool:
        """Wait until every reader has released its device; return whether that happened in time."""
        deadline_s = time.perf_counter() + timeout_s
        for reader in self._abandoned:
            reader.join(max(0.0, deadline_s - time.perf_counter()))
        return not any(reader.is_alive() for reader in self._abandoned)

    def trouble(self) -> LabError | None:
        """Return what is wrong now, or None; tries to reconnect when that may help. Meant to be called often."""
        if self._trouble is not None and self.frames.version > self._frames_when_troubled:
            _log.info("%s %s delivers again", self.kind, self.where)
            self._trouble = None
        found = self._diagnosis()
        if found is not None and self._trouble is None:
            _log.warning("%s %s: %s", self.kind, self.where, found)
            self._trouble, self._frames_when_troubled = found, self.frames.version
        return self._trouble

    def _diagnosis(self) -> LabError | None:
        reader = self._reader
        if reader is None:
            return None
        quiet_s = time.perf_counter() - reader.last_sign_s
        if reader.error is not None:
            may_retry = self.kind in ("camera", "stream")
            if may_retry and quiet_s > RETRY_S:
                self._reconnect()
            return reader.error
        if reader.is_over:
            return None
        if not reader.is_open:  # a late answer is welcome, so the attempt is left alone
            return troubles.no_answer(self.kind, self.where) if quiet_s > OPEN_DEADLINE_S else None
        if quiet_s <= SILENCE_S:
            return None
        if quiet_s > SILENCE_S + RETRY_S:
            self._reconnect()
        return troubles.no_frames(self.kind, self.where)

    def _reconnect(self) -> None:
        self._abandoned = [reader for reader in self._abandoned if reader.is_alive()]
        if len(self._abandoned) < ABANDONED_AT_MOST:  # else every attempt hangs: more of them would not help
            self.close()
            self._connect()

    def _connect(self) -> None:
        self._reader = _Reader(
            self.kind, self.where, self.frames, self._numbers, is_looping=self.is_looping, size=self.size
        )
        self._reader.start()


class _Reader(threading.Thread):
    """Opens one capture and reads it until told to stop; owns the capture alone, so it alone releases it."""

    def __init__(
        self,
        kind: str,
        where: str,
        frames: Latest[Frame | None],
        numbers: Iterator[int],
        *,
        is_looping: bool,
        size: str,
    ) -> None:
        super().__init__(name=f"{kind}-reader", daemon=True)
        self._size = size
        self._kind, self._where, self._is_looping = kind, where, is_looping
        self._frames, self._numbers = frames, numbers
        self.stop = threading.Event()
        self.error: LabError | None = None
        self.is_open = self.is_over = False
        self.last_sign_s = time.perf_counter()

    def run(self) -> None:
        capture = None
        try:
            capture = self._opened()
            self.is_open, self.last_sign_s = True, time.perf_counter()
            _log.info("%s %s is open", self._kind, self._where)
            if self._kind in ("camera", "stream"):
                self._read_live(capture)
            else:
                self._read_file(capture)
        except LabError as error:
            self.error = error
        except cv2.error as error:
            _log.warning("%s %s: %s", self._kind, self._where, error)
            self.error = troubles.broke(self._kind, self._where)
        finally:
            self.last_sign_s = time.perf_counter()
            if capture is not None:
                capture.release()

    def _opened(self) -> cv2.VideoCapture:
        if self._kind == "camera":
            capture = cv2.VideoCapture(int(self._where or 0), _LIVE)
            if capture.isOpened():
                capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # the newest picture, not the oldest that waits
                if self._size:
                    width, _, height = self._size.partition("x")
                    capture.set(cv2.CAP_PROP_FRAME_WIDTH, int(width))
                    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, int(height))
        elif self._kind == "stream":
            capture = cv2.VideoCapture(self._where, cv2.CAP_FFMPEG, _STREAM_TIMEOUTS)
        else:
            troubles.check_video_file(Path(self._where), self._kind)
            capture = cv2.VideoCapture(self._where, cv2.CAP_FFMPEG)
        if not capture.isOpened():
            capture.release()
            is_listed = self._kind != "camera" or (self._where or "0") in found().keys
            raise troubles.not_opened(self._kind, self._where, is_listed=is_listed)
        return capture

    def _read_live(self, capture: cv2.VideoCapture) -> None:
        failed = 0
        while not self.stop.is_set():
            is_good, pixels = capture.read()
            if is_good and pixels is not None and pixels.size:
                failed = 0
                self._deliver(pixels)
                continue
            failed += 1
            if failed >= _FAILED_READS_AT_MOST[self._kind]:
                raise troubles.vanished(self._kind, self._where)
            self.stop.wait(0.05)

    def _read_file(self, capture: cv2.VideoCapture) -> None:
        rate_hz = capture.get(cv2.CAP_PROP_FPS)
        period_s = 1 / rate_hz if 1 <= rate_hz <= 240 else 1 / 25
        due_s, since_start = time.perf_counter(), 0
        while not self.stop.is_set():
            is_good, pixels = capture.read()
            if is_good and pixels is not None and pixels.size:
                since_start += 1
                self._deliver(pixels)
                due_s = max(due_s + period_s, time.perf_counter() - period_s)  # slow disk: no rush afterwards
                self.stop.wait(max(0.0, due_s - time.perf_counter()))
            elif since_start == 0:
                raise troubles.no_picture_in(Path(self._where))
            elif self._is_looping:
                since_start = 0
                if not capture.set(cv2.CAP_PROP_POS_FRAMES, 0):
                    capture.open(self._where, cv2.CAP_FFMPEG)
            else:
                self.is_over = True
                return

    def _deliver(self, pixels: NDArray[np.uint8]) -> None:
        self.last_sign_s = time.perf_counter()
        if not self.stop.is_set():
            self._frames.set(Frame(next(self._numbers), pixels, self.last_sign_s))


def found() -> DevicesFound:
    """Return the cameras of this machine: keys for `Camera('camera', key)` and names to show."""
    try:
        from cv2_enumerate_cameras import enumerate_cameras

        listed = {str(each.index): each.name for each in enumerate_cameras(_LIVE)}
    except (
        ImportError,
        NotImplementedError,
        OSError,
    ):  # the list is a comfort: without it, offer the first one
        _log.warning("cameras cannot be listed on this system; offering the first", exc_info=True)
        listed = {"0": ""}
    keys = tuple(sorted(listed, key=int))
    return DevicesFound("camera", keys, tuple(listed[key] or f"Camera {int(key) + 1}" for key in keys))
