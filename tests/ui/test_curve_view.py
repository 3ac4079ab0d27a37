"""What the plot shows of its curves: smoothing, axis, what lies outside, read-out, words for a screen reader."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from tests.kept_runs import epoch
from tplab_gui.core.events.training import BatchEnd
from tplab_gui.core.smoothing import Smoother, weight_of
from tplab_gui.ui.widgets.curve_bar import CurveBar
from tplab_gui.ui.widgets.curve_frame import LossAxis
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.loss_ticks import log_ticks
from tplab_gui.ui.widgets.run_curves import BATCH, TEST
from tplab_gui.ui.widgets.smoothing_box import BATCHES


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(700, 500)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@pytest.fixture
def bar(plot, qtbot):
    bar = CurveBar(plot)
    qtbot.addWidget(bar)
    return bar


def add(plot, losses=(1.0, 0.5, 0.25), name="Base", batches=()):
    run = plot.add_kept(name, 10, len(losses), name, [epoch(n, loss) for n, loss in enumerate(losses, 1)])
    if len(batches):
        plot.add_steps(
            run, np.arange(1, len(batches) + 1) / 10, np.array(batches, float), np.full(len(batches), 50.0)
        )
    return run


def drawn(item):
    x, y = item.getOriginalDataset()
    return np.array([]) if x is None else y


def test_that_smoothing_is_off_at_first_and_the_raw_curve_stays_when_it_is_on(plot, bar):
    batches = np.random.default_rng(1).random(100)
    run = add(plot, batches=batches)
    assert len(drawn(run.smooth_items[0])) == 0
    before = run.loss_items[BATCH].opts["pen"].color()
    bar.smooth.slider.setValue(BATCHES.index(20))
    np.testing.assert_allclose(drawn(run.smooth_items[0]), Smoother(weight_of(20)).extend(batches))
    np.testing.assert_array_equal(drawn(run.loss_items[BATCH]), batches)
    assert run.loss_items[BATCH].isVisible()
    assert (
        run.loss_items[BATCH].opts["pen"].color().lightness() > before.lightness()
    )  # paler, on a light ground
    bar.smooth.slider.setValue(0)
    assert len(drawn(run.smooth_items[0])) == 0


def test_that_a_growing_curve_is_smoothed_as_if_it_had_been_whole(plot, qtbot):
    plot.set_smoothing(10)
    run = plot.add_run("Base", 10)
    losses = np.random.default_rng(2).random(60)
    for step, loss in enumerate(losses, 1):
        plot.extend([BatchEnd(step, 1, float(loss), 0.5, 1.0, 1.0)])
    qtbot.waitUntil(lambda: len(drawn(run.smooth_items[0])) == 60)
    np.testing.assert_allclose(drawn(run.smooth_items[0]), Smoother(weight_of(10)).extend(losses))


def test_that_a_run_that_goes_on_is_smoothed_anew_from_where_it_was_cut(plot):
    run = add(plot, batches=np.full(30, 1.0))
    plot.set_smoothing(10)
    plot.continue_run(run, 1)
    plot.extend([BatchEnd(11, 2, 9.0, 0.5, 1.0, 1.0)])
    run.smooth[0].follow()
    expected = Smoother(weight_of(10)).extend(np.array([1.0] * 10 + [9.0]))
    np.testing.assert_allclose(run.smooth[0].curve.y, expected)


def test_that_the_read_out_gives_the_batch_raw_and_smoothed(plot):
    run = add(plot, batches=np.linspace(3, 1, 30))
    plot.set_smoothing(10)
    plot.hover.show_at(1.23, QPointF(200, 100))
    text = plot.hover.card.text()
    assert "batch at 1.23" in text
    assert f"{run.loss.y[11]:.4f}" in text
    assert f"{run.smooth[0].curve.y[11]:.4f}" in text


def test_that_the_read_out_finds_the_nearest_epoch_of_any_run_and_dashes_for_the_others(plot):
    add(plot, (1.0, 0.5), "Short")
    add(plot, (0.9, 0.8, 0.7, 0.6), "Long")
    plot.hover.show_at(3.4, QPointF(200, 100))
    text = plot.hover.card.text()
    assert "Epoch 3" in text
    assert "0.7000" in text
    assert text.count("–") == 4
    plot.hover.show_at(99, QPointF(200, 100))
    assert "Epoch 4" in plot.hover.card.text()


def test_that_a_name_with_markup_is_shown_as_it_is(plot):
    add(plot, name="<b>x</b>")
    plot.hover.show_at(1, QPointF(200, 100))
    assert "&lt;b&gt;x&lt;/b&gt;" in plot.hover.card.text()


def test_that_nothing_is_said_while_every_point_is_in_view(plot):
    add(plot, batches=[5.0, 1.0, 0.5])
    plot.outside.refresh()
    assert plot.outside.texts == ["", "", "", ""]


def test_that_points_out_of_view_are_counted_at_the_edge_they_left_by(plot, bar):
    add(plot, (1.0, 0.5, 0.25), batches=[5.0, 1.0, 0.5])
    plot.loss_plot.setXRange(0, 3, padding=0)
    plot.loss_plot.setYRange(0.3, 0.95, padding=0)
    plot.outside.refresh()
    # above: batches 5 and 1, test loss 1; below: test 0.25, train 0.225, re-measured 0.2
    assert plot.outside.texts[:2] == ["▲ 3 points above", "▼ 3 points below"]
    bar.kinds[BATCH].click()
    plot.loss_plot.setYRange(0.3, 0.95, padding=0)
    plot.outside.refresh()
    assert plot.outside.texts[0] == "▲ 1 point above"
    plot.fit()
    plot.outside.refresh()
    assert plot.outside.texts == ["", "", "", ""]


def test_that_a_loss_that_is_no_number_is_told_and_not_dropped(plot):
    run = add(plot, batches=[1.0, math.nan, math.inf, 0.5])
    plot.outside.refresh()
    assert plot.outside.texts[0] == "✕ 2 points that are no numbers"
    assert np.isnan(drawn(run.loss_items[BATCH])).sum() == 2
    assert plot.loss_plot.viewRange()[1][1] < 2
    plot.grab()


def test_that_a_run_of_nothing_but_nan_is_drawn_without_a_word_on_stderr(plot):
    add(plot, (math.nan, math.nan), batches=[math.nan, math.nan])
    plot.set_log(True)
    plot.set_smoothing(10)
    plot.grab()
    plot.outside.refresh()
    assert plot.outside.counts[0] == (0, 0, 8)
    add(plot, (math.inf, 0.5, math.nan), "Half")
    plot.grab()


def test_that_a_loss_of_zero_is_below_a_logarithmic_axis_and_said_so(plot):
    add(plot, batches=[1.0, 0.0, 0.1])
    plot.set_log(True)
    plot.outside.refresh()
    assert plot.outside.texts[1] == "▼ 1 point below"


def test_that_the_axis_begins_at_zero_until_that_is_switched_off(plot, bar):
    add(plot, (1.0, 0.9, 0.8))
    bar.show_only(TEST)
    assert plot.loss_plot.viewRange()[1][0] < 0.01
    bar.zero.click()
    low, high = plot.loss_plot.viewRange()[1]
    assert 0.75 < low <= 0.8
    assert 1.0 <= high < 1.05
    bar.log.click()
    assert not bar.zero.isEnabled()


def test_that_the_frame_holds_what_is_shown_and_not_what_is_hidden(plot, bar):
    add(plot, (1.0, 0.9, 0.8), batches=[50.0, 1.0])
    assert plot.loss_plot.viewRange()[1][1] > 50
    bar.show_only(TEST)
    assert plot.loss_plot.viewRange()[1][1] < 1.2


@given(st.lists(st.floats(1e-9, 1e9), min_size=1, max_size=20), st.booleans(), st.booleans())
def test_that_a_frame_holds_every_positive_loss(losses, is_log, is_from_zero):
    axis = LossAxis(is_log, is_from_zero)
    bottom, top = axis.frame([np.array(losses)])
    assert bottom < top
    for loss in losses:
        assert bottom - 1e-9 <= axis.place_of(loss) <= top + 1e-9 * abs(top) + 1e-9
        assert axis.loss_at(axis.place_of(loss)) == pytest.approx(loss)


@given(st.floats(-7, 3), st.floats(0.01, 8))
@example(0.015625, 0.96875)  # nearly a decade that holds no power of ten
def test_that_a_logarithmic_axis_can_be_read_at_any_zoom(low, span):
    major, minor = log_ticks(low, low + span)
    assert 2 <= len(major) <= 12
    assert not set(major) & set(minor)
    assert all(low - 1e-9 <= place <= low + span + 1e-9 for place in (*major, *minor))


def test_that_a_screen_reader_is_told_what_the_curves_show(plot):
    assert plot.view.accessibleDescription() == "No curve is shown."
    run = add(plot, (1.0, 0.25, 0.5))
    said = plot.view.accessibleDescription()
    for part in ("Base: 3 epochs", "first 1.0000", "lowest 0.2500 at epoch 2", "last 0.5000", "75.00 %"):
        assert part in said
    run.is_shown = False
    plot.refresh()
    assert plot.view.accessibleDescription() == "No curve is shown."


def test_that_many_runs_are_told_in_a_few_sentences(plot):
    for number in range(11):
        add(plot, name=f"Run {number}")
    assert "And 3 more runs." in plot.view.accessibleDescription()


def test_that_the_bar_breaks_where_it_is_narrow(bar, qtbot):
    with qtbot.waitExposed(bar):
        bar.show()

    def rows_apart():
        places = [each.mapTo(bar, each.rect().center()).y() for each in (bar.kinds[TEST], bar.fit)]
        return places[1] - places[0]

    bar.resize(1600, 60)
    qtbot.waitUntil(lambda: abs(rows_apart()) < 4)
    bar.resize(bar.minimumSizeHint().width() + 2, 80)
    qtbot.waitUntil(lambda: rows_apart() > 20)
    bar.close()


def test_that_the_slider_of_the_smoothing_moves_by_keys_and_says_its_weight(bar, qtbot):
    moved = []
    bar.smooth.changed.connect(moved.append)
    qtbot.keyClick(bar.smooth.slider, Qt.Key.Key_Right)
    qtbot.keyClick(bar.smooth.slider, Qt.Key.Key_Right)
    assert moved == [5, 10]
    assert bar.smooth.text.text() == "10"
    assert "0.900" in bar.smooth.slider.accessibleDescription()


def test_that_a_run_that_grows_leaves_the_curves_of_the_others_alone(plot, qtbot):
    """With a hundred runs on the plot, one batch must not cost a hundred redraws."""
    others = [add(plot, name=f"Run {number}", batches=np.ones(100)) for number in range(5)]
    changes = []
    for run in others:
        for item in (*run.items()[0], *run.items()[1]):
            item.sigPlotChanged.connect(changes.append)
    plot.add_run("New", 10, 3)
    plot.extend([BatchEnd(1, 1, 0.5, 0.5, 1.0, 1.0)])
    plot.refresh()
    assert changes == []


def test_that_an_epoch_learnt_again_moves_the_band_of_its_group(plot):
    for _ in range(2):
        plot.add_kept("Base", 10, 1, "g", [epoch(1, 1.0)])
    before = plot.bands._items[2].getData()[1].tolist()
    plot.runs[0].add_epochs([epoch(1, 3.0)])
    plot.refresh()
    assert before == [1.0]
    assert plot.bands._items[2].getData()[1].tolist() == [2.0]
