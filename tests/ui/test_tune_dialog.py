"""The dialog of a hyper-parameter study, with real studies of tiny runs in their own process."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QInputDialog, QLineEdit

from tplab_gui.core.events.tuning import Importance, StudyOpened, StudySummary, TrialTold
from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams
from tplab_gui.core.search import StudyRequest, parse
from tplab_gui.training import study as studies
from tplab_gui.ui.dialogs.study_door import StudyDoor
from tplab_gui.ui.dialogs.tune import TuneDialog
from tplab_gui.ui.widgets.run_form import RunForm

pytest.importorskip("optuna", reason="an extra: python3 start.py extras")

LONG_MS = 100_000


@pytest.fixture
def params(tmp_path: Path) -> TrainParams:
    given = {"epochs": 1, "limit": 40, "threads": 1, "device": "cpu"}
    return find("mnist-loss").params(str(tmp_path / "runs"), **given)


@pytest.fixture
def dialog(qtbot, params, tmp_path):
    made = TuneDialog(params)
    qtbot.addWidget(made)
    made.form.storage.setText(str(tmp_path / "study.log"))
    yield made
    assert made.shut_down(3000)


def opened(metric="loss") -> StudyOpened:
    settings = {"experiment": "mnist-loss", "epochs": 2, "metric": metric, "validation": 0.2}
    return StudyOpened("lesson", "study.log", 4, parse(("lr=0.01:1,batch_size",), "mnist-loss"), settings)


def trial(number, state, value, **more) -> TrialTold:
    return TrialTold(number, state, value, {"lr": 0.1 * number, "batch_size": 8 * number}, 2, **more)


TRIALS = [
    trial(1, "complete", 0.5),
    trial(2, "pruned", 0.1, reason="worse"),
    trial(3, "complete", 0.4),
    trial(4, "failed", None, reason="The disk is full."),
]


def cells(dialog, column):
    table = dialog.view.table
    return [table.topLevelItem(n).text(column) for n in range(table.topLevelItemCount())]


def test_that_the_form_asks_for_what_it_shows(dialog, params):
    dialog.form._rows["gamma"].box.setChecked(True)
    dialog.form._rows["lr"].low.setText("0.1")
    dialog.form._rows["dropout_hidden"].box.setChecked(False)
    asked = dialog.form.request()
    assert asked.search == ("lr=0.1:100", "batch_size=8:512", "gamma=0.3:1", "dropout_features=0:0.8")
    assert (asked.epochs, asked.limit, asked.validation, asked.metric) == (1, 40, 0.2, "loss")
    assert asked.fixed["dropout_hidden"] == params.dropout_hidden


def test_that_every_field_and_button_of_the_form_explains_itself(dialog):
    for kind in (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit):
        for widget in dialog.form.findChildren(kind):
            if isinstance(widget.parent(), QAbstractSpinBox) or widget.objectName().startswith("qt_"):
                continue
            assert widget.accessibleName() or widget.text()
            assert widget.toolTip(), widget.accessibleName() or widget.text()


def test_that_a_study_is_carried_out_and_its_best_values_are_taken_over(qtbot, dialog, params):
    dialog.form.trials.setValue(2)
    taken = []
    dialog.view.values_taken.connect(taken.append)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert not dialog.primary.isEnabled()
    with qtbot.waitSignal(dialog.runs_changed, timeout=LONG_MS):
        pass
    assert dialog.state.text().startswith("Finished: 2 trials complete")
    assert "On the test set: loss" in dialog.view.best_text.text()
    best = min(dialog.view.trials.values(), key=lambda each: each.value)
    qtbot.mouseClick(dialog.view.take, Qt.MouseButton.LeftButton)
    assert taken == [best.params]
    assert {Path(each.run_dir).parent for each in dialog.view.trials.values()} == {Path(params.run_root)}
    assert dialog.primary.text() == "Take part"


def test_that_stop_keeps_the_study_and_says_so(qtbot, dialog):
    dialog.form.trials.setValue(50)
    dialog.begin()
    qtbot.waitUntil(lambda: any(each.run_dir for each in dialog.view.trials.values()), timeout=LONG_MS)
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    assert dialog.state.text().startswith("Stopped. The study and its runs are kept")
    states = [each.state.name for each in studies.load(dialog.form.storage.text(), "mnist-loss-base").trials]
    assert "RUNNING" not in states


def test_that_an_impossible_range_is_refused_with_a_sentence_and_nothing_is_begun(qtbot, dialog):
    dialog.form._rows["lr"].low.setText("5")
    dialog.form._rows["lr"].high.setText("1")
    dialog.begin()
    assert not dialog.runner.is_running
    assert dialog.state.text() == "✕ 5:1 is no range of lr."
    assert not Path(dialog.form.storage.text()).exists()
    assert dialog.primary.isEnabled()


def test_that_a_study_of_a_file_is_shown_and_may_be_joined(qtbot, dialog, params, monkeypatch):
    where = dialog.form.storage.text()
    for name in ("other", "lesson"):
        begun = studies.begin_or_join(
            StudyRequest(name, where, "mnist-loss", params.run_root, trials=7, epochs=3, search=("lr",))
        )
    done = begun.ask()
    done.suggest_float("lr", 1e-3, 1e2, log=True)
    done.report(0.25, 1)
    begun.tell(done, 0.25)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_more: ("lesson", True))
    dialog.open_study(where)
    qtbot.waitUntil(lambda: bool(dialog.view.trials), timeout=LONG_MS)
    assert dialog.state.text() == "1 of 7 trials done, 0 under way"
    assert (dialog.form.study.text(), dialog.form.epochs.value(), dialog.form.trials.value()) == (
        "lesson",
        3,
        7,
    )
    assert not dialog.form.study.isEnabled()
    assert dialog.form.trials.isEnabled()
    joined = dialog._joined()
    assert (joined.study, joined.trials, joined.search, joined.epochs) == ("lesson", 7, None, None)
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert dialog.form.study.isEnabled()
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    assert dialog.state.text() == "No study yet."


def test_that_a_file_that_is_no_study_is_refused_with_a_sentence(qtbot, dialog, tmp_path):
    (tmp_path / "notes.txt").write_text("not a study\n")
    dialog.open_study(str(tmp_path / "notes.txt"))
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=LONG_MS)
    assert dialog.state.text().startswith("✕ notes.txt is no file of studies")


def test_that_the_table_sorts_by_number_and_puts_what_has_none_last(dialog):
    dialog.receive([opened(), *TRIALS])
    dialog.view.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert cells(dialog, 2) == ["0.1000", "0.4000", "0.5000", "–"]
    assert cells(dialog, 1) == ["– ended early", "✓ complete", "✓ complete", "✕ failed"]


@pytest.mark.parametrize(("metric", "best"), [("loss", 3), ("accuracy", 1)])
def test_that_the_best_trial_is_complete_and_follows_the_metric(dialog, metric, best):
    dialog.receive([opened(metric), *TRIALS])
    assert dialog.view.best().number == best
    assert f"trial {best} " in dialog.view.best_text.text()


def test_that_the_chosen_trial_is_taken_before_the_best(dialog):
    taken = []
    dialog.view.values_taken.connect(taken.append)
    dialog.receive([opened(), *TRIALS])
    dialog.view.plots.trial_chosen.emit(1)  # a click on its dot
    dialog.view.take.click()
    assert taken == [TRIALS[0].params]


def test_that_each_parameter_has_its_dots_where_the_values_are(dialog):
    dialog.receive([opened(), *TRIALS, Importance({"lr": 0.75, "batch_size": 0.25})])
    rate, batch = dialog.view.plots._dots
    assert sorted(rate.data["x"]) == pytest.approx([math.log10(0.1 * n) for n in (1, 2, 3)])
    assert sorted(batch.data["x"]) == pytest.approx([math.log10(8 * n) for n in (1, 2, 3)])
    assert sorted(batch.data["y"]) == pytest.approx(sorted(math.log10(v) for v in (0.5, 0.1, 0.4)))
    labels = [plot.getAxis("bottom").labelText for plot in dialog.view.plots._plots]
    assert labels == ["Learning rate · 75 %", "Batch · 25 %"]


def test_that_many_looks_at_the_test_set_are_told(dialog):
    dialog.receive([opened(), *TRIALS, StudySummary("lesson", 4, 2, 1, 1, 0, TRIALS[2], 0.41, 0.9, 3)])
    text = dialog.view.best_text.text()
    assert "loss 0.4100, accuracy 90.00 %" in text
    assert "looked at the test set 3 times" in text


def test_that_without_optuna_the_dialog_says_how_to_get_it(qtbot, params, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    made = TuneDialog(params)
    qtbot.addWidget(made)
    assert "optuna" in made.state.text()
    assert "start.py extras" in made.advice.text()
    assert not made.primary.isEnabled()
    assert not made.other.isEnabled()


def test_that_the_values_of_a_trial_reach_the_form_of_the_tab(qtbot):
    form = RunForm()
    qtbot.addWidget(form)
    form.show_values({"lr": 0.125, "batch_size": 48, "dropout_hidden": 0.3, "momentum": 0.5})
    got = form.params()
    assert (got.lr, got.batch_size, got.dropout_hidden, got.momentum) == (
        0.125,
        48,
        0.3,
        TrainParams.momentum,
    )


def test_that_the_door_opens_with_torch_and_keeps_a_study_that_goes_on(qtbot):
    form = RunForm()
    qtbot.addWidget(form)
    door = StudyDoor(form, form)
    assert not door.button.isEnabled()
    door.set_ready()
    form.epochs.setValue(9)
    door.button.click()
    assert door.dialog.form.epochs.value() == 9
    first = door.dialog
    door.button.click()
    assert door.dialog is first
    first.close()
    form.epochs.setValue(3)
    door.button.click()
    assert door.dialog.form.epochs.value() == 3
    assert door.shut_down(1000)
