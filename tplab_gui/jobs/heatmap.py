"""The jobs of the Heatmap tab."""

from collections.abc import Iterator

from tplab_gui.core.events.compare import CompareRequest
from tplab_gui.core.events.view_recording import RecordingRequest
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams


def watch(params: Latest[WatchParams]) -> Iterator[object]:
    """Look at a source until stopped; yields the events of `core.events.heatmap`."""
    from tplab_gui.vision.watch import watch as watch_source

    return watch_source(params)


def compare_methods(request: CompareRequest) -> Iterator[object]:
    """Compute the maps of several methods on one picture; yields the events of `core.events.compare`."""
    from tplab_gui.vision.compare import compare

    return compare(request)


def record_view(request: RecordingRequest) -> Iterator[object]:
    """Write the live view into a video; yields the events of `core.events.view_recording`."""
    from tplab_gui.vision.recording import record_view as record

    return record(request)


def cameras() -> Iterator[object]:
    """Yield one `DevicesFound` with the cameras of this machine."""
    from tplab_gui.vision.camera import found

    yield found()
