"""A picture of a digit (a scan, a photo, a 28 x 28 file) to the 28 x 28 image a digit network reads.

MNIST's own rule for bitmaps: grey levels kept, the ink's box scaled to 20 x 20, its centre of mass at the centre.
Before that the ink must be told from the paper: the paper's shade is a plane fitted to the rim of the picture (a photo
is darker on one side), and ink is what departs from it, darker or lighter, whichever there is more of.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow
from PIL import ImageFilter

from tplab_gui.core.errors import LabError
from tplab_gui.ink.frame import BOX_PX, CENTRE_PX, SIZE_PX, Image, centre_of_mass, inside

MIN_SIDE_PX: Final = 8
WORK_SIDE_PX: Final = 224  # more does not change 28 x 28, but costs time
MIN_CONTRAST: Final = 0.06  # of full scale: less is an empty sheet
MIN_INK_PX: Final = 4.0  # the grain of an empty sheet makes no larger part
SPECK: Final = 0.02  # parts with less than this share of the main part's ink are dust
THIN_PX: Final = (
    1.3  # a pen narrower than this in the 28 x 28 field would be lost in averaging: it is widened to it
)
KEPT_AS_IS_PX: Final = (17, 21)  # a 28 x 28 file whose ink is so long already obeys the rule: no resampling


def from_picture(picture: npt.NDArray[np.uint8]) -> Image:
    """Find the digit in a picture and show it as MNIST would.

    Parameters
    ----------
    picture : ndarray, shape (H, W) or (H, W, 3), uint8, dark on light or light on dark

    Returns
    -------
    ndarray, shape (28, 28), float32, in [0, 1], ink = 1

    Raises
    ------
    LabError
        If the picture is too small, or nothing stands out from the paper.

    """
    if (
        picture.dtype != np.uint8
        or picture.ndim not in (2, 3)
        or (picture.ndim == 3 and picture.shape[2] != 3)
    ):
        raise ValueError(f"a picture is uint8, (H, W) or (H, W, 3); got {picture.dtype}, {picture.shape}")
    if min(picture.shape[:2]) < MIN_SIDE_PX:
        raise LabError(
            "This picture is only {width} x {height} pixels: a digit cannot be read in it.",
            hint="Use a picture of at least {side} x {side} pixels.",
            width=picture.shape[1],
            height=picture.shape[0],
            side=MIN_SIDE_PX,
        )
    ink = _thickened(_without_dust(_ink(_grey(picture))))
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    corner = np.array([columns[0], rows[0]])
    size = np.array([np.ptp(columns) + 1, np.ptp(rows) + 1])
    as_it_is = ink.shape == (SIZE_PX, SIZE_PX) and KEPT_AS_IS_PX[0] <= size.max() <= KEPT_AS_IS_PX[1]
    scale = 1.0 if as_it_is else BOX_PX / float(size.max())
    mass = np.array(centre_of_mass(ink))
    middle = corner + (size - 1) / 2
    target = inside(CENTRE_PX + (middle - mass) * scale, size * scale)
    if as_it_is:
        down, right = np.rint(target - middle).astype(int)[::-1]
        return np.roll(ink, (down, right), axis=(0, 1))
    return _resampled(ink, middle - target / scale, scale)


def _grey(picture: npt.NDArray[np.uint8]) -> Image:
    """Luma in [0, 1] (ITU-R BT.601), at most 224 pixels long."""
    image = Pillow.fromarray(picture).convert("L")
    if max(image.size) > WORK_SIDE_PX:
        image.thumbnail((WORK_SIDE_PX, WORK_SIDE_PX), Pillow.Resampling.BOX, reducing_gap=None)
    return np.asarray(image, dtype=np.float32) / np.float32(255)


def _ink(grey: Image) -> Image:
    """Departure from the paper, in [0, 1]; raises when there is none."""
    paper = _paper(grey)
    away = grey - paper
    if away[away > 0].sum() < -away[away < 0].sum():
        away = -away / np.maximum(paper, 0.1)  # dark ink reflects a share of the light that falls there
    else:
        away /= np.maximum(1 - paper, 0.1)
    rim = _rim(away.shape)
    noise = 1.4826 * float(np.median(np.abs(away[rim])))  # the rim's spread as a standard deviation
    low = 4 * noise
    strong = away[away > max(low, float(away.max()) / 2)]
    if strong.size == 0 or float(strong.max()) < MIN_CONTRAST:
        raise _no_digit()
    high = float(np.percentile(strong, 90))
    return np.clip((away - low) / (high - low), 0, 1).astype(np.float32)


def _rim(shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Mark the outer twentieth of a picture."""
    width = max(1, round(min(shape) / 20))
    rim = np.ones(shape, dtype=bool)
    rim[width:-width, width:-width] = False
    return rim


def _paper(grey: Image) -> Image:
    """Shade of the paper: a plane through the rim, without what departs from it (ink that touches the rim)."""
    y, x = (axis / max(grey.shape) for axis in np.indices(grey.shape))
    planes = np.stack([np.ones_like(x), x, y], axis=-1)  # (H, W, 3)
    rim = _rim(grey.shape)
    known, values = planes[rim], grey[rim]
    keep = np.abs(values - np.median(values)) <= 0.25
    for _ in range(4):
        plane = np.linalg.lstsq(known[keep], values[keep], rcond=None)[0]
        apart = np.abs(values - known @ plane)
        keep = apart <= max(3 * float(np.median(apart)), 1e-3)
    return (planes @ plane).astype(np.float32)


def _without_dust(ink: Image) -> Image:
    """Keep the parts of the digit: not dust, and not what runs off the picture beside a digit that does not."""
    labels = _parts(ink > 0.25)
    names, places = np.unique(labels[labels > 0], return_inverse=True)
    masses = np.bincount(places, weights=ink[labels > 0])
    if masses.size == 0 or masses.max() < MIN_INK_PX:
        raise _no_digit()
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    free = ~np.isin(names, edge) if max(ink.shape) > SIZE_PX else np.ones(len(names), dtype=bool)
    if free.any() and masses[free].max() >= 0.2 * masses.max():
        names, masses = names[free], masses[free]
    kept = np.isin(labels, names[masses >= SPECK * masses.max()])
    wide = np.pad(kept, 1)  # one pixel more: the grey edge
    height, width = ink.shape
    near = np.any([wide[r : r + height, c : c + width] for r in range(3) for c in range(3)], axis=0)
    return np.where(near, ink, 0).astype(np.float32)


def _thickened(ink: Image) -> Image:
    """Widen a thin line (a ball-point on a large sheet): the largest value around each pixel takes its place."""
    mask = ink > 0.5
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    wide = np.pad(mask, 1)
    enclosed = wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
    outline = int((mask & ~enclosed).sum())  # about twice the length of the line
    pen = 2 * float(ink.sum()) / max(outline, 1)
    wanted = THIN_PX * max(int(np.ptp(rows)), int(np.ptp(columns))) / BOX_PX
    more = 2 * round((wanted - pen) / 2) + 1
    if more < 3:
        return ink
    pixels = Pillow.fromarray(np.rint(np.pad(ink, more) * 255).astype(np.uint8))
    return np.asarray(pixels.filter(ImageFilter.MaxFilter(more)), dtype=np.float32) / np.float32(255)


def _parts(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Label the 8-connected parts of a mask: every pixel gets the largest pixel number of its part, 0 outside."""
    height, width = mask.shape
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        wide = np.pad(labels, 1)
        best = np.max([wide[r : r + height, c : c + width] for r in range(3) for c in range(3)], axis=0)
        best = np.where(mask, best, 0)
        best = np.where(mask, best.ravel()[best - 1], 0)  # jump: my label's own label
        if np.array_equal(best, labels):
            return best
        labels = best


def _resampled(ink: Image, origin: npt.NDArray[np.float64], scale: float) -> Image:
    """Scale a picture so that its point `origin` (x, y) comes to (0, 0); every pixel the mean of what it covers."""
    # Pillow counts from the corner of a pixel, we from its centre; the margin holds whatever the field reaches.
    margin = int(np.ceil(SIZE_PX / scale)) + 2
    left, top = origin + 0.5 + margin - 0.5 / scale
    side = SIZE_PX / scale
    kind = Pillow.Resampling.HAMMING if scale < 1 else Pillow.Resampling.BILINEAR
    field = Pillow.fromarray(np.pad(ink, margin)).resize(
        (SIZE_PX, SIZE_PX), kind, box=(left, top, left + side, top + side)
    )
    image: Image = np.asarray(field, dtype=np.float32)
    # A hair-thin line is pale after averaging: give it back full ink.
    full = float(np.percentile(image[image > image.max() / 2], 75))
    return np.clip(image / min(full, 1.0), 0, 1)


def _no_digit() -> LabError:
    return LabError(
        "Nothing stands out in this picture: it holds no digit that can be read.",
        hint="Use a sharp picture of one dark digit on light paper, or the reverse.",
    )
