"""What the fusion study says of its strategies: compared, under noise, pair by pair, in conflict, and drawn.

Strategies by name, in the order of `core.studies.strategies`. Accuracies and shares are in [0, 1], the mean over the
seeds; intervals are at 95 %. Arrays are read-only by agreement.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_figures import Box, Diagram, FusionDrawn
from tplab_gui.core.events.fusion_pairs import ConflictRead, Disturbance, PairEvidence, ReliabilityRead
from tplab_gui.core.interpolation import between

if TYPE_CHECKING:  # numpy costs a quarter of the time to the first paint
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "Box",
    "ComparisonRead",
    "ConflictRead",
    "Diagram",
    "Disturbance",
    "Extreme",
    "FactorRow",
    "FactorsRead",
    "FusionDrawn",
    "FusionGroup",
    "FusionGroups",
    "PairEvidence",
    "PairsWritten",
    "ReliabilityRead",
    "RobustnessMap",
    "RobustnessRead",
    "StrategyRow",
    "StrategyTrained",
    "StudyStep",
]


@dataclass(frozen=True, slots=True)
class FusionGroup:
    """Kept runs that answer the same question: same data, pairs and settings; they differ in network and seed.

    `key` names the group in requests. `seeds` have all five networks; `unfinished` lack some. `factors` is what the
    group learnt with: encoder, augmentation, rates, epochs (`TrainParams` names and values).
    """

    key: str
    data: str
    sounds: str
    seeds: tuple[int, ...]
    unfinished: tuple[int, ...]
    created: str
    factors: dict[str, object]


@dataclass(frozen=True, slots=True)
class FusionGroups:
    """The groups under a folder of runs, newest first."""

    groups: tuple[FusionGroup, ...]


@dataclass(frozen=True, slots=True)
class StudyStep:
    """`done` of `total` parts of a job of the study.

    `what` is 'training' (then `strategy`, `seed` and `epoch` of `epochs` say which), 'data', 'calibration', 'answers'
    or 'timing'.
    """

    what: str
    done: int
    total: int
    strategy: str = ""
    seed: int = 0
    epoch: int = 0
    epochs: int = 0


@dataclass(frozen=True, slots=True)
class StrategyTrained:
    """One network of the comparison is ready; `was_kept` when it lay there already and was not trained again."""

    strategy: str
    seed: int
    run_dir: str
    test_accuracy: float
    was_kept: bool


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """One strategy of the comparison.

    `low`, `high`: interval of the accuracy over pairs and seeds (`training.intervals.over_pairs_and_seeds`).
    `accuracies` is by seed; `errors` counts wrong answers, the mean over the seeds. `gain` is the accuracy less that
    of the better single modality, on the same pairs, with its own interval; `verdict` is 'single' for one modality,
    else 'better', 'worse' or 'open', as that interval says. `parameters` counts all weights that answer; `ms` is the
    median time of one pair on one thread, the spectrogram included.
    """

    strategy: str
    accuracy: float
    low: float
    high: float
    accuracies: tuple[float, ...]
    errors: float
    gain: float
    gain_low: float
    gain_high: float
    verdict: str
    parameters: int
    ms: float


@dataclass(frozen=True, slots=True)
class ComparisonRead:
    """Every strategy on the clean test pairs.

    `pairs` per seed; `clips` is how many different recordings stand in them, `voices` how many people. `weights` are
    the fitted shares of the image in `late-weighted`, by seed. `error_ratio`: errors of the best fusion over those of
    the better single modality; None when that makes none. `sentences` say what it shows. `weight_curve` is for a
    slider: (share of the image, accuracy of `late-weighted` with it), from 0 to 1, the mean over the seeds.
    """

    key: str
    rows: tuple[StrategyRow, ...]
    seeds: tuple[int, ...]
    pairs: int
    clips: int
    voices: int
    weights: tuple[float, ...]
    best_single: str
    best_fusion: str
    error_ratio: float | None
    sentences: tuple[Sentence, ...]
    weight_curve: tuple[tuple[float, float], ...] = ()

    def row(self, strategy: str) -> StrategyRow:
        """Return the row of a strategy; raises `KeyError` when there is none."""
        found = {each.strategy: each for each in self.rows}
        return found[strategy]


@dataclass(frozen=True, slots=True)
class RobustnessMap:
    """Accuracy over damage of the image and noise on the sound.

    `damage` is 'noise' (normal noise, `severities` are its deviation as a share of the range of a pixel) or 'hidden'
    (a blank square, `severities` are its share of the area); `snrs_db` are the sound's, from nearly clean downwards.
    `accuracy`, `low`, `high` by strategy, float32 (severities, snrs_db): measured, and their intervals.
    """

    damage: str
    severities: tuple[float, ...]
    snrs_db: tuple[float, ...]
    accuracy: "dict[str, NDArray[np.float32]]"
    low: "dict[str, NDArray[np.float32]]"
    high: "dict[str, NDArray[np.float32]]"

    def at(self, strategy: str, severity: float, snr_db: float) -> float:
        """Return the accuracy between the measured cells around a place (bilinear), at the edge that of the edge."""
        return between(self.severities, self.snrs_db, self.accuracy[strategy], severity, snr_db)

    def is_measured(self, severity: float, snr_db: float) -> bool:
        """Return whether a place is a measured cell, so that nothing is interpolated."""
        return severity in self.severities and snr_db in self.snrs_db


@dataclass(frozen=True, slots=True)
class Extreme:
    """One half is gone or nothing but noise: what each strategy still knows, beside the other half alone.

    `lost` is 'image' or 'audio', `how` 'absent' or 'noise'. `loss` by strategy: accuracy of the other modality alone
    less that of the strategy, negative where fusion is better.
    """

    lost: str
    how: str
    accuracy: dict[str, float]
    low: dict[str, float]
    high: dict[str, float]
    loss: dict[str, float]


@dataclass(frozen=True, slots=True)
class RobustnessRead:
    """Both maps and the four extremes.

    `worse_cells`: (damage, severity, snr_db) where the best fusion of the clean pairs (`best_fusion`) made more errors
    than the better single modality of that cell, established by the interval of the difference.
    """

    key: str
    maps: tuple[RobustnessMap, ...]
    extremes: tuple[Extreme, ...]
    seeds: tuple[int, ...]
    pairs: int
    best_fusion: str
    worse_cells: tuple[tuple[str, float, float], ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One setting of one factor, all else equal: how much it changed the test accuracy of a strategy.

    `factor` is a name of `TrainParams`; `value` is compared with `against`; `change` the mean of the paired
    differences with its interval (infinite for fewer than two), `runs` how many pairs of runs differ in nothing else.
    """

    factor: str
    value: str
    against: str
    strategy: str
    change: float
    low: float
    high: float
    runs: int
    verdict: str


@dataclass(frozen=True, slots=True)
class FactorsRead:
    """What helped, in a table, of all kept runs of the fusion study."""

    rows: tuple[FactorRow, ...]
    runs: int
    sentences: tuple[Sentence, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class PairsWritten:
    """The pairs of a study were written to, or read back from, `path`; `counts` by part."""

    path: str
    counts: dict[str, int]
    was_read: bool = False
