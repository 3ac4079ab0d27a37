"""The answers of all strategies: the same noise for all, halves joined as the networks would, late by its formula."""

import numpy as np
import pytest
import torch

from tests.paired_bench import COUNT, drained, made_examples, made_networks
from tplab_gui.core.events.fusion_study import Disturbance
from tplab_gui.core.studies.strategies import NAMES, TRAINED
from tplab_gui.fusion import late, study
from tplab_gui.fusion.calibration import Calibration
from tplab_gui.fusion.study import Answers


@pytest.fixture(scope="module")
def examples():
    return made_examples()


@pytest.fixture(scope="module")
def networks():
    return made_networks()


def asked(networks, examples, disturbance=study.CLEAN, calibration=Calibration(), seed=1) -> Answers:  # noqa: B008
    image, sound = drained(study.halves(networks, examples, disturbance, seed))
    return study.answers(networks, image, sound, calibration)


def test_that_every_strategy_answers_every_pair_with_probabilities(networks, examples, monkeypatch):
    monkeypatch.setattr(study, "_BATCH", 7)
    found = asked(networks, examples)
    assert set(found.scores) == set(NAMES)
    for scores in found.scores.values():
        assert scores.shape == (COUNT, 10)
        np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(found.attention.sum(axis=1), 1, atol=1e-5)
    assert found.right("image", found.scores["image"].argmax(axis=1)).all()


@pytest.mark.parametrize("encoder", ["cnn", "rnn"])
@pytest.mark.parametrize("absent", ["", "image", "audio"])
def test_that_halves_joined_say_what_the_networks_say_of_whole_pairs(examples, encoder, absent):
    networks = made_networks(encoder)
    found = asked(networks, examples, Disturbance(absent=absent))
    with torch.inference_mode():
        pair, _ = examples.take(slice(None))
        present = torch.tensor([[float(absent != "image"), float(absent != "audio")]]).repeat(COUNT, 1)
        for name in TRAINED:
            expected = networks[name](pair._replace(present=present)).softmax(dim=1).numpy()
            np.testing.assert_allclose(found.scores[name], expected, atol=1e-4)
        weights = networks["joint-attention"].weights(pair._replace(present=present)).numpy()
    np.testing.assert_allclose(found.attention, weights, atol=1e-5)


def test_that_late_fusion_is_its_formula_on_what_each_says_alone(networks, examples):
    calibration = Calibration({"image": 2.0, "audio": 0.7}, 0.3)
    found = asked(networks, examples, calibration=calibration).scores
    image, audio, third = found["image"], found["audio"], found["joint-attention"]
    np.testing.assert_allclose(found["late-weighted"], late.weighted(image, audio, 0.3), rtol=1e-5)
    np.testing.assert_array_equal(found["late-vote"], late.vote(image, audio))
    np.testing.assert_array_equal(found["late-vote-three"], late.vote_of_three(image, audio, third))


def test_that_the_same_seed_gives_the_same_noise_and_another_one_other_noise(networks, examples):
    spoilt = Disturbance(sigma=0.5, hidden=0.2, snr_db=0.0)
    one, again, other = (asked(networks, examples, spoilt, seed=seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.scores["joint-concat"], again.scores["joint-concat"])
    assert (one.scores["joint-concat"] != other.scores["joint-concat"]).any()


@pytest.mark.parametrize(("absent", "left"), [("image", "audio"), ("audio", "image")])
def test_that_without_one_half_late_fusion_says_exactly_what_the_other_one_says(
    networks, examples, absent, left
):
    found = asked(networks, examples, Disturbance(absent=absent))
    for name in study.LATE:
        np.testing.assert_array_equal(found.scores[name], found.scores[left])
    np.testing.assert_array_equal(found.attention[:, 1 if left == "audio" else 0], 1)


@pytest.mark.parametrize(
    ("disturbance", "untouched"),
    [
        (Disturbance(sigma=0.9), "audio"),
        (Disturbance(pure="image"), "audio"),
        (Disturbance(snr_db=-5), "image"),
        (Disturbance(pure="audio"), "image"),
    ],
)
def test_that_noise_on_one_half_leaves_the_other_one_alone(networks, examples, disturbance, untouched):
    clean, spoilt = asked(networks, examples), asked(networks, examples, disturbance)
    np.testing.assert_allclose(spoilt.scores[untouched], clean.scores[untouched], atol=1e-6)
    other = "image" if untouched == "audio" else "audio"
    assert not np.allclose(spoilt.scores[other], clean.scores[other], atol=1e-3)


@pytest.mark.parametrize("index", [0, 8, 29])
def test_that_one_pair_alone_is_spoilt_as_it_is_among_all(networks, examples, index, monkeypatch):
    monkeypatch.setattr(study, "_BATCH", 7)
    spoilt = Disturbance(sigma=0.4, hidden=0.1, snr_db=3.0)
    among = asked(networks, examples, spoilt, seed=5)
    image, sound = study.spoilt_pair(examples, spoilt, 5, index)
    halves = study.encoded_pair(networks, examples.stock, spoilt, image, sound)
    alone = study.answers(networks, *halves, Calibration())
    for name in NAMES:
        np.testing.assert_allclose(alone.scores[name][0], among.scores[name][index], atol=1e-4)


def test_that_rows_of_a_half_answer_as_those_pairs_do(networks, examples):
    image, sound = drained(study.halves(networks, examples))
    whole = study.answers(networks, image, sound, Calibration())
    which = np.array([4, 4, 17, 0])
    some = study.answers(networks, image.rows(which), sound.rows(which), Calibration())
    for name in NAMES:
        np.testing.assert_allclose(some.scores[name], whole.scores[name][which], atol=1e-5)
