"""The fusion networks: what each of them may look at, and what becomes of a missing half."""

import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.nets.fusion import STRATEGIES, Alone, JointAttention, Pair, build

BANDS, FRAMES = 64, 41
FUSED = ("early", "joint-concat", "joint-attention")


def pairs(count: int = 6, *, image: float = 1.0, sound: float = 1.0, seed: int = 0) -> Pair:
    generator = torch.Generator().manual_seed(seed)
    return Pair(
        torch.randn(count, 1, 28, 28, generator=generator),
        torch.randn(count, 1, BANDS, FRAMES, generator=generator),
        torch.tensor([[image, sound]]).repeat(count, 1),
    )


@pytest.mark.parametrize("encoder", ["cnn", "rnn"])
@pytest.mark.parametrize("strategy", STRATEGIES)
def test_that_every_network_gives_a_logit_for_every_class_and_every_weight_learns(strategy, encoder):
    network = build(strategy, BANDS, sound_encoder=encoder, n_classes=7, modality_dropout=0.0)
    logits = network(pairs())
    assert logits.shape == (6, 7)
    logits.square().sum().backward()
    assert all(weight.grad is not None and weight.grad.isfinite().all() for weight in network.parameters())


@pytest.mark.parametrize("strategy", FUSED)
@pytest.mark.parametrize("missing", ["image", "sound"])
def test_that_a_missing_half_has_no_say_whatever_stands_in_it(strategy, missing):
    network = build(strategy, BANDS).eval()
    one, other = pairs(seed=1, **{missing: 0.0}), pairs(seed=2)
    with torch.no_grad():
        expected = network(one)
        changed = network(one._replace(**{missing: getattr(other, missing)}))
    torch.testing.assert_close(changed, expected)


@pytest.mark.parametrize("modality", ["image", "audio"])
def test_that_one_modality_alone_never_looks_at_the_other(modality):
    network = build(modality, BANDS).eval()
    other = "sound" if modality == "image" else "image"
    pair = pairs(seed=3)
    with torch.no_grad():
        torch.testing.assert_close(
            network(pair), network(pair._replace(**{other: torch.zeros_like(getattr(pair, other))}))
        )


@pytest.mark.parametrize("strategy", FUSED)
def test_that_a_fused_network_looks_at_both(strategy):
    network = build(strategy, BANDS).eval()
    pair = pairs(seed=4)
    with torch.no_grad():
        for half in ("image", "sound"):
            assert not torch.allclose(network(pair), network(pair._replace(**{half: -getattr(pair, half)})))


def test_that_attention_weighs_both_halves_and_gives_all_to_the_one_that_is_there():
    network = build("joint-attention", BANDS).eval()
    assert isinstance(network, JointAttention)
    with torch.no_grad():
        torch.testing.assert_close(network.weights(pairs()).sum(dim=1), torch.ones(6))
        torch.testing.assert_close(network.weights(pairs(sound=0.0)), torch.tensor([[1.0, 0.0]]).repeat(6, 1))
        nothing = pairs(image=0.0, sound=0.0)
        assert (network.weights(nothing) == 0).all()
        assert network(nothing).isfinite().all()


def test_that_with_equal_attention_the_answer_is_that_of_the_mean_embedding():
    network = build("joint-attention", BANDS).eval()
    assert isinstance(network, JointAttention)
    pair = pairs(seed=5)
    with torch.no_grad():
        network.attention[2].weight.zero_()
        mean = (network.image(pair.image) + network.sound(pair.sound)) / 2
        torch.testing.assert_close(network(pair), network.fc(mean))


@pytest.mark.parametrize("strategy", FUSED)
def test_that_modality_dropout_takes_halves_while_learning_only(strategy):
    network = build(strategy, BANDS, modality_dropout=1.0)
    for layer in network.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.eval()  # so that only the dropout differs
    pair = pairs(64, seed=6)
    torch.manual_seed(0)
    learning = network(pair)
    without_sound = network.eval()(pair._replace(present=torch.tensor([[1.0, 0.0]]).repeat(64, 1)))
    without_image = network(pair._replace(present=torch.tensor([[0.0, 1.0]]).repeat(64, 1)))
    is_first = torch.isclose(learning, without_sound, atol=1e-5).all(dim=1)
    is_second = torch.isclose(learning, without_image, atol=1e-5).all(dim=1)
    assert (is_first ^ is_second).all()
    assert 10 < int(is_first.sum()) < 54
    torch.testing.assert_close(network(pair), network(pair))


def test_that_a_half_that_is_already_alone_is_never_taken():
    network = build("joint-concat", BANDS, modality_dropout=1.0)
    for layer in network.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.eval()
    alone = pairs(image=0.0)
    learning = network(alone)
    torch.testing.assert_close(learning, network.eval()(alone))


def test_that_an_unknown_strategy_is_refused_by_name():
    with pytest.raises(LabError, match="no fusion network called guess"):
        build("guess", BANDS)
    assert isinstance(build("image", BANDS), Alone)
