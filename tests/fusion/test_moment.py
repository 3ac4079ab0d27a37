"""One moment with the shipped networks: what is drawn and said is read, fused and forgotten."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from tests.speech.sources import ClipSource, hush, said
from tplab_gui.core.errors import MissingError
from tplab_gui.core.events.common import Notice, Ready, Waiting
from tplab_gui.core.events.digits import (
    DigitScores,
    InkSeen,
    ScoresCleared,
    SourceClosed,
    SourceOpened,
    WordSeen,
)
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.fusion import moment
from tplab_gui.fusion.late import weighted
from tplab_gui.fusion.moment import listen

SEVEN = (np.array([[0.2, 0.1], [0.8, 0.08], [0.55, 0.5], [0.42, 0.95]], np.float32),)
ONE = (np.array([[0.5, 0.1], [0.5, 0.9]], np.float32),)


class Moment:
    """The job with a source of the test's own, stepped by hand."""

    def __init__(self, source=None, **params):
        self.params = Latest(ListenParams(source="file", is_active=source is not None, **params))
        self.ink, self.say = Latest(()), Mailbox()
        self.events = listen(self.params, self.ink, self.say, lambda params, say: source)

    def until(self, kind, source=None):
        taken = []
        for event in self.events:
            taken.append(event)
            if isinstance(event, kind) and source in (None, getattr(event, "source", None)):
                return taken
            assert len(taken) < 5000
        raise AssertionError("the job ended")

    def scores(self, source):
        return self.until(DigitScores, source)[-1]

    def change(self, **changes):
        self.params.set(replace(self.params.get(), **changes))


@pytest.fixture
def begin():
    begun = []

    def make(*args, **kwargs):
        begun.append(Moment(*args, **kwargs))
        return begun[-1]

    yield make
    for each in begun:
        each.events.close()


def test_that_it_says_what_it_waits_for_and_when_it_can_answer(begin):
    first, second = itertools.islice(begin().events, 2)
    assert first == Waiting("network")
    assert isinstance(second, Ready)


def test_that_a_drawn_seven_is_seen_scored_and_fused_without_sound(begin):
    live = begin()
    live.ink.set(SEVEN)
    taken = live.until(DigitScores, "fused")
    seen = next(event for event in taken if isinstance(event, InkSeen))
    assert (seen.image.shape, seen.heat.shape) == ((28, 28), (28, 28))
    image, fused = (event for event in taken if isinstance(event, DigitScores))
    assert image.scores.argmax() == 7
    assert image.is_sure
    np.testing.assert_array_equal(fused.scores, image.scores)


def test_that_a_stroke_is_answered_in_less_than_10_ms_of_computation(begin):
    live = begin()
    times_ms = []
    for x in np.linspace(0.1, 0.3, 9):
        live.ink.set((SEVEN[0] * np.float32(1 + x),))
        times_ms.append(live.scores("image").ms)
    assert sorted(times_ms)[1] < 10  # whatever else the machine does at times


def test_that_only_the_newest_of_many_drawings_is_read(begin):
    live = begin()
    live.until(Ready)
    for drawing in (SEVEN, SEVEN, ONE):
        live.ink.set(drawing)
    assert live.scores("image").scores.argmax() == 1
    rest = list(itertools.islice(live.events, 6))
    assert not any(isinstance(event, DigitScores) and event.source == "image" for event in rest)


def test_that_an_emptied_canvas_takes_the_scores_back(begin):
    live = begin()
    live.ink.set(SEVEN)
    live.until(DigitScores, "fused")
    live.ink.set(())
    live.until(ScoresCleared, "image")
    live.until(ScoresCleared, "fused")


def test_that_a_dot_is_an_answer_that_is_not_sure(begin):
    live = begin()
    live.ink.set((np.array([[0.5, 0.5]], np.float32),))
    answer = live.scores("image")
    assert answer.scores.sum() == pytest.approx(1.0, abs=1e-5)
    assert not answer.is_sure


def test_that_a_word_is_scored_and_both_agree_or_argue(begin):
    live = begin(ClipSource(said([3], 48_000)))
    audio = live.scores("audio")
    assert audio.scores.argmax() == 3
    live.ink.set(SEVEN)
    image, fused = live.scores("image"), live.scores("fused")
    np.testing.assert_allclose(fused.scores, weighted(image.scores, audio.scores, 0.5), atol=1e-6)
    assert fused.weight == 0.5


def test_that_the_words_scores_outlive_the_source_and_end_with_the_moment(begin):
    live = begin(ClipSource(said([3], 48_000)))
    live.until(SourceClosed)
    live.change(image_weight=0.4)
    assert live.scores("fused").scores.argmax() == 3
    live.change(moment=1)
    live.until(ScoresCleared, "audio")
    live.until(ScoresCleared, "fused")


def test_that_the_slider_moves_the_fused_answer_from_the_word_to_the_drawing(begin):
    live = begin(ClipSource(said([3], 48_000)))
    live.scores("audio")
    live.ink.set(SEVEN)
    live.until(DigitScores, "image")
    guesses = []
    for weight in (0.02, 0.98):
        live.change(image_weight=weight)
        guesses.append(int(live.scores("fused").scores.argmax()))
    assert guesses == [3, 7]


def test_that_a_picture_file_is_read_and_a_file_that_is_none_is_a_sentence(begin, tmp_path):
    paper = np.full((120, 90), 235, np.uint8)
    paper[20:100, 40:50] = 30
    Image.fromarray(paper).save(tmp_path / "one.png")
    live = begin()
    live.ink.set(str(tmp_path / "one.png"))
    assert live.scores("image").scores.argmax() == 1
    (tmp_path / "none.png").write_bytes(b"nothing")
    live.ink.set(str(tmp_path / "none.png"))
    taken = live.until(ScoresCleared, "image")
    assert [event.key for event in taken if isinstance(event, Notice)] == ["picture"]


def test_that_a_missing_network_is_told_and_the_other_sense_answers(begin, monkeypatch):
    def gone():
        raise MissingError("The network {name} is not on this machine.", name="digit-image")

    monkeypatch.setattr(moment, "InkReader", gone)
    live = begin(ClipSource(said([3], 48_000)))
    live.ink.set(SEVEN)
    taken = live.until(DigitScores, "fused")
    assert "network-image" in [event.key for event in taken if isinstance(event, Notice)]
    assert any(isinstance(event, InkSeen) for event in taken)
    assert taken[-1].scores.argmax() == 3


def test_that_silence_gives_no_scores(begin):
    live = begin(ClipSource(hush(2.0)))
    taken = live.until(SourceClosed)
    assert any(isinstance(event, SourceOpened) for event in taken)
    assert not any(isinstance(event, DigitScores) for event in taken)


def test_that_closing_the_job_closes_the_source(begin):
    source = ClipSource(said([3], 48_000))
    live = begin(source)
    live.until(SourceOpened)
    live.events.close()
    assert source.is_closed


def test_that_a_word_is_explained_after_it_was_answered_and_not_when_nobody_asks(begin):
    live = begin(ClipSource(said([3], 48_000)))
    taken = live.until(WordSeen)
    scores = next(event for event in taken if isinstance(event, DigitScores) and event.source == "audio")
    assert taken[-1].digit == int(scores.scores.argmax()) == 3
    assert taken.index(scores) < len(taken) - 1
    mute = begin(ClipSource(said([3], 48_000)), explains=False)
    assert not [event for event in mute.until(SourceClosed) if isinstance(event, WordSeen)]


def test_that_a_run_that_cannot_listen_is_told_and_the_labs_network_answers(begin, tmp_path):
    live = begin(ClipSource(said([3], 48_000)), network=str(tmp_path / "gone"))
    taken = live.until(DigitScores, "audio")
    (notice,) = [event for event in taken if isinstance(event, Notice)]
    assert (notice.key, notice.kind) == ("network-run", "warning")
    assert int(taken[-1].scores.argmax()) == 3
