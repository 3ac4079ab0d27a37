import pytest
import torch

from tplab_gui.nets.digit_image import DigitImageNet


@pytest.fixture
def network():
    torch.manual_seed(0)
    return DigitImageNet().eval()


def test_that_a_batch_of_images_gives_ten_logits_each(network):
    assert network(torch.rand(3, 1, 28, 28)).shape == (3, 10)


def test_that_the_mean_of_a_class_map_plus_the_bias_is_the_logit(network):
    """Global average pooling and one linear layer: the map is an exact account of the logit."""
    images = torch.rand(4, 1, 28, 28)
    maps = network.class_maps(images)
    assert maps.shape == (4, 10, 7, 7)
    torch.testing.assert_close(maps.mean(dim=(2, 3)) + network.fc.bias, network(images), atol=1e-5, rtol=1e-4)


def test_that_an_image_is_read_alone_as_in_a_batch(network):
    images = torch.rand(5, 1, 28, 28)
    torch.testing.assert_close(network(images[2:3]), network(images)[2:3], atol=1e-5, rtol=1e-4)


def test_that_every_parameter_learns(network):
    network.train()
    network(torch.rand(8, 1, 28, 28)).square().sum().backward()
    for name, parameter in network.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.abs().sum() > 0, name


def test_that_widths_and_classes_are_arguments():
    network = DigitImageNet(widths=(4, 6, 8, 12), n_classes=3)
    assert network(torch.rand(2, 1, 28, 28)).shape == (2, 3)
    assert network.fc.weight.shape == (3, 12)


def test_that_the_shipped_size_stays_small():
    n_parameters = sum(p.numel() for p in DigitImageNet(widths=(24, 48, 96, 128)).parameters())
    assert 100_000 < n_parameters < 400_000
