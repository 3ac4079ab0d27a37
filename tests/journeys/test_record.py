"""The journey of a voice through the real window: recorded, adapted to, used, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.test_window import closed_window, window  # noqa: F401  fixtures
from tplab_gui.core.events.recording import KeepTake
from tplab_gui.data.recordings import keep, kept_clips
from tplab_gui.data.sounds import read_sound
from tplab_gui.data.spoken import list_clips

PATIENCE_MS = 60_000


def test_that_takes_are_recorded_adapted_to_used_by_the_digits_tab_and_taken_back(qtbot, window):  # noqa: F811
    for clip in list_clips("builtin", "en"):  # of an earlier day: the journey itself records three
        if clip.speaker == "arthur" and clip.index < 2:
            keep(KeepTake(read_sound(clip.path).samples, 8000, clip.digit, "ada", "en"))
    window.show_tab("data")
    tab = window.tabs["data"]
    page = tab.show_page("record")
    page.form.speaker.setText("ada")
    qtbot.waitUntil(page.deck.main.isEnabled, timeout=PATIENCE_MS)
    QTest.keyClick(page.stage, Qt.Key.Key_Space)
    digits = []
    for _ in range(3):
        qtbot.waitUntil(lambda: page.session.state == "review", timeout=PATIENCE_MS)
        digits.append(page.session.digit)
        QTest.keyClick(page.stage, Qt.Key.Key_Return)
    QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.panel.list.count() == 23, timeout=PATIENCE_MS)
    assert {f"{digit}_ada_2.wav" for digit in digits} <= {clip.path.name for clip in kept_clips()}

    page.views.choose(1)
    panel = page.adapt.panel
    panel.button.click()
    qtbot.waitUntil(lambda: panel.use.isVisible() and panel.use.isEnabled(), timeout=2 * PATIENCE_MS)
    if not panel.use.isChecked():
        panel.use.click()
    window.show_tab("digits")
    sound = window.tabs["digits"].draw.sound
    qtbot.waitUntil(sound.adapted.isVisible, timeout=PATIENCE_MS)

    window.show_tab("data")
    panel.revert.click()
    qtbot.waitUntil(lambda: panel.found is None, timeout=PATIENCE_MS)
    window.show_tab("digits")
    qtbot.waitUntil(lambda: not sound.adapted.isVisible(), timeout=PATIENCE_MS)
