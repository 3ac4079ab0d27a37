import numpy as np
import pytest
import torch

from tests.heatmap_network import small_network
from tplab_gui.vision import closed_forms
from tplab_gui.vision.cam_library import library_map
from tplab_gui.vision.score_cam import fused, score_cam


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(7)
    return small_network(4, (16, 32, 32, 48)).eval().requires_grad_(False)


@pytest.fixture(scope="module")
def picture():
    return torch.randn(1, 3, 64, 80, generator=torch.Generator().manual_seed(1))


def test_that_the_map_is_the_librarys(network, picture):
    _, activations = closed_forms.forward(network, "stages", picture)
    _, theirs = library_map(network, "stages", picture, 3, "ScoreCAM")
    ours = score_cam(network, picture, activations, 3)
    np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-4 * theirs.max())


def test_that_the_fused_copy_answers_as_the_network_itself(network, picture):
    torch.testing.assert_close(fused(network)(picture), network(picture), rtol=1e-3, atol=1e-4)


def test_that_the_fused_copy_is_made_once(network):
    assert fused(network) is fused(network)


def test_that_progress_grows_to_the_whole(network, picture):
    _, activations = closed_forms.forward(network, "stages", picture)
    shares = []
    score_cam(network, picture, activations, 0, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) == 3  # 48 channels in batches of 16


def test_that_what_progress_raises_ends_the_work(network, picture):
    _, activations = closed_forms.forward(network, "stages", picture)

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        score_cam(network, picture, activations, 0, stop)


def test_that_a_channel_without_any_activation_does_not_spoil_the_map(network, picture):
    _, activations = closed_forms.forward(network, "stages", picture)
    activations[5] = 0
    assert np.isfinite(score_cam(network, picture, activations, 1)).all()
