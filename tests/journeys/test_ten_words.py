"""Ten words through a microphone without a sound card: PulseAudio, PortAudio, the real window, ten answers."""

import numpy as np
import pytest

from tests.speech.sources import said
from tplab_gui.core.events.digits import DigitScores
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext

DIGITS = [7, 2, 0, 9, 4, 1, 6, 3, 8, 5]
PATIENCE_MS = 60_000


@pytest.fixture
def window(qtbot, qapp, virtual_microphone):
    style.apply(qapp, "light")
    window = MainWindow(TabContext(Settings(), simulate=False))
    with qtbot.waitSignal(window.all_ready, timeout=PATIENCE_MS):
        window.show()
    yield window
    window.close()
    for tab in window.tabs.values():
        assert tab.shut_down(20_000)
    assert window._runner.stop(20_000)
    window.deleteLater()


def test_that_ten_words_played_are_ten_words_heard_and_none_is_lost(qtbot, window, virtual_microphone):
    window.show_tab("digits")
    tab = window.tabs["digits"].draw
    qtbot.waitUntil(lambda: tab.sound._level is not None, timeout=PATIENCE_MS)
    answers, show = [], tab.answers.show_scores

    def note(event: DigitScores) -> None:
        if event.source == "audio":
            answers.append(int(np.argmax(event.scores)))
        show(event)

    tab.answers.show_scores = note
    player = virtual_microphone.play(said(DIGITS, 16_000), wait=False)
    qtbot.waitUntil(lambda: len(answers) >= 10, timeout=PATIENCE_MS)
    player.wait(timeout=20)
    qtbot.wait(600)  # an eleventh would come now
    assert answers == DIGITS
    assert tab.sound._level.gaps == 0
    assert tab.hearing.word.picture.seen.digit == DIGITS[-1]
