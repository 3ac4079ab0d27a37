"""A moment as a film: pen and voice on one clock, long pauses cut."""

import numpy as np
import pytest

from tplab_gui.core.events.moments import DigitMoment, Ink, Verdict, Word
from tplab_gui.core.replay import LEAD_S, RATE_HZ, SHORT_PAUSE_S, TAIL_S, film

VERDICT = Verdict("late-weighted", {}, (0.0, 0.0), "nobody", "nothing")


def moment(strokes_s=(), words_s=()):
    ink = Ink(
        tuple(np.zeros((len(times), 2), np.float32) for times in strokes_s),
        tuple(np.array(times, float) for times in strokes_s),
        tuple(np.ones(len(times), np.float32) for times in strokes_s),
    )
    words = tuple(
        Word(start, end, np.ones(round((end - start) * RATE_HZ), np.float32), RATE_HZ)
        for start, end in words_s
    )
    return DigitMoment("20260101-120000-000", "", ink, words, None, VERDICT)


def test_that_points_and_words_keep_their_distance_in_time():
    made = film(moment([[0.0, 0.5, 1.0]], [(0.4, 0.9)]))
    np.testing.assert_allclose(made.times_s[0], [LEAD_S, LEAD_S + 0.5, LEAD_S + 1.0])
    sounding = np.flatnonzero(made.samples) / RATE_HZ
    assert sounding[0] == pytest.approx(LEAD_S + 0.4, abs=1e-3)
    assert sounding[-1] == pytest.approx(LEAD_S + 0.9, abs=1e-3)
    assert len(made.samples) / RATE_HZ == pytest.approx(LEAD_S + 1.0 + TAIL_S, abs=1e-3)


def test_that_a_word_five_seconds_after_the_pen_comes_one_second_after_it():
    made = film(moment([[0.0, 1.0]], [(6.0, 6.5)]))
    assert np.flatnonzero(made.samples)[0] / RATE_HZ == pytest.approx(LEAD_S + 1.0 + SHORT_PAUSE_S, abs=1e-3)


def test_that_a_pause_of_the_pen_alone_is_not_cut_while_somebody_speaks():
    made = film(moment([[0.0, 0.1], [5.0, 5.1]], [(0.1, 5.0)]))
    assert made.times_s[1][0] == pytest.approx(LEAD_S + 5.0)


def test_that_the_drawing_grows_point_by_point():
    made = film(moment([[0.0, 0.5], [1.0]]))
    assert made.shown(0.0) == [0, 0]
    assert made.shown(LEAD_S + 0.1) == [1, 0]
    assert made.shown(LEAD_S + 0.6) == [2, 0]
    assert made.shown(99.0) == [2, 1]


@pytest.mark.parametrize("one", [moment(), moment([[0.0]]), moment((), [(0.0, 0.3)]), moment([[0.0], [9e4]])])
def test_that_a_moment_of_nearly_nothing_is_a_film_too(one):
    made = film(one)
    assert 0 < len(made.samples) <= 120 * RATE_HZ
    assert np.isfinite(made.samples).all()
