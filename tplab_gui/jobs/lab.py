"""What belongs to no subject: torch and its warm-up, the machine, downloads."""

from collections.abc import Iterator

from tplab_gui.core.events.common import Ready, Waiting
from tplab_gui.core.report_request import ReportRequest


def load_torch() -> Iterator[object]:
    """Load torch; yields `Ready` with a line about it."""
    yield Waiting("torch")
    from tplab_gui.nets.warm_up import about_torch

    yield Ready(about_torch())


def warm_optimiser() -> Iterator[object]:
    """Load what the first optimiser drags in, so that no click on Start pays for it."""
    from tplab_gui.nets.warm_up import warm_optimiser as warm

    yield Waiting("warm-up")
    warm()


def machine() -> Iterator[object]:
    """Yield what this machine has, as `report.machine.Row` values."""
    from tplab_gui.report.machine import rows

    return rows()


def fetch(name: str) -> Iterator[object]:
    """Download a data set that the user asked for; yields its progress."""
    from tplab_gui.data.assets import read_assets
    from tplab_gui.data.download import fetch as fetch_asset

    return fetch_asset(read_assets()[name])


def write_report(request: ReportRequest) -> Iterator[object]:
    """Write the lab report; yields `Progress`, the events of runs made for it, then one `ReportWritten`."""
    from tplab_gui.report.build import write_report as write

    return write(request)
