"""What the heatmap job looks at: opens what the user chose, and says in words what went wrong with it.

A still picture, a pasted one, a camera, a video, a stream and the simulated camera give the same thing: the newest
picture with its number. When a chosen camera cannot be had, the simulated one plays instead until it can.
"""

import itertools
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice
from tplab_gui.core.events.heatmap import FrameSource
from tplab_gui.core.params import WatchParams
from tplab_gui.data.pictures import SUFFIXES, read_picture
from tplab_gui.vision import camera_troubles as troubles
from tplab_gui.vision.camera import Camera
from tplab_gui.vision.frames import WORK_LONG_SIDE_PX, reduced

SOURCE = "source"
BLACK = "black"
_LAST_WAIT_S = 0.3
_BLACK_LEVEL, _BLACK_AFTER_S = 12, 2.0
_CANNOT_BE_SHARED = {"camera", "stream"}


@dataclass(frozen=True, slots=True)
class Sight:
    """One picture to look at: RGB (H, W, 3) uint8, its number (never used twice) and when it was taken."""

    number: int
    image: NDArray[np.uint8]
    captured_s: float


class Eye:
    """Follows the choice of a source; a context manager that lets go of every device.

    Parameters
    ----------
    wake : threading.Event
        Set whenever a new picture is there, so that the job can wait for it.

    """

    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake
        self._numbers = itertools.count(1)
        self._choice: tuple[Any, ...] | None = None
        self._pixels: NDArray[np.uint8] | None = None  # kept, so that its id stays its own
        self._wanted: Camera | None = None
        self._instead: Camera | None = None
        self._told: LabError | None = None
        self._announced: Camera | None = None
        self._seen: tuple[Camera | None, int] = (None, 0)
        self._black_since_s: float | None = None
        self._is_black_told = False
        self._sight: Sight | None = None
        self._album: tuple[str, int, list[Path]] | None = None  # folder, generation, pictures in it

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        cameras = [camera for camera in (self._wanted, self._instead) if camera is not None]
        self.close()
        for camera in cameras:  # Python may not end under a thread that is inside OpenCV
            camera.released_within(_LAST_WAIT_S)

    def close(self) -> None:
        """Let go of the devices at once; the last picture stays."""
        for camera in (self._wanted, self._instead):
            if camera is not None:
                camera.close()
        self._wanted = self._instead = self._choice = None

    @property
    def sight(self) -> Sight | None:
        """Return the newest picture, or None before the first."""
        return self._sight

    def follow(self, params: WatchParams) -> Iterator[object]:
        """Open, close and look after what `params` asks for; yields what there is to say about it."""
        if not params.is_active:
            self.close()
            return
        choice = (
            *(params.source, params.where, params.generation, id(params.pixels)),
            *(params.position, params.camera_size),
        )
        if choice != self._choice:
            yield from self._change(params)
            self._choice = choice
        if self._wanted is not None:
            yield from self._look_after(self._wanted)
            yield from self._take_newest()

    def _change(self, params: WatchParams) -> Iterator[object]:
        self.close()
        self._pixels, self._black_since_s = params.pixels, None
        if self._is_black_told:
            self._is_black_told = False
            yield Cleared(BLACK)
        if params.source == "picture":
            yield from self._show_still(params.where, params.pixels)
            return
        if params.source == "folder":
            yield from self._show_one_of(params)
            return
        kind = "stream" if params.source == "video" and "://" in params.where else params.source
        self._told = self._announced = None
        self._wanted = self._open(kind, params.where, params.camera_size)
        yield Cleared(SOURCE)

    def _show_still(self, where: str, pixels: NDArray[np.uint8] | None, note: str = "") -> Iterator[object]:
        name = note + Path(where).name
        try:
            image = pixels if pixels is not None else read_picture(Path(where))
        except LabError as error:  # the previous picture stays
            yield Notice(error, "error", SOURCE)
            return
        image = np.ascontiguousarray(reduced(image, WORK_LONG_SIDE_PX))
        self._sight = Sight(next(self._numbers), image, time.perf_counter())
        yield Cleared(SOURCE)
        yield FrameSource("picture", name, image.shape[1], image.shape[0])

    def _show_one_of(self, params: WatchParams) -> Iterator[object]:
        """Show picture `params.position` of a folder, counted round; the list is made anew by Retry."""
        if self._album is None or self._album[:2] != (params.where, params.generation):
            try:
                inside = pictures_in(Path(params.where))
            except LabError as error:
                yield Notice(error, "error", SOURCE)
                return
            self._album = (params.where, params.generation, inside)
        inside = self._album[2]
        number = params.position % len(inside)
        yield from self._show_still(str(inside[number]), None, f"{number + 1}/{len(inside)} ")

    def _open(self, kind: str, where: str, size: str) -> Camera:
        camera = Camera(kind, where, size=size)
        camera.frames.wake_with(self._wake)
        return camera.__enter__()

    def _look_after(self, wanted: Camera) -> Iterator[object]:
        trouble = wanted.trouble()
        if trouble is not self._told:
            self._told = trouble
            yield Cleared(SOURCE) if trouble is None else Notice(trouble, "warning", SOURCE)
        if trouble is not None and wanted.kind in _CANNOT_BE_SHARED and wanted.frames.version == 0:
            if self._instead is None and Path(Camera("simulated").where).exists():
                self._instead = self._open("simulated", "", "")
        elif self._instead is not None:
            self._instead.close()
            self._instead = None

    def _take_newest(self) -> Iterator[object]:
        camera = self._instead or self._wanted
        frame = camera.frames.get() if camera is not None else None
        if camera is None or frame is None or self._seen == (camera, frame.number):
            return
        self._seen = (camera, frame.number)
        self._sight = Sight(next(self._numbers), frame.rgb(WORK_LONG_SIDE_PX), frame.captured_s)
        if self._announced is not camera:
            self._announced = camera
            height, width = frame.pixels.shape[:2]
            yield FrameSource(camera.kind, Path(camera.where).name, width, height)
        if camera.kind == "camera":
            yield from self._watch_for_black(self._sight)

    def _watch_for_black(self, sight: Sight) -> Iterator[object]:
        if int(sight.image[::8, ::8].max()) >= _BLACK_LEVEL:
            self._black_since_s = None
            if self._is_black_told:
                self._is_black_told = False
                yield Cleared(BLACK)
            return
        self._black_since_s = self._black_since_s or sight.captured_s
        if not self._is_black_told and sight.captured_s - self._black_since_s >= _BLACK_AFTER_S:
            self._is_black_told = True
            yield Notice(troubles.BLACK, "info", BLACK)


def pictures_in(folder: Path) -> list[Path]:
    """Return the picture files of a folder, by name.

    Raises
    ------
    LabError
        If it is no folder, cannot be read, or holds no picture.

    """
    try:
        inside = sorted(
            each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file()
        )
    except OSError as error:
        raise LabError(
            "The folder {folder} cannot be read ({reason}).",
            hint="Choose another folder.",
            folder=folder,
            reason=error.strerror or str(error),
        ) from error
    if not inside:
        raise LabError(
            "There are no pictures in the folder {folder}.",
            hint="Name a folder with JPEG or PNG files.",
            folder=folder,
        )
    return inside
