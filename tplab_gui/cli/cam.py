"""`tplab cam`: where a network looked in each of many pictures."""

import argparse
import collections
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.cli.output import Output
from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError

if TYPE_CHECKING:
    from tplab_gui.vision.cam import CamResult

_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"}
_READERS, _AHEAD = 2, 6  # pictures decoded while the network is busy: decoding takes as long as the network
_Picture = NDArray[np.uint8]


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
    parser.add_argument("--save", type=Path, metavar="DIR", help="write maps and overlays into this folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print one line per picture; a picture that cannot be read says so in its own line and the rest goes on."""
    from tplab_gui.vision.cam import heatmaps, method_name
    from tplab_gui.vision.classify import load_classifier

    files = _expanded(arguments.files)
    method = method_name(arguments.method)  # a bad request ends here, before any line
    classifier = load_classifier(arguments.model)
    target = classifier.target_index(arguments.target)
    names, done = _Names(), 0
    for number, (path, picture) in enumerate(_pictures(files), 1):
        out.progress(f"{number}/{len(files)} {path.name}")
        try:
            rgb = picture.result()
        except LabError as error:
            out.line({"file": str(path), "model": arguments.model, "error": str(error)}, f"{path}: {error}")
            continue
        found = heatmaps(classifier, rgb, target, method, arguments.layer)
        if arguments.save:
            _save(arguments.save / names.of(path), rgb, found)
        done += 1
        out.line(_values(path, rgb, found), _text(path, found))
    if done == len(files):
        return 0
    out.failure(
        LabError(
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


def _pictures(files: list[Path]) -> Iterator[tuple[Path, "Future[_Picture]"]]:
    """Decode a few pictures ahead of the network; memory stays bounded however many there are."""
    from tplab_gui.data.pictures import read_picture

    ahead: collections.deque[tuple[Path, Future[_Picture]]] = collections.deque()
    with ThreadPoolExecutor(_READERS, "decode") as pool:
        try:
            for path in files:
                ahead.append((path, pool.submit(read_picture, path)))
                if len(ahead) > _AHEAD:
                    yield ahead.popleft()
            while ahead:
                yield ahead.popleft()
        finally:
            for _, future in ahead:
                future.cancel()


def _values(path: Path, rgb: _Picture, found: "CamResult") -> dict[str, Any]:
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
        "image_size": [rgb.shape[1], rgb.shape[0]],
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


def _save(base: Path, rgb: _Picture, found: "CamResult") -> None:
    from PIL import Image

    from tplab_gui.vision import overlay

    for kind, array in (("raw", found.raw), ("heatmap", found.heatmap)):
        with atomic.replacing(base.with_name(f"{base.name}.{kind}.npy")) as path, path.open("wb") as stream:
            np.save(stream, np.ascontiguousarray(array, np.float32))
    with atomic.replacing(base.with_name(f"{base.name}.overlay.png")) as path:
        Image.fromarray(overlay.blend(rgb, found.heatmap)).save(path, format="PNG")


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
