"""Late fusion against Bayes' rule, counted out on coins and dice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.fusion.late import exponents, fuse, vote, vote_of_three, weighted


def scores(*pairs):
    """Ten probabilities: the given digits have the given shares, the others what is left."""
    given_shares = dict(pairs)
    rest = (1 - sum(given_shares.values())) / (10 - len(given_shares))
    return np.array([given_shares.get(digit, rest) for digit in range(10)], np.float32)


probabilities = st.lists(st.floats(0.001, 1.0), min_size=10, max_size=10).map(
    lambda raw: (np.array(raw) / np.sum(raw)).astype(np.float32)
)


def test_that_equal_weights_are_bayes_rule_for_two_independent_witnesses():
    """Count it out: a die with ten faces is thrown, two witnesses name a face, each right with a known chance.

    Of all throws in which the first says 3 and the second says 7, the share whose face is k is what must come out.
    """
    right_1, right_2 = 0.8, 0.6

    def says(face, named, right):
        return right if face == named else (1 - right) / 9

    joint = np.array([says(k, 3, right_1) * says(k, 7, right_2) for k in range(10)])
    posterior_1 = np.array([says(k, 3, right_1) for k in range(10)], np.float32)
    posterior_2 = np.array([says(k, 7, right_2) for k in range(10)], np.float32)
    np.testing.assert_allclose(weighted(posterior_1, posterior_2, 0.5), joint / joint.sum(), rtol=1e-5)


def test_that_two_coins_of_80_percent_that_agree_make_94_percent():
    coin = np.array([0.8, 0.2] + [0.0] * 8, np.float32)
    assert weighted(coin, coin)[0] == pytest.approx(0.64 / (0.64 + 0.04), abs=1e-4)


@given(probabilities, probabilities)
def test_that_at_the_ends_of_the_slider_one_sense_answers_alone(image, audio):
    np.testing.assert_allclose(weighted(image, audio, 1.0), image, rtol=1e-4)
    np.testing.assert_allclose(weighted(image, audio, 0.0), audio, rtol=1e-4)


@given(probabilities, probabilities, st.floats(0, 1))
def test_that_the_fused_scores_are_probabilities_and_the_senses_may_change_places(image, audio, weight):
    fused = weighted(image, audio, weight)
    assert fused.sum() == pytest.approx(1.0, abs=1e-5)
    assert (fused >= 0).all()
    np.testing.assert_allclose(fused, weighted(audio, image, 1 - weight), atol=1e-5)


@given(probabilities)
def test_that_a_sense_that_knows_nothing_changes_nothing(image):
    np.testing.assert_allclose(weighted(image, np.full(10, 0.1, np.float32)), image, rtol=1e-4)


def test_that_more_trust_in_the_image_never_lowers_the_images_digit():
    image, audio = scores((3, 0.9)), scores((7, 0.9))
    shares = [weighted(image, audio, weight)[3] for weight in np.linspace(0, 1, 21)]
    assert (np.diff(shares) >= 0).all()


def test_that_a_certain_no_can_be_outvoted_and_is_no_nan():
    never = np.array([0.5, 0.5] + [0.0] * 8, np.float32)
    fused = weighted(never, scores((2, 0.9999999)))
    assert np.isfinite(fused).all()
    assert fused.argmax() in (0, 1, 2)


def test_that_two_votes_for_one_digit_elect_it_whatever_the_others_have():
    image, audio = scores((3, 0.4), (1, 0.35)), scores((3, 0.4), (2, 0.35))
    assert vote(image, audio).argmax() == 3
    assert vote(image, audio).sum() == pytest.approx(1.0, abs=1e-6)


def test_that_a_tie_goes_to_the_surer_voter_and_at_equal_confidence_to_the_image():
    assert vote(scores((3, 0.6)), scores((7, 0.7))).argmax() == 7
    assert vote(scores((3, 0.7)), scores((7, 0.6))).argmax() == 3
    assert vote(scores((3, 0.6)), scores((7, 0.6))).argmax() == 3


@pytest.mark.parametrize("strategy", ["late-weighted", "late-vote"])
def test_that_a_missing_sense_leaves_the_answer_to_the_other(strategy):
    only = scores((4, 0.5))
    np.testing.assert_array_equal(fuse(strategy, only, None), only)
    np.testing.assert_array_equal(fuse(strategy, None, only), only)
    assert fuse(strategy, None, None) is None


def test_that_a_single_sense_never_listens_to_the_other():
    image, audio = scores((3, 0.5)), scores((7, 0.9))
    np.testing.assert_array_equal(fuse("image", image, audio), image)
    assert fuse("audio", image, None) is None


def test_that_an_unknown_strategy_is_a_sentence_that_names_the_known_ones():
    with pytest.raises(LabError, match="late-weighted"):
        fuse("middle", None, None)


def test_that_two_of_three_win_however_sure_the_third_is():
    sure, other, again = scores((3, 0.99)), scores((7, 0.4)), scores((7, 0.3))
    for voters in ((sure, other, again), (other, sure, again), (other, again, sure)):
        won = vote_of_three(*voters)
        assert won.argmax() == 7
        np.testing.assert_allclose(won, (other + again) / 2, rtol=1e-6)


def test_that_three_who_differ_leave_it_to_the_surest_and_at_a_tie_to_the_first():
    assert vote_of_three(scores((1, 0.5)), scores((2, 0.6)), scores((3, 0.4))).argmax() == 2
    assert vote_of_three(scores((1, 0.5)), scores((2, 0.4)), scores((3, 0.6))).argmax() == 3
    assert vote_of_three(scores((1, 0.5)), scores((2, 0.5)), scores((3, 0.5))).argmax() == 1
    assert vote_of_three(scores((1, 0.4)), scores((2, 0.5)), scores((3, 0.5))).argmax() == 2


@given(probabilities, probabilities, probabilities)
def test_that_a_vote_of_three_is_counted_as_by_hand(image, audio, third):
    voters = [image, audio, third]
    votes = [int(each.argmax()) for each in voters]
    counted = {digit: votes.count(digit) for digit in votes}
    most = max(counted.values())
    if most > 1:
        expected = next(digit for digit, count in counted.items() if count == most)
    else:
        expected = votes[int(np.argmax([each.max() for each in voters]))]
    won = vote_of_three(image, audio, third)
    assert won[expected] == won.max()
    assert won.sum() == pytest.approx(1, abs=1e-5)


def test_that_many_moments_are_voted_on_at_once():
    random = np.random.default_rng(0)
    three = random.dirichlet(np.ones(10), (3, 50)).astype(np.float32)
    together = vote_of_three(*three)
    for place in range(50):
        np.testing.assert_allclose(together[place], vote_of_three(*three[:, place]), rtol=1e-6)


@pytest.mark.parametrize(
    ("weight", "expected"), [(0.0, (0, 1)), (0.25, (0.5, 1)), (0.5, (1, 1)), (1.0, (1, 0))]
)
def test_that_one_half_always_counts_whole(weight, expected):
    assert exponents(weight) == expected
