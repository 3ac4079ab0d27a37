"""The comparison of strategies: the same noise for all, late fusion as its formula says, calibration that helps."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from tplab_gui.fusion import late, study
from tplab_gui.fusion.study import Answers, Calibration, Condition, answer, calibrate, joined, softmax
from tplab_gui.nets import fusion
from tplab_gui.training.paired import BANDS, SAMPLES, PairedExamples, Stock

COUNT = 30


@pytest.fixture(scope="module")
def examples() -> PairedExamples:
    random = np.random.default_rng(0)
    time = np.arange(SAMPLES) / 8000
    sounds = np.stack([0.5 * np.sin(2 * np.pi * (300 + 200 * digit) * time) for digit in range(10)])
    images = random.integers(0, 255, (10, 28, 28), dtype=np.uint8)
    stock = Stock(
        torch.from_numpy(images),
        torch.from_numpy((sounds * 32767).astype(np.int16)),
        (0.5, 0.3),
        (-40.0, 20.0),
    )
    digits = np.arange(COUNT) % 10
    pairs = SimpleNamespace(pictures=digits, clips=digits, labels=digits)
    return PairedExamples(stock, pairs)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def networks():
    torch.manual_seed(0)
    return {name: fusion.build(name, BANDS).eval() for name in study.TRAINED}


def answers(networks, examples, condition=Condition(), calibration=Calibration(), seed=1) -> Answers:  # noqa: B008
    return joined(list(answer(networks, examples, condition, calibration, seed)))


def test_that_every_strategy_answers_every_pair_with_probabilities(networks, examples, monkeypatch):
    monkeypatch.setattr(study, "_BATCH", 7)
    found = answers(networks, examples)
    assert set(found.scores) == set(study.STRATEGIES)
    for scores in found.scores.values():
        assert scores.shape == (COUNT, 10)
        np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(found.attention.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(found.labels, np.arange(COUNT) % 10)


def test_that_clean_answers_are_those_of_the_networks_themselves(networks, examples):
    found = answers(networks, examples)
    with torch.inference_mode():
        pair, _ = examples.take(slice(None))
        for name in study.TRAINED:
            expected = networks[name](pair).softmax(dim=1).numpy()
            np.testing.assert_allclose(found.scores[name], expected, atol=1e-4)


def test_that_late_fusion_is_its_formula_on_what_each_says_alone(networks, examples):
    found = answers(networks, examples, calibration=Calibration(2.0, 0.7, 0.3))
    image, audio = found.scores["image"], found.scores["audio"]
    for place in (0, 13, COUNT - 1):
        np.testing.assert_allclose(
            found.scores["late-weighted"][place], late.weighted(image[place], audio[place], 0.3), rtol=1e-5
        )
        np.testing.assert_allclose(found.scores["late-vote"][place], late.vote(image[place], audio[place]))


def test_that_the_same_seed_gives_the_same_noise_and_another_one_other_noise(networks, examples):
    spoilt = Condition(sigma=0.5, hidden=0.2, snr_db=0.0)
    one, again, other = (answers(networks, examples, spoilt, seed=seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.scores["joint-concat"], again.scores["joint-concat"])
    assert (one.scores["joint-concat"] != other.scores["joint-concat"]).any()


@pytest.mark.parametrize(("absent", "left"), [("image", "audio"), ("audio", "image")])
def test_that_without_one_half_late_fusion_says_what_the_other_one_says(networks, examples, absent, left):
    found = answers(networks, examples, Condition(absent=absent))
    for name in study.LATE:
        np.testing.assert_array_equal(found.scores[name], found.scores[left])
    column = 1 if left == "audio" else 0
    np.testing.assert_array_equal(found.attention[:, column], 1)


@pytest.mark.parametrize(
    ("condition", "untouched"), [(Condition(sigma=0.9), "audio"), (Condition(snr_db=-5), "image")]
)
def test_that_noise_on_one_half_leaves_the_other_one_alone(networks, examples, condition, untouched):
    clean, spoilt = answers(networks, examples), answers(networks, examples, condition)
    np.testing.assert_allclose(spoilt.scores[untouched], clean.scores[untouched], atol=1e-6)
    other = "image" if untouched == "audio" else "audio"
    assert not np.allclose(spoilt.scores[other], clean.scores[other], atol=1e-3)


def draws(random, sharpness: float, count: int = 4000):
    """Logits whose softmax really is the chance of each label, made `sharpness` times too steep."""
    logits = random.normal(0, 2, (count, 10))
    labels = np.array([random.choice(10, p=row) for row in softmax(logits)])
    return logits * sharpness, labels


@pytest.mark.parametrize("sharpness", [0.5, 1.0, 3.0])
def test_that_the_temperature_undoes_what_made_scores_too_sure(sharpness):
    random = np.random.default_rng(1)
    logits, labels = draws(random, sharpness)
    found = calibrate(logits, random.normal(0, 1, logits.shape), labels)
    assert found.image == pytest.approx(sharpness, rel=0.15)


def test_that_a_half_that_knows_nothing_gets_no_weight():
    random = np.random.default_rng(2)
    logits, labels = draws(random, 1.0)
    shuffled = random.permutation(logits)  # as sure of itself, of other labels
    assert calibrate(logits, shuffled, labels).weight > 0.9
    assert calibrate(shuffled, logits, labels).weight < 0.1


def test_that_two_independent_halves_of_equal_worth_share_the_weight():
    random = np.random.default_rng(3)
    labels = random.integers(0, 10, 6000)
    image, audio = (random.normal(0, 1, (6000, 10)) + 2.0 * np.eye(10)[labels] for _ in range(2))
    # of normal scores of deviation 1 and distance 2, the logarithm of the chance is twice the score
    found = calibrate(2 * image, 2 * audio, labels)
    assert found.weight == pytest.approx(0.5, abs=0.1)
    assert found.image == pytest.approx(1.0, rel=0.15)
