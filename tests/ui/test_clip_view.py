"""Figure 7 under the mouse and under the keys: read-out, zoom, parts."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tplab_gui.core.events.data import Analyse, PlayPart
from tplab_gui.core.mel_choice import preset
from tplab_gui.speech.clip_analysis import analyse
from tplab_gui.ui.widgets.clip_plots import ClipLook
from tplab_gui.ui.widgets.clip_view import ClipView

RATE_HZ = 8000
TONE = (0.5 * np.sin(2 * np.pi * 1000 * np.arange(RATE_HZ) / RATE_HZ)).astype(np.float32)


def seen(name="eye", samples=TONE):
    return analyse(Analyse(samples, RATE_HZ, preset(name, RATE_HZ)))


@pytest.fixture
def view(qtbot):
    made = ClipView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_clip(seen(), RATE_HZ, ClipLook())
    return made


def drag(view, plot, start, end):
    """Drag with the left button between two places in the coordinates of a plot."""
    box, surface = plot.getViewBox(), view.plots.viewport()
    ends = [QPointF(view.plots.mapFromScene(box.mapViewToScene(QPointF(*each)))) for each in (start, end)]
    path = [ends[0], *(ends[0] + (ends[1] - ends[0]) * part / 8 for part in range(1, 9))]
    for number, (kind, at) in enumerate(
        [(QEvent.Type.MouseButtonPress, path[0])]
        + [(QEvent.Type.MouseMove, at) for at in path[1:]]
        + [(QEvent.Type.MouseButtonRelease, path[-1])]
    ):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if number == 9 else Qt.MouseButton.LeftButton
        place = surface.mapToGlobal(at)
        QApplication.sendEvent(
            surface, QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier)
        )


def test_that_the_cross_reads_time_sample_amplitude_frequency_and_level(view):
    row = view.plots.mel_axis.row_of_hz(1000)
    view.point_at(0.5, round(row))
    band = round(row)
    hz = view.plots.mel_axis.hz_of_row(band)
    level = view.plots.seen.level_db[band, 100]  # every 5 ms
    text = view.readout.text()
    assert text.startswith("0.5000 s · sample 4000 · ")
    assert f"{float(TONE[4000]):+.3f}" in text
    assert f"{hz:.0f} Hz" in text
    assert f"band {band}" in text
    assert f"{level:.1f} dB" in text
    assert level > -15


def test_that_arrow_keys_walk_by_a_column_and_by_a_band(view):
    view.point_at(0.5, 20)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "0.5050 s" in view.readout.text()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert "band 21" in view.readout.text()


def test_that_both_pictures_zoom_together_and_show_all_again(view):
    view.point_at(0.25, None)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    ranges = [plot.getViewBox().viewRange()[0] for plot in (view.plots.wave, view.plots.mel)]
    assert ranges[0] == pytest.approx(ranges[1])
    assert ranges[0][1] - ranges[0][0] == pytest.approx(0.7)
    view.plots.whole()
    assert view.plots.mel.getViewBox().viewRange()[0] == pytest.approx([0, 1])


def test_that_the_axes_count_samples_above_and_seconds_below(view):
    assert view.plots.wave.getAxis("top").scale == RATE_HZ


def test_that_a_drag_in_the_waveform_chooses_a_span(view):
    drag(view, view.plots.wave, (0.2, 0), (0.6, 0))
    part = view.chosen.get()
    assert (part.start_s, part.end_s) == pytest.approx((0.2, 0.6), abs=0.01)
    assert (part.low_hz, part.high_hz) == (0, 0)


def test_that_a_drag_in_the_spectrogram_chooses_a_band(view):
    axis = view.plots.mel_axis
    drag(view, view.plots.mel, (0.5, axis.row_of_hz(500)), (0.5, axis.row_of_hz(2000)))
    part = view.chosen.get()
    assert (part.low_hz, part.high_hz) == pytest.approx((500, 2000), rel=0.03)
    assert (part.start_s, part.end_s) == (0, 0)


def test_that_a_click_chooses_nothing(view):
    drag(view, view.plots.wave, (0.2, 0), (0.2, 0))
    assert view.chosen.get() == PlayPart()


def test_that_a_band_that_touches_the_top_is_open_above(view):
    axis = view.plots.mel_axis
    drag(view, view.plots.mel, (0.5, axis.row_of_hz(500)), (0.5, 90.0))
    assert view.chosen.get().high_hz == 0


def test_that_a_band_is_in_true_hz_whatever_the_axis_says_and_stays_with_other_settings(view):
    view.chosen.choose(PlayPart(low_hz=500, high_hz=2000))
    for look in (ClipLook(is_axis_true=False), ClipLook()):
        view.show_clip(seen("report"), RATE_HZ, look)
        part = view.chosen.get()
        assert (part.low_hz, part.high_hz) == pytest.approx((500, 2000), rel=0.02)


def test_that_esc_lets_go_and_another_clip_does_too(view, qtbot):
    view.chosen.choose(PlayPart(0.1, 0.2))
    with qtbot.waitSignal(view.chosen.changed):
        view.chosen.clear()
    assert view.chosen.get() == PlayPart()
    view.chosen.choose(PlayPart(0.1, 0.2))
    view.show_clip(seen(samples=TONE.copy()), RATE_HZ, ClipLook())
    assert view.chosen.get() == PlayPart()


def test_that_other_settings_keep_the_zoom(view):
    view.zoom(0.5)
    before = view.plots.wave.getViewBox().viewRange()[0]
    view.show_clip(seen("recogniser"), RATE_HZ, ClipLook())
    assert view.plots.wave.getViewBox().viewRange()[0] == pytest.approx(before)


def test_that_the_axis_as_believed_says_twice_the_hz(view):
    view.show_clip(seen("report"), RATE_HZ, ClipLook())
    true_hz = view.plots.mel_axis.hz_of_row(100)
    view.show_clip(seen("report"), RATE_HZ, ClipLook(is_axis_true=False))
    assert view.plots.mel_axis.hz_of_row(100) == pytest.approx(2 * true_hz)


def test_that_a_frame_that_is_not_centred_is_drawn_where_it_was_heard(view):
    view.show_clip(seen("recogniser"), RATE_HZ, ClipLook())
    params = preset("recogniser", RATE_HZ)
    assert view.plots.first_column_s() == params.n_fft / 2 / RATE_HZ


def test_that_what_is_chosen_is_said_in_seconds_and_hz(view):
    view.chosen.choose(PlayPart(0.1, 0.25, 500, 2000))
    assert "0.100 to 0.250 s, 500 to 2000 Hz" in view.readout.text()


def test_that_shift_and_arrows_choose_without_a_mouse(view):
    view.point_at(0.5, 20)
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, shift)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down, shift)
    part, axis = view.chosen.get(), view.plots.mel_axis
    assert (part.start_s, part.end_s) == pytest.approx((0.5, 0.52))
    assert (part.low_hz, part.high_hz) == pytest.approx((axis.hz_of_row(16.5), axis.hz_of_row(20.5)))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen.get() == part
