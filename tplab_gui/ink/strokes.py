"""Strokes: what a pen drew, as vectors; their JSON file and its limits.

Kept apart from rendering because a stroke comes from three places (the canvas, a file, a data set) and every one of
them must obey the same limits before anything is computed with it.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tplab_gui.core.errors import LabError

Strokes = tuple[npt.NDArray[np.float32], ...]
"""One array (n, 2) per pen-down: x to the right, y downwards, any unit, in writing order."""

MAX_STROKES = 200
MAX_POINTS = 100_000
MAX_FILE_BYTES = 8_000_000
FAR_AWAY = 1000.0  # offset / size beyond which float32 would round the drawing itself


def strokes_of(lines: Iterable[npt.ArrayLike], *, y_up: bool = False) -> Strokes:
    """Check lines of points and make strokes of them.

    Parameters
    ----------
    lines : iterable of array-like, shape (n, 2)
        One per pen-down; a pen-down without a point is left out.
    y_up : bool
        The given y axis points upwards.

    Returns
    -------
    tuple of ndarray, shape (n, 2), float32
        A drawing very far from the origin (more than 1000 times its size) is moved to it, because float32 could not
        hold its shape there; position means nothing for a drawing.

    Raises
    ------
    LabError
        If nothing is drawn, a limit is passed, or a point is not two finite numbers.

    """
    pens: list[npt.NDArray[np.float64]] = []
    n_points = 0
    for number, line in enumerate(lines, start=1):
        points = _points(line, number)
        n_points += len(points)
        if number > MAX_STROKES or n_points > MAX_POINTS:
            raise LabError(
                "This drawing has more than {max_strokes} strokes or {max_points} points.",
                hint="Draw one digit, with fewer strokes.",
                max_strokes=MAX_STROKES,
                max_points=MAX_POINTS,
            )
        if len(points):
            pens.append(points)
    if not pens:
        raise LabError("Nothing is drawn: there is no point in any stroke.", hint="Draw a digit first.")
    low = np.min([p.min(axis=0) for p in pens], axis=0)
    high = np.max([p.max(axis=0) for p in pens], axis=0)
    size = float((high - low).max())
    if max(np.abs(low).max(), np.abs(high).max()) > FAR_AWAY * max(size, 1.0):
        pens = [p - low for p in pens]
    flip = np.array([1.0, -1.0 if y_up else 1.0])
    return tuple((p * flip).astype(np.float32) for p in pens)


def from_json(text: str | bytes) -> Strokes:
    """Read the text of a strokes file: `{"strokes": [[[x, y], ...], ...], "y_up": false}`.

    Raises
    ------
    LabError
        If the text is not such JSON, or the drawing is empty or beyond the limits.

    """
    if len(text) > MAX_FILE_BYTES:
        raise _too_large()
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LabError(
            "This strokes file is not JSON: it cannot be read.",
            hint="It should look like {example}.",
            example='{"strokes": [[[x, y], [x, y]]]}',
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("strokes"), list):
        raise LabError(
            'This file has no list named "strokes".',
            hint="It should look like {example}.",
            example='{"strokes": [[[x, y], [x, y]]]}',
        )
    y_up = content.get("y_up", False)
    if not isinstance(y_up, bool):
        raise LabError('"y_up" of a strokes file is neither true nor false.', hint="Write true or false.")
    return strokes_of(content["strokes"], y_up=y_up)


def read_strokes(path: Path | str) -> Strokes:
    """Read a strokes file; the size is looked at before anything is read.

    Raises
    ------
    LabError
        If the file cannot be read, is over 8 MB, or does not hold a drawing.

    """
    path = Path(path)
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _too_large()
        content = path.read_bytes()
    except OSError as error:
        raise LabError(
            "The strokes file {file} cannot be read.",
            hint="Check the name and its permissions.",
            file=path.name,
        ) from error
    return from_json(content)


def to_json(strokes: Strokes) -> str:
    """Write strokes as the text of a strokes file; `from_json` gives the same float32 numbers back."""
    return json.dumps({"strokes": [stroke.astype(float).tolist() for stroke in strokes]})


def _points(line: npt.ArrayLike, number: int) -> npt.NDArray[np.float64]:
    try:
        raw = np.asarray(line)
    except ValueError:  # ragged nesting
        raw = np.empty(0, dtype=object)
    if raw.dtype.kind in "iuf" and raw.size == 0:
        return np.empty((0, 2))
    if raw.dtype.kind not in "iuf" or raw.ndim != 2 or raw.shape[1] != 2:
        raise LabError(
            "Stroke {number} is not a list of points [x, y] made of two numbers each.",
            hint="A strokes file holds a list of strokes, a stroke a list of points.",
            number=number,
        )
    points = raw.astype(np.float64)
    # Beyond 1e30 a squared distance leaves float32; no pen is there.
    if not np.isfinite(points).all() or np.abs(points).max() > 1e30:
        raise LabError(
            "Stroke {number} has a coordinate that is not a finite number.",
            hint="Replace NaN and infinite values, or leave the point out.",
            number=number,
        )
    return points


def _too_large() -> LabError:
    return LabError(
        "This strokes file is larger than {max_mb} MB: it is not one drawn digit.",
        hint="Save a single digit per file.",
        max_mb=MAX_FILE_BYTES // 1_000_000,
    )
