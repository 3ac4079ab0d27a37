"""What each half adds to an answer, and where: exact where the network is piecewise linear."""

import pytest
import torch

from tplab_gui.nets.fusion import EMBEDDING, ImageEncoder, SoundCNN, SoundGRU, build
from tplab_gui.nets.fusion_evidence import contributions, enlarged, half_weights, heat

BANDS, FRAMES = 40, 41


def embeddings(count: int = 5):
    generator = torch.Generator().manual_seed(1)
    return torch.rand(count, EMBEDDING, generator=generator), torch.rand(
        count, EMBEDDING, generator=generator
    )


@pytest.mark.parametrize("name", ["joint-concat", "joint-attention"])
def test_that_what_both_halves_add_and_the_constant_are_the_logit_above_the_mean(name):
    torch.manual_seed(0)
    network = build(name, BANDS).eval()
    image, sound = embeddings()
    present, digits = torch.ones(5, 2), torch.tensor([0, 3, 9, 4, 4])
    with torch.no_grad():
        logits = network.fused(image, sound, present)
        added = contributions(network, image, sound, present, digits)
        constant = network.fc.bias[digits] - network.fc.bias.mean()
        above = logits[torch.arange(5), digits] - logits.mean(dim=1)
    torch.testing.assert_close(added.sum(dim=1) + constant, above, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("name", ["joint-concat", "joint-attention"])
def test_that_a_missing_half_adds_nothing(name):
    network = build(name, BANDS).eval()
    image, sound = embeddings()
    present = torch.tensor([[1.0, 0.0]]).repeat(5, 1)
    added = contributions(network, image, sound, present, torch.arange(5))
    assert (added[:, 1] == 0).all()
    assert (added[:, 0] != 0).all()


@pytest.mark.parametrize(
    ("encoder", "shape"), [(ImageEncoder(), (28, 28)), (SoundCNN(BANDS), (BANDS, FRAMES))]
)
def test_that_heat_and_a_constant_are_what_the_half_adds(encoder, shape):
    """Near the maps the encoder is read linearly: a thousandth less of them takes a thousandth of the heat."""
    torch.manual_seed(2)
    encoder.eval()
    half, weights = torch.randn(1, 1, *shape), torch.randn(EMBEDDING)
    found = heat(encoder, half, weights)
    assert found.shape == encoder.maps(half).shape[2:]
    with torch.no_grad():
        maps = encoder.maps(half)
        whole = encoder.read(maps)[0] @ weights
        nearly = encoder.read(0.999 * maps)[0] @ weights
    assert found.sum().item() == pytest.approx(1000 * (whole - nearly).item(), abs=0.02)


def test_that_the_recurrent_encoder_is_explained_at_its_spectrogram():
    encoder = SoundGRU(BANDS).eval()
    found = heat(encoder, torch.randn(1, 1, BANDS, FRAMES), torch.randn(EMBEDDING))
    assert found.shape == (BANDS, FRAMES)
    assert found.abs().max() > 0


def test_that_a_half_without_weight_has_no_heat():
    found = heat(ImageEncoder().eval(), torch.randn(1, 1, 28, 28), torch.zeros(EMBEDDING))
    assert (enlarged(found, (28, 28)) == 0).all()


def test_that_enlarged_heat_lies_between_0_and_1_and_where_it_was():
    found = torch.zeros(7, 7)
    found[1, 5] = 3.0
    found[4, 4] = -9.0
    large = enlarged(found, (28, 28))
    assert (large.min().item(), large.max().item()) == (0.0, 1.0)
    row, column = divmod(int(large.argmax()), 28)
    assert (row // 4, column // 4) == (1, 5)


def test_that_attention_scales_the_weights_of_each_half():
    network = build("joint-attention", BANDS).eval()
    image, sound = embeddings()
    present, digits = torch.ones(5, 2), torch.zeros(5, dtype=torch.long)
    with torch.no_grad():
        shares = network.weights_of(image, sound, present)
        both = [half_weights(network, image, sound, present, digits, side) for side in (0, 1)]
    torch.testing.assert_close(both[0] * shares[:, 1:], both[1] * shares[:, :1])
