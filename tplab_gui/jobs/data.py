"""The jobs of the Data tab."""

from collections.abc import Iterator
from typing import Any

from tplab_gui.core.mailbox import Mailbox


def explore(requests: Mailbox[object]) -> Iterator[object]:
    """Answer requests about data until stopped; yields the events of `core.events.data`."""
    from tplab_gui.speech.explore import explore as answer

    return answer(requests)


def lengths(source: str, paths: tuple[Any, ...]) -> Iterator[object]:
    """Yield what the names of a set of sounds hide, then the lengths of `paths` in pieces."""
    from tplab_gui.data.clip_lengths import read_lengths

    return read_lengths(source, paths)


def survey(source: str) -> Iterator[object]:
    """Measure every clip of a set of sounds; yields `Progress`, then one `StatisticsRead`."""
    from tplab_gui.data.set_survey import survey as measure

    return measure(source)


def export_statistics(read: Any, path: str) -> Iterator[object]:
    """Write a `StatisticsRead` as CSV, and its summaries beside it."""
    from tplab_gui.data.set_survey import export

    return export(read, path)


def make_split(
    source: str, method: str, seed: int, speaker: str = "", write_to: str = ""
) -> Iterator[object]:
    """Draw a split of a set of sounds; yields `SplitMade`, and `SplitWritten` when it was written down."""
    from tplab_gui.data.split_report import make_split as make

    return make(source, method, seed, speaker, write_to)


def open_split(source: str, where: str) -> Iterator[object]:
    """Read a split back from its CSV files and check it; yields `SplitMade`."""
    from tplab_gui.data.split_report import open_split as read

    return read(source, where)


def compare_splits(source: str, epochs: int, seed: int) -> Iterator[object]:
    """Train the report's network under every split; yields `HonestyProgress`, and `HonestyRead` after each training."""
    from tplab_gui.training.honesty import compare

    return compare(source, epochs, seed)


def last_comparison(source: str) -> Iterator[object]:
    """Yield the newest `HonestyRead` kept for a set of sounds."""
    from tplab_gui.training.honesty_results import last_comparison as last

    return last(source)
