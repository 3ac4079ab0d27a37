"""The Digits tab, driven as a student would: a mouse, a keyboard, a microphone that is there or not."""

import itertools
import sys

import numpy as np
import pytest
import soundfile
from PIL import Image
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest

from tests.speech.sources import said
from tests.speech.test_microphone import PortAudio
from tplab_gui.core.errors import MissingError
from tplab_gui.core.settings import Settings
from tplab_gui.fusion import moment
from tplab_gui.speech import listen
from tplab_gui.ui.widgets.draw_page import DrawPage
from tplab_gui.ui.widgets.tab import TabContext

LEFT = Qt.MouseButton.LeftButton
SECONDS = 20_000  # of patience in ms: the machine may be busy


@pytest.fixture(autouse=True)
def no_sound_card(request, monkeypatch):
    """A machine without inputs, the same everywhere; a test that needs some plugs them in."""
    if "virtual_microphone" not in request.fixturenames:
        monkeypatch.setitem(sys.modules, "sounddevice", PortAudio())


@pytest.fixture
def open_tab(qtbot):
    opened = []

    def make(*, simulate=True, settings=None):
        tab = DrawPage(TabContext(settings or Settings(), simulate))
        qtbot.addWidget(tab)
        tab.notices = []
        tab.notice.connect(lambda error, _kind: tab.notices.append(error))
        tab.resize(1024, 590)
        tab.show()
        opened.append(tab)
        with qtbot.waitSignal(tab.ready, timeout=SECONDS):
            tab.start()
            tab.set_active(True)
        return tab

    yield make
    for tab in opened:
        assert tab.shut_down(5000)


def wait(qtbot, condition):
    qtbot.waitUntil(condition, timeout=SECONDS)


def listening(tab):
    return "listening" in tab.sound.state.text()


def draw(tab, points):
    canvas = tab.ink.canvas
    places = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in points]
    QTest.mousePress(canvas, LEFT, pos=places[0])
    for start, end in itertools.pairwise(places):
        for step in range(1, 11):
            QTest.mouseMove(canvas, start + (end - start) * step / 10)
    QTest.mouseRelease(canvas, LEFT, pos=places[-1])


SEVEN = [(0.2, 0.15), (0.8, 0.12), (0.55, 0.5), (0.4, 0.9)]


def test_that_it_can_be_closed_before_it_was_started(qtbot):
    tab = DrawPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(tab)
    assert tab.shut_down()


def test_that_a_seven_drawn_with_the_mouse_is_read_and_wiped_with_escape(open_tab, qtbot):
    tab = open_tab()
    draw(tab, SEVEN)
    wait(qtbot, lambda: tab.answers.rows["fused"].digit == 7)
    assert tab.answers.rows["image"].digit == 7
    assert tab.answers.rows["image"].is_sure
    assert not tab.ink.preview.is_empty
    assert not tab.ink.heat.is_empty
    assert tab.answers.trust.text() == "trusts: image alone, nothing was heard"
    QTest.keyClick(tab.ink.canvas, Qt.Key.Key_Escape)
    wait(qtbot, lambda: tab.answers.rows["fused"].digit is None)
    assert tab.ink.preview.is_empty
    assert tab.ink.canvas.is_empty


def test_that_the_bars_answer_while_the_pen_is_still_down(open_tab, qtbot):
    tab = open_tab()
    QTest.mousePress(tab.ink.canvas, LEFT, pos=QPoint(100, 60))
    QTest.mouseMove(tab.ink.canvas, QPoint(100, 150))
    QTest.mouseMove(tab.ink.canvas, QPoint(100, 220))
    wait(qtbot, lambda: tab.answers.rows["image"].digit == 1)
    QTest.mouseRelease(tab.ink.canvas, LEFT, pos=QPoint(100, 220))


def test_that_the_simulated_voice_says_seven_and_drawing_and_sound_are_fused(open_tab, qtbot):
    tab = open_tab()
    wait(qtbot, lambda: listening(tab))
    QTest.mouseClick(tab.sound.pad.buttons[7], LEFT)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 7)
    wait(qtbot, lambda: tab.answers.rows["fused"].digit == 7)
    view = tab.sound.spectrogram
    assert len(view.marked()) == 1
    assert view._words[0][2].toPlainText() == "7"
    assert (view._image.pixels() >> 8 & 255).max() > 150  # the word was seen too: green is light in inferno
    draw(tab, SEVEN)
    wait(qtbot, lambda: tab.answers.rows["image"].digit == 7)
    wait(qtbot, lambda: tab.answers.trust.text() == "trusts: image 50 % · sound 50 %")


def test_that_the_slider_decides_when_drawing_and_word_disagree(open_tab, qtbot):
    tab = open_tab()
    wait(qtbot, lambda: listening(tab))
    tab.say(3)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 3)
    tab.ink.draw_sample(7)
    wait(qtbot, lambda: tab.answers.rows["image"].digit == 7)
    tab.answers.slider.setValue(98)
    wait(qtbot, lambda: tab.answers.rows["fused"].digit == 7)
    tab.answers.slider.setValue(2)
    wait(qtbot, lambda: tab.answers.rows["fused"].digit == 3)


@pytest.mark.parametrize("digit", range(10))
def test_that_every_sample_on_the_pad_is_read_as_its_digit(digit, open_tab, qtbot):
    tab = open_tab()
    QTest.keyClick(tab.ink.canvas, Qt.Key(Qt.Key.Key_0 + digit))
    wait(qtbot, lambda: tab.answers.rows["image"].digit == digit)
    assert tab.answers.rows["image"].is_sure


def test_that_ctrl_z_takes_the_last_stroke_back(open_tab, qtbot):
    tab = open_tab()
    tab.ink.draw_sample(1)
    draw(tab, [(0.1, 0.5), (0.9, 0.5)])
    assert len(tab.ink.canvas.strokes()) == 2
    QTest.keyClick(tab.ink.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, lambda: len(tab.ink.canvas.strokes()) == 1)
    wait(qtbot, lambda: tab.answers.rows["image"].digit == 1)


def test_that_m_mutes_and_says_so_and_m_again_listens(open_tab, qtbot):
    tab = open_tab()
    wait(qtbot, lambda: listening(tab))
    QTest.keyClick(tab, Qt.Key.Key_M)
    wait(qtbot, lambda: "muted" in tab.sound.state.text())
    assert "closed" in tab.sound.spectrogram._message.toPlainText()
    QTest.keyClick(tab, Qt.Key.Key_M)
    wait(qtbot, lambda: listening(tab))


def test_that_a_hidden_tab_closes_the_microphone(open_tab, qtbot, monkeypatch):
    library = PortAudio(("USB", 1, 48_000))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    tab = open_tab(simulate=False)
    wait(qtbot, lambda: len(library.open_streams) == 1)
    tab.set_active(False)
    wait(qtbot, lambda: not library.open_streams)
    tab.set_active(True)
    wait(qtbot, lambda: len(library.open_streams) == 1)


def test_that_without_a_microphone_the_simulated_voice_stands_in_and_retry_finds_one(
    open_tab, qtbot, monkeypatch
):
    library = PortAudio()
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    tab = open_tab(simulate=False)
    wait(qtbot, lambda: listening(tab))
    assert tab.params.get().source == "simulated"
    assert tab.sound.problem.isVisible()
    assert "No microphone answered." in tab.sound.problem_text.text()
    assert "simulated voice plays instead" in tab.sound.problem_text.text()
    tab.say(4)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 4)
    library.inputs = PortAudio(("USB", 1, 48_000)).inputs
    QTest.mouseClick(tab.sound.retry, LEFT)
    wait(qtbot, lambda: len(library.open_streams) == 1)
    wait(qtbot, lambda: not tab.sound.problem.isVisible())
    assert tab.sound.choice.currentText() == "Microphone of the system"


def test_that_a_microphone_that_dies_while_listening_is_told_and_comes_back(open_tab, qtbot, monkeypatch):
    monkeypatch.setattr(listen, "RETRY_S", 0.05)
    library = PortAudio(("USB", 1, 48_000))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    tab = open_tab(simulate=False)
    wait(qtbot, lambda: listening(tab))
    devices, library.inputs = library.inputs, []
    library.open_streams[0].finished_callback()
    wait(qtbot, tab.sound.problem.isVisible)
    assert tab.params.get().source == "microphone"  # it was there: the lab waits for it
    library.inputs = devices
    wait(qtbot, lambda: listening(tab))
    assert not tab.sound.problem.isVisible()


def test_that_a_dead_microphone_is_noticed_without_any_callback(open_tab, qtbot, monkeypatch):
    """The fake never delivers a block: after a second the watchdog says so."""
    library = PortAudio(("USB", 1, 48_000))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    tab = open_tab(simulate=False)
    wait(qtbot, tab.sound.problem.isVisible)
    assert "went away" in tab.sound.problem_text.text()


def test_that_a_refused_sample_rate_is_no_obstacle(open_tab, qtbot, monkeypatch):
    library = PortAudio(("USB", 1, 44_100), rates_hz=(48_000,))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    tab = open_tab(simulate=False)
    wait(qtbot, lambda: listening(tab))
    assert tab.sound.source_name.text() == "48 kHz"


def test_that_a_sound_file_plays_through_the_spectrogram_and_can_be_played_again(open_tab, qtbot, tmp_path):
    path = tmp_path / "three.wav"
    soundfile.write(path, said([3], 44_100), 44_100, subtype="PCM_24")
    tab = open_tab()
    tab.sound.choice.open_file(str(path))
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 3)
    wait(qtbot, tab.sound.again.isVisible)
    assert not tab.sound.pad.isVisible()
    QTest.mouseClick(tab.sound.again, LEFT)
    wait(qtbot, lambda: listening(tab))


def test_that_a_file_that_is_no_sound_is_a_sentence_beside_the_source(open_tab, qtbot, tmp_path):
    path = tmp_path / "broken.wav"
    path.write_bytes(b"RIFF")
    tab = open_tab()
    tab.sound.choice.open_file(str(path))
    wait(qtbot, tab.sound.problem.isVisible)
    assert "broken.wav" in tab.sound.problem_text.text()
    tab.say(2)  # the voice is one press away
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 2)
    assert not tab.sound.problem.isVisible()


def test_that_a_picture_of_a_digit_is_read_and_a_broken_one_is_a_notice(open_tab, qtbot, tmp_path):
    paper = np.full((120, 90), 235, np.uint8)
    paper[20:100, 40:50] = 30
    Image.fromarray(paper).save(tmp_path / "one.png")
    (tmp_path / "none.png").write_bytes(b"nothing")
    tab = open_tab()
    tab.ink.open_picture(str(tmp_path / "one.png"))
    wait(qtbot, lambda: tab.answers.rows["image"].digit == 1)
    tab.ink.open_picture(str(tmp_path / "none.png"))
    wait(qtbot, lambda: len(tab.notices) == 1)
    assert "none.png" in str(tab.notices[0])
    tab.ink.draw_sample(7)
    wait(qtbot, lambda: tab.answers.rows["image"].digit == 7)
    assert tab.notices[1:] == [None]


def test_that_a_missing_network_leaves_the_other_sense_at_work(open_tab, qtbot, monkeypatch):
    def gone(_name):
        raise MissingError("The network {name} is not on this machine.", name="digit-sound")

    monkeypatch.setattr(moment, "SoundReader", gone)
    tab = open_tab()
    wait(qtbot, lambda: len(tab.notices) == 1)
    assert "digit-sound" in str(tab.notices[0])
    tab.ink.draw_sample(5)
    wait(qtbot, lambda: tab.answers.rows["fused"].digit == 5)


def test_that_digits_said_in_french_are_understood_and_the_choice_is_remembered(open_tab, qtbot):
    settings = Settings()
    tab = open_tab(settings=settings)
    wait(qtbot, lambda: listening(tab))
    opened = []
    show = tab.sound.show_opened
    tab.sound.show_opened = lambda event: (opened.append(event), show(event))
    tab.sound.language.setCurrentIndex(1)
    tab.sound.language.activated.emit(1)
    assert settings.spoken == "fr"
    wait(
        qtbot, lambda: bool(opened)
    )  # the voice that speaks French; what was asked of the one before is forgotten
    tab.say(7)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 7)
    again = open_tab(settings=settings)
    assert again.sound.language.currentData() == again.params.get().language == "fr"


@pytest.mark.parametrize(
    ("window", "chosen", "heard"), [("fr", "", "fr"), ("en", "", "en"), ("fr", "en", "en")]
)
def test_that_digits_are_said_in_the_language_of_the_window_unless_another_was_chosen(
    open_tab, window, chosen, heard
):
    before = QLocale()
    QLocale.setDefault(QLocale(window))
    try:
        assert open_tab(settings=Settings(spoken=chosen)).params.get().language == heard
    finally:
        QLocale.setDefault(before)


def test_that_a_word_is_heard_while_t_is_held_and_none_otherwise(open_tab, qtbot):
    tab = open_tab()
    wait(qtbot, lambda: listening(tab))
    tab.bar.mode.setCurrentIndex(1)
    tab.bar.mode.activated.emit(1)
    assert tab.params.get().mode == "push"
    tab.say(4)
    view = tab.sound.spectrogram
    qtbot.waitUntil(lambda: view._end_s > 3, timeout=SECONDS)  # said and over
    assert view.marked() == []
    QTest.keyPress(tab.ink.canvas, Qt.Key.Key_T)
    wait(qtbot, view._open.isVisible)
    tab.say(7)
    said_by_s = view._end_s + 1.5
    qtbot.waitUntil(lambda: view._end_s > said_by_s, timeout=SECONDS)
    assert tab.answers.rows["audio"].digit is None  # the key is still down
    QTest.keyRelease(tab.ink.canvas, Qt.Key.Key_T)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 7)
    wait(qtbot, lambda: not view._open.isVisible())
    assert len(view.marked()) == 1


def test_that_a_key_held_in_silence_is_told_beside_the_source_until_a_word_comes(open_tab, qtbot):
    tab = open_tab()
    wait(qtbot, lambda: listening(tab))
    tab.bar.mode.setCurrentIndex(1)
    tab.bar.mode.activated.emit(1)
    QTest.mousePress(tab.bar.talk, LEFT)
    wait(qtbot, tab.sound.spectrogram._open.isVisible)
    QTest.mouseRelease(tab.bar.talk, LEFT)
    wait(qtbot, tab.sound.problem.isVisible)
    assert not tab.sound.retry.isVisible()
    QTest.mousePress(tab.bar.talk, LEFT)
    tab.say(5)
    said_by_s = tab.sound.spectrogram._end_s + 1.5
    qtbot.waitUntil(lambda: tab.sound.spectrogram._end_s > said_by_s, timeout=SECONDS)
    QTest.mouseRelease(tab.bar.talk, LEFT)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 5)
    assert not tab.sound.problem.isVisible()


def test_that_what_decided_is_shown_beside_the_answer_and_not_computed_when_switched_off(open_tab, qtbot):
    tab = open_tab()
    wait(qtbot, lambda: listening(tab))
    tab.say(7)
    wait(qtbot, lambda: tab.hearing.word.picture.seen is not None)
    assert tab.hearing.word.picture.seen.digit == 7
    assert len(tab.sound.spectrogram._windows) == 1
    tab.hearing.word.switch.click()
    assert not tab.params.get().explains
    tab.say(3)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 3)
    assert tab.hearing.word.picture.seen is None
    tab.ink.clear()  # a new moment forgets the sound
    wait(qtbot, lambda: tab.answers.rows["audio"].digit is None)


def test_that_without_a_run_the_way_to_one_is_a_notice(open_tab, qtbot):
    tab = open_tab()
    row = tab.bar.network.count() - 1
    tab.bar.network.activated.emit(row)
    assert "no run of spoken digits" in str(tab.notices[-1])
    assert tab.params.get().network == ""


def test_that_a_microphone_chosen_is_remembered(open_tab, qtbot, monkeypatch):
    library = PortAudio(("USB", 1, 48_000), ("Headset", 1, 16_000), rates_hz=(48_000, 16_000))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    settings = Settings()
    tab = open_tab(settings=settings)
    wait(qtbot, lambda: tab.sound.choice.findText("Headset") >= 0)
    row = tab.sound.choice.findText("Headset")
    tab.sound.choice.setCurrentIndex(row)
    tab.sound.choice.activated.emit(row)
    wait(qtbot, lambda: [stream.device for stream in library.open_streams] == [1])
    assert settings.microphone == "Headset"


def test_that_how_the_lab_listened_and_fused_is_as_it_was_left(open_tab, qtbot):
    settings = Settings()
    tab = open_tab(settings=settings)
    tab.bar.mode.setCurrentIndex(tab.bar.mode.findData("push"))
    tab.bar.mode.activated.emit(tab.bar.mode.currentIndex())
    tab.answers.slider.setValue(80)
    tab.answers.strategy.setCurrentIndex(tab.answers.strategy.findData("late-vote"))
    assert (settings.hearing_mode, settings.fusion, settings.image_trust) == ("push", "late-vote", 80)
    again = open_tab(settings=settings)
    now = again.params.get()
    assert (now.mode, now.fusion, now.image_weight) == ("push", "late-vote", 0.8)
    assert (again.bar.mode.currentData(), again.bar.talk.isVisible()) == ("push", True)
    assert (again.answers.strategy.currentData(), again.answers.slider.value()) == ("late-vote", 80)


def test_that_a_run_that_is_gone_since_the_last_start_leaves_the_labs_network_listening(open_tab, qtbot):
    tab = open_tab(settings=Settings(hearing_network="../../nowhere"))
    wait(qtbot, lambda: not tab.bar.network._runner.is_running)
    assert (tab.params.get().network, tab.bar.network.currentData()) == ("", "")
    assert tab.notices == []


def test_that_every_control_has_a_name_for_the_screen_reader(open_tab):
    from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox

    tab = open_tab()
    nameless = [
        type(widget).__name__
        for kind in (QAbstractButton, QAbstractSlider, QComboBox)
        for widget in tab.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


@pytest.mark.parametrize("size", [(1024, 590), (1400, 850), (1024, 500)])
def test_that_nothing_is_cut_at_any_size(open_tab, size):
    tab = open_tab()
    tab.resize(*size)
    assert (tab.width(), tab.height()) == size
    for widget in (tab.ink.canvas, tab.ink.heat, tab.sound.spectrogram, tab.answers, tab.answers.trust):
        corner = widget.mapTo(tab, QPoint(widget.width(), widget.height()))
        assert 0 < corner.x() <= size[0]
        assert 0 < corner.y() <= size[1]


def test_that_a_microphone_without_a_sound_card_is_heard_in_the_window(open_tab, qtbot, virtual_microphone):
    """PulseAudio plays a word; PortAudio, the job and the window hear it; pulled out, it is told and comes back."""
    tab = open_tab(simulate=False)
    wait(qtbot, lambda: listening(tab))
    assert tab.params.get().source == "microphone"
    wait(qtbot, lambda: tab.sound._level is not None)
    player = virtual_microphone.play(said([7], 16_000), wait=False)
    wait(qtbot, lambda: tab.answers.rows["audio"].digit == 7)
    player.wait(timeout=20)
    virtual_microphone.unplug()
    wait(qtbot, lambda: "went away" in tab.sound.problem_text.text() and tab.sound.problem.isVisible())
    virtual_microphone.plug()
    wait(qtbot, lambda: listening(tab))
