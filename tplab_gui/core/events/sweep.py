"""What the jobs of sensitivity say: a series step by step, a ranking, a map of two parameters, pictures compared."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.findings import Sentence


@dataclass(frozen=True, slots=True)
class SweepStarted:
    """A series begins: over `pictures` (their names), asked about `target`; `original` is the mean score untouched."""

    transform: str
    pictures: tuple[str, ...]
    target: str
    original: float


@dataclass(frozen=True, slots=True)
class SweepStep:
    """One picture of a series, or the same step of many.

    `step` counts from 1. `score` is the mean over the pictures, `spread` its standard deviation (0 for one), `scores`
    each. `top` holds the five best (class, mean score); `picture` and `overlay`, RGB (h, w, 3) uint8, show the first
    picture small. `energy` is the share of the heat inside the object's box, `is_on_object` the share of the pictures
    whose strongest heat lies in it; None without a box or where the object has left the picture.
    """

    step: int
    parameter: float
    score: float
    spread: float
    scores: tuple[float, ...]
    top: tuple[tuple[str, float], ...]
    picture: NDArray[np.uint8]
    overlay: NDArray[np.uint8]
    energy: float | None = None
    is_on_object: float | None = None


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where the score passes the critical threshold, between two steps: bisected to the values `low` and `high`.

    `share` is how far into the series that is, 0 to 1.
    """

    steps: tuple[int, int]
    low: float
    high: float
    share: float
    is_fall: bool


@dataclass(frozen=True, slots=True)
class Cliff:
    """A change of the score by 50 points or more within a tenth of the series.

    `steps` are the steps around it, `before` and `after` their scores. `low` and `high`, in the order of the series,
    are the closest values found, by asking between the steps, between which 50 points are lost or won; `width` is the
    share of the series between them and `share` how far into the series their middle lies.
    """

    steps: tuple[int, int]
    low: float
    high: float
    share: float
    before: float
    after: float
    width: float


@dataclass(frozen=True, slots=True)
class SweepSummary:
    """What a series shows.

    `optimal` and `below` are the steps above 99 % and below 80 %. `verdict` is 'abrupt', 'gradual', 'mixed',
    'stable', 'never' or 'unordered' (random draws); `sentence` says it, `heat` says whether the heat stays on the
    object while the score falls. `evaluations` counts the pictures asked beyond the steps.
    """

    optimal: tuple[int, ...]
    below: tuple[int, ...]
    crossings: tuple[Crossing, ...]
    cliffs: tuple[Cliff, ...]
    verdict: str
    sentence: Sentence
    heat: Sentence
    evaluations: int = 0


@dataclass(frozen=True, slots=True)
class RankedTransform:
    """One direction of one transform at the common distance: what the score loses there.

    `value` is the mean parameter over the pictures, `distance` the mean distance reached, `drop` the mean loss of
    score (1 is all of it), `spread` its standard deviation, `drops` that of each picture. Not `is_reached`: even its
    strongest setting changes the pictures less than the common distance, so it is measured there.
    """

    name: str
    group: str
    is_upwards: bool
    value: float
    distance: float
    drop: float
    spread: float
    drops: tuple[float, ...]
    is_reached: bool
    overlay: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class RankingSummary:
    """All transforms, the most harmful first; `sentence` compares light with geometry, `left_out` names pictures."""

    ranked: tuple[RankedTransform, ...]
    pictures: tuple[str, ...]
    left_out: tuple[str, ...]
    measure: str
    distance: float
    sentence: Sentence
    established: bool
    difference: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of a map: the mean scores (n,) for one value of the second transform."""

    row: int
    value: float
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MapStarted:
    """A map begins: values of both transforms; rows follow."""

    x_name: str
    y_name: str
    x_values: tuple[float, ...]
    y_values: tuple[float, ...]
    target: str


@dataclass(frozen=True, slots=True)
class StudyPicture:
    """One picture of the three-picture study (table 4): `kind` is 'one', 'several' or 'none'.

    `overlay` is stretched between the picture's own ends (remark R21), `absolute` is on the scale that all pictures
    share; `log_odds` is the strongest evidence in the picture.
    """

    kind: str
    name: str
    target: str
    score: float
    threshold: float | None
    top: tuple[tuple[str, float], ...]
    picture: NDArray[np.uint8]
    overlay: NDArray[np.uint8]
    absolute: NDArray[np.uint8]
    log_odds: float


@dataclass(frozen=True, slots=True)
class VideoSaved:
    """The video of a series is on the disk."""

    path: str
    frames: int


@dataclass(frozen=True, slots=True)
class SweepKept:
    """A series that is over or was stopped: what the window shows and exports."""

    started: SweepStarted
    steps: list[SweepStep] = field(default_factory=list)
    summary: SweepSummary | None = None
