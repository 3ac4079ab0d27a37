"""Temperatures that make scores honest, and a weight that trusts whoever knows more."""

import numpy as np
import pytest

from tplab_gui.fusion.calibration import Calibration, calibrate, softmax


def draws(random, sharpness: float, count: int = 4000):
    """Logits whose softmax really is the chance of each label, made `sharpness` times too steep."""
    logits = random.normal(0, 2, (count, 10))
    labels = np.array([random.choice(10, p=row) for row in softmax(logits)])
    return logits * sharpness, labels


@pytest.mark.parametrize("sharpness", [0.5, 1.0, 3.0])
def test_that_the_temperature_undoes_what_made_scores_too_sure(sharpness):
    random = np.random.default_rng(1)
    logits, labels = draws(random, sharpness)
    nothing = random.normal(0, 1, logits.shape)
    found = calibrate({"image": logits, "audio": nothing, "early": logits / sharpness}, labels)
    assert found.temperatures["image"] == pytest.approx(sharpness, rel=0.15)
    assert found.temperatures["early"] == pytest.approx(1.0, rel=0.15)


def test_that_a_half_that_knows_nothing_gets_no_weight():
    random = np.random.default_rng(2)
    logits, labels = draws(random, 1.0)
    shuffled = random.permutation(logits)  # as sure of itself, of other labels
    assert calibrate({"image": logits, "audio": shuffled}, labels).weight > 0.9
    assert calibrate({"image": shuffled, "audio": logits}, labels).weight < 0.1


def test_that_two_independent_halves_of_equal_worth_share_the_weight():
    random = np.random.default_rng(3)
    labels = random.integers(0, 10, 6000)
    image, audio = (random.normal(0, 1, (6000, 10)) + 2.0 * np.eye(10)[labels] for _ in range(2))
    # of normal scores of deviation 1 and distance 2, the logarithm of the chance is twice the score
    found = calibrate({"image": 2 * image, "audio": 2 * audio}, labels)
    assert found.weight == pytest.approx(0.5, abs=0.1)
    assert found.temperatures["image"] == pytest.approx(1.0, rel=0.15)


def test_that_a_network_without_a_temperature_is_believed_as_it_is():
    logits = np.array([[1.0, 2.0, 0.0]])
    np.testing.assert_allclose(Calibration().probabilities("image", logits), softmax(logits), rtol=1e-6)
    halved = Calibration({"image": 2.0}).probabilities("image", logits)
    np.testing.assert_allclose(halved, softmax(logits / 2), rtol=1e-6)
