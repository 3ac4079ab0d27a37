"""Any sample rate to the 8 kHz of the network, block by block, with 5 ms of delay.

A linear-phase low-pass in polyphase form: y[k] = sum_n x[n] h(k M / L - n), h a sinc under a Kaiser window (Crochiere
and Rabiner, "Multirate Digital Signal Processing", 1983, chapter 2; Kaiser, 1974). soxr, which the lab uses for
files, was measured first: its stream holds back 154 ms of sound at the quality of files (74 and 40 ms at the next
two), time that a speaker would wait for the answer.
"""

from math import gcd

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

PASS = 0.95  # of half the lower rate: the network's highest band ends at 3.8 kHz
ATTENUATION_DB = 60.0
_BETA = 0.1102 * (ATTENUATION_DB - 8.7)  # Kaiser's formula


class StreamResampler:
    """The samples of one stream at another rate.

    Output sample k stands at input time k / to_hz exactly; it comes as soon as the input half a filter later is there.

    Parameters
    ----------
    from_hz, to_hz : int
        Both rates, > 0.

    """

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._from_hz = from_hz
        common = gcd(from_hz, to_hz)
        self._up, self._down = to_hz // common, from_hz // common
        half_rate = min(from_hz, to_hz) / 2
        edge = (1 - PASS) * 2 * half_rate  # transition from PASS to its mirror image above half the rate, Hz
        width = (ATTENUATION_DB - 7.95) / (14.36 * edge / from_hz)  # taps at the input's rate
        self._half = int(np.ceil(width / 2))
        self._phases = self._filters(half_rate / from_hz * 2)
        self._rest = np.zeros(self._half, np.float32)  # silence before the first sample
        self._rest_start = -self._half  # input index of its first sample
        self._next = 0  # output index

    @property
    def delay_s(self) -> float:
        """How much of the stream is held back at most: half a filter."""
        return self._half / self._from_hz

    def push(self, block: Array) -> Array:
        """Add samples at the input's rate, shape (n,), float32; get those at the output's, shape (m,), float32."""
        if self._up == self._down:
            return block
        samples = np.concatenate([self._rest, block])
        end = self._rest_start + samples.size  # input index after the last sample
        # Output k needs inputs up to floor(k M / L) + half.
        last = ((end - self._half) * self._up - 1) // self._down
        if last < self._next:  # a block of a few samples
            self._rest = samples
            return np.empty(0, np.float32)
        wanted = np.arange(self._next, last + 1)
        whole, phase = np.divmod(wanted * self._down, self._up)
        starts = whole - self._half + 1 - self._rest_start
        windows = np.lib.stride_tricks.sliding_window_view(samples, 2 * self._half)[starts]
        result = np.einsum("kn,kn->k", windows, self._phases[phase], dtype=np.float32)
        self._next += wanted.size
        used = (self._next * self._down) // self._up - self._half + 1 - self._rest_start
        self._rest, self._rest_start = samples[used:].copy(), self._rest_start + used
        return result

    def _filters(self, cutoff: float) -> Array:
        """One filter per phase, shape (L, 2 half), for inputs floor(t) - half + 1 ... floor(t) + half."""
        phase = np.arange(self._up)[:, None] / self._up
        time = phase - np.arange(-self._half + 1, self._half + 1)  # t - n, in input samples
        inside = np.clip(1 - (time / self._half) ** 2, 0.0, None)
        taps = np.sinc(cutoff * time) * np.i0(_BETA * np.sqrt(inside))
        taps /= taps.sum(axis=1, keepdims=True)  # a constant stays itself at every phase
        return taps.astype(np.float32)
