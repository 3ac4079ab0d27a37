"""What crosses threads: nothing is lost, nothing is doubled, and what is dropped is counted."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.mailbox import Latest, Mailbox


@given(st.integers(1, 20), st.lists(st.integers(), max_size=60))
def test_that_a_full_mailbox_keeps_the_newest_in_order_and_counts_the_rest(capacity, values):
    box = Mailbox(capacity)
    for value in values:
        box.put(value)
    assert len(box) == min(capacity, len(values))
    assert box.take_all() == values[-capacity:]
    assert box.dropped == max(0, len(values) - capacity)
    assert box.take_all() == []


def test_that_four_writers_lose_nothing_and_each_keeps_its_order():
    box, done = Mailbox(), []

    def write(name):
        for number in range(2000):
            box.put((name, number))
        done.append(name)

    writers = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for writer in writers:
        writer.start()
    taken = []
    while len(done) < 4:
        taken += box.take_all()
    for writer in writers:
        writer.join()
    taken += box.take_all()
    for name in range(4):
        assert [number for who, number in taken if who == name] == list(range(2000))


def test_that_a_put_wakes_who_waits_for_several_things_at_once():
    box, cell, wake = Mailbox(), Latest(0), threading.Event()
    box.wake_with(wake)
    cell.wake_with(wake)
    box.put(1)
    assert wake.is_set()
    wake.clear()
    cell.set(2)
    assert wake.is_set()


def test_that_latest_keeps_the_newest_with_its_version():
    cell = Latest("a")
    assert cell.read() == (0, "a")
    cell.set("b")
    cell.set("c")
    assert (cell.get(), cell.version, cell.read()) == ("c", 2, (2, "c"))


def test_that_waiting_ends_at_once_when_something_changed_and_in_time_when_nothing_did():
    cell = Latest(0)
    assert cell.wait(0, 0.01) == 0
    cell.set(1)
    assert cell.wait(0, 60) == 1


def test_that_waiting_ends_when_another_thread_changes_the_value():
    cell = Latest(0)
    setter = threading.Thread(target=cell.set, args=(5,))
    setter.start()
    assert cell.wait(0, 30) == 1
    setter.join()
    assert cell.get() == 5
