"""What was read from the curves: sentences with their evidence, the 2 x 2 table and the report's claims.

A sentence is an English template with its values apart, like a `LabError`: the window translates the template, then
fills in the values.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement for a learner. `values` fills the `{name}` placeholders of `template`."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """Return the statement in English, filled in."""
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a curve shows, or that it cannot show.

    `kind` is 'divergence', 'guessing', 'overfitting', 'plateau', 'first-drop' or 'gap'. `epoch` is where it is, None
    when there is no such place. `established` says whether the effect is larger than the noise. `evidence` holds the
    numbers compared; losses in nats per picture.
    """

    kind: str
    epoch: int | None
    established: bool
    sentence: Sentence
    evidence: dict[str, float]


@dataclass(frozen=True, slots=True)
class Effect:
    """A difference in nats per picture, and the half width of what noise alone would give."""

    value: float
    margin: float

    @property
    def established(self) -> bool:
        """Return whether the effect is larger than the noise."""
        return abs(self.value) > self.margin


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One measure ('train', 'train-again' or 'test') of the four setups at the same epoch, and what follows.

    `losses` is by setup; `dropout`, `swap` and `interaction` as in `training.factorial`.
    """

    measure: str
    losses: dict[str, float]
    dropout: Effect
    swap: Effect
    interaction: Effect


@dataclass(frozen=True, slots=True)
class FactorialTable:
    """The four setups compared at `epoch`; no rows while a setup is `missing`. `seeds`: the fewest of a setup."""

    epoch: int
    rows: tuple[EffectRow, ...]
    missing: tuple[str, ...]
    seeds: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the report beside what the student's own runs say.

    `item` is the number in the report's list; `verdict` is 'holds', 'fails' or 'unknown'; `runs` names what was used,
    as (setup, seed).
    """

    item: int
    statement: Sentence
    verdict: str
    reason: Sentence
    runs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CurvesRead:
    """All that was read for the run in `folder`, together with the runs that may be compared with it.

    `seeds` is how many runs the findings are of. An experiment without the four setups has no table and no claims.
    """

    folder: str
    headline: Finding | None
    findings: tuple[Finding, ...]
    table: FactorialTable | None
    claims: tuple[Claim, ...]
    seeds: int
