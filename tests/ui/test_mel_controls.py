from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tplab_gui.core.mel_choice import PRESETS, preset
from tplab_gui.ui.widgets.clip_plots import ClipLook
from tplab_gui.ui.widgets.mel_controls import MelControls
from tplab_gui.ui.widgets.refusable_field import DoublingSpinBox


@pytest.fixture
def controls(qtbot):
    made = MelControls()
    qtbot.addWidget(made)
    made.set_clip(8000, 8000)
    made.asked_for = []
    made.choice_changed.connect(lambda: made.asked_for.append(made.choice))
    made.show()
    return made


@pytest.mark.parametrize("name", PRESETS)
def test_that_a_preset_fills_every_field(controls, name):
    controls.choose_preset(name)
    assert controls.choice == controls.form.choice() == preset(name, 8000)
    assert controls.presets.currentData() == name


def test_that_a_changed_field_makes_the_settings_ones_own_and_back_again(controls):
    hop = controls.form.fields["hop_samples"].field
    hop.setValue(41)
    assert controls.presets.currentData() == ""
    assert controls.asked_for == [replace(preset("eye", 8000), hop_samples=41)]
    hop.setValue(40)
    assert controls.presets.currentData() == "eye"


@pytest.mark.parametrize(
    ("field", "value"),
    [("window_samples", 300), ("f_min_hz", 4500.0), ("f_max_hz", 5000.0), ("f_max_hz", 30.0)],
)
def test_that_what_cannot_be_is_refused_beside_its_field_and_not_drawn(controls, field, value):
    controls.form.fields[field].field.setValue(value)
    refused = {name for name, each in controls.form.fields.items() if each.reason.isVisible()}
    assert len(refused) == 1
    reason = controls.form.fields[refused.pop()].reason.text()
    assert reason.endswith(".")
    assert controls.asked_for == []
    assert controls.choice == preset("eye", 8000)


def test_that_the_reason_goes_with_the_mistake(controls):
    controls.form.fields["f_max_hz"].field.setValue(5000)
    controls.form.fields["f_max_hz"].field.setValue(3000)
    assert not any(each.reason.isVisible() for each in controls.form.fields.values())
    assert controls.asked_for[-1].f_max_hz == 3000


def test_that_reset_brings_the_settings_for_the_eye_back(controls):
    controls.choose_preset("report")
    controls.range_db.setValue(40)
    controls.colour_map.setCurrentText("viridis")
    assert controls.look == ClipLook("viridis", 40)
    QTest.mouseClick(controls.reset_button, Qt.MouseButton.LeftButton)
    assert controls.choice == preset("eye", 8000)
    assert controls.look == ClipLook()


def test_that_a_preset_follows_the_rate_of_the_next_clip_and_own_settings_stay(controls):
    controls.set_clip(16000, 16000)
    assert controls.choice == preset("eye", 16000)
    controls.form.fields["n_mels"].field.setValue(50)
    own = controls.choice
    controls.set_clip(8000, 8000)
    assert controls.choice == own


def test_that_own_settings_that_do_not_fit_the_next_clip_say_so_and_something_is_drawn(controls):
    controls.set_clip(16000, 16000)
    controls.form.fields["f_max_hz"].field.setValue(7000)
    controls.set_clip(8000, 8000)
    assert controls.form.fields["f_max_hz"].reason.isVisible()
    assert controls.choice == preset("eye", 8000)
    assert controls.form.choice().f_max_hz == 7000


def test_that_every_field_can_be_named_by_a_screen_reader(controls):
    for each in controls.form.fields.values():
        assert each.field.accessibleName()
        assert each.field.toolTip()


@pytest.mark.parametrize(
    ("start", "steps", "end"), [(256, 1, 512), (256, -1, 128), (400, 1, 512), (400, -1, 256)]
)
def test_that_arrows_go_to_powers_of_two(qtbot, start, steps, end):
    field = DoublingSpinBox()
    qtbot.addWidget(field)
    field.setRange(1, 16384)
    field.setValue(start)
    field.stepBy(steps)
    assert field.value() == end
