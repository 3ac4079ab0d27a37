"""Bringing torchvision's weights to this machine: from their address, or from a folder or a memory stick.

Torchvision puts the first eight digits of the sha256 into the name of the file; nothing is put in its place before it
agrees. A download that broke off goes on where it stopped.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Ready
from tplab_gui.core.paths import user_data_dir
from tplab_gui.data.download import download

_ROOM = 1.05  # the size that torchvision tells is rounded
_BLOCK_BYTES = 1 << 20


def fetch_weights(name: str, source: str = "") -> Iterator[Progress | Ready]:
    """Put the weights of network `name` into the user's models folder.

    Parameters
    ----------
    name : str
        As in `load_classifier`: `regnet_y_400mf:v1`, `resnet18`.
    source : str
        A folder that holds the file (a stick); '' asks the address that torchvision names.

    Yields
    ------
    Progress, and a `Ready` at the end whose detail is the file.

    Raises
    ------
    LabError
        If there is no such network, it cannot be had, or its content is not what its name says.

    """
    from tplab_gui.vision.torchvision_models import wanted_weights

    choice = wanted_weights(name)[0]
    file = Path(choice.url).name
    target = user_data_dir() / "models" / file
    part = target.with_name(f"{file}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if source:
            yield from _copy(Path(source), file, part)
        else:
            yield from _download(name, choice, part)
        if not matches_its_name(part, target):
            raise LabError(
                "The file {file} is damaged or is not what its name says (the sha256 differs), so it is not used.",
                hint="Fetch it again from {url}.",
                file=target.name,
                url=choice.url,
            )
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise atomic.explain(error, target) from error
    except LabError as error:
        if "sha256" in error.message:  # the next attempt must not go on from it
            part.unlink(missing_ok=True)
        raise
    yield Ready(str(target))


def matches_its_name(path: Path, name: Path) -> bool:
    """Return whether the sha256 of `path` begins as the name of the file says."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest().startswith(name.stem.rsplit("-", 1)[-1])


def _download(name: str, choice: Any, part: Path) -> Iterator[Progress]:
    if os.environ.get("TPLAB_NO_DOWNLOAD", "") not in ("", "0"):
        raise LabError(
            "Downloads are switched off on this machine (TPLAB_NO_DOWNLOAD).",
            hint="Bring the file {file} on a stick and choose its folder.",
            name=name,
            file=Path(choice.url).name,
        )
    megabytes = float(choice.meta.get("_file_size", 1000))
    yield from download((choice.url,), part, int(_ROOM * (megabytes + 1) * (1 << 20)))


def _copy(folder: Path, file: str, part: Path) -> Iterator[Progress]:
    found = folder if folder.name == file else next(iter(sorted(folder.rglob(file))), None)
    if found is None or not found.is_file():
        raise LabError(
            "{folder} does not hold the file {file}.",
            hint="Copy that file onto the stick on a machine with a network.",
            folder=folder,
            file=file,
        )
    total, done = found.stat().st_size, 0
    with found.open("rb") as reader, part.open("wb") as writer:
        while block := reader.read(_BLOCK_BYTES):
            writer.write(block)
            done += len(block)
            yield Progress(done, total, file)
    shutil.copystat(found, part)
