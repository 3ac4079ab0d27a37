"""The table of runs side by side."""

import pytest
from PySide6.QtCore import Qt

from tests.kept_runs import make_run
from tplab_gui.core.paths import runs_dir
from tplab_gui.core.settings import Settings
from tplab_gui.training.runs import read_run
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.run_compare import CompareDialog
from tplab_gui.ui.widgets.run_row import RunRow
from tplab_gui.ui.widgets.tab import TabContext


def row(root, seed, losses, **options):
    folder = make_run(root, seed, losses, **options)
    return RunRow(str(folder), f"Run {seed}", data="builtin", seed=seed, curve=read_run(folder).epochs)


def cells(dialog):
    """Return the lines of the table by their names."""
    table = dialog.table
    return {
        table.verticalHeaderItem(line).text(): [
            table.item(line, column).text() for column in range(table.columnCount())
        ]
        for line in range(table.rowCount())
    }


@pytest.fixture
def compare(qtbot):
    def made(*rows):
        dialog = CompareDialog(list(rows))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        return dialog

    return made


def test_that_only_what_differs_is_shown_and_the_rest_on_request(compare, tmp_path):
    dialog = compare(row(tmp_path, 1, (1.0, 0.5)), row(tmp_path, 2, (1.0, 0.6), batch_size=32, limit=96))
    table = cells(dialog)
    assert table["Seed"] == ["1", "2"]
    assert table["Batch"] == ["64", "32"]
    assert table["At most"] == ["all examples", "96"]
    assert "Decay" not in table
    assert "3 parameters" in dialog.head.text()
    dialog.equal.setChecked(True)
    assert cells(dialog)["Decay"] == ["0.7", "0.7"]
    assert cells(dialog)["Data"] == ["built-in digits"] * 2


def test_that_the_best_of_each_line_is_marked_and_not_by_weight_alone(compare, tmp_path):
    dialog = compare(row(tmp_path, 1, (1.0, 0.2, 0.5)), row(tmp_path, 2, (1.0, 0.6, 0.4)))
    table = cells(dialog)
    assert table["Best epoch"] == ["2", "3"]
    assert table["Lowest test loss (nats)"] == ["✓ 0.2000", "0.4000"]
    assert table["Last test loss (nats)"] == ["0.5000", "✓ 0.4000"]


def test_that_equal_runs_say_so_and_none_is_best(compare, tmp_path):
    one = row(tmp_path, 1, (1.0, 0.5))
    dialog = compare(one, one)
    assert "same parameters" in dialog.head.text()
    assert "✓" not in str(cells(dialog))


def test_that_a_run_without_an_epoch_or_with_a_lost_config_has_dashes(compare, tmp_path):
    empty = RunRow(str(tmp_path / "gone"), "Gone")
    table = cells(compare(row(tmp_path, 1, (1.0,)), empty))
    assert table["Lowest test loss (nats)"] == ["1.0000", "–"]
    assert table["Seed"] == ["1", "–"]


def test_that_c_compares_the_ticked_runs(qtbot):
    for seed in (1, 2, 3):
        make_run(runs_dir(), seed)
    tab = TrainingTab(TabContext(Settings()))
    qtbot.addWidget(tab)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.start()
    qtbot.waitUntil(lambda: len(tab.list.rows) == 3 and not tab.shelf.runner.is_running, timeout=20_000)
    tab.list.tree.setCurrentItem(tab.list.tree.topLevelItem(0))
    tab.list.show_run(tab.list.rows[0])
    assert not tab.run_actions.compare.isEnabled()
    tab.list.show_run(tab.list.rows[2])
    tab.list.tree.setFocus()
    qtbot.keyClick(tab.list.tree, Qt.Key.Key_C)
    (dialog,) = tab.findChildren(CompareDialog)
    assert cells(dialog)["Seed"] == ["1", "3"]
    dialog.close()
    assert tab.shut_down(20_000)
