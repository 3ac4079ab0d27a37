import numpy as np
import pytest
import torch

from tests.heatmap_network import small_network
from tplab_gui.core.errors import LabError
from tplab_gui.vision import cam
from tplab_gui.vision.classify import Classifier, Preprocessing
from tplab_gui.vision.framing import framing


@pytest.fixture(scope="module")
def classifier():
    torch.manual_seed(1)
    net = small_network(6, (16, 16, 32, 32)).eval().requires_grad_(False)
    fit = Preprocessing("fit", 64, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
    names = ("tennis ball", "lemon", "cat", "volleyball", "dog", "cup")
    return Classifier("small", net, names, fit, {"tennis ball": 0.6}, 0)


@pytest.fixture(scope="module")
def picture():
    return np.random.default_rng(3).integers(0, 256, (120, 200, 3), dtype=np.uint8)


@pytest.mark.parametrize(
    "method", ["cam", "gradcam", "gradcam++", "hirescam", "xgradcam", "layercam", "scorecam"]
)
def test_that_a_heatmap_has_the_pictures_size_and_lies_between_0_and_1(classifier, picture, method):
    answer = cam.heatmaps(classifier, picture, "tennis ball", method)
    assert answer.heatmap.shape == (120, 200)
    assert answer.heatmap.dtype == answer.raw.dtype == np.float32
    assert answer.heatmap.min() >= 0
    assert answer.heatmap.max() <= 1 + 1e-6
    assert answer.raw.shape == (4, 7)
    assert 0 <= answer.peak_xy[0] < 200
    assert 0 <= answer.peak_xy[1] < 120


def test_that_the_answer_names_what_was_asked(classifier, picture):
    answer = cam.heatmaps(classifier, picture, "Tennis ball", "Grad-CAM++")
    assert (answer.target, answer.target_index, answer.method) == ("tennis ball", 0, "gradcam++")
    assert (answer.model, answer.layer, answer.threshold) == ("small", "head", 0.6)
    assert answer.score == pytest.approx(float(classifier.scores(picture)[0]), rel=1e-5)


def test_that_the_top_five_are_the_most_probable_best_first(classifier, picture):
    answer = cam.heatmaps(classifier, picture, "cat")
    p = classifier.scores(picture)
    assert [name for name, _ in answer.top] == [classifier.classes[i] for i in np.argsort(-p)[:5]]


def test_that_no_target_means_the_class_with_the_largest_logit(classifier, picture):
    x, _ = classifier.preprocess(picture)
    assert cam.heatmaps(classifier, picture, None).target_index == int(classifier.network(x).argmax())


def test_that_class_0_given_as_a_number_is_class_0(classifier, picture):
    assert cam.heatmaps(classifier, picture, 0).target == "tennis ball"


def test_that_an_earlier_layer_gives_a_finer_map(classifier, picture):
    answer = cam.heatmaps(classifier, picture, "cat", "gradcam", layer="stages.1")
    assert answer.raw.shape == (8, 14)


def test_that_a_method_of_the_library_answers_alike(classifier, picture):
    answer = cam.heatmaps(classifier, picture, "cat", "eigencam")
    assert answer.raw.shape == (4, 7)
    assert answer.score == pytest.approx(float(classifier.scores(picture)[2]), rel=1e-4)


def test_that_the_warmest_pixel_of_the_heatmap_lies_in_the_warmest_cell():
    rng = np.random.default_rng(2)
    raw = rng.random((7, 9), dtype=np.float32)
    heat = cam.in_picture(raw, framing(210, 270, "fit", 112), 210, 270)
    row, column = np.unravel_index(raw.argmax(), raw.shape)
    y, x = np.unravel_index(heat.argmax(), heat.shape)
    assert row * 30 <= y < (row + 1) * 30
    assert column * 30 <= x < (column + 1) * 30


def test_that_heat_of_a_cropped_picture_stays_inside_the_crop():
    frame = framing(200, 400, "crop", 64, 64)
    heat = cam.in_picture(np.eye(4, dtype=np.float32) + 1, frame, 200, 400)
    assert heat.shape == (200, 400)
    assert (heat[:, :100] == 0).all()
    assert (heat[:, 300:] == 0).all()
    assert heat[:, 100:300].max() == pytest.approx(1)


def test_that_a_flat_map_is_dark_and_not_a_division_by_zero():
    assert (cam.in_picture(np.full((7, 7), 3, np.float32), framing(70, 70, "fit", 112), 70, 70) == 0).all()


@pytest.mark.parametrize("name", ["Grad-CAM++", "gradcampp", "grad_cam_plusplus", "gradcam++"])
def test_that_grad_cam_plus_plus_is_known_by_its_common_spellings(name):
    assert cam.method_name(name) == "gradcam++"


def test_that_an_unknown_method_a_layer_and_a_class_are_refused_in_sentences(classifier, picture):
    with pytest.raises(LabError, match=r"no heatmap method called heatwave.*gradcam"):
        cam.heatmaps(classifier, picture, "cat", "heatwave")
    with pytest.raises(LabError, match=r"no layer called layer9.*head"):
        cam.heatmaps(classifier, picture, "cat", "gradcam", layer="layer9")
    with pytest.raises(LabError, match="no class called"):
        cam.heatmaps(classifier, picture, "zebra")


def test_that_cam_on_an_earlier_layer_is_refused_with_a_way_out(classifier, picture):
    with pytest.raises(LabError, match="Use Grad-CAM"):
        cam.heatmaps(classifier, picture, "cat", "cam", layer="stages.1")


def test_that_a_network_gone_wrong_is_told_and_not_drawn(picture):
    net = small_network(2, (16, 16, 16, 16)).eval().requires_grad_(False)
    fit = Preprocessing("fit", 64, (0.5,) * 3, (0.25,) * 3)
    broken = Classifier("broken", net, ("a", "b"), fit)
    assert broken.ending.linear == "fc"
    net.fc.weight[0, 0] = float("nan")
    with pytest.raises(LabError, match="NaN"):
        cam.heatmaps(broken, picture, "a")


@pytest.mark.parametrize("size", [(1, 1), (3, 3000), (3000, 3)])
def test_that_the_strangest_pictures_have_a_heatmap(classifier, size):
    answer = cam.heatmaps(classifier, np.full((*size, 3), 90, np.uint8), "cat")
    assert answer.heatmap.shape == size
    assert 0 <= answer.peak_xy[0] <= size[1]
    assert 0 <= answer.peak_xy[1] <= size[0]
