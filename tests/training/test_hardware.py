import pytest
import torch

from tplab_gui.core.errors import MissingError
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training import hardware


@pytest.fixture(autouse=True)
def same_threads_after():
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def test_that_the_number_asked_for_is_used():
    assert hardware.choose_threads(1, Net(), 8, torch.device("cpu")) == torch.get_num_threads() == 1


def test_that_omp_num_threads_bounds_the_choice(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert hardware.choose_threads(0, Net(), 8, torch.device("cpu")) == 1


def test_that_measuring_leaves_the_network_as_it_was(monkeypatch):
    monkeypatch.setattr(hardware, "_candidates", lambda: [1, 2])
    network = Net()
    before = {key: value.clone() for key, value in network.state_dict().items()}
    assert hardware.choose_threads(0, network, 4, torch.device("cpu")) in {1, 2}
    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())
    assert all(parameter.grad is None for parameter in network.parameters())


def test_that_a_device_that_is_not_there_is_named():
    missing = next(n for n, has in (("mps", torch.backends.mps.is_available()), ("tpu", False)) if not has)
    with pytest.raises(MissingError, match=missing):
        hardware.choose_device(missing)


def test_that_auto_is_a_device_that_computes():
    assert torch.zeros(2, device=hardware.choose_device("auto")).sum().item() == 0
