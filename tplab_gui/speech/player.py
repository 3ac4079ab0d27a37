"""Sound to the loudspeaker, with the place it has reached."""

import logging
import threading
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.data import Played
from tplab_gui.data.sounds import resample
from tplab_gui.speech.microphone import holding, portaudio

_log = logging.getLogger(__name__)
_FRAME_S = 0.03


def play(samples: NDArray[np.float32], rate_hz: int) -> Iterator[Played]:
    """Play `samples` (n,), float32 in [-1, 1], once; yield where it is about thirty times a second.

    The device runs at its own rate. Closing the generator stops the sound at once.

    Raises
    ------
    LabError
        If there is no loudspeaker, or it refuses.

    """
    library = portaudio()
    with holding():
        try:
            device_hz = round(library.query_devices(kind="output")["default_samplerate"])
            sound = resample(samples, rate_hz, device_hz)
            tape = _Tape(sound)
            stream = library.OutputStream(
                samplerate=device_hz,
                channels=1,
                dtype="float32",
                callback=tape.on_block,
                finished_callback=tape.over.set,
            )
        except (library.PortAudioError, ValueError) as error:
            raise LabError(
                "No loudspeaker answered, so the sound cannot be played.",
                hint="Plug in headphones or a loudspeaker and try again; everything else goes on.",
            ) from error
        tape.stop = library.CallbackStop
        length_s = len(sound) / device_hz
        with stream:
            latency_s = stream.latency
            while not tape.over.wait(_FRAME_S):
                yield Played(min(length_s, max(0.0, tape.position / device_hz - latency_s)), is_over=False)
    yield Played(length_s, is_over=True)


class _Tape:
    """The callback of the output stream: copies the next block, then silence, then ends."""

    def __init__(self, sound: NDArray[np.float32]) -> None:
        self._sound = sound
        self.position = 0
        self.over = threading.Event()
        self.stop: type[Exception] = StopIteration

    def on_block(self, out: NDArray[np.float32], count: int, _time: object, _status: object) -> None:
        block = self._sound[self.position : self.position + count]
        out[: len(block), 0] = block
        out[len(block) :, 0] = 0
        self.position += len(block)
        if not len(block):
            raise self.stop
