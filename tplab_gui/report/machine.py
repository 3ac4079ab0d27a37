"""What this machine has, one row per fact a user may need, each with what to do when it is not well."""

import importlib
import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from tplab_gui import __version__
from tplab_gui.core import extras, own_process, paths
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick

OK, DEGRADED, MISSING = "ok", "degraded", "missing"
_ENOUGH_DISK_GB = 2.0
_NETWORKS = ("digit-image", "digit-sound", "digit-sound-fr", "builtin")
_OPTIONAL_WEIGHTS = "regnet_y_400mf"


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: `state` is 'ok', 'degraded' or 'missing'; `is_vital` when the lab cannot run without it."""

    name: str
    state: str
    detail: str
    hint: str = ""
    is_vital: bool = False


def rows() -> Iterator[Row]:
    """Yield every fact, cheap ones first. Nothing is changed on the machine, no device is opened."""
    yield Row("TP Lab", OK, f"version {__version__}")
    yield Row("Python", OK, f"{platform.python_version()} ({sys.executable})", is_vital=True)
    yield Row("system", OK, f"{platform.system()} {platform.release()}, {platform.machine()}")
    yield _qt()
    yield from _torch()
    yield _extras()
    yield from _folders()
    yield from _networks()
    yield from _data_sets()
    yield _sound_inputs()
    yield _cameras()


def _qt() -> Row:
    """Load Qt in a child, since a missing system library would end this process."""
    try:
        reason = _result_of(own_process.apart(_qt_trouble))
    except LabError as error:
        reason = error.sentence()
    if not reason:
        version = importlib.metadata.version("PySide6-Essentials")
        return Row("Qt", OK, f"PySide6 {version}", is_vital=True)
    return Row(
        "Qt",
        MISSING,
        reason,
        "Run `python3 start.py` again: it names the libraries to install.",
        is_vital=True,
    )


def _result_of(job: Generator[object, None, str]) -> str:
    while True:
        try:
            next(job)
        except StopIteration as end:
            return str(end.value)


def _qt_trouble() -> Generator[object, None, str]:
    """Return why Qt cannot be loaded, '' when it can; a job, to be run apart."""
    yield Tick()
    try:
        for name in ("PySide6.QtWidgets", "PySide6.QtSvg"):
            importlib.import_module(name)
    except ImportError as error:
        return str(error)
    return ""


def _torch() -> Iterator[Row]:
    try:
        import torch
    except (ImportError, OSError) as error:
        yield Row(
            "torch",
            MISSING,
            str(error),
            "Delete the folder .venv and run `python3 start.py` again.",
            is_vital=True,
        )
        return
    yield Row("torch", OK, torch.__version__, is_vital=True)
    if torch.cuda.is_available():
        yield Row("device", OK, f"cuda: {torch.cuda.get_device_name(0)}")
    elif torch.backends.mps.is_available():
        yield Row("device", OK, "mps (Apple GPU)")
    else:
        yield Row("device", OK, "cpu: everything works, a graphics card would train faster")
    yield Row("threads", OK, f"{torch.get_num_threads()} used of {os.cpu_count()}")


def _extras() -> Row:
    versions = {name: extras.version_of(name) for name in extras.EXTRAS}
    detail = ", ".join(f"{name} {version or 'not installed'}" for name, version in versions.items())
    if all(versions.values()):
        return Row("extras", OK, detail)
    hint = "Optional, for TensorBoard files and hyper-parameter studies: run `python3 start.py extras`."
    return Row("extras", DEGRADED, detail, hint)


def _folders() -> Iterator[Row]:
    for name, folder in (("user folder", paths.user_data_dir()), ("log folder", paths.logs_dir())):
        place = _existing(folder)
        if os.access(place, os.W_OK):
            yield Row(name, OK, str(folder))
        else:
            hint = "Set TPLAB_HOME to a folder of your own: settings, runs and logs go there."
            yield Row(name, DEGRADED, f"{folder} cannot be written to", hint)
    free_gb = shutil.disk_usage(_existing(paths.user_data_dir())).free / 1e9
    hint = "" if free_gb >= _ENOUGH_DISK_GB else "Free some space: runs and recordings may not be saved."
    yield Row("free disk", DEGRADED if hint else OK, f"{free_gb:.1f} GB", hint)


def _networks() -> Iterator[Row]:
    from tplab_gui.nets import weights

    for name in _NETWORKS:
        try:
            card = weights.load_card(name)
            weights.verify(card)
        except LabError as error:
            yield Row(f"network {name}", MISSING, error.sentence(), error.advice())
        else:
            yield Row(
                f"network {name}",
                OK,
                f"sha256 {card['sha256'][:12]} as its card says, {card['parameters']:,} parameters",
            )
    if any(list(folder.glob(f"{_OPTIONAL_WEIGHTS}*.pth")) for folder in paths.model_search_path()):
        yield Row(f"network {_OPTIONAL_WEIGHTS}", OK, "weights found")
    else:
        hint = "Optional: put the torchvision weights into a folder and set TPLAB_MODELS to it."
        yield Row(f"network {_OPTIONAL_WEIGHTS}", DEGRADED, "no weights on this machine", hint)


def _data_sets() -> Iterator[Row]:
    from tplab_gui.data.catalogue import data_sets

    for each in data_sets():
        if each.found:
            yield Row(f"data {each.name}", OK, f"{each.count:,} examples, {each.where}")
        elif not each.can_fetch:
            yield Row(
                f"data {each.name}", MISSING, f"{each.where} is not there", "Restore the folder resources."
            )
        else:
            hint = f"Optional: `tplab assets fetch {each.name}`, or set TPLAB_DATA to a folder that holds {each.name}/."
            yield Row(f"data {each.name}", DEGRADED, "not on this machine", hint)


def _sound_inputs() -> Row:
    try:
        from tplab_gui.speech.microphone import found

        devices = found()
    except LabError as error:
        return Row("microphone", DEGRADED, error.sentence(), error.advice())
    if devices.names:
        return Row("microphone", OK, ", ".join(devices.names))
    return Row("microphone", DEGRADED, "none", "Plug one in; until then the simulated microphone speaks.")


def _cameras() -> Row:
    try:
        from tplab_gui.vision.camera import found

        devices = found()
    except LabError as error:
        return Row("camera", DEGRADED, error.sentence(), error.advice())
    if devices.names:
        return Row("camera", OK, ", ".join(devices.names))
    return Row("camera", DEGRADED, "none", "Plug one in; until then the simulated ball plays.")


def _existing(folder: Path) -> Path:
    """Return the nearest folder above that exists: the one whose rights and disk count."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder
