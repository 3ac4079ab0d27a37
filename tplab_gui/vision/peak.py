"""Where a heatmap is warmest, finer than its cells."""

import numpy as np

from tplab_gui.vision.framing import Framing


def peak(raw: np.ndarray, frame: Framing, height: int, width: int) -> tuple[float, float]:
    """Place of the largest value of `raw` (h, w), in pixels of a picture of `height` x `width`.

    Between the cells: at the top of the parabola through the largest cell and its neighbours, in each direction (at the
    edge of the map: the cell's centre). A ball of one cell is missed less often than by the centre of the cell.
    """
    row, column = np.unravel_index(int(raw.argmax()), raw.shape)
    x_cells = int(column) + 0.5 + _top(raw[row], int(column))
    y_cells = int(row) + 0.5 + _top(raw[:, column], int(row))
    x, y = frame.to_picture(x_cells / raw.shape[1], y_cells / raw.shape[0])
    return min(max(x, 0.0), width - 1.0), min(max(y, 0.0), height - 1.0)


def _top(line: np.ndarray, at: int) -> float:
    """How far the top of the parabola through `line[at]`, its maximum, and its neighbours lies from it: -0.5 to 0.5."""
    if not 0 < at < len(line) - 1:
        return 0.0
    before, top, after = (float(v) for v in line[at - 1 : at + 2])
    bend = before - 2 * top + after
    return 0.5 * (before - after) / bend if bend < 0 else 0.0
