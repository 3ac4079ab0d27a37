"""What the lab reads digits with, and what a user trained, as classifiers whose heat can be seen."""

import json

import numpy as np
import pytest
import safetensors.torch
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.nets.mnist_net import Net
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classifier import as_ink
from tplab_gui.vision.classify import load_classifier


def one():
    """A picture of a one: dark ink on bright paper."""
    rgb = np.full((280, 280, 3), 230, np.uint8)
    rgb[45:235, 128:152] = 25
    return rgb


def kept_run(folder, experiment="mnist-loss", classes=None):
    folder.mkdir()
    torch.manual_seed(0)
    network = Net(classes=len(classes or range(10)))
    safetensors.torch.save_file(network.state_dict(), folder / "best.safetensors")
    data = {"name": "builtin", **({"classes": classes} if classes else {})}
    config = {"experiment": experiment, "params": {"dropout_features": 0.25}, "data": data}
    (folder / "config.json").write_text(json.dumps(config))
    return network.eval(), f"run:{folder}"


def test_that_the_labs_digit_network_reads_a_one_and_looks_at_its_ink():
    found = heatmaps(load_classifier("digit-image"), one(), "1", "gradcam")
    assert found.score > 0.5
    assert found.evidence is not None
    assert 84 <= found.peak_xy[0] <= 196


def test_that_a_kept_run_answers_as_its_network_does(tmp_path):
    network, name = kept_run(tmp_path / "run")
    classifier = load_classifier(name)
    x, _ = classifier.preprocess(one())
    assert x.shape == (1, 1, 28, 28)
    assert np.allclose(classifier.scores(one()), network(x).exp().detach().numpy(), atol=1e-5)


@pytest.mark.parametrize("method", ["gradcam++", "layercam", "scorecam", "eigencam"])
def test_that_a_kept_run_has_heat(tmp_path, method):
    _, name = kept_run(tmp_path / "run")
    found = heatmaps(load_classifier(name), one(), "3", method)
    assert found.heatmap.shape == (280, 280)
    assert np.isfinite(found.raw).all()


def test_that_a_run_keeps_the_names_of_its_own_classes(tmp_path):
    _, name = kept_run(tmp_path / "run", classes=["cat", "dog", "cow"])
    assert load_classifier(name).classes == ("cat", "dog", "cow")


def test_that_a_run_that_is_not_there_and_one_of_another_study_are_sentences(tmp_path):
    with pytest.raises(MissingError, match="no trained network"):
        load_classifier(f"run:{tmp_path / 'nowhere'}")
    _, name = kept_run(tmp_path / "run", experiment="spoken-digits")
    with pytest.raises(LabError, match="does not look at pictures"):
        load_classifier(name)


@pytest.mark.parametrize("content", [b"", b"not safetensors", None])
def test_that_damaged_weights_of_a_run_are_refused(tmp_path, content):
    _, name = kept_run(tmp_path / "run")
    file = tmp_path / "run" / "best.safetensors"
    file.write_bytes(file.read_bytes()[:1000] if content is None else content)
    with pytest.raises(LabError, match="damaged or of another kind"):
        load_classifier(name)


def test_that_ink_is_bright_whatever_the_paper():
    bright = as_ink(one())
    assert np.array_equal(bright, as_ink(255 - one()))
    assert bright[140, 140] == 255
    assert bright[0, 0] == 0


def test_that_noise_on_an_empty_sheet_is_not_made_ink():
    noise = np.random.default_rng(1).integers(220, 230, (28, 28, 3), np.uint8)
    assert not as_ink(noise).any()
