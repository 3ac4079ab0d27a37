"""Reading curves whose zone, threshold and cliffs are known by formula, and the report's own two series."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tplab_gui.vision.sweep_reading import (
    Search,
    cliffs,
    crossings,
    heat_sentence,
    optimal_steps,
    sentence,
    steps_below,
    verdict,
)

BRIGHTNESS = [each / 100 for each in (0.77, 1.88, 96.68, 99.78, 99.88, 99.94, 99.81, 99.86, 26.45, 0.19)]
PERSPECTIVE = [each / 100 for each in (99.94, 99.97, 99.89, 76.15, 99.87, 99.97, 99.95, 99.96, 99.96, 99.96)]


def fall(at, width):
    """A logistic fall from 1 to 0 at `at`, whose middle half takes `width` of the series."""
    slope = 2 * np.log(3) / width
    return lambda share: float(1 / (1 + np.exp(np.clip(slope * (share - at), -500, 500))))


def answered(question, curve):
    """Give a search the scores it asks for."""
    try:
        share = next(question)
        while True:
            share = question.send(curve(share))
    except StopIteration as over:
        return over.value


def read(curve, steps=10):
    shares = [step / (steps - 1) for step in range(steps)]
    scores = [curve(share) for share in shares]
    search = Search(shares, scores)
    crossed = answered(crossings(shares, scores, search, lambda share: share), curve)
    steep = answered(cliffs(shares, scores, search, lambda share: share), curve)
    return scores, crossed, steep, search


def test_that_the_reports_brightness_series_reads_as_the_remark_says():
    """R17: image 9 is 26.45, below the threshold but not under 2 %."""
    assert optimal_steps(BRIGHTNESS) == (4, 5, 6, 7, 8)
    assert steps_below(BRIGHTNESS) == (1, 2, 9, 10)


def test_that_the_reports_perspective_series_has_one_dip():
    assert optimal_steps(PERSPECTIVE) == (1, 2, 3, 5, 6, 7, 8, 9, 10)
    assert steps_below(PERSPECTIVE) == (4,)


@given(st.floats(0.05, 0.95), st.floats(0.001, 0.06), st.sampled_from([2, 3, 10, 37, 200]))
@example(at=0.77734375, width=0.03125, steps=10)  # a step halfway down, a little below the middle
@example(at=0.5, width=0.0156, steps=3)
def test_that_a_cliff_is_found_where_it_is_however_many_steps(at, width, steps):
    curve = fall(at, width)
    scores, crossed, steep, _ = read(curve, steps)
    if not (scores[0] > 0.97 and scores[-1] < 0.03):
        return  # the fall is cut by an end of the series
    (cliff,) = steep
    assert cliff.low <= at <= cliff.high
    assert cliff.width == pytest.approx(width, rel=0.5, abs=0.001)
    (crossing,) = crossed
    assert crossing.low <= at - width * np.log(4) / (2 * np.log(3)) + 1e-9
    assert crossing.high >= at - width * np.log(4) / (2 * np.log(3)) - 1e-9
    assert crossing.is_fall
    assert verdict(scores, crossed, steep) == "abrupt"


@pytest.mark.parametrize("steps", [2, 10, 50, 200])
def test_that_a_slow_fall_is_gradual_however_many_steps(steps):
    scores, crossed, steep, _ = read(fall(0.5, 0.3), steps)
    assert steep == ()
    assert len(crossed) == 1
    assert verdict(scores, crossed, steep) == "gradual"
    assert sentence("gradual", scores, steep, [scores]).text().startswith("Gradual")


def test_that_a_rise_is_a_cliff_too():
    _, crossed, (cliff,), _ = read(lambda share: fall(0.3, 0.02)(share) * -1 + 1)
    assert cliff.before < cliff.after
    assert cliff.low <= 0.3 <= cliff.high
    assert not crossed[0].is_fall


def test_that_a_band_between_two_cliffs_is_abrupt_with_two():
    low, high = fall(0.25, 0.01), fall(0.75, 0.01)
    scores, crossed, steep, search = read(lambda share: (1 - low(share)) * high(share))
    assert len(steep) == len(crossed) == 2
    assert verdict(scores, crossed, steep) == "abrupt"
    text = sentence("abrupt", scores, steep, [scores]).text()
    assert "cliffs: 2" in text
    assert search.asked < 150


def test_that_a_gradual_fall_beside_a_cliff_is_mixed():
    def curve(share):
        return min(1 - 0.5 * share / 0.5, 1) if share < 0.5 else fall(0.75, 0.01)(1.5 - share)

    scores, crossed, steep, _ = read(curve, 21)
    assert verdict(scores, crossed, steep) == "mixed"


def test_that_little_and_never_are_said_as_such():
    assert verdict([0.9, 0.85, 0.99], (), ()) == "stable"
    assert verdict([0.1, 0.7, 0.2], (), ()) == "never"
    assert "not established" in sentence("never", [0.1, 0.7], (), [[0.1, 0.7]]).text()
    assert verdict([0.9, 0.1], (), (), is_random=True) == "unordered"
    assert "1 of 2 random draws" in sentence("unordered", [0.9, 0.1], (), [[0.9, 0.1]]).text()


def test_that_a_mean_says_how_many_pictures_break():
    scores, _, steep, _ = read(fall(0.5, 0.01))
    each = [scores, scores, [0.9] * len(scores)]
    assert "2 of 3 pictures" in sentence("abrupt", scores, steep, each).text()


def test_that_heat_that_stays_and_heat_that_leaves_are_told_apart():
    scores = [0.9, 0.85, 0.5, 0.2]
    stays = heat_sentence(scores, [0.6, 0.6, 0.5, 0.4], [1, 1, 1, 1]).text()
    leaves = heat_sentence(scores, [0.6, 0.6, 0.1, 0.1], [1, 1, 0, 0]).text()
    partly = heat_sentence(scores, [0.6, 0.6, 0.1, 0.1], [1, 1, 0, 1]).text()
    assert stays.startswith("The heat stays on the object although")
    assert "45 % of the heat, 60 % above" in stays
    assert leaves.startswith("The heat leaves")
    assert "at some steps only" in partly


@pytest.mark.parametrize("energies", [[0.5, None, None, 0.4], [None] * 4])
def test_that_too_few_steps_with_the_object_establish_nothing(energies):
    peaks = [None if each is None else 1.0 for each in energies]
    assert "not established" in heat_sentence([0.9, 0.85, 0.5, 0.2], energies, peaks).text()
