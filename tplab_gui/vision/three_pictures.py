"""The study of table 4: one object, several, none. The same question to three pictures, and what a scale hides.

Stretched between its own ends every map has a hot place, also that of a picture without the object (remark R21); on
the absolute scale of `vision.drawing` it stays dark.
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.events.sweep import StudyPicture
from tplab_gui.core.sweep_plan import Subject
from tplab_gui.vision import drawing, overlay
from tplab_gui.vision.cam import CamResult
from tplab_gui.vision.placing import placed
from tplab_gui.vision.sweep import small
from tplab_gui.vision.sweep_subjects import gathered

KINDS = ("one", "several", "none")


def three_pictures(subject: Subject) -> Iterator[object]:
    """Look at the pictures of `subject`, in the order of `KINDS`.

    Yields
    ------
    One `StudyPicture` for each; `Progress`, `Tick` and `Notice` in between.

    Raises
    ------
    LabError
        If the request cannot be served.

    """
    subjects = yield from gathered(subject)
    for number, (kind, picture) in enumerate(zip(KINDS, subjects.pictures, strict=False), 1):
        found, tiny = picture.original, small(picture.rgb)
        height, width = tiny.shape[:2]
        stretched, absolute = (
            overlay.blend(tiny, _shrunk(found, picture.rgb.shape[:2], (width, height), scale))
            for scale in ("stretched", "absolute")
        )
        yield StudyPicture(
            kind=kind,
            name=picture.name,
            target=found.target,
            score=found.score,
            threshold=found.threshold,
            top=tuple(found.top),
            picture=tiny,
            overlay=stretched,
            absolute=absolute,
            log_odds=drawing.strongest(found),
        )
        yield Progress(number, len(KINDS), "study")
        yield Tick()


def _shrunk(
    found: CamResult, whole: tuple[int, int], size: tuple[int, int], scale: str
) -> NDArray[np.float32]:
    heat = placed(drawing.heat(found, scale), found.frame, *whole)
    return np.asarray(cv2.resize(heat, size, interpolation=cv2.INTER_AREA), np.float32)
