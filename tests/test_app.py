"""The window that follows the language: another one takes its place, with everything in the other tongue."""

import pytest

from tplab_gui.app import Lab, install_language
from tplab_gui.core.settings import Settings

SOON_MS = 60_000


@pytest.fixture
def lab(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path))
    install_language(qapp, "en")
    made = Lab(qapp, Settings(language="en", tab="data"), simulate=True)
    made.window.show()
    qtbot.waitUntil(lambda: not made.window.waiting_for(), timeout=SOON_MS)
    yield made
    made.window.close()
    made.window.deleteLater()
    install_language(qapp, "en")


def names(lab):
    return [lab.window.pages.tabText(place) for place in range(lab.window.pages.count())]


def test_that_a_chosen_language_is_spoken_at_once_and_the_tab_stays(lab, qtbot):
    before = names(lab)
    first = lab.window
    first.header._on_language("fr")
    qtbot.waitUntil(lambda: lab.window is not first and not lab.window.waiting_for(), timeout=SOON_MS)
    assert names(lab) != before
    assert "Apprentissage" in names(lab)
    assert lab.window.pages.currentIndex() == 3
    assert not lab.is_left_running
    second = lab.window
    lab.window.header._on_language("en")
    qtbot.waitUntil(lambda: lab.window is not second and not lab.window.waiting_for(), timeout=SOON_MS)
    assert names(lab) == before


def test_that_a_run_is_not_broken_off_by_another_language(lab, qtbot):
    training = lab.window.tabs["training"]
    training.form.epochs.setValue(50)
    training.start_or_pause()
    qtbot.waitUntil(lambda: training.runner.is_running)
    window = lab.window
    lab.speak("fr")
    assert lab.window is window
    assert training.runner.is_running
    assert window.notices.isVisible()
