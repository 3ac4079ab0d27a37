"""R10 in sentences: what the panel says is what was counted."""

import numpy as np
import pytest

from tplab_gui.core.events.data import Analyse
from tplab_gui.core.mel_choice import MelChoice, preset
from tplab_gui.speech.clip_analysis import analyse
from tplab_gui.ui.widgets.honesty_panel import HonestyPanel

SAMPLES = np.zeros(8000, np.float32)


@pytest.fixture
def panel(qtbot):
    made = HonestyPanel()
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    return made


def show(panel, choice):
    seen = analyse(Analyse(SAMPLES, 8000, choice))
    panel.show_bands(seen)
    return seen.heard


def test_that_the_report_is_told_its_empty_bands_by_number_and_hz_and_its_wrong_rate(panel):
    heard = show(panel, preset("report", 8000))
    text = panel.bands.text()
    assert text.startswith(f"{len(heard.empty)} of 128 bands are empty")
    for band in heard.empty:
        assert f"{band} ({heard.corners_hz[band + 1] / 2:.0f} Hz)" in text
    assert str(heard.n_fft_enough) in panel.cure.text()
    assert f"{heard.n_mels_enough} bands" in panel.cure.text()
    assert "8000 samples a second, the program believes 16000" in panel.rate.text()
    assert "A tone of 1000 Hz stands at 2000 Hz" in panel.rate.text()
    assert panel.ends.text() == "Axis before: up to 8000 Hz. Axis after: up to 4000 Hz."
    assert panel.axis.isVisible()


def test_that_a_picture_without_a_fault_is_told_so(panel):
    show(panel, preset("torchaudio", 8000))
    assert panel.bands.text().startswith("All 128 bands hear something")
    assert "8000 Hz: the Hz axis is right" in panel.rate.text()
    assert not panel.axis.isVisible()
    assert not panel.cure.isVisible()
    assert panel.summary(analyse(Analyse(SAMPLES, 8000, preset("torchaudio", 8000))).heard) == ""


def test_that_many_empty_bands_are_counted_not_listed(panel):
    heard = show(panel, MelChoice(n_fft=128, window_samples=128, n_mels=200, f_min_hz=0))
    assert len(heard.empty) > 20
    assert f"and {len(heard.empty) - 8} more" in panel.bands.text()


def test_that_a_rate_believed_too_low_draws_too_low(panel):
    show(panel, MelChoice(assumed_rate_hz=4000))
    assert "2 times too low" in panel.rate.text()
    assert "stands at 500 Hz" in panel.rate.text()


def test_that_the_drawn_bank_marks_the_empty_bands_at_their_centres(panel):
    heard = show(panel, preset("report", 8000))
    marked_hz, _ = panel.bank._marks.getData()
    np.testing.assert_allclose(marked_hz, heard.corners_hz[1:-1][list(heard.empty)])


def test_that_the_axis_is_chosen_here(panel, qtbot):
    show(panel, preset("report", 8000))
    with qtbot.waitSignal(panel.axis_changed) as caught:
        panel.axis.choose(1)
    assert caught.args == [False]
    assert "13 (220 Hz)" in panel.bands.text()  # and 110 Hz as it is
