"""The window of mistakes: the counts it shows, the chosen mistake, and sentences instead of an empty window."""

import json

import numpy as np
import pytest

from tests.kept_runs import epoch, make_run
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.training.loop import fit
from tplab_gui.ui.widgets.confusion_view import ConfusionView, _luminance
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.mistakes_view import MistakesDialog
from tplab_gui.ui.widgets.run_actions import RunActions
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow

LONG_MS = 20_000


@pytest.fixture
def opened(qtbot):
    def open_dialog(folder):
        dialog = MistakesDialog("Base", str(folder))
        with qtbot.waitExposed(dialog):
            dialog.open()
        opened_ones.append(dialog)
        qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
        return dialog

    opened_ones = []
    yield open_dialog
    for dialog in opened_ones:
        dialog.close()


@pytest.fixture
def learned(tmp_path):
    params = TrainParams(str(tmp_path), epochs=1, batch_size=32, limit=96, threads=1, device="cpu")
    for event in fit(Latest(params)):
        folder = getattr(event, "run_dir", "")
    return folder


def test_that_a_run_shows_its_matrix_its_mistakes_and_the_worst_one_large(opened, learned):
    dialog = opened(learned)
    assert dialog.matrix.counts.sum() == 96
    wrong = 96 - dialog.matrix.counts.trace()
    assert dialog.gallery.count() == min(wrong, 60)
    worst = dialog._worst[0]
    assert f"a {worst.true}, taken for a {worst.guess}" in dialog.words.text()
    assert dialog.scores.digit == worst.guess
    dialog.gallery.setCurrentRow(1)
    assert f"Picture {dialog._worst[1].index}:" in dialog.words.text()


def test_that_a_run_without_weights_is_a_sentence_and_no_empty_matrix(opened, tmp_path):
    dialog = opened(make_run(tmp_path))
    assert "no weights" in dialog.state.text()
    assert dialog.matrix.isHidden()


def test_that_a_run_of_spoken_digits_is_a_sentence(opened, tmp_path):
    folder = make_run(tmp_path)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "experiment": "spoken-digits"}))
    assert "loss study" in opened(folder).state.text()


def test_that_closing_in_the_middle_stops_the_review(qtbot, learned):
    dialog = MistakesDialog("Base", learned)
    with qtbot.waitExposed(dialog):
        dialog.open()
    runner = dialog.runner
    assert dialog.shut_down()
    assert not runner.is_running
    dialog.close()


def test_that_closing_the_tab_stops_a_review(qtbot, learned):
    plot, runs = CurvePlot(), RunList()
    for widget in (plot, runs):
        qtbot.addWidget(widget)
    actions = RunActions(runs, plot)
    row = RunRow(learned, "Base", curve=(epoch(1, 1.0),))
    runs.add(row)
    runs.choose(row)
    actions.look.click()
    (dialog,) = runs.findChildren(MistakesDialog)
    runner = dialog.runner
    assert actions.shut_down(5000)
    assert not runner.is_running


def test_that_every_number_can_be_read_on_its_ground(qtbot):
    view = ConfusionView()
    qtbot.addWidget(view)
    for share in range(101):
        view.show_counts(np.diag([share] * 10) + np.roll(np.diag([100 - share] * 10), 1, axis=1))
        ground, text = view.colours_of(0, 0)
        light, dark = sorted((_luminance(ground), _luminance(text)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_that_a_digit_without_pictures_has_no_share(qtbot):
    view = ConfusionView()
    qtbot.addWidget(view)
    counts = np.diag(np.arange(10))
    counts[3, 8] = 1
    view.show_counts(counts)
    accuracies = view.accuracies()
    assert np.isnan(accuracies[0])
    assert accuracies[3] == 0.75
    view.resize(500, 480)
    view.grab()
