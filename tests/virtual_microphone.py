"""A microphone without a sound card: PulseAudio with a null sink whose monitor is the default source.

What is played into the sink is what PortAudio records. It needs no sound card, no systemd and no D-Bus, and may run
as root. `norewinds=1` matters: without it most recordings lose about 1.5 s.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

SINK = ["module-null-sink", "sink_name=speaker", "rate=48000", "channels=1", "norewinds=1"]


class VirtualMicrophone:
    """Play a sound and the default microphone hears it; pull it out and put it back.

    Attributes
    ----------
    folder : Path
        Where the server keeps its socket and its log.

    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._module = ""

    def _pactl(self, *words: str) -> str:
        return subprocess.run(
            ["pactl", *words], capture_output=True, text=True, timeout=10, check=True
        ).stdout

    @property
    def is_plugged(self) -> bool:
        """Tell whether the microphone is there."""
        return bool(self._module)

    def plug(self) -> None:
        """Put the microphone in and make it the default one; PortAudio sees it when it next lists the devices."""
        if not self._module:
            self._module = self._pactl("load-module", *SINK).strip()
            self._pactl("set-default-sink", "speaker")
            self._pactl("set-default-source", "speaker.monitor")

    def unplug(self) -> None:
        """Pull the microphone out: open streams get no more callbacks."""
        if self._module:
            self._pactl("unload-module", self._module)
            self._module = ""

    def play(
        self, sound: "Path | str | np.ndarray", rate_hz: int = 16_000, *, wait: bool = True
    ) -> subprocess.Popen:
        """Play a sound file, or samples (n,) float in [-1, 1] at `rate_hz`; return the player when not waiting."""
        if isinstance(sound, np.ndarray):
            path = self.folder / "played.wav"
            with wave.open(str(path), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(rate_hz)
                file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
            sound = path
        player = subprocess.Popen(["paplay", str(sound)])
        if wait:
            assert player.wait(timeout=60) == 0, f"paplay could not play {sound}"
        return player


@pytest.fixture(scope="session")
def pulse_server() -> Iterator[VirtualMicrophone]:
    """Start a PulseAudio of the tests' own; the user's is neither used nor touched."""
    missing = [name for name in ("pulseaudio", "pactl", "paplay") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"no virtual microphone here: {', '.join(missing)} not installed")
    folder = Path(
        tempfile.mkdtemp(prefix="tplab-pulse-")
    )  # short: a socket's path has at most 108 characters
    socket = folder / "pulse.sock"
    own = {
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "run"),
        "PULSE_STATE_PATH": str(folder / "state"),
        "PULSE_SERVER": f"unix:{socket}",
        "PULSE_COOKIE": str(folder / "cookie"),  # else the client makes one in the home folder
    }
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    (folder / "run").mkdir(mode=0o700)
    (folder / "state").mkdir()
    command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
    command += ["--disallow-exit=false", f"--log-target=file:{folder / 'pulse.log'}"]
    command += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline_s = time.monotonic() + 10
        while subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode != 0:
            if server.poll() is not None or time.monotonic() > deadline_s:
                log = folder / "pulse.log"
                pytest.fail(
                    "pulseaudio did not start: " + (log.read_text()[-500:] if log.exists() else "no log")
                )
        microphone = VirtualMicrophone(folder)
        microphone.plug()
        _list_devices_again()
        yield microphone
    finally:
        server.terminate()
        server.wait(timeout=10)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        _list_devices_again()
        shutil.rmtree(folder, ignore_errors=True)


def _list_devices_again() -> None:
    """PortAudio lists the devices once, when it is loaded: an earlier test may have loaded it without the server."""
    sounddevice = sys.modules.get("sounddevice")
    if sounddevice is not None:
        sounddevice._terminate()
        sounddevice._initialize()


@pytest.fixture
def virtual_microphone(pulse_server: VirtualMicrophone) -> VirtualMicrophone:
    """Give the virtual microphone, plugged in whatever the test before did to it."""
    if not pulse_server.is_plugged:
        pulse_server.plug()
        _list_devices_again()
    return pulse_server
