"""The job that measures every clip of a set, with progress, and remembers what it measured.

A clip that has not changed (same path, size and time of change) is not read again: 30,000 files take half a minute the
first time and a second the next.
"""

import csv
import io
import json
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Waiting
from tplab_gui.core.events.sets import Outlier, StatisticsRead, Summary
from tplab_gui.core.paths import user_data_dir
from tplab_gui.data import sound_statistics
from tplab_gui.data.sound_statistics import MEASURES, UNREADABLE, WHISKER, ClipMeasures
from tplab_gui.data.sounds import read_sound
from tplab_gui.data.spoken import ClipList, list_set

PROGRESS_S = 0.05
MOST_OUTLIERS = 500
WORTH_KEEPING_S = 2.0  # quicker surveys are simply done again
_FORMAT = 1
_KINDS = {"duration": ("short", "long"), "rms": ("quiet", "loud")}


def survey(source: str) -> Iterator[object]:
    """Measure a set; yields `Waiting`, `Progress`, then one `StatisticsRead`.

    Raises `LabError` when the set is not there, or when not one of its clips can be read.
    """
    yield Waiting("data")
    listed = list_set(source)
    cache = _cache_file(listed.folder)
    known = _remembered(cache)
    fresh: dict[str, list[float]] = {}
    measured: list[ClipMeasures] = []
    begin = said = time.monotonic()
    for done, clip in enumerate(listed.clips):
        key = _key(clip.path)
        if key not in known:
            known[key] = _row(_measured(clip.path))
        fresh[key] = known[key]
        measured.append(_measures(known[key]))
        if time.monotonic() - said > PROGRESS_S:
            said = time.monotonic()
            yield Progress(done + 1, len(listed.clips))
    if time.monotonic() - begin > WORTH_KEEPING_S:
        _remember(cache, fresh)
    yield _statistics(source, listed, measured)


def as_csv(read: StatisticsRead) -> str:
    """Return one line per clip: file, digit, speaker, duration, levels, clipping, silence."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        [
            "file",
            "digit",
            "speaker",
            "duration_s",
            "peak_dbfs",
            "rms_dbfs",
            "clipped_samples",
            "silence_share",
        ]
    )
    columns = [read.values[name] for name in MEASURES]
    for row, (path, digit, speaker) in enumerate(zip(read.paths, read.digits, read.speakers, strict=True)):
        writer.writerow([path, digit, speaker, *(f"{column[row]:.6g}" for column in columns)])
    return text.getvalue()


def summary_csv(read: StatisticsRead) -> str:
    """Return one line per measure and group: count, mean, deviation, least, quartiles, most."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["measure", "grouping", *Summary.__dataclass_fields__])
    for (name, grouping), summaries in read.summaries.items():
        for each in summaries:
            values = asdict(each)
            writer.writerow([name, grouping or "all", *(_short(value) for value in values.values())])
    return text.getvalue()


def export(read: StatisticsRead, path: str) -> Iterator[object]:
    """Write the clips to `path` and the summaries beside it, as `..._summary.csv`; yields a `Progress` at the end."""
    target = Path(path)
    atomic.write_text(target, as_csv(read))
    atomic.write_text(target.with_name(f"{target.stem}_summary.csv"), summary_csv(read))
    yield Progress(2, 2, str(target))


def _statistics(source: str, listed: ClipList, measured: list[ClipMeasures]) -> StatisticsRead:
    values = {name: np.array([getattr(each, name) for each in measured], np.float32) for name in MEASURES}
    if np.isnan(values["duration"]).all():
        raise LabError(
            "Not one of the {count} clips in {folder} can be read.",
            hint="Open one of them on the page Explore to learn why.",
            count=len(measured),
            folder=listed.folder,
        )
    digits = np.array([clip.digit for clip in listed.clips], np.uint8)
    speakers = tuple(clip.speaker for clip in listed.clips)
    groups: dict[str, tuple[str, ...]] = {
        "": ("",) * len(digits),
        "digit": tuple(str(digit) for digit in digits),
        "speaker": speakers,
    }
    return StatisticsRead(
        source=source,
        paths=tuple(clip.path for clip in listed.clips),
        digits=digits,
        speakers=speakers,
        values=values,
        rates=dict(sorted(Counter(each.rate_hz for each in measured if each.rate_hz).items())),
        summaries={
            (name, grouping): sound_statistics.by_group(values[name], of)
            for name in MEASURES
            for grouping, of in groups.items()
        },
        outliers=_outliers(listed, values),
        remark=sound_statistics.length_remark(values["duration"]),
        misnamed=listed.misnamed,
        first_misnamed=listed.first_misnamed,
    )


def _outliers(listed: ClipList, values: dict[str, NDArray[np.float32]]) -> tuple[Outlier, ...]:
    """Return the clips that stand out, unreadable ones first, then the farthest from the others."""
    found: list[tuple[float, Outlier]] = []
    for number in np.flatnonzero(np.isnan(values["duration"])):
        found.append((np.inf, Outlier(listed.clips[number].path, "unreadable", float("nan"))))
    for number in np.flatnonzero(values["clipped"] > 0):
        found.append((1.0, Outlier(listed.clips[number].path, "clipped", float(values["clipped"][number]))))
    for name, (low_kind, high_kind) in _KINDS.items():
        known = values[name][~np.isnan(values[name])]
        quartile_1, quartile_3 = np.percentile(known, (25, 75))
        spread = max(float(quartile_3 - quartile_1), 1e-6)
        for kind, beyond in (
            (low_kind, (quartile_1 - values[name]) / spread),
            (high_kind, (values[name] - quartile_3) / spread),
        ):
            for number in np.flatnonzero(beyond > WHISKER):
                clip, value = listed.clips[number], float(values[name][number])
                found.append((float(beyond[number]), Outlier(clip.path, kind, value)))
    found.sort(key=lambda each: -each[0])
    return tuple(outlier for _, outlier in found[:MOST_OUTLIERS])


def _measured(path: Path) -> ClipMeasures:
    try:
        sound = read_sound(path)
    except LabError:
        return UNREADABLE
    return sound_statistics.measure(sound.samples, sound.rate_hz)


def _row(measures: ClipMeasures) -> list[float]:
    return [float(getattr(measures, name)) for name in (*MEASURES, "rate_hz")]


def _measures(row: list[float]) -> ClipMeasures:
    duration, peak, rms, clipped, silence, rate_hz = row
    return ClipMeasures(duration, peak, rms, clipped, silence, int(rate_hz))


def _key(path: Path) -> str:
    try:
        about = path.stat()
    except OSError:
        return f"{path}|gone"
    return f"{path}|{about.st_size}|{about.st_mtime_ns}"


def _cache_file(folder: Path) -> Path:
    name = f"{folder.name}-{zlib.crc32(str(folder.resolve()).encode()):08x}.json"
    return user_data_dir() / "cache" / "sounds" / name


def _remembered(path: Path) -> dict[str, list[float]]:
    try:
        kept: Any = json.loads(path.read_text(encoding="utf-8"))
        if kept["format"] != _FORMAT:
            return {}
        rows = {str(key): [float(value) for value in row] for key, row in kept["clips"].items()}
        return {key: row for key, row in rows.items() if len(row) == len(MEASURES) + 1}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # measured again


def _remember(path: Path, rows: dict[str, list[float]]) -> None:
    try:
        atomic.write_text(path, json.dumps({"format": _FORMAT, "clips": rows}))
    except LabError:
        return  # a full disk costs half a minute next time, and nothing else


def _short(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else value
