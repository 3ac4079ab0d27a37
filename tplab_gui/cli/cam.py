"""`tplab cam`: where a network looked in each of many pictures."""

import argparse
import collections
import copy
import os
import queue
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tplab_gui.cli.output import Output
from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tplab_gui.vision.cam import CamResult
    from tplab_gui.vision.classify import Classifier

_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"}
_WORKERS_AT_MOST = 8
_Question = tuple[int, str, str | None]  # target, method, layer


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("cam", help="show where a network looked in pictures")
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="pictures, or folders of pictures"
    )
    parser.add_argument("--model", default="builtin", metavar="NAME", help="the network (builtin)")
    parser.add_argument("--method", default="gradcam++", metavar="NAME", help="cam, gradcam, gradcam++, ...")
    parser.add_argument("--target", default="tennis ball", metavar="CLASS", help="the class asked about")
    parser.add_argument("--layer", metavar="NAME", help="the layer whose map is read (the last one)")
    parser.add_argument(
        "--squash", action="store_true", help="press the picture into a square, as the report's tool did"
    )
    parser.add_argument(
        "--scale",
        choices=("stretched", "absolute"),
        default="stretched",
        help="saved heat: each picture from its least to its greatest, or by evidence, the same for all pictures",
    )
    parser.add_argument(
        "--curve", choices=("linear", "squared"), default="linear", help="squared: as the report's tool drew"
    )
    parser.add_argument(
        "--colours", default="inferno", metavar="NAME", help="of the overlay: inferno, magma, viridis, jet"
    )
    parser.add_argument("--save", type=Path, metavar="DIR", help="write maps and overlays into this folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print one line per picture; a picture that cannot be read says so in its own line and the rest goes on."""
    from tplab_gui.vision import overlay
    from tplab_gui.vision.cam import method_name
    from tplab_gui.vision.classify import load_classifier

    files = _expanded(arguments.files)
    method = method_name(arguments.method)  # a bad request ends here, before any line
    overlay.table(arguments.colours)
    classifier = load_classifier(arguments.model, squash=arguments.squash)
    look = _LookOf(arguments.scale, arguments.curve, arguments.colours)
    question = (classifier.target_index(arguments.target), method, arguments.layer)
    done, unread = 0, None
    try:
        for number, (path, looked) in enumerate(
            _looked_at(files, classifier, question, arguments.save, look), 1
        ):
            out.progress(f"{number}/{len(files)} {path.name}")
            if isinstance(looked, LabError):
                values = {"file": str(path), "model": arguments.model, "error": str(looked)}
                out.line(values, f"{path}: {looked}")
                unread = looked
                continue
            done += 1
            out.line(_values(path, looked), _text(path, looked.found))
    except LabError as error:  # the layer does not exist, the disk is full: no picture would fare better
        out.failure(error)
        return 1 if done else 2
    if unread is None:
        return 0
    out.failure(
        unread
        if len(files) == 1
        else LabError(
            "{failed} of {total} pictures could not be looked at.",
            hint="Their own lines say why.",
            failed=len(files) - done,
            total=len(files),
        )
    )
    return 1 if done else 2


def _expanded(paths: list[Path]) -> list[Path]:
    """Return the files, and the pictures inside the folders, in a steady order."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(
            each for each in path.rglob("*") if each.suffix.lower() in _SUFFIXES and each.is_file()
        )
        if not inside:
            raise LabError(
                "There are no pictures in the folder {folder}.",
                hint="Name a folder with JPEG or PNG files.",
                folder=path,
            )
        files += inside
    return files


@dataclass(frozen=True, slots=True)
class _LookOf:
    """How saved heat is drawn."""

    scale: str
    curve: str
    colours: str


@dataclass(frozen=True, slots=True)
class _Looked:
    width: int
    height: int
    found: "CamResult"


def _looked_at(
    files: list[Path], classifier: "Classifier", question: _Question, save: Path | None, look: "_LookOf"
) -> Iterator[tuple[Path, _Looked | LabError]]:
    """Yield every file with its answer, or with why it could not be read, in the order asked.

    One picture per core at a time, each with one torch thread: that is faster than all threads on one picture, and does
    not collapse when another program is busy. Memory stays bounded however many files there are.
    """
    import torch

    workers = min(len(files), os.cpu_count() or 1, _WORKERS_AT_MOST)
    torch.set_num_threads(1)
    # Hooks are put on the network while it answers, so each worker has its own.
    spare: queue.SimpleQueue[Classifier] = queue.SimpleQueue()
    for _ in range(workers):
        spare.put(copy.deepcopy(classifier))
    names = _Names()
    ahead: collections.deque[tuple[Path, Future[_Looked | LabError]]] = collections.deque()
    with ThreadPoolExecutor(workers, "cam") as pool:
        try:
            for path in files:
                base = save / names.of(path) if save else None
                ahead.append((path, pool.submit(_look, path, spare, question, base, look)))
                if len(ahead) > 2 * workers:
                    first, answer = ahead.popleft()
                    yield first, answer.result()
            while ahead:
                first, answer = ahead.popleft()
                yield first, answer.result()
        finally:
            for _, answer in ahead:
                answer.cancel()


def _look(
    path: Path,
    spare: "queue.SimpleQueue[Classifier]",
    question: _Question,
    base: Path | None,
    look: "_LookOf",
) -> "_Looked | LabError":
    from tplab_gui.data.pictures import read_picture
    from tplab_gui.vision.cam import heatmaps

    try:
        rgb = read_picture(path)
    except LabError as error:
        return error
    classifier = spare.get()
    try:
        found = heatmaps(classifier, rgb, *question)
    finally:
        spare.put(classifier)
    if base is not None:
        _save(base, rgb, found, look)
    return _Looked(rgb.shape[1], rgb.shape[0], found)


def _values(path: Path, looked: _Looked) -> dict[str, Any]:
    found = looked.found
    height, width = found.raw.shape
    return {
        "file": str(path),
        "model": found.model,
        "method": found.method,
        "layer": found.layer,
        "target": found.target,
        "target_index": found.target_index,
        "score": found.score,
        "threshold": found.threshold,
        "image_size": [looked.width, looked.height],
        "top": [list(each) for each in found.top],
        "heatmap": {
            "height": height,
            "width": width,
            "min": float(found.raw.min()),
            "max": float(found.raw.max()),
            "peak_xy": [round(value, 1) for value in found.peak_xy],
        },
        "ms": round(found.ms, 2),
    }


def _text(path: Path, found: "CamResult") -> str:
    x, y = found.peak_xy
    where = f"heat strongest at x {x:.0f}, y {y:.0f}; {found.ms:.1f} ms"
    return f"{100 * found.score:7.2f} %  {found.target}  {path}  ({where})"


def _save(base: Path, rgb: "NDArray[np.uint8]", found: "CamResult", look: "_LookOf") -> None:
    import numpy as np
    from PIL import Image

    from tplab_gui.vision import drawing, overlay
    from tplab_gui.vision.placing import placed

    cells = drawing.heat(found, look.scale, look.curve)
    heatmap = placed(cells, found.frame, rgb.shape[0], rgb.shape[1])
    for kind, array in (("raw", found.raw), ("heatmap", heatmap)):
        with atomic.replacing(base.with_name(f"{base.name}.{kind}.npy")) as path, path.open("wb") as stream:
            np.save(stream, np.ascontiguousarray(array, np.float32))
    with atomic.replacing(base.with_name(f"{base.name}.overlay.png")) as path:
        Image.fromarray(overlay.blend(rgb, heatmap, name=look.colours)).save(path, format="PNG")


class _Names:
    """A name per file: its stem, numbered when another folder holds the same."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def of(self, path: Path) -> str:
        name, number = path.stem, 2
        while name in self._used:
            name, number = f"{path.stem}-{number}", number + 1
        self._used.add(name)
        return name
