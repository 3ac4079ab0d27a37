"""Picture files of every kind become uint8 RGB, and a picture that would fill the memory is refused unopened.

Pillow reads the size from the header without decoding; a PNG of 109 kB can hold gigabytes, so the limit is
checked there. Formats are named one by one: a renamed text or a vector program is not asked to run.
"""

import io
import warnings
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from tplab_gui.core.errors import LabError, MissingError

MAX_PIXELS = 50_000_000
MAX_FILE_BYTES = 200_000_000
SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
_FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF", "PPM")
_HINT = "Choose a JPEG, PNG, WebP, TIFF, GIF or BMP picture."


def read_picture(source: Path | str | bytes, max_pixels: float = MAX_PIXELS) -> NDArray[np.uint8]:
    """Decode a picture.

    Parameters
    ----------
    source : Path, str or bytes
        A file, or the bytes of one (from the clipboard or a drop).
    max_pixels : float
        Pictures with more pixels are refused before they are decoded.

    Returns
    -------
    ndarray, shape (H, W, 3), uint8, RGB
        Turned as its EXIF orientation says, transparent parts on white, the first picture of an animation.

    Raises
    ------
    MissingError
        If there is no such file.
    LabError
        If it is empty, a folder, no picture, damaged, or larger than `max_pixels`.

    """
    name, stream = _open(source)
    with stream, warnings.catch_warnings():
        # Pillow warns about odd EXIF data and large sizes; both are dealt with here, in sentences.
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream, formats=_FORMATS) as image:
                _check_size(image.size, max_pixels, name)
                return _to_rgb(ImageOps.exif_transpose(image))
        except Image.DecompressionBombError as error:
            raise _too_large(name, max_pixels) from error
        except UnidentifiedImageError as error:
            raise LabError("{name} is not a picture that can be read.", hint=_HINT, name=name) from error
        except MemoryError as error:
            raise _too_large(name, max_pixels) from error
        except (OSError, ValueError, SyntaxError, IndexError, TypeError, EOFError) as error:
            raise LabError(
                "{name} is damaged: only a part of the picture is there.",
                hint="Copy or save the picture again.",
                name=name,
            ) from error


def _open(source: Path | str | bytes) -> tuple[str, BinaryIO]:
    if isinstance(source, bytes):
        if not source:
            raise LabError("The picture is empty (0 bytes).", hint=_HINT)
        return "The picture", io.BytesIO(source)
    path = Path(source)
    if path.is_dir():
        raise LabError("{name} is a folder, not a picture.", hint=_HINT, name=path.name)
    try:
        size_bytes = path.stat().st_size
        stream = path.open("rb")
    except FileNotFoundError as error:
        raise MissingError(
            "There is no file {path}.", hint="Check its name and its folder.", path=path
        ) from error
    except OSError as error:
        raise LabError(
            "{name} cannot be read ({reason}).",
            hint="Check that the file is yours to read.",
            name=path.name,
            reason=error.strerror or str(error),
        ) from error
    if size_bytes == 0 or size_bytes > MAX_FILE_BYTES:
        stream.close()
        if size_bytes == 0:
            raise LabError("{name} is empty (0 bytes).", hint=_HINT, name=path.name)
        raise LabError(
            "{name} is a file of {megabytes} MB, which is more than a picture needs.",
            hint=_HINT,
            name=path.name,
            megabytes=size_bytes // 1_000_000,
        )
    return path.name, stream


def _check_size(size: tuple[int, int], max_pixels: float, name: str) -> None:
    width, height = size
    if width * height > max_pixels:
        raise LabError(
            "{name} is {width} x {height} pixels, more than the {limit} million the lab opens.",
            hint="Make the picture smaller first.",
            name=name,
            width=width,
            height=height,
            limit=max_pixels / 1e6,
        )


def _too_large(name: str, max_pixels: float) -> LabError:
    return LabError(
        "{name} would need more memory than the lab gives a picture ({limit} million pixels).",
        hint="Make the picture smaller first.",
        name=name,
        limit=max_pixels / 1e6,
    )


def _to_rgb(image: Image.Image) -> NDArray[np.uint8]:
    """Any Pillow mode to uint8 (H, W, 3)."""
    if image.mode.startswith(("I", "F")):
        return _from_deep_grey(np.asarray(image))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        white = Image.new("RGBA", rgba.size, "white")
        image = Image.alpha_composite(white, rgba)
    return np.array(image.convert("RGB"), dtype=np.uint8)


def _from_deep_grey(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Grey of 16 or 32 bits to uint8 (H, W, 3); Pillow's own conversion would clip everything to white."""
    grey = np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    top = float(grey.max(initial=0.0))
    if values.dtype == np.uint16:
        full_scale = 65535.0
    else:
        # Whole numbers of 32 bits and floats do not say where white is: the smallest usual scale that holds them.
        full_scale = next((scale for scale in (1.0, 255.0, 65535.0) if top <= scale), top)
    eight_bit = np.round(np.clip(grey / full_scale, 0, 1) * 255).astype(np.uint8)
    return np.repeat(eight_bit[..., None], 3, axis=2)
