"""The window of mistakes: the counts it shows, the chosen mistake, and sentences instead of an empty window."""

import numpy as np
import pytest

from tests.kept_runs import epoch, make_run
from tplab_gui.core.experiments import find
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


@pytest.fixture
def heard(tmp_path):
    params = find("spoken-digits").params(
        str(tmp_path), epochs=1, limit=40, language="en", scaling="standard", threads=1, device="cpu"
    )
    for event in fit(Latest(params)):
        folder = getattr(event, "run_dir", "")
    return folder


def test_that_a_run_of_sounds_shows_recordings_that_can_be_heard(opened, heard, qtbot):
    dialog = opened(heard)
    assert "what was said" in dialog.state.text()
    assert dialog.play.isVisible()
    worst = dialog._worst[0]
    assert dialog.words.text().startswith(worst.clip.rsplit("/", 1)[-1])
    with qtbot.waitSignal(dialog.player.finished, timeout=LONG_MS):
        qtbot.keyClick(dialog, "P")
    assert dialog.words.text()  # without a loudspeaker it says so here


def test_that_a_run_of_pictures_has_nothing_to_play(opened, learned, qtbot):
    dialog = opened(learned)
    assert not dialog.play.isVisible()
    qtbot.keyClick(dialog, "P")
    assert not dialog.player.is_running


def test_that_a_run_without_weights_is_a_sentence_and_no_empty_matrix(opened, tmp_path):
    dialog = opened(make_run(tmp_path))
    assert "no weights" in dialog.state.text()
    assert dialog.matrix.isHidden()


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


@pytest.mark.parametrize("number", [2, 26, 200])
def test_that_any_number_of_classes_is_painted_with_names(qtbot, number):
    view = ConfusionView()
    qtbot.addWidget(view)
    names = [f"class {label}" for label in range(number)]
    counts = np.diag(np.full(number, 9))
    counts[0, 1] = 1
    view.show_counts(counts, names)
    view.resize(480, 460)
    picture = view.grab().toImage()
    cells = view._cells()
    across, down = cells.width() / number / 5, cells.height() / number / 5
    first = picture.pixelColor(int(cells.x() + across), int(cells.y() + down))
    last = picture.pixelColor(int(cells.right() - across), int(cells.bottom() - down))
    assert _luminance(first) > 0.2  # nine of ten are on the diagonal
    assert _luminance(last) > 0.2
    assert _luminance(picture.pixelColor(int(cells.x() + across), int(cells.bottom() - down))) < 0.2
    assert "class 0: 90.0 %" in view.accessibleDescription()


def test_that_a_run_on_other_classes_shows_their_names(opened, tmp_path):
    from PIL import Image

    for number, name in enumerate(f"shape {chr(97 + i)}" for i in range(12)):
        for i in range(5):
            picture = np.zeros((28, 28), np.uint8)
            picture[2 * number : 2 * number + 3, 4 + i : 20] = 255
            path = tmp_path / "mine" / name / f"{i}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(picture).save(path)
    params = TrainParams(
        str(tmp_path / "runs"), data=str(tmp_path / "mine"), epochs=1, threads=1, device="cpu", lr=0.01
    )
    for event in fit(Latest(params)):
        folder = getattr(event, "run_dir", "")
    dialog = opened(folder)
    assert dialog.matrix.classes == tuple(f"shape {chr(97 + i)}" for i in range(12))
    assert dialog.matrix.counts.sum() == 12
    assert "→ shape" in dialog.gallery.item(0).text()
    assert "a shape" in dialog.words.text()
    assert len(dialog.scores._labels) == 10
    assert dialog.scores._labels[0] == dialog._classes[dialog._worst[0].guess]


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
