"""What the sound panel warns of: lost blocks and sound that is cut off."""

import pytest
from PySide6.QtWidgets import QWidget

from tplab_gui.core.events.digits import Level
from tplab_gui.ui.widgets.sound_panel import SoundPanel


@pytest.fixture
def panel(qtbot):
    widget = SoundPanel(QWidget())
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_that_lost_blocks_are_counted_beside_the_level_and_none_are_not_mentioned(panel, qtbot):
    panel.show_level(Level(-30.0, -20.0, False, 0))
    qtbot.waitUntil(lambda: panel.numbers.text() == "−30 dB")
    assert not panel.gaps.isVisible()
    panel.show_level(Level(-30.0, -20.0, False, 3))
    qtbot.waitUntil(panel.gaps.isVisible)
    assert "3" in panel.gaps.text()


def test_that_clipping_is_said_on_the_meter_long_enough_to_be_read_and_then_taken_back(panel):
    panel.show_level(Level(-3.0, 0.0, True, 0))
    frames = 0
    while panel.meter.is_clipping:
        frames += 1
        panel.show_level(Level(-30.0, -20.0, False, 0))
    assert 0.5 * 60 <= frames <= 5 * 60
