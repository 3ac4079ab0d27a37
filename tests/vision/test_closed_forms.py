"""Oracles: a network small enough to differentiate by hand, and the grad-cam library on random weights."""

import numpy as np
import pytest
import torch
from torch import nn

from tests.heatmap_network import small_network
from tplab_gui.core.errors import LabError
from tplab_gui.vision import closed_forms
from tplab_gui.vision.cam_library import library_map

LIBRARY = {
    "gradcam": "GradCAM",
    "gradcam++": "GradCAMPlusPlus",
    "hirescam": "HiResCAM",
    "xgradcam": "XGradCAM",
    "layercam": "LayerCAM",
}


def stretched(raw):
    return (raw - raw.min()) / (raw.max() - raw.min())


def small_net():
    return small_network(4, (16, 32, 48, 64))


def torchvision_net(name):
    from torchvision import models

    return models.get_model(name, weights=None, num_classes=10)


NETWORKS = {
    "ours": small_net,
    "regnet_y_400mf": lambda: torchvision_net("regnet_y_400mf"),
    "resnet18": lambda: torchvision_net("resnet18"),
}


@pytest.fixture(scope="module", params=NETWORKS)
def network(request):
    torch.manual_seed(5)
    net = NETWORKS[request.param]()
    for module in net.modules():  # as after training: statistics and scales that are not the initial ones
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, 0, 0.1)
    return net.eval().requires_grad_(False)


@pytest.fixture(scope="module")
def picture():
    return torch.randn(1, 3, 96, 128, generator=torch.Generator().manual_seed(2))


@pytest.mark.parametrize("method", LIBRARY)
def test_that_the_closed_form_is_the_librarys_map(network, picture, method):
    end = closed_forms.ending(network, picture)
    logits, activations = closed_forms.forward(network, end.layer, picture)
    target = int(logits.argmax())
    gradient = network.get_submodule(end.linear).weight[target].numpy() / activations[0].size
    raw = closed_forms.heat(method, activations, gradient)
    theirs_logits, theirs = library_map(network, end.layer, picture, target, LIBRARY[method])
    assert theirs.max() > 0
    np.testing.assert_allclose(logits, theirs_logits, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(raw, theirs, rtol=1e-4, atol=1e-4 * theirs.max())
    np.testing.assert_allclose(stretched(raw), stretched(theirs), atol=1e-4)


@pytest.mark.parametrize("method", LIBRARY)
def test_that_the_gradient_of_the_tail_gives_the_librarys_map_on_an_earlier_layer(network, picture, method):
    layer = {"HeatmapNet": "stages.2", "RegNet": "trunk_output.block3", "ResNet": "layer2"}[
        type(network).__name__
    ]
    _, activations, gradient = closed_forms.tail_gradient(network, layer, picture, 1)
    raw = closed_forms.heat(method, activations, gradient)
    _, theirs = library_map(network, layer, picture, 1, LIBRARY[method])
    np.testing.assert_allclose(raw, theirs, rtol=1e-4, atol=1e-4 * theirs.max())


def test_that_the_mean_of_a_cam_plus_the_bias_is_the_logit(network, picture):
    end = closed_forms.ending(network, picture)
    logits, activations = closed_forms.forward(network, end.layer, picture)
    linear = network.get_submodule(end.linear)
    for c in range(4):
        cam = closed_forms.heat("cam", activations, linear.weight[c].numpy() / activations[0].size)
        assert cam.mean() + float(linear.bias[c]) == pytest.approx(float(logits[c]), rel=1e-3, abs=1e-4)


def test_that_grad_cam_of_two_channels_is_what_a_pencil_gives():
    """Channel 0 votes for the class with slope 2, channel 1 against it with slope -1, over 2 x 2 cells."""
    activations = np.array([[[1, 0], [0, 3]], [[0, 4], [0, 1]]], np.float32)
    gradient = np.array([2, -1], np.float32) / 4
    np.testing.assert_allclose(closed_forms.heat("gradcam", activations, gradient), [[0.5, 0], [0, 1.25]])
    np.testing.assert_allclose(closed_forms.heat("layercam", activations, gradient), [[0.5, 0], [0, 1.5]])
    np.testing.assert_allclose(closed_forms.heat("cam", activations, gradient), [[2, -4], [0, 5]])


def test_that_a_constant_gradient_may_be_given_once_or_cell_by_cell():
    rng = np.random.default_rng(4)
    activations = rng.random((6, 3, 5), dtype=np.float32)
    gradient = rng.standard_normal(6, dtype=np.float32)
    spread = np.broadcast_to(gradient[:, None, None], activations.shape)
    for method in closed_forms.METHODS:
        once, everywhere = (closed_forms.heat(method, activations, g) for g in (gradient, spread))
        np.testing.assert_allclose(once, everywhere, rtol=1e-4, atol=1e-5)


class HiddenLayerHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Conv2d(3, 4, 3)
        self.head = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))

    def forward(self, x):
        return self.head(self.features(x).relu().mean((2, 3)))


def test_that_a_head_with_a_hidden_layer_is_not_taken_for_one_linear_layer():
    end = closed_forms.ending(HiddenLayerHead().eval(), torch.randn(1, 3, 8, 8))
    assert end == closed_forms.Ending("features", None)


def test_that_a_linear_layer_behind_a_maximum_is_not_taken_for_one_behind_a_mean():
    net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(4, 3)).eval()
    assert closed_forms.ending(net, torch.randn(1, 3, 8, 8)) == closed_forms.Ending("0", None)


def test_that_a_network_without_a_map_of_positions_is_refused_in_a_sentence():
    net = nn.Sequential(nn.Flatten(), nn.Linear(12, 3))
    with pytest.raises(LabError, match="no place to point at"):
        closed_forms.ending(net, torch.randn(1, 3, 2, 2))


def test_that_nothing_is_left_on_the_network(network, picture):
    end = closed_forms.ending(network, picture)
    closed_forms.forward(network, end.layer, picture)
    closed_forms.tail_gradient(network, end.layer, picture, 0)
    library_map(network, end.layer, picture, 0, "EigenCAM")
    for module in network.modules():
        assert not module._forward_hooks
        assert not module._backward_hooks
    assert all(p.grad is None for p in network.parameters())


def test_that_hooks_are_removed_when_the_forward_pass_fails(network):
    with pytest.raises(RuntimeError):
        closed_forms.ending(network, torch.randn(1, 5, 64, 64))
    assert not any(module._forward_hooks for module in network.modules())


def test_that_the_library_leaves_a_training_network_in_training():
    net = small_net().train()
    library_map(net, "stages", torch.randn(1, 3, 64, 64), 0, "GradCAM")
    assert net.training


def test_that_an_error_inside_the_library_is_not_swallowed(monkeypatch, picture):
    """Version 1.5 as a context manager prints an IndexError and goes on as if nothing had happened."""
    net = small_net().eval()
    with pytest.raises(IndexError):
        library_map(net, "stages", picture, 99, "GradCAM")
    assert not any(module._forward_hooks for module in net.modules())
