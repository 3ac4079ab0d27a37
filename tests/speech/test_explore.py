import pytest

from tplab_gui.core.events.common import Notice, Ready, Tick
from tplab_gui.core.events.data import (
    ExamplesListed,
    ListExamples,
    OpenExample,
    PictureOpened,
    SetsFound,
    SoundOpened,
)
from tplab_gui.core.mailbox import Mailbox
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


def test_that_the_spectrogram_covers_the_whole_clip(job, requests):
    requests.put(ListExamples("sounds", "builtin"))
    requests.put(OpenExample("sounds", "builtin", until(job, ExamplesListed).examples[0]))
    opened = until(job, SoundOpened)
    bands, columns = opened.mel_db.shape
    assert bands == len(opened.centres_hz)
    assert (columns - 1) * opened.hop_s == pytest.approx(
        len(opened.samples) / opened.rate_hz, abs=opened.hop_s
    )


def test_that_what_cannot_be_read_is_a_notice_and_the_next_request_is_served(job, requests, tmp_path):
    requests.put(ListExamples("", str(tmp_path / "nowhere")))
    assert "nowhere" in str(until(job, Notice).error)
    requests.put(ListExamples("pictures", "builtin"))
    assert until(job, ExamplesListed)
