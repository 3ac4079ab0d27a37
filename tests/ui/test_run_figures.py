"""What the figures beside the curves say of the speed and of the time that is left."""

import math

import pytest

from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunStarted
from tplab_gui.ui.widgets.run_figures import RunFigures


@pytest.fixture
def figures(qtbot):
    made = RunFigures()
    qtbot.addWidget(made)
    return made


def started(first_epoch=1, epochs=4):
    """Ten batches of 64 an epoch."""
    return RunStarted("", "base", 1, "builtin", "cpu", 1, 10, epochs, first_epoch, 10, 640, 100)


def batch(step, rate=64.0):
    return BatchEnd(step, (step - 1) // 10 + 1, 0.5, 0.5, 1.0, rate)


def epoch(number, seconds, rate=64.0):
    return EpochEnd("base", number, 10 * number, 1, 1, 1, 0, 0, 1, seconds, rate, is_best=True)


def test_that_nothing_is_estimated_before_anything_was_measured(figures):
    figures.begin(started())
    assert math.isnan(figures.rate)
    assert math.isnan(figures.seconds_left())


def test_that_one_batch_that_was_held_up_changes_neither_speed_nor_time_left(figures):
    figures.begin(started())
    for step in range(1, 8):
        figures.take(batch(step))
    before = figures.seconds_left()
    figures.take(batch(8, rate=0.01))  # nearly two hours for 64 examples
    figures.take(batch(9))
    assert figures.rate == 64.0
    assert figures.seconds_left() == pytest.approx(before - 2)


def test_that_a_speed_that_really_falls_is_followed_within_an_epoch_of_batches(figures):
    figures.begin(started())
    for step in range(1, 11):
        figures.take(batch(step))
    for step in range(11, 31):
        figures.take(batch(step, rate=32.0))
    assert figures.rate == 32.0
    assert figures.seconds_left() == pytest.approx(20)  # one epoch of 640 at 32 a second


def test_that_measuring_after_each_epoch_is_part_of_the_time_left(figures):
    figures.begin(started())
    for step in range(1, 11):
        figures.take(batch(step))
    figures.take(epoch(1, seconds=13.0))  # ten to learn, three to measure
    assert figures.seconds_left() == pytest.approx(3 * 13)


def test_that_a_run_that_goes_on_counts_only_what_is_left_of_it_and_measures_its_speed_anew(figures):
    figures.begin(started())
    figures.take(batch(1, rate=1e6))
    figures.begin(started(first_epoch=3))
    assert math.isnan(figures.seconds_left())
    figures.take(batch(21))
    assert figures.seconds_left() == pytest.approx(19)
    assert figures.bar.value() == 20
    figures.refresh()
    assert figures.bar.value() == 21


def test_that_a_pause_changes_nothing(figures):
    """What is shown comes from the events alone: no event, no change, however long it takes."""
    figures.begin(started())
    figures.take(batch(1))
    figures.refresh()
    shown = [each.text() for each in figures.values.values()]
    figures.refresh()
    assert [each.text() for each in figures.values.values()] == shown


def test_that_a_long_sentence_makes_the_panel_no_wider(figures):
    width = figures.minimumSizeHint().width()
    figures.set_state("A sentence of many words that goes on for much longer than the panel is wide. " * 4)
    assert figures.minimumSizeHint().width() == width
