from argparse import Namespace

import numpy as np
import pytest
import torch

from tools import digit_image_data as examples
from tools.train_digit_image import Sources, fit
from tplab_gui.ink.strokes import strokes_of


class Interrupted(Sources):
    """The same examples, and a user who presses Ctrl+C in the second epoch."""

    epochs_begun = 0

    def epoch(self, random, *, gentle):
        self.epochs_begun += 1
        if self.epochs_begun == 2:
            raise KeyboardInterrupt
        return super().epoch(random, gentle=gentle)


def examples_of(kind):
    random = np.random.default_rng(0)
    images = random.random((150, 28, 28)).astype(np.float32)
    pens = [examples.PenDigit(7, 1, strokes_of([[[0, 0], [10, 0], [4, 16]]]))] * 20
    return kind(images, random.integers(0, 10, 150), pens, 70)


def options(folder):
    folder.mkdir()
    return Namespace(seed=1, epochs=2, work=folder, bf16=False)


def test_that_a_training_interrupted_and_taken_up_again_ends_with_the_same_weights(tmp_path):
    whole, _ = fit(examples_of(Sources), options(tmp_path / "whole"), "run")
    parted = options(tmp_path / "parted")
    with pytest.raises(KeyboardInterrupt):
        fit(examples_of(Interrupted), parted, "run")
    again, _ = fit(examples_of(Sources), parted, "run")
    for name, value in whole.state_dict().items():
        torch.testing.assert_close(again.state_dict()[name], value, rtol=0, atol=0, msg=name)
