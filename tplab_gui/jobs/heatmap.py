"""The jobs of the Heatmap tab."""

from collections.abc import Iterator

from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams


def watch(params: Latest[WatchParams]) -> Iterator[object]:
    """Look at a source until stopped; yields the events of `core.events.heatmap`."""
    from tplab_gui.vision.watch import watch as watch_source

    return watch_source(params)


def cameras() -> Iterator[object]:
    """Yield one `DevicesFound` with the cameras of this machine."""
    from tplab_gui.vision.camera import found

    yield found()
