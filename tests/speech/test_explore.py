import numpy as np
import pytest

from tplab_gui.core.events.common import Notice, Ready, Tick
from tplab_gui.core.events.data import (
    Analyse,
    Analysed,
    ExamplesListed,
    ListExamples,
    OpenExample,
    PictureOpened,
    SetsFound,
    SoundOpened,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.core.mel_choice import MelChoice, preset
from tplab_gui.speech.explore import explore


@pytest.fixture
def requests():
    return Mailbox()


@pytest.fixture
def job(requests):
    running = explore(requests)
    yield running
    running.close()


def until(job, kind):
    for event in job:
        if isinstance(event, kind):
            return event
    raise AssertionError(kind)


def test_that_the_sets_are_named_before_it_is_ready(job):
    assert until(job, SetsFound).sets
    assert until(job, Ready)


def test_that_a_waiting_explorer_still_lets_a_stop_be_felt(job):
    until(job, Ready)
    assert isinstance(next(job), Tick)


def test_that_of_many_examples_asked_for_at_once_only_the_newest_is_opened(job, requests):
    requests.put(ListExamples("pictures", "builtin"))
    listed = until(job, ExamplesListed)
    for example in listed.examples[:50]:
        requests.put(OpenExample("pictures", "builtin", example))
    assert until(job, PictureOpened).example == listed.examples[49]
    assert isinstance(next(job), Tick)


def test_that_an_opened_sound_can_be_seen_as_asked(job, requests):
    requests.put(ListExamples("sounds", "builtin"))
    requests.put(OpenExample("sounds", "builtin", until(job, ExamplesListed).examples[0]))
    opened = until(job, SoundOpened)
    choice = preset("eye", opened.rate_hz)
    requests.put(Analyse(opened.samples, opened.rate_hz, choice))
    seen = until(job, Analysed)
    assert seen.samples is opened.samples
    bands, columns = seen.level_db.shape
    assert bands == choice.n_mels
    assert (columns - 1) * seen.hop_s == pytest.approx(len(opened.samples) / opened.rate_hz, abs=seen.hop_s)


def test_that_of_many_settings_asked_for_at_once_only_the_newest_is_drawn(job, requests):
    until(job, Ready)
    samples = np.zeros(8000, np.float32)
    for bands in range(20, 60):
        requests.put(Analyse(samples, 8000, MelChoice(n_mels=bands)))
    assert until(job, Analysed).level_db.shape[0] == 59
    assert isinstance(next(job), Tick)


def test_that_a_choice_that_cannot_be_is_a_notice(job, requests):
    requests.put(Analyse(np.zeros(8000, np.float32), 8000, MelChoice(f_max_hz=9000)))
    assert "9000" in str(until(job, Notice).error)


def test_that_what_cannot_be_read_is_a_notice_and_the_next_request_is_served(job, requests, tmp_path):
    requests.put(ListExamples("", str(tmp_path / "nowhere")))
    assert "nowhere" in str(until(job, Notice).error)
    requests.put(ListExamples("pictures", "builtin"))
    assert until(job, ExamplesListed)
