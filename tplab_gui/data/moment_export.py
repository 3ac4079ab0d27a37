"""Moments as a data set that other programs read: pictures, strokes, sounds, and a table of them.

The table is a manifest of `tplab digit --manifest`, with the labels beside it.
"""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

from tplab_gui.core import atomic
from tplab_gui.core.events.moments import DigitMoment
from tplab_gui.data.sounds import write_wav

COLUMNS = ("id", "image", "strokes", "audio", "label", "answer", "strategy", "believed", "began")


def export(moments: Iterable[DigitMoment], folder: Path) -> None:
    """Write `images/`, `strokes/`, `sounds/` and `manifest.csv`, the table last: with it the set is whole.

    The sound of a moment is the word that counted. Pictures are 28 x 28, white ink on black, as MNIST's.

    Raises
    ------
    LabError
        If the disk is full or the folder cannot be written.

    """
    table = io.StringIO()
    rows = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for moment in moments:
        rows.writerow(_row(moment, folder))
    atomic.write_text(folder / "manifest.csv", table.getvalue())


def _row(moment: DigitMoment, folder: Path) -> dict[str, object]:
    row: dict[str, object] = {
        "id": moment.id,
        "label": "" if moment.label is None else moment.label,
        "answer": "" if moment.digit is None else moment.digit,
        "strategy": moment.verdict.strategy,
        "believed": moment.verdict.believed,
        "began": moment.began,
    }
    if moment.image is not None:
        row["image"] = f"images/{moment.id}.png"
        picture = io.BytesIO()
        Image.fromarray(np.rint(255 * moment.image.clip(0, 1)).astype(np.uint8)).save(picture, "PNG")
        atomic.write_bytes(folder / "images" / f"{moment.id}.png", picture.getvalue())
    if moment.ink:
        row["strokes"] = f"strokes/{moment.id}.json"
        ink = {
            "strokes": [np.round(each.astype(float), 5).tolist() for each in moment.ink.strokes],
            "times_s": [np.round(each, 4).tolist() for each in moment.ink.times_s],
            "pressures": [np.round(each.astype(float), 3).tolist() for each in moment.ink.pressures],
        }
        atomic.write_text(folder / "strokes" / f"{moment.id}.json", json.dumps(ink))
    counted = [word for word in moment.words if word.answer is not None] or list(moment.words)
    if counted:
        row["audio"] = f"sounds/{moment.id}.wav"
        write_wav(folder / "sounds" / f"{moment.id}.wav", counted[-1].samples, counted[-1].rate_hz)
    return row
