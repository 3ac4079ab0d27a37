"""The form of the next run, which shows whatever the experiments declare."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QFileDialog, QLineEdit

from tplab_gui.core import experiments
from tplab_gui.core.experiments import EXPERIMENTS, Experiment, Parameter
from tplab_gui.core.settings import Settings
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.run_form import RunForm
from tplab_gui.ui.widgets.tab import TabContext


@pytest.fixture
def form(qtbot):
    form = RunForm()
    qtbot.addWidget(form)
    qtbot.addWidget(form.more)
    form.show()
    return form


def choose(form, name):
    form.study.setCurrentIndex(form.study.findData(name))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_that_an_untouched_form_gives_the_declared_defaults(form, name):
    choose(form, name)
    params = form.params()
    assert params == EXPERIMENTS[name].params(params.run_root, data="builtin")


def test_that_setups_are_offered_only_where_there_is_a_choice(form):
    assert form.setup.isVisible()
    choose(form, "spoken-digits")
    assert not form.setup.isVisible()
    assert "hear digits" in form.explanation.text()
    choose(form, "mnist-loss")
    assert form.setup.isVisible()
    assert "with dropout" in form.explanation.text()


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_that_every_declared_parameter_has_a_field_with_a_name_and_a_tool_tip(form, name):
    choose(form, name)
    assert list(form.more._fields) == [each.name for each in EXPERIMENTS[name].parameters]
    fields = [
        *form.more.findChildren(QAbstractSpinBox),
        *form.more.findChildren(QComboBox),
        *form.more.findChildren(QCheckBox),
        *(field for field in form.more._fields.values() if isinstance(field, QLineEdit)),
    ]
    assert len(fields) == len(EXPERIMENTS[name].parameters) + 1  # and the device
    assert all(field.accessibleName() and field.toolTip() for field in fields)


def test_that_what_is_set_in_the_fields_is_what_the_run_gets(form):
    choose(form, "spoken-digits")
    fields = form.more._fields
    fields["preset"].setCurrentIndex(1)
    fields["split"].setCurrentIndex(2)
    fields["clip_samples"].setValue(16_000)
    fields["momentum"].setValue(0.5)
    fields["shuffle"].setChecked(False)
    params = form.params()
    found = (params.preset, params.split, params.clip_samples, params.momentum, params.shuffle)
    assert found == ("report", "speaker", 16_000, 0.5, False)


def test_that_a_third_experiment_appears_without_a_change_of_the_window(qtbot, monkeypatch):
    third = Experiment(
        "tasting",
        "Tasting",
        "A network learns to taste.",
        "sounds",
        ("base",),
        (1e-4, 1.0),
        (Parameter("momentum", "Momentum", "How much of the last step is added"),),
        {"lr": 0.1, "epochs": 2},
    )
    monkeypatch.setitem(experiments.EXPERIMENTS, "tasting", third)
    form = RunForm()
    qtbot.addWidget(form)
    qtbot.addWidget(form.more)
    choose(form, "tasting")
    assert form.params().experiment == "tasting"
    assert (form.params().lr, form.params().epochs) == (0.1, 2)
    assert list(form.more._fields) == ["momentum"]
    assert form.setup_name("base", "tasting") == "Tasting"


def test_that_changing_the_experiment_does_not_steer_a_run_that_goes_on(form, qtbot):
    with qtbot.assertNotEmitted(form.lr_changed):
        choose(form, "spoken-digits")
    assert form.lr.value == 0.005


def test_that_an_experiment_on_show_keeps_what_was_chosen_and_another_starts_at_its_defaults(form):
    form.epochs.setValue(3)
    form.show_experiment("mnist-loss")
    assert form.params().epochs == 3
    form.show_experiment("spoken-digits")
    assert (form.params().epochs, form.params().lr) == (30, 0.005)


def test_that_each_experiment_offers_its_own_data_and_remembers_a_folder(form, tmp_path, monkeypatch):
    sounds = tmp_path / "my voices"
    sounds.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(sounds))
    choose(form, "spoken-digits")
    assert "Spoken" in form.data.itemText(0)
    form.data.activated.emit(form.data.count() - 1)
    assert Path(form.params().data) == sounds
    choose(form, "mnist-loss")
    assert form.params().data == "builtin"
    choose(form, "spoken-digits")
    assert Path(form.params().data) == sounds


def test_that_fsdd_is_offered_where_it_is(qtbot, tmp_path, monkeypatch):
    recordings = tmp_path / "fsdd" / "recordings"
    recordings.mkdir(parents=True)
    (recordings / "1_theo_0.wav").write_bytes(b"")
    monkeypatch.setenv("TPLAB_DATA", str(tmp_path))
    form = RunForm()
    qtbot.addWidget(form)
    qtbot.addWidget(form.more)
    choose(form, "spoken-digits")
    assert form.params().data == "fsdd"


def test_that_a_setup_is_named_for_people_and_the_only_one_by_its_experiment(form):
    assert form.setup_name("no-dropout") == "No dropout"
    assert form.setup_name("base", "spoken-digits") == "Spoken digits"
    assert form.setup_name("of a later lab", "a later experiment") == "of a later lab"


def test_that_the_folder_of_sounds_is_remembered_like_that_of_pictures(qtbot, tmp_path, monkeypatch):
    settings = Settings()
    for name in ("pens", "voices"):
        (tmp_path / name).mkdir()
    first = TrainingTab(TabContext(settings))
    qtbot.addWidget(first)
    for experiment, folder in (("mnist-loss", "pens"), ("spoken-digits", "voices")):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, f=folder: str(tmp_path / f))
        choose(first.form, experiment)
        last = first.form.data.count() - 1
        first.form.data.setCurrentIndex(last)
        first.form.data.activated.emit(last)
    second = TrainingTab(TabContext(settings))
    qtbot.addWidget(second)
    assert second.form.params().data == str(tmp_path / "pens")
    choose(second.form, "spoken-digits")
    assert second.form.params().data == str(tmp_path / "voices")


def test_that_a_planned_run_names_its_data_in_words(qtbot):
    tab = TrainingTab(TabContext(Settings()))
    qtbot.addWidget(tab)
    tab.add_to_queue()
    choose(tab.form, "spoken-digits")
    tab.add_to_queue()
    names = [plan.name for plan in tab.queue.plans]
    assert "built-in digits" in names[0]
    assert "built-in voices" in names[1]
    assert not any("builtin" in name for name in names)


def test_that_a_saved_split_is_typed_or_looked_for_and_goes_into_the_run(form):
    choose(form, "spoken-digits")
    assert form.params().split_file == ""
    form.more._fields["split_file"].setText("  /data/split ")
    assert form.params().split_file == "/data/split"
