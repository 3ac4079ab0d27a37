"""A series as a video: the changed picture, its heat, and the curve of the score growing below.

Written beside the target and put in its place when it is whole: a full disk, a stop or a failure leaves no half video.
"""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sweep import SweepStep, VideoSaved
from tplab_gui.core.sweep_plan import CRITICAL, Series, Subject
from tplab_gui.vision import overlay
from tplab_gui.vision.cam import CamResult
from tplab_gui.vision.sweep import sweep
from tplab_gui.vision.sweep_subjects import Picture

RATE_HZ = 20
CODES = {".mp4": "mp4v", ".avi": "MJPG"}
_SIDE_PX, _CURVE_PX, _MARGIN_PX = 480, 140, 12
_INK, _PAPER, _LINE, _CURVE = (30, 30, 30), (255, 255, 255), (170, 170, 170), (0, 114, 178)
Pixels = NDArray[np.uint8]


def sweep_video(subject: Subject, series: Series, path: str) -> Iterator[object]:
    """Write the video of a series, one frame a step at 20 frames a second.

    Yields
    ------
    The events of `sweep` up to its last step, then a `VideoSaved`.

    Raises
    ------
    LabError
        If the request cannot be served, the ending is neither .mp4 nor .avi, or the video cannot be written.

    """
    target = Path(path)
    code = CODES.get(target.suffix.lower())
    if code is None:
        raise LabError(
            "A video cannot be saved as {name}.",
            hint="Choose a name that ends in .mp4 or .avi.",
            name=target.name,
        )
    seen: list[tuple[Pixels, CamResult]] = []

    def keep(_number: int, picture: Picture, changed: Pixels, found: CamResult) -> None:
        del picture
        if not seen:  # of several pictures the first is shown
            seen.append((changed, found))

    scores: list[float] = []
    with atomic.replacing(target) as temporary, _Writer(temporary, target, code) as writer:
        for event in sweep(subject, series, keep):
            if isinstance(event, SweepStep):
                scores.append(event.score)
                changed, found = seen.pop()
                writer.write(_frame(changed, found, scores, series, event))
            yield event
            if len(scores) == series.steps:
                break
        writer.finish(series.steps)
    yield VideoSaved(str(target), series.steps)


class _Writer(contextlib.AbstractContextManager["_Writer"]):
    """OpenCV's writer, which says nothing when it fails, made to say it."""

    def __init__(self, temporary: Path, target: Path, code: str) -> None:
        # the ending decides the container, and the temporary name has another one
        self._path = temporary.with_name(temporary.name + target.suffix.lower())
        self._temporary, self._target, self._code = temporary, target, code
        self._writer: cv2.VideoWriter | None = None

    def __exit__(self, *_: object) -> None:
        if self._writer is not None:
            self._writer.release()
        self._path.unlink(missing_ok=True)

    def write(self, rgb: Pixels) -> None:
        """Add a frame, RGB (H, W, 3) uint8 with even sides."""
        if self._writer is None:
            size = (rgb.shape[1], rgb.shape[0])
            self._writer = cv2.VideoWriter(
                str(self._path), cv2.VideoWriter.fourcc(*self._code), RATE_HZ, size
            )
            if not self._writer.isOpened():
                raise LabError(
                    "No video can be written here: the codec {code} is missing.",
                    hint="Choose the other ending, .avi or .mp4.",
                    code=self._code,
                )
        self._writer.write(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR))

    def finish(self, frames: int) -> None:
        """Close the video, count its frames, and put it where the temporary file is."""
        if self._writer is not None:
            self._writer.release()
        back = cv2.VideoCapture(str(self._path))
        try:
            found = 0
            while back.grab():
                found += 1
        finally:
            back.release()
        if found != frames:  # OpenCV writes on when the disk is full
            raise atomic.explain(OSError(errno.ENOSPC, "incomplete"), self._target)
        self._path.replace(self._temporary)


def _frame(changed: Pixels, found: CamResult, scores: list[float], series: Series, step: SweepStep) -> Pixels:
    """Draw one frame: pictures side by side, a line of numbers, the curve so far."""
    height, width = changed.shape[:2]
    scale = _SIDE_PX / max(height, width)
    size = (max(2, round(width * scale) // 2 * 2), max(2, round(height * scale) // 2 * 2))
    pictures = [
        np.asarray(cv2.resize(each, size, interpolation=cv2.INTER_AREA), np.uint8)
        for each in (changed, overlay.blend(changed, found.heatmap))
    ]
    curve = np.full((_CURVE_PX, 2 * size[0], 3), _PAPER, np.uint8)
    text = f"{series.known.name} {step.parameter:.3g}   {found.target} {100 * step.score:.2f} %"
    letters = max(0.35, min(0.6, size[0] / 480))
    cv2.putText(curve, text, (_MARGIN_PX, 24), cv2.FONT_HERSHEY_SIMPLEX, letters, _INK, 1, cv2.LINE_AA)
    top, bottom, right = 36, _CURVE_PX - _MARGIN_PX, 2 * size[0] - _MARGIN_PX

    def place(number: int, score: float) -> tuple[int, int]:
        x = _MARGIN_PX + number / (series.steps - 1) * (right - _MARGIN_PX)
        return round(x), round(bottom - score * (bottom - top))

    for level in (0.0, CRITICAL, 1.0):
        cv2.line(curve, (_MARGIN_PX, place(0, level)[1]), (right, place(0, level)[1]), _LINE, 1)
    points = np.array([place(number, score) for number, score in enumerate(scores)], np.int32)
    cv2.polylines(curve, [points], isClosed=False, color=_CURVE, thickness=2, lineType=cv2.LINE_AA)
    cv2.circle(curve, tuple(map(int, points[-1])), 4, _CURVE, -1, cv2.LINE_AA)
    return np.vstack([np.hstack(pictures), curve])
