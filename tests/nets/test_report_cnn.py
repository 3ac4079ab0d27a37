import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.nets.report_cnn import ReportCNN, least_size, left_over


def test_that_the_reports_network_has_75220_parameters_and_7220_inputs_to_its_last_layer():
    network = ReportCNN(128, 241)
    assert sum(p.numel() for p in network.parameters()) == 75_220
    assert network.fc.in_features == 38 * 19 * 10
    assert network.conv2(network.conv1(torch.zeros(1, 1, 128, 241))).shape == (1, 10, 19, 38)


def test_that_all_lengths_from_241_to_246_columns_give_the_reports_38():
    assert [left_over(n)[1] for n in (240, 241, 246, 247)] == [37, 38, 38, 39]


def test_that_a_one_second_clip_leaves_760_inputs():
    assert ReportCNN(128, 41).fc.in_features == 10 * 19 * 4


def test_that_the_answer_is_that_of_the_layers_written_out():
    torch.manual_seed(1)
    network, x = ReportCNN(), torch.randn(2, 1, 128, 41)
    f = torch.nn.functional
    hidden = f.relu(f.conv2d(x, network.conv1.weight, network.conv1.bias, stride=3))
    hidden = f.relu(f.conv2d(hidden, network.conv2.weight, network.conv2.bias, stride=2))
    torch.testing.assert_close(network(x), hidden.flatten(1) @ network.fc.weight.T + network.fc.bias)


def test_that_a_spectrogram_of_14_columns_is_refused_because_5_does_not_fit_into_3():
    with pytest.raises(
        LabError, match=r"128 x 14 cannot pass.*14 → 3, and a kernel of 5 does not fit into 3"
    ):
        ReportCNN(128, 14)


def test_that_the_least_size_passes_and_one_less_does_not():
    assert ReportCNN(128, least_size())(torch.zeros(1, 1, 128, least_size())).shape == (1, 10)
    with pytest.raises(LabError, match="at least 19 columns"):
        ReportCNN(128, least_size() - 1)


@pytest.mark.parametrize("frames", [0, 1, 6])
def test_that_what_the_first_kernel_does_not_fit_into_is_refused(frames):
    with pytest.raises(LabError, match=f"kernel of 7 does not fit into {frames}"):
        ReportCNN(128, frames)
