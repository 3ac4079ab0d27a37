"""The game without a window: what a round waits for, what it is worth, where fusion saved it."""

import numpy as np
import pytest

from tplab_gui.core.events.moments import Answer, Verdict
from tplab_gui.core.game import LIMIT_S, ROUNDS, WAYS, Game, Round


def says(digit):
    return Answer(np.eye(10, dtype=np.float32)[digit], is_sure=True)


def verdict(image=None, audio=None, fused=None):
    answers = {"image": image, "audio": audio, "late-weighted": fused}
    found = {name: says(digit) for name, digit in answers.items() if digit is not None}
    return Verdict("late-weighted", found, (0.5, 0.5), "both", "agree")


@pytest.fixture
def game():
    made = Game("both", seed=1)
    made.begin(100.0)
    return made


def test_that_every_digit_is_asked_for_once_in_an_order_of_the_seed():
    orders = []
    for seed in (1, 1, 2):
        game = Game("drawn", seed)
        asked = []
        while not game.is_over:
            game.begin(0.0)
            asked.append(game.asked)
            game.give_up(1.0)
        orders.append(asked)
    assert sorted(orders[0]) == list(range(ROUNDS))
    assert orders[0] == orders[1] != orders[2]


def test_that_a_round_of_both_waits_for_both_and_ends_when_they_have_settled(game):
    asked = game.asked
    assert game.judge(verdict(image=asked, fused=asked), is_settled=True) is None
    assert game.missing() == ("audio",)
    both = verdict(asked, asked, asked)
    assert game.judge(both, is_settled=False) is None
    game.note_answer(102.0)
    done = game.judge(both, is_settled=True)
    assert (done.is_right, done.seconds, done.points) == (True, 2.0, 90)
    assert game.judge(both, is_settled=True) is None  # the round is over


@pytest.mark.parametrize(("way", "given"), [("drawn", {"image": 3}), ("said", {"audio": 3})])
def test_that_one_modality_is_enough_where_one_is_asked_for(way, given):
    game = Game(way, seed=0)
    game.begin(0.0)
    assert game.judge(verdict(**given, fused=3), is_settled=True) is not None


def test_that_fusion_saved_it_where_one_alone_was_wrong_and_both_were_right():
    assert Round(3, 3, 8, 3, 1.0).is_saved
    assert Round(3, 3, 8, 3, 1.0).wrong_alone == ("audio",)
    assert Round(3, 5, 8, 3, 1.0).wrong_alone == ("image", "audio")
    assert not Round(3, 3, 3, 3, 1.0).is_saved
    assert not Round(3, 3, 8, 8, 1.0).is_saved
    assert not Round(3, 3, None, 3, 1.0).is_saved


@pytest.mark.parametrize(("seconds", "points"), [(0.0, 100), (4.0, 80), (10.0, 50), (19.0, 50)])
def test_that_speed_is_worth_up_to_half_of_a_round(seconds, points):
    assert Round(3, 3, 3, 3, seconds).points == points
    assert Round(3, 3, 3, 4, seconds).points == 0


def test_that_a_round_given_up_or_too_late_is_lost_even_with_half_an_answer(game):
    game.judge(verdict(image=game.asked, fused=game.asked), is_settled=True)
    assert not game.is_late(100.0 + LIMIT_S - 0.1)
    assert game.is_late(100.0 + LIMIT_S)
    done = game.give_up(100.0 + LIMIT_S)
    assert (done.is_right, done.points, done.image) == (False, 0, game.rounds[0].asked)
    assert game.give_up(200.0) is None


def test_that_the_score_is_the_sum_of_the_rounds_and_the_game_ends_after_ten():
    game = Game("both", seed=4)
    for number in range(ROUNDS):
        assert not game.is_over
        game.begin(0.0)
        audio = game.asked if number else (game.asked + 1) % 10
        game.judge(verdict(game.asked, audio, game.asked), is_settled=True)
    assert (game.is_over, game.points, game.saved) == (True, 1000, 1)


def test_that_a_way_that_is_none_is_a_bug_of_the_caller():
    with pytest.raises(ValueError, match=str(WAYS[0])):
        Game("sung")
