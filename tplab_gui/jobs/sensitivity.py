"""The jobs of the page Sensitivity; they yield the events of `core.events.sweep`."""

from collections.abc import Iterator

from tplab_gui.core.sweep_plan import RANKING_DISTANCE, Series, Subject


def sweep(subject: Subject, series: Series) -> Iterator[object]:
    """Run a series."""
    from tplab_gui.vision.sweep import sweep as sweep_series

    return sweep_series(subject, series)


def sweep_video(subject: Subject, series: Series, path: str) -> Iterator[object]:
    """Write a series as a video."""
    from tplab_gui.vision.sweep_video import sweep_video as write

    return write(subject, series, path)


def rank_transforms(
    subject: Subject, measure: str = "rms", distance: float = RANKING_DISTANCE
) -> Iterator[object]:
    """Rank all transforms at one distance from the pictures."""
    from tplab_gui.vision.ranking import ranking

    return ranking(subject, measure, distance)


def map_transforms(subject: Subject, across: Series, down: Series) -> Iterator[object]:
    """Score two transforms together."""
    from tplab_gui.vision.sweep_map import score_map

    return score_map(subject, across, down)


def three_pictures(subject: Subject) -> Iterator[object]:
    """Ask the same of one object, several and none."""
    from tplab_gui.vision.three_pictures import three_pictures as look

    return look(subject)
