"""The report's own numbers of part 3: tables 4, 5 and 6, to stand beside the student's.

Table 5 is read row by row, the only order that fits the text (remark R17). What was done to the pictures is not given
(R18), so only the place in the series can be compared, not the parameter. Scores of regnet_y_400mf, in [0, 1].
"""

BRIGHTNESS = (0.0077, 0.0188, 0.9668, 0.9978, 0.9988, 0.9994, 0.9981, 0.9986, 0.2645, 0.0019)
PERSPECTIVE = (0.9994, 0.9997, 0.9989, 0.7615, 0.9987, 0.9997, 0.9995, 0.9996, 0.9996, 0.9996)
THREE_PICTURES = {"one": 0.9992, "several": 0.9993, "none": 0.0}
_TABLES = {
    "brightness": (5, BRIGHTNESS),
    "perspective": (6, PERSPECTIVE),
    "perspective-vertical": (6, PERSPECTIVE),
    "perspective-random": (6, PERSPECTIVE),
}


def report_series(transform: str, steps: int) -> tuple[int, tuple[float, ...]] | None:
    """Return the number of the report's table and its scores, where it has a series of this transform and length."""
    found = _TABLES.get(transform)
    return found if found is not None and len(found[1]) == steps else None
