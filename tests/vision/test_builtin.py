"""The network that ships, asked about the pictures that ship."""

import csv

import numpy as np
import pytest
from PIL import Image

from tplab_gui.core.paths import RESOURCES
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import load_classifier

PICTURES = RESOURCES / "samples" / "pictures"


def boxes():
    """Boxes of the tennis balls of each sample picture, by its name."""
    with (PICTURES / "boxes.csv").open(encoding="utf-8", newline="") as lines:
        found = {}
        for row in csv.DictReader(lines):
            known = found.setdefault(row["file"], [])
            if row["x0"]:
                known.append([float(row[k]) for k in ("x0", "y0", "x1", "y1")])
    return found


@pytest.fixture(scope="module")
def builtin():
    return load_classifier("builtin")


@pytest.mark.parametrize(
    ("name", "balls"), boxes().items(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_that_each_sample_picture_is_answered_rightly(builtin, name, balls):
    answer = heatmaps(builtin, np.asarray(Image.open(PICTURES / name).convert("RGB")), "tennis ball")
    assert (answer.score >= (answer.threshold or 0)) == bool(balls)
    x, y = answer.peak_xy
    assert not balls or any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in balls)
