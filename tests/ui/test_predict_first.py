"""Predict first: drawn with mouse or keys, kept with the run, shown again; clear, undo, a bad file."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from tests.kept_runs import make_run
from tplab_gui.core import prediction
from tplab_gui.core.prediction import Prediction
from tplab_gui.training.runs import read_run
from tplab_gui.ui.widgets.curve_bar import CurveBar
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.predict_first import PredictFirst
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow

LOSSES = (1.0, 0.5, 0.25)


class Desk:
    """Plot, bar, list and the sketch, as in the training tab."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.plot, self.runs = CurvePlot(), RunList()
        self.bar = CurveBar(self.plot)
        for widget in (self.plot, self.runs, self.bar):
            qtbot.addWidget(widget)
            widget.resize(800, 500)
        self.predict = PredictFirst(self.plot, self.bar, self.runs, lambda: 5)
        self.errors = []
        self.predict.failed.connect(self.errors.append)
        self.folder = folder
        with qtbot.waitExposed(self.plot):
            self.plot.show()
        self.bar.show()

    def start_run(self, seed=1, curve=()):
        """Let a run begin, as `LiveRun` does; the folder is that of a finished one."""
        folder = make_run(self.folder, seed, LOSSES)
        row = RunRow(str(folder), "Base", epochs=3, curve=curve, is_checked=True)
        self.runs.add(row)
        self.runs.choose(row)
        self.predict.run_started(row)
        return row

    def finish(self, row):
        for end in read_run(Path(row.folder)).epochs:
            self.runs.add_epoch(row, end)

    def at(self, epoch, loss) -> QPoint:
        """Return where a place of the plot is on the sheet."""
        scene = self.plot.loss_plot.getViewBox().mapViewToScene(QPointF(epoch, loss))
        return self.predict.layer.mapFromParent(self.plot.view.mapFromScene(scene))

    def draw(self, qtbot, *places):
        layer, points = self.predict.layer, [self.at(*place) for place in places]
        qtbot.mousePress(layer, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            qtbot.mouseMove(layer, point)
        qtbot.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=points[-1])


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.plot.close()
    desk.bar.close()


def test_that_the_mouse_draws_where_it_goes_on_a_plot_as_long_as_the_run(desk, qtbot):
    qtbot.mouseClick(desk.predict.button, Qt.MouseButton.LeftButton)
    assert desk.plot.loss_plot.viewRange()[0][1] == pytest.approx(5, rel=0.05)
    desk.draw(qtbot, (1, 2.0), (3, 1.0), (5, 0.5))
    drawn = Prediction("test", desk.predict.layer.points).at([1.02, 2, 3, 4])
    assert drawn == pytest.approx([2.0, 1.5, 1.0, 0.75], abs=0.05)


def test_that_the_keys_draw_too_and_enter_ends(desk, qtbot):
    desk.predict.begin()
    layer = desk.predict.layer
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(layer, key)
    first, second, third = (loss for _, loss in layer.points)
    assert [epoch for epoch, _ in layer.points] == [1, 2, 3]
    assert second < first
    assert third > second
    assert "Epoch 3" in layer.accessibleDescription()
    qtbot.keyClick(layer, Qt.Key.Key_Delete)
    assert len(layer.points) == 2
    qtbot.keyClick(layer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(layer.points) == 3
    qtbot.keyClick(layer, Qt.Key.Key_Return)
    assert layer.isHidden()
    assert len(desk.predict.waiting.points) == 3


def test_that_the_keys_draw_on_a_logarithmic_axis(desk, qtbot):
    desk.bar.log.click()
    desk.predict.begin()
    for _ in range(60):
        qtbot.keyClick(desk.predict.layer, Qt.Key.Key_Down)
    ((_, loss),) = desk.predict.layer.points
    assert 0 < loss < 0.1


def test_that_escape_leaves_what_was_there_before(desk, qtbot):
    desk.predict.begin()
    desk.draw(qtbot, (1, 2.0), (4, 0.5))
    desk.predict.end()
    before = desk.predict.waiting
    desk.predict.begin()
    desk.draw(qtbot, (1, 0.1), (4, 0.1))
    qtbot.keyClick(desk.predict.layer, Qt.Key.Key_Escape)
    assert desk.predict.waiting == before


def test_that_clear_can_be_taken_back_and_undo_ends_at_the_beginning(desk, qtbot):
    desk.predict.begin()
    desk.draw(qtbot, (1, 2.0), (4, 0.5))
    points = desk.predict.layer.points
    desk.predict.clear.click()
    assert desk.predict.layer.points == ()
    desk.predict.undo.click()
    assert desk.predict.layer.points == points
    desk.predict.undo.click()
    assert desk.predict.layer.points == ()
    assert not desk.predict.undo.isEnabled()


def test_that_the_sketch_goes_with_the_run_that_begins_and_only_with_that_one(desk, qtbot):
    desk.predict.begin()
    desk.draw(qtbot, (1, 2.0), (4, 0.5))
    first, second = desk.start_run(1), desk.start_run(2)
    kept = prediction.read(Path(first.folder))
    assert kept.curve == "test"
    assert prediction.read(Path(second.folder)) is None
    assert desk.predict.waiting is None
    assert not desk.predict.curve.isVisible()  # the second is chosen
    desk.runs.choose(first)
    assert desk.predict.curve.isVisible()


def test_that_a_run_that_goes_on_does_not_take_the_sketch(desk, qtbot):
    desk.predict.begin()
    desk.draw(qtbot, (1, 2.0), (4, 0.5))
    row = desk.start_run(1, curve=read_run(make_run(desk.folder / "other", 1, LOSSES)).epochs)
    assert not (Path(row.folder) / prediction.FILE).exists()
    assert desk.predict.waiting is not None


def test_that_the_sentence_follows_the_run(desk, qtbot):
    desk.predict.begin()
    desk.draw(qtbot, (0.9, 1.5), (3.1, 1.5))
    row = desk.start_run()
    assert "as soon as an epoch is measured" in desk.predict.text.text()
    desk.finish(row)
    expected = (abs(1.5 - 1.0) + abs(1.5 - 0.5) + abs(1.5 - 0.25)) / 3
    drawn = prediction.compare(prediction.read(Path(row.folder)), [1, 2, 3], LOSSES)
    assert drawn.distance == pytest.approx(expected, abs=0.02)
    assert f"{drawn.distance:.3f} nats" in desk.predict.text.text()
    assert "mostly above" in desk.predict.text.text()


def test_that_a_sketch_of_the_train_loss_is_compared_with_the_train_loss(desk, qtbot):
    desk.predict.begin()
    desk.predict.curves.setCurrentIndex(1)
    desk.draw(qtbot, (0.9, 0.9), (3.1, 0.9))
    row = desk.start_run()
    desk.finish(row)
    told = prediction.compare(prediction.read(Path(row.folder)), [1, 2, 3], [0.9 * loss for loss in LOSSES])
    assert f"{told.distance:.3f} nats" in desk.predict.text.text()
    assert "train loss" in desk.predict.text.text()


def test_that_a_run_of_another_day_shows_its_sketch(desk):
    folder = make_run(desk.folder, 1, LOSSES)
    prediction.keep(folder, Prediction("test", ((1.0, 1.0), (3.0, 0.25))))
    row = RunRow(str(folder), "Base", curve=read_run(folder).epochs, is_checked=True)
    desk.runs.add(row)
    desk.runs.choose(row)
    assert desk.predict.curve.isVisible()
    assert "over 3 epochs" in desk.predict.text.text()
    assert not desk.predict.strip.isHidden()


def test_that_the_frame_holds_the_sketch(desk, qtbot):
    folder = make_run(desk.folder, 1, LOSSES)
    prediction.keep(folder, Prediction("test", ((1.0, 40.0), (3.0, 0.25))))
    row = RunRow(str(folder), "Base", curve=read_run(folder).epochs, is_checked=True)
    desk.runs.add(row)
    desk.runs.choose(row)
    assert desk.plot.loss_plot.viewRange()[1][1] > 40


def test_that_a_malformed_sketch_is_told_once_and_the_run_is_shown(desk):
    folder = make_run(desk.folder, 1, LOSSES)
    (folder / prediction.FILE).write_text(json.dumps({"format": 1, "points": "x"}))
    row = RunRow(str(folder), "Base", curve=read_run(folder).epochs, is_checked=True)
    desk.runs.add(row)
    for _ in range(3):
        desk.runs.choose(row)
        desk.predict.refresh()
    assert len(desk.errors) == 1
    assert desk.predict.strip.isHidden()


def test_that_a_folder_that_cannot_be_written_is_told(desk, qtbot):
    desk.predict.begin()
    desk.draw(qtbot, (1, 2.0), (4, 0.5))
    folder = make_run(desk.folder, 1, LOSSES)
    (folder / "file").write_text("")
    row = RunRow(str(folder / "file"), "Base", is_checked=True)
    desk.predict.run_started(row)
    assert len(desk.errors) == 1


def test_that_nothing_is_on_screen_without_a_sketch(desk):
    assert desk.predict.strip.isHidden()
    assert not desk.predict.curve.isVisible()
    desk.start_run()
    assert desk.predict.strip.isHidden()
