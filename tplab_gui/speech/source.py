"""What every source of sound looks like to the listener, and the one callback that all of them feed.

A real microphone, the simulated one, a sound file and the small sources of the tests differ only in who calls
`Intake.take`: so everything after the callback is the same code for all of them.
"""

import threading
import time
from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.ringbuffer import RingBuffer

Block = NDArray[np.float32]

KEPT_S = 10.0  # a listener that is busy for less than this (a network is loading) loses nothing


class Source(Protocol):
    """Sound at a fixed rate, delivered into a ring by some other thread.

    Attributes
    ----------
    name : str, for people
    rate_hz : int, of the ring
    ring : RingBuffer, mono, float32, full scale = 1
    is_simulated : bool, nobody speaks into it
    is_endless : bool, False for a file: its end is not a loss
    """

    name: str
    rate_hz: int
    ring: RingBuffer
    is_simulated: bool
    is_endless: bool

    @property
    def gaps(self) -> int:
        """How many blocks the system reported as lost so far."""
        ...

    def is_alive(self) -> bool:
        """Whether more sound can come."""
        ...

    def close(self) -> None:
        """Release the device; may be called more than once."""
        ...


class Intake:
    """The callback: mixes a block to mono, copies it into the ring, counts reported losses. Nothing else.

    Parameters
    ----------
    rate_hz : int
        How much room the ring needs for ten seconds.

    """

    def __init__(self, rate_hz: int) -> None:
        self.ring = RingBuffer(round(KEPT_S * rate_hz))
        self.gaps = 0
        self.last_block_s = time.monotonic()

    def take(self, block: Block, has_overflowed: bool = False) -> None:  # noqa: FBT001, FBT002  a callback's flag
        """Take a block, shape (n, channels) or (n,), float32, full scale = 1."""
        self.gaps += has_overflowed
        if block.ndim == 1:
            self.ring.write(block)
        elif block.shape[1] == 1:
            self.ring.write(block[:, 0])
        else:
            self.ring.write(block.mean(axis=1, dtype=np.float32))
        self.last_block_s = time.monotonic()


class ClockedSource:
    """A thread that feeds blocks to the callback when a sound card would: block k at k * n / rate_hz seconds.

    Parameters
    ----------
    blocks : iterator of ndarray (n,) or (n, channels), float32
        The sound; its end is the end of the source.
    pace : float
        Times real time; tests hurry.

    """

    def __init__(
        self,
        name: str,
        rate_hz: int,
        blocks: Iterator[Block],
        *,
        is_endless: bool = True,
        pace: float = 1.0,
    ) -> None:
        self.name, self.rate_hz, self.is_endless = name, rate_hz, is_endless
        self.is_simulated = True
        self.intake = Intake(rate_hz)
        self.ring = self.intake.ring
        self._blocks, self._pace = blocks, pace
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._feed, name=f"sound of {name}", daemon=True)

    def start(self) -> "ClockedSource":
        """Begin to feed; returns itself."""
        self._thread.start()
        return self

    @property
    def gaps(self) -> int:
        """How many blocks were reported as lost so far."""
        return self.intake.gaps

    def is_alive(self) -> bool:
        """Whether the thread still has sound."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Stop the thread and wait for it."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _feed(self) -> None:
        due_s = time.monotonic()
        for block in self._blocks:
            due_s += len(block) / self.rate_hz / self._pace
            if self._stop.wait(max(0.0, due_s - time.monotonic())):
                return
            self.intake.take(block)
            # After a long sleep of the whole computer there is no use in catching up.
            due_s = max(due_s, time.monotonic() - 1.0)
