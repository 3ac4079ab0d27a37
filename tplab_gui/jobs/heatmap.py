"""The jobs of the Heatmap tab."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams

if TYPE_CHECKING:  # numpy costs a quarter of the time to the first paint
    from tplab_gui.core.events.compare import CompareRequest
    from tplab_gui.core.events.view_recording import RecordingRequest


def watch(params: Latest[WatchParams]) -> Iterator[object]:
    """Look at a source until stopped; yields the events of `core.events.heatmap`."""
    from tplab_gui.vision.watch import watch as watch_source

    return watch_source(params)


def compare_methods(request: "CompareRequest") -> Iterator[object]:
    """Compute the maps of several methods on one picture; yields the events of `core.events.compare`."""
    from tplab_gui.vision.compare import compare

    return compare(request)


def record_view(request: "RecordingRequest") -> Iterator[object]:
    """Write the live view into a video; yields the events of `core.events.view_recording`."""
    from tplab_gui.vision.recording import record_view as record

    return record(request)


def fetch_weights(name: str, folder: str) -> Iterator[object]:
    """Bring the weights of a torchvision network to this machine; yields `Progress` and a `Ready`."""
    from tplab_gui.vision.weights_fetch import fetch_weights as fetch

    return fetch(name, folder)


def looking_networks(runs_root: str) -> Iterator[object]:
    """Yield one `NetworksFound`: weight files on this machine, and kept runs whose network looks at pictures."""
    from tplab_gui.core import kept_networks
    from tplab_gui.core.events.heatmap import NetworksFound

    yield NetworksFound(kept_networks.weight_files(), kept_networks.picture_runs(Path(runs_root)))


def cameras() -> Iterator[object]:
    """Yield one `DevicesFound` with the cameras of this machine."""
    from tplab_gui.vision.camera import found

    yield found()
