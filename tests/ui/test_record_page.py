"""The page Record, driven as a student would: a keyboard, a microphone that is there or not."""

import errno
import os
import sys
from random import Random

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProxyStyle, QPushButton, QStyle

from tests.speech.sources import said
from tests.speech.test_microphone import PortAudio
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.recording import AdaptedFound, Effect, KeepTake, TakeHeard, TakeMissed
from tplab_gui.core.settings import Settings
from tplab_gui.data.recordings import keep, kept_clips
from tplab_gui.data.sounds import read_sound, write_wav
from tplab_gui.data.spoken import list_clips, recordings_dir
from tplab_gui.speech.recognise import SoundReader
from tplab_gui.ui.widgets.adapt_panel import AdaptPanel
from tplab_gui.ui.widgets.record_page import RecordPage
from tplab_gui.ui.widgets.record_session import RecordSession
from tplab_gui.ui.widgets.record_stage import RecordStage
from tplab_gui.ui.widgets.tab import TabContext

SECONDS = 30_000  # of patience in ms: the machine may be busy


@pytest.fixture(autouse=True)
def no_sound_card(request, monkeypatch):
    if "virtual_microphone" not in request.fixturenames:
        monkeypatch.setitem(sys.modules, "sounddevice", PortAudio())


@pytest.fixture
def open_page(qtbot):
    opened = []

    def make(*, simulate=True, settings=None):
        page = RecordPage(TabContext(settings or Settings(), simulate))
        qtbot.addWidget(page)
        page.notices = []
        page.notice.connect(lambda error, _kind: page.notices.append(error))
        page.resize(1024, 560)
        page.show()
        page.session._beat.setInterval(20)
        opened.append(page)
        page.start()
        page.set_active(True)
        return page

    yield make
    for page in opened:
        assert page.shut_down(5000)


def wait(qtbot, condition):
    qtbot.waitUntil(condition, timeout=SECONDS)


def press(page, key):
    QTest.keyClick(page.stage, key)


def take(number=1):
    return TakeHeard(number, np.ones(4000, np.float32), 8000)


@pytest.fixture
def session(qtbot):
    made = RecordSession(rng=Random(1))
    made._beat.setInterval(0)
    made.prompts, made.kept_digits = [], []
    made.prompted.connect(made.prompts.append)
    made.kept.connect(lambda _take, digit: made.kept_digits.append(digit))
    made.begin(1)
    qtbot.waitUntil(lambda: made.state == "listening")
    yield made
    made.stop()


def test_that_it_can_be_closed_before_it_was_started(qtbot):
    page = RecordPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(page)
    assert page.shut_down()


def test_that_three_takes_of_the_simulated_microphone_are_kept_with_the_keyboard_alone(open_page, qtbot):
    page = open_page()
    page.form.speaker.setText("zoé")
    wait(qtbot, page.deck.main.isEnabled)
    press(page, Qt.Key.Key_Space)
    digits = []
    for _ in range(3):
        wait(qtbot, lambda: page.session.state == "review")
        digits.append(page.session.digit)
        press(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.session.state == "idle"
    wait(qtbot, lambda: page.panel.list.count() == 3)
    names = {clip.path.name for clip in kept_clips()}
    assert names == {f"{digit}_zoé_0.wav" for digit in digits}
    assert [page.panel.progress.counts[digit] for digit in digits] == [1, 1, 1]
    info = soundfile.info(kept_clips()[0].path)
    assert (info.samplerate, info.subtype) == (8000, "PCM_16")
    assert page.context.settings.speaker == "zoé"


def test_that_a_name_that_cannot_be_stored_is_refused_before_a_word_is_said(open_page, qtbot):
    page = open_page()
    wait(qtbot, page.deck.main.isEnabled)
    page.form.speaker.setText("a_b")
    press(page, Qt.Key.Key_Space)
    assert page.session.state == "idle"
    assert "_" in page.deck.message.text()
    page.form.speaker.setText("ab")
    press(page, Qt.Key.Key_Space)
    assert page.session.state == "countdown"
    assert "cannot hold" not in page.deck.message.text()


def test_that_without_a_microphone_nobody_elses_voice_is_recorded_and_another_source_can_be_chosen(
    open_page, qtbot
):
    page = open_page(simulate=False)
    wait(qtbot, lambda: "No microphone" in page.deck.message.text())
    assert page.deck.retry.isVisible()
    assert not page.deck.main.isEnabled()
    page.choose_source("simulated", "")
    wait(qtbot, page.deck.main.isEnabled)
    assert not page.deck.retry.isVisible()


def test_that_a_microphone_that_goes_away_loses_no_take_that_is_there(open_page, qtbot, monkeypatch):
    library = PortAudio(("USB", 1, 48_000), rates_hz=(48_000,))
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    page = open_page(simulate=False)
    wait(qtbot, page.deck.main.isEnabled)
    press(page, Qt.Key.Key_Space)
    wait(qtbot, lambda: page.session.state == "listening")
    page.session.on_heard(take(1))
    digit = page.session.digit
    library.inputs.clear()
    library.open_streams[-1].finished_callback()
    wait(qtbot, page.deck.retry.isVisible)
    press(page, Qt.Key.Key_Return)
    wait(qtbot, lambda: page.panel.list.count() == 1)
    assert kept_clips()[0].digit == digit
    wait(qtbot, lambda: page.session.state == "missed")  # the next prompt waits for a microphone


def test_that_all_is_deleted_in_one_action_after_one_question_and_undone_in_one(open_page, qtbot):
    for speaker, language in (("me", "en"), ("other", "en"), ("me", "fr")):
        keep(KeepTake(np.ones(4000, np.float32), 8000, 4, speaker, language))
    page = open_page(settings=Settings(speaker="me"))
    wait(qtbot, lambda: page.panel.list.count() == 1)
    assert "2" in page.panel.count.text()
    page.panel.delete_all.click()
    question = page.panel.question
    assert "3" in question.text()
    assert "never sent" in question.informativeText()
    next(each for each in question.findChildren(QPushButton) if each.text() == "Delete all").click()
    wait(qtbot, lambda: kept_clips() == [])
    wait(qtbot, page.panel.strip.isVisible)
    page.panel.undo.click()
    wait(qtbot, lambda: page.panel.list.count() == 1)
    assert len(kept_clips()) == 3


def test_that_one_recording_is_deleted_with_del_and_for_good_only_when_asked(open_page, qtbot):
    for _ in range(2):
        keep(KeepTake(np.ones(4000, np.float32), 8000, 4, "me", "en"))
    page = open_page(settings=Settings(speaker="me"))
    wait(qtbot, lambda: page.panel.list.count() == 2)
    page.panel.list.setFocus()
    page.panel.list.setCurrentRow(0)
    QTest.keyClick(page.panel.list, Qt.Key.Key_Delete)
    wait(qtbot, lambda: page.panel.list.count() == 1)
    assert len(list(recordings_dir().rglob("*.wav"))) == 2
    page.panel.empty.click()
    wait(qtbot, lambda: len(list(recordings_dir().rglob("*.wav"))) == 1)
    wait(qtbot, lambda: not page.panel.strip.isVisible())


def test_that_the_network_is_adapted_switched_on_off_and_taken_back(open_page, qtbot):
    for clip in list_clips("builtin", "en"):
        if clip.speaker == "arthur" and clip.index < 2:
            keep(KeepTake(read_sound(clip.path).samples, 8000, clip.digit, "me", "en"))
    page = open_page(settings=Settings(speaker="me"))
    page.views.choose(1)
    panel = page.adapt.panel
    wait(qtbot, panel.button.isEnabled)
    assert not panel.use.isVisible()
    panel.button.click()
    assert panel.progress.isVisible()
    qtbot.waitUntil(lambda: panel.use.isVisible() and panel.use.isEnabled(), timeout=120_000)
    assert panel.found.learned == 10
    assert panel.cells[0][1].text().endswith("/ 10")
    panel.use.setChecked(False)
    panel.use.click()
    assert page.context.settings.adapted_voice
    panel.revert.click()
    wait(qtbot, lambda: not panel.revert.isVisible())
    assert not page.context.settings.adapted_voice


def test_that_too_few_takes_leave_the_button_down_and_say_why(open_page, qtbot):
    page = open_page()
    page.views.choose(1)
    assert not page.adapt.panel.button.isEnabled()
    assert page.adapt.panel.hint.isVisible()


@pytest.mark.parametrize(
    ("before", "after", "p", "role", "words"),
    [
        (9, 9, 1.0, "muted", "No difference"),
        (8, 10, 0.5, "warning", "not established"),
        (10, 8, 0.5, "warning", "not established"),
        (20, 30, 0.002, "good", "better"),
        (30, 20, 0.002, "error", "less well"),
    ],
)
def test_that_an_effect_is_called_one_only_when_chance_is_ruled_out(qtbot, before, after, p, role, words):
    panel = AdaptPanel()
    qtbot.addWidget(panel)
    effect = Effect(30, before, after, (0.0, 1.0), (0.0, 1.0), p)
    panel.show_found(AdaptedFound("en", 20, effect, effect, 1.0, 4.0), is_used=False)
    assert panel.verdict.property("role") == role
    assert words in panel.verdict.text()


def test_that_enter_keeps_r_repeats_and_s_skips(session, qtbot):
    first = session.digit
    session.on_heard(take(1))
    session.redo()
    qtbot.waitUntil(lambda: session.state == "listening")
    assert session.digit == first
    session.on_heard(take(2))
    session.keep()
    assert session.kept_digits == [first]
    qtbot.waitUntil(lambda: session.state == "listening")
    second = session.digit
    session.skip()
    assert session.kept_digits == [first]
    assert session.digit not in (first, second)
    assert session.done == 2


def test_that_an_answer_to_an_older_prompt_is_not_taken(session, qtbot):
    session.redo()
    qtbot.waitUntil(lambda: session.state == "listening")
    session.on_heard(take(1))
    session.on_missed(TakeMissed(1, LabError("late")))
    assert session.state == "listening"


def test_that_a_session_ends_after_as_many_digits_as_were_asked_for(session, qtbot):
    for number in range(1, 11):
        qtbot.waitUntil(lambda: session.state == "listening")
        session.on_heard(take(number))
        session.keep()
    assert session.state == "done"
    assert sorted(session.kept_digits) == list(range(10))
    assert session.prompts[-1].number == 0


def test_that_a_full_disk_ends_the_session_and_is_told(open_page, qtbot, monkeypatch):
    def full(_number):
        raise OSError(errno.ENOSPC, "no space left on device")

    page = open_page()
    wait(qtbot, page.deck.main.isEnabled)
    press(page, Qt.Key.Key_Space)
    wait(qtbot, lambda: page.session.state == "review")
    monkeypatch.setattr(os, "fsync", full)
    press(page, Qt.Key.Key_Return)
    wait(qtbot, lambda: page.session.state == "idle")
    assert any(error is not None and "disk is full" in error.sentence() for error in page.notices)
    assert kept_clips() == []


class StillStyle(QProxyStyle):
    """A system that is asked for less motion."""

    def styleHint(self, hint, option=None, widget=None, data=None):
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


def test_that_the_ring_does_not_sweep_where_less_motion_is_asked_for(qtbot, session):
    stage = RecordStage(session)
    qtbot.addWidget(stage)
    still = StillStyle()
    stage.setStyle(still)
    session.redo()
    assert not stage.is_moving
    assert not stage._frames.isActive()
    stage.setStyle(None)


def test_that_a_word_played_into_a_real_microphone_is_kept_though_it_is_unplugged_then(
    open_page, qtbot, virtual_microphone
):
    page = open_page(simulate=False)
    wait(qtbot, page.deck.main.isEnabled)
    press(page, Qt.Key.Key_Space)
    wait(qtbot, lambda: page.session.state == "listening")
    player = virtual_microphone.play(said([3], 48_000), 48_000, wait=False)
    wait(qtbot, lambda: page.session.state == "review")
    player.wait(timeout=10)
    press(page, Qt.Key.Key_Return)
    wait(qtbot, lambda: page.panel.list.count() == 1)
    virtual_microphone.unplug()
    try:
        wait(qtbot, page.deck.retry.isVisible)
        assert not page.deck.main.isEnabled()
        (clip,) = kept_clips()
        assert np.argmax(SoundReader().scores(read_sound(clip.path).samples)) == 3
    finally:
        virtual_microphone.plug()
    wait(qtbot, page.deck.main.isEnabled)


def test_that_a_sound_file_answers_each_prompt_from_its_beginning(open_page, qtbot, tmp_path):
    write_wav(tmp_path / "five.wav", said([5], 16_000), 16_000)
    page = open_page()
    page.choose_source("file", str(tmp_path / "five.wav"))
    wait(qtbot, page.deck.main.isEnabled)
    press(page, Qt.Key.Key_Space)
    for count in (1, 2):
        wait(qtbot, lambda: page.session.state in ("review", "missed"))
        assert page.session.state == "review"
        press(page, Qt.Key.Key_Return)
        wait(qtbot, lambda count=count: page.panel.list.count() == count)
    lengths = {read_sound(clip.path).samples.size for clip in kept_clips()}
    assert len(kept_clips()) == 2
    assert max(lengths) - min(lengths) <= 200
