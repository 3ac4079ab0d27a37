import json

import pytest

from tplab_gui.core.events.sets import Fold
from tplab_gui.training.honesty_results import newest, read, save, score


def one(method, right, tested):
    return score(method, [Fold("", right, tested, 2250, 1.0)], is_complete=True)


def by_speaker(*accuracies, tested=500):
    folds = [Fold(f"s{i}", round(a * tested), tested, 2500, 1.0) for i, a in enumerate(accuracies)]
    return score("one-speaker", folds, is_complete=True)


def found(*scores, created="2026-11-23T01:02:03+01:00", source="fsdd"):
    return read(source, created, 10, 1, scores, is_complete=True)


def test_that_the_accuracy_of_folds_is_that_of_all_their_clips_together():
    assert by_speaker(0.94, 0.57, 0.75).accuracy == pytest.approx((470 + 285 + 375) / 1500)


def test_that_a_large_difference_with_six_speakers_is_established():
    both = found(one("random", 735, 750), by_speaker(0.94, 0.57, 0.75, 0.81, 0.66, 0.78))
    assert both.established is True
    assert "larger than chance" in both.sentences[0].text()
    assert both.sentences[0].values["points"] == pytest.approx(98.0 - 75.1667, abs=0.01)
    assert "from 57.0 % to 94.0 %" in both.sentences[1].text()


def test_that_a_difference_within_chance_is_not_established():
    both = found(one("random", 90, 100), one("speaker", 88, 100))
    assert both.established is False
    assert "not established" in both.sentences[0].text()


def test_that_a_difference_within_what_the_speakers_differ_by_is_not_established():
    """Many clips make the interval of the clips narrow; three speakers who differ widely leave the question open."""
    both = found(one("random", 900, 1000), by_speaker(0.99, 0.60, 0.86, tested=1000))
    low = both.sentences[0].values["low"]
    assert low > 0
    assert both.established is False
    assert "speakers alone leave" in both.sentences[0].text()


def test_that_nothing_is_said_before_both_are_complete():
    half = score("one-speaker", [Fold("theo", 400, 500, 2500, 1.0)], is_complete=False)
    assert found(one("random", 735, 750), half).established is None
    assert found(one("random", 735, 750), half).sentences == ()


def test_that_a_network_that_only_guesses_establishes_nothing():
    both = found(one("random", 735, 750), one("speaker", 75, 750))
    assert both.established is None
    assert "is guessing" in both.sentences[-1].text()


def test_that_stratifying_is_compared_with_plain_random():
    same = found(one("random", 735, 750), one("stratified", 737, 750))
    assert "not established" in same.sentences[0].text()
    better = found(one("random", 600, 750), one("stratified", 737, 750))
    assert "larger than chance" in better.sentences[0].text()


def test_that_what_is_kept_is_read_back_the_same_and_the_newest_wins():
    old = found(one("random", 700, 750), created="2026-11-22T01:02:03+01:00")
    new = found(one("random", 735, 750), by_speaker(0.9, 0.8, 0.7))
    save(new)
    save(old)
    assert newest("fsdd") == new
    assert newest("builtin") is None


def test_that_a_folder_has_comparisons_of_its_own(tmp_path):
    mine = found(one("random", 7, 10), source=str(tmp_path))
    path = save(mine)
    assert newest(str(tmp_path)) == mine
    assert json.loads(path.read_text(encoding="utf-8"))["scores"][0]["folds"][0]["right"] == 7


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"format": 1}', '{"format": 1, "source": "fsdd", "scores": 3}']
)
def test_that_a_damaged_file_is_passed_over_for_the_one_before(damage):
    good = found(one("random", 700, 750), created="2026-11-22T01:02:03+01:00")
    save(good)
    save(found(one("random", 735, 750))).write_text(damage, encoding="utf-8")
    assert newest("fsdd") == good
