"""From raw maps to brightness: a network whose answers are known, so that the absolute scale is."""

import numpy as np
import pytest
import torch
from torch import nn

from tplab_gui.core.class_evidence import FULL_LOG_ODDS
from tplab_gui.vision import drawing
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import Classifier, Preprocessing
from tplab_gui.vision.framing import framing
from tplab_gui.vision.placing import placed, stretched


class Redness(nn.Module):
    """Two classes: the logit of 'red' is the mean over 4 x 4 blocks of (red - 0.5) times `gain`, that of 'not' is 0."""

    def __init__(self, gain=24.0):
        super().__init__()
        self.pool = nn.AvgPool2d(4)
        self.fc = nn.Linear(3, 2)
        with torch.no_grad():
            self.fc.weight.copy_(torch.tensor([[gain, 0, 0], [0, 0, 0]]))
            self.fc.bias.copy_(torch.tensor([-gain / 2, 0]))

    def forward(self, x):
        return self.fc(self.pool(x).mean((2, 3)))


@pytest.fixture
def classifier():
    net = Redness().eval().requires_grad_(requires_grad=False)
    return Classifier("red", net, ("red", "not"), Preprocessing("squash", 32, (0, 0, 0), (1, 1, 1)))


def picture(red_from=0, red_to=8, strength=255):
    rgb = np.zeros((32, 32, 3), np.uint8)
    rgb[:16, 4 * red_from : 4 * red_to, 0] = strength
    return rgb


@pytest.mark.parametrize("method", drawing.EVIDENCE_METHODS)
def test_that_the_absolute_scale_is_the_log_odds_of_every_cell(classifier, method):
    result = heatmaps(classifier, picture(2, 5), "red", method)
    expected = np.zeros((8, 8))
    expected[:4, 2:5] = 1  # (1 - 0.5) * 24 = 12 log-odds: beyond full; the others lie at -12
    assert np.allclose(drawing.heat(result, "absolute"), expected)
    assert drawing.strongest(result) == pytest.approx(12, abs=1e-3)


def test_that_half_of_the_full_evidence_is_half_as_bright(classifier):
    red = round(255 * (0.5 + FULL_LOG_ODDS / 2 / 24))
    result = heatmaps(classifier, picture(2, 5, red), "red", "cam")
    assert drawing.heat(result, "absolute").max() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("method", ["cam", "gradcam", "gradcam++", "layercam", "scorecam", "eigencam"])
def test_that_a_picture_without_the_class_is_dark_on_the_absolute_scale_and_bright_when_stretched(
    classifier, method
):
    zebra = picture(2, 5, 100)  # the reddest cell speaks against red: (0.39 - 0.5) * 24 < 0
    result = heatmaps(classifier, zebra, "red", method)
    assert result.score < 0.001
    assert drawing.heat(result, "absolute").max() == 0
    assert drawing.heat(result, "stretched").max() == pytest.approx(1)


def test_that_a_map_of_another_kind_keeps_its_shape_and_is_as_bright_as_the_evidence(classifier):
    red = round(255 * (0.5 + FULL_LOG_ODDS / 4 / 24))
    result = heatmaps(classifier, picture(2, 5, red), "red", "layercam")
    found = drawing.heat(result, "absolute")
    assert found.max() == pytest.approx(0.25, abs=0.01)
    assert np.allclose(found / found.max(), stretched(result.raw), atol=1e-6)


def test_that_two_pictures_share_one_scale(classifier):
    strong, weak = (
        drawing.heat(heatmaps(classifier, picture(2, 5, red), "red", "gradcam"), "absolute").max()
        for red in (200, 150)
    )
    assert strong > 2 * weak > 0


def test_that_squared_heat_is_the_square(classifier):
    result = heatmaps(classifier, picture(2, 5), "red", "cam")
    assert np.allclose(drawing.heat(result, curve="squared"), drawing.heat(result) ** 2)


@pytest.mark.parametrize("smoothing", ["linear", "cubic", "cells"])
def test_that_every_smoothing_keeps_the_size_and_stays_between_0_and_1(smoothing):
    cells = np.random.default_rng(1).random((4, 7), np.float32)
    cells[1, 1], cells[2, 3] = 0, 1
    heat = placed(cells, framing(120, 200, "fit", 64), 120, 200, smoothing)
    assert heat.shape == (120, 200)
    assert heat.min() >= 0
    assert heat.max() <= 1


def test_that_without_smoothing_a_cell_is_one_colour():
    cells = np.eye(4, dtype=np.float32)
    heat = placed(cells, framing(40, 40, "squash", 64), 40, 40, "cells")
    assert np.array_equal(heat, np.kron(cells, np.ones((10, 10), np.float32)))
