"""The shape of the hearing network, and what it may and may not depend on."""

import pytest
import torch

from tplab_gui.nets.digit_sound import DigitSoundNet


@pytest.fixture
def network():
    torch.manual_seed(0)
    return DigitSoundNet().eval()


def blob(column, band=20, frames=88):
    """Silence with one bright patch."""
    picture = torch.full((1, 1, 40, frames), -1.0)
    picture[0, 0, band : band + 6, column : column + 10] = 1.0
    return picture


@pytest.mark.parametrize("frames", [8, 41, 88, 120])
def test_that_any_number_of_frames_gives_ten_logits(network, frames):
    assert network(torch.zeros(3, 1, 40, frames)).shape == (3, 10)


def test_that_its_size_stays_small():
    parameters = sum(p.numel() for p in DigitSoundNet().parameters())
    assert 60_000 < parameters < 300_000


def test_that_the_answer_does_not_depend_on_when_the_word_comes(network):
    """Time is halved three times, so a move by eight columns is one cell of the last map (far from both ends)."""
    early, late = blob(96, frames=240), blob(104, frames=240)
    torch.testing.assert_close(network(early), network(late), atol=1e-5, rtol=1e-5)


def test_that_the_answer_depends_on_the_pitch_of_the_word(network):
    assert not torch.allclose(network(blob(32, band=4)), network(blob(32, band=28)), atol=1e-3)


def test_that_one_picture_is_scored_alike_alone_and_in_a_batch(network):
    pictures = torch.rand(5, 1, 40, 88)
    torch.testing.assert_close(network(pictures)[2:3], network(pictures[2:3]), atol=1e-5, rtol=1e-5)


def test_that_dropout_is_at_work_in_training_only(network):
    picture = torch.rand(2, 1, 40, 88)
    assert torch.equal(network(picture), network(picture))
    network.dropout.train()
    assert not torch.equal(network(picture), network(picture))


def test_that_every_parameter_learns():
    network = DigitSoundNet()
    network(torch.rand(4, 1, 40, 88)).square().sum().backward()
    silent = [name for name, p in network.named_parameters() if p.grad is None or not p.grad.abs().sum() > 0]
    assert silent == []
