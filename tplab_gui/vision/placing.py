"""Where the heat of a cell goes in the picture, and how it is smoothed on the way."""

import cv2
import numpy as np

from tplab_gui.vision.framing import Framing

_INTERPOLATIONS = {"linear": cv2.INTER_LINEAR, "cubic": cv2.INTER_CUBIC, "cells": cv2.INTER_NEAREST}


def stretched(raw: np.ndarray) -> np.ndarray:
    """Return a map (h, w) from its least value, 0, to its greatest, 1; all 0 when it is flat."""
    low, high = float(raw.min()), float(raw.max())
    return (raw - low) / (high - low) if high > low else np.zeros_like(raw)


def placed(
    cells: np.ndarray, frame: Framing, height: int, width: int, smoothing: str = "linear"
) -> np.ndarray:
    """Bring heat (h, w) in [0, 1] to the size and place of the picture, float32 (height, width); 0 outside `frame`."""
    x0, y0 = round(frame.x0_px), round(frame.y0_px)
    x1, y1 = round(frame.x1_px), round(frame.y1_px)
    window = cv2.resize(cells, (x1 - x0, y1 - y0), interpolation=_INTERPOLATIONS[smoothing])
    if smoothing == "cubic":  # it swings over the ends
        window = np.clip(window, 0, 1)
    if (x0, y0, x1, y1) == (0, 0, width, height):
        return window
    whole = np.zeros((height, width), np.float32)
    left, top, right, bottom = max(0, x0), max(0, y0), min(width, x1), min(height, y1)
    whole[top:bottom, left:right] = window[top - y0 : bottom - y0, left - x0 : right - x0]
    return whole
