"""The microphone: the only file that names sounddevice.

PortAudio is one library for the whole process and lists devices once; to see one that came or went it has to be
started again, which would kill open streams, so that happens only while none is open. Without PortAudio the import
fails, and then only the microphone is missing.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import DevicesFound
from tplab_gui.speech.source import Intake

_log = logging.getLogger(__name__)

SILENT_FOR_S = 1.0  # without a block: the device is gone, whatever PortAudio says (portaudio issue 600)
OTHER_RATES_HZ = (48_000, 44_100, 16_000, 32_000, 96_000, 8_000)
MANY_CHANNELS = 8  # a sound server offers 32 that do not exist; it mixes one by itself

_lock = threading.RLock()  # PortAudio is started again, asked and opened by one thread at a time
_open_streams = 0


def portaudio() -> ModuleType:
    """Return the sounddevice module.

    Raises
    ------
    MissingError
        If PortAudio is not on this machine.

    """
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise MissingError(
            "This computer has no PortAudio library, so the lab cannot use a microphone.",
            hint="Install it (Debian, Ubuntu: libportaudio2) and start TP Lab again; "
            "the simulated microphone and sound files work without it.",
        ) from error
    return sounddevice


def look_again() -> None:
    """Have PortAudio list the devices of now; does nothing while a stream is open."""
    library = portaudio()
    with _lock:
        if _open_streams == 0:
            library._terminate()  # noqa: SLF001  the only way to list devices anew
            library._initialize()  # noqa: SLF001


@contextlib.contextmanager
def holding() -> Iterator[None]:
    """Keep PortAudio as it is inside the block: somebody else has a stream open (the player)."""
    with _lock:
        _count(+1)
    try:
        yield
    finally:
        with _lock:
            _count(-1)


def found() -> DevicesFound:
    """Return the sound inputs of this machine; an empty list when there is none, or no PortAudio."""
    try:
        with _lock:
            look_again()
            inputs = _inputs(portaudio())
    except (LabError, OSError) as error:
        _log.info("no sound inputs: %s", error)
        inputs = {}
    return DevicesFound("microphone", tuple(inputs), tuple(inputs))


def _inputs(library: ModuleType) -> dict[str, dict[str, Any]]:
    """Return device records by a name that tells them apart: two host systems list the same microphone."""
    records = [each for each in library.query_devices() if each["max_input_channels"] > 0]
    systems = library.query_hostapis()
    plain = [each["name"] for each in records]
    return {
        each["name"]
        if plain.count(each["name"]) == 1
        else f"{each['name']} ({systems[each['hostapi']]['name']})": each
        for each in records
    }


class MicrophoneSource:
    """An open microphone at its own rate, mixed to mono.

    Parameters
    ----------
    device : str
        A key of `found()`, or '' for the system's own choice.

    Raises
    ------
    MissingError
        If there is no such microphone.
    LabError
        If it is there but refuses every rate, or another program holds it.

    """

    is_simulated = False
    is_endless = True

    def __init__(self, device: str = "") -> None:
        library = portaudio()
        self._has_ended = self._is_open = False
        with _lock:
            record = _record(library, device)
            self.name = str(record["name"])
            self._stream = self._open(library, record)
            _count(+1)
        self._is_open = True
        self.ring = self._intake.ring
        _log.info("microphone %s at %d Hz", self.name, self.rate_hz)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def gaps(self) -> int:
        """How many blocks the system reported as lost so far."""
        return self._intake.gaps

    def is_alive(self) -> bool:
        """Whether sound still comes."""
        return not self._has_ended and time.monotonic() - self._intake.last_block_s < SILENT_FOR_S

    def close(self) -> None:
        """Release the device; a device that is gone already is no error."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
        finally:
            with _lock:
                _count(-1)
        _log.info("microphone %s closed", self.name)

    def _open(self, library: ModuleType, record: dict[str, Any]) -> Any:
        own_rate = round(record["default_samplerate"])
        most = int(record["max_input_channels"])
        channels = [1, 2] if most > MANY_CHANNELS else [most, 1]
        refusal: Exception | None = None
        for rate_hz in dict.fromkeys([own_rate, *OTHER_RATES_HZ]):
            for n_channels in dict.fromkeys(channels):
                self._intake = Intake(rate_hz)
                self._has_ended = False
                stream = None
                try:
                    stream = library.InputStream(
                        device=record["index"],
                        samplerate=rate_hz,
                        channels=n_channels,
                        dtype="float32",
                        latency="low",
                        callback=self._on_block,
                        finished_callback=self._on_end,
                    )
                    stream.start()
                except (library.PortAudioError, ValueError) as error:
                    refusal = error
                    if stream is not None:
                        stream.close(ignore_errors=True)
                    continue
                self.rate_hz = rate_hz
                return stream
        raise LabError(
            "The microphone {device} cannot be opened: it refused every sample rate, or another program holds it.",
            hint="Close other programs that record, or choose another microphone; then press Retry.",
            device=self.name,
        ) from refusal

    def _on_block(self, block: NDArray[np.float32], _frames: int, _time: object, status: Any) -> None:
        self._intake.take(block, bool(status.input_overflow))

    def _on_end(self) -> None:
        self._has_ended = True


def _count(change: int) -> None:
    global _open_streams  # noqa: PLW0603  PortAudio itself is one per process
    _open_streams += change


def _record(library: ModuleType, device: str) -> dict[str, Any]:
    inputs = _inputs(library)
    if device:
        if device in inputs:
            return inputs[device]
        raise MissingError(
            "The microphone {device} is not connected.",
            hint="Plug it in, or choose another one; the lab looks for it every second.",
            device=device,
        )
    try:
        record: dict[str, Any] = library.query_devices(kind="input")
    except (library.PortAudioError, ValueError) as error:
        raise MissingError(
            "No microphone answered.",
            hint="Plug one in and press Retry, or use the simulated microphone.",
        ) from error
    return record
