"""The job of the Compare page: one picture, one class, every method that was asked for, of one network or two.

The fast methods come first; every map is shown as soon as it is there, and measured after all maps are. Each method has
a network of its own, so that one that is left behind (a stop in the middle of a library) disturbs nobody.
"""

import copy
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Progress, Waiting
from tplab_gui.core.events.compare import (
    ComparedPicture,
    CompareRequest,
    MapQuality,
    MethodHeat,
    MethodRefused,
)
from tplab_gui.core.methods import method
from tplab_gui.data.pictures import read_picture
from tplab_gui.vision import adjust, drawing, overlay
from tplab_gui.vision.cam import LIBRARY_METHODS, CamResult, heatmaps
from tplab_gui.vision.classify import Classifier, load_classifier
from tplab_gui.vision.frames import WORK_LONG_SIDE_PX, reduced
from tplab_gui.vision.placing import placed
from tplab_gui.vision.quality import quality
from tplab_gui.vision.work import Going, worked

_ORDER = {"closed": 0, "gradient": 1, "passes": 2}


@dataclass(frozen=True, slots=True)
class _Asked:
    """One cell of the grid."""

    model: str
    method: str
    classifier: Classifier


def compare(request: CompareRequest) -> Iterator[object]:
    """Compute what `request` asks for.

    Yields
    ------
    Events of `core.events.compare`, `Progress` while a method is slow, and a `Notice` for a network that cannot be had.

    Raises
    ------
    LabError
        If the picture cannot be read.

    """
    torch.set_num_threads(1)
    image = _picture(request)
    networks: dict[str, Classifier] = {}
    for name in dict.fromkeys(request.models):
        yield Waiting("network")
        try:
            classifier = load_classifier(name, squash=request.look.squash)
            classifier.target_index(request.look.target or classifier.classes[0])
        except LabError as error:
            yield Notice(error, "error", "model")
            continue
        networks[name] = classifier
    if not networks:
        return
    yield Cleared("model") if len(networks) == len(set(request.models)) else Progress(0, 100)
    yield ComparedPicture(image, next(iter(networks.values())).classes)
    methods = sorted(request.methods, key=lambda key: _ORDER[method(key).cost])
    cells = [_Asked(name, key, each) for key in methods for name, each in networks.items()]
    done: list[tuple[_Asked, CamResult]] = []
    for cell in cells:
        try:
            result = yield from _looked(cell, image, request)
        except LabError as error:
            yield MethodRefused(cell.model, cell.method, error)
            continue
        if result is not None:
            done.append((cell, result))
            yield _event(cell, image, result, request)
    if request.measures:
        for cell, result in done:
            yield from _measured(cell, image, result)


def _picture(request: CompareRequest) -> NDArray[np.uint8]:
    pixels = request.pixels if request.pixels is not None else read_picture(Path(request.path))
    image = np.ascontiguousarray(reduced(pixels, WORK_LONG_SIDE_PX))
    return adjust.apply(image, request.look.adjust)


def _looked(
    cell: _Asked, image: NDArray[np.uint8], request: CompareRequest
) -> Generator[Progress, None, CamResult | None]:
    asked = request.look
    own = copy.deepcopy(cell.classifier)
    _ = own.ending  # found before the clock runs, as for a live picture

    def act(go_on: Going) -> CamResult:
        if cell.method in LIBRARY_METHODS:
            import pytorch_grad_cam  # noqa: F401  its import takes seconds, which are not the method's

        return heatmaps(own, image, asked.target or None, cell.method, asked.layer or None, go_on)

    return (yield from worked(act, cell.method))


def _event(cell: _Asked, image: NDArray[np.uint8], result: CamResult, request: CompareRequest) -> MethodHeat:
    asked = request.look
    cells = drawing.heat(result, asked.scale, asked.curve)
    shown = placed(cells, result.frame, image.shape[0], image.shape[1], asked.smoothing)
    return MethodHeat(
        cell.model,
        cell.method,
        result.target,
        result.score,
        overlay.blend(image, shown, asked.opacity, asked.colour_map),
        result.heatmap,
        result.peak_xy,
        result.ms,
    )


def _measured(cell: _Asked, image: NDArray[np.uint8], result: CamResult) -> Iterator[object]:
    found = yield from worked(
        lambda go_on: quality(cell.classifier, image, result, go_on), f"quality-{cell.method}"
    )
    if found is not None:
        yield MapQuality(
            cell.model,
            cell.method,
            found.drop,
            found.increases,
            found.deletion,
            found.insertion,
            found.road,
        )
