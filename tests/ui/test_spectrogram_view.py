"""The spectrogram that scrolls, against a plain array that keeps everything."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tplab_gui.core.events.digits import SpectrogramColumns, WordHeard, WordSeen
from tplab_gui.ui.widgets.spectrogram_view import HIGHEST_DB, SHOWN_S, SpectrogramView

HOP_S, N_MELS = 0.0125, 40
CENTRES_HZ = np.geomspace(130, 3700, N_MELS)


@pytest.fixture
def view(qtbot):
    widget = SpectrogramView()
    qtbot.addWidget(widget)
    widget.resize(700, 250)
    widget.show()
    widget.restart(CENTRES_HZ)
    return widget


def columns(start, count):
    """Columns that tell their number: light falls from one to the next and begins again after 64."""
    values = HIGHEST_DB - np.arange(start, start + count, dtype=np.float32) % 64
    return SpectrogramColumns(start * HOP_S, HOP_S, np.repeat(values[None], N_MELS, axis=0))


def lightness(view):
    """What is shown, as the sum of red, green and blue: it grows with the level in inferno."""
    pixels = view._image.pixels()
    return sum((pixels >> shift) & 255 for shift in (0, 8, 16)).astype(int)


@pytest.mark.parametrize("batch", [1, 3, 170, 700])
def test_that_the_newest_six_seconds_are_shown_in_order_whatever_the_batches(view, batch):
    total, shown = 1400, round(SHOWN_S / HOP_S)
    for start in range(0, total, batch):
        view.extend([columns(start, min(batch, total - start))])
    light = lightness(view)
    assert light.shape == (N_MELS, shown)
    numbers = np.arange(total - shown, total) % 64
    table = {number: light[0, numbers == number] for number in range(64)}
    assert all(len(set(values)) == 1 for values in table.values())  # one level, one colour, everywhere
    assert (np.diff([table[number][0] for number in range(64)]) <= 0).all()
    assert table[0][0] > table[63][0] + 200


def test_that_before_sound_comes_the_past_is_dark(view):
    view.extend([columns(0, 10)])
    light = lightness(view)
    assert light[:, :-10].max() < 10
    assert light[:, -10:].min() > 100


class Paintings(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_that_several_events_of_one_tick_are_one_painting(view):
    QApplication.processEvents()
    paintings = Paintings()
    view._plot.viewport().installEventFilter(paintings)
    view.extend([columns(0, 2), columns(2, 2), columns(4, 2)])
    QApplication.processEvents()
    assert paintings.count == 1


def test_that_ticks_in_hz_stand_at_the_bands_of_that_pitch(view):
    ((major, *_),) = [view._plot.getPlotItem().getAxis("left")._tickLevels]
    ticks = {text: at for at, text in major}
    assert set(ticks) == {"200", "500", "1000", "1500", "2000", "3000"}
    for text, at in ticks.items():
        below, above = CENTRES_HZ[int(at - 0.5)], CENTRES_HZ[int(at - 0.5) + 1]
        assert below <= float(text) <= above


def test_that_a_word_is_framed_where_its_sound_is_and_moves_with_it(view):
    view.extend([columns(0, 160)])  # two seconds
    view.mark(WordHeard(1.0, 1.5))
    assert view._words[0][1].getRegion() == pytest.approx((-1.0, -0.5))
    view.name_last("7")
    assert view._words[0][2].toPlainText() == "7"
    view.extend([columns(160, 80)])
    assert view._words[0][1].getRegion() == pytest.approx((-2.0, -1.5))


def test_that_a_word_that_scrolled_away_is_forgotten(view):
    view.extend([columns(0, 160)])
    view.mark(WordHeard(1.0, 1.5))
    view.extend([columns(160, 480)])
    assert view.marked() == []


def test_that_another_source_begins_with_an_empty_past(view):
    view.extend([columns(0, 160)])
    view.mark(WordHeard(1.0, 1.5))
    view.restart(CENTRES_HZ[:32])
    assert view.marked() == []
    assert lightness(view).shape[0] == 32
    assert lightness(view).max() < 10


def test_that_a_loud_band_is_a_light_line_at_its_height(view):
    """Read from the painted picture: the lightest row is the row of the loud band."""
    level_db = np.full((N_MELS, 480), -85, np.float32)
    level_db[30] = -20
    view.extend([SpectrogramColumns(0.0, HOP_S, level_db)])
    image = view._plot.grab().toImage()
    box = view._plot.getPlotItem().getViewBox().sceneBoundingRect()
    x = round(box.center().x())
    light = [image.pixelColor(x, y).lightness() for y in range(round(box.top()) + 2, round(box.bottom()) - 2)]
    share = 1 - (np.argmax(light) + 2) / box.height()
    assert share * N_MELS == pytest.approx(30.5, abs=1.2)


def test_that_a_message_is_shown_until_it_is_taken_away(view):
    view.set_message("Muted")
    assert view._message.isVisible()
    view.set_message("")
    assert not view._message.isVisible()


def seen(start_s, end_s):
    """What a network looked at; only the times matter here."""
    picture = np.zeros((N_MELS, 88), np.float32)
    window = np.zeros(8956, np.float32)
    times = np.zeros(11, np.float32)
    return WordSeen(
        start_s, end_s, window, 8000, picture, HOP_S, CENTRES_HZ, 7, picture, times, 0.0, (0.0, 0.0, 0.0, 0.0)
    )


def test_that_a_word_that_goes_on_is_framed_from_its_begin_to_now(view):
    view.extend([columns(0, 160)])
    view.show_open(1.5)
    assert view._open.isVisible()
    assert view._open.getRegion() == pytest.approx((-0.5, 0.0))
    view.extend([columns(160, 40)])
    assert view._open.getRegion() == pytest.approx((-1.0, 0.0))
    view.show_open(None)
    assert not view._open.isVisible()


def test_that_what_the_network_looked_at_lies_in_the_frame_and_scrolls_and_goes_with_it(view):
    view.show_window(seen(0.1, 0.4))  # no word yet: nothing to draw into
    view.extend([columns(0, 160)])
    view.mark(WordHeard(1.0, 1.5))
    view.show_window(seen(0.1, 0.4))
    (window,) = view._windows.values()
    assert window[1].getRegion() == pytest.approx((-0.9, -0.6))
    view.extend([columns(160, 80)])
    assert window[1].getRegion() == pytest.approx((-1.9, -1.6))
    view.extend([columns(240, 480)])
    assert view._windows == {}
    assert window[1].scene() is None
