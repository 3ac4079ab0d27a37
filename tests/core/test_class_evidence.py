"""What every cell says about every class: against a picture whose cells are all alike, and by hand."""

import numpy as np
import pytest

from tplab_gui.core.class_evidence import ClassEvidence, log_odds

RNG = np.random.default_rng(4)


def evidence(activations, classes=6, own=None, temperature=1.0):
    weights = RNG.normal(size=(classes, activations.shape[0])).astype(np.float32)
    bias = RNG.normal(size=classes).astype(np.float32)
    names = tuple(f"class {i}" for i in range(classes))
    return ClassEvidence(activations, weights, bias, names, (0, 0, 80, 40), own, temperature)


def test_that_the_mean_over_the_cells_is_the_logit_of_the_picture():
    seen = evidence(RNG.random((5, 3, 4), np.float32))
    pooled = seen.activations.mean(axis=(1, 2))
    assert np.allclose(seen.logits().mean(axis=(1, 2)), seen.weights @ pooled + seen.bias, atol=1e-5)


@pytest.mark.parametrize("temperature", [1.0, 2.5])
def test_that_the_log_odds_of_a_softmax_give_back_its_probability(temperature):
    logits = RNG.normal(size=7) * 3
    p = np.exp(logits / temperature) / np.exp(logits / temperature).sum()
    found = [float(log_odds(logits, i, None, temperature)) for i in range(7)]
    assert np.allclose(1 / (1 + np.exp(-np.array(found))), p, atol=1e-6)


def test_that_a_class_decided_by_itself_and_the_others_give_back_their_probabilities():
    logits = RNG.normal(size=7) * 2
    own = 1 / (1 + np.exp(-logits[2]))
    rest = np.exp(np.delete(logits, 2))
    p = np.insert((1 - own) * rest / rest.sum(), 2, own)
    found = np.array([float(log_odds(logits, i, 2)) for i in range(7)])
    assert np.allclose(1 / (1 + np.exp(-found)), p, atol=1e-6)


@pytest.mark.parametrize("own", [None, 1])
def test_that_a_cell_whose_class_is_as_likely_as_all_others_together_is_at_zero(own):
    logits = np.zeros((3, 2, 2))
    logits[1] = 0.0 if own == 1 else np.log(2)
    assert np.allclose(log_odds(logits, 1, own), 0, atol=1e-6)


def test_that_numbers_far_out_stay_finite():
    for index in range(3):
        assert np.isfinite(log_odds(np.array([900.0, -900.0, 0.0]), index, 0)).all()


def test_that_log_odds_of_the_own_class_agree_with_those_from_all_logits():
    seen = evidence(RNG.random((5, 3, 4), np.float32), own=1, temperature=1.7)
    assert np.allclose(seen.log_odds(1), log_odds(seen.logits(), 1, 1, 1.7), atol=1e-5)


def test_that_pointing_at_a_pixel_reads_the_cell_under_it():
    activations = np.zeros((2, 2, 4), np.float32)
    activations[0, 1, 3] = 9
    weights = np.array([[1, 0], [0, 1], [-1, 0]], np.float32)
    names = ("ball", "cat", "dog")
    seen = ClassEvidence(activations, weights, np.zeros(3, np.float32), names, (0, 0, 80, 40))
    assert seen.cell_at(79, 39) == (1, 3)
    best = seen.best_at(79, 39, 2)
    assert [name for name, _ in best] == ["ball", "cat"]
    assert best[0][1] == pytest.approx(9 - np.log(1 + np.exp(-9)), abs=1e-4)
    assert seen.best_at(5, 5)[0][1] == pytest.approx(-np.log(2), abs=1e-5)


def test_that_where_the_network_saw_nothing_no_class_is_supported():
    seen = evidence(RNG.random((5, 3, 4), np.float32))
    assert seen.best_at(-1, 5) == []
    assert seen.best_at(80, 5) == []


@pytest.mark.parametrize("own", [None, 0, 3])
def test_that_the_best_classes_are_those_of_the_whole_list(own):
    seen = evidence(RNG.random((5, 3, 4), np.float32), 30, own)
    every = {seen.classes[i]: float(seen.log_odds(i)[1, 2]) for i in range(30)}
    expected = sorted(every, key=lambda name: -every[name])[:5]
    assert [name for name, _ in seen.best_at(45, 20)] == expected
