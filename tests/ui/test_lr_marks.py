"""Marks where the learning rate of a run was changed by hand."""

import itertools

import pytest

from tests.kept_runs import epoch
from tplab_gui.core.events.training import LrChanged
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.lr_marks import LrMarks, gathered
from tplab_gui.ui.widgets.report_figures import all_figures, view_figure
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow


def change(step, before, after):
    return LrChanged(step, 1 + (step - 1) // 10, before, after)


@pytest.fixture
def shown(qtbot):
    """Return a plot, a list of one run of ten batches an epoch, and the marks."""
    plot, runs = CurvePlot(), RunList()
    qtbot.addWidget(plot)
    qtbot.addWidget(runs)
    marks = LrMarks(plot, runs)
    add_run(plot, runs)
    return plot, runs, marks


def add_run(plot, runs, *changes):
    row = RunRow("/runs/x", "Base", batches_per_epoch=10, is_checked=True, lr_changes=changes)
    runs.add(row)
    runs.set_curves(row, plot.add_kept("Base", 10, 2, "", [epoch(1, 0.5), epoch(2, 0.4)]))
    return row


def places(marks):
    """Return the positions on the loss plot and those on the accuracy plot."""
    lines = [line.value() for _, line in marks._lines]
    return lines[::2], lines[1::2]


def test_that_a_change_is_marked_before_its_first_batch_on_both_plots(shown):
    _, runs, marks = shown
    runs.rows[0].lr_changes = (change(11, 1.0, 0.3),)
    marks.refresh()
    assert places(marks) == ([1.0], [1.0])
    assert marks.labels == ["lr 1 → 0.3"]


def test_that_a_run_without_a_change_has_no_mark(shown):
    assert places(shown[2]) == ([], [])


def test_that_the_marks_come_and_go_with_the_curves_of_their_run(shown, qtbot):
    plot, runs, marks = shown
    row = add_run(plot, runs, change(5, 1.0, 2.0))
    assert len(marks.labels) == 1
    item = runs.tree.topLevelItem(1)
    item.setCheckState(0, item.checkState(0).Unchecked)
    assert marks.labels == []
    item.setCheckState(0, item.checkState(0).Checked)
    assert len(marks.labels) == 1
    runs.remove(row)
    assert marks.labels == []


def test_that_a_drag_of_the_slider_is_one_mark_and_one_taken_back_is_none():
    values = [1.0, 0.9, 0.7, 0.5, 0.3]
    drag = [change(step, a, b) for step, (a, b) in enumerate(itertools.pairwise(values), 7)]
    assert gathered(drag) == [change(10, 1.0, 0.3)]
    assert gathered([change(3, 1.0, 5.0), change(4, 5.0, 1.0)]) == []
    assert len(gathered([change(3, 1.0, 5.0), change(30, 5.0, 1.0)])) == 2


def test_that_the_marks_are_part_of_an_exported_drawing(shown):
    plot, runs, marks = shown
    row = runs.rows[0]
    row.curve = (epoch(1, 0.5), epoch(2, 0.4))
    assert view_figure(plot).marks == ()
    row.lr_changes = (change(11, 1.0, 0.3),)
    marks.refresh()
    assert view_figure(plot).marks == ((1.0, "lr 1 → 0.3"),)
    ((_, figure),) = all_figures([row])
    assert figure.marks == ((1.0, "lr 1 → 0.3"),)
