"""Sound to the loudspeaker, with the place it has reached; without a loudspeaker the place moves on in silence."""

import logging
import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.data import Played, PlayPart
from tplab_gui.core.mailbox import Latest
from tplab_gui.data.sounds import resample
from tplab_gui.speech.microphone import holding, portaudio
from tplab_gui.speech.passband import keep_band

_log = logging.getLogger(__name__)
_FRAME_S = 0.015
_FADE_S = 0.004  # at both ends of a part, which else would click
_PATIENCE_S = 3.0  # a stream that asks for no block for so long has lost its device


def play(
    samples: NDArray[np.float32],
    rate_hz: int,
    part: PlayPart | None = None,
    loops: Latest[bool] | None = None,
) -> Iterator[Notice | Played]:
    """Play `samples` (n,), float32 in [-1, 1], or a part of them; yield where it is about sixty times a second.

    While `loops` holds True the end is followed by the beginning. The device runs at its own rate. Where there is no
    loudspeaker, or it goes away, a `Notice` says so and the place moves on without sound. Closing the generator stops
    at once.
    """
    part = part or PlayPart()
    start = min(len(samples), max(0, round(part.start_s * rate_hz)))
    end = min(len(samples), round(part.end_s * rate_hz)) if part.end_s > 0 else len(samples)
    sound = keep_band(samples, rate_hz, part.low_hz, part.high_hz)[start:end]
    sound = _faded(sound, round(_FADE_S * rate_hz)) if len(sound) < len(samples) else sound
    length_s, offset_s = len(sound) / rate_hz, start / rate_hz
    loops = loops or Latest(False)
    reached_s = 0.0
    try:
        for reached_s in _heard(sound, rate_hz, loops):
            yield Played(offset_s + reached_s, is_over=False)
    except LabError as error:
        yield Notice(error, key="player")
        for place_s in _unheard(length_s, reached_s, loops):
            yield Played(offset_s + place_s, is_over=False)
    yield Played(offset_s + length_s, is_over=True)


def _faded(sound: NDArray[np.float32], fade: int) -> NDArray[np.float32]:
    """Let a part begin and end in silence, over `fade` samples."""
    fade = min(fade, len(sound) // 2)
    ramp = np.linspace(0, 1, fade, endpoint=False, dtype=np.float32)
    sound = sound.copy()
    sound[:fade] *= ramp
    sound[len(sound) - fade :] *= ramp[::-1]
    return sound


def _heard(sound: NDArray[np.float32], rate_hz: int, loops: Latest[bool]) -> Iterator[float]:
    """Play; yield seconds since the beginning of the sound."""
    library = portaudio()
    with holding():
        try:
            device_hz = round(library.query_devices(kind="output")["default_samplerate"])
            tape = _Tape(resample(sound, rate_hz, device_hz), device_hz, loops, library)
            stream = library.OutputStream(
                samplerate=device_hz,
                channels=1,
                dtype="float32",
                callback=tape.on_block,
                finished_callback=tape.over.set,
            )
        except (library.PortAudioError, ValueError) as error:
            raise LabError(
                "No loudspeaker answered: the clip is followed on the screen, without sound.",
                hint="Plug in headphones or a loudspeaker and press Play again.",
            ) from error
        with stream:
            try:
                while not tape.over.wait(_FRAME_S):
                    yield tape.reached_s(stream)
                    if time.monotonic() - tape.asked_s > _PATIENCE_S:
                        break
            finally:
                if not tape.is_done:
                    stream.abort(ignore_errors=True)  # at once, not when the buffers of the device are empty
        if not tape.is_done:
            raise LabError(
                "The loudspeaker is gone: the rest of the clip is followed without sound.",
                hint="Plug it in again and press Play.",
            )


def _unheard(length_s: float, from_s: float, loops: Latest[bool]) -> Iterator[float]:
    """Count the seconds a loudspeaker would need."""
    begin_s = time.perf_counter() - from_s
    while length_s > 0:
        time.sleep(_FRAME_S)
        reached_s = time.perf_counter() - begin_s
        if reached_s >= length_s:
            if not loops.get():
                return
            begin_s, reached_s = begin_s + length_s, reached_s % length_s
        yield reached_s


class _Tape:
    """The callback of the output stream: copies the next block, begins again or ends with silence."""

    def __init__(
        self, sound: NDArray[np.float32], rate_hz: int, loops: Latest[bool], library: ModuleType
    ) -> None:
        self._sound, self._rate_hz, self._loops = sound, rate_hz, loops
        self._stop = library.CallbackStop
        self._position = 0  # samples handed over, all rounds together
        self._block = (0, 0.0)  # the first sample of the newest block, and when the device plays it
        self._at = 0.0  # the furthest place told
        self.asked_s = time.monotonic()
        self.over = threading.Event()
        self.is_done = len(sound) == 0

    def on_block(self, out: NDArray[np.float32], count: int, when: Any, _status: object) -> None:
        """Fill a block; `when` is PortAudio's own clock."""
        self.asked_s = time.monotonic()
        self._block = (self._position, when.outputBufferDacTime)
        length = len(self._sound)
        first = self._position % length if length else 0
        if self.is_done or not length:
            out[:, 0] = 0
            self.is_done = True
            raise self._stop
        if self._loops.get():
            out[:, 0] = self._sound[(first + np.arange(count)) % length]
            self._position += count
            return
        block = self._sound[first : first + count]
        out[: len(block), 0] = block
        out[len(block) :, 0] = 0
        self._position += len(block)
        self.is_done = first + len(block) >= length

    def reached_s(self, stream: Any) -> float:
        """Return the place at the loudspeaker now: between two blocks the clock of the stream goes on."""
        first, plays_at_s = self._block
        if plays_at_s > 0:
            at = first + (stream.time - plays_at_s) * self._rate_hz
        else:  # a system that does not say when
            at = first - stream.latency * self._rate_hz
        # Never backwards: the clocks of PulseAudio are guesses that it mends as it goes.
        self._at = at = max(self._at, min(at, float(self._position)))
        length = len(self._sound)
        return (length if self.is_done and at >= self._position else at % length) / self._rate_hz
