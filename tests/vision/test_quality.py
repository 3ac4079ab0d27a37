"""The quality of a map in numbers: a network whose answer is known, and the grad-cam library's own metrics."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from tplab_gui.core.box_measures import energy_in, points_at
from tplab_gui.vision import quality
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import Classifier, Preprocessing


class Corner(nn.Module):
    """Says 'rough' with as many logits as there is texture in the upper left quarter, against 'plain' with 2."""

    def __init__(self, side=32):
        super().__init__()
        self.side = side
        self.conv = nn.Conv2d(3, 1, 1, bias=False)
        nn.init.constant_(self.conv.weight, 1 / 3)

    def forward(self, x):
        grey = self.conv(x)[:, :, : self.side // 2, : self.side // 2]
        seen = (grey[..., 1:] - grey[..., :-1]).abs().mean((1, 2, 3))
        return torch.stack([30 * seen, torch.full_like(seen, 2.0)], 1)


SIDE = 32


@pytest.fixture
def classifier():
    net = Corner(SIDE).eval().requires_grad_(requires_grad=False)
    prepared = Preprocessing("squash", SIDE, (0, 0, 0), (1, 1, 1))
    return Classifier("corner", net, ("rough", "plain"), prepared)


@pytest.fixture
def picture():
    return np.random.default_rng(2).integers(0, 256, (SIDE, SIDE, 3), np.uint8)


def told(classifier, picture, raw):
    """A result whose map is `raw`, whatever the network thinks."""
    found = heatmaps(classifier, picture, "rough", "gradcam")
    return replace(found, raw=np.asarray(raw, np.float32))


def right():
    raw = np.zeros((8, 8))
    raw[:4, :4] = 1
    return raw


def wrong():
    return right()[::-1, ::-1].copy()


def test_that_the_map_that_knows_is_better_in_every_number_than_the_one_that_does_not(classifier, picture):
    good = quality.quality(classifier, picture, told(classifier, picture, right()))
    bad = quality.quality(classifier, picture, told(classifier, picture, wrong()))
    assert good.drop < 0.2
    assert bad.drop > 0.7
    assert good.deletion < bad.deletion
    assert good.insertion > bad.insertion
    assert good.road > 0 > bad.road


def test_that_the_deletion_of_the_whole_picture_ends_at_the_score_of_nothing(classifier, picture):
    x, _ = classifier.preprocess(picture)
    ask = quality._Asker(classifier, 0)
    heat = torch.from_numpy(quality.input_heat(told(classifier, picture, right()), x))
    gone, come = quality.curves(ask, x, heat)
    nothing, everything = float(ask(torch.zeros_like(x))[0]), float(ask(x)[0])
    assert gone[0] == pytest.approx(everything)
    assert gone[-1] == pytest.approx(nothing)
    assert come[-1] == pytest.approx(everything)
    quarter = quality.STEPS // 4 + 2  # smoothing lets the heat reach a little over its quarter
    assert gone[quarter] == pytest.approx(nothing, abs=0.1)


def test_that_drop_and_increase_are_the_librarys(classifier, picture):
    from pytorch_grad_cam.metrics.cam_mult_image import DropInConfidence, IncreaseInConfidence
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputSoftmaxTarget

    x, _ = classifier.preprocess(picture)
    found = told(classifier, picture, np.random.default_rng(1).random((8, 8)))
    heat = quality.input_heat(found, x)[None]
    targets = [ClassifierOutputSoftmaxTarget(0)]
    drop = float(DropInConfidence()(x, heat, targets, classifier.network)[0])
    rises = bool(IncreaseInConfidence()(x, heat, targets, classifier.network)[0])
    ours = quality.quality(classifier, picture, found)
    assert ours.drop * found.score == pytest.approx(drop, abs=1e-5)
    assert ours.increases == rises


LIBRARYS_NUMPY = pytest.mark.filterwarnings("ignore:__array_wrap__:DeprecationWarning")


@LIBRARYS_NUMPY
@pytest.mark.parametrize("percentile", quality.PERCENTILES)
def test_that_filling_in_is_the_librarys_without_its_noise(picture, classifier, percentile):
    from pytorch_grad_cam.metrics.road import NoisyLinearImputer

    x, _ = classifier.preprocess(picture)
    heat = torch.from_numpy(np.random.default_rng(5).random((SIDE, SIDE), np.float32))
    kept = heat < quality._level(heat, percentile)
    theirs = NoisyLinearImputer(noise=0)(x[0], kept.float())
    assert torch.allclose(quality.imputed(x, kept)[0], theirs, atol=1e-4)


@LIBRARYS_NUMPY
def test_that_road_is_the_librarys_within_its_noise(classifier, picture):
    from pytorch_grad_cam.metrics.road import ROADCombined
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputSoftmaxTarget

    x, _ = classifier.preprocess(picture)
    found = told(classifier, picture, np.random.default_rng(1).random((8, 8)))
    heat = quality.input_heat(found, x)[None]
    theirs = ROADCombined(list(quality.PERCENTILES))(
        x, heat, [ClassifierOutputSoftmaxTarget(0)], classifier.network
    )
    assert quality.quality(classifier, picture, found).road == pytest.approx(float(theirs[0]), abs=0.01)


def test_that_no_random_number_of_torch_is_used(classifier, picture):
    before = torch.random.get_rng_state()
    quality.quality(classifier, picture, told(classifier, picture, right()))
    assert torch.equal(before, torch.random.get_rng_state())


def test_that_a_picture_of_which_nothing_or_all_is_kept_is_no_trouble(classifier, picture):
    x, _ = classifier.preprocess(picture)
    everything = torch.ones(SIDE, SIDE, dtype=torch.bool)
    assert torch.equal(quality.imputed(x, everything), x)
    assert not quality.imputed(x, ~everything).any()


def test_that_a_flat_map_can_be_measured(classifier, picture):
    found = quality.quality(classifier, picture, told(classifier, picture, np.ones((8, 8))))
    assert np.isfinite([found.drop, found.deletion, found.insertion, found.road]).all()


def test_that_what_progress_raises_ends_the_measuring(classifier, picture):
    def stop(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        quality.quality(classifier, picture, told(classifier, picture, right()), stop)


def test_that_the_energy_in_a_box_is_the_share_of_the_heat():
    heat = np.zeros((40, 80), np.float32)
    heat[10:20, 20:40] = 1
    assert energy_in(heat, (20, 10, 40, 20)) == 1
    assert energy_in(heat, (30, 0, 80, 40)) == 0.5
    assert energy_in(heat, (40, 20, 20, 10)) == 1  # drawn from the lower right
    assert energy_in(heat, (-5, -5, 10, 10)) == 0
    assert energy_in(np.zeros((4, 4), np.float32), (0, 0, 4, 4)) == 0


@pytest.mark.parametrize(
    ("peak", "is_hit"), [((5, 5), True), ((0, 0), True), ((11, 5), False), ((5, 11), False)]
)
def test_that_the_pointing_game_asks_only_for_the_hottest_point(peak, is_hit):
    assert points_at(peak, (10, 10, 0, 0)) is is_hit
