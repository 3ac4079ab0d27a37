"""The axis of the loss: on a logarithmic scale, ticks at 1, 2 and 5 of each decade, so that any zoom can be read."""

import math

import pyqtgraph as pg

_FEW = 2  # labelled ticks below which the steps between them are labelled too


def log_ticks(low: float, high: float) -> tuple[list[float], list[float]]:
    """Return where labelled and unlabelled ticks stand between two powers of ten (as exponents).

    Whole decades are labelled; where fewer than three are in view, 2 and 5 of each too; where even these are few, the
    nice steps of a linear axis.
    """
    decades = range(math.floor(low), math.ceil(high) + 1)
    digits = {digit: [n + math.log10(digit) for n in decades] for digit in range(1, 10)}

    def seen(*which: int) -> list[float]:
        return sorted(place for digit in which for place in digits[digit] if low <= place <= high)

    major = seen(1)
    if len(major) <= _FEW:
        major = seen(1, 2, 5)
    if len(major) <= _FEW:
        major = _linear(10.0**low, 10.0**high)
    wide = high - low > 4  # the steps of many decades would run together
    return major, [] if wide else [place for place in seen(*range(1, 10)) if place not in major]


def _linear(low: float, high: float) -> list[float]:
    """Return the logarithms of round numbers: three at least, eleven at most."""
    rough = (high - low) / 4
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * unit for nice in (5, 2, 1) if nice * unit <= rough * (1 + 1e-9))
    first = math.ceil(low / step)
    return [math.log10(n * step) for n in range(max(first, 1), math.floor(high / step) + 1)]


class LossTicks(pg.AxisItem):
    """An axis that is as pyqtgraph's while it is linear."""

    def logTickValues(
        self, low: float, high: float, _size: float, _linear: object
    ) -> list[tuple[None, list[float]]]:
        """Return the ticks in levels, the labelled ones first."""
        return [(None, values) for values in log_ticks(low, high)]

    def logTickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """Return the losses themselves: 0.02 and not 2e-2."""
        labelled = log_ticks(*sorted(self.range))[0]
        return [f"{10**value:.4g}" if value in labelled else "" for value in values]
