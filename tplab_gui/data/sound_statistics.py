"""What a set of sounds is like: how long, how loud, how often clipped, how much of it silent; by digit and by speaker.

Each measure is taken per clip, from samples in full scale = 1; levels are 20 log10 of the largest magnitude (peak) and
of the root mean square (RMS), in dBFS. The report states lengths of 2,500 to 2,800 samples (its section 2.2), which is
not true of the whole set; `length_remark` counts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sets import Summary

FLOOR_DB = -120.0  # digital silence
FULL_SCALE = 32766 / 32768  # what 16-bit converters give at their limit
CLIP_RUN = 3  # samples at full scale in a row; one alone is a peak that just fits
FRAME_S = 0.01
SILENT_DB = -40.0  # below the loudest frame of the same clip
WHISKER = 1.5  # distances of the quartiles; Tukey, Exploratory Data Analysis, 1977

MEASURES = ("duration", "peak", "rms", "clipped", "silence")
REPORT_RATE_HZ, REPORT_SAMPLES, REPORT_BEYOND_S = 8000, (2500, 2800), 1.0


@dataclass(frozen=True, slots=True)
class ClipMeasures:
    """One clip: `duration` s, `peak` and `rms` dBFS, `clipped` samples, `silence` a share in [0, 1]; or nan."""

    duration: float
    peak: float
    rms: float
    clipped: float
    silence: float
    rate_hz: int


UNREADABLE = ClipMeasures(math.nan, math.nan, math.nan, math.nan, math.nan, 0)


def measure(samples: NDArray[np.float32], rate_hz: int) -> ClipMeasures:
    """Measure samples (n,) in [-1, 1], n > 0."""
    magnitudes = np.abs(samples)
    power = samples.astype(np.float64) ** 2
    return ClipMeasures(
        duration=len(samples) / rate_hz,
        peak=_db(float(magnitudes.max())),
        rms=_db(math.sqrt(float(power.mean()))),
        clipped=float(_clipped(magnitudes >= FULL_SCALE)),
        silence=_silent_share(power, max(1, round(FRAME_S * rate_hz))),
        rate_hz=rate_hz,
    )


def summarise(name: str, values: NDArray[np.float32]) -> Summary:
    """Return the summary of values (n,), nan left out; at least one must be a number."""
    values = values[~np.isnan(values)].astype(np.float64)
    quartile_1, median, quartile_3 = np.percentile(values, (25, 50, 75))
    reach = WHISKER * (quartile_3 - quartile_1)
    inside = values[(values >= quartile_1 - reach) & (values <= quartile_3 + reach)]
    return Summary(
        name=name,
        count=len(values),
        mean=float(values.mean()),
        deviation=float(values.std(ddof=1)) if len(values) > 1 else 0.0,
        least=float(values.min()),
        low_fence=float(inside.min()),
        quartile_1=float(quartile_1),
        median=float(median),
        quartile_3=float(quartile_3),
        high_fence=float(inside.max()),
        most=float(values.max()),
    )


def by_group(values: NDArray[np.float32], groups: Sequence[str]) -> tuple[Summary, ...]:
    """Return a summary of values (n,) for each of the `groups` (n,) that has a number, in order of their names."""
    names = np.array(groups, object)
    return tuple(
        summarise(name, values[names == name])
        for name in sorted(set(groups))
        if not np.isnan(values[names == name]).all()
    )


def length_remark(durations_s: NDArray[np.float32]) -> Sentence:
    """Return the sentence that sets the lengths of a set (n,) beside those that the report states (remark R8)."""
    known = durations_s[~np.isnan(durations_s)].astype(np.float64)
    samples = np.round(known * REPORT_RATE_HZ)
    low, high = REPORT_SAMPLES
    inside = int(((samples >= low) & (samples <= high)).sum())
    return Sentence(
        "The report states {low:.0f} to {high:.0f} samples and a mean of 0.3 to 0.35 s. Counted at 8,000 Hz, "
        "{inside:.0f} of these {count:.0f} clips ({share:.1f} %) are that long: they go from {least:.0f} to "
        "{most:.0f} samples, with a mean of {mean:.0f} ({mean_s:.3f} s) and a median of {median:.0f}; {beyond:.0f} "
        "are longer than one second.",
        {
            "low": float(low),
            "high": float(high),
            "inside": float(inside),
            "count": float(len(known)),
            "share": 100 * inside / len(known),
            "least": float(samples.min()),
            "most": float(samples.max()),
            "mean": float(samples.mean()),
            "mean_s": float(known.mean()),
            "median": float(np.median(samples)),
            "beyond": float((known > REPORT_BEYOND_S).sum()),
        },
    )


def _db(level: float) -> float:
    return max(FLOOR_DB, 20 * math.log10(level)) if level > 0 else FLOOR_DB


def _clipped(is_full: NDArray[np.bool_]) -> int:
    """Count the samples at full scale that stand in runs of at least `CLIP_RUN`."""
    if not is_full.any():
        return 0
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_full.view(np.int8), [0]])))
    lengths = edges[1::2] - edges[::2]
    return int(lengths[lengths >= CLIP_RUN].sum())


def _silent_share(power: NDArray[np.float64], frame_samples: int) -> float:
    """Return the share of frames that are far below the loudest one; what is left at the end is a frame, too."""
    starts = np.arange(0, len(power), frame_samples)
    sizes = np.minimum(frame_samples, len(power) - starts)
    levels = np.add.reduceat(power, starts) / sizes
    loudest = float(levels.max())
    return float((levels < loudest * 10 ** (SILENT_DB / 10)).mean()) if loudest > 0 else 1.0
