import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from tplab_gui.core.events.training import BatchEnd, EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_bar import CurveBar
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_curves import AGAIN, BATCH, TEST, TRAIN, pen_of


def batch(step, loss=1.0, epoch=1):
    return BatchEnd(step, epoch, loss, 0.5, 1.0, 100.0)


def epoch_end(epoch, test=0.5):
    return EpochEnd("base", epoch, 10 * epoch, 1.0, 0.8, test, 0.7, 0.9, 1.0, 1.0, 100.0, is_best=True)


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(700, 500)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def drawn(plot, qtbot):
    """Wait until what came last is drawn: the plot gathers what comes within 60 ms."""
    qtbot.waitUntil(lambda: not plot._is_dirty and not plot._redraw.isActive())


def points(item):
    x, y = item.getOriginalDataset()
    return ([], []) if x is None else (list(x), list(y))


def test_that_batches_lie_at_their_share_of_the_epoch(plot):
    run = plot.add_run("Base", batches_per_epoch=10)
    plot.extend([batch(5, 2.0), batch(10, 1.5)])
    assert points(run.loss_items[BATCH]) == ([0.5, 1.0], [2.0, 1.5])
    assert points(run.accuracy_items[BATCH])[1] == [50.0, 50.0]


def test_that_an_epoch_adds_a_point_to_each_of_its_curves(plot):
    run = plot.add_run("Base", 10)
    plot.extend([epoch_end(1), epoch_end(2, test=0.4)])
    assert points(run.loss_items[TRAIN]) == ([1, 2], [1.0, 1.0])
    assert points(run.loss_items[AGAIN])[1] == [0.8, 0.8]
    assert points(run.loss_items[TEST])[1] == [0.5, 0.4]
    assert points(run.accuracy_items[TEST])[1] == [90.0, 90.0]


def test_that_points_of_a_later_run_leave_the_earlier_one_alone(plot):
    first = plot.add_run("Base", 10)
    plot.extend([batch(1)])
    second = plot.add_run("Swapped", 10)
    plot.extend([batch(1), batch(2)])
    assert (len(first.loss), len(second.loss)) == (1, 2)


def test_that_two_runs_differ_in_colour_dash_and_marker():
    one, other = style.SERIES[0], style.SERIES[1]
    assert one.colour() != other.colour()
    assert one.symbol != other.symbol
    assert pen_of(TEST, one).dashPattern() != pen_of(TEST, other).dashPattern()


def test_that_train_and_test_of_one_run_differ_without_colour():
    series = style.SERIES[0]
    assert pen_of(TRAIN, series).style() == Qt.PenStyle.SolidLine
    assert pen_of(TEST, series).style() == Qt.PenStyle.CustomDashLine
    assert pen_of(AGAIN, series).style() == Qt.PenStyle.DotLine


def test_that_the_view_holds_the_largest_loss_and_starts_at_0(plot):
    plot.add_run("Base", 10)
    plot.extend([batch(1, 7.5), batch(2, 0.1)])
    low, high = plot.loss_plot.viewRange()[1]
    assert low < 0.01
    assert high > 7.5


def test_that_many_small_pieces_are_drawn_together_and_none_is_lost(plot, qtbot):
    run = plot.add_run("Base", 10)
    changes = []
    run.loss_items[BATCH].sigPlotChanged.connect(changes.append)
    for step in range(1, 51):
        plot.extend([batch(step, float(step))])
    drawn(plot, qtbot)
    assert points(run.loss_items[BATCH])[1] == [float(step) for step in range(1, 51)]
    assert len(changes) < 25


def test_that_the_frame_grows_in_steps_and_ends_where_the_run_will_end(plot, qtbot):
    plot.add_run("Base", 10, planned_epochs=3)
    ends = []
    for step in (5, 15, 25, 30):
        plot.extend([batch(step)])
        drawn(plot, qtbot)
        ends.append(plot.loss_plot.viewRange()[0][1])
    assert ends == pytest.approx([1, 2, 3, 3], rel=0.03)


def test_that_a_million_points_reach_the_screen_as_two_a_pixel(plot):
    run = plot.add_run("Base", 1000)
    rng = np.random.default_rng(1)
    steps = np.arange(1, 1_000_001)
    run.loss.extend(list(steps / 1000), list(rng.random(1_000_000)))
    run.accuracy.extend(list(steps / 1000), list(rng.random(1_000_000)))
    plot.extend([batch(1_000_001, 42.0, epoch=1001)])
    shown = points(run.loss_items[BATCH])[1]
    assert len(shown) < 2 * 700 + 10
    assert max(shown) == 42.0


def test_that_the_logarithmic_axis_can_be_chosen_and_shows_a_loss_of_zero_at_its_foot(plot, qtbot):
    bar = CurveBar(plot)
    qtbot.addWidget(bar)
    plot.add_run("Base", 10)
    plot.extend([batch(1, 1.0), batch(2, 0.0)])
    bar.log.click()
    assert plot.loss_plot.getAxis("left").logMode
    assert plot.loss_plot.viewRange()[1][1] == pytest.approx(0, abs=0.5)
    bar.log.click()
    assert not plot.loss_plot.getAxis("left").logMode


def test_that_a_kind_of_curve_can_be_hidden_and_shown(plot, qtbot):
    bar = CurveBar(plot)
    qtbot.addWidget(bar)
    run = plot.add_run("Base", 10)
    bar.kinds[TEST].click()
    assert not run.loss_items[TEST].isVisible()
    assert run.loss_items[TRAIN].isVisible()
    bar.kinds[TEST].click()
    assert run.loss_items[TEST].isVisible()


def test_that_zooming_stops_the_following_until_fit_is_pressed(plot, qtbot):
    bar = CurveBar(plot)
    qtbot.addWidget(bar)
    plot.add_run("Base", 10)
    plot.loss_plot.getViewBox().sigRangeChangedManually.emit([True, True])
    plot.loss_plot.setXRange(0, 0.1, padding=0)
    plot.extend([batch(step) for step in range(1, 40)])
    drawn(plot, qtbot)
    assert plot.loss_plot.viewRange()[0][1] == pytest.approx(0.1)
    assert bar.fit.isEnabled()
    bar.fit.click()
    assert plot.loss_plot.viewRange()[0][1] >= 3.9
    assert not bar.fit.isEnabled()


def test_that_the_mouse_reads_the_nearest_epoch_of_all_runs(plot, qtbot):
    for name, test in (("Base", 0.25), ("Swapped", 0.125)):
        plot.add_run(name, 10)
        plot.extend([epoch_end(1, test), epoch_end(2, test / 2)])
        drawn(plot, qtbot)
    position = plot.loss_plot.getViewBox().mapViewToScene(QPointF(1.8, 0.5))
    plot.view.scene().sigMouseMoved.emit(position)
    text = plot.hover.card.text()
    assert plot.hover.card.isVisible()
    assert all(part in text for part in ("Epoch 2", "Base", "0.1250", "Swapped", "0.0625", "90.00"))


def test_that_the_read_out_stays_inside_the_plot(plot):
    plot.add_run("Base", 10)
    plot.extend([epoch_end(1)])
    right = plot.loss_plot.getViewBox().mapViewToScene(QPointF(1.0, 0.0))
    plot.view.scene().sigMouseMoved.emit(right)
    assert plot.view.rect().contains(plot.hover.card.geometry())


def test_that_the_empty_text_goes_with_the_first_run(plot):
    plot.set_empty_text("No run yet.")
    assert plot._empty.isVisible()
    plot.add_run("Base", 10)
    assert not plot._empty.isVisible()


def test_that_many_runs_are_drawn_without_smooth_edges_and_few_with_them(plot):
    runs = [plot.add_run(f"Run {number}", 10) for number in range(9)]

    def smooth():
        return {run.loss_items[TEST].curve.opts["antialias"] for run in runs if run.is_shown}

    plot.refresh()
    assert smooth() == {False}
    runs[0].is_shown = False
    plot.refresh()
    assert smooth() == {True}
