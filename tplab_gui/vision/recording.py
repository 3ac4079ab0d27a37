"""The job that writes the live view into a video: input and overlay side by side, and a line of numbers.

Written beside the target and put in its place when it is closed, so there is an old video or a whole one. It ends by
itself before the disk is full, and keeps what was recorded so far; a stop of the job keeps it too.
"""

import contextlib
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.heatmap import HeatmapFrame, PictureSeen
from tplab_gui.core.events.view_recording import RecordingGrew, RecordingRequest, ViewRecorded

CODES = {".mp4": "mp4v", ".avi": "MJPG"}
MARGIN_BYTES = 50_000_000
"""Room that is left on the disk: other programs need some, and so does the end of the video."""
_HEIGHT_PX, _LINE_PX = 480, 32
_CHECK_S = 0.5
Pixels = NDArray[np.uint8]


def record_view(request: RecordingRequest) -> Iterator[object]:
    """Record until `request.is_over`, the time or the room is over.

    Yields
    ------
    `RecordingGrew` twice a second and a `ViewRecorded` at the end.

    Raises
    ------
    LabError
        If the ending is neither .mp4 nor .avi, or the video cannot be written.

    """
    target = Path(request.path)
    if target.suffix.lower() not in CODES:
        raise LabError(
            "A video cannot be saved as {name}.",
            hint="Choose a name that ends in .mp4 or .avi.",
            name=target.name,
        )
    period_s, pause = 1 / request.rate_hz, threading.Event()
    with _Video(target, request.rate_hz) as video:
        began_s = checked_s = time.perf_counter()
        why: LabError | None = None
        while why is None and not request.is_over.get():
            now_s = time.perf_counter()
            picture = request.pictures.get()
            due = int((now_s - began_s) / period_s) + 1  # a busy machine repeats a picture: time goes on
            while picture is not None and video.frames < due:
                video.write(composed(picture))
            if now_s - checked_s >= _CHECK_S:
                checked_s = now_s
                why = _limit(request, video, now_s - began_s)
                yield RecordingGrew(now_s - began_s, video.size_bytes)
            yield Tick()
            pause.wait(max(0.001, began_s + due * period_s - time.perf_counter()))
    if video.frames == 0:
        raise LabError(
            "Nothing was recorded: no picture came meanwhile.", hint="Choose a source, then record again."
        )
    yield ViewRecorded(str(target), video.frames, why)


def _limit(request: RecordingRequest, video: "_Video", seconds: float) -> LabError | None:
    if shutil.disk_usage(video.path.parent).free < MARGIN_BYTES:
        return LabError(
            "The disk is nearly full, so the recording has ended. What was recorded is saved.",
            hint="Free some space before you record again.",
        )
    if video.size_bytes > request.max_bytes or seconds > request.longest_s:
        return LabError(
            "The recording has reached its limit of {minutes} minutes or {megabytes} MB and has ended. It is saved.",
            hint="Record again to go on in another file.",
            minutes=round(request.longest_s / 60),
            megabytes=request.max_bytes // 1_000_000,
        )
    return None


class _Video:
    """A video that takes its place when it is closed, also by an error that is not its own."""

    def __init__(self, target: Path, rate_hz: float) -> None:
        self._target, self._rate_hz = target, rate_hz
        # the ending decides the container, so the temporary name keeps it
        self.path = target.with_name(f".{target.stem}.part{target.suffix.lower()}")
        self._writer: cv2.VideoWriter | None = None
        self._size = (0, 0)
        self.frames = 0

    @property
    def size_bytes(self) -> int:
        """Bytes on the disk so far."""
        with contextlib.suppress(OSError):
            return self.path.stat().st_size
        return 0

    def __enter__(self) -> Self:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(b"")
        except OSError as error:
            raise atomic.explain(error, self._target) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._writer is not None:
            self._writer.release()
        try:
            if self.frames and self.size_bytes:
                self.path.replace(self._target)
        except OSError as failure:
            raise atomic.explain(failure, self._target) from failure
        finally:
            self.path.unlink(missing_ok=True)

    def write(self, rgb: Pixels) -> None:
        """Add a frame; later ones of another shape are fitted into that of the first."""
        if self._writer is None:
            self._size = (rgb.shape[1], rgb.shape[0])
            code = cv2.VideoWriter.fourcc(*CODES[self._target.suffix.lower()])
            self._writer = cv2.VideoWriter(str(self.path), code, self._rate_hz, self._size)
            if not self._writer.isOpened():
                raise LabError(
                    "No video can be written here: the codec {code} is missing.",
                    hint="Choose the other ending, .avi or .mp4.",
                    code=CODES[self._target.suffix.lower()],
                )
        self._writer.write(cv2.cvtColor(_fitted(rgb, self._size), cv2.COLOR_RGB2BGR))
        self.frames += 1


def composed(picture: HeatmapFrame | PictureSeen) -> Pixels:
    """Return input, overlays and a line of numbers as one picture with even sides, RGB (H, W, 3) uint8."""
    pictures = [picture.image]
    if isinstance(picture, HeatmapFrame):
        pictures += [picture.overlay, *(each.overlay for each in picture.others)]
    height, width = picture.image.shape[:2]
    scale = min(1.0, _HEIGHT_PX / height)
    size = (max(2, round(width * scale) // 2 * 2), max(2, round(height * scale) // 2 * 2))
    row = np.hstack(
        [np.asarray(cv2.resize(each, size, interpolation=cv2.INTER_AREA), np.uint8) for each in pictures]
    )
    line = np.full((_LINE_PX, row.shape[1], 3), 255, np.uint8)
    if isinstance(picture, HeatmapFrame):
        scores = [(picture.target, picture.score), *((each.target, each.score) for each in picture.others)]
        text = "   ".join(f"{name} {100 * score:.2f} %" for name, score in scores)
        letters = max(0.35, min(0.6, size[0] / 480))
        cv2.putText(line, text, (8, 22), cv2.FONT_HERSHEY_SIMPLEX, letters, (30, 30, 30), 1, cv2.LINE_AA)
    return np.vstack([row, line])


def _fitted(rgb: Pixels, size: tuple[int, int]) -> Pixels:
    width, height = size
    if rgb.shape[:2] == (height, width):
        return rgb
    scale = min(width / rgb.shape[1], height / rgb.shape[0])
    inner = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
    whole = np.full((height, width, 3), 255, np.uint8)
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    whole[top : top + inner[1], left : left + inner[0]] = cv2.resize(rgb, inner, interpolation=cv2.INTER_AREA)
    return whole
