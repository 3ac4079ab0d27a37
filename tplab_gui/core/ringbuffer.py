"""A ring of samples that one thread writes and others read by absolute index.

The audio callback may only copy, so `write` allocates nothing; a reader keeps its own index and learns when it was
too slow.
"""

import threading

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError


class RingBuffer:
    """The last `capacity_samples` samples of a stream.

    Parameters
    ----------
    capacity_samples : int
        How many samples are kept.

    """

    def __init__(self, capacity_samples: int) -> None:
        self._samples = np.zeros(capacity_samples, np.float32)
        self._written = 0
        self._lock = threading.Lock()
        self._wakes: list[threading.Event] = []

    @property
    def written(self) -> int:
        """Return how many samples were written since the start: the index of the next one."""
        return self._written

    @property
    def oldest(self) -> int:
        """Return the index of the oldest sample that is still there."""
        return max(0, self._written - self._samples.size)

    def write(self, block: NDArray[np.float32]) -> None:
        """Append `block`, shape (n,), float32; of a block longer than the ring only the end stays."""
        size = self._samples.size
        with self._lock:
            kept = block[-size:]
            start = (self._written + block.size - kept.size) % size
            first = min(kept.size, size - start)
            self._samples[start : start + first] = kept[:first]
            self._samples[: kept.size - first] = kept[first:]
            self._written += block.size
        for wake in self._wakes:
            wake.set()

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        """Return a copy of samples `start` to `start + count`, shape (count,), float32.

        Raises
        ------
        LabError
            If some of them are already overwritten or not yet written.

        """
        size = self._samples.size
        with self._lock:
            if start < self.oldest or start + count > self._written or count < 0:
                raise LabError(
                    "Sound was lost: the computer was too busy to follow the microphone.",
                    hint="Close other programs, or stop the training while you speak.",
                )
            position = start % size
            first = min(count, size - position)
            return np.concatenate(
                [self._samples[position : position + first], self._samples[: count - first]]
            )

    def wake_with(self, wake: threading.Event) -> None:
        """Set `wake` at every write, so that one thread can wait for several sources at once."""
        self._wakes.append(wake)
