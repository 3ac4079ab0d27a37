import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training import checkpoint


@pytest.fixture
def trained():
    torch.manual_seed(1)
    network = Net()
    optimiser = torch.optim.Adadelta(network.parameters())
    network(torch.rand(2, 1, 28, 28)).sum().backward()
    optimiser.step()
    return network, optimiser


@pytest.fixture
def stored(tmp_path, trained):
    path = tmp_path / "run" / "state" / "checkpoint.safetensors"
    checkpoint.save(path, *trained, {"epoch": 3, "lr": 0.7})
    return path


def test_that_a_restored_run_makes_the_same_next_step(stored, trained):
    tensors, info = checkpoint.load(stored)
    network = Net().to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adadelta(network.parameters())
    checkpoint.restore(tensors, network, optimiser)
    assert info == {"epoch": 3, "lr": 0.7}
    for net, opt in ((network, optimiser), trained):
        opt.zero_grad()
        for parameter in net.parameters():
            parameter.grad = torch.ones_like(parameter)
        opt.step()
    for mine, other in zip(network.parameters(), trained[0].parameters(), strict=True):
        assert torch.equal(mine, other)


def test_that_a_cut_checkpoint_is_refused(stored):
    stored.write_bytes(stored.read_bytes()[:-100])
    with pytest.raises(LabError, match="cannot be continued"):
        checkpoint.load(stored)


def test_that_a_single_changed_bit_is_noticed(stored):
    content = bytearray(stored.read_bytes())
    content[-5] ^= 1
    stored.write_bytes(content)
    with pytest.raises(LabError, match="sha256"):
        checkpoint.load(stored)


@pytest.mark.parametrize("content", [b"", b"\x80\x04cos\nsystem\n", b"{}" * 50])
def test_that_what_is_no_checkpoint_is_refused(stored, content):
    stored.write_bytes(content)
    with pytest.raises(LabError, match="cannot be continued"):
        checkpoint.load(stored)


def test_that_a_missing_checkpoint_says_what_can_still_be_done(tmp_path):
    with pytest.raises(LabError, match="start a new run"):
        checkpoint.load(tmp_path / "run" / "state" / "none.safetensors")
