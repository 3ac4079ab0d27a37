"""Figures, tables and weights as files: complete, of print size, and the numbers exactly those of the runs."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.kept_runs import epoch, make_run
from tplab_gui.training.runs import read_run
from tplab_gui.ui.widgets.curve_export import CurveExport
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.print_formats import as_png
from tplab_gui.ui.widgets.report_figures import view_figure
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow
from tplab_gui.ui.widgets.run_tables import curves_csv, runs_csv


@pytest.fixture
def export(qtbot, tmp_path):
    plot, runs = CurvePlot(), RunList()
    for widget in (plot, runs):
        qtbot.addWidget(widget)
        widget.resize(700, 500)
    folders = [make_run(tmp_path / "runs", seed, (1.1 / seed, 0.1 + 0.2, 1 / 3)) for seed in (1, 2)]
    runs.extend(
        [
            RunRow(str(folder), "Base", "base", "builtin", seed, 3, 1.0, curve=read_run(folder).epochs)
            for seed, folder in enumerate(folders, 1)
        ]
    )
    plot.add_kept("Base", 3, 3, "g", [epoch(number, 1 / number) for number in (1, 2, 3)])
    with qtbot.waitExposed(plot):
        plot.show()
    export = CurveExport(plot, runs)
    yield export
    assert export.shut_down(2000)
    plot.close()


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_that_the_exported_curves_are_the_metrics_of_each_run_digit_for_digit(export):
    exported = rows(curves_csv(export._runs.rows))
    kept = [
        line for row in export._runs.rows for line in rows((Path(row.folder) / "metrics.csv").read_text())
    ]
    assert [{name: line[name] for name in kept[0]} for line in exported] == kept


def test_that_the_table_names_each_run_with_its_best_and_last_epoch(export):
    first, second = rows(runs_csv(export._runs.rows))
    assert (first["seed"], second["seed"]) == ("1", "2")
    assert first["best_epoch"] == "2"
    assert float(first["best_test_loss"]) == 0.1 + 0.2
    assert float(first["last_test_loss"]) == 1 / 3


def test_that_a_run_without_an_epoch_has_empty_cells(export):
    export._runs.add(RunRow("folder", "Base"))
    assert rows(runs_csv(export._runs.rows))[-1]["best_test_loss"] == ""


def test_that_a_name_with_commas_and_quotes_stays_one_cell(export):
    export._runs.rows[0].name = 'a, "b"\nc'
    assert rows(curves_csv(export._runs.rows))[0]["run"] == 'a, "b"\nc'


def test_that_a_file_is_written_and_told(export, qtbot, tmp_path):
    with qtbot.waitSignal(export.said):
        figure = view_figure(export._plot)
        export.save(tmp_path / "curves.png", lambda: as_png(figure))
    assert (tmp_path / "curves.png").stat().st_size > 5000


def test_that_a_place_that_cannot_be_written_is_a_sentence(export, qtbot, tmp_path):
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(export.failed):
        export.save(tmp_path / "file" / "curves.csv", lambda: b"")


def test_that_the_weights_are_those_of_the_best_epoch(export, qtbot, tmp_path):
    row = export._runs.rows[0]
    (Path(row.folder) / "best.safetensors").write_bytes(b"weights")
    with qtbot.waitSignal(export.said):
        export.save_weights(row, tmp_path / "w.safetensors")
    assert (tmp_path / "w.safetensors").read_bytes() == b"weights"


def test_that_a_run_without_weights_says_so_and_leaves_no_file(export, qtbot, tmp_path):
    with qtbot.waitSignal(export.failed):
        export.save_weights(export._runs.rows[0], tmp_path / "w.safetensors")
    assert not (tmp_path / "w.safetensors").exists()


def test_that_control_e_opens_the_menu(export, qtbot):
    export.add_shortcut(export._plot)
    export._plot.activateWindow()
    export._plot.setFocus()
    export._plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    export._plot.setFocus()
    qtbot.waitUntil(export._plot.hasFocus)
    qtbot.keyClick(export._plot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert export.menu.isVisible()
    export.menu.close()


def test_that_every_figure_and_table_of_the_ticked_runs_is_written_in_one_go(export, qtbot, tmp_path):
    first, second = export._runs.rows
    second.setup, second.is_checked, first.is_checked = "swapped", True, True
    with qtbot.waitSignal(export.said) as told:
        export.save_all(tmp_path / "figures")
    names = {path.name for path in (tmp_path / "figures").iterdir()}
    stems = (
        "figure-1-base-seed-1",
        "figure-2-swapped-seed-2",
        "figure-5-train-overlay",
        "figure-6-test-overlay",
    )
    assert names == {f"{stem}.{end}" for stem in stems for end in ("png", "svg", "pdf")} | {
        "runs.csv",
        "curves.csv",
    }
    assert "14 files" in str(told.args[0])
    assert rows((tmp_path / "figures" / "curves.csv").read_text())[0]["run"] == "Base"


def test_that_there_is_nothing_to_export_in_one_go_without_a_ticked_run(export):
    assert not export.every.isEnabled()
    export._runs.show_run(export._runs.rows[0])
    assert export.every.isEnabled()
