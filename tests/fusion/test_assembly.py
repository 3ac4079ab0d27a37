"""One moment put together: with a clock of the test's own, and through the job with simulated sources."""

import time
from dataclasses import replace

import numpy as np
import pytest

from tests.speech.sources import ClipSource, hush, said
from tplab_gui.core.events.digits import (
    DigitScores,
    InkSeen,
    ScoresCleared,
    SourceClosed,
    SourceOpened,
    SpectrogramColumns,
    WordHeard,
    WordOpen,
)
from tplab_gui.core.events.moments import Answer, Ink, MomentChanged, MomentDropped
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.fusion import assembly
from tplab_gui.fusion.assembly import SETTLE_S, TELL_S, Assembly
from tplab_gui.fusion.moment import listen
from tplab_gui.fusion.verdict import verdict

SETTLED_S = SETTLE_S + 0.01
WORD = np.ones(800, np.float32)
SEVEN = np.array([[0.2, 0.1], [0.8, 0.08], [0.55, 0.5], [0.42, 0.95]], np.float32)


def says(digit, share=0.9):
    scores = np.full(10, (1 - share) / 9, np.float32)
    scores[digit] = share
    return Answer(scores, is_sure=share > 0.8)


def ink(*times_s, is_pen_down=False):
    count = len(times_s)
    return Ink((SEVEN[:count],), (np.array(times_s, float),), (np.ones(count, np.float32),), 2.2, is_pen_down)


class Stage:
    """An assembly whose time the test moves."""

    def __init__(self):
        self.now_s = 100.0
        self.strategy = "late-weighted"
        self.made = Assembly(
            lambda image, audio: verdict(self.strategy, image, audio, 0.5, lambda scores: True),
            lambda: self.now_s,
        )

    def later(self, seconds):
        self.now_s += seconds
        return list(self.made.tell())

    def draw(self, drawing, digit):
        self.made.note(InkSeen(np.zeros((28, 28), np.float32)))
        self.made.note(DigitScores("image", says(digit).scores, True, 1.0))
        self.made.draw(drawing)

    def word(self, start_s, end_s, digit, share=0.9):
        """Say a word that ends now, by the clock of a source of its own."""
        self.made.note(SpectrogramColumns(end_s - 0.1, 0.01, np.zeros((4, 10), np.float32)))
        self.made.note(WordHeard(start_s, end_s))
        self.made.hear(WORD, says(digit, share))


@pytest.fixture
def stage():
    return Stage()


def test_that_pen_and_word_lie_on_one_clock_that_begins_with_the_earlier(stage):
    stage.draw(ink(100.2, 100.4, 100.9), 7)
    stage.now_s = 101.0
    stage.word(40.0, 41.1, 7)
    (told,) = stage.later(SETTLED_S)
    moment = told.moment
    assert told.is_settled
    (word,) = moment.words
    assert (word.start_s, word.end_s) == (pytest.approx(0.0), pytest.approx(1.1))  # said from 99.9 to 101.0
    np.testing.assert_allclose(moment.ink.times_s[0], [0.3, 0.5, 1.0])
    assert (moment.digit, moment.verdict.believed) == (7, "both")


def test_that_a_moment_is_told_every_second_while_it_goes_on_and_once_when_it_rests(stage):
    stage.draw(ink(100.0, is_pen_down=True), 7)
    assert stage.later(0.5) == []
    stage.draw(ink(100.0, 100.5, is_pen_down=True), 7)
    (told,) = stage.later(TELL_S - 0.49)
    assert not told.is_settled
    assert stage.later(5.0) == []  # the pen rests on the canvas
    stage.draw(ink(100.0, 100.5, 106.5), 7)
    (told,) = stage.later(SETTLED_S)
    assert told.is_settled
    assert stage.later(60.0) == []


def test_that_nothing_is_settled_while_a_word_is_open(stage):
    stage.draw(ink(100.0), 7)
    stage.made.note(WordOpen(1.0))
    (told,) = stage.later(5.0)
    assert not told.is_settled
    stage.made.note(WordOpen(None))
    (told,) = stage.later(0.0)
    assert told.is_settled


def test_that_a_word_that_ends_five_seconds_after_the_pen_belongs_to_the_moment(stage):
    stage.draw(ink(100.0, 100.5), 7)
    (first,) = stage.later(1.0)
    stage.now_s = 105.5
    stage.word(10.0, 10.4, 7)
    (again,) = stage.later(SETTLED_S)
    assert again.moment.id == first.moment.id
    assert again.moment.words[0].end_s == pytest.approx(5.5)
    assert first.moment.verdict.reason == "only-drawn"
    assert again.moment.verdict.reason == "agree"


def test_that_of_two_words_in_one_moment_both_are_kept_and_the_last_one_counts(stage):
    stage.word(1.0, 1.5, 3)
    stage.now_s += 1.0
    stage.word(2.0, 2.5, 8)
    (told,) = stage.later(SETTLED_S)
    assert [word.answer.digit for word in told.moment.words] == [3, 8]
    assert told.moment.digit == 8


def test_that_a_wiped_canvas_ends_the_moment_and_keeps_its_ink(stage):
    stage.draw(ink(100.0, 100.4), 7)
    (told,) = stage.made.new_moment(1)
    assert told.is_settled
    assert told.moment.digit == 7
    stage.made.draw(Ink())
    assert stage.later(10.0) == []
    stage.draw(ink(110.0, 110.4), 3)
    (after,) = stage.later(SETTLED_S)
    assert after.moment.id != told.moment.id


def test_that_what_was_undone_is_dropped_and_what_was_said_beside_it_is_not(stage):
    stage.draw(ink(100.0), 7)
    (told,) = stage.later(SETTLED_S)
    stage.made.note(ScoresCleared("image"))
    stage.made.draw(Ink())
    assert stage.later(SETTLED_S) == [MomentDropped(told.moment.id)]
    stage.draw(ink(102.0), 7)
    stage.word(1.0, 1.5, 3)
    stage.made.note(ScoresCleared("image"))
    stage.made.draw(Ink())
    (left,) = stage.later(SETTLED_S)
    assert (left.moment.digit, left.moment.verdict.reason) == (3, "only-said")


def test_that_a_noise_that_is_hardly_a_word_begins_no_moment_but_counts_in_one(stage):
    stage.word(1.0, 1.5, 3, share=0.4)
    assert stage.later(5.0) == []
    stage.draw(ink(106.0), 7)
    stage.word(6.0, 6.5, 3, share=0.4)
    (told,) = stage.later(SETTLED_S)
    assert len(told.moment.words) == 1


def test_that_another_strategy_in_the_middle_tells_the_moment_anew(stage):
    stage.draw(ink(100.0), 7)
    stage.word(1.0, 1.5, 3)
    stage.later(SETTLED_S)
    stage.strategy = "late-vote"
    stage.made.rejudge()
    (told,) = stage.later(SETTLED_S)
    assert told.moment.verdict.strategy == "late-vote"


def test_that_another_device_in_the_middle_does_not_move_the_words(stage):
    stage.word(30.0, 30.5, 3)
    stage.now_s = 103.0
    stage.made.note(SourceClosed("first"))
    stage.made.note(SourceOpened("second", 44_100, is_simulated=False))
    stage.word(0.5, 1.0, 8)  # its own time began anew
    (told,) = stage.later(SETTLED_S)
    assert [word.end_s for word in told.moment.words] == pytest.approx([0.5, 3.5])


def test_that_ids_differ_however_fast_moments_follow_and_sort_as_they_came(stage):
    ids = []
    for number in range(1, 30):
        stage.draw(ink(100.0), 7)
        (told,) = stage.made.new_moment(number)
        ids.append(told.moment.id)
    assert ids == sorted(set(ids))


# -- through the job, with the shipped networks ----------------------------------------------------------------------


@pytest.fixture
def told(monkeypatch):
    """Run the job on sound and a drawing until a moment that `is_it` was told."""
    monkeypatch.setattr(assembly, "SETTLE_S", 0.0)
    jobs = []

    def run(sound, drawing, is_it=lambda moment: True, change=None):
        params = Latest(ListenParams(source="file", is_active=sound is not None))
        ink_cell, say = Latest(()), Mailbox()
        job = listen(params, ink_cell, say, lambda params, say: ClipSource(sound))
        jobs.append(job)
        ink_cell.set(drawing)
        taken = []
        for event in job:
            taken.append(event)
            assert len(taken) < 3000
            if change is not None and isinstance(event, DigitScores):
                params.set(replace(params.get(), **change))
                change = None
            if isinstance(event, MomentChanged) and event.is_settled and is_it(event.moment):
                return event.moment
        raise AssertionError("the job ended")

    yield run
    for job in jobs:
        job.close()


def test_that_drawing_and_speaking_make_one_sample(told):
    moment = told(said([7], 48_000), ink(1.0, 1.1, 1.2, 1.3), lambda m: m.words and m.image is not None)
    assert moment.digit == 7
    assert moment.verdict.believed == "both"
    assert set(moment.verdict.answers) == {"image", "audio", "late-weighted", "late-vote"}
    assert moment.image.shape == (28, 28)
    (word,) = moment.words
    assert len(word.samples) / word.rate_hz == pytest.approx(word.end_s - word.start_s, abs=0.05)
    assert word.answer.is_sure


def test_that_talking_without_drawing_is_a_moment_of_sound_alone(told):
    moment = told(said([4], 48_000), ())
    assert (moment.digit, moment.verdict.believed, moment.verdict.reason) == (4, "audio", "only-said")
    assert (moment.image, len(moment.ink)) == (None, 0)


def test_that_drawing_into_silence_is_a_moment_of_the_image_alone(told):
    moment = told(hush(2.0), ink(1.0, 1.1, 1.2, 1.3))
    assert (moment.digit, moment.verdict.believed, moment.verdict.reason) == (7, "image", "only-drawn")
    assert moment.verdict.weights == (1.0, 0.0)


def test_that_two_words_in_one_moment_are_both_kept_and_the_second_is_believed(told):
    moment = told(said([3, 8], 48_000), (), lambda m: len(m.words) == 2)
    assert [word.answer.digit for word in moment.words] == [3, 8]
    assert moment.digit == 8


def test_that_speech_five_seconds_after_the_pen_is_the_same_sample(told):
    lifted_s = time.monotonic() - 6.0
    moment = told(
        said([7], 48_000),
        ink(*(lifted_s - 0.3, lifted_s - 0.2, lifted_s - 0.1, lifted_s)),
        lambda m: m.words and m.image is not None,
    )
    assert moment.words[0].end_s - moment.ink.times_s[0][-1] >= 5
    assert (moment.digit, moment.verdict.reason) == (7, "agree")


def test_that_a_wrong_sound_is_outvoted_or_not_and_the_reason_is_given(told):
    moment = told(said([3], 48_000), ink(1.0, 1.1, 1.2, 1.3), lambda m: m.words and m.image is not None)
    image, audio = moment.verdict.answers["image"], moment.verdict.answers["audio"]
    assert (image.digit, audio.digit) == (7, 3)
    surer = "image" if image.scores.max() > audio.scores.max() else "audio"
    assert (moment.verdict.believed, moment.verdict.reason) == (surer, "surer")


def test_that_a_strategy_chosen_in_the_middle_judges_the_whole_moment(told):
    moment = told(
        said([3], 48_000),
        ink(1.0, 1.1, 1.2, 1.3),
        lambda m: m.verdict.strategy == "late-vote" and m.words and m.image is not None,
        change={"fusion": "late-vote"},
    )
    assert sum(moment.verdict.weights) == 1.0
    assert moment.verdict.weights in ((0.0, 1.0), (1.0, 0.0))


def test_that_a_device_switched_in_the_middle_leaves_the_drawing_and_takes_the_next_word(told):
    moment = told(
        said([7], 48_000),
        ink(1.0, 1.1, 1.2, 1.3),
        lambda m: len(m.words) == 2 and m.image is not None,
        change={"generation": 1},
    )
    assert [word.answer.digit for word in moment.words] == [7, 7]
