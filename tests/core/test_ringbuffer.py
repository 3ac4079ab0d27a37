"""The ring against a plain array that keeps everything."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError
from tplab_gui.core.ringbuffer import RingBuffer


@given(st.integers(1, 40), st.lists(st.integers(0, 60), max_size=12))
def test_that_what_is_still_there_reads_as_it_was_written(capacity, sizes):
    ring, everything = RingBuffer(capacity), np.empty(0, np.float32)
    for size in sizes:
        block = np.arange(everything.size, everything.size + size, dtype=np.float32)
        ring.write(block)
        everything = np.concatenate([everything, block])
        assert ring.written == everything.size
        assert ring.oldest == max(0, everything.size - capacity)
        np.testing.assert_array_equal(
            ring.read(ring.oldest, ring.written - ring.oldest), everything[ring.oldest :]
        )


def test_that_an_overwritten_sample_is_an_error_and_not_an_older_or_newer_one():
    ring = RingBuffer(4)
    ring.write(np.arange(6, dtype=np.float32))
    with pytest.raises(LabError, match="Sound was lost"):
        ring.read(1, 2)
    np.testing.assert_array_equal(ring.read(2, 4), [2, 3, 4, 5])


def test_that_a_sample_that_is_yet_to_come_cannot_be_read():
    ring = RingBuffer(4)
    ring.write(np.zeros(2, np.float32))
    with pytest.raises(LabError):
        ring.read(1, 2)


def test_that_what_was_read_does_not_change_with_later_writes():
    ring = RingBuffer(3)
    ring.write(np.array([1, 2, 3], np.float32))
    taken = ring.read(0, 3)
    ring.write(np.array([9, 9, 9], np.float32))
    np.testing.assert_array_equal(taken, [1, 2, 3])


def test_that_a_write_wakes_who_waits_for_it():
    ring, wake = RingBuffer(3), threading.Event()
    ring.wake_with(wake)
    assert not wake.is_set()
    ring.write(np.zeros(1, np.float32))
    assert wake.is_set()


def test_that_a_reader_beside_a_writer_sees_every_sample_once_and_in_order():
    ring = RingBuffer(10_000)
    total, wake, taken = 200_000, threading.Event(), []
    room = threading.Semaphore(9)
    ring.wake_with(wake)

    def write():
        for start in range(0, total, 1000):
            room.acquire()
            ring.write(np.arange(start, start + 1000, dtype=np.float32))

    writer = threading.Thread(target=write)
    writer.start()
    position = 0
    while position < total:
        assert wake.wait(5)
        wake.clear()
        count = ring.written - position
        taken.append(ring.read(position, count))
        position += count
        for _ in range(count // 1000):
            room.release()
    writer.join()
    np.testing.assert_array_equal(np.concatenate(taken), np.arange(total, dtype=np.float32))
