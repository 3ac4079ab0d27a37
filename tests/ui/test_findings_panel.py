"""The panel below the curves, fed with runs on disk whose curves are known."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.training.synthetic import curve, falling, u_shaped
from tplab_gui.core.params import SETUPS
from tplab_gui.training import runs
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.findings_panel import FindingsPanel
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow

LONG_MS = 20_000


def kept(root, curve):
    """Write a run directory with these losses, as far as the panel's job reads it."""
    folder = root / f"{curve.setup}-{curve.seed}"
    folder.mkdir(parents=True)
    params = {"setup": curve.setup, "seed": curve.seed, "epochs": 14}
    config = {
        "format": runs.FORMAT,
        "experiment": curve.experiment,
        "setup": curve.setup,
        "seed": curve.seed,
        "params": params,
        "data": {"sha256": "0"},
    }
    (folder / runs.CONFIG).write_text(json.dumps(config))
    (folder / runs.METRICS).write_text(runs.as_csv(list(curve.epochs)))
    lines = [
        {"event": "batches", "epoch": end.epoch, "loss": list(losses)}
        for end, losses in zip(curve.epochs, curve.batch_losses, strict=True)
    ]
    lines.append({"event": "run_end", "reason": curve.state})
    (folder / runs.EVENTS).write_text("".join(json.dumps(line) + "\n" for line in lines))
    return str(folder)


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(660, 500)
    plot.add_run("Base", 10, 14)
    return plot


@pytest.fixture
def panel(plot, qtbot):
    panel = FindingsPanel(plot)
    qtbot.addWidget(panel)
    yield panel
    assert panel.shut_down(LONG_MS)


@pytest.fixture
def overfitted(tmp_path):
    return kept(tmp_path, curve(u_shaped(14, 4)))


@pytest.fixture
def four(tmp_path):
    return [kept(tmp_path, curve(falling(14, 0.1 * i), setup=setup)) for i, setup in enumerate(SETUPS)]


def read(panel, qtbot, folder, others=()):
    panel.show_run(folder, others)
    qtbot.waitUntil(lambda: panel.said is not None and not panel.runner.is_running, timeout=LONG_MS)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(rows):
    return [rows.item(place).text() for place in range(rows.count())]


def test_that_without_a_run_the_panel_takes_no_room(panel):
    assert panel.isHidden()
    panel.show_run("", ())
    assert panel.isHidden()


def test_that_folded_it_is_one_line_with_the_gravest_finding(panel, plot, qtbot, overfitted):
    read(panel, qtbot, overfitted)
    assert panel.headline.toolTip().startswith("Overfitting from epoch 5")
    assert panel.body.isHidden()
    assert panel.sizeHint().height() <= 48
    assert plot.marks.shown == ()


def test_that_unfolded_every_established_finding_is_marked_and_a_chosen_one_alone(
    panel, plot, qtbot, overfitted
):
    read(panel, qtbot, overfitted)
    press(qtbot, panel.unfold)
    assert (4, "lowest test loss") in plot.marks.shown
    assert len(plot.marks.shown) > 1
    panel.findings.setCurrentRow(0)
    assert plot.marks.shown == ((4, "lowest test loss"),)
    lines = [item for item in plot.loss_plot.items if item in {line for _, line in plot.marks._lines}]
    assert [line.value() for line in lines] == [4]
    press(qtbot, panel.unfold)
    assert plot.marks.shown == ()


def test_that_each_sentence_has_a_sign_a_word_and_its_evidence(panel, qtbot, overfitted):
    read(panel, qtbot, overfitted)
    rows = [panel.findings.item(place) for place in range(panel.findings.count())]
    assert [row.text()[0] for row in rows] == ["✓" if f.established else "–" for f in panel.said.findings]
    assert [row.toolTip() for row in rows[:2]] == ["established", "not established"]
    assert "(noise 0.0000)" in rows[0].text()
    assert rows[0].data(Qt.ItemDataRole.AccessibleTextRole).startswith("established · Overfitting")


def test_that_the_table_names_the_missing_runs(panel, qtbot, overfitted):
    read(panel, qtbot, overfitted)
    text = panel.table.label.text()
    assert "Missing: swapped; no dropout; swapped, no dropout." in text


def test_that_four_finished_setups_fill_the_table_and_the_claims(panel, qtbot, four):
    read(panel, qtbot, four[0], four)
    assert "effect of dropout" in panel.table.label.text()
    assert "Missing" not in panel.table.label.text()
    claims = texts(panel.claims)
    assert len(claims) == 13
    assert {line.split(" · ")[0] for line in claims} <= {"✓ holds", "✗ does not hold", "? cannot tell"}
    assert "base (seed 1)" in panel.claims.item(0).toolTip()


def test_that_the_three_views_are_reached_by_their_buttons(panel, qtbot, four):
    read(panel, qtbot, four[0], four)
    press(qtbot, panel.unfold)
    for place in (1, 2, 0):
        press(qtbot, panel.views.button(place))
        assert panel.body.currentIndex() == place


def test_that_another_experiment_has_findings_but_neither_table_nor_claims(panel, qtbot, tmp_path):
    spoken = replace(curve(falling(14)), experiment="spoken-digits")
    read(panel, qtbot, kept(tmp_path, spoken))
    assert panel.findings.count() == 5
    assert [panel.views.button(place).isEnabled() for place in range(3)] == [True, False, False]


def test_that_a_mean_over_seeds_is_said_to_be_one_and_marks_nothing(panel, plot, qtbot, tmp_path):
    folders = [kept(tmp_path, curve(u_shaped(14, 4), seed=seed)) for seed in (1, 2, 3)]
    read(panel, qtbot, folders[0], folders)
    press(qtbot, panel.unfold)
    assert texts(panel.findings)[-1] == "Read from the mean of 3 runs with different seeds."
    panel.findings.setCurrentRow(panel.findings.count() - 1)
    assert plot.marks.shown == ()
    read(panel, qtbot, folders[0], folders[:2])
    qtbot.waitUntil(lambda: panel.findings.count() == 5, timeout=LONG_MS)


def test_that_a_run_without_a_whole_epoch_says_when_there_will_be_something(panel, qtbot, tmp_path):
    read(panel, qtbot, kept(tmp_path, curve([], state="stopped")))
    assert "After the first epoch" in panel.headline.toolTip()


def test_that_choosing_another_run_forgets_the_first_at_once(panel, plot, qtbot, overfitted, tmp_path):
    read(panel, qtbot, overfitted)
    press(qtbot, panel.unfold)
    other = kept(tmp_path / "other", curve(falling(14), seed=2))
    panel.show_run(other, ())
    assert panel.findings.count() == 0
    assert plot.marks.shown == ()
    qtbot.waitUntil(lambda: panel.said is not None and panel.said.folder == other, timeout=LONG_MS)
    assert panel.headline.toolTip().startswith("Plateau")


def test_that_a_folder_that_is_gone_is_told_in_the_panel(panel, qtbot, tmp_path):
    panel.show_run(str(tmp_path / "gone"), ())
    qtbot.waitUntil(lambda: "no training run" in panel.headline.toolTip(), timeout=LONG_MS)


def test_that_asking_many_times_in_a_row_reads_once(panel, qtbot, overfitted):
    started = []
    panel.runner.started.connect(lambda: started.append(1))
    for _ in range(50):
        panel.show_run(overfitted, (overfitted,))
    qtbot.waitUntil(lambda: panel.said is not None and not panel.runner.is_running, timeout=LONG_MS)
    assert len(started) == 1


def test_that_a_panel_that_was_shut_down_reads_no_more(panel, qtbot, overfitted):
    """A run that ends while the window closes changes the list once more."""
    read(panel, qtbot, overfitted)
    assert panel.shut_down(LONG_MS)
    panel.show_run(overfitted, ())
    qtbot.waitUntil(lambda: not panel._gather.isActive(), timeout=LONG_MS)
    assert not panel.runner.is_running


def test_that_marks_keep_their_place_and_take_the_colour_of_another_theme(plot, qapp):
    palette, sheet = qapp.palette(), qapp.styleSheet()
    try:
        colours = []
        for choice in ("light", "dark"):
            style.apply(qapp, choice)
            plot.show_marks([(3, "plateau")])
            plot.marks.restyle()
            colours.append(plot.marks._lines[0][1].pen.color().name())
        assert plot.marks.shown == ((3, "plateau"),)
        assert colours == [style.LIGHT.accent, style.DARK.accent]
    finally:
        qapp.setPalette(palette)
        qapp.setStyleSheet(sheet)


def test_that_given_a_list_of_runs_it_follows_the_chosen_one(plot, qtbot, overfitted, tmp_path):
    runs_list = RunList()
    qtbot.addWidget(runs_list)
    panel = FindingsPanel(plot, runs_list)
    qtbot.addWidget(panel)
    other = kept(tmp_path / "other", curve(falling(14), seed=2))
    rows = [RunRow(folder=folder, setup_name="Base") for folder in (overfitted, other)]
    runs_list.extend(rows)
    for row, words in zip(rows, ("Overfitting", "Plateau"), strict=True):
        runs_list.choose(row)
        qtbot.waitUntil(lambda words=words: panel.headline.toolTip().startswith(words), timeout=LONG_MS)
    runs_list.remove(rows[1])
    runs_list.remove(rows[0])
    assert panel.isHidden()
    assert panel.shut_down(LONG_MS)


def test_that_unfolded_it_leaves_two_thirds_to_the_plot_and_folded_nearly_all(plot, panel, qtbot, four):
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(panel.column(QLabel("above")))
    window.resize(660, 580)
    with qtbot.waitExposed(window):
        window.show()
    read(panel, qtbot, four[0], four)
    assert plot.height() > 0.66 * window.height()
    press(qtbot, panel.unfold)
    qtbot.waitUntil(lambda: panel.height() > 100)
    assert plot.height() >= 1.95 * panel.height()
    window.resize(660, 900)
    qtbot.waitUntil(lambda: panel.height() > 240)
    assert plot.height() >= 1.95 * panel.height()
    for each in (panel, plot):  # back to their fixtures
        each.hide()
        each.setParent(None)


def test_that_each_epoch_of_the_chosen_run_is_read_when_it_ends(plot, qtbot, tmp_path):
    runs_list = RunList()
    qtbot.addWidget(runs_list)
    panel = FindingsPanel(plot, runs_list)
    qtbot.addWidget(panel)
    whole = curve(falling(14))
    folder = kept(tmp_path, replace(whole, epochs=(), batch_losses=()))
    row = RunRow(folder=folder, setup_name="Base")
    runs_list.add(row)
    runs_list.choose(row)
    qtbot.waitUntil(lambda: panel.said is not None, timeout=LONG_MS)
    assert panel.said.headline is None
    for count in (1, 14):
        (tmp_path / "base-1" / runs.METRICS).write_text(runs.as_csv(list(whole.epochs[:count])))
        runs_list.add_epoch(row, whole.epochs[count - 1])
        qtbot.waitUntil(lambda: len(panel.said.findings) == 5, timeout=LONG_MS)
    qtbot.waitUntil(lambda: panel.headline.toolTip().startswith("Plateau"), timeout=LONG_MS)
    assert panel.shut_down(LONG_MS)
