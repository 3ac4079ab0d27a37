"""The game's bar, played by keyboard and with a clock of the test's own."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tplab_gui.core.events.moments import Answer, DigitMoment, Ink, MomentChanged, Verdict
from tplab_gui.core.game import LIMIT_S, ROUNDS, Round
from tplab_gui.ui.widgets.game_bar import GameBar
from tplab_gui.ui.widgets.game_result import GameResult
from tplab_gui.ui.widgets.game_words import fusion_part, outcome


class Clock:
    now_s = 50.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def bar(qtbot):
    widget = GameBar(best=300, clock=Clock())
    qtbot.addWidget(widget)
    widget.begun, widget.ended = [], []
    widget.round_begun.connect(lambda: widget.begun.append(1))
    widget.over.connect(widget.ended.append)
    widget.toggle()
    yield widget
    widget.leave()


def answers(image, audio, fused, number=0, *, is_settled=True):
    said = {"image": image, "audio": audio, "late-weighted": fused}
    found = {k: Answer(np.eye(10, dtype=np.float32)[v], True) for k, v in said.items() if v is not None}
    verdict = Verdict("late-weighted", found, (0.5, 0.5), "both", "agree")
    moment = DigitMoment("20260101-120000-000", "", Ink(), (), None, verdict)
    return MomentChanged(moment, is_settled, number)


def test_that_it_is_started_with_the_keyboard_and_asks_for_a_digit(bar):
    assert "best: 300" in bar.score.text()
    QTest.keyClick(bar.go, Qt.Key.Key_Space)
    assert bar.task.text() == f"Draw and say {bar.game.asked}"
    assert bar.begun == [1]
    assert not bar.way.isVisible()


def test_that_a_right_answer_scores_and_the_next_digit_comes_by_itself(bar):
    bar.advance()
    asked = bar.game.asked
    bar._clock.now_s += 2.0
    bar.note_answer()
    bar.judge(answers(asked, (asked + 1) % 10, asked))
    assert "90 points" in bar.outcome.accessibleName()
    assert "Fusion saved it" in bar.outcome.accessibleName()
    assert bar._pause.isActive()
    bar._pause.timeout.emit()
    assert bar.game.asked != asked
    assert len(bar.begun) == 2


def test_that_what_is_told_of_an_earlier_moment_decides_nothing(bar):
    bar.advance()
    bar.follow(4)
    bar.judge(answers(1, 1, 1, number=3))
    assert bar.game.rounds == []


def test_that_time_runs_out_and_the_round_is_lost(bar):
    bar.advance()
    bar._clock.now_s += LIMIT_S
    bar._tick.timeout.emit()
    assert [each.is_right for each in bar.game.rounds] == [False]
    assert "no answer in time" in bar.outcome.accessibleName()


def test_that_after_ten_rounds_the_result_is_given_and_another_game_can_begin(bar):
    bar.advance()
    for _ in range(ROUNDS):
        bar.judge(answers(bar.game.asked, bar.game.asked, bar.game.asked))
        if not bar.game.is_over:
            bar.advance()
    (game,) = bar.ended
    assert game.points == 1000
    assert bar.best == 1000
    assert not bar._pause.isActive()
    bar.advance()
    assert bar.game is not game


def test_that_leaving_in_the_middle_forgets_the_game(bar):
    bar.advance()
    bar.toggle()
    assert bar.isHidden()
    bar.judge(answers(1, 1, 1))
    assert bar.game is None


def test_that_the_table_at_the_end_says_what_fusion_did(qtbot, bar):
    bar.advance()
    for number in range(ROUNDS):
        asked = bar.game.asked
        bar.judge(answers(asked, (asked + (number == 0)) % 10, asked))
        if not bar.game.is_over:
            bar.advance()
    result = GameResult(bar.game, best=300)
    qtbot.addWidget(result)
    assert result.table.rowCount() == ROUNDS
    assert "sound alone was heard" in result.table.item(0, 6).text()
    assert result.table.item(1, 6).text() == ""
    assert "A new best score" in result._note(bar.game, 300)
    assert "1 of 10" in result._note(bar.game, 300)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Round(3, 5, 3, 3, 1.0), "drawing alone was read as 5"),
        (Round(3, 5, 8, 3, 1.0), "alone they said 5 and 8"),
        (Round(3, 3, 8, 8, 1.0), "One of both alone would have been right"),
        (Round(3, 3, 3, 3, 1.0), ""),
    ],
)
def test_that_a_round_says_what_fusion_had_to_do_with_it(done, words):
    assert words in fusion_part(done)
    assert outcome(done).startswith("✓" if done.is_right else "✗")
