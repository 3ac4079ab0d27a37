"""Figures 12 to 14: input, raw map on a scale that all of them share, heat over the picture."""

import numpy as np
from matplotlib.figure import Figure

from tplab_gui.core.events.findings import Sentence
from tplab_gui.report import drawing
from tplab_gui.report.words import Words
from tplab_gui.vision import overlay
from tplab_gui.vision.cam import CamResult


def three_panels(rgb: np.ndarray, answer: CamResult, most: float, words: Words) -> Figure:
    """Draw the three panels of the report; `most` is the raw value that is brightest in all of its figures."""
    figure, axes = drawing.sheet(2.3, 1, 3)
    share = np.clip(float(answer.raw.max()) / most, 0, 1) if most > 0 else 0.0
    mixed = overlay.blend(rgb, (answer.heatmap * share).astype(np.float32))
    shown = (
        (rgb, Sentence("input"), None),
        (np.clip(answer.raw / most, 0, 1) if most > 0 else answer.raw * 0, Sentence("raw map"), "inferno"),
        (mixed, Sentence("heat over the picture"), None),
    )
    for panel, (pixels, title, colours) in zip(axes[0], shown, strict=True):
        panel.imshow(pixels, cmap=colours, vmin=0, vmax=1 if colours else None)
        panel.set_title(words.say(title), fontsize=9)
        panel.set_axis_off()
    return figure
