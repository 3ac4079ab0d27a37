"""What decided: sums that must come out, and the test of taking the hot part away."""

import numpy as np
import pytest
import soundfile
import torch

from tplab_gui.core.paths import SAMPLES
from tplab_gui.nets.digit_sound import DigitSoundNet
from tplab_gui.nets.digit_sound_evidence import EARLY, as_large_as, evidence, report_evidence
from tplab_gui.nets.report_cnn import ReportCNN
from tplab_gui.speech.recognise import SoundReader, ears_pictures


@pytest.fixture(scope="module")
def network():
    return SoundReader().network


@pytest.fixture(scope="module")
def pictures():
    """The pictures of one clip of every digit, (10, 40, 88)."""
    clips = sorted((SAMPLES / "spoken" / "en").glob("*_arthur_0.flac"))
    return torch.from_numpy(
        np.stack([ears_pictures(*soundfile.read(clip, dtype="float32"))[1] for clip in clips])
    )


def centred(logits, digit):
    return float(logits[digit] - logits.mean())


@pytest.mark.parametrize("digit", range(10))
def test_that_the_shares_of_time_sum_to_the_score(network, pictures, digit):
    with torch.no_grad():
        logits = network(pictures[digit][None, None])[0]
    found = evidence(network, pictures[digit], digit)
    assert found.score == pytest.approx(centred(logits, digit), abs=1e-4)
    assert float(found.time.sum()) + found.constant == pytest.approx(found.score, abs=1e-4)


def test_that_the_heat_sums_to_the_score_where_no_layer_adds_a_constant():
    torch.manual_seed(1)
    network = DigitSoundNet().eval()  # fresh: every batch normalisation adds 0
    torch.nn.init.zeros_(network.fc.bias)
    found = evidence(network, torch.randn(40, 88), 3)
    assert float(found.heat.sum()) == pytest.approx(found.score, rel=1e-4, abs=1e-6)


def test_that_the_sum_of_the_heat_says_how_the_score_grows_with_the_map(network, pictures):
    """A step of one in a thousand along the map itself: the shipped network has constants, its slope has not."""
    found, step = evidence(network, pictures[7], 7), 1e-3
    with torch.no_grad():
        early = network.features[:EARLY](pictures[7][None, None])
        scores = []
        for scale in (1 - step, 1 + step):
            maps = network.features[EARLY:](scale * early).squeeze(2)
            pooled = torch.cat([maps.mean(2), maps.amax(2)], 1)
            scores.append(centred(network.fc(pooled)[0], 7))
    assert float(found.heat.sum()) == pytest.approx((scores[1] - scores[0]) / (2 * step), rel=0.03, abs=0.05)


def test_that_taking_the_hot_part_away_costs_more_than_taking_any_other_away(network, pictures):
    """An eighth of the picture is silenced: the hottest, or the same shape moved to somewhere else in the word."""
    rng, lost_hot, lost_other = np.random.default_rng(0), [], []
    for digit, picture in enumerate(pictures):
        heat = as_large_as(evidence(network, picture, digit).heat, tuple(picture.shape))
        hot = heat >= heat.flatten().quantile(0.875)
        with torch.no_grad():
            whole = centred(network(picture[None, None])[0], digit)

            def lost(mask, picture=picture, whole=whole, digit=digit):
                silenced = torch.where(mask, torch.tensor(-1.0), picture)
                return whole - centred(network(silenced[None, None])[0], digit)

            lost_hot.append(lost(hot))
            moves = [(int(rng.integers(8, 32)), int(rng.integers(-16, 17))) for _ in range(8)]
            lost_other.append(np.mean([lost(hot.roll(move, (0, 1))) for move in moves]))
    assert np.mean(lost_hot) > 1.5 * np.mean(lost_other)
    assert np.mean(lost_hot) > 1.0


def test_that_the_report_network_is_explained_exactly():
    torch.manual_seed(2)
    network, picture = ReportCNN(frames=41).eval(), 30 * torch.randn(128, 41) - 40
    with torch.no_grad():
        logits = network(picture[None, None])[0]
    found = report_evidence(network, picture, 4)
    assert float(found.heat.sum()) + found.constant == pytest.approx(centred(logits, 4), abs=1e-3)
    assert float(found.time.sum()) == pytest.approx(float(found.heat.sum()), abs=1e-3)


def test_that_enlarged_heat_lies_between_nothing_and_one_and_keeps_its_place():
    heat = torch.zeros(10, 22)
    heat[2, 5], heat[8, 8] = 3.0, -9.0
    large = as_large_as(heat, (40, 88))
    assert large.shape == (40, 88)
    assert float(large.min()) == 0.0
    assert float(large.max()) == 1.0
    row, column = divmod(int(large.argmax()), 88)
    assert (row // 4, column // 4) == (2, 5)
    assert not as_large_as(-heat.abs(), (40, 88)).any()
