"""A job apart: the same events, result and sentences as in this process, and gone at once when it is stopped."""

import os
import time

import pytest

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.own_process import apart


def count(number):
    for done in range(number):
        yield Progress(done, number, str(os.getpid()))
    return number * 2


def fail(kind):
    yield Progress(0, 1)
    if kind == "lab":
        raise MissingError("{n} things are missing in {place}.", hint="Look for {n}.", n=3, place=open)
    if kind == "bug":
        raise ZeroDivisionError("by nothing")
    if kind == "lambda":
        raise LabError("It was {reason}.", reason=lambda: 0)
    os._exit(9)


def work_for_ever():
    yield Progress(0, 1, str(os.getpid()))
    while True:  # in one go, as a long call of a library: no event, no look at a flag
        time.monotonic()


def finished(events):
    said = []
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            return said, end.value
        if not isinstance(event, Tick):
            said.append(event)


def test_that_events_and_result_are_those_of_the_job_and_come_from_another_process():
    said, result = finished(apart(count, 3))
    assert [event.done for event in said] == [0, 1, 2]
    assert {event.what for event in said} != {str(os.getpid())}
    assert result == 6


@pytest.mark.parametrize(
    ("kind", "error", "words"),
    [
        ("lab", MissingError, "3 things are missing in .*Look for 3"),
        ("lambda", LabError, "It was <function"),
        ("bug", RuntimeError, "ZeroDivisionError: by nothing"),
        ("killed", LabError, "ended from outside"),
    ],
)
def test_that_what_the_job_raises_is_raised_here(kind, error, words):
    with pytest.raises(error, match=words) as raised:
        finished(apart(fail, kind))
    assert type(raised.value) is error


def test_that_closing_ends_the_process_in_the_middle_of_its_work():
    events = apart(work_for_ever)
    process = int(next(event for event in events if isinstance(event, Progress)).what)
    os.kill(process, 0)
    events.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_that_a_silent_job_gives_ticks_so_that_a_stop_is_felt():
    events = apart(work_for_ever)
    said = [next(events) for _ in range(12)]
    assert Tick() in said
    events.close()
