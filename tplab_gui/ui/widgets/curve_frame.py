"""What part of the plane the plots show while they follow the curves: a frame that grows in steps."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tplab_gui.ui.widgets.growing_curve import Floats
from tplab_gui.ui.widgets.run_curves import RunCurves

EMPTY_LOSS = 2.5  # a little more than guessing among ten digits costs, ln 10 = 2.3
_SMALLEST_SHARE = 0.02  # of the highest loss: the least that a frame not from 0 spans


@dataclass(frozen=True)
class LossAxis:
    """How the axis of the loss runs: logarithmic, else linear and from 0 or from the lowest loss shown."""

    is_log: bool = False
    is_from_zero: bool = True

    def frame(self, losses: Iterable[Floats]) -> tuple[float, float]:
        """Return bottom and top in the coordinates of the plot (powers of ten on a logarithmic axis)."""
        values = np.concatenate([np.empty(0), *losses])
        if self.is_log:
            values = values[values > 0]
            lowest, highest = (values.min(), values.max()) if len(values) else (1e-2, EMPTY_LOSS)
            return math.log10(lowest), math.log10(max(highest, 2 * lowest))
        highest = float(values.max()) if len(values) and values.max() > 0 else EMPTY_LOSS
        if self.is_from_zero or not len(values):
            return 0.0, highest
        return min(float(values.min()), highest * (1 - _SMALLEST_SHARE)), highest

    def loss_at(self, place: float) -> float:
        """Return the loss at a place of the axis."""
        return 10.0**place if self.is_log else place

    def place_of(self, loss: float) -> float:
        """Return where a loss lies on the axis; on a logarithmic one it must be above 0."""
        return math.log10(loss) if self.is_log else loss


def last_epoch(runs: Sequence[RunCurves], at_least: float = 0.0) -> float:
    """Return where the axis of the epochs ends: it grows in steps, so that the curve moves and not the axis."""
    reached = max((run.position for run in runs), default=0.0)
    last = 2.0 ** math.ceil(math.log2(reached)) if reached > 1 else 1.0
    if reached > 4:
        last = math.ceil(reached / 2) * 2.0
    planned = max((run.planned_epochs for run in runs), default=0)
    if planned and reached <= planned:
        last = min(last, planned)
    return max(last, at_least)
