import pytest
import torch

from tests.heatmap_network import small_network
from tplab_gui.nets.heatmap import STRIDE_PX, Conv, HeatmapNet


@pytest.fixture(scope="module")
def network() -> HeatmapNet:
    torch.manual_seed(3)
    return small_network(5).eval().requires_grad_(False)


def test_that_the_last_map_has_one_cell_per_stride_in_each_direction(network):
    maps = network.features(torch.zeros(1, 3, 7 * STRIDE_PX, 9 * STRIDE_PX))
    assert maps.shape == (1, 64, 7, 9)


def test_that_the_network_that_ships_is_as_fine():
    with torch.device("meta"):
        assert HeatmapNet(1000).features(torch.zeros(1, 3, 160, 208)).shape == (1, 1280, 10, 13)


def test_that_the_last_map_is_never_negative(network):
    assert float(network.features(torch.randn(2, 3, 64, 64)).min()) >= 0


def test_that_a_logit_is_the_mean_of_its_own_map_plus_the_bias(network):
    x = torch.randn(2, 3, 64, 96)
    heat = torch.einsum("ck,bkhw->bchw", network.fc.weight, network.features(x))
    torch.testing.assert_close(network(x), heat.mean((2, 3)) + network.fc.bias, rtol=1e-4, atol=1e-5)


def test_that_moving_the_picture_by_one_stride_moves_the_map_by_one_cell(network):
    """The network is a convolution: away from the edges, moving the picture moves the heat and changes nothing else."""
    x = torch.zeros(1, 3, 256, 256)
    x[..., 112:144, 112:144] = torch.randn(3, 32, 32)
    moved = torch.roll(x, STRIDE_PX, dims=3)
    a, b = network.features(x), network.features(moved)
    torch.testing.assert_close(a[..., 5:10, 5:9], b[..., 5:10, 6:10], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize(("kernel", "stride"), [(3, 1), (5, 1), (3, 2), (5, 2)])
def test_that_padding_is_that_of_tensorflows_same(kernel, stride):
    """ceil(n / s) outputs; of the padding that this takes, the smaller half comes first."""
    conv = Conv(1, 1, kernel, stride, is_active=False)
    x = torch.randn(1, 1, 12, 12)
    outputs = -(-12 // stride)
    total = max((outputs - 1) * stride + kernel - 12, 0)
    before, after = total // 2, total - total // 2
    padded = torch.nn.functional.pad(x, (before, after, before, after))
    expected = torch.nn.functional.conv2d(padded, conv.conv.weight, conv.conv.bias, stride)
    assert expected.shape[2] == outputs
    torch.testing.assert_close(conv(x), expected)


def test_that_dilation_gives_the_map_of_a_stride_between_the_cells_too():
    """A stage with its stride, and the same weights dilated instead: every second cell agrees."""
    torch.manual_seed(0)
    sizes = {"widths": (8, 12), "depths": (1, 3), "kernels": (3, 5), "expansions": (1, 2), "stem_width": 8}
    coarse = HeatmapNet(3, strides=(1, 2), dilations=(1, 1), head_width=8, **sizes).eval()
    fine = HeatmapNet(3, strides=(1, 1), dilations=(1, 2), head_width=8, **sizes).eval()
    fine.load_state_dict(coarse.state_dict())
    x = torch.randn(1, 3, 96, 96)
    with torch.no_grad():
        # the stride of 2 stands on the odd cells, as its padding has one pixel more behind
        torch.testing.assert_close(
            coarse.features(x)[..., 7:-7, 7:-7], fine.features(x)[..., 1::2, 1::2][..., 7:-7, 7:-7]
        )
