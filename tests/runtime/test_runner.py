"""The three traps that were measured: a close that deadlocks, events that starve the window, a runner that is spent."""

import threading
import time

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

from tplab_gui.core.errors import LabError
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner


def counting(limit):
    yield from range(limit)


def ticking(started, released):
    """Yields for ever; tells when it began and when it was closed."""
    started.set()
    try:
        while True:
            time.sleep(0.001)
            yield 0
    finally:
        released.set()


def failing():
    yield 1
    raise LabError("The cable is loose.", hint="Push it in.")


def stuck(release):
    yield 0
    release.wait(20)
    yield 1


@pytest.fixture
def runner(qtbot):
    made = Runner()
    yield made
    assert made.stop(5000)


def test_that_every_event_arrives_in_order_before_finished_is_announced(qtbot, runner):
    seen = []
    runner.finished.connect(lambda: seen.extend(runner.mailbox.take_all()))
    with qtbot.waitSignal(runner.finished):
        runner.start(counting, 500)
    assert seen == list(range(500))
    assert runner.mailbox.dropped == 0


def test_that_stopping_while_the_window_waits_does_not_deadlock(qtbot, runner):
    """`done -> thread.quit` must be direct: queued, it waits for the very thread that waits for it."""
    started, released = threading.Event(), threading.Event()
    runner.start(ticking, started, released)
    assert started.wait(5)
    clock = QElapsedTimer()
    clock.start()
    assert runner.stop(2000)
    assert clock.elapsed() < 2000
    assert released.is_set()
    assert not runner.is_running


def test_that_starting_a_busy_runner_is_refused(qtbot, runner):
    started = threading.Event()
    runner.start(ticking, started, threading.Event())
    with pytest.raises(RuntimeError):
        runner.start(counting, 1)


def test_that_a_runner_serves_again_after_a_failure(qtbot, runner):
    errors = []
    runner.failed.connect(errors.append)
    with qtbot.waitSignals([runner.failed, runner.finished], order="strict"):
        runner.start(failing)
    assert [str(error) for error in errors] == ["The cable is loose. Push it in."]
    assert runner.mailbox.take_all() == [1]
    with qtbot.waitSignal(runner.finished):
        runner.start(counting, 3)
    assert runner.mailbox.take_all() == [0, 1, 2]


def test_that_a_job_that_cannot_stop_is_reported_and_never_killed(qtbot, runner):
    release = threading.Event()
    runner.start(stuck, release)
    qtbot.waitUntil(lambda: len(runner.mailbox) > 0)
    assert not runner.stop(50)
    assert runner.is_running
    with qtbot.waitSignal(runner.finished):
        release.set()
    assert not runner.is_running


def test_that_a_paused_job_says_nothing_and_goes_on_where_it_was(qtbot, runner):
    started = threading.Event()
    runner.start(ticking, started, threading.Event())
    qtbot.waitUntil(lambda: len(runner.mailbox) > 5)
    runner.pause()
    assert runner.is_paused
    runner.mailbox.take_all()
    qtbot.wait(50)
    runner.mailbox.take_all()  # the event that was under way
    qtbot.wait(100)
    assert len(runner.mailbox) == 0
    runner.resume()
    qtbot.waitUntil(lambda: len(runner.mailbox) > 5)


def test_that_a_paused_job_can_be_stopped(qtbot, runner):
    started, released = threading.Event(), threading.Event()
    runner.start(ticking, started, released)
    assert started.wait(5)
    runner.pause()
    assert runner.stop(2000)
    assert released.is_set()


def logged(log, limit):
    """Notes what it did before it says so."""
    for number in range(limit):
        log.append(number)
        yield number


def test_that_a_step_ends_after_the_event_that_was_asked_for_and_nothing_more_is_done(qtbot, runner):
    log = []
    with qtbot.waitSignal(runner.held):
        runner.start(logged, log, 10, until=lambda event: event == 3)
    assert runner.is_paused
    assert runner.mailbox.take_all() == log == [0, 1, 2, 3]
    for _ in range(2):
        with qtbot.waitSignal(runner.held):
            runner.step(lambda _event: True)
    assert runner.mailbox.take_all() == [4, 5]
    with qtbot.waitSignal(runner.finished):
        runner.resume()
    assert runner.mailbox.take_all() == [6, 7, 8, 9]


def test_that_a_step_whose_end_never_comes_ends_with_the_job(qtbot, runner):
    with qtbot.waitSignal(runner.finished), qtbot.assertNotEmitted(runner.held):
        runner.start(counting, 5, until=lambda _event: False)
    assert not runner.is_paused


def test_that_a_pause_in_the_middle_of_a_step_takes_its_end_away(qtbot, runner):
    is_over = threading.Event()
    with qtbot.assertNotEmitted(runner.held):
        runner.start(ticking, threading.Event(), threading.Event(), until=lambda _event: is_over.is_set())
        runner.pause()
        is_over.set()
        runner.resume()
        runner.mailbox.take_all()
        qtbot.waitUntil(lambda: len(runner.mailbox) > 5)


def test_that_a_job_that_waits_after_a_step_can_be_stopped(qtbot, runner):
    started, released = threading.Event(), threading.Event()
    with qtbot.waitSignal(runner.held):
        runner.start(ticking, started, released, until=lambda _event: True)
    assert runner.stop(2000)
    assert released.is_set()


def test_that_a_condition_that_fails_is_announced_like_a_failure_of_the_job(qtbot, runner):
    with qtbot.waitSignals([runner.failed, runner.finished], order="strict"):
        runner.start(counting, 5, until=lambda event: event / 0)
    assert not runner.is_running


def flood(count):
    for number in range(count):
        time.sleep(0.0002)
        yield number


def test_that_five_thousand_events_against_a_slow_slot_leave_the_window_alive(qtbot, runner):
    """A signal per event gave 5 ticks in 3 s; the mailbox keeps the clock ticking."""
    seen, ticks = [], []

    def slow_slot(events):
        seen.extend(events)
        time.sleep(0.0005)

    poller = Poller(runner.mailbox, slow_slot)
    poller.start()
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(16)
    with qtbot.waitSignal(runner.finished, timeout=30_000):
        runner.start(flood, 5000)
    poller.stop()
    timer.stop()
    assert seen == list(range(5000))
    elapsed_s = ticks[-1] - ticks[0]
    assert len(ticks) > elapsed_s / 0.016 / 4  # a loaded machine may lose some; starving loses nearly all
