"""The 28 x 28 field that MNIST's digits live in, and its centring rule.

Pixel centres lie at whole numbers; the centre of the field is (14, 14), as measured on MNIST (mean 14.0, 14.0).
Kept apart because drawings (vectors) and pictures (pixels) obey the same rule.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]
"""(rows, columns), ink = 1, paper = 0."""

SIZE_PX: Final = 28
BOX_PX: Final = 20.0
CENTRE_PX: Final = 14.0


def centre_of_mass(image: Image) -> tuple[float, float]:
    """Return (x, y) of the ink's centre in pixels; the field's centre when there is no ink."""
    mass = float(image.sum())
    if mass <= 0:
        return CENTRE_PX, CENTRE_PX
    rows, columns = image.shape
    x = float(image.sum(axis=0, dtype=np.float64) @ np.arange(columns)) / mass
    return x, float(image.sum(axis=1, dtype=np.float64) @ np.arange(rows)) / mass


def inside(middle_xy: npt.ArrayLike, size_xy: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Limit where the middle of the ink's box goes, so that no ink leaves the field.

    A long thin tail pulls the centre of mass far from the middle of the box; the rule alone would cut the tail off.

    Parameters
    ----------
    middle_xy, size_xy : array-like, shape (2,)
        Wanted middle of the ink's box and the size of that box, in pixels of the field.

    """
    half = np.asarray(size_xy, dtype=np.float64) / 2
    lowest = np.minimum(half - 0.5, (SIZE_PX - 1) / 2)
    return np.clip(np.asarray(middle_xy, dtype=np.float64), lowest, SIZE_PX - 1 - lowest)
