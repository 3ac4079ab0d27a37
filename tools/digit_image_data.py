"""Examples for the drawn-digit network: MNIST, pen trajectories drawn anew, and drawings that are no digit.

Pen trajectories are varied as vectors (slant, aspect, warp, pen width, a stroke put down elsewhere) and then rendered
by the very rule that the canvas uses, so that training sees what a user's pen will give.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from tplab_gui.ink.frame import SIZE_PX
from tplab_gui.ink.render import render
from tplab_gui.ink.strokes import Strokes, strokes_of

Images = npt.NDArray[np.float32]  # (n, 28, 28) in [0, 1], ink = 1
Labels = npt.NDArray[np.int64]  # (n,)


class PenDigit(NamedTuple):
    """One trajectory of the UCI pen digits: what was asked for, who wrote it, the strokes."""

    digit: int
    writer: int
    strokes: Strokes


def mnist(folder: Path, part: str) -> tuple[Images, Labels]:
    """Read `train` or `t10k` of MNIST's gzipped IDX files: images in [0, 1] and labels."""
    pixels = gzip.decompress((folder / f"{part}-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((folder / f"{part}-labels-idx1-ubyte.gz").read_bytes())
    images = np.frombuffer(pixels, np.uint8, offset=16).reshape(-1, SIZE_PX, SIZE_PX)
    return images.astype(np.float32) / 255, np.frombuffer(labels, np.uint8, offset=8).astype(np.int64)


def pen_digits(path: Path) -> list[PenDigit]:
    """Read a gzipped UNIPEN file of the UCI pen digits; its y points upwards, ours downwards."""
    with gzip.open(path, "rt", encoding="latin-1") as lines:
        return list(_segments(lines))


def _segments(lines: Iterator[str]) -> Iterator[PenDigit]:
    digit = writer = -1
    pens: list[list[tuple[int, int]]] = []
    for line in lines:
        match line.split():
            case [".SEGMENT", *_, name]:
                if pens:
                    yield PenDigit(digit, writer, strokes_of(pens, y_up=True))
                digit, pens = int(name.strip('"')), []
            case [".COMMENT", _, who, _] if pens == [] and digit >= 0:
                writer = int(who)
            case [".PEN_DOWN"]:
                pens.append([])
            case [x, y, *_] if pens and not x.startswith("."):
                pens[-1].append((int(x), int(y)))
    if pens:
        yield PenDigit(digit, writer, strokes_of(pens, y_up=True))


def varied(strokes: Strokes, random: np.random.Generator, strength: float = 1.0) -> Strokes:
    """Write the same thing again with another hand: slant, aspect, turn, a smooth warp, strokes set down elsewhere."""
    points = np.concatenate(strokes)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    size = max(float(np.ptp(points, axis=0).max()), 1e-6)
    turn, slant, aspect = random.normal(0, (0.12, 0.16, 0.14)) * strength
    turning = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    matrix = np.diag([np.exp(aspect / 2), np.exp(-aspect / 2)]) @ np.array([[1, 0], [slant, 1]]) @ turning
    amplitude = random.uniform(0, 0.045 * strength, (3, 2))
    waves, phase = random.normal(0, 0.8, (3, 2)), random.uniform(0, 2 * np.pi, 3)
    lines = []
    for number, stroke in enumerate(strokes):
        line = (stroke - middle) / size
        if len(line) > 12:  # the pen touched down a little later, or left a little earlier
            late, early = random.integers(0, 1 + int(0.06 * strength * len(line)), 2)
            line = line[late : len(line) - early]
        line = line @ matrix
        line = line + np.sin(2 * np.pi * line @ waves.T + phase) @ amplitude
        if number:
            line = line + random.normal(0, 0.025 * strength, 2)
        lines.append(line + random.normal(0, 0.004 * strength, line.shape))
    return strokes_of(lines)


def drawn(strokes: Strokes, random: np.random.Generator) -> npt.NDArray[np.float32]:
    """Render with a pen between 1.4 and 3.4 pixels wide, most often near the canvas's own 2.2."""
    return render(strokes, pen_px=float(np.clip(random.normal(2.3, 0.45), 1.4, 3.4)))


def pen_variants(digits: list[PenDigit], times: int, random: np.random.Generator) -> tuple[Images, Labels]:
    """Render every trajectory `times` times, each time written anew."""
    images = [drawn(varied(d.strokes, random), random) for _ in range(times) for d in digits]
    return np.stack(images), np.tile([d.digit for d in digits], times)


def pen_as_drawn(digits: list[PenDigit]) -> tuple[Images, Labels]:
    """Render every trajectory as the program would."""
    return np.stack([render(d.strokes) for d in digits]), np.array([d.digit for d in digits])


# Letters and signs that no digit looks like, as polylines in a unit square (x right, y down): pen-downs parted by "|".
SIGNS: Final = {
    "A": "0,1 .5,0 1,1|.2,.6 .8,.6",
    "E": "1,0 0,0 0,1 1,1|0,.5 .8,.5",
    "F": "1,0 0,0 0,1|0,.5 .8,.5",
    "H": "0,0 0,1|1,0 1,1|0,.5 1,.5",
    "N": "0,1 0,0 1,1 1,0",
    "X": "0,0 1,1|1,0 0,1",
    "V": "0,0 .5,1 1,0",
    "plus": "0,.5 1,.5|.5,0 .5,1",
    "minus": "0,0 1,0",
    "equals": "0,0 1,0|0,.4 1,.4",
    "zigzag": "0,0 .2,1 .4,0 .6,1 .8,0 1,1",
    "hash": "0,.3 1,.3|0,.7 1,.7|.3,0 .3,1|.7,0 .7,1",
}
UNSEEN_SIGNS: Final = {  # never trained on: they measure whether "not a digit" was understood
    "M": "0,1 0,0 .5,.7 1,0 1,1",
    "W": "0,0 .25,1 .5,.3 .75,1 1,0",
    "K": "0,0 0,1|1,0 0,.5 1,1",
    "star": ".5,0 .8,1 0,.4 1,.4 .2,1 .5,0",
    "arrow": "0,.5 1,.5|.7,.2 1,.5 .7,.8",
    "fence": "0,0 0,1|.33,0 .33,1|.66,0 .66,1|1,0 1,1",
    "house": "0,1 0,.4 .5,0 1,.4 1,1 0,1|.4,1 .4,.7 .6,.7 .6,1",
}


def sign(outline: str) -> Strokes:
    """Turn the text of a sign into strokes, with a point every few hundredths so that they can be bent."""
    lines = []
    for pen in outline.split("|"):
        corners = np.array([[float(v) for v in point.split(",")] for point in pen.split()])
        travelled = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))))
        at = np.linspace(0, travelled[-1], 1 + max(4, int(travelled[-1] / 0.04)))
        lines.append(np.stack([np.interp(at, travelled, corners[:, axis]) for axis in (0, 1)], axis=1))
    return strokes_of(lines)


def scribble(random: np.random.Generator) -> Strokes:
    """Draw a smooth random walk over and over itself, in one to four strokes."""
    lines = []
    for _ in range(random.integers(1, 5)):
        knots = random.normal(0, 1, (random.integers(8, 18), 2)) + random.normal(0, 0.5, 2)
        at = np.linspace(0, len(knots) - 1, 12 * len(knots))
        line = np.stack([np.interp(at, np.arange(len(knots)), knots[:, axis]) for axis in (0, 1)], axis=1)
        kernel = np.ones(7) / 7
        lines.append(np.stack([np.convolve(line[:, axis], kernel, "valid") for axis in (0, 1)], axis=1))
    return strokes_of(lines)


def two_at_once(digits: list[PenDigit], random: np.random.Generator) -> Strokes:
    """Write two digits side by side, as one drawing."""
    left, right = (digits[i].strokes for i in random.integers(0, len(digits), 2))
    gap = np.array([random.uniform(0.9, 1.4), random.normal(0, 0.1)])
    return strokes_of([*_unit(left), *(line + gap for line in _unit(right))])


def _unit(strokes: Strokes) -> list[npt.NDArray[np.float32]]:
    points = np.concatenate(strokes)
    middle, size = (points.min(axis=0) + points.max(axis=0)) / 2, np.ptp(points, axis=0).max() + 1e-6
    return [(line - middle) / size for line in strokes]


def not_digits(
    n: int, digits: list[PenDigit], digit_images: Images, random: np.random.Generator, *, unseen: bool = False
) -> Images:
    """Make `n` images that are no digit: signs, scribbles, dots, two digits at once, quarters of digits exchanged."""
    outlines = list((UNSEEN_SIGNS if unseen else SIGNS).values())
    images = []
    for number in range(n):
        match number % 10:
            case 0 | 1 | 2 | 3 | 4:
                strokes = varied(sign(outlines[random.integers(len(outlines))]), random)
            case 5 | 6:
                strokes = scribble(random)
            case 7 | 8:
                strokes = two_at_once(digits, random)
            case _:
                images.append(_exchanged(digit_images, random))
                continue
        images.append(drawn(strokes, random))
    images[::97] = [render(strokes_of([[[0.0, 0.0]]]), random.uniform(1.5, 6)) for _ in images[::97]]
    return np.stack(images)


def _exchanged(images: Images, random: np.random.Generator) -> npt.NDArray[np.float32]:
    half, image = SIZE_PX // 2, np.zeros((SIZE_PX, SIZE_PX), dtype=np.float32)
    for row, column in ((0, 0), (0, half), (half, 0), (half, half)):
        source = np.rot90(images[random.integers(len(images))], random.integers(1, 4))
        image[row : row + half, column : column + half] = source[row : row + half, column : column + half]
    return image
