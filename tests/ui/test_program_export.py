"""Exports for other programs from the window: written, checked, stopped, and sentences where they cannot be."""

import sys
from pathlib import Path

import onnx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from tests.kept_runs import epoch, make_run
from tests.training.test_event_files import points
from tplab_gui.core.experiments import find
from tplab_gui.core.mailbox import Latest
from tplab_gui.training.loop import fit
from tplab_gui.training.runs import read_run
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.export_dialog import ExportDialog
from tplab_gui.ui.widgets.program_export import ProgramExport
from tplab_gui.ui.widgets.run_actions import RunActions
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow

LONG_MS = 100_000  # the export loads torch in a process of its own


@pytest.fixture
def export(qtbot):
    runs = RunList()
    qtbot.addWidget(runs)
    export = ProgramExport(QMenu(runs), runs)
    yield export
    assert export.shut_down(5000)


def add(export, folder, *, is_checked=True):
    row = RunRow(str(folder), "Base", curve=read_run(folder).epochs, is_checked=is_checked)
    export._runs.add(row)
    export._runs.choose(row)
    return row


@pytest.fixture
def learned(tmp_path):
    asked = {"epochs": 1, "limit": 20, "threads": 1, "device": "cpu"}
    for event in fit(Latest(find("spoken-digits").params(str(tmp_path / "runs"), **asked))):
        folder = getattr(event, "run_dir", "")
    return Path(folder)


def test_that_a_model_is_written_in_the_background_and_its_check_is_told(export, qtbot, learned, tmp_path):
    dialog = export.save_model(add(export, learned), tmp_path / "a.onnx")
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    assert "Saved as a.onnx" in dialog.state.text()
    assert "Checked on 20 test examples" in dialog.details.text()
    assert dialog.progress.isHidden()
    assert not dialog.folder.isHidden()
    assert dialog.end.text() == "Close"
    onnx.checker.check_model(tmp_path / "a.onnx")


def test_that_escape_stops_an_export_and_leaves_no_file(export, qtbot, learned, tmp_path):
    dialog = export.save_model(add(export, learned), tmp_path / "a.onnx")
    runner = dialog.runner
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not runner.is_running, timeout=LONG_MS)
    assert [path.name for path in tmp_path.iterdir()] == ["runs"]


def test_that_a_run_without_weights_is_a_sentence_in_place_of_a_file(export, qtbot, tmp_path):
    dialog = export.save_model(add(export, make_run(tmp_path / "runs")), tmp_path / "a.onnx")
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    assert "no weights to export" in dialog.state.text()
    assert dialog.folder.isHidden()
    assert not (tmp_path / "a.onnx").exists()


def test_that_curves_are_written_and_the_command_that_shows_them_can_be_copied(export, qtbot, tmp_path):
    rows = [add(export, make_run(tmp_path / "runs", seed)) for seed in (1, 2)]
    dialog = export.save_curves(rows, tmp_path / "tb")
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    assert "2 runs written" in dialog.state.text()
    files = sorted((tmp_path / "tb").rglob("*tfevents*"))
    assert points(files[1], "epoch/test_loss") == [(1, 1.0), (2, 0.5), (3, 0.25)]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == f'tensorboard --logdir "{tmp_path / "tb"}"'


def test_that_without_tensorboardx_the_line_is_said_and_no_folder_is_asked_for(
    export, qtbot, tmp_path, monkeypatch
):
    add(export, make_run(tmp_path / "runs"))
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    with qtbot.waitSignal(export.failed) as failed:
        export.curves.trigger()
    assert "python3 start.py extras" in str(failed.args[0])
    assert export._runs.findChildren(ExportDialog) == []


def test_that_the_script_is_written_and_what_it_cannot_say_is_told(export, qtbot, tmp_path):
    row = add(export, make_run(tmp_path / "runs", gamma=1.0, lr=1.0))
    with qtbot.waitSignal(export.said) as said:
        export.save_script(row, tmp_path / "again.py")
    assert "cannot say" not in str(said.args[0])
    compile((tmp_path / "again.py").read_text(), "again.py", "exec")
    row = add(export, make_run(tmp_path / "runs", 2, gamma=1.0, lr=0.5))
    with qtbot.waitSignal(export.said) as said:
        export.save_script(row, tmp_path / "again.py")
    assert "cannot say: lr 1 (epoch 1)" in str(said.args[0])


def test_that_a_run_that_is_gone_is_a_sentence(export, qtbot, tmp_path):
    row = RunRow(str(tmp_path / "gone"), "Base", curve=(epoch(1, 1.0),))
    with qtbot.waitSignal(export.failed):
        export.save_script(row, tmp_path / "again.py")
    assert not (tmp_path / "again.py").exists()


def test_that_a_text_of_several_lines_is_shown_whole(export, qtbot, tmp_path):
    dialog = export.save_model(add(export, make_run(tmp_path / "runs")), tmp_path / "a.onnx")
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    qtbot.waitUntil(lambda: dialog.state.height() >= dialog.state.heightForWidth(dialog.state.width()))
    assert dialog.state.heightForWidth(dialog.state.width()) > 1.5 * dialog.state.fontMetrics().height()


def test_that_the_menu_of_the_runs_offers_them_and_closing_the_tab_ends_them(qtbot, tmp_path):
    plot, runs = CurvePlot(), RunList()
    for widget in (plot, runs):
        qtbot.addWidget(widget)
    actions = RunActions(runs, plot)
    assert {actions.programs.model, actions.programs.curves} <= set(actions.export.menu.actions())
    dialog = actions.programs.save_model(
        add(actions.programs, make_run(tmp_path / "runs")), tmp_path / "a.onnx"
    )
    runner = dialog.runner
    assert actions.shut_down(5000)
    assert not runner.is_running


def test_that_what_is_impossible_cannot_be_chosen(export, tmp_path):
    actions = (export.model, export.curves, export.script)
    assert [action.isEnabled() for action in actions] == [False, False, False]
    export._runs.add(RunRow(str(tmp_path), "Base"))
    export._runs.choose(export._runs.rows[0])
    assert [action.isEnabled() for action in actions] == [False, False, True]
    add(export, make_run(tmp_path / "runs"))
    assert [action.isEnabled() for action in actions] == [True, True, True]
