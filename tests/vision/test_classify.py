import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from tests.heatmap_network import small_network
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.vision.classify import Classifier, Preprocessing, load_classifier

CLASSES = ("tennis ball", "lemon", "Egyptian cat", "volleyball")


def small(own_chance=0):
    torch.manual_seed(1)
    net = small_network(4, (16, 16, 16, 16)).eval().requires_grad_(False)
    fit = Preprocessing("fit", 64, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
    return Classifier("small", net, CLASSES, fit, {"tennis ball": 0.6}, own_chance)


@pytest.mark.parametrize("name", ["tennis ball", "Tennis Ball", " tennis  ball ", "tennis_ball"])
def test_that_a_class_is_found_whatever_its_capitals_and_spaces(name):
    assert small().target_index(name) == 0


def test_that_a_misspelt_class_is_answered_with_the_nearest():
    with pytest.raises(LabError, match="egyptian cat"):
        small().target_index("egiptian cat")


def test_that_a_class_that_nothing_resembles_says_how_many_there_are():
    with pytest.raises(LabError, match="4 classes"):
        small().target_index("xylophone quartet")


def test_that_only_the_class_with_a_threshold_has_one():
    assert [small().threshold(i) for i in range(4)] == [0.6, None, None, None]


@given(st.lists(st.floats(-500, 500), min_size=4, max_size=4))
def test_that_probabilities_sum_to_1_however_large_the_logits(logits):
    for own_chance in (None, 0, 2):
        p = small_head(own_chance).probabilities(np.array(logits, np.float32))
        assert float(p.sum()) == pytest.approx(1, abs=1e-5)
        assert p.min() >= 0


def small_head(own_chance):
    fit = Preprocessing("fit", 64, (0.5,) * 3, (0.25,) * 3)
    return Classifier("head", torch.nn.Identity(), CLASSES, fit, {}, own_chance)


@given(st.floats(-30, 30), st.lists(st.floats(-30, 30), min_size=3, max_size=3))
def test_that_the_tennis_ball_is_decided_by_its_own_logit_alone(own, others):
    p = small_head(0).probabilities(np.array([own, *others]))
    assert float(p[0]) == pytest.approx(1 / (1 + np.exp(-own)), rel=1e-5, abs=1e-7)


def test_that_the_input_is_normalised_as_asked():
    rgb = np.full((64, 96, 3), 255, np.uint8)
    x, frame = small().preprocess(rgb)
    assert x.shape == (1, 3, 64, 96)
    assert (frame.width_px, frame.height_px) == (96, 64)
    torch.testing.assert_close(x, torch.full_like(x, (1 - 0.5) / 0.25))


def test_that_scores_are_the_networks_own():
    classifier = small()
    rgb = np.random.default_rng(0).integers(0, 256, (80, 64, 3), dtype=np.uint8)
    x, _ = classifier.preprocess(rgb)
    expected = float(torch.sigmoid(classifier.network(x)[0, 0]))
    assert float(classifier.scores(rgb)[0]) == pytest.approx(expected, rel=1e-5)


def test_that_the_built_in_model_needs_torch_alone():
    """Torchvision takes as long to load as torch itself, scikit-learn and matplotlib more."""
    program = (
        "import sys, numpy as np\n"
        "from tplab_gui.vision.cam import heatmaps\n"
        "from tplab_gui.vision.classify import load_classifier\n"
        "rgb = np.zeros((90, 120, 3), np.uint8)\n"
        "heatmaps(load_classifier('builtin'), rgb, 'tennis ball', 'gradcam++')\n"
        "print([m for m in ('torchvision', 'pytorch_grad_cam', 'sklearn', 'matplotlib') if m in sys.modules])\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_that_the_built_in_model_knows_balls_lemons_and_its_threshold():
    classifier = load_classifier("builtin")
    ball = classifier.target_index("tennis ball")
    assert classifier.classes[ball] == "tennis ball"
    assert classifier.target_index("lemon") > 0
    assert classifier.target_index("golf ball") > 0
    assert 0 < (classifier.threshold(ball) or 0) < 1
    assert len(set(classifier.classes)) == len(classifier.classes) == classifier.network.fc.out_features


def test_that_squash_shows_the_whole_picture_as_a_square():
    classifier = load_classifier("builtin", squash=True)
    x, frame = classifier.preprocess(np.zeros((100, 300, 3), np.uint8))
    assert x.shape[2] == x.shape[3]
    assert frame.to_picture(1, 1) == (300, 100)


def test_that_weights_that_are_not_here_are_named_with_what_to_do():
    with pytest.raises(MissingError, match=r"regnet_y_400mf-c65dace8\.pth.*Put that file"):
        load_classifier("regnet_y_400mf:v1")


@pytest.mark.parametrize(
    ("name", "sentence"), [("no_such_net", "no network called"), ("resnet18:v9", "version v9")]
)
def test_that_an_unknown_network_or_version_is_refused_in_a_sentence(name, sentence):
    with pytest.raises(LabError, match=sentence):
        load_classifier(name)


def test_that_a_file_with_the_right_name_and_the_wrong_content_is_not_opened(tmp_path, monkeypatch):
    (tmp_path / "resnet18-f37072fd.pth").write_bytes(b"not weights at all")
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path))
    with pytest.raises(LabError, match="sha256 differs"):
        load_classifier("resnet18")


class Hostile:
    def __reduce__(self):
        return (print, ("this must never be printed",))


@pytest.mark.parametrize("content", [{"fc.weight": torch.zeros(3)}, Hostile()])
def test_that_weights_of_another_network_or_with_code_inside_are_refused(
    content, tmp_path, monkeypatch, capsys
):
    from torchvision.models import ResNet18_Weights

    torch.save(content, tmp_path / "weights")
    digest = hashlib.sha256((tmp_path / "weights").read_bytes()).hexdigest()[:8]
    (tmp_path / "weights").rename(tmp_path / f"resnet18-{digest}.pth")
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path))
    monkeypatch.setattr(
        ResNet18_Weights.IMAGENET1K_V1.value,
        "url",
        f"https://example.org/resnet18-{digest}.pth",
        raising=False,
    )
    with pytest.raises(LabError, match="do not fit the network"):
        load_classifier("resnet18")
    assert "never" not in capsys.readouterr().out
