import json

import pytest
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.nets import weights
from tplab_gui.nets.mnist_net import Net


@pytest.fixture
def saved(tmp_path):
    torch.manual_seed(0)
    network = Net()
    weights.save("net", network, {"architecture": {"class": "Net", "dropout_hidden": 0.1}}, tmp_path)
    return network


def test_that_a_saved_network_answers_the_same_when_loaded(saved, tmp_path):
    loaded, card = weights.load("net", tmp_path)
    images = torch.rand(2, 1, 28, 28)
    assert torch.equal(loaded(images), saved.eval()(images))
    assert not loaded.training
    assert card["parameters"] == 1_199_882
    assert not any(p.requires_grad for p in loaded.parameters())


def test_that_weights_stored_in_half_precision_are_computed_with_in_single(saved, tmp_path):
    weights.save("half", saved.half(), {"architecture": {"class": "Net", "dropout_hidden": 0.1}}, tmp_path)
    loaded, _ = weights.load("half", tmp_path)
    assert {p.dtype for p in loaded.parameters()} == {torch.float32}
    images = torch.rand(2, 1, 28, 28)
    assert torch.equal(loaded(images), saved.float().eval()(images))


def test_that_one_changed_byte_is_refused(saved, tmp_path):
    path = tmp_path / "net.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(LabError, match="sha256 differs"):
        weights.load("net", tmp_path)


def test_that_a_missing_network_is_named(tmp_path):
    with pytest.raises(MissingError, match="no-such-net"):
        weights.load("no-such-net", tmp_path)


def test_that_missing_weights_are_named(saved, tmp_path):
    (tmp_path / "net.safetensors").unlink()
    with pytest.raises(MissingError, match=r"net\.safetensors"):
        weights.load("net", tmp_path)


def test_that_a_damaged_card_is_a_sentence(saved, tmp_path):
    (tmp_path / "net.json").write_text("{", encoding="utf-8")
    with pytest.raises(LabError, match="cannot be read"):
        weights.load("net", tmp_path)


def test_that_a_card_cannot_name_a_class_outside_the_lab(saved, tmp_path):
    card = json.loads((tmp_path / "net.json").read_text(encoding="utf-8"))
    card["architecture"] = {"class": "os.system"}
    (tmp_path / "net.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(LabError, match="no network called"):
        weights.load("net", tmp_path)


def test_that_weights_of_another_network_are_refused(saved, tmp_path):
    card = json.loads((tmp_path / "net.json").read_text(encoding="utf-8"))
    card["architecture"] = {"class": "DigitImageNet"}
    (tmp_path / "net.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(LabError, match="do not fit"):
        weights.load("net", tmp_path)
