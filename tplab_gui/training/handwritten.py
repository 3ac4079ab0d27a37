"""The handwritten digits of the loss study, arranged as the setup asks and put on the device."""

from collections.abc import Generator
from dataclasses import replace

import torch

from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.experiments import translate
from tplab_gui.core.params import TrainParams
from tplab_gui.data.class_folders import DIGITS
from tplab_gui.data.digits import DigitSet, reading
from tplab_gui.training import setups
from tplab_gui.training.batches import (
    TRAIN_EVAL_SAMPLES,
    Exhibit,
    Material,
    Pictures,
    check,
    chosen,
    scale_of,
)


def load(params: TrainParams, device: torch.device) -> Generator[object, None, Material]:
    """Load and arrange the set; yields `Progress` and `Notice`, returns the `Material`.

    Raises `LabError` when nothing can be learnt from it.
    """
    setup = setups.find(params.setup)
    whole = yield from reading(params.data)
    for notice in whole.notices:
        yield Notice(notice, "warning", f"data {notice.message}")
    scale = scale_of(whole)
    arranged = setups.arrange(setup, whole)
    digits = _limited(arranged, params.limit)
    check(digits)
    tested = chosen(len(arranged.test_labels), params.limit)
    again = chosen(len(digits.train_labels), TRAIN_EVAL_SAMPLES)
    names = {} if digits.classes == DIGITS else {"classes": list(digits.classes)}
    return Material(
        name=digits.name,
        sha256=digits.sha256,
        origin=digits.origin,
        shape=(1, 28, 28),
        details={"mean": scale[0], "std": scale[1], **names},
        train=Pictures(digits.train_images, digits.train_labels, *scale, device),
        train_again=Pictures(digits.train_images[again], digits.train_labels[again], *scale, device),
        test=Pictures(digits.test_images, digits.test_labels, *scale, device),
        exhibit=lambda place: Exhibit(int(tested[place]), digits.test_images[place]),
        classes=digits.classes,
    )


def _limited(digits: DigitSet, limit: int) -> DigitSet:
    train = chosen(len(digits.train_labels), limit)
    test = chosen(len(digits.test_labels), limit)
    return replace(
        digits,
        train_images=digits.train_images[train],
        train_labels=digits.train_labels[train],
        test_images=digits.test_images[test],
        test_labels=digits.test_labels[test],
    )


def stations(_params: TrainParams) -> tuple[ShapeRow, ...]:
    """Return what happens to the shape of a picture before the network."""
    return (
        ShapeRow(
            "data",
            translate("Ledger", "picture"),
            (28, 28),
            0,
            translate("Ledger", "One byte for each point, from 0 (paper) to 255 (ink)"),
        ),
        ShapeRow(
            "data",
            translate("Ledger", "tensor"),
            (1, 28, 28),
            0,
            translate(
                "Ledger", "One channel; divided by 255, then less the mean and divided by the deviation"
            ),
        ),
    )
