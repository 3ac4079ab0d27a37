"""An axis in Hz beside rows that are equally far apart in mel: round numbers, as many as there is room for."""

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

_STEPS_HZ = (10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
_LINE_PIXELS = 20.0  # between two numbers
_FINEST_HZ = 50  # of a whole picture: below lies hum, not speech
_FEWEST = 4  # numbers that tell a scale
_MOST_TRIED = 300  # numbers of one step; a finer step than that has no room anyway


class MelAxis(pg.AxisItem):
    """The left axis of a mel spectrogram whose band m is the row from m - 0.5 to m + 0.5."""

    def __init__(self, side: str = "left") -> None:
        super().__init__(side)
        self._texts: dict[float, str] = {}
        self.set_corners(np.array([0.0, 1.0, 2.0]))

    def set_corners(self, corners_hz: NDArray[np.float64]) -> None:
        """Take the corners of the triangles, shape (n_mels + 2,): band m is highest at corner m + 1."""
        self._corners_hz = np.asarray(corners_hz, np.float64)
        self._rows = np.arange(-1.0, len(corners_hz) - 1)
        self.picture = None
        self.update()

    def hz_of_row(self, row: float) -> float:
        """Return the frequency at a height of the picture."""
        return float(np.interp(row, self._rows, self._corners_hz))

    def row_of_hz(self, hz: float) -> float:
        """Return the height of a frequency."""
        return float(np.interp(hz, self._corners_hz, self._rows))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the rows of round numbers: the roundest first, finer ones where they find room."""
        gap = (maxVal - minVal) * _LINE_PIXELS / max(size, 1.0)
        self._texts = {}
        for most in (
            10,
            None,
        ):  # first two figures at most: 50 up to 500, 500 up to 5000; then what zoom asks for
            if len(self._texts) < _FEWEST:
                self._add(self.hz_of_row(minVal), self.hz_of_row(maxVal), gap, most)
        return [(1.0, sorted(self._texts))]

    def _add(self, low_hz: float, high_hz: float, gap: float, most: int | None) -> None:
        low, high = self.row_of_hz(low_hz), self.row_of_hz(high_hz)
        for step in _STEPS_HZ:
            top_hz = high_hz if most is None else min(high_hz, most * step)
            if (top_hz - low_hz) / step > _MOST_TRIED or (most is not None and step < _FINEST_HZ):
                break
            for number in range(math.ceil(low_hz / step), math.floor(top_hz / step) + 1):
                row = self.row_of_hz(number * step)
                if low <= row <= high and all(abs(row - other) >= gap for other in self._texts):
                    self._texts[row] = f"{number * step:,}".replace(",", "\u202f")

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """Return the numbers of the rows that `tickValues` gave."""
        return [self._texts.get(value, "") for value in values]
