"""How many tennis balls each sample picture shows, from the table beside them."""

import csv
from pathlib import Path

from tplab_gui.core.paths import SAMPLES


def object_counts() -> dict[Path, int]:
    """Return the count of every sample that the table names, in its order; empty without the table."""
    table = SAMPLES / "pictures" / "boxes.csv"
    counts: dict[Path, int] = {}
    try:
        with table.open(newline="", encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                path = table.parent / row["file"]
                counts[path] = counts.get(path, 0) + bool(row["x0"])
    except (OSError, KeyError, TypeError, csv.Error):
        return {}
    return {path: count for path, count in counts.items() if path.is_file()}


def study_samples() -> dict[str, Path]:
    """Return the samples of the study of table 4: 'one', 'several', and 'none', the zebra where there is one."""
    counts = object_counts()
    found: dict[str, Path] = {}
    for path, count in counts.items():
        found.setdefault("none" if count == 0 else "one" if count == 1 else "several", path)
    zebra = next((path for path, count in counts.items() if count == 0 and "zebra" in path.stem), None)
    return found if zebra is None else found | {"none": zebra}
