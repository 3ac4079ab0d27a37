"""What is told of a whole set of sounds: lengths, statistics, how it is split, and what each split measures.

Clips are numbered as they are listed. Arrays are built fresh by the job and written by nobody afterwards.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence


@dataclass(frozen=True, slots=True)
class NamesChecked:
    """How many sounds of the set `source` are not named by the rule, and the first of them."""

    source: str
    misnamed: int
    first_misnamed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LengthsRead:
    """The lengths of the clips from number `first` on, float32 (n,) in seconds; nan for what is no sound."""

    source: str
    first: int
    lengths_s: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Summary:
    """One measure over a group of clips; `name` is a digit, a speaker, or '' for the whole set.

    Quartiles by linear interpolation; the fences are the last values within 1.5 times the distance of the quartiles
    (Tukey, Exploratory Data Analysis, 1977).
    """

    name: str
    count: int
    mean: float
    deviation: float
    least: float
    low_fence: float
    quartile_1: float
    median: float
    quartile_3: float
    high_fence: float
    most: float


@dataclass(frozen=True, slots=True)
class Outlier:
    """A clip that stands out: `kind` is 'long', 'short', 'loud', 'quiet', 'clipped', 'silent' or 'unreadable'.

    `value` is in the unit of the measure: s, dBFS, samples, a share; nan for what could not be read.
    """

    path: Any  # pathlib.Path
    kind: str
    value: float


@dataclass(frozen=True, slots=True)
class StatisticsRead:
    """The statistics of a set of sounds.

    `values` is by measure, float32 (n,): 'duration' (s), 'peak' and 'rms' (dBFS), 'clipped' (samples), 'silence' (share
    in [0, 1]). `summaries` is by (measure, grouping), where the grouping is 'digit', 'speaker' or '' for the whole.
    `rates` counts the clips of each sample rate. `remark` compares the lengths with those that the report states.
    """

    source: str
    paths: tuple[Any, ...]
    digits: NDArray[np.uint8]
    speakers: tuple[str, ...]
    values: dict[str, NDArray[np.float32]]
    rates: dict[int, int]
    summaries: dict[tuple[str, str], tuple[Summary, ...]]
    outliers: tuple[Outlier, ...]
    remark: Sentence
    misnamed: int = 0
    first_misnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """Whether the digits are equally frequent on both sides: Pearson's chi-square of the 2 x 10 table of counts.

    `p` is the share of random splits with differences at least as large.
    """

    chi_square: float
    degrees: int
    p: float
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class SplitMade:
    """A split of the set `source`: drawn by `method`, or read back from `origin`.

    `digits` counts clips by (part, digit), int64 (2, 10), train first; `speakers` by name, (train, test). `shared`
    speakers are in both parts, and `leak` says what that means. `troubles` is what is wrong with what was read back.
    """

    source: str
    method: str
    seed: int
    digits: NDArray[np.int64]
    speakers: dict[str, tuple[int, int]]
    balance: Balance | None
    leak: Sentence
    shared: int
    origin: str = ""
    troubles: tuple[LabError, ...] = ()


@dataclass(frozen=True, slots=True)
class SplitWritten:
    """The two files of a split are on disk in `folder`."""

    folder: str
    train: int
    test: int


@dataclass(frozen=True, slots=True)
class Fold:
    """One training of a split: `right` of `tested` clips were named rightly; `name` is who was held back, or ''."""

    name: str
    right: int
    tested: int
    trained: int
    seconds: float


@dataclass(frozen=True, slots=True)
class SplitScore:
    """What one split measures: the accuracy over all of its folds, with the ends of its 95 % interval (Wilson)."""

    method: str
    folds: tuple[Fold, ...]
    accuracy: float
    low: float
    high: float
    is_complete: bool


@dataclass(frozen=True, slots=True)
class HonestyProgress:
    """A comparison goes on: `fold` of `folds` of split `method` is at `epoch`; `left_s` is nan until it can be told."""

    method: str
    fold: int
    folds: int
    epoch: int
    epochs: int
    left_s: float


@dataclass(frozen=True, slots=True)
class HonestyRead:
    """The comparison so far, or one of an earlier day: a score for each split that was begun, and what it means.

    `created` is when it was begun (ISO 8601, '' when there is none); `established` says whether the first sentence's
    difference is larger than chance, None while it cannot be told.
    """

    source: str
    created: str
    epochs: int
    seed: int
    seconds: float
    scores: tuple[SplitScore, ...]
    sentences: tuple[Sentence, ...]
    established: bool | None
    is_complete: bool
