"""What is asked and told while a user records their own digits, and when the network is adapted to their voice."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError


@dataclass(frozen=True, slots=True)
class Prompt:
    """Asks for the next word that is said. `number` goes up with every prompt; 0 asks for nothing."""

    number: int = 0
    digit: int = 0


@dataclass(frozen=True, slots=True)
class WaveHeard:
    """The newest sound as its envelope: `low` and `high` float32 (n,), full scale = 1, one pair for each `bin_s`."""

    low: NDArray[np.float32]
    high: NDArray[np.float32]
    bin_s: float


@dataclass(frozen=True, slots=True)
class TakeHeard:
    """The word that answered prompt `number`: samples (n,) float32, trimmed, and what speaks against it, or None."""

    number: int
    samples: NDArray[np.float32]
    rate_hz: int
    problem: LabError | None = None


@dataclass(frozen=True, slots=True)
class TakeMissed:
    """Prompt `number` was answered by nothing that can be kept."""

    number: int
    problem: LabError


@dataclass(frozen=True, slots=True)
class KeepTake:
    """Asks to store a take: samples (n,) float32 at `rate_hz`; `speaker` as `core.speakers.checked_name` gives it."""

    samples: NDArray[np.float32]
    rate_hz: int
    digit: int
    speaker: str
    language: str


@dataclass(frozen=True, slots=True)
class DeleteClips:
    """Asks to move recordings into the trash."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class DeleteAll:
    """Asks to move every recording of every speaker into the trash."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Asks to bring back what was deleted last."""


@dataclass(frozen=True, slots=True)
class EmptyTrash:
    """Asks to delete for good what is in the trash."""


@dataclass(frozen=True, slots=True)
class RecordingsListed:
    """The user's recordings, as `data.spoken.SpokenClip` values, ordered by digit, speaker and index."""

    clips: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class TakeKept:
    """A take is on the disk."""

    digit: int
    path: Path


@dataclass(frozen=True, slots=True)
class ClipsDeleted:
    """So many recordings were moved into the trash; 0 when the last deletion was taken back or made final."""

    count: int


@dataclass(frozen=True, slots=True)
class Effect:
    """How many of `count` clips were understood before and after, each share with its 95 % interval (low, high).

    `p` is the probability of a change this large or larger by chance (exact McNemar test); 1 when nothing changed.
    """

    count: int
    before: int
    after: int
    before_interval: tuple[float, float]
    after_interval: tuple[float, float]
    p: float

    @property
    def is_established(self) -> bool:
        """Whether chance alone would rarely (less than 5 %) give such a change."""
        return self.p < 0.05


@dataclass(frozen=True, slots=True)
class AdaptedFound:
    """The adapted network of `language`: how many clips it learned from, and its effect on the others.

    `voice` is measured on the user's clips that were held back, `others` on the built-in voices. `share` is how far the
    weights went from the shipped ones (0) to the tuned ones (1).
    """

    language: str
    learned: int
    voice: Effect
    others: Effect
    share: float
    seconds: float
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoneAdapted:
    """There is no network adapted to the user's voice in `language`."""

    language: str


@dataclass(frozen=True, slots=True)
class EarChosen:
    """Which network hears from now on: that of `language`, the user's own or the shipped one."""

    language: str
    is_adapted: bool
