"""The word beside the answer: its colours, its frame, and the sound of its hot part."""

import sys

import numpy as np
import pytest

from tests.speech.sources import said
from tests.speech.test_microphone import PortAudio
from tplab_gui.core.events.data import PlayPart
from tplab_gui.core.events.digits import WordSeen
from tplab_gui.ui.widgets.word_panel import WordPanel
from tplab_gui.ui.widgets.word_picture import _frame

HOP_S = 0.0125
CENTRES_HZ = np.geomspace(130, 3700, 40)


def seen(picture, heat, hot=(0.25, 0.5, CENTRES_HZ[10], CENTRES_HZ[19])):
    time = np.array([1.0, -0.5, 0.0, 2.0], np.float32)
    samples = said([7], 8000)[:8956]
    return WordSeen(0.1, 0.6, samples, 8000, picture, HOP_S, CENTRES_HZ, 7, heat, time, 2.5, hot)


@pytest.fixture
def panel(qtbot, monkeypatch):
    monkeypatch.setitem(
        sys.modules, "sounddevice", PortAudio()
    )  # no loudspeaker: the place moves on in silence
    widget = WordPanel()
    qtbot.addWidget(widget)
    widget.resize(200, 220)
    widget.show()
    widget.player.start()
    yield widget
    assert widget.shut_down(5000)


def test_that_without_a_word_nothing_can_be_played(panel):
    assert not panel.whole.isEnabled()
    assert not panel.hot.isEnabled()
    panel.play_hot()
    assert not panel.player.is_playing
    assert not panel.grab().isNull()


def test_that_sound_is_light_heat_is_coloured_and_low_bands_are_below(panel):
    picture, heat = np.zeros((40, 88), np.float32), np.zeros((40, 88), np.float32)
    picture[5, 10], heat[30, 60] = 1.0, 1.0
    panel.show_word(seen(picture, heat))
    pixels = panel.picture.pixels().astype(int)
    assert pixels.shape == (40, 88, 3)
    loud, hot, quiet = pixels[39 - 5, 10], pixels[39 - 30, 60], pixels[20, 20]
    assert loud.min() > 100
    assert np.ptp(loud) < 10  # grey
    assert hot[0] > 100
    assert hot[0] > hot[2] + 20  # inferno's end is yellow
    assert quiet.max() < 10


def test_that_the_frame_stands_where_the_hot_part_is(panel):
    from PySide6.QtCore import QRectF

    picture = np.zeros((40, 88), np.float32)
    frame = _frame(seen(picture, picture), QRectF(0, 0, 880, 400))
    assert frame.left() == pytest.approx(200)
    assert frame.right() == pytest.approx(400)
    assert frame.bottom() == pytest.approx(400 - 10 * 10)
    assert frame.top() == pytest.approx(400 - 20 * 10)


def test_that_only_the_hot_part_is_played_and_then_the_whole_word_again(panel, qtbot):
    picture = np.zeros((40, 88), np.float32)
    word = seen(picture, picture)
    panel.show_word(word)
    panel.hot.click()
    assert panel.player._part == PlayPart(*word.hot)
    assert panel.player.is_playing
    assert not panel.hot.isEnabled()
    qtbot.waitUntil(lambda: not panel.player.is_playing, timeout=10_000)
    qtbot.waitUntil(panel.hot.isEnabled)
    panel.whole.click()
    assert panel.player._part == PlayPart()
    panel.whole.click()  # stops
    qtbot.waitUntil(lambda: not panel.player.is_playing, timeout=10_000)


def test_that_switched_off_it_shows_nothing_and_says_so_to_who_computes(panel, qtbot):
    picture = np.ones((40, 88), np.float32)
    panel.show_word(seen(picture, picture))
    with qtbot.waitSignal(panel.explains_changed) as told:
        panel.switch.click()
    assert told.args == [False]
    assert panel.picture.seen is None
    assert not panel.picture.isVisible()
    assert not panel.hot.isVisible()


def test_that_a_screen_reader_hears_where_the_hot_part_is(panel):
    picture = np.zeros((40, 88), np.float32)
    panel.show_word(seen(picture, picture, hot=(0.25, 0.5, 300.0, 800.0)))
    assert panel.picture.accessibleName() == "What decided for 7: 0.25 to 0.50 s of the window, 300 to 800 Hz"
