"""Overlays of one kind of curve, and the mean and spread over seeds."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from tests.kept_runs import epoch
from tplab_gui.ui.widgets.curve_bands import spread
from tplab_gui.ui.widgets.curve_bar import CurveBar
from tplab_gui.ui.widgets.curve_plot import CurvePlot


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(700, 500)
    return plot


def add(plot, losses, group="g"):
    curve = [epoch(number, loss) for number, loss in enumerate(losses, 1)]
    return plot.add_kept("Base", 3, len(losses), group, curve)


def test_that_mean_and_spread_are_those_of_the_runs_counted_by_hand(plot):
    runs = [add(plot, losses) for losses in ((1.0, 0.5, 0.3), (0.8, 0.7), (0.6, 0.6))]
    at, low, mean, high = spread(runs)
    np.testing.assert_allclose(at, [1, 2])  # only one run has a third epoch
    np.testing.assert_allclose(low, [0.6, 0.5])
    np.testing.assert_allclose(mean, [0.8, 0.6])
    np.testing.assert_allclose(high, [1.0, 0.7])


def test_that_several_seeds_get_a_band_with_a_legend_and_one_does_not(plot):
    first = add(plot, (1.0, 0.5))
    assert plot.bands.texts == []
    second = add(plot, (0.8, 0.4))
    assert len(plot.bands.texts) == 1
    assert "2 runs" in plot.bands.texts[0]
    second.is_shown = False
    plot.refresh()
    assert plot.bands.texts == []
    assert first.is_shown


def test_that_runs_of_different_setups_are_never_mixed(plot):
    add(plot, (1.0, 0.5), "base")
    add(plot, (1.0, 0.5), "swapped")
    assert plot.bands.texts == []


def test_that_the_band_goes_with_the_test_curves_and_lives_on_a_log_axis(plot):
    add(plot, (1.0, 0.5))
    add(plot, (0.8, 0.4))
    plot.set_log(True)
    plot.grab()
    assert len(plot.bands.texts) == 1
    plot.set_kind_shown("test", False)
    assert plot.bands.texts == []


@pytest.mark.parametrize("kind", ["train", "test"])
def test_that_one_click_shows_one_kind_and_another_click_all_again(plot, qtbot, kind):
    bar = CurveBar(plot)
    qtbot.addWidget(bar)
    run = add(plot, (1.0, 0.5))
    qtbot.mouseClick(bar.presets[kind], Qt.MouseButton.LeftButton)
    assert [name for name, item in run.loss_items.items() if item.isVisible()] == [kind]
    assert bar.kinds[kind].isChecked()
    qtbot.mouseClick(bar.presets[kind], Qt.MouseButton.LeftButton)
    assert all(item.isVisible() for item in run.loss_items.values())
