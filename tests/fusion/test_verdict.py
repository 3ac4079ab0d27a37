"""Whom the fused answer believed: every case of two voices, with scores whose outcome is plain."""

import numpy as np
import pytest

from tplab_gui.core.events.moments import Answer
from tplab_gui.fusion.late import fuse
from tplab_gui.fusion.verdict import verdict


def says(digit, share, second=None):
    scores = np.full(10, (1 - share) / 9, np.float32)
    scores[digit] = share
    if second is not None:
        scores[second] = scores[second] + (1 - share) * 0.8
        scores /= scores.sum()
    return Answer(scores, is_sure=share > 0.8)


def judge(image, audio, strategy="late-weighted", weight=0.5, **more):
    return verdict(strategy, image, audio, weight, lambda scores: bool(scores.max() > 0.8), **more)


@pytest.mark.parametrize(
    ("image", "audio", "believed", "reason", "digit"),
    [
        (None, None, "nobody", "nothing", None),
        (says(3, 0.9), None, "image", "only-drawn", 3),
        (None, says(8, 0.9), "audio", "only-said", 8),
        (says(3, 0.9), says(3, 0.6), "both", "agree", 3),
        (says(3, 0.9), says(8, 0.6), "image", "surer", 3),
        (says(3, 0.6), says(8, 0.9), "audio", "surer", 8),
        (says(3, 0.5, second=5), says(8, 0.5, second=5), "neither", "compromise", 5),
    ],
)
def test_that_it_says_whom_the_product_believed_and_why(image, audio, believed, reason, digit):
    found = judge(image, audio)
    assert (found.believed, found.reason) == (believed, reason)
    assert (None if found.fused is None else found.fused.digit) == digit


def test_that_the_slider_is_named_when_it_lets_the_less_sure_one_win():
    found = judge(says(3, 0.7), says(8, 0.9), weight=0.98)
    assert (found.believed, found.reason, found.fused.digit) == ("image", "weight", 3)
    assert found.weights == (0.98, pytest.approx(0.02))


def test_that_a_tied_vote_trusts_the_surer_one_alone_and_an_agreement_both_alike():
    assert judge(says(3, 0.7), says(8, 0.9), "late-vote").weights == (0.0, 1.0)
    assert judge(says(3, 0.7), says(3, 0.9), "late-vote").weights == (0.5, 0.5)


def test_that_a_missing_modality_has_no_weight():
    assert judge(says(3, 0.7), None).weights == (1.0, 0.0)
    assert judge(None, None).weights == (0.0, 0.0)


def test_that_every_strategy_answers_as_the_rules_of_late_fusion_do():
    image, audio = says(3, 0.7), says(8, 0.9)
    found = judge(image, audio, weight=0.3)
    for name in ("late-weighted", "late-vote", "image", "audio"):
        np.testing.assert_array_equal(found.answers[name].scores, fuse(name, image.scores, audio.scores, 0.3))
    assert found.answers["image"] is image


def test_that_a_joint_network_answers_with_its_own_weights():
    scores = says(8, 0.6).scores
    found = judge(says(3, 0.9), says(8, 0.6), "joint-attention", joint=(scores, (0.2, 0.8)))
    assert (found.believed, found.reason, found.weights) == ("audio", "attention", (0.2, 0.8))
    assert "late-weighted" in found.answers
