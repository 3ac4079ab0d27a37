"""The jobs of the page Sensitivity."""

from collections.abc import Iterator

from tplab_gui.core.sweep_plan import Series, Subject


def sweep(subject: Subject, series: Series) -> Iterator[object]:
    """Run a series; yields the events of `core.events.sweep`."""
    from tplab_gui.vision.sweep import sweep as sweep_series

    return sweep_series(subject, series)
