"""What can be done to a picture before a network sees it: each transform with its number, declared once.

Window, command line and measurements read names, ranges and neutral values here; `vision.adjust` computes them. The
neutral value changes nothing at all; `severity` grows on both sides of it. Units are shares of the picture (%), so
that a value means the same whatever its size.
"""

import math
from dataclasses import dataclass, replace
from typing import Any

from tplab_gui.core.errors import LabError


@dataclass(frozen=True, slots=True)
class Transform:
    """One transform and its number.

    Attributes
    ----------
    name : str
        As the command line calls it.
    group : str
        'light', 'colour', 'geometry' or 'quality'.
    unit : str
        '×' (a factor), '°', '%', 'grey levels' or '' (an exponent, a JPEG quality).
    low, high : float
        Range of the value, both included.
    neutral : float
        The value that leaves the picture exactly as it is.
    series : (float, float)
        Where a series of pictures begins and ends by itself.
    is_log : bool
        Whether equal ratios look equal (factors) instead of equal differences.
    is_placing : bool
        Says where another one acts (the patch) and does nothing alone.
    is_random : bool
        Every picture of a series is a draw of its own, from the seed: there is no order between two of them.

    """

    name: str
    group: str
    unit: str
    low: float
    high: float
    neutral: float
    series: tuple[float, float]
    is_log: bool = False
    is_placing: bool = False
    is_random: bool = False

    def place(self, value: float) -> float:
        """Return where `value` lies between `low` (0) and `high` (1), on the scale on which equal steps look equal."""
        low, high, at = (self._even(each) for each in (self.low, self.high, value))
        return (at - low) / (high - low)

    def value_at(self, place: float) -> float:
        """Return the value at `place`, 0 to 1: the inverse of `place`."""
        low, high = self._even(self.low), self._even(self.high)
        even = low + min(max(place, 0.0), 1.0) * (high - low)
        return min(max(math.exp(even) if self.is_log else even, self.low), self.high)

    def severity(self, value: float) -> float:
        """Return how far `value` is from neutral: 0 there, 1 at the farther end; it grows on either side."""
        neutral = self.place(self.neutral)
        return abs(self.place(value) - neutral) / max(neutral, 1 - neutral)

    def ends(self) -> tuple[float, ...]:
        """Return the ends of the range away from neutral: two for what goes both ways."""
        return tuple(end for end in (self.low, self.high) if end != self.neutral)

    def _even(self, value: float) -> float:
        return math.log(value) if self.is_log else value


# In the order in which they are applied: the scene, the lens, the light, the sensor, what is in the way, the file.
TRANSFORMS: tuple[Transform, ...] = (
    Transform("scale", "geometry", "×", 0.1, 5.0, 1.0, (0.1, 5.0), is_log=True),
    Transform("shear", "geometry", "°", -60.0, 60.0, 0.0, (0.0, 60.0)),
    Transform("rotation", "geometry", "°", -180.0, 180.0, 0.0, (0.0, 180.0)),
    Transform("perspective", "geometry", "%", -90.0, 90.0, 0.0, (0.0, 90.0)),
    Transform("perspective-vertical", "geometry", "%", -90.0, 90.0, 0.0, (0.0, 90.0)),
    Transform("perspective-random", "geometry", "%", 0.0, 90.0, 0.0, (0.0, 90.0), is_random=True),
    Transform("translation-x", "geometry", "%", -100.0, 100.0, 0.0, (0.0, 100.0)),
    Transform("translation-y", "geometry", "%", -100.0, 100.0, 0.0, (0.0, 100.0)),
    Transform("blur", "quality", "%", 0.0, 10.0, 0.0, (0.0, 10.0)),
    Transform("brightness", "light", "×", 0.02, 10.0, 1.0, (0.02, 10.0), is_log=True),
    Transform("contrast", "light", "×", 0.0, 4.0, 1.0, (0.0, 4.0)),
    Transform("gamma", "light", "", 0.1, 10.0, 1.0, (0.1, 10.0), is_log=True),
    Transform("saturation", "colour", "×", 0.0, 4.0, 1.0, (0.0, 4.0)),
    Transform("hue", "colour", "°", -180.0, 180.0, 0.0, (0.0, 180.0)),
    Transform("noise", "quality", "grey levels", 0.0, 128.0, 0.0, (0.0, 128.0)),
    Transform("occlusion", "quality", "%", 0.0, 100.0, 0.0, (0.0, 100.0)),
    Transform("occlusion-x", "quality", "%", 0.0, 100.0, 50.0, (0.0, 100.0), is_placing=True),
    Transform("occlusion-y", "quality", "%", 0.0, 100.0, 50.0, (0.0, 100.0), is_placing=True),
    Transform("jpeg", "quality", "", 1.0, 100.0, 100.0, (100.0, 1.0)),
)
GROUPS = ("light", "colour", "geometry", "quality")
NAMES = tuple(each.name for each in TRANSFORMS)
_BY_NAME = {each.name: each for each in TRANSFORMS}
HIGHEST_SEED = 2**31 - 1


def transform(name: str) -> Transform:
    """Return the transform called `name`, whatever its capitals; spaces and underscores count as dashes.

    Raises
    ------
    LabError
        If there is none; the hint names them all.

    """
    found = _BY_NAME.get("-".join(name.casefold().replace("_", " ").split()))
    if found is None:
        raise LabError(
            "There is no transform called {name}.",
            hint="Choose one of: {names}.",
            name=name,
            names=", ".join(NAMES),
        )
    return found


def checked(name: str, value: float) -> float:
    """Return `value` as a float.

    Raises
    ------
    LabError
        If there is no such transform, or the value lies outside of its range or is no number.

    """
    known = transform(name)
    if not known.low <= value <= known.high:  # also refuses NaN
        raise LabError(
            "{name} is {value}; it must lie between {low} and {high}.",
            hint="Choose a value in that range.",
            name=known.name,
            value=f"{value:g}",
            low=f"{known.low:g}",
            high=f"{known.high:g}",
        )
    return float(value)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What is done to a picture: values by name, those that are neutral left out; `seed` is that of what is random."""

    values: tuple[tuple[str, float], ...] = ()
    seed: int = 0

    @classmethod
    def of(cls, seed: int = 0, **values: Any) -> "Adjustment":
        """Return an adjustment; an underscore in a name stands for its dash. Raises `LabError` as `with_value`."""
        made = cls(seed=seed)
        for name, value in values.items():
            made = made.with_value(name.replace("_", "-"), value)
        return made

    def get(self, name: str) -> float:
        """Return the value of a transform; the neutral one where none was set."""
        return dict(self.values).get(name, _BY_NAME[name].neutral)

    def with_value(self, name: str, value: float) -> "Adjustment":
        """Return this with one value changed.

        Raises
        ------
        LabError
            If there is no such transform, or the value lies outside of its range.

        """
        known = transform(name)
        values = {**dict(self.values), known.name: checked(name, value)}
        kept = ((each.name, values[each.name]) for each in TRANSFORMS if each.name in values)
        return replace(self, values=tuple((n, v) for n, v in kept if v != _BY_NAME[n].neutral))

    @property
    def is_neutral(self) -> bool:
        """Return whether nothing at all is done: no value is set that acts by itself."""
        return all(_BY_NAME[name].is_placing for name, _ in self.values)


NEUTRAL = Adjustment()
