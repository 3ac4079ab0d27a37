"""The smoothed companion of a curve that grows: it never looks twice at a point, and keeps every point of its own."""

from tplab_gui.core.smoothing import Smoother
from tplab_gui.ui.widgets.growing_curve import GrowingCurve


class SmoothedCurve:
    """`curve` holds the moving average of `raw`, as far as `follow` was called; empty while the weight is 0."""

    def __init__(self, raw: GrowingCurve) -> None:
        self._raw = raw
        self._smoother = Smoother(0.0)
        self.curve = GrowingCurve()

    @property
    def weight(self) -> float:
        """Return the weight of what came before, in [0, 1); 0 is no smoothing."""
        return self._smoother.weight

    def begin_again(self, weight: float) -> None:
        """Forget what was smoothed: the weight is another one, or points of the raw curve were cut off."""
        self._smoother = Smoother(weight)
        self.curve.clear()

    def follow(self) -> None:
        """Smooth what was added to the raw curve since the last call."""
        done = len(self.curve)
        if self.weight > 0.0 and len(self._raw) > done:
            self.curve.extend(self._raw.x[done:], self._smoother.extend(self._raw.y[done:]))
