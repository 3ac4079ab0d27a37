import pytest
import torch

from tplab_gui.nets.heatmap import STRIDE_PX, HeatmapNet


@pytest.fixture(scope="module")
def network() -> HeatmapNet:
    torch.manual_seed(3)
    return (
        HeatmapNet(5, stem_width=16, widths=(16, 32, 48, 64), depths=(1, 1, 2, 1))
        .eval()
        .requires_grad_(False)
    )


def test_that_the_last_map_has_one_cell_per_stride_in_each_direction(network):
    maps = network.features(torch.zeros(1, 3, 7 * STRIDE_PX, 9 * STRIDE_PX))
    assert maps.shape == (1, 64, 7, 9)


def test_that_the_last_map_is_at_least_7_by_7_at_the_working_size(network):
    assert min(network.features(torch.zeros(1, 3, 112, 112)).shape[2:]) >= 7


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


def test_that_a_group_width_that_does_not_divide_a_stage_is_refused():
    with pytest.raises(ValueError, match="multiple of the group width"):
        HeatmapNet(2, widths=(24, 96, 192, 256))
