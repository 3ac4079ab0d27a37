"""The offline kit: the program, its packages, data sets and weights in one folder that installs without a network.

The folder is a copy of the program with `wheels/`, `data/` and more weights in `models/` beside it; `start.py` and the
search paths look there by themselves, so that on the other machine the README's two commands are all there is. The
packages are those of this system and this Python. `SHA256SUMS` lists every file, in the form `sha256sum -c` reads.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.paths import MODELS
from tplab_gui.data import places
from tplab_gui.data.assets import Asset, content_matches, read_assets
from tplab_gui.data.download import fetch

PARTS = ("program", "wheels", "data", "models")
SUMS = "SHA256SUMS"
LOCK = "requirements-test.lock"  # holds the pins of the others
_PROGRAM = (
    "tplab_gui", "resources", "models", "tests", "benchmarks", "tools", "docs", "start.py", "pyproject.toml",
    "README.md", "LICENSE", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "build.spec", "requirements.lock",
    "requirements-extras.lock", LOCK, ".ci", ".gitignore", ".editorconfig", ".pre-commit-config.yaml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KitWritten:
    """The kit is whole: how many files of how many bytes lie in `folder`."""

    folder: str
    files: int
    size_bytes: int


def kit(out: Path, parts: tuple[str, ...] = PARTS, weights: tuple[Path, ...] = ()) -> Iterator[object]:
    """Make the kit in `out`; what is there already and right is not fetched again.

    Parameters
    ----------
    out : Path
        An empty folder, one that does not exist, or an earlier kit.
    parts : of `PARTS`
    weights : Path
        Files of weights on this machine that go into its `models/`, beside those that ship.

    Yields
    ------
    Progress, Tick, KitWritten

    Raises
    ------
    LabError
        If the folder holds something else, the disk is full, the network does not answer, or this is a bundle.

    """
    root = MODELS.parent
    if not (root / LOCK).is_file():
        raise LabError(
            "This copy of the lab has no list of its packages, so it cannot make a kit.",
            hint="Make it from the clone, with `python3 start.py assets kit --out DIR`.",
        )
    if out.exists() and any(out.iterdir()) and not any((out / name).is_file() for name in ("start.py", SUMS)):
        raise LabError(
            "The folder {out} holds something else than a kit.", hint="Choose an empty folder.", out=out
        )
    if out.resolve().is_relative_to(root) or root.is_relative_to(out.resolve()):
        raise LabError(
            "The kit cannot lie in the folder of the program ({root}).", hint="Choose another one.", root=root
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        for done, part in enumerate(PARTS):
            if part in parts:
                yield Progress(done, len(PARTS), part)
                yield from _part(part, root, out, weights)
        yield Progress(len(PARTS) - 1, len(PARTS), SUMS)
        yield from _sums(out)
    except OSError as error:
        raise atomic.explain(error, out) from error


def _part(part: str, root: Path, out: Path, weights: tuple[Path, ...]) -> Iterator[object]:
    if part == "program":
        yield from _program(root, out)
    elif part == "wheels":
        yield from _wheels(root, out / "wheels")
    elif part == "data":
        for asset in read_assets().values():
            yield from _data(asset, out / "data" / asset.folder)
    else:
        (out / "models").mkdir(parents=True, exist_ok=True)
        for path in weights:
            shutil.copyfile(path, out / "models" / path.name)
            yield Tick()


def _program(root: Path, out: Path) -> Iterator[Tick]:
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc", ".*_cache", "*.tmp")
    for name in _PROGRAM:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, out / name, dirs_exist_ok=True, ignore=left_out)
        elif source.is_file():
            shutil.copy2(source, out / name)
        yield Tick()


def _wheels(root: Path, folder: Path) -> Iterator[Tick]:
    """Fetch every package with pip, each checked against its hash; a stop ends pip."""
    if importlib.util.find_spec("pip") is None:
        raise LabError(
            "pip is not there, and only pip can fetch packages into a folder.",
            hint="Run `.venv/bin/python -m ensurepip` and try again.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--disable-pip-version-check",
        "--quiet",
        "--no-build-isolation",
    ]
    command += ["--require-hashes", "--requirement", str(root / LOCK), "--dest", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as pip:
        try:
            while True:
                try:
                    _, said = pip.communicate(timeout=0.1)
                    break
                except subprocess.TimeoutExpired:
                    yield Tick()
        finally:
            pip.kill()
    if pip.returncode:
        raise LabError(
            "The packages could not be fetched: {reason}.",
            hint="Check the network and try again; what came is kept.",
            reason=(said.strip().splitlines() or ["pip gave no reason"])[-1],
        )


def _data(asset: Asset, target: Path) -> Iterator[object]:
    found = asset.found()
    if found is None or not content_matches(asset, found):
        yield from fetch(asset)
        found = asset.target
    target.mkdir(parents=True, exist_ok=True)
    files = places.idx_files(found)
    for path in list(files.values()) if files else sorted(found.glob("*.wav")):
        if not (target / path.name).exists():
            shutil.copyfile(path, target / path.name)
        yield Tick()


def _sums(out: Path) -> Iterator[object]:
    lines, size = [], 0
    for path in sorted(each for each in out.rglob("*") if each.is_file() and each.name != SUMS):
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        lines.append(f"{digest}  {path.relative_to(out).as_posix()}\n")
        size += path.stat().st_size
        yield Tick()
    atomic.write_text(out / SUMS, "".join(lines))
    yield KitWritten(os.fspath(out), len(lines), size)
