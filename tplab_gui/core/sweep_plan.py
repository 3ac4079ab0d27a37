"""What is asked of a series, a ranking or a map of transforms, checked: window and command refuse alike."""

from dataclasses import dataclass
from typing import Any

from tplab_gui.core.adjustments import HIGHEST_SEED, NEUTRAL, Adjustment, Transform, checked, transform
from tplab_gui.core.errors import LabError

STEPS = (2, 200)
MAP_STEPS = (2, 25)
OPTIMAL, CRITICAL = 0.99, 0.80  # of the report: the zone above, the threshold below
DISTANCES = ("rms", "ssim")
RANKING_DISTANCE = 0.10
PICTURES_AT_MOST = 200


@dataclass(frozen=True)
class Subject:
    """Which pictures, asked how.

    `pictures` are files or folders; `pixels` (RGB (H, W, 3) uint8), when given, is looked at instead of them. `target`
    '' is the class that is most probable in the first picture. `seed` decides all that is random.
    """

    pictures: tuple[str, ...] = ()
    pixels: Any = None
    model: str = "builtin"
    method: str = "gradcam++"
    target: str = "tennis ball"
    seed: int = 0


@dataclass(frozen=True)
class Series:
    """Pictures of growing change by one transform, on top of `base`; `start` and `end` None are the transform's own."""

    transform: str = "brightness"
    steps: int = 10
    start: float | None = None
    end: float | None = None
    base: Adjustment = NEUTRAL

    @property
    def known(self) -> Transform:
        """Return the transform; raises `LabError` if there is none of that name."""
        return transform(self.transform)

    @property
    def ends(self) -> tuple[float, float]:
        """Return the first and the last value."""
        first, last = self.known.series
        return first if self.start is None else self.start, last if self.end is None else self.end

    def checked(self, steps: tuple[int, int] = STEPS) -> "Series":
        """Return the series itself.

        Raises
        ------
        LabError
            If there is no such transform, `steps` lies outside of its range, both ends are the same or lie outside of
            the transform's range.

        """
        known = self.known
        if not steps[0] <= self.steps <= steps[1]:
            raise LabError(
                "A series has {low} to {high} pictures, not {steps}.",
                hint="Choose a number in that range.",
                low=steps[0],
                high=steps[1],
                steps=self.steps,
            )
        first, last = (checked(known.name, each) for each in self.ends)
        if first == last:
            raise LabError(
                "The series of {name} begins and ends at {value}: all its pictures would be the same.",
                hint="Choose two different ends.",
                name=known.name,
                value=f"{first:g}",
            )
        return self

    def value_at(self, share: float) -> float:
        """Return the value at `share` (0 to 1) of the way from the first to the last, exact at both ends."""
        first, last = self.ends
        if share in (0.0, 1.0):
            return float(last if share else first)
        start, end = self.known.place(first), self.known.place(last)
        return self.known.value_at(start + share * (end - start))

    def shares(self) -> list[float]:
        """Return the share of the way at each step."""
        return [step / (self.steps - 1) for step in range(self.steps)]

    def adjustment(self, share: float, seed: int) -> Adjustment:
        """Return what is done to a picture at `share` of the way; what is random is another draw at each step."""
        drawn = seed
        if self.known.is_random:
            drawn = (seed + round(share * (self.steps - 1))) % HIGHEST_SEED
        asked = self.base.with_value(self.known.name, self.value_at(share))
        return Adjustment(asked.values, drawn)
