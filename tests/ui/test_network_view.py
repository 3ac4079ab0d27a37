"""The network on show, asked for by the real job."""

import pytest

from tplab_gui.core.events.network import NetworkShapes, ShapeRow
from tplab_gui.core.experiments import EXPERIMENTS
from tplab_gui.ui.widgets.network_view import NetworkDialog, NetworkView
from tplab_gui.ui.widgets.run_form import RunForm

LONG_MS = 60_000


pytestmark = pytest.mark.usefixtures("one_thread")


def shown(qtbot, **given):
    dialog = NetworkDialog(EXPERIMENTS["spoken-digits"].params("runs", **given), "Spoken digits")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    return dialog.view


def cells(view, column):
    items = [view.rows.topLevelItem(n) for n in range(view.rows.topLevelItemCount())]
    return [item.text(column).replace("\N{NARROW NO-BREAK SPACE}", "") for item in items]


def test_that_the_reports_network_is_shown_from_48000_samples_to_ten_scores(qtbot):
    view = shown(qtbot, preset="report")
    assert cells(view, 1) == [
        "48000",
        "128 × 241",
        "1 × 128 × 241",
        "10 × 41 × 79",
        "10 × 41 × 79",
        "10 × 19 × 38",
        "10 × 19 × 38",
        "7220",
        "10",
    ]
    assert sum(int(text) for text in cells(view, 2) if text) == 75_220
    assert "75\N{NARROW NO-BREAK SPACE}220 parameters" in view.summary.text()
    assert not view.refusal.isVisibleTo(view)


def test_that_an_impossible_setting_says_why_and_shows_how_far_it_comes(qtbot):
    view = shown(qtbot, clip_samples=2779)
    assert cells(view, 1) == ["2779", "128 × 14", "1 × 128 × 14"]
    assert "kernel of 5 does not fit into 3" in view.refusal.text()
    assert view.refusal.isVisibleTo(view)


def test_that_the_table_can_be_read_aloud(qtbot):
    view = shown(qtbot)
    assert view.rows.accessibleName()
    assert all(cells(view, 3))
    assert view.rows.currentItem() is view.rows.topLevelItem(0)


def test_that_a_layer_the_window_does_not_know_is_shown_by_its_own_name(qtbot):
    view = NetworkView()
    qtbot.addWidget(view)
    row = ShapeRow("gelu", "", (4,), 0, "A function of the network")
    view.show_shapes(NetworkShapes("tasting", (row,), 0))
    assert cells(view, 0) == ["gelu"]


def test_that_the_form_opens_it_once_torch_is_loaded_and_closes_it_with_the_window(qtbot):
    form = RunForm()
    qtbot.addWidget(form)
    qtbot.addWidget(form.more)
    assert not form.network.isEnabled()
    assert form.shut_down(LONG_MS)
    form.set_ready()
    form.network.click()
    assert form.network_dialog.isVisible()
    assert form.shut_down(LONG_MS)
    assert not form.network_dialog.isVisible()
    assert not form.network_dialog.runner.is_running


def test_that_a_long_reason_is_wrapped_and_not_cut(qtbot):
    view = shown(qtbot, preset="report")
    with qtbot.waitExposed(view.window()):
        view.window().show()
    rows = range(view.rows.topLevelItemCount())
    heights = [view.rows.visualItemRect(view.rows.topLevelItem(row)).height() for row in rows]
    view.window().close()
    assert heights[1] > 1.7 * min(heights)  # the spectrogram's reason is the longest, that of a ReLU one line
